"""How the scores of PolNeAR's publishers spread: ``python -m evaluation.publishers [--plot FILE]``.

Seven publishers of US political news, 120 training and some development articles each. A plausibility check: the order
says what these articles are like by the rubric, not how good a publisher is, and nothing of truth.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from onrecord.pipeline import score
from onrecord.reading import read_text

PARTS = ("train.jsonl", "dev.jsonl")
NAMES = {
    "breitbart": "Breitbart", "huff-post": "HuffPost", "nyt": "New York Times", "politico": "Politico",
    "usa-today": "USA Today", "wash-post": "Washington Post", "west-journal": "Western Journalism",
}  # fmt: skip


def scored(line: str) -> tuple[str, float | None]:
    """The publisher and the score of an article of the corpus, None where it gets none."""
    record = json.loads(line)
    verdict = score(read_text(record["text"])).verdict
    return record["publisher"], verdict.score if verdict else None


def plot(scores: dict[str, list[float]], file: Path) -> None:
    """A box for each publisher, the median's order; a picture that says what it is not."""
    order = sorted(scores, key=lambda name: float(np.median(scores[name])))
    figure = Figure(figsize=(8, 3.6), layout="constrained")
    axes = figure.subplots()
    axes.boxplot([scores[n] for n in order], orientation="horizontal", widths=0.6, whis=(5, 95), showfliers=False)
    axes.set_yticks(range(1, len(order) + 1), [f"{NAMES.get(n, n)} ({len(scores[n])})" for n in order])
    axes.set_xlim(0, 100)
    axes.set_xlabel("score: how openly articles tell where their claims come from, never whether they are true")
    axes.set_title("Scores of 2015–16 political news by publisher (box: middle half; whiskers: 5 to 95 %)", size=9)
    figure.savefig(file, metadata={"Date": None} if file.suffix == ".svg" else None)


def main() -> None:
    """Print the table, draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--plot", type=Path, help="an .svg or .png to write")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    paths = [arguments.corpora / "polnear" / part for part in PARTS]
    missing = [path for path in paths if not path.exists()]
    if missing:
        sys.exit(f"{missing[0]} is missing: see evaluation/README.md for where it comes from.")
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    scores: dict[str, list[float]] = defaultdict(list)
    none = 0
    with multiprocessing.get_context("spawn").Pool(arguments.processes) as pool:
        for publisher, found in pool.imap(scored, lines, chunksize=20):
            if found is None:
                none += 1
            else:
                scores[publisher].append(found)
    print(f"{'publisher':22}{'n':>5}{'5 %':>7}{'25 %':>7}{'median':>8}{'75 %':>7}{'95 %':>7}")
    for name, own in sorted(scores.items(), key=lambda item: float(np.median(item[1]))):
        low, quarter, middle, three, high = np.percentile(own, (5, 25, 50, 75, 95))
        print(f"{NAMES.get(name, name):22}{len(own):5}{low:7.1f}{quarter:7.1f}{middle:8.1f}{three:7.1f}{high:7.1f}")
    print(f"{none} articles get no score")
    if arguments.plot:
        plot(scores, arguments.plot)


if __name__ == "__main__":
    main()
