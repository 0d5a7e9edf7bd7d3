"""The rung of the transparency ladder on which an attribution stands (rubric, section 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Hedge, HedgeKind, Identity, Reason, Source
from onrecord.rubric import Rubric
from onrecord.sourcing import Attributed

UNNAMED = frozenset({Identity.ANONYMOUS_SOURCE, Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP})
NAMED = frozenset({Identity.NAMED_PERSON, Identity.NAMED_ORGANIZATION, Identity.DOCUMENT})


def rung_of(
    told: Attributed, sources: Mapping[str, Source], hedges: Sequence[Hedge], rules: Rubric
) -> tuple[float, tuple[str, ...]]:
    """The rung of one attribution and the ids of the rules that led there: its own rung, then what moved it.

    Args:
        told: the attribution.
        sources: all sources by id.
        hedges: the hedges on its statement.
        rules: the rubric, for the modifiers.
    """
    own = _own_rung(told, sources)
    rung: float = own
    used = []
    if told.relay:
        hop = rules.modifiers["relay_hop"]
        relayed = max(hop.limit, rung + hop.amount * len(told.relay))
        rung = min(relayed, *(rung_alone(sources[r]) for r in told.relay), rung) if rung else rung
        used.append(hop.id)
    if len(told.sources) > 1 and told.identity in UNNAMED:
        second = rules.modifiers["corroborated"]
        rung = max(rung, min(rung + second.amount, second.limit))
        used.append(second.id)
    stacked = rules.modifiers["stacked_hedge"]
    reportive = any(h.kind is HedgeKind.REPORTIVE and not h.in_quotation for h in hedges)
    if reportive and 0 < rung <= (stacked.highest_rung or 0):
        rung = max(stacked.limit, rung + stacked.amount)
        used.append(stacked.id)
    return rung, (rules.rungs[own].id, *used)


def _own_rung(told: Attributed, sources: Mapping[str, Source]) -> int:
    """The rung before modifiers; the least told of several joint sources decides.

    What reaches the reader only through somebody unnamed stands no higher than that relayer.
    """
    if not told.sources:
        return 0
    if told.witness:
        return 7
    own = _alone(told, sources)
    relayer = told.through
    if relayer and (relayer.relayer or relayer.identity in UNNAMED):
        own = min(own, _own_rung(relayer, sources))
    nameless = any(rung_alone(sources[r]) == 1 for r in told.relay)  # "two channels, quoting the same minister"
    return min(own, 1) if nameless else own


def _alone(told: Attributed, sources: Mapping[str, Source]) -> int:
    """The rung of a source by itself, whoever passed its words on."""
    if told.relayer:
        return 1
    if told.identity in NAMED and told.verifiable:
        return 8
    if told.spokesperson or told.office:
        return 5
    if told.identity in UNNAMED:
        return _unnamed(told)
    if told.identity is Identity.DOCUMENT and not told.placed:
        return 2
    if told.identity is Identity.NAMED_PERSON and told.role_told and len(told.sources) == 1:
        return 7
    return min(rung_alone(sources[s]) for s in told.sources)


def _unnamed(told: Attributed) -> int:
    if told.anonymity.reason is Reason.SPECIFIC and told.basis and (told.placed or told.described):
        return 4
    return 3 if told.placed else 2


def rung_alone(source: Source) -> int:
    """How far a source alone is identified, whatever is told with one attribution."""
    if source.identity is Identity.NAMED_PERSON:
        return 7 if source.title or source.affiliation else 6
    if source.identity in NAMED:
        return 6
    return 1 if source.sector.value == "media" and source.identity is Identity.UNNAMED_GROUP else 3
