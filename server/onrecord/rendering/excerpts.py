"""Words of the article, made fit to be quoted in a list."""

from __future__ import annotations

import re

from onrecord.model import Attribution, Report

LONGEST = 150  # characters of a statement that are shown
QUOTES = "“”‘’\"' ,"
# Control characters and direction marks: in a terminal or a list they could change what stands around them.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def tidy(text: str) -> str:
    """Text of the article on one line, without characters that steer a terminal."""
    return " ".join(UNSEEN.sub(" ", text).split())


def excerpt(report: Report, found: Attribution) -> str:
    """The beginning of a statement, its parts joined, without quotation marks around the whole."""
    text = tidy(" … ".join(span.of(report.article.text) for span in found.statement)).strip(QUOTES)
    if text.count("“") > text.count("”"):  # one was closed by what we took off
        text += "”"
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
