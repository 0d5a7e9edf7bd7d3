"""Relays: who cites or quotes an origin, and inside whose statement another's stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.grammar import ARTICLES, FIRST_PERSON, OWNERS, PRONOUNS, STOPPERS
from onrecord.sourcing.layout import hull
from onrecord.sourcing.lexicon import phrases
from onrecord.sourcing.outlets import Outlet, Outlets
from onrecord.sourcing.tokens import tokens

_CITING = frozenset({"citing", "quoting", "cited", "cites", "quoted", "quotes", "quote"})
_REACH = 200  # characters before "quotes" in which a document is told
_LONGEST_PHRASE = 5  # words
_LONGEST_NOUN_CUE = 80  # characters between a cue and its statement, in which a noun cue stands
_JOIN = 10  # characters
_JOINS = re.compile(r"[,;]\s+(?:and|but|while)\s+$")
_QUOTES = re.compile(r"[“”\"]")
_SUBJECTS = frozenset({"it", "he", "she", "they"})
_SHORTEST = 3  # words before "quotes": a pronoun, "also"
_NEAR = 3  # characters between a statement and who speaks: a mark and a space
_SENTENCE_END = re.compile(r"[.;!?“”\"]")
_REMEMBERED = 64  # statements that begin before an attribution and are looked at: it stands inside one of the last
# Who rejects a claim does not pass it on, and what records somebody's own words does not relay them.
_REJECTING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w*|rebut\w*|refut\w*|contradict\w*|debunk\w*|disprov\w*)\b",
    re.IGNORECASE,
)
OWN_WORDS = frozenset(
    "transcript recording audio tape video footage clip letter statement email e-mail message post tweet "  # noqa: SIM905
    "speech interview diary minutes release testimony deposition".split()
)


def origin_cue(text: str, relation: Relation) -> bool:
    """Whether a cue is an origin's: "citing", "cited", "quoted … as saying"."""
    start, end = relation.cue[0]
    words = text[start:end].lower().split()
    return bool(relation.source) and relation.source[0][0] > start and not _CITING.isdisjoint(words[-1:])


