"""The outlets through which statements came: "told Radio Halvik", "in an interview with the Courier"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.attribution import Relation
from onrecord.model import Span
from onrecord.sourcing.layout import hull
from onrecord.sourcing.outlets import Outlet, Outlets

# Words that lead to the outlet by which something came; its name follows at once.
_VIA = re.compile(
    r"\b(?:[Ii]n\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,3}(?:interview|conversation|appearance|broadcast)\s+"
    r"(?:(?:given\s+)?(?:with|to|on|for|in)|published\s+(?:by|in)|(?:broadcast|aired)\s+(?:by|on))"
    r"|[Ii]n\s+(?:remarks|comments|quotes|footage)\s+to"
    r"|[Ii]n\s+an?\s+(?:[\w-]+\s+)?(?:statement|letter|reply|response|message|e-?mail|note)\s+to"
    r"|(?:[Ss]peaking|[Aa]ppearing|[Tt]alking|[Ii]nterviewed)\s+(?:live\s+)?(?:to|on|with|by)"
    r"|(?:quoted|cited)\s+(?:by|in)|as\s+saying\s+(?:by|in|on)|on\s+the\s+(?:antenna|air|airwaves|waves)\s+of|as\s+told\s+to"
    r"|(?:account|version|version of events),?\s+(?:given|told)\s+to)(?=\s)"
)
# Words that only an outlet's name follows.
_CARRIED = re.compile(
    r"\b(?:[Ii]n\s+(?:his\s+|her\s+|their\s+)?(?:remarks|comments|quotes|footage|an?\s+statement|an?\s+(?:[\w-]+\s+)?interview|"
    r"an?\s+(?:[\w-]+\s+)?speech)\s+(?:carried|published|aired|broadcast|reported|run|televised|relayed|printed)\s+(?:live\s+)?(?:by|in|on))"
    r"(?=\s)"
)
_QUOTED = re.compile(r"\b(?:was|were|is|are|been)\s+(?:\w+\s+)?(?:quoted|cited)\s+as\b")
_PRINTED = re.compile(r"\s+in(?=\s)")
_SAYING = frozenset({"says", "said", "say"})
_ON_AIR = re.compile(r"\s+(?:on|over)(?=\s)")
# What stands between a cue and "on Radio Halvik", as long as it is no statement: "ridiculed the idea on".
_SPOKEN_OF = re.compile(
    r"(?:\s+(?!(?:that|how|what|he|she|it|they|we|i|was|were|is|are|had|has)\b)[\w’'-]+){0,3}?(?=\s+(?:on|over)\s+[A-Z])"
)
_TO = re.compile(r"\s+to(?=\s)")
_CALLER = re.compile(r"\b[Cc]allers?\s+to(?=\s)")
_OPENING = re.compile(r"On\s+(?=[A-Z])")
_WHO_TOLD = re.compile(
    r",?\s+who\s+(?:has\s+|had\s+|also\s+|later\s+|earlier\s+|since\s+){0,2}(?:told|spoke\s+to)(?=\s)"
)
_LONGEST_SENTENCE = 3000  # characters; what is longer is no sentence
_TELLING = frozenset({"told", "tells", "tell", "telling"})


def outlets_of(
    text: str, relations: Sequence[Relation], sentences: Sequence[Span], outlets: Outlets
) -> dict[int, Outlet]:
    """The outlets through which relations came ("told Radio Halvik"), by the relation's number.

    Words like "in an interview with" belong to the nearest attribution of their sentence, "told" to its own cue.
    """
    cues = sorted((r.cue[0][0], r.cue[-1][1], i) for i, r in enumerate(relations) if r.source)
    found: dict[int, Outlet] = {}
    for start, end, i in cues:
        mention = hull(relations[i].source)
        direct = (
            _told_to(text, start, end, outlets)
            or _spoken_on(text, mention, outlets)
            or _has_told(text, mention, outlets)
        )
        if direct:
            found[i] = direct
    begins = [cue[0] for cue in cues]
    for sentence in sentences:
        inside = cues[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        if not inside or sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        first = min(hull(relations[i].source).start for _, _, i in inside)
        for match, outlet in _led_to(text, sentence, first, outlets):
            _, i = min((abs(start - match), i) for start, _, i in inside)
            for _, _, same in inside:
                if relations[same].source == relations[i].source:
                    found.setdefault(same, outlet)
    for start, end, i in cues:
        if _QUOTED.search(text, start, end):
            found.setdefault(i, Outlet("", Span(start, end), False, named=False, again=True))
    return found


def _told_to(text: str, start: int, end: int, outlets: Outlets) -> Outlet | None:
    """The outlet directly behind a cue: "told the weekly …", "said on Radio …"."""
    if _TELLING.intersection(text[start:end].lower().split()):
        return outlets.told(end, end + _LONGEST_SENTENCE) or outlets.unfamiliar(end)
    addressed = _TO.match(text, end)
    outlet = outlets.told(addressed.end(), addressed.end() + _LONGEST_SENTENCE) if addressed else None
    if outlet:
        return outlet
    printed = _PRINTED.match(text, end) if text[start:end].lower() in _SAYING else None
    if printed:
        return outlets.at(printed.end(), end + _LONGEST_SENTENCE)
    spoken_of = _SPOKEN_OF.match(text, end)
    air = _ON_AIR.match(text, spoken_of.end() if spoken_of else end)
    outlet = outlets.at(air.end(), air.end() + _LONGEST_SENTENCE) if air else None
    return outlet if outlet and outlet.broadcast else None


def _has_told(text: str, mention: Span, outlets: Outlets) -> Outlet | None:
    """The outlet told in a clause behind a speaker: "a docker, who had told Radio Halvik that …"."""
    told = _WHO_TOLD.match(text, mention.end)
    return outlets.told(told.end(), told.end() + _LONGEST_SENTENCE) if told else None


def _spoken_on(text: str, mention: Span, outlets: Outlets) -> Outlet | None:
    """The station told with a speaker: "Ada Pell on Radio Halvik"."""
    air = _ON_AIR.search(text, mention.start, mention.end) or _CALLER.search(text, mention.start, mention.end)
    outlet = outlets.at(air.end(), mention.end) if air else None
    return outlet if outlet and outlet.broadcast else None


def _led_to(text: str, sentence: Span, first: int, outlets: Outlets) -> Iterator[tuple[int, Outlet]]:
    """Outlets that words of a sentence lead to, and where; ``first`` is where its first source is named."""
    opening = _OPENING.match(text, sentence.start)
    air = outlets.at(opening.end(), first) if opening and first > opening.end() else None
    if air and air.broadcast:
        yield sentence.start, air
    for pattern, sure in ((_CARRIED, True), (_VIA, False)):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            outlet = outlets.told(match.end(), sentence.end, sure=sure)
            if outlet:
                yield match.start(), outlet
