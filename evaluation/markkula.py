"""Sourced statements against human annotation: ``python -m evaluation.markkula --corpora DIR`` (``make evaluate``).

Statements pair one to one where they share at least half of their characters. Of the pairs, type, name and title are
looked at: whether somebody or something with a name speaks (a document counts as named), whether a word of the
annotated name, or every word, is told, and a word of the title where one is annotated. "All right" is the share of
annotated statements that are found, of the right type, and named at least in part.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.floors import fallen, floors
from evaluation.gold.metrics import counted, f1, macro_f1
from evaluation.names import words_of
from onrecord.model import Channel, Identity, Report, Source, Span
from onrecord.pipeline import score
from onrecord.reading import read_text

_LEAST_SHARE = 0.5
_NAMED = frozenset({Identity.NAMED_PERSON, Identity.NAMED_ORGANIZATION, Identity.DOCUMENT})


@dataclass(slots=True)
class Result:
    """Counts over some articles, and the types of all pairs as (annotated, ours)."""

    count: Counter[str] = field(default_factory=Counter)
    types: list[tuple[str, str]] = field(default_factory=list)


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


def annotated(corpora: Path) -> list[dict[str, Any]]:
    """The annotated articles.

    Raises:
        SystemExit: the data set is missing.
    """
    path = corpora / "markkula-dev" / "articles.jsonl"
    if not path.exists():
        sys.exit(f"{path} is missing. It comes from the Markkula Center's data set: see evaluation/README.md.")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


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


def told_of(source: Source) -> set[str]:
    """The words of a source's name and of the body it belongs to."""
    return words_of(f"{source.name} {source.affiliation or ''}")


def named_in_part(gold: dict[str, Any], source: Source) -> bool:
    """Whether the names share a word; where the annotator gave none, there is nothing to miss."""
    wanted = words_of(gold["name"])
    return not wanted or bool(wanted & told_of(source))


def named_whole(gold: dict[str, Any], source: Source) -> bool:
    """Whether every word of the annotated name is in ours."""
    return words_of(gold["name"]) <= told_of(source)


def titled_in_part(gold: dict[str, Any], source: Source) -> bool:
    """Whether the annotated title shares a word with what we tell of office and body."""
    return bool(words_of(gold["title"]) & words_of(f"{source.title or ''} {source.affiliation or ''}"))


def measure(articles: Iterable[dict[str, Any]]) -> Result:
    """Counts over some articles."""
    result = Result()
    count = result.count
    for article in articles:
        report = score(read_text(article["text"], title=article["title"]))
        found = statements_of(report)
        matched = pairs(article["statements"], found)
        count["gold"] += len(article["statements"])
        count["found"] += len(found)
        count["paired"] += len(matched)
        for gold, ours in matched:
            given = ours.source.identity.value
            named = named_in_part(gold, ours.source)
            count["named or not"] += (gold["type"] in _NAMED) == (given in _NAMED)
            count["name in part"] += named
            count["name whole"] += named_whole(gold, ours.source)
            count["all right"] += given == gold["type"] and named
            count["titled"] += bool(gold["title"])
            count["title in part"] += bool(gold["title"]) and titled_in_part(gold, ours.source)
            result.types.append((gold["type"], given))
    return result


def figures(result: Result) -> dict[str, float]:
    """The figures of a result, in percent."""
    count = result.count
    precision, recall = count["paired"] / count["found"], count["paired"] / count["gold"]
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 100 * f1(precision, recall),
        "type": 100 * sum(g == p for g, p in result.types) / count["paired"],
        "type_macro_f1": 100 * macro_f1([g for g, _ in result.types], [p for _, p in result.types]),
        "named_or_not": 100 * count["named or not"] / count["paired"],
        "name_whole": 100 * count["name whole"] / count["paired"],
        "name_in_part": 100 * count["name in part"] / count["paired"],
        "title_in_part": 100 * count["title in part"] / count["titled"],
        "all_right": 100 * count["all right"] / count["gold"],
    }


def table(result: Result, least: dict[str, float]) -> list[str]:
    """The figures as lines of text, each with what it is a share of and its floor."""
    share_of = {
        "type": "pairs", "named_or_not": "pairs", "name_whole": "pairs", "name_in_part": "pairs",
        "title_in_part": "pairs with a title", "all_right": "annotated statements",
    }  # fmt: skip
    lines = [f"{'measure':18}{'figure':>8}{'floor':>8}"]
    for name, figure in figures(result).items():
        floor = f"{least[name]:8.1f}" if name in least else " " * 8
        of = f"  % of {share_of[name]}" if name in share_of else ""
        lines.append(f"{name.replace('_', ' '):18}{figure:8.1f}{floor}{of}")
    return lines


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--confusions", action="store_true", help="also print which types were taken for which")
    arguments = parser.parse_args()
    result = measure(annotated(arguments.corpora))
    print("\nSourced statements, markkula-dev (23 articles)\n\n" + "\n".join(table(result, floors("markkula_dev"))))
    if arguments.confusions:
        print("\n".join(f"{n:6} {gold} taken for {given}" for gold, given, n in counted(result.types)))
    slips = fallen("markkula_dev", figures(result))
    if slips:
        sys.exit("\n".join(slips))


if __name__ == "__main__":
    main()
