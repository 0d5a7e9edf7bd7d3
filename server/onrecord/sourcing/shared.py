"""What holds for a source wherever it speaks: how it knows, why it is unnamed, where it belongs, its record's link.

An article tells such things once (evaluation/gold/GUIDE.md, "Once for all").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Anonymity, Identity
from onrecord.sourcing.anonymity import better
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.register import Draft

UNNAMED = frozenset({Identity.ANONYMOUS_SOURCE, Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP})


def once_for_all(
    found: Sequence[Attributed],
    drafts: Mapping[str, Draft],
    withheld: Mapping[str, Anonymity],
    groups: Mapping[str, str],
) -> list[Attributed]:
    """Give every attribution what the article tells of its source anywhere.

    Args:
        found: the attributions, each with what is told there.
        drafts: the sources by id, as the whole article tells them.
        withheld: what is told of withheld names, by source.
        groups: the group that somebody is one of ("one of them"): what is told of it holds for each.
    """
    for one, group in groups.items():
        if drafts[group].identity is Identity.ANONYMOUS_SOURCE and drafts[one].identity in UNNAMED:
            drafts[one].identity = Identity.ANONYMOUS_SOURCE
    by_source: dict[str, list[Attributed]] = {}
    for told in found:
        if told.sources:
            by_source.setdefault(told.sources[0], []).append(told)
    return [_shared(told, drafts, by_source, withheld, groups) if told.sources else told for told in found]


def _shared(
    told: Attributed,
    drafts: Mapping[str, Draft],
    by_source: Mapping[str, Sequence[Attributed]],
    withheld: Mapping[str, Anonymity],
    groups: Mapping[str, str],
) -> Attributed:
    own = told.sources[0]
    group = groups.get(own, own)
    same = by_source[own] if group == own else [*by_source[own], *by_source.get(group, ())]
    return _with(told, drafts[own], same, better(withheld.get(own, Anonymity()), withheld.get(group, Anonymity())))


def _with(told: Attributed, draft: Draft, same: Sequence[Attributed], reason: Anonymity) -> Attributed:
    identity = draft.identity
    if told.witness:
        return told
    if identity is Identity.DOCUMENT:
        record = told.verifiable or next((t.verifiable for t in same if t.verifiable), None)
        return replace(told, identity=identity, verifiable=record, placed=any(t.placed for t in same))
    if identity is Identity.NAMED_PERSON:
        known = any(t.role_told for t in same) and not reason.disclosed  # a first name alone leads to nobody
        return replace(told, identity=identity, role_told=known, anonymity=reason)
    if identity not in UNNAMED:
        return replace(told, identity=identity)
    return replace(
        told,
        identity=identity,
        placed=any(t.placed for t in same),
        described=any(t.described for t in same),
        office=any(t.office for t in same),
        spokesperson=any(t.spokesperson for t in same),
        basis=told.basis or next((t.basis for t in same if t.basis), None),
        anonymity=reason,
    )
