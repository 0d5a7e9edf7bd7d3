"""Relations to sources: who stands behind each mention, and what the article tells about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.attribution import Relation
from onrecord.model import Anonymity, Article, Identity, Reason, Sector, Source, Span
from onrecord.sourcing.facts import anonymity_in, asks_for_anonymity, basis_in, record_link
from onrecord.sourcing.grammar import FIRST_PERSON
from onrecord.sourcing.headline_case import body_cased
from onrecord.sourcing.lexicon import exact_names, phrases, sector_of_noun
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.people import register
from onrecord.sourcing.register import Draft, Register
from onrecord.sourcing.tokens import nth_word_end, tokens

_CONJUNCTION = re.compile(r",?\s+and\s+|\s*,\s+(?=[A-Z])")
_CITING = re.compile(
    r"\b(?:citing|quoting|which\s+cited|who\s+cited|which\s+quoted)\s+(?P<origin>[^\s,.;:—“”\"()]+(?:\s+[^\s,.;:—“”\"()]+){0,11})"
)
_FACELESS = frozenset({"person", "people", "source", "insider", "individual"})
_LONGEST_PASSAGE = 1500  # characters on either side; only a text without full stops has such sentences
_CITING_REACH = 14  # words behind the mention in which "citing …" still belongs to it


@dataclass(frozen=True, slots=True)
class Attributed:
    """A relation with its sources and what is told about them there.

    Attributes:
        mention: the words that name the source there; None where nobody is named.
        sources: ids of the sources, empty where there is none.
        relay: ids of those through whom it came, the one nearest to the reader first.
        identity: of the first source.
        placed: agency, rank or place of an unnamed source is told.
        described: what an unnamed source is or does is told ("three nurses", not "people").
        spokesperson: somebody unnamed who speaks for a named body.
        office: an unnamed person told by an office that only one holds.
        relayer: unnamed media or unspecified reports.
        passage: the sentences it stands in.
        witness: the outlet speaks of what it saw itself.
    """

    relation: Relation
    mention: Span | None
    sources: tuple[str, ...]
    relay: tuple[str, ...]
    identity: Identity
    sector: Sector
    passage: Span
    placed: bool = False
    described: bool = False
    spokesperson: bool = False
    office: bool = False
    relayer: bool = False
    witness: bool = False
    basis: str | None = None
    anonymity: Anonymity = field(default_factory=Anonymity)
    verifiable: str | None = None


@dataclass(frozen=True, slots=True)
class Sourcing:
    """All sources of an article and, in the order of the relations given, what each attribution tells."""

    sources: tuple[Source, ...]
    attributed: tuple[Attributed, ...]


def resolve(
    article: Article, relations: Sequence[Relation], sentences: Sequence[Span], quotations: Sequence[Span]
) -> Sourcing:
    """Find the sources behind relations; those that only ask for anonymity lay nothing at anybody's door.

    Args:
        article: the article they were found in.
        relations: as the attribution room gives them, any order.
        sentences: the sentences of its own text, in text order.
        quotations: its direct quotations.
    """
    resolver = _Resolver(article, sentences, quotations)
    spoken = [r for r in relations if not asks_for_anonymity(article.text, Span(r.cue[0][0], r.cue[-1][1]))]
    order = sorted(range(len(spoken)), key=lambda i: _position(spoken[i]))
    found = {i: resolver.attribute(spoken[i]) for i in order}
    return Sourcing(
        tuple(draft.finished() for draft in resolver.register.drafts), tuple(found[i] for i in range(len(spoken)))
    )


def _position(relation: Relation) -> tuple[int, int]:
    first = relation.source or relation.cue
    return first[0]


class _Resolver:
    def __init__(self, article: Article, sentences: Sequence[Span], quotations: Sequence[Span]) -> None:
        self.article = article
        self.text = body_cased(article)
        self.register = Register(register(article))
        self.blocks = [b.start for b in article.blocks]
        self.sentences = sentences
        self.quotations = quotations
        self.sentence_starts = [s.start for s in self.sentences]

    def attribute(self, relation: Relation) -> Attributed:
        cue = Span(relation.cue[0][0], relation.cue[-1][1])
        passage = self._passage(relation)
        if not relation.source:
            return _agentless(relation, passage)
        mention = Span(relation.source[0][0], relation.source[-1][1])
        if self._is_outlet(mention):
            return self._witness(relation, mention, passage)
        mention = self._relative(mention, passage)
        read = [read_mention(self.text, part) for part in _conjuncts(self.text, self._before_citing(mention))]
        named = read[0].kind in (Kind.PERSON, Kind.BODY)
        anonymity = Anonymity() if named else anonymity_in(self.text, passage)
        basis = None if named else basis_in(self.text, passage)
        if anonymity == Anonymity() and basis and read[0].head in _FACELESS:
            anonymity = Anonymity(reason=Reason.STOCK)  # "people familiar with its plans"
        hidden = anonymity.disclosed or anonymity.reason is not Reason.NONE
        drafts, relay = self._sources(read, mention, passage, hidden)
        statement = tuple(Span(*part) for part in relation.content)
        lead = drafts[0]
        known = lead.identity in (Identity.NAMED_PERSON, Identity.NAMED_ORGANIZATION, Identity.DOCUMENT)
        return Attributed(
            relation=relation,
            mention=mention,
            sources=tuple(dict.fromkeys(d.id for d in drafts)),
            relay=tuple(dict.fromkeys(d.id for d in relay)),
            identity=lead.identity,
            sector=lead.sector,
            placed=read[0].placed or (lead.placed and (read[0].kind is Kind.PRONOUN or read[0].definite)),
            described=read[0].kind is Kind.ROLE and sector_of_noun(read[0].head) is not None,
            spokesperson=read[0].spokesperson and lead.identity is Identity.NAMED_ORGANIZATION,
            office=_is_office(read[0]),
            relayer=lead.kind is Kind.RELAYER,
            basis=basis,
            anonymity=Anonymity() if known else anonymity,
            verifiable=record_link(self.article, (mention, cue, *statement)) if known else None,
            passage=passage,
        )

    def _is_outlet(self, mention: Span) -> bool:
        """Whether a mention is "we" or "I" outside quotation marks: the outlet itself."""
        first_person = mention.of(self.text).strip().lower() in FIRST_PERSON
        return first_person and not any(q.overlaps(mention) for q in self.quotations)

    def _witness(self, relation: Relation, mention: Span, passage: Span) -> Attributed:
        """What the outlet says of itself: "we have not seen the log"."""
        name = self.article.site or self.article.byline or "the outlet itself"
        outlet = self.register.outlet(name, mention)
        return Attributed(
            relation, mention, (outlet.id,), (), outlet.identity, outlet.sector, passage, placed=True, witness=True
        )

    def _relative(self, mention: Span, passage: Span) -> Span:
        """What "which" stands for, if a document is told before it: "the minutes, which record …"."""
        if mention.of(self.text).strip().lower() != "which":
            return mention
        before = [t for t in tokens(self.text, Span(passage.start, mention.start)) if t.word]
        document = next((t for t in reversed(before) if phrases("documents").has(t.lower)), None)
        return Span(document.start, document.end) if document else mention

    def _before_citing(self, mention: Span) -> Span:
        """The relaying mention alone: "Suspilne" of "Suspilne, citing intelligence officials,"."""
        behind = _CITING.search(self.text, mention.start, mention.end)
        return Span(mention.start, behind.start()) if behind and behind.start() > mention.start else mention

    def _sources(
        self, read: list[Mention], mention: Span, passage: Span, hidden: bool
    ) -> tuple[list[Draft], list[Draft]]:
        """The sources of a mention, and those who relayed them."""
        paragraph = bisect_right(self.blocks, mention.start)
        drafts = [self.register.resolve(m, paragraph, hidden) for m in read]
        outlet = _outlet_inside(self.text, read[0]) if len(read) == 1 else None
        if outlet:
            return drafts, [self.register.resolve(outlet, paragraph, False)]
        reach = nth_word_end(self.text, mention.end, passage.end, _CITING_REACH)
        behind = _CITING.search(self.text, mention.start, reach)
        if behind:
            origin = read_mention(self.text, Span(*behind.span("origin")))
            return [self.register.resolve(origin, paragraph, hidden)], drafts
        return drafts, []

    def _passage(self, relation: Relation) -> Span:
        """The sentences that the cue and the mention stand in."""
        parts = [*relation.source, *relation.cue]
        low, high = min(p[0] for p in parts), max(p[1] for p in parts)
        first = max(0, bisect_right(self.sentence_starts, low) - 1)
        last = max(first, bisect_right(self.sentence_starts, high - 1) - 1)
        if not self.sentences:
            return Span(low, high)
        start, end = self.sentences[first].start, self.sentences[last].end
        return Span(min(low, max(start, low - _LONGEST_PASSAGE)), max(high, min(end, high + _LONGEST_PASSAGE)))


def _agentless(relation: Relation, passage: Span) -> Attributed:
    return Attributed(
        relation=relation,
        mention=None,
        sources=(),
        relay=(),
        identity=Identity.NONE,
        sector=Sector.UNKNOWN,
        passage=passage,
    )


def _conjuncts(text: str, mention: Span) -> list[Span]:
    """The members of "Smith and Jones"; a group ("Russian and Ukrainian officials") stays one."""
    parts = []
    at = mention.start
    for match in _CONJUNCTION.finditer(text, mention.start, mention.end):
        parts.append(Span(at, match.start()))
        at = match.end()
    parts.append(Span(at, mention.end))
    if len(parts) == 1 or not all(_stands_alone(text, part) for part in parts):
        return [mention]
    return parts


def _stands_alone(text: str, part: Span) -> bool:
    return part.end > part.start and read_mention(text, part).kind in (Kind.PERSON, Kind.BODY)


def _outlet_inside(text: str, mention: Mention) -> Mention | None:
    """The outlet through which somebody unnamed speaks: "intelligence from Ukrainian outlets such as Suspilne"."""
    if mention.kind not in (Kind.ROLE, Kind.RELAYER):
        return None
    outlets = {name for name, sector in exact_names("bodies").items() if sector == "media"}
    for token in tokens(text, mention.span):
        if token.text in outlets:
            return read_mention(text, Span(token.start, token.end))
    return None


def _is_office(mention: Mention) -> bool:
    """Somebody unnamed told by an office that only one person holds: "the Korean finance minister"."""
    if mention.kind is not Kind.ROLE or mention.plural or not mention.definite:
        return False
    return mention.placed and phrases("offices").has(mention.head)
