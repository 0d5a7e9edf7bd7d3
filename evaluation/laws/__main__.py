"""How far the score keeps its laws: ``python -m evaluation.laws [--pairs N] [--errors]``."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path

from evaluation.floors import fallen
from evaluation.laws.articles import Annotated, articles
from evaluation.laws.rewrites import REWRITES
from evaluation.laws.trial import Pair, tried

PAIRS = 300
PLACES = 5  # of one article, where the best places of all do not make up the pairs


@dataclass(slots=True)
class Kept:
    """Counts of one rewrite."""

    pairs: list[Pair] = field(default_factory=list)

    @property
    def held(self) -> float:
        """In how many of them the score moved as the law says, in percent."""
        return 100 * sum(p.held for p in self.pairs) / max(1, len(self.pairs))

    @property
    def moved(self) -> float:
        """In how many the score moved at all, in percent."""
        return 100 * sum(p.after != p.before for p in self.pairs) / max(1, len(self.pairs))


def run(every: list[Annotated], pairs: int, processes: int) -> dict[str, Kept]:
    """Pairs by rewrite, up to a number of each."""
    kept: dict[str, Kept] = defaultdict(Kept)
    size = 8 * processes
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for place, at in product(range(PLACES), range(0, len(every), size)):
            wanted = frozenset(r.name for r in REWRITES if len(kept[r.name].pairs) < pairs)
            if not wanted:
                break
            for found in pool.imap(partial(tried, wanted=wanted, place=place), every[at : at + size]):
                for pair in found:
                    kept[pair.rewrite].pairs.append(pair)
    return kept


def table(kept: dict[str, Kept]) -> Iterator[str]:
    """The table's lines."""
    yield f"{'law, rewrite':50}{'the score must be':36}{'pairs':>6}{'kept':>8}{'moved':>8}"
    for rewrite in REWRITES:
        own = kept[rewrite.name]
        figures = f"{len(own.pairs):6}{own.held:8.1f}{own.moved:8.1f}"
        yield f"{rewrite.law}  {rewrite.name:47}{rewrite.direction.value:36}{figures}"


def main() -> None:
    """Print the table, and the pairs that break a law."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    kept = run(articles(arguments.corpora), arguments.pairs, arguments.processes)
    print("\n".join(table(kept)))
    slips = fallen("laws", {rewrite.name: kept[rewrite.name].held for rewrite in REWRITES})
    if arguments.errors:
        for own in kept.values():
            for pair in own.pairs:
                if not pair.held:
                    print(f"{pair.rewrite} | {pair.article} | {pair.before} → {pair.after}")
    if slips:
        sys.exit("\n".join(slips))


if __name__ == "__main__":
    main()
