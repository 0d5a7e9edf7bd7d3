"""Through whom a statement came: another outlet, somebody inside whose statement it stands, a report that tells it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.grammar import FIRST_PERSON
from onrecord.sourcing.lexicon import phrases
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
# Words that lead to the outlet by which something came; its name follows at once.
_VIA = re.compile(
    r"\b(?:in\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,3}(?:interview|conversation|appearance|broadcast)\s+"
    r"(?:with|to|on|for|in|published\s+(?:by|in)|(?:broadcast|aired)\s+(?:by|on))"
    r"|in\s+(?:remarks|comments|an?\s+statement|quotes|footage)\s+(?:to|(?:carried|published|aired|broadcast|reported|run)\s+(?:by|in|on))"
    r"|(?:[Ss]peaking|[Aa]ppearing|[Tt]alking|[Ii]nterviewed)\s+(?:to|on|with|by)"
    r"|(?:quoted|cited)\s+(?:by|in)|on\s+the\s+(?:antenna|air|airwaves|waves)\s+of|as\s+told\s+to|tells?|told|telling)(?=\s)"
)
_ON_AIR = re.compile(r"\s+(?:on|over)(?=\s)")
_NEAR = 12  # characters behind a mention: ", citing"
_LONGEST_SENTENCE = 3000  # characters; what is longer is no sentence
_TELLING = frozenset({"told", "tells", "tell", "telling"})
# Who rejects a claim does not pass it on, and what records somebody's own words does not relay them.
_REJECTING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w*|rebut\w*|refut\w*|contradict\w*|debunk\w*|disprov\w*)\b",
    re.IGNORECASE,
)
_OWN_WORDS = frozenset(
    "transcript recording audio tape video footage clip letter statement email e-mail message post tweet "  # noqa: SIM905
    "speech interview diary minutes release testimony deposition".split()
)


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
    found = [_trimmed(text, _turned(text, r, sentences), outlets) for r in relations]
    order = sorted((r for r in found if r.source), key=lambda r: r.source[0])
    begins = [r.source[0][0] for r in order]
    cues = sorted(part for r in found for part in r.cue)
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        inside = order[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        for match in _CITING.finditer(text, sentence.start, sentence.end):
            cue = match.span("cue") if match.group("cue") else match.span("past")
            at = bisect_left(cues, cue)
            taken = any(start < cue[1] and cue[0] < end for start, end in cues[max(0, at - 1) : at + 1])
            if taken:
                continue
            outlet = outlets.before(sentence.start, match.start())
            host = max((r for r in inside if r.source[0][0] < cue[0]), key=lambda r: r.source[0], default=None)
            if outlet and (host is None or host.source[-1][1] < outlet.span.start):
                content = _before(text, sentence.start, outlet.span.start)  # the outlet's own attribution was not found
            else:
                content = host.content if host else ()
            origin = Span(*match.span("origin"))
            if content and _speaks(text, origin, outlet, host):
                found.append(Relation((match.span("origin"),), (cue,), content))
    return found


def _before(text: str, start: int, end: int) -> Ranges:
    """The statement before the clause that names an outlet: all up to the last comma."""
    comma = text.rfind(",", start, end)
    return ((start, comma),) if comma > start else ()


def _trimmed(text: str, relation: Relation, outlets: Outlets) -> Relation:
    """A mention that runs over clauses up to "Halvik Courier, citing …" is the outlet's name alone."""
    if not relation.source:
        return relation
    start, end = relation.source[0][0], relation.source[-1][1]
    behind = _CITING.search(text, start, min(len(text), end + _NEAR))
    outlet = outlets.before(start, behind.start()) if behind and end - start < _LONGEST_SENTENCE else None
    if outlet is None or not behind or text[outlet.span.end : behind.start()].strip(" ,"):
        return relation
    return replace(relation, source=((outlet.span.start, outlet.span.end),))


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
    if outlet or read_mention(text, origin).kind in (Kind.PERSON, Kind.ROLE, Kind.BODY, Kind.RELAYER):
        return True
    told = read_mention(text, Span(host.source[0][0], host.source[-1][1])) if host else None
    return told is not None and (told.kind is Kind.RELAYER or told.sector is Sector.MEDIA)


def origin_cue(text: str, relation: Relation) -> bool:
    """Whether a cue is an origin's: "citing", "cited", "quoted … as saying"."""
    words = text[relation.cue[0][0] : relation.cue[0][1]].lower().split()
    return (
        bool(relation.source)
        and words[-1:] != []
        and relation.source[0][0] > relation.cue[0][0]
        and (words[-1] in {"citing", "quoting", "cited", "cites", "quoted", "quotes", "quote"})
    )


