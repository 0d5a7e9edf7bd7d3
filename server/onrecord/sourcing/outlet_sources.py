"""Outlets as sources: the one that publishes the article, and those that speak or pass on what others said."""

from __future__ import annotations

from onrecord.attribution import Relation
from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.grammar import FIRST_PERSON
from onrecord.sourcing.layout import Layout
from onrecord.sourcing.lexicon import exact_names
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.outlets import Outlet, Outlets
from onrecord.sourcing.register import Register
from onrecord.sourcing.tokens import tokens

_NAMED_WITHIN = 400  # characters before "the paper"


def is_own_voice(layout: Layout, outlets: Outlets, mention: Span) -> bool:
    """Whether a mention is the outlet itself, outside quotation marks: "we", "our reporter", "this newspaper"."""
    words = mention.of(layout.text).strip()
    own = words.lower() in FIRST_PERSON or outlets.witnesses(words)
    return own and not layout.quoted(mention)


def witness(layout: Layout, register: Register, relation: Relation, mention: Span, passage: Span) -> Attributed:
    """What the outlet says of itself: "we have not seen the log"."""
    name = layout.article.site or layout.article.byline or "the outlet itself"
    outlet = register.outlet(name, mention)
    return Attributed(
        relation, mention, (outlet.id,), (), outlet.identity, outlet.sector, passage, placed=True, witness=True
    )


def draft_of(outlet: Outlet, layout: Layout, register: Register, outlets: Outlets) -> Draft | None:
    """Another outlet as a source; None for "the paper" where no other was named before."""
    if outlet.again:
        last = register.gathered.bodies.last_outlet()
        if last:
            return None if outlets.is_own(last.name) else last
        named = outlets.before(0, outlet.span.start, _NAMED_WITHIN)
        if not named:
            return None
        outlet = named
    if not outlet.named:
        return register.resolve(read_mention(layout.text, outlet.span), layout.paragraph(outlet.span.start))
    body = Mention(
        outlet.span, Kind.BODY, outlet.name, outlet.name, sector=Sector.MEDIA, head=outlet.name.lower(),
        definite=True, placed=True,
    )  # fmt: skip
    known = register.gathered.named(outlet.name)
    return known or register.resolve(body, layout.paragraph(outlet.span.start))


def speaks_itself(draft: Draft, mention: Span, outlets: Outlets) -> bool:
    """Whether a source is an outlet, or media without a name."""
    if draft.kind is Kind.RELAYER or (draft.kind is Kind.BODY and draft.sector is Sector.MEDIA):
        return True
    named = outlets.at(mention.start, mention.end)
    return named is not None and named.span.end == mention.end and draft.identity is not Identity.DOCUMENT


def outlet_inside(text: str, mention: Mention) -> Mention | None:
    """The outlet through which somebody unnamed speaks: "intelligence from Ukrainian outlets such as Suspilne"."""
    if mention.kind not in (Kind.ROLE, Kind.RELAYER):
        return None
    inside = (t for t in tokens(text, mention.span) if t.capital and exact_names("bodies").get(t.text) == "media")
    token = next(inside, None)
    return read_mention(text, Span(token.start, token.end)) if token else None
