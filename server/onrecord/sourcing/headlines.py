"""Headlines: whom a headline's "sources" or "logs" mean of those that the body tells more about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Identity
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.gathered import Gathered
from onrecord.sourcing.layout import Layout
from onrecord.sourcing.lexicon import singular

_SHORT = frozenset({"source", "insider", "official"})  # headlines' words for whoever is described below


def joined_to_headline(found: Sequence[Attributed], layout: Layout, gathered: Gathered) -> list[Attributed]:
    """Give a headline's attributions the body's sources, where the body tells more about them."""
    end = layout.headline_end()
    first: dict[str, Attributed] = {}
    for told in found:
        if told.sources and told.passage.start >= end > 0:
            first.setdefault(told.sources[0], told)
    return [_from_body(t, first.values(), gathered) if t.sources and t.passage.end <= end else t for t in found]


def _from_body(told: Attributed, body: Iterable[Attributed], gathered: Gathered) -> Attributed:
    own = gathered.by_id(told.sources[0])
    if not (own.unnamed or own.identity is Identity.DOCUMENT):
        return told
    same = next((b for b in body if b.sources[0] != own.id and _may_be(own, gathered.by_id(b.sources[0]))), None)
    if same is None:
        return told
    gathered.by_id(same.sources[0]).mentions += own.mentions
    return replace(told, sources=(same.sources[0], *told.sources[1:]), placed=told.placed or same.placed)


def _may_be(headline: Draft, body: Draft) -> bool:
    """Whether a headline's short words may stand for a source of the body."""
    if body.identity is Identity.DOCUMENT or headline.identity is Identity.DOCUMENT:
        return headline.identity is body.identity and singular(headline.head) == singular(body.head)
    groups = headline.unnamed and body.unnamed and headline.plural and body.plural
    return groups and (headline.head == body.head or singular(headline.head) in _SHORT)
