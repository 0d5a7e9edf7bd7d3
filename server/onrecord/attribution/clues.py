"""What the network makes of each word beside its role: whether it hedges, and numbers that tell who a source is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.attribution.windows import SEPARATOR, Window

Numbers = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """Numbers for each word that the network read.

    Attributes:
        starts: where the words begin, code points of the article's text, ascending, ``[words]``.
        ends: where they end, ``[words]``.
        values: ``[words, width]``; what the columns mean is for whoever fitted them (``training/facets.py``).
        hedging: log odds that a word begins a hedge, and that it goes on with one, against neither, ``[words, 2]``.
    """

    starts: Places
    ends: Places
    values: Numbers
    hedging: Numbers

    def __len__(self) -> int:
        return len(self.starts)

    def rows(self, starts: Places, ends: Places) -> tuple[Places, Places]:
        """The words that stretches of text touch: half-open ranges of rows, empty where none was read."""
        low = np.searchsorted(self.ends, starts, side="right")
        return low, np.maximum(low, np.searchsorted(self.starts, ends, side="left"))


def gathered(windows: Sequence[Window], values: Sequence[Numbers], hedging: Sequence[Numbers]) -> Clues:
    """The words of all windows with their numbers, separators left out.

    Args:
        windows: in text order.
        values: of each window, ``[words of the window, width]``.
        hedging: of each window, ``[words of the window, 2]``.
    """
    if not windows:
        nothing = np.empty(0, np.int64)
        return Clues(nothing, nothing, np.empty((0, 0), np.float32), np.empty((0, 2), np.float32))
    words = np.array([word for window in windows for word in window.words], np.int64)
    read = words[:, 0] != SEPARATOR[0]
    return Clues(words[read, 0], words[read, 1], np.concatenate(values)[read], np.concatenate(hedging)[read])
