"""The measures against values worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.gold.metrics import Clustering, alpha, macro_f1, quadratic_kappa
from evaluation.gold.pairing import Parts, paired


def test_macro_f1_is_the_mean_over_the_classes_there_are() -> None:
    assert macro_f1("aabb", "aaba") == pytest.approx((0.8 + 2 / 3) / 2)
    assert macro_f1("aa", "aa") == 1


def test_kappa_punishes_far_slips_more() -> None:
    steps = [0.0, 1.0, 2.0, 3.0]
    assert quadratic_kappa([0, 1, 2, 3], [0, 1, 2, 3], steps) == 1
    assert quadratic_kappa([0, 1, 2, 3], [1, 1, 2, 3], steps) > quadratic_kappa([0, 1, 2, 3], [3, 1, 2, 3], steps)
    assert quadratic_kappa([0, 0, 3, 3], [0, 3, 0, 3], steps) == pytest.approx(0)


def test_alpha_by_hand() -> None:
    assert alpha("aabb", "aabb") == 1
    assert alpha("aabb", "aaba") == pytest.approx(1 - (1 / 4) / (2 * 5 * 3 / (8 * 7)))
    assert alpha([1, 2, 3], [1, 2, 4], ordered=True) > alpha([1, 2, 3], [1, 2, 9], ordered=True)


def test_clusters() -> None:
    same = Clustering()
    same.add([frozenset({1, 2}), frozenset({3})], [frozenset({3}), frozenset({1, 2})])
    assert same.conll == 1
    merged = Clustering()
    merged.add([frozenset({1, 2}), frozenset({3, 4})], [frozenset({1, 2, 3, 4})])
    muc = 2 * (2 / 3) / (1 + 2 / 3)
    cubed = 2 * 0.5 / 1.5
    ceaf = 2 * (4 / 6) * (4 / 6 / 2) / (4 / 6 + 4 / 6 / 2)
    assert merged.conll == pytest.approx((muc + cubed + ceaf) / 3)


def test_pairs_are_one_to_one_and_need_every_part() -> None:
    gold = [Parts.of([(0, 3)], [(4, 8)], [(9, 20)]), Parts.of([], [(30, 35)], [(36, 40)])]
    near = Parts.of([(0, 3)], [(4, 8)], [(9, 15)])
    better = Parts.of([(0, 3)], [(4, 8)], [(9, 19)])
    other = Parts.of([(21, 25)], [(30, 35)], [(36, 40)])
    assert paired(gold, [near, better, other]) == [(0, 1)]
    assert paired(gold, [Parts.of([], [(31, 33)], [(36, 50)])]) == [(1, 0)]
