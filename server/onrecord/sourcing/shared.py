"""What holds for a source wherever it speaks: how it knows, why it is unnamed, where it belongs, its record's link.

An article tells such things once (evaluation/gold/GUIDE.md, "Once for all").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Anonymity, Identity, Sector
from onrecord.sourcing.anonymity import better
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.drafts import UNNAMED, Draft
from onrecord.sourcing.gathered import Gathered


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the attributions of one source tell together."""

    identity: Identity
    sector: Sector
    anonymity: Anonymity
    placed: bool
    described: bool
    office: bool
    spokesperson: bool
    role_told: bool
    basis: str | None
    verifiable: str | None


def once_for_all(found: Sequence[Attributed], gathered: Gathered) -> list[Attributed]:
    """Give every attribution what the article tells of its source anywhere.

    Args:
        found: the attributions, each with what is told there.
        gathered: the sources, as the whole article tells them.
    """
    by_source: dict[str, list[Attributed]] = {}
    for told in found:
        if told.sources:
            by_source.setdefault(told.sources[0], []).append(told)
    _all_told(gathered.drafts)
    for draft in gathered.drafts:
        if draft.group and draft.group.identity is Identity.ANONYMOUS_SOURCE and draft.unnamed:
            draft.identity = Identity.ANONYMOUS_SOURCE
    shared = {source: _together(gathered.by_id(source), by_source) for source in by_source}
    return [_with(told, shared[told.sources[0]]) if told.sources else told for told in found]


def _all_told(drafts: Sequence[Draft]) -> None:
    """Withhold the names of a group whose members all had theirs withheld, one by one."""
    members: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.group:
            members.setdefault(draft.group.number, []).append(draft)
    for number, those in members.items():
        group = drafts[number - 1]
        if len(those) > 1 and group.unnamed and all(one.anonymity.disclosed for one in those):
            group.identity = Identity.ANONYMOUS_SOURCE
            for one in those:
                group.anonymity = better(group.anonymity, one.anonymity)


def _together(draft: Draft, by_source: dict[str, list[Attributed]]) -> _Shared:
    """What is told of a source, and of the group that it is one of."""
    same = by_source[draft.id]
    anonymity = draft.anonymity
    if draft.group:
        same = [*same, *by_source.get(draft.group.id, ())]
        anonymity = better(anonymity, draft.group.anonymity)
    return _Shared(
        identity=draft.identity,
        sector=draft.judged or draft.sector,
        anonymity=anonymity,
        placed=any(t.placed for t in same),
        described=any(t.described for t in same),
        office=any(t.office for t in same),
        spokesperson=any(t.spokesperson for t in same),
        role_told=any(t.role_told for t in same),
        basis=_first(t.basis for t in same),
        verifiable=_first(t.verifiable for t in same),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _with(told: Attributed, shared: _Shared) -> Attributed:
    if told.witness:
        return told
    identity = shared.identity
    told = replace(told, identity=identity, sector=shared.sector)
    if identity is Identity.DOCUMENT:
        record = told.verifiable or shared.verifiable
        return replace(told, verifiable=record, placed=shared.placed)
    if identity is Identity.NAMED_PERSON:
        known = shared.role_told and not shared.anonymity.disclosed  # a first name alone leads to nobody
        return replace(told, role_told=known, anonymity=shared.anonymity)
    if identity not in UNNAMED:
        return told
    return replace(
        told,
        placed=shared.placed,
        described=shared.described,
        office=shared.office,
        spokesperson=shared.spokesperson,
        basis=told.basis or shared.basis,
        anonymity=shared.anonymity,
    )
