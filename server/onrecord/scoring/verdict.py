"""The score: base, signals, band, interval, and the sum a reader can redo."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.model import Band, Identity, Points, Sector, Signal, Summary, Verdict
from onrecord.rubric import Rubric
from onrecord.scoring.case import Case, Item
from onrecord.scoring.rungs import NAMED, UNNAMED
from onrecord.scoring.signals.sources import independent_named

_TENTH = 1
LOWEST, HIGHEST = 0.0, 100.0


def rung_value(rules: Rubric, rung: float) -> float:
    """What a rung is worth, halves in between."""
    low = int(rung)
    value = rules.rungs[low].value
    return value if rung == low else value + (rules.rungs[low + 1].value - value) * (rung - low)


def verdict(case: Case, signals: Sequence[Signal]) -> Verdict:
    """Score a case with at least one weighed attribution or none at all.

    An article with hedged claims and nobody to lay them at has base 0.
    """
    items = case.weighed
    values = np.array([rung_value(case.rules, i.found.rung) for i in items])
    weights = np.array([i.weight for i in items])
    base = round(float(values @ weights / weights.sum()), _TENTH) if items else LOWEST
    bound = case.rules.score.signal_bound
    total = sum(s.points for s in signals)
    breakdown = [Points("base", base), *(Points(s.id, s.points) for s in signals)]
    bounded = min(bound, max(-bound, total))
    if bounded != total:
        breakdown.append(Points("bound", round(bounded - total, _TENTH)))
    score = min(HIGHEST, max(LOWEST, round(base + bounded, _TENTH)))
    if score != round(base + bounded, _TENTH):
        breakdown.append(Points("clamp", round(score - base - bounded, _TENTH)))
    return Verdict(
        score, _interval(case.rules, values, weights, bounded, score), band(case.rules, score), tuple(breakdown)
    )


def band(rules: Rubric, score: float) -> Band:
    """The score in words."""
    for least, name in (
        (rules.score.band_well, Band.WELL),
        (rules.score.band_mostly, Band.MOSTLY),
        (rules.score.band_thinly, Band.THINLY),
    ):
        if score >= least:
            return name
    return Band.POORLY


def _interval(rules: Rubric, values: np.ndarray, weights: np.ndarray, signals: float, score: float) -> tuple[int, int]:
    """Where the score would lie had the article used other attributions of its own kind: bootstrap, seed fixed."""
    if not len(values):
        return int(score), int(score)
    draw = np.random.default_rng(rules.score.bootstrap_seed)
    picked = draw.integers(0, len(values), (rules.score.bootstrap_rounds, len(values)))
    means = (values[picked] * weights[picked]).sum(1) / weights[picked].sum(1)
    tail = (1 - rules.score.interval_coverage) / 2
    low, high = np.clip(np.quantile(means, [tail, 1 - tail]) + signals, LOWEST, HIGHEST)
    return int(min(np.floor(low), np.floor(score))), int(max(np.ceil(high), np.ceil(score)))


def summary(case: Case) -> Summary:
    """Counts and shares of the weighed attributions."""
    items = case.weighed
    total = max(1, len(items))
    words = case.article.words

    def share(chosen: Sequence[Item]) -> float:
        return round(len(chosen) / total, 3)

    return Summary(
        attributions=len(case.items),
        named_share=share([i for i in items if i.told.identity in NAMED]),
        unnamed_share=share([i for i in items if i.told.identity in UNNAMED]),
        agentless_share=share([i for i in items if i.told.identity is Identity.NONE]),
        intelligence_share=share(
            [i for i in items if any(case.sources[s].sector is Sector.INTELLIGENCE for s in i.found.sources)]
        ),
        hedges_per_1000_words=round(1000 * len(_commitment(case)) / words, 1) if words else 0.0,
        independent_named_sources=len(independent_named(case)),
    )


def _commitment(case: Case) -> list[str]:
    """The outlet's own hedges; approximators and boosters are no hedges on a claim."""
    return [h.id for h in case.own_hedges() if h.kind.value not in ("approximator", "booster")]
