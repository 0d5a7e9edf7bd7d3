"""Hedges that no list has: words of which the network is sure that they lower commitment ("skeptical", "belief")."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.attribution import Clues
from onrecord.model import Span

SURE = 0.95  # probability from which on the network is believed; chosen on news that it did not learn from
# The lists tell their senses apart (ability, permission, the month), which the network's teachers did not.
_LISTED = frozenset({"can", "could", "may", "might", "should", "will", "would"})
_GAP = 1  # characters between the words of one hedge


def learned_hedges(text: str, clues: Clues) -> Iterator[Span]:
    """The words that the network takes for hedges, in text order.

    Args:
        text: the article's text.
        clues: of the article.
    """
    return (span for span in _sure(clues) if span.of(text).lower() not in _LISTED)


def _sure(clues: Clues) -> Iterator[Span]:
    odds = np.exp(np.minimum(clues.hedging, 30.0))
    sure = odds.sum(1) > SURE / (1 - SURE)
    goes_on = odds[:, 1] > odds[:, 0]
    start = end = None
    for row in np.flatnonzero(sure):
        low, high = int(clues.starts[row]), int(clues.ends[row])
        if start is not None and end is not None:
            if goes_on[row] and low - end <= _GAP:
                end = high
                continue
            yield Span(start, end)
        start, end = low, high
    if start is not None and end is not None:
        yield Span(start, end)
