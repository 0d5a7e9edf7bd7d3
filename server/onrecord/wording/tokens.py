"""Words and marks of a text in a canonical form, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span

INVISIBLE = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners, word joiner: within a word and never read
HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'\u2019\u02bc"

_LETTER = r"[^\W_]"
_PART = rf"{_LETTER}(?:{_LETTER}|[{INVISIBLE}])*"
_TOKEN = re.compile(
    rf"(?P<figure>\d+(?:[.,]\d+)*{_LETTER}*)"
    rf"|(?P<word>{_PART}(?:[{HYPHENS}]{_PART})*)"
    rf"|(?P<clitic>[{APOSTROPHES}](?:s|re|ve|ll|d|m|t)(?!\w))"
    r"|(?P<mark>[^\w\s]|_)",
    re.IGNORECASE,
)
_TO_CANONICAL = str.maketrans(
    dict.fromkeys(INVISIBLE) | dict.fromkeys(HYPHENS + "‒–—―", "-") | dict.fromkeys(APOSTROPHES, "'")
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure, a clitic (*'s*) or one mark.

    Attributes:
        form: lower case, with straight apostrophe, plain hyphen and no invisible characters.
        span: where it stands.
        capital: whether it starts with a capital letter.
    """

    form: str
    span: Span
    capital: bool


def tokenize(text: str, within: Span) -> tuple[Token, ...]:
    """The tokens of a range, in text order. White space only separates: its kind and amount leave no trace.

    Args:
        text: the article's text.
        within: the range to read; offsets of the tokens count from the start of ``text``.
    """
    return tuple(
        Token(canonical(match.group()), Span(match.start(), match.end()), match.group()[0].isupper())
        for match in _TOKEN.finditer(text, within.start, within.end)
    )


def canonical(word: str) -> str:
    """One word or mark as the rubric's word lists spell it."""
    return word.translate(_TO_CANONICAL).lower()
