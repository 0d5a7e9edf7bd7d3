"""Sourced statements against human annotation: ``python -m evaluation.markkula --corpora DIR`` (``make evaluate``).

Statements pair one to one where they share at least half of their characters; of the pairs, type and name are looked
at; "all right" is the share of annotated statements that are found, of the right type, and named at least in part.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.model import Channel, Identity, Report, Source, Span
from onrecord.pipeline import score
from onrecord.reading import read_text

_UNTYPED = Identity.NONE
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A statement of ours with one of its sources."""

    span: Span
    source: Source


def statements_of(report: Report) -> list[Found]:
    """The statements of a report that have a source and say something: a refusal to comment alone is none."""
    sources = {s.id: s for s in report.sources}
    said = {a.id for a in report.attributions if a.channel is not Channel.DECLINED_COMMENT}
    return [
        Found(statement.span, sources[statement.sources[0]])
        for statement in report.statements
        if statement.sources and not said.isdisjoint(statement.attributions)
    ]


def _overlap(a: Span, b: list[list[int]]) -> float:
    inside = sum(max(0, min(a.end, end) - max(a.start, start)) for start, end in b)
    union = a.end - a.start + sum(end - start for start, end in b) - inside
    return inside / union if union else 0.0


def pairs(gold: list[dict[str, Any]], found: list[Found]) -> list[tuple[dict[str, Any], Found]]:
    """Pair statements one to one, best overlap first."""
    scored = sorted(
        ((_overlap(f.span, g["spans"]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    chosen = []
    for share, i, j in scored:
        if share >= _LEAST_SHARE and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            chosen.append((gold[i], found[j]))
    return chosen


def named_in_part(gold: dict[str, Any], source: Source) -> bool:
    """Whether the names share a word; where the annotator gave none, there is nothing to miss."""
    wanted = {w.strip(".,’'").lower() for w in gold["name"].split()} - {"the", "of", "a", "and"}
    given = {w.strip(".,’'").lower() for w in f"{source.name} {source.affiliation or ''}".split()}
    return not wanted or bool(wanted & given)


def measure(articles: Iterable[dict[str, Any]]) -> Counter[str]:
    """Counts over some articles."""
    count: Counter[str] = Counter()
    for article in articles:
        report = score(read_text(article["text"], title=article["title"]))
        found = statements_of(report)
        matched = pairs(article["statements"], found)
        count["gold"] += len(article["statements"])
        count["found"] += len(found)
        count["paired"] += len(matched)
        for gold, ours in matched:
            right = ours.source.identity.value == gold["type"]
            named = named_in_part(gold, ours.source)
            count["type"] += right
            count["name"] += named
            count["all right"] += right and named
            count[f"type {gold['type']} -> {ours.source.identity.value}"] += 1
    return count


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--confusions", action="store_true", help="also print which types were taken for which")
    arguments = parser.parse_args()
    path = arguments.corpora / "markkula-dev" / "articles.jsonl"
    if not path.exists():
        sys.exit(f"{path} is missing. It comes from the Markkula Center's data set: see evaluation/README.md.")
    with path.open(encoding="utf-8") as lines:
        count = measure(json.loads(line) for line in lines)
    precision, recall = count["paired"] / count["found"], count["paired"] / count["gold"]
    f1 = 2 * precision * recall / (precision + recall)
    print("\nSourced statements, markkula-dev (23 articles)\n")
    print(f"{'statements 1:1':22}P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}")
    print(f"{'type right':22}{100 * count['type'] / count['paired']:5.1f} % of pairs")
    print(f"{'name right in part':22}{100 * count['name'] / count['paired']:5.1f} % of pairs")
    print(f"{'all right':22}{100 * count['all right'] / count['gold']:5.1f} % of annotated statements")
    if arguments.confusions:
        for name, number in sorted(count.items()):
            if name.startswith("type "):
                print(f"  {number:4} {name}")


if __name__ == "__main__":
    main()
