"""Records that a reader can look up: what is cited by number, section, or title and date, and documents spoken in."""

from __future__ import annotations

import re

from onrecord.attribution import Relation
from onrecord.model import Span

_NUMBER = (
    r"(?:[A-Z]{1,5}[ .]?)?\d[\w./:()-]*(?:\s+[A-Z][A-Za-z]{0,3}\s+\d[\w./-]*)?"  # "2207/B", "EP 3", "4 KLs 112/23"
)
_LONG_NUMBER = r"(?:[A-Z]{1,5}[ .-]?)?\d+(?:[/.:-]\w+|\d{2})[\w./:-]*"
_LABEL = r"(?:no\.?|nos\.?|number|numbers|ref\.?|reference|[A-Z]{2,4})"
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{4})?"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s+\d{4})?)\b"
)
_EXACT = re.compile(
    r"\b(?:case|docket|file|application|request|petition|registration|patent|invoice|contract|note|grant|permit|licen[cs]e|reference|"
    rf"report|act|order|ordinance|law|bill|decree)\s+(?:{_LABEL}\s+{_NUMBER}|{_LONG_NUMBER})"
    rf"|\bFOIA?\s+{_LONG_NUMBER}"
    r"|\bresolution\s+\d+\b|\b(?:[Bb]ill|[Dd]irective|[Rr]egulation|[Dd]ecree)\s+\d+\b"
    r"|\bNo\.\s*\d[\w:/-]+"
    r"|\b(?:[Ss]ection|[Ss]ec\.|§|[Aa]rticle|[Aa]rt\.|[Cc]lause|[Pp]aragraph|[Rr]ule|[Ss]chedule|[Ii]tem|[Aa]nnex|[Pp]art)\s*\d[\w.()-]*"
    r"(?=\s+(?:of|to|in)\b|\s*$)|,\s+(?:[Ss]ection|[Aa]rticle|[Ii]tem|[Pp]aragraph|[Aa]nnex)\s+\d[\w.()-]*"
    r"|[“\"«‘][^”\"»’]{4,120}[”\"»’]\s+\([^()]{0,60}\b(?:19|20)\d\d\)"
    rf"|\b(?:filing|minutes|judge?ment|ruling|hearing|transcript|gazette|register|resolution)\b[^,;.]{{0,60}}?\b(?:dated|of|from|on)\s+{_DATE}",
    re.IGNORECASE,
)
# Documents that somebody speaks in; letters and statements are their author's own (the channel ``statement``).
_SPOKEN_IN = (
    r"(?:[Ii]n|[Tt]hrough|[Vv]ia)\s+(?:an?|the|its|his|her|their|that|this|one|another)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:filings?|memo|memorandum|report|paper|affidavit|ruling|judge?ment|submission|petition|lawsuit|complaint|indictment|study|"
    r"dossier|prospectus|brief|court\s+(?:papers|documents?|filings?)|minutes|log|audit|deposition|verdict|bulletin)\b[^,;.:“\"«]{0,80}"
)
_BEFORE = re.compile(rf"(?P<record>{_SPOKEN_IN}),\s*(?:[Tt]he\s+)?$")
_BEHIND = re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?P<record>{_SPOKEN_IN})")
_REACH = 200  # characters


def exact_citation(words: str) -> str | None:
    """The part of a mention by which a record can be looked up, None if it has none.

    A number ("case number 4 O 112/23"), a section ("Section 12 of the Harbours Act"), a title with place and year, or,
    for what is public by nature (filings, minutes, judgments), a date.
    """
    found = _EXACT.search(words)
    return " ".join(found.group().split()) if found else None


def record_of(text: str, relation: Relation, sentence: Span) -> Span | None:
    """The document that a source speaks in: "In a filing dated 9 May, the company said …"."""
    start, end = relation.source[0][0], relation.cue[-1][1]
    low = max(sentence.start, start - _REACH)
    before = _BEFORE.search(text[low:start])
    if before:
        return Span(low + before.start("record"), low + before.end("record"))
    behind = _BEHIND.match(text, end, min(sentence.end, end + _REACH))
    return Span(*behind.span("record")) if behind else None