def relayer_of(
    relation: Relation, sharing: Sequence[Relation], before: Relation | None, sentence: Span, outlets: Outlets
) -> Span | None:
    """Who cites or quotes an origin.

    Args:
        relation: the origin's.
        sharing: the relations of the same statement, its own among them.
        before: the last relation that begins before the cue.
        sentence: where the cue stands.
        outlets: the outlets of the article.
    """
    cue = relation.cue[0][0]
    same = [r for r in sharing if r is not relation and r.source and sentence.start <= r.source[0][0] < cue]
    if same:
        nearest = max(same, key=lambda r: r.source[0])
        return Span(nearest.source[0][0], nearest.source[-1][1])
    outlet = outlets.before(sentence.start, cue)
    if outlet:
        return outlet.span
    if before and before.source and before.source[0][0] >= sentence.start:
        return Span(before.source[0][0], before.source[-1][1])
    return None


def hosts(relations: Sequence[Relation]) -> list[tuple[int, int]]:
    """Pairs of an attribution and the one inside whose statement it stands, outer ones first.

    Of two that share a statement, the origin's ("citing officials") is the nearer one.
    """
    pieces = sorted(
        (end - start, -r.cue[0][0], start, end, i) for i, r in enumerate(relations) for start, end in r.content
    )
    starts = sorted(pieces, key=lambda piece: piece[2])
    begins = [piece[2] for piece in starts]
    longest = max((piece[0] for piece in pieces), default=0)
    pairs = []
    for inner, relation in enumerate(relations):
        own = (*relation.source, *relation.cue)
        low, high = min(s for s, _ in own), max(e for _, e in own)
        near = starts[bisect_left(begins, high - longest) : bisect_right(begins, low)]
        around = [piece for piece in near if piece[4] != inner and high <= piece[3]]
        if around:
            size, _, _, _, host = min(around)
            pairs.append((size, inner, host))
    return [(inner, host) for _, inner, host in sorted(pairs, reverse=True)]


def passed_on(text: str, inner: Attributed, host: Attributed) -> Attributed:
    """An attribution inside another's statement: whoever makes that statement passes it on; "I" in it is that one."""
    if not host.sources:
        return inner
    if inner.mention and inner.mention.of(text).strip().lower() in FIRST_PERSON:
        return replace(host, relation=inner.relation, mention=inner.mention, passage=inner.passage)
    cue = " ".join(text[start:end] for start, end in host.relation.cue)
    if _records_speech(text, host):
        record = host.mention.of(text) if host.mention else None
        return replace(inner, verifiable=inner.verifiable or host.verifiable, record=inner.record or record)
    if host.witness or _REJECTING.search(cue) or set(host.sources) & set(inner.sources):
        return inner
    chain = [s for s in (*host.relay, *host.sources) if s not in inner.sources]
    aired = inner.outlet or host.outlet or (Outlet("", inner.passage, False) if is_media(host) else None)
    return replace(inner, relay=tuple(dict.fromkeys((*chain, *inner.relay))), outlet=aired, through=host)


def is_media(told: Attributed) -> bool:
    """Whether an outlet speaks, or media without a name."""
    return told.relayer or (told.sector is Sector.MEDIA and told.identity is Identity.NAMED_ORGANIZATION)


def _records_speech(text: str, host: Attributed) -> bool:
    """A transcript or letter gives somebody's own words, it does not relay them."""
    if host.identity is not Identity.DOCUMENT or host.mention is None:
        return False
    words = host.mention.of(text).lower().split()
    return (
        not _OWN_WORDS.isdisjoint(word.strip(",.") for word in words) and phrases("documents").inside(words) is not None
    )


def outlets_of(
    text: str, relations: Sequence[Relation], sentences: Sequence[Span], outlets: Outlets
) -> dict[int, Outlet]:
    """The outlets through which relations came ("told Radio Halvik"), by the relation's number.

    Words like "in an interview with" belong to the nearest attribution of their sentence, "told" to its own cue.
    """
    cues = sorted((r.cue[0][0], r.cue[-1][1], i) for i, r in enumerate(relations) if r.source)
    found: dict[int, Outlet] = {}
    for start, end, i in cues:
        direct = _told_to(text, start, end, outlets)
        if direct:
            found[i] = direct
    begins = [cue[0] for cue in cues]
    for sentence in sentences:
        inside = cues[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        if not inside or sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        for match, outlet in _led_to(text, sentence, outlets):
            _, i = min((abs(start - match), i) for start, _, i in inside)
            found.setdefault(i, outlet)
    return found


def _told_to(text: str, start: int, end: int, outlets: Outlets) -> Outlet | None:
    """The outlet directly behind a cue: "told the weekly …", "said on Radio …"."""
    if _TELLING.intersection(text[start:end].lower().split()):
        return outlets.at(end, end + _LONGEST_SENTENCE)
    air = _ON_AIR.match(text, end)
    outlet = outlets.at(air.end(), air.end() + _LONGEST_SENTENCE) if air else None
    return outlet if outlet and outlet.broadcast else None


def _led_to(text: str, sentence: Span, outlets: Outlets) -> Iterator[tuple[int, Outlet]]:
    for match in _VIA.finditer(text, sentence.start, sentence.end):
        if match.group().split()[-1] not in _TELLING:
            outlet = outlets.at(match.end(), sentence.end)
            if outlet:
                yield match.start(), outlet
