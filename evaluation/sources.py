"""Who the sources are, on real news and on passages of the project's own: ``python -m evaluation.sources``.

Each labelled mention is looked up among the attributions found in its article or passage; identity and sector of the
source behind it are compared with the label, reason of anonymity and relay where the passage was written for those.
``--errors`` lists what differs in what is not held out (``training/sources/README.md``).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.gold.metrics import counted, macro_f1
from evaluation.names import alike
from onrecord.model import Attribution, Identity, Reason, Report, Sector
from onrecord.pipeline import score
from onrecord.reading import read_text
from training.labels import FILES, Label, Labelled, articles, passages, reports


@dataclass(slots=True)
class Result:
    """(Label, ours) by facet over some texts.

    Attributes:
        labels: how many mentions are labelled as sources.
        lost: those that no attribution has for its source.
        facets: the pairs.
        wrong: what differs, for reading.
    """

    labels: int = 0
    lost: int = 0
    facets: dict[str, list[tuple[Any, Any]]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)


def measure(texts: Iterable[Labelled]) -> Result:
    """Score every text through the front door and compare."""
    result = Result()
    for text in texts:
        report = score(read_text(text.text))
        for label in text.labels:
            if label.identity is None:
                continue
            result.labels += 1
            found = _behind(report, label)
            if found is None:
                result.lost += 1
                continue
            for facet, pair in _told(report, found, label):
                result.facets[facet].append(pair)
                if pair[0] != pair[1]:
                    words = report.article.text[label.start : label.end]
                    result.wrong.append(f"{facet:16} {pair[0]} taken for {pair[1]}: {text.id} [{words}]")
    return result


def _behind(report: Report, label: Label) -> Attribution | None:
    """The attribution whose mention the label overlaps."""
    over = (a for a in report.attributions if a.mention and a.mention.start < label.end and label.start < a.mention.end)
    return next((a for a in over if a.sources), None)


def _told(report: Report, found: Attribution, label: Label) -> Iterator[tuple[str, tuple[Any, Any]]]:
    sources = {s.id: s for s in report.sources}
    source = sources[found.sources[0]]
    yield "identity", (label.identity, source.identity)
    if label.sector not in (None, Sector.UNKNOWN):
        yield "sector", (label.sector, source.sector)
    reason = found.anonymity.reason
    if label.reason is not None:
        withheld = (label.identity is Identity.ANONYMOUS_SOURCE, source.identity is Identity.ANONYMOUS_SOURCE)
        yield "withheld", withheld
        if label.reason is not Reason.NONE or reason is not Reason.NONE:
            yield "reason where any", (label.reason, reason)
    if label.via is not None and (label.via or found.relay):
        given = tuple(sources[key].name for key in found.relay)
        same = len(given) == len(label.via) and all(map(alike, label.via, given))
        yield "relay where any", (label.via, label.via if same else given)


def table(name: str, result: Result) -> list[str]:
    """One set's figures as lines of text."""
    lines = [f"{name}: {result.labels} sources, {result.lost} of them in no attribution found"]
    for facet, pairs in result.facets.items():
        right = 100 * sum(g == p for g, p in pairs) / len(pairs)
        macro = f", macro F1 {100 * macro_f1(*zip(*pairs, strict=True)):.1f}" if facet in ("identity", "sector") else ""
        lines.append(f"  {facet:18}{len(pairs):6}  {right:5.1f} % right{macro}")
    return lines


def sets(corpora: Path) -> Iterator[tuple[str, Iterable[Labelled]]]:
    """The labelled sets by name; real news only where the corpora are."""
    for corpus, path in FILES.items():
        if (corpora / path).exists():
            yield corpus, articles(corpora, corpus)
        else:
            print(f"{corpora / path} is missing: see training/README.md for where it comes from.")
    yield "own articles", reports()
    yield "own passages", passages()
    yield "passages on anonymity", passages("anonymity")
    yield "passages on relay", passages("relay")


def main() -> None:
    """Parse the command line and print a table for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--split", choices=["dev", "train", "test"], default="test")
    parser.add_argument("--set", default="", help="only the sets whose names hold this")
    parser.add_argument("--errors", action="store_true", help="list what differs (not of test: it is not for tuning)")
    arguments = parser.parse_args()
    print(f"\nWho the sources are, {arguments.split}\n")
    for name, texts in sets(arguments.corpora):
        chosen = [text for text in texts if text.split == arguments.split] if arguments.set in name else []
        if not chosen:
            continue
        result = measure(chosen)
        print("\n".join(table(name, result)))
        if arguments.errors and arguments.split != "test":
            print("\n".join(result.wrong))
            for facet, pairs in result.facets.items():
                print("\n".join(f"{n:5} {facet}: {gold} taken for {given}" for gold, given, n in counted(pairs)[:20]))


if __name__ == "__main__":
    main()
