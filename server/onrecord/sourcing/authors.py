"""Whose words a letter, statement or post brings: they belong to who issued it ("a post by Love on Instagram")."""

from __future__ import annotations

import re

from onrecord.model import Span

_ISSUED = (
    r"(?:(?:press|news|media)\s+releases?|statements?|letters?|posts?|tweets?|threads?|messages?|communiqu[eé]s?|notes?|"
    r"declarations?|announcements?|tributes?)"
)
_HOW = (
    r"(?:\s+(?:posted|published|issued|released|signed|written|sent|shared|made|put\s+out|read\s+out)"
    r"(?:\s+(?:on|in)\s+\w+|\s+\w+day|\s+\w+ly)?)?"
)
_BY = re.compile(
    rf"(?:[\w’'.-]+\s+){{0,5}}?{_ISSUED}{_HOW}\s+(?:by|from)\s+"
    r"(?P<author>[^,;:“”\"()]+?)"
    r"(?=\s+(?:on|to|dated|in|at|that|which|who|seen|obtained|published|posted|issued|released|sent|read|earlier|late|later|last|this|"
    r"yesterday|today|announcing|about|after|before|saying|\w+day)\b|[,;:“”\"()]|$)",
    re.IGNORECASE,
)
_NOT_AN_AUTHOR = re.compile(
    r"\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|last\b|the\s+time\b",
    re.IGNORECASE,
)


def author_of(text: str, mention: Span) -> Span | None:
    """The words for who issued the letter, statement or post that a mention names, None where none are told."""
    found = _BY.match(text, mention.start, mention.end)
    if not found or _NOT_AN_AUTHOR.match(found.group("author")):
        return None
    return Span(*found.span("author"))
