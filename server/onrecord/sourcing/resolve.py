"""Relations to sources: who stands behind each mention, and what the article tells about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Anonymity, Article, BlockKind, Identity, Sector, Source, Span
from onrecord.sourcing.anonymity import Disclosure, better, disclosures, first_name_only, subject_of
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.descriptions import holds_office, tells_place, tells_role
from onrecord.sourcing.facts import asks_for_anonymity, basis_in, record_link
from onrecord.sourcing.grammar import FIRST_PERSON, RELATIVES
from onrecord.sourcing.headline_case import body_cased
from onrecord.sourcing.lexicon import exact_names, phrases, sector_of_noun, singular
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.outlets import Outlet, Outlets
from onrecord.sourcing.people import register
from onrecord.sourcing.records import exact_citation, record_of
from onrecord.sourcing.register import Draft, Register
from onrecord.sourcing.relays import hosts, origin_cue, outlets_of, passed_on, relayer_of, with_origins
from onrecord.sourcing.shared import UNNAMED, once_for_all
from onrecord.sourcing.tokens import tokens

_CONJUNCTION = re.compile(r",?\s+and\s+|\s*,\s+(?=[A-Z])")
_CITING = re.compile(r",?\s+(?:citing|quoting|(?:which|who)\s+(?:cited|cites|quoted|quotes))\s")
_AND = re.compile(r"\sand\s")
# A part of a group told before: "one", "both", "two of them", "the third", "one of the officers, who …".
_PART = re.compile(
    r"(?:(?P<single>one|another|the\s+(?:first|second|third|fourth|fifth|other|latter|former))|two|three|four|five|six|both|all|none|"
    r"neither|each|others|the\s+(?:others|two|three|four|pair|rest))(?:\s+of\s+(?:the\s+|these\s+|those\s+)?(?P<noun>\w+))?\s*(?=$|[,–—(]|who\b)",
    re.IGNORECASE,
)
# "a dispatcher, who gave only her first name, Wanjiru": a person named in part
_FIRST_NAME = re.compile(
    r"\b(?:gave|giving|gives|use[ds]?|using|identified)\s+(?:himself\s+|herself\s+)?(?:only\s+)?(?:by\s+)?(?:only\s+)?(?:her|his|their|an?|one)\s+"
    r"(?:(?:first|given|last)\s+)?name(?:\s+only)?,\s+(?:as\s+)?(?P<name>[A-Z][\w’'-]+)"
)
_SHORT = frozenset({"source", "insider", "official"})  # headlines' words for whoever is described below
_ANYBODY = frozenset({"them", "these", "those", "person", "source"})
_GROUP_REACH = 3  # paragraphs
_JUST_BEFORE = 1
_INTRODUCED_WITHIN = 2000  # characters
_LONGEST_PASSAGE = 1500  # characters on either side; only a text without full stops has such sentences


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
    spoken = sorted(with_origins(resolver.text, spoken, sentences, resolver.outlets), key=lambda r: r.cue)
    found = resolver.attributed(spoken)
    for inner, host in hosts(spoken):
        found[inner] = passed_on(article.text, found[inner], found[host])
    return Sourcing(tuple(draft.finished() for draft in resolver.register.drafts), tuple(found))


def _position(relation: Relation) -> tuple[int, int]:
    first = relation.source or relation.cue
    return first[0]


class _Resolver:
    def __init__(self, article: Article, sentences: Sequence[Span], quotations: Sequence[Span]) -> None:
        self.article = article
        self.text = body_cased(article)
        self.register = Register(register(article))
        self.outlets = Outlets(article, self.text)
        self.blocks = [b.start for b in article.blocks]
        self.sentences = sentences
        self.quotations = quotations
        self.sentence_starts = [s.start for s in self.sentences]
        self.quotation_starts = [q.start for q in self.quotations]
        self.withheld: dict[str, Anonymity] = {}
        self.through: dict[int, Outlet] = {}
        self.known_offices: dict[str, bool] = {}
        self.latest: Relation | None = None
        self.groups: dict[str, str] = {}
        self.bases: dict[str, str] = {}

    def attributed(self, relations: Sequence[Relation]) -> list[Attributed]:
        """What is told about each relation; mentions and disclosures of withheld names are read in text order."""
        self.through = outlets_of(self.text, relations, self.sentences, self.outlets)
        found: dict[int, Attributed] = {}
        steps: list[tuple[int, int, int | Disclosure]] = [(_position(r)[0], 0, i) for i, r in enumerate(relations)]
        steps += [(d.place, 1, d) for d in disclosures(self.text, self.sentences, self.quotations)]
        sharing: dict[Ranges, list[Relation]] = {}
        for relation in relations:
            sharing.setdefault(relation.content, []).append(relation)
        pending: list[Disclosure] = []
        done: list[Attributed] = []
        for place, _, step in sorted(steps, key=lambda s: s[:2]):
            if isinstance(step, Disclosure):
                if not self._withholds(step, done):
                    pending.append(step)
                continue
            pending = [d for d in pending if d.sentence.end > place]
            found[step] = self._attribute(step, relations[step], sharing.get(relations[step].content, ()))
            done.append(found[step])
            if pending and found[step].identity in UNNAMED:
                self._withhold(found[step].sources[0], pending.pop().anonymity)
        drafts = {draft.id: draft for draft in self.register.drafts}
        told = self._joined_to_headline([found[i] for i in range(len(relations))])
        return once_for_all(told, drafts, self.withheld, self.groups)

    def _attribute(self, number: int, relation: Relation, sharing: Sequence[Relation]) -> Attributed:
        """What is told about a relation; ``sharing`` are those of the same statement."""
        cue = Span(relation.cue[0][0], relation.cue[-1][1])
        passage = self._passage(relation)
        if not relation.source:
            return _agentless(relation, passage)
        mention = Span(relation.source[0][0], relation.source[-1][1])
        if self._is_outlet(mention):
            return self._witness(relation, mention, passage)
        mention = self._relative(mention, passage)
        relayer = None
        if origin_cue(self.text, relation):
            relayer = relayer_of(relation, sharing, self.latest, passage, self.outlets)
        self.latest = relation
        read = [read_mention(self.text, part) for part in _conjuncts(self.text, self._before_citing(mention))]
        first_name = _FIRST_NAME.search(self.text, mention.start, mention.end)
        if first_name:
            read = [Mention(mention, Kind.PERSON, read[0].words, first_name.group("name"), sector=read[0].sector)]
        cited = exact_citation(mention.of(self.text))
        if cited and read[0].kind in (Kind.UNKNOWN, Kind.ROLE, Kind.DOCUMENT):
            read = [replace(read[0], kind=Kind.DOCUMENT, name=read[0].words, placed=True)]
        drafts, relay = self._sources(read, mention, relayer)
        outlet = self.through.get(number)
        lead = drafts[0]
        if outlet:
            relay = [*relay, self._draft_of_outlet(outlet)]
        elif relayer and relay and relay[0].sector is Sector.MEDIA:
            outlet = Outlet(relay[0].name, relayer, self.outlets.on_air(relayer.of(self.text)))
        elif lead.kind is Kind.RELAYER or self._speaks_as_outlet(mention, lead):
            outlet = Outlet(lead.name, mention, self.outlets.on_air(mention.of(self.text)))
        statement = tuple(Span(*part) for part in relation.content)
        spoken_in = record_of(self.text, relation, passage)
        spans = (mention, cue, *statement, *([spoken_in] if spoken_in else []))
        known = lead.identity not in UNNAMED
        link = record_link(self.article, spans) if known else None
        if known and not link:
            link = cited or (exact_citation(spoken_in.of(self.text)) if spoken_in else None)
        part = read[0].kind is Kind.PRONOUN or read[0].definite
        return Attributed(
            relation=relation,
            mention=mention,
            sources=tuple(dict.fromkeys(d.id for d in drafts)),
            relay=tuple(dict.fromkeys(d.id for d in relay if d not in drafts)),
            identity=lead.identity,
            sector=lead.sector,
            placed=self._introduced(read[0], lead) or tells_place(self.text, read[0]) or (lead.placed and part),
            described=read[0].kind is Kind.ROLE and sector_of_noun(read[0].head) is not None,
            spokesperson=read[0].spokesperson and lead.identity is not Identity.NAMED_PERSON,
            office=self._holds_office(read[0], lead),
            relayer=lead.kind is Kind.RELAYER,
            role_told=tells_role(self.text, read[0], passage.end),
            outlet=outlet,
            record=spoken_in.of(self.text) if spoken_in else None,
            basis=None
            if known
            else basis_in(self.text, self._beside(mention, cue, passage)) or self.bases.get(lead.id),
            verifiable=link,
            passage=passage,
        )

    def _joined_to_headline(self, found: list[Attributed]) -> list[Attributed]:
        """A headline's "sources" or "logs" are those that the body tells more about."""
        if len(self.blocks) < 2 or self.article.blocks[0].kind is not BlockKind.HEADLINE:
            return found
        body = [a for a in found if a.sources and a.passage.start >= self.blocks[1]]
        return [self._from_body(told, body) if self._heads(told) else told for told in found]

    def _heads(self, told: Attributed) -> bool:
        return bool(told.sources) and told.passage.end <= self.blocks[1]

    def _from_body(self, told: Attributed, body: Sequence[Attributed]) -> Attributed:
        """A headline's attribution with the body's source, if the body tells more about it."""
        own = self._draft(told)
        same = next((b for b in body if own is not self._draft(b) and _same_kind(own, self._draft(b))), None)
        if same is None or own.identity not in (*UNNAMED, Identity.DOCUMENT):
            return told
        self._draft(same).mentions += own.mentions
        return replace(told, sources=(same.sources[0], *told.sources[1:]), placed=told.placed or same.placed)

    def _draft(self, told: Attributed) -> Draft:
        return self.register.drafts[int(told.sources[0].removeprefix("s")) - 1]

    def _speaks_as_outlet(self, mention: Span, draft: Draft) -> bool:
        """Whether an outlet is the source itself."""
        if draft.kind is Kind.BODY and draft.sector is Sector.MEDIA:
            return True
        named = self.outlets.at(mention.start, mention.end)
        return named is not None and named.span.end == mention.end and draft.identity is not Identity.DOCUMENT

    def _beside(self, mention: Span, cue: Span, passage: Span) -> Span:
        """A mention with the clauses behind it: up to its cue, or to the end of the sentence or the next quotation."""
        end = cue.start if cue.start >= mention.end else passage.end
        at = bisect_right(self.quotation_starts, mention.end)
        if at < len(self.quotations):
            end = min(end, max(mention.end, self.quotations[at].start))
        return Span(mention.start, max(mention.end, end))

    def _holds_office(self, mention: Mention, draft: Draft) -> bool:
        """Whether somebody unnamed is told by an office that one person holds, and was from the first."""
        held = self.known_offices.setdefault(draft.id, holds_office(self.text, mention))
        return held and draft.identity in UNNAMED

    def _withholds(self, told: Disclosure, done: Sequence[Attributed]) -> bool:
        """Give what is told of a withheld name to its source: whoever stands before it in its sentence, or its subject.

        Returns:
            False if the sentence begins with it ("Speaking on condition of anonymity, …"): whoever follows is meant.
        """
        inside = takewhile(lambda a: a.passage.end > told.sentence.start, reversed(done))
        by_name = first_name_only(self.text, told)
        before = [a for a in inside if a.mention and told.sentence.start <= a.mention.start <= told.place]
        unnamed = [a for a in before if a.identity in UNNAMED or by_name]
        unnamed = [a for a in unnamed if not self._is_relative(a)] or unnamed
        if unnamed:
            self._withhold(max(unnamed, key=_place_of).sources[0], told.anonymity)
            return True
        subject = subject_of(self.text, told) if told.plain else None
        if subject is None:
            return not told.plain
        draft = self._referent(subject, told)
        if draft and draft.identity in UNNAMED:
            self._withhold(draft.id, told.anonymity)
        return True

    def _is_relative(self, told: Attributed) -> bool:
        """Whether a mention is "who": it stands for the one before it."""
        return told.mention is not None and told.mention.of(self.text).lower() in RELATIVES

    def _withhold(self, source: str, told: Anonymity) -> None:
        self.withheld[source] = better(self.withheld.get(source, Anonymity()), told)
        draft = self.register.drafts[int(source.removeprefix("s")) - 1]
        if told.disclosed and draft.identity in UNNAMED:
            draft.identity = Identity.ANONYMOUS_SOURCE

    def _referent(self, subject: Span, told: Disclosure) -> Draft | None:
        """Who a disclosure's subject is: "they", "both", "the engineer", "two former members of the group".

        Where the outlet itself is the subject ("we are protecting her name") or nobody in particular ("the people"),
        it is whoever spoke last.
        """
        read = read_mention(self.text, subject)
        words = subject.of(self.text)
        if (
            words.lower() in FIRST_PERSON
            or self.outlets.witnesses(words)
            or (read.definite and singular(read.head) in _ANYBODY)
        ):
            return self._last_unnamed(told.place)
        if read.kind in (Kind.PERSON, Kind.BODY, Kind.DOCUMENT):
            return None
        draft = self._part(read) or self.register.resolve(read, bisect_right(self.blocks, subject.start), True)
        self._learn_basis(draft, Span(subject.start, told.place))
        return draft if draft.identity in UNNAMED else self._last_unnamed(told.place)

    def _learn_basis(self, draft: Draft, passage: Span) -> None:
        """Keep how a source knows where that is told before it speaks."""
        basis = basis_in(self.text, passage)
        if basis:
            self.bases.setdefault(draft.id, basis)

    def _introduced(self, read: Mention, draft: Draft) -> bool:
        """Whether somebody met again ("the fitter") was placed where first met: "a fitter at Brell Marine"."""
        if read.kind not in (Kind.ROLE, Kind.UNKNOWN) or read.plural or not read.definite or len(draft.mentions) > 1:
            return False
        low = max(0, read.span.start - _INTRODUCED_WITHIN)
        first = re.compile(rf"\b(?:[Aa]n?|[Oo]ne)\s+(?:[\w-]+\s+){{0,3}}?{re.escape(read.head)}\b[^.;!?“”\"]{{0,200}}")
        met = next(first.finditer(self.text, low, read.span.start), None)
        if met is None:
            return False
        self._learn_basis(draft, Span(*met.span()))
        return tells_place(self.text, read_mention(self.text, Span(met.start(), met.end())))

    def _last_unnamed(self, place: int) -> Draft | None:
        """The unnamed source last spoken of before a place, within the paragraphs just before."""
        paragraph = bisect_right(self.blocks, place)
        near = [
            d for d in self.register.drafts if d.identity in UNNAMED and self._near(d, place, paragraph, _JUST_BEFORE)
        ]
        return max(near, key=lambda d: _last_mention(d, place), default=None)

    def _near(self, draft: Draft, place: int, paragraph: int, reach: int) -> bool:
        last = _last_mention(draft, place)
        return last >= 0 and paragraph - bisect_right(self.blocks, last) <= reach

    def _part(self, read: Mention) -> Draft | None:
        """A group told before, for "both" or "two of them"; for "the third" a new source that belongs to it."""
        part = _PART.match(read.span.of(self.text))
        group = self._group(read, part) if part else None
        if not group or not part or part.group("single") is None:
            return group
        one = replace(
            read, kind=Kind.ROLE, name=None, title=group.title, head=group.head, sector=group.sector, plural=False,
            definite=False, placed=group.placed, pronoun=None,
        )  # fmt: skip
        draft = self.register.resolve(one, bisect_right(self.blocks, read.span.start), False)
        self.groups[draft.id] = group.id
        return draft

    def _group(self, read: Mention, part: re.Match[str]) -> Draft | None:
        """The group that a part of it stands for: "one", "two of them", "the third", "one of the officers"."""
        place = read.span.start
        paragraph = bisect_right(self.blocks, place)
        groups = [
            d for d in self.register.drafts
            if d.plural and d.identity in UNNAMED and self._near(d, place, paragraph, _GROUP_REACH)
        ]  # fmt: skip
        wanted = singular(part.group("noun").lower()) if part.group("noun") else None
        named = [d for d in groups if wanted and singular(d.head) == wanted]
        if wanted and wanted not in _ANYBODY and not named:
            return None
        return max(named or groups, key=lambda d: _last_mention(d, place), default=None)

    def _draft_of_outlet(self, outlet: Outlet) -> Draft:
        """An outlet as a source."""
        body = Mention(
            outlet.span,
            Kind.BODY,
            outlet.name,
            outlet.name,
            sector=Sector.MEDIA,
            head=outlet.name.lower(),
            definite=True,
            placed=True,
        )
        known = next((d for d in self.register.drafts if d.name == outlet.name), None)
        return known or self.register.resolve(body, bisect_right(self.blocks, outlet.span.start), False)

    def _is_outlet(self, mention: Span) -> bool:
        """Whether a mention is the outlet itself, outside quotation marks: "we", "our reporter", "this newspaper"."""
        words = mention.of(self.text).strip()
        at = bisect_right(self.quotation_starts, mention.start) - 1
        quoted = at >= 0 and self.quotations[at].overlaps(mention)
        return not quoted and (words.lower() in FIRST_PERSON or self.outlets.witnesses(words))

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

    def _sources(self, read: list[Mention], mention: Span, relayer: Span | None) -> tuple[list[Draft], list[Draft]]:
        """The sources of a mention, and those who relayed them."""
        paragraph = bisect_right(self.blocks, mention.start)
        drafts = [self._part(m) or self.register.resolve(m, paragraph, False) for m in read]
        outlet = _outlet_inside(self.text, read[0]) if len(read) == 1 else None
        if outlet:
            return drafts, [self.register.resolve(outlet, paragraph, False)]
        if relayer:
            named = self.outlets.at(relayer.start, relayer.end)
            return drafts, [
                self._draft_of_outlet(named)
                if named
                else self.register.resolve(read_mention(self.text, relayer), paragraph, False)
            ]
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