def relayer_of(
    text: str,
    relation: Relation,
    sharing: Sequence[Relation],
    before: Relation | None,
    sentence: Span,
    outlets: Outlets,
) -> Span | None:
    """Who cites or quotes an origin.

    Args:
        text: the article's text.
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
        return hull(nearest.source)
    outlet = outlets.before(sentence.start, cue)
    if outlet:
        return outlet.span
    which = text[max(0, cue - len("which ")) : cue] == "which "
    document = quoting_document(text, sentence, cue) if which else _name_before(text, sentence, cue)
    if document:
        return document
    if before and before.source and before.source[0][0] >= sentence.start:
        return hull(before.source)
    return quoting_document(text, sentence, cue)


def _name_before(text: str, sentence: Span, cue: int) -> Span | None:
    """The name that "quoted" follows at once, known or not: "and the Halvik Lantern quoted a docker as saying"."""
    words = tokens(text, Span(max(sentence.start, cue - _REACH), cue))
    first = next((i + 1 for i in range(len(words) - 1, -1, -1) if not words[i].capital), 0)
    return Span(words[first].start, words[-1].end) if len(words) - first > 1 else None


def quoting_document(text: str, sentence: Span, cue: int) -> Span | None:
    """The post or paper before "quotes X as saying": "a post shared in Halvik", "an audit by the port, which"."""
    words = tokens(text, Span(max(sentence.start, cue - _REACH), cue))
    if 0 < len(words) <= _SHORTEST and words[0].lower in _SUBJECTS:
        return Span(words[0].start, words[0].end)  # "It quotes a docker as saying"
    opens = bool(words) and words[0].start == sentence.start
    which = bool(words) and words[-1].lower in ("which", "that")
    small = (i for i, token in enumerate(words) if not token.capital or (opens and not i))
    nouns = (i for i in small if phrases("documents").has(words[i].lower))
    for i in sorted(nouns, reverse=which):
        if opens and not i:
            return Span(words[0].start, words[0].end)  # "Minutes of the board … quote a docker as saying"
        for first in range(i - 1, max(-1, i - 1 - _LONGEST_PHRASE), -1):
            if words[first].lower in ARTICLES:
                return Span(words[first].start, words[i].end)
            if words[first].lower in STOPPERS:
                break
    return None


def hosts(text: str, relations: Sequence[Relation]) -> list[tuple[int, int]]:
    """Pairs of an attribution and the one inside whose statement it stands, outer ones first.

    Of two that share a statement, the origin's ("citing officials") is the nearer one.
    """
    rank = [(not origin_cue(text, r), -r.cue[0][0]) for r in relations]
    pieces = sorted((low, start, end, rank[i], i) for i, r in enumerate(relations) for low, start, end in _said(r))
    begins = [piece[0] for piece in pieces]
    pairs = []
    for inner, relation in enumerate(relations):
        own = (*relation.source, *relation.cue)
        low, high = min(s for s, _ in own), max(e for _, e in own)
        behind = bisect_right(begins, low)
        near = pieces[max(0, behind - _REMEMBERED) : behind]
        around = [
            (end - start, first, start, i)
            for _, start, end, first, i in near
            if i != inner
            and low < end
            and (start <= low or rank[inner][0])
            and (high <= end or _parted(relations[i].content, high))
        ]
        if around:
            size, _, piece, host = min(around)
            if _parallel(text, relation, relations[host], piece):
                continue
            pairs.append((size, inner, host))
    nested = [(inner, host) for _, inner, host in sorted(pairs, reverse=True)]
    return [*_told_behind(text, relations), *nested]


def _said(relation: Relation) -> Iterator[tuple[int, int, int]]:
    """The pieces of a statement, and from where on they hold another's.

    The first does so from its cue on: "The radio spoke of a docker's warning that …".
    """
    cue = hull(relation.cue).end
    for at, (start, end) in enumerate(relation.content):
        yield (cue if not at and 0 < start - cue < _LONGEST_NOUN_CUE else start), start, end


def _parallel(text: str, inner: Relation, host: Relation, piece: int) -> bool:
    """Whether somebody speaks beside another, not inside the statement: "Pell said it was late, and Fink called …"."""
    if not inner.source or not host.source or hull(host.source).start > piece:
        return False
    low, cue = inner.source[0][0], hull(inner.cue).of(text).lower()
    joins = _JOINS.search(text, max(piece, low - _JOIN), low)
    own = hull(inner.source).of(text).lower().split()[0] in {*OWNERS, *PRONOUNS}
    return bool(joins) and not own and not cue.startswith(("had", "would")) and not _QUOTES.search(text, piece, low)


def _parted(content: Ranges, place: int) -> bool:
    """Whether a statement goes on around a place: "One of the agents, Pell said, told him that …"."""
    start, end = content[max(0, bisect_left(content, (place,)) - 1)]
    return start < place <= end


def _told_behind(text: str, relations: Sequence[Relation]) -> Iterator[tuple[int, int]]:
    """Who tells of another's speech at the end: "The jets are late, the generals told deputies, according to Pell"."""
    places = sorted((min(r.source, r.cue)[0][0], i) for i, r in enumerate(relations) if r.source and r.content)
    for (_, inner), (low, host) in pairwise(places):
        said = relations[inner]
        end = max(hull(said.source).end, hull(said.cue).end)
        start = min(said.source, said.cue)[0][0]
        if low - end > _REACH or not 0 <= start - hull(relations[host].content).end <= _NEAR:
            continue
        between = text[end:low]
        according = hull(relations[host].cue).of(text).lower() == "according to"
        if according and between.rstrip().endswith(",") and not _SENTENCE_END.search(between):
            yield inner, host


def passed_on(text: str, inner: Attributed, host: Attributed) -> Attributed:
    """An attribution inside another's statement: whoever makes that statement passes it on; "I" in it is that one."""
    if not host.sources or not (inner.sources or is_media(host)):
        return inner
    if inner.mention and inner.mention.of(text).strip().lower() in FIRST_PERSON:
        return replace(host, relation=inner.relation, mention=inner.mention, passage=inner.passage)
    cue = " ".join(text[start:end] for start, end in host.relation.cue)
    if _records_speech(text, host) or _own_paper(text, inner, host):
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


def _own_paper(text: str, inner: Attributed, host: Attributed) -> bool:
    """Whether a document is the speaker's own: "The dairy expects lower prices, according to its report"."""
    if host.identity is not Identity.DOCUMENT or not host.mention or not inner.mention:
        return False
    own = host.mention.of(text).lower().split()[:1]
    return inner.mention.end <= host.mention.start and not OWNERS.isdisjoint(own)


def _records_speech(text: str, host: Attributed) -> bool:
    """A transcript or letter gives somebody's own words, it does not relay them."""
    if host.identity is not Identity.DOCUMENT or host.mention is None:
        return False
    words = host.mention.of(text).lower().split()
    return (
        not OWN_WORDS.isdisjoint(word.strip(",.") for word in words) and phrases("documents").inside(words) is not None
    )
