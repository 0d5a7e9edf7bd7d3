"""Agreement measures: macro F1, quadratic-weighted kappa, and the three that make up CoNLL F1 for clusters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[frozenset[Hashable]]


def f1(precision: float, recall: float) -> float:
    """Harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def macro_f1(gold: Sequence[Hashable], given: Sequence[Hashable]) -> float:
    """Mean F1 over the classes that occur in ``gold``, 0 to 1."""
    right = Counter(g for g, p in zip(gold, given, strict=True) if g == p)
    wanted, told = Counter(gold), Counter(given)
    scores = [f1(right[c] / told[c] if told[c] else 0.0, right[c] / wanted[c]) for c in wanted]
    return sum(scores) / len(scores) if scores else 0.0


def quadratic_kappa(gold: Sequence[float], given: Sequence[float], steps: Sequence[float]) -> float:
    """Cohen's kappa with squared distances, over the ordered values ``steps``; 1 is perfect, 0 is chance."""
    place = {step: i for i, step in enumerate(steps)}
    seen = np.zeros((len(steps), len(steps)))
    for g, p in zip(gold, given, strict=True):
        seen[place[g], place[p]] += 1
    values = np.array(steps, float)
    weight = (values[:, None] - values[None]) ** 2
    chance = np.outer(seen.sum(1), seen.sum(0)) / max(1.0, seen.sum())
    expected = float((weight * chance).sum())
    return 1 - float((weight * seen).sum()) / expected if expected else 1.0


def alpha(first: Sequence[Hashable], second: Sequence[Hashable], ordered: bool = False) -> float:
    """Krippendorff's alpha of two coders who both coded every unit; 1 is perfect, 0 is chance.

    Args:
        first: one coder's values.
        second: the other's, in the same order.
        ordered: values are numbers whose squared distance counts; else any two values differ alike.
    """
    pooled = Counter([*first, *second])
    total = sum(pooled.values())

    def distance(a: Hashable, b: Hashable) -> float:
        return float((a - b) ** 2) if ordered else float(a != b)  # type: ignore[operator]

    seen = sum(distance(a, b) for a, b in zip(first, second, strict=True)) / max(1, len(first))
    chance = sum(m * n * distance(a, b) for a, m in pooled.items() for b, n in pooled.items())
    expected = chance / (total * (total - 1)) if total > 1 else 0.0
    return 1 - seen / expected if expected else 1.0


class Clustering:
    """Adds up articles; ``conll`` is the mean F1 of MUC, B-cubed and CEAF with entity similarity phi 4."""

    def __init__(self) -> None:
        self._sums = {name: np.zeros(4) for name in ("muc", "b3", "ceaf")}

    def add(self, gold: Clusters, given: Clusters) -> None:
        """Compare the clusters of one article."""
        self._sums["muc"] += [*_muc(gold, given), *_muc(given, gold)]
        self._sums["b3"] += [*_b_cubed(gold, given), *_b_cubed(given, gold)]
        self._sums["ceaf"] += _ceaf(gold, given)

    @property
    def conll(self) -> float:
        """The mean of the three F1, 0 to 1."""
        scores = []
        for right, wanted, right_too, told in self._sums.values():
            scores.append(f1(right_too / told if told else 0.0, right / wanted if wanted else 0.0))
        return sum(scores) / len(scores)


def _owners(clusters: Clusters) -> dict[Hashable, frozenset[Hashable]]:
    return {mention: cluster for cluster in clusters for mention in cluster}


def _muc(gold: Clusters, given: Clusters) -> tuple[float, float]:
    """Links kept and links there are."""
    owner = _owners(given)
    kept = total = 0
    for cluster in gold:
        pieces = {id(owner[m]) for m in cluster if m in owner}
        alone = sum(m not in owner for m in cluster)
        kept += len(cluster) - len(pieces) - alone
        total += len(cluster) - 1
    return kept, total


def _b_cubed(gold: Clusters, given: Clusters) -> tuple[float, float]:
    owner = _owners(given)
    right = sum(len(cluster & owner[m]) / len(cluster) for cluster in gold for m in cluster if m in owner)
    return right, sum(map(len, gold))


def _ceaf(gold: Clusters, given: Clusters) -> tuple[float, float, float, float]:
    if not gold or not given:
        return 0.0, len(gold), 0.0, len(given)
    alike = np.array([[2 * len(g & p) / (len(g) + len(p)) for p in given] for g in gold])
    rows, columns = linear_sum_assignment(-alike)
    best = float(alike[rows, columns].sum())
    return best, len(gold), best, len(given)


def counted(pairs: Iterable[tuple[Hashable, Hashable]]) -> list[tuple[Hashable, Hashable, int]]:
    """Pairs that differ, the most frequent first."""
    wrong = Counter((g, p) for g, p in pairs if g != p)
    return [(g, p, n) for (g, p), n in wrong.most_common()]
