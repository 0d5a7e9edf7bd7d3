"""Who carries the article: intelligence alone, nobody, bare sources, withheld names, several hands, several names."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Channel, Identity, Reason, Sector
from onrecord.scoring.case import Case, Item
from onrecord.scoring.rungs import NAMED, UNNAMED
from onrecord.scoring.signals.findings import Finding, cue_text, names_of, quoted_list, whole
from onrecord.scoring.signals.headline import on_topic

_BARE_HEADS = frozenset({"source", "sources", "insider", "insiders", "person", "people"})
_MOST = 0.5
_LEAST_INTELLIGENCE = 2


def _is_intelligence(case: Case, item: Item) -> bool:
    return any(case.sources[s].sector is Sector.INTELLIGENCE for s in item.found.sources)


def intelligence_sole_basis(case: Case) -> Finding | None:
    """Most attributions, or those of the central claim, rest on intelligence and on nobody outside it."""
    ours = [i for i in case.weighed if _is_intelligence(case, i)]
    if not ours:
        return None
    central = [i for i in on_topic(case) if i.found.sources and i.found.rung > 1]
    carries_centre = sum(i in ours for i in central) >= _LEAST_INTELLIGENCE and all(i in ours for i in central)
    carries_most = len(ours) >= _LEAST_INTELLIGENCE and len(ours) / len(case.weighed) >= _MOST
    if not carries_centre and not carries_most:
        return None
    names = " and ".join(f"“{n}”" for n in names_of(case, ours)[:2])
    return Finding(1, tuple(whole(i.found) for i in ours), {"source": names})


def agentless_density(case: Case) -> Finding | None:
    """Many claims at nobody's door."""
    items = case.weighed
    none = [i for i in items if not i.found.sources]
    least = case.rules.signals["agentless_density"].threshold or 1.0
    if len(none) < 2 or len(none) / len(items) < least:
        return None
    words = {"count": str(len(none)), "total": str(len(items)), "examples": _cues(case, none)}
    return Finding(len(none), tuple(whole(i.found) for i in none), words)


def bare_sources(case: Case) -> Finding | None:
    """Sources called nothing but that."""
    bare = [i for i in case.weighed if i.told.identity in UNNAMED and _is_bare(case, i)]
    return _each_source(case, bare)


def _is_bare(case: Case, item: Item) -> bool:
    name = case.sources[item.found.sources[0]].name.lower().split()
    return item.found.rung <= 2 and any(w in _BARE_HEADS for w in name[:2]) and not item.told.placed


def anonymity_unexplained(case: Case) -> Finding | None:
    """A name is withheld and no specific reason given."""
    items = [
        i
        for i in case.weighed
        if i.told.identity in UNNAMED
        and (i.found.anonymity.disclosed or i.found.anonymity.reason is Reason.STOCK)
        and i.found.anonymity.reason is not Reason.SPECIFIC
    ]
    return _each_source(case, items)


def hearsay_chain(case: Case) -> Finding | None:
    """Statements that came through several hands."""
    least = case.rules.signals["hearsay_chain"].threshold or 2
    items = [i for i in case.weighed if len(i.found.relay) >= least]
    if not items:
        return None
    return Finding(len(items), tuple(whole(i.found) for i in items), {"examples": _cues(case, items)})


def several_named_sources(case: Case) -> Finding | None:
    """Several named and independent sources speak."""
    names = independent_named(case)
    least = case.rules.signals["several_named_sources"].threshold or 3
    if len(names) < least:
        return None
    spans = tuple(whole(i.found) for i in case.weighed if any(s in names for s in i.found.sources))
    shown = ", ".join(case.sources[s].name for s in names[:5]) + (
        f" and {len(names) - 5} more" if len(names) > 5 else ""
    )
    return Finding(1, spans, {"count": str(len(names)), "examples": shown})


def independent_named(case: Case) -> list[str]:
    """Named people and bodies that speak for themselves; people of one body count once, documents not at all."""
    seen: dict[str, str] = {}
    for item in case.weighed:
        for source in (case.sources[s] for s in item.found.sources):
            speaks = source.identity in NAMED - {Identity.DOCUMENT} and item.found.channel is not Channel.PRESS_REPORT
            if speaks and not item.told.witness and not item.found.relay and item.found.rung >= 5:
                seen.setdefault((source.affiliation or source.name).lower(), source.id)
    return list(seen.values())


def _each_source(case: Case, items: Iterable[Item]) -> Finding | None:
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.found.sources[0], item)
    if not first:
        return None
    spans = tuple(whole(i.found) for i in first.values())
    return Finding(len(first), spans, {"examples": quoted_list(case.sources[s].name for s in first)})


def _cues(case: Case, items: Iterable[Item]) -> str:
    return quoted_list(cue_text(case, i.found) for i in items)
