"""Origins told behind "citing" and "quoted … as saying": attributions of their own, which the outlet's cue hides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Sector, Span
from onrecord.sourcing.layout import hull
from onrecord.sourcing.mentions import Kind, read_mention
from onrecord.sourcing.outlets import Outlet, Outlets

_WORDS = r"[^\s,.;:—“”\"()]+(?:\s+[^\s,.;:—“”\"()]+){0,11}"
_CITING = re.compile(
    rf"\b(?:(?P<cue>citing|quoting)|(?:which|who)\s+(?P<past>cited|cites|quoted|quotes))\s+(?P<origin>[“\"‘]?{_WORDS}[”\"’]?)"
)
_QUOTED = re.compile(
    r"\b(?P<cue>quoted|quotes|quote|quoting|cited|cites)\s+(?P<origin>[“\"‘]?[^\s,.;:—]+(?:\s+[^\s,.;:—]+){0,11}?)\s+"
    r"(?P<saying>as\s+[a-z]+ing)\b"
)
_BEFORE_ORIGIN = re.compile(r",\s+(?:citing|quoting)\s+(?:(?:an?|the|its|what)\s+)?$")
_PAST = frozenset({"cited", "cites", "quoted", "quotes"})
_LONGEST_REPORT = 100  # characters between "reported" and who is cited
_NEAR = 12  # characters behind a mention: ", citing"
_LONGEST_SENTENCE = 3000  # characters; what is longer is no sentence
_CAN_SPEAK = (Kind.PERSON, Kind.ROLE, Kind.BODY, Kind.RELAYER)


def with_origins(
    text: str, relations: Sequence[Relation], sentences: Sequence[Span], outlets: Outlets
) -> list[Relation]:
    """Add the origins told behind "citing": "officials" of "Suspilne, citing officials, said that …".

    The cue *said* stays the relayer's, *citing* is the origin's; both share the statement. What follows "citing" is an
    origin if it can speak: a reason ("citing the litigation") is none.

    Args:
        text: the article's text.
        relations: what was found, any order.
        sentences: the sentences of its own text, in text order.
        outlets: the outlets of the article.
    """
    turned = [_given_back(text, _turned(text, r, sentences), outlets) for r in relations if not _misread(text, r)]
    found = [_trimmed(text, r, outlets) for r in turned]
    order = sorted((r for r in found if r.source), key=_begins)
    cues = sorted(part for r in found for part in r.cue)
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        inside = order[bisect_left(order, sentence.start, key=_begins) : bisect_left(order, sentence.end, key=_begins)]
        found += _cited_in(text, sentence, inside, cues, outlets)
    return found


def _cited_in(
    text: str, sentence: Span, inside: Sequence[Relation], cues: Sequence[tuple[int, int]], outlets: Outlets
) -> Iterator[Relation]:
    """The origins that a sentence tells behind "citing", where no relation has that cue."""
    for match in _CITING.finditer(text, sentence.start, sentence.end):
        cue = match.span("cue") if match.group("cue") else match.span("past")
        at = bisect_left(cues, cue)
        if any(start < cue[1] and cue[0] < end for start, end in cues[max(0, at - 1) : at + 1]):
            continue
        outlet = outlets.before(sentence.start, match.start())
        host = next((r for r in reversed(inside) if _begins(r) < cue[0]), None)
        if outlet and (host is None or hull(host.source).end < outlet.span.start):
            content = _before(text, sentence.start, outlet.span.start)  # the outlet's own attribution was not found
        else:
            content = host.content if host else ()
        if content and _speaks(text, Span(*match.span("origin")), outlet, host):
            yield Relation((match.span("origin"),), (cue,), content)


def _misread(text: str, relation: Relation) -> bool:
    """Whether the cue of "Halvik Courier, which cited two dockers" was taken for the outlet's."""
    start, end = hull(relation.cue).start, hull(relation.cue).end
    before = relation.source and hull(relation.source).end <= start
    return bool(before) and text[start:end] in _PAST and text[max(0, start - 6) : start] in ("which ", ", who ")


def _begins(relation: Relation) -> int:
    return relation.source[0][0]


def _before(text: str, start: int, end: int) -> Ranges:
    """The statement before the clause that names an outlet: all up to the last comma."""
    comma = text.rfind(",", start, end)
    return ((start, comma),) if comma > start else ()


def _trimmed(text: str, relation: Relation, outlets: Outlets) -> Relation:
    """A mention that runs over clauses up to "Halvik Courier, citing …" is the outlet's name alone."""
    if not relation.source:
        return relation
    start, end = hull(relation.source).start, hull(relation.source).end
    behind = _CITING.search(text, start, min(len(text), end + _NEAR))
    outlet = outlets.before(start, behind.start()) if behind and end - start < _LONGEST_SENTENCE else None
    if outlet is None or not behind or text[outlet.span.end : behind.start()].strip(" ,"):
        return relation
    return replace(relation, source=((outlet.span.start, outlet.span.end),))


def _given_back(text: str, relation: Relation, outlets: Outlets) -> Relation:
    """The cue of "the Courier reported, citing two dockers" is the Courier's, whoever stands behind it."""
    start, end = relation.cue[0][0], relation.cue[-1][1]
    if not relation.source or not 0 < relation.source[0][0] - end < _LONGEST_REPORT:
        return relation
    if not _BEFORE_ORIGIN.search(text[end : relation.source[0][0]]):
        return relation
    outlet = outlets.before(max(0, start - _LONGEST_REPORT), start)
    spoke = outlet is not None and not text[outlet.span.end : start].strip()
    return replace(relation, source=((outlet.span.start, outlet.span.end),)) if outlet and spoke else relation


def _turned(text: str, relation: Relation, sentences: Sequence[Span]) -> Relation:
    """What an outlet quotes somebody as saying is that one's: the cue is "quoted … as saying"."""
    at = bisect_right(sentences, relation.cue[0][0], key=lambda s: s.start) - 1
    if at < 0 or not relation.content:
        return relation
    match = _QUOTED.match(text, relation.cue[0][0], min(sentences[at].end, relation.cue[0][0] + _LONGEST_SENTENCE))
    if not match:
        return relation
    kept = [(max(start, match.end()), end) for start, end in relation.content if end > match.end()]
    content = tuple((a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in kept if text[a:b].strip())
    rest = (match.end() + 1, sentences[at].end)
    return Relation((match.span("origin"),), (match.span("cue"), match.span("saying")), content or (rest,))


def _speaks(text: str, origin: Span, outlet: Outlet | None, host: Relation | None) -> bool:
    """Whether words behind "citing" can be a source: somebody, or a document that an outlet cites."""
    if outlet or read_mention(text, origin).kind in _CAN_SPEAK:
        return True
    told = read_mention(text, hull(host.source)) if host else None
    return told is not None and (told.kind is Kind.RELAYER or told.sector is Sector.MEDIA)
