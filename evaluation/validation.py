"""Whether the score ranks articles as readers do: ``python -m evaluation.validation``.

``pairs.tsv`` has 222 pairs of gold articles, two rings over those of dev and two over those of test, drawn by hashes of
their ids. Two judges for each ring, neither in sight of the other or of any score, said which of the two lets a reader
better tell who says so, how they know, and how to check it. Pairs on which they differ say nothing and are left out.
Weights and points may be chosen with the dev pairs in view; test is only measured.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.floors import fallen
from evaluation.gold.marks import read_all
from evaluation.gold.measure import split_of
from onrecord.pipeline import score
from onrecord.reading import read_html

JUDGED = Path(__file__).with_name("pairs.tsv")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles as two judges and the score see them.

    Attributes:
        split: dev or test.
        articles: ids of first and second.
        answers: which is better sourced (0 or 1), by each judge.
        clear: whether both judges called the difference clear.
        scores: of first and second.
    """

    split: str
    articles: tuple[str, str]
    answers: tuple[int, int]
    clear: bool
    scores: tuple[float, float]

    @property
    def agreed(self) -> bool:
        """Whether the judges say the same."""
        return self.answers[0] == self.answers[1]

    @property
    def right(self) -> bool:
        """Whether the score says so too; a tie does not."""
        other = 1 - self.answers[0]
        return self.scores[self.answers[0]] > self.scores[other]


def judged() -> Iterator[Pair]:
    """The pairs whose articles are both scored."""
    articles = {article.id: article for article in read_all()}
    verdicts = {i: score(read_html(a.html().encode())).verdict for i, a in articles.items()}
    scores = {i: verdict.score for i, verdict in verdicts.items() if verdict}
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            pair = row["first"], row["second"]
            if all(i in scores for i in pair):
                answers = [("first", "second").index(row[judge].split()[0]) for judge in ("one", "two")]
                clear = all(row[judge].endswith("clearly") for judge in ("one", "two"))
                yield Pair(
                    split_of(articles[pair[0]]),
                    pair,
                    (answers[0], answers[1]),
                    clear,
                    (scores[pair[0]], scores[pair[1]]),
                )


def share(wanted: Iterable[bool]) -> str:
    """A percentage with its number of cases."""
    every = list(wanted)
    return f"{100 * sum(every) / max(1, len(every)):6.1f} of {len(every)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="the dev pairs that the score ranks otherwise")
    errors = parser.parse_args().errors
    pairs = list(judged())
    print("which of two articles is better sourced: percent of pairs")
    for split in ("dev", "test"):
        own = [p for p in pairs if p.split == split]
        agreed = [p for p in own if p.agreed]
        print(
            f"{split:6}the judges agree {share(p.agreed for p in own)}; the score agrees with them "
            f"{share(p.right for p in agreed)}, where both are clear {share(p.right for p in agreed if p.clear)}"
        )
    slips = []
    for split in ("dev", "test"):
        agreed = [p.right for p in pairs if p.split == split and p.agreed]
        slips += fallen(f"judged_pairs_{split}", {"agree": 100 * sum(agreed) / len(agreed)})
    for p in pairs if errors else ():
        if p.split == "dev" and p.agreed and not p.right:
            better, worse = p.answers[0], 1 - p.answers[0]
            print(f"{p.articles[better]} ({p.scores[better]}) is better than {p.articles[worse]} ({p.scores[worse]})")
    if slips:
        sys.exit("\n".join(slips))


if __name__ == "__main__":
    main()