def _same_kind(headline: Draft, body: Draft) -> bool:
    """Whether a headline's short words may stand for a source of the body."""
    if body.identity is Identity.DOCUMENT or headline.identity is Identity.DOCUMENT:
        return headline.identity is body.identity and singular(headline.head) == singular(body.head)
    shadows = headline.identity in UNNAMED and body.identity in UNNAMED
    return (
        shadows
        and headline.plural
        and body.plural
        and (headline.head == body.head or singular(headline.head) in _SHORT)
    )


def _last_mention(draft: Draft, place: int) -> int:
    """Where a source was last mentioned before a place, -1 if it was not."""
    return next((m.start for m in reversed(draft.mentions) if m.start < place), -1)


def _place_of(told: Attributed) -> int:
    return told.mention.start if told.mention else -1


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
    joint = _AND.search(text, mention.start, mention.end) and not _one_body(text, mention)
    if not joint or not all(_stands_alone(text, part) for part in parts):
        return [mention]
    return parts


def _one_body(text: str, mention: Span) -> bool:
    """Whether the conjunction stands inside one name: "Norwell Fire and Rescue Service"."""
    words = [token.lower for token in tokens(text, mention)]
    kind = phrases("organizations").ending(words)
    return kind is not None and "and" in words[-kind[0] :]


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
