"""Small helpers for ranges of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

_EDGES = " \t\n\r,;:.–—-•*"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and punctuation at its edges; empty where nothing else is in it."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


class Taken:
    """Ranges already spoken for, joined where they overlap; looked up in logarithmic time."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a range shares a character with one that is taken."""
        return self.first(start, end) < end

    def first(self, start: int, end: int) -> int:
        """Where the first taken range that overlaps begins, ``end`` if none does."""
        at = bisect_left(self._ends, start + 1)
        return self._starts[at] if at < len(self._starts) and self._starts[at] < end else end
