"""How well the statements are found that a headline restates: ``python -m evaluation.headlines``.

``headlines.tsv`` tells for the gold articles and for 120 of PolNeAR's training articles which annotated statements
say what the headline says, by their place; they were read for it before any figure was known. Found and annotated
statements pair where they overlap. Thresholds are chosen on PolNeAR and gold dev; gold test is only measured.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.attribution_scorer import Count
from evaluation.floors import fallen
from evaluation.gold.marks import read_all
from onrecord.model import Article, Span
from onrecord.pipeline import case_of
from onrecord.reading import evened, read_html, read_text
from onrecord.scoring.signals.headline import restated

LABELS = Path(__file__).with_name("headlines.tsv")


@dataclass(frozen=True, slots=True)
class Headline:
    """A labelled headline.

    Attributes:
        article: what was read.
        part: the articles it is measured with.
        grounds: from the first to the last word of each statement that it restates.
    """

    article: Article
    part: str
    grounds: tuple[Span, ...]


def read(corpora: Path) -> Iterator[Headline]:
    """The labelled headlines; those of PolNeAR are left out where the corpus is missing."""
    own = {article.id: read_html(article.html().encode()) for article in read_all()}
    path = corpora / "polnear" / "train.jsonl"
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    theirs = {record["id"]: record["text"] for record in records}
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            pairs = [] if row["grounds"] == "-" else [place.split("-") for place in row["grounds"].split()]
            grounds = tuple(Span(int(start), int(end)) for start, end in pairs)
            if row["corpus"] == "gold":
                yield Headline(own[row["article"]], f"gold {row['split']}", grounds)
            elif row["article"] in theirs:
                yield Headline(read_text(theirs[row["article"]]), "PolNeAR train", grounds)


def compare(headline: Headline) -> Count:
    """Statements found and annotated, and how many of either overlap one of the other."""
    even = evened(headline.article)  # as the pipeline reads it
    case = case_of(even.article)
    heads = case.heads[:1] or case.article.blocks[:1]  # PolNeAR ends headlines with a full stop
    stated = [item.found.statement for head in heads for item in restated(case, head.span)]
    found = [[Span(even.place(part.start), even.place(part.end)) for part in parts] for parts in stated]
    right = sum(any(part.overlaps(g) for part in parts for g in headline.grounds) for parts in found)
    told = sum(any(part.overlaps(g) for parts in found for part in parts) for g in headline.grounds)
    count = Count()
    count.add(right, len(found), told, len(headline.grounds))
    return count


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    totals: dict[str, Count] = {}
    for headline in read(parser.parse_args().corpora):
        count = compare(headline)
        totals.setdefault(headline.part, Count()).add(
            count.hits_predicted, count.predicted, count.hits_gold, count.gold
        )
    print(f"{'statements that headlines restate':36}{'n':>5}{'precision':>11}{'recall':>8}{'F1':>7}")
    for part, count in sorted(totals.items()):
        figures = (count.precision, count.recall, count.f1)
        print(f"{part:36}{count.gold:5}" + "".join(f"{f:{w}.1f}" for f, w in zip(figures, (11, 8, 7), strict=True)))
    reached = {part: count.f1 for part, count in totals.items()}
    slips = fallen("headlines", reached) if "PolNeAR train" in reached else []
    if slips:
        sys.exit("\n".join(slips))


if __name__ == "__main__":
    main()
