"""Pairs of attributions that two readings of one article have in common: gold and engine, or two annotators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Range = tuple[int, int]


class Parts(NamedTuple):
    """The ranges of one attribution, as sets of code points."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @classmethod
    def of(cls, source: Iterable[Range], cue: Iterable[Range], content: Iterable[Range]) -> Parts:
        """Build from half-open ranges."""
        return cls(*(frozenset(i for a, b in ranges for i in range(a, b)) for ranges in (source, cue, content)))

    def likeness(self, other: Parts) -> float:
        """0 to 3: the shares of joint characters; 0 where a part that both must share is not shared."""
        shares = [share(a, b) for a, b in zip(self, other, strict=True)]
        return sum(shares) if all(shares) else 0.0


def share(a: frozenset[int], b: frozenset[int]) -> float:
    """The part of all characters that both have; 1 where neither has any."""
    return len(a & b) / len(a | b) if a or b else 1.0


def paired(first: Sequence[Parts], second: Sequence[Parts]) -> list[tuple[int, int]]:
    """Pairs one to one, most alike first; in the order of the first reading."""
    scored = sorted(
        ((a.likeness(b), -i, -j) for i, a in enumerate(first) for j, b in enumerate(second)),
        reverse=True,
    )
    pairs = []
    free, free_too = set(range(len(first))), set(range(len(second)))
    for likeness, minus_i, minus_j in scored:
        if likeness > 0 and -minus_i in free and -minus_j in free_too:
            free.discard(-minus_i)
            free_too.discard(-minus_j)
            pairs.append((-minus_i, -minus_j))
    return sorted(pairs)
