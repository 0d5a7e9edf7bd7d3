"""One relation after the other: who speaks in it, through whom, and what is told about them there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.bearers import bearer_of, handed_to
from onrecord.sourcing.carried_on import Brought
from onrecord.sourcing.descriptions import holds_office, tells_place, tells_role
from onrecord.sourcing.drafts import UNNAMED, Draft
from onrecord.sourcing.facts import basis_in
from onrecord.sourcing.grammar import PRONOUNS
from onrecord.sourcing.layout import Layout, hull
from onrecord.sourcing.lexicon import sector_of_noun
from onrecord.sourcing.links import RecordLinks
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.outlet_sources import draft_of, is_own_voice, outlet_inside, speaks_itself, witness
from onrecord.sourcing.outlets import Outlet, Outlets
from onrecord.sourcing.parts import source_of
from onrecord.sourcing.records import exact_citation, record_of
from onrecord.sourcing.register import Register
from onrecord.sourcing.relays import origin_cue, relayer_of
from onrecord.sourcing.speakers import speakers
from onrecord.sourcing.through import outlets_of
from onrecord.sourcing.together import together

_INTRODUCED_WITHIN = 2000  # characters


class Attributor:
    """Tells what an article says about the source of each relation. Relations must come in text order."""

    def __init__(self, layout: Layout, outlets: Outlets, register: Register, relations: Sequence[Relation]) -> None:
        self._layout = layout
        self._outlets = outlets
        self._register = register
        self._links = RecordLinks(layout.article)
        self._through = outlets_of(layout.text, relations, layout.sentences, outlets)
        self._sharing: dict[Ranges, list[Relation]] = {}
        for relation in relations:
            self._sharing.setdefault(relation.content, []).append(relation)
        self._latest: Relation | None = None
        self._brought = Brought()

    def attribute(self, number: int, relation: Relation) -> Attributed:
        """What is told about a relation.

        Args:
            number: its place among all relations.
            relation: the relation.
        """
        passage = self._layout.passage(relation)
        if not relation.source:
            return Attributed(relation, None, (), (), Identity.NONE, Sector.UNKNOWN, passage)
        mention = hull(relation.source)
        if is_own_voice(self._layout, self._outlets, mention):
            return witness(self._layout, self._register, relation, mention, passage)
        read = speakers(self._layout.text, mention)
        read = (together(self._layout.text, read[0], self._register.people) if len(read) == 1 else []) or read
        relayer = self._relayer(relation, passage)
        if not self._nested(relation):
            self._latest = relation
        relayer = relayer or bearer_of(self._layout.text, relation, passage, read[0])
        # "Him" of "a docker told him" is whoever spoke before the docker does.
        pointed = relayer and relayer.of(self._layout.text).lower() in PRONOUNS
        relayer = None if pointed and self._nested(relation) else relayer
        relay = self._relay(read, relayer) if pointed else []
        drafts = [source_of(m, self._layout, self._register) for m in read]
        relay = relay or self._relay(read, relayer)
        self._note_holder(number, read[0], mention, passage)
        relay, outlet = self._passed_on_by(number, relay, drafts[0], mention, relayer)
        told = Attributed(
            relation=relation,
            mention=mention,
            sources=tuple(dict.fromkeys(d.id for d in drafts)),
            relay=tuple(dict.fromkeys(d.id for d in relay if d not in drafts)),
            identity=drafts[0].identity,
            sector=drafts[0].sector,
            passage=passage,
            relayer=drafts[0].kind is Kind.RELAYER,
            outlet=outlet,
        )
        told = self._brought.carried_on(told, mention.of(self._layout.text), hull(relation.cue).of(self._layout.text))
        return self._recorded(self._described(told, read[0], drafts[0]), mention)

    def _nested(self, relation: Relation) -> bool:
        """Whether a relation stands inside the last statement: "the Courier said the firms wanted it, citing"."""
        said = self._latest.content if self._latest else ()
        return bool(said) and said[0][0] <= relation.source[0][0] < said[-1][1]

    def _relayer(self, relation: Relation, passage: Span) -> Span | None:
        """Who cites or quotes the source of a relation, if its cue is an origin's."""
        if not origin_cue(self._layout.text, relation):
            return None
        return relayer_of(
            self._layout.text, relation, self._sharing[relation.content], self._latest, passage, self._outlets
        )

    def _note_holder(self, number: int, read: Mention, mention: Span, passage: Span) -> None:
        """Keep the outlet that got hold of a document: "an audit obtained by the Halvik Courier"."""
        at = handed_to(self._layout.text, mention, passage) if read.kind is Kind.DOCUMENT else None
        outlet = self._outlets.told(at, passage.end) if at else None
        if outlet:
            self._through.setdefault(number, outlet)

    def _passed_on_by(
        self, number: int, relay: list[Draft], lead: Draft, mention: Span, relayer: Span | None
    ) -> tuple[list[Draft], Outlet | None]:
        """Those who relayed a source, and the outlet through which it came."""
        outlet = self._through.get(number)
        draft = draft_of(outlet, self._layout, self._register, self._outlets) if outlet else None
        if draft:
            return [*relay, draft], outlet
        if relayer and relay and relay[0].sector is Sector.MEDIA:
            return relay, Outlet(relay[0].name, relayer, self._outlets.on_air(relayer.of(self._layout.text)))
        if speaks_itself(lead, mention, self._outlets):
            return relay, Outlet(lead.name, mention, self._outlets.on_air(mention.of(self._layout.text)))
        return relay, None

    def _relay(self, read: Sequence[Mention], relayer: Span | None) -> list[Draft]:
        """Those inside the mention or before "citing" who relayed a source."""
        told = outlet_inside(self._layout.text, read[0]) if len(read) == 1 else None
        if told is None and relayer:
            named = self._outlets.told(relayer.start, relayer.end)
            draft = draft_of(named, self._layout, self._register, self._outlets) if named else None
            if draft:
                return [draft]
            told = read_mention(self._layout.text, relayer)
        return [self._register.resolve(told, self._layout.paragraph(told.span.start))] if told else []

    def _described(self, told: Attributed, read: Mention, lead: Draft) -> Attributed:
        """What the words there tell of the source: place, office, role, and how it knows."""
        text = self._layout.text
        if lead.office is None:
            lead.office = holds_office(text, read)
        again = read.kind is Kind.PRONOUN or read.definite
        placed = self._introduced(read, lead) or tells_place(text, read) or (lead.placed and again)
        unnamed = lead.identity in UNNAMED
        return replace(
            told,
            placed=placed,
            described=read.kind is Kind.ROLE and sector_of_noun(read.head) is not None,
            spokesperson=read.spokesperson and lead.identity is not Identity.NAMED_PERSON,
            office=lead.office and unnamed,
            role_told=tells_role(text, read, told.passage.end),
            basis=(basis_in(text, self._beside(told)) or lead.basis) if unnamed else None,
        )

    def _recorded(self, told: Attributed, mention: Span) -> Attributed:
        """The record that a source speaks in, and by what a reader can look it up."""
        text = self._layout.text
        record = record_of(text, told.relation, told.passage)
        verifiable = None
        if told.identity not in UNNAMED:
            spans = (mention, hull(told.relation.cue), *(Span(*part) for part in told.relation.content))
            verifiable = self._links.on((*spans, record) if record else spans) or exact_citation(mention.of(text))
            verifiable = verifiable or (exact_citation(record.of(text)) if record else None)
        return replace(told, record=record.of(text) if record else None, verifiable=verifiable)

    def _beside(self, told: Attributed) -> Span:
        """A mention with the clauses behind it: up to its cue, or to the end of the sentence or the next quotation."""
        cue = hull(told.relation.cue)
        mention = told.mention or cue
        end = cue.start if cue.start >= mention.end else told.passage.end
        return Span(mention.start, max(mention.end, min(end, self._layout.next_quotation(mention.end))))

    def _introduced(self, read: Mention, draft: Draft) -> bool:
        """Whether somebody met again ("the fitter") was placed where first met: "a fitter at Brell Marine".

        How the source knows is often told there too, and kept.
        """
        if read.kind not in (Kind.ROLE, Kind.UNKNOWN) or read.plural or not read.definite or len(draft.mentions) > 1:
            return False
        met = _first_met(self._layout.text, read)
        if met is None:
            return False
        draft.basis = draft.basis or basis_in(self._layout.text, met)
        return tells_place(self._layout.text, read_mention(self._layout.text, met))


def _first_met(text: str, again: Mention) -> Span | None:
    """Where somebody was introduced by the noun that a later mention has: "a fitter …" before "the fitter"."""
    low = max(0, again.span.start - _INTRODUCED_WITHIN)
    first = re.compile(rf"\b(?:[Aa]n?|[Oo]ne)\s+(?:[\w-]+\s+){{0,3}}?{re.escape(again.head)}\b[^.;!?“”\"]{{0,200}}")
    met = first.search(text, low, again.span.start)
    return Span(*met.span()) if met else None
