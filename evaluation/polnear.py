"""Quality of the attribution tagger on PolNeAR dev: ``python -m evaluation.polnear --corpora DIR`` (``make evaluate``).

Prints each measure beside its floor in ``floors.toml`` and ends with an error where one falls below. Dev, never test.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evaluation.attribution_scorer import Scorer, Table
from evaluation.floors import fallen, floors
from onrecord.attribution.repairs import repaired
from onrecord.attribution.tagger import Tagger
from onrecord.model import Span
from onrecord.reading import sentences
from training.corpus import passages_of

WEIGHTS = Path(__file__).parents[1] / "server/onrecord/attribution/weights"


def measure(corpus: Path, tagger: Tagger, repairs: bool = False) -> Table:
    """Tag every article of a file and compare: what the network finds, or with ``repairs`` what is made of it."""
    scorer = Scorer()
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text, passages = record["text"], passages_of(record["text"])
            parts = [s for p in passages for s in sentences(text, Span(p.start, p.end))]
            found = (
                repaired(text, tagger.relations(text, passages), parts)
                if repairs
                else [r for r in tagger.relations(text, passages) if r.content]
            )
            predicted = [{"source": r.source, "cue": r.cue, "content": r.content} for r in found]
            scorer.add(record["text"], record["attributions"], predicted)
    return scorer.table


def report(table: Table, least: dict[str, float]) -> None:
    """Print the table."""
    print(f"{'measure':22}{'P':>7}{'R':>7}{'F1':>7}{'floor':>8}")
    for name, count in table.measures.items():
        mark = f"{least[name]:8.1f}" if name in least else ""
        print(f"{name:22}{count.precision:7.1f}{count.recall:7.1f}{count.f1:7.1f}{mark}")
    print(f"\n{'slice (recall)':22}{'gold':>7}{'R':>7}")
    for name, count in sorted(table.slices.items()):
        print(f"{name:22}{count.gold:7}{count.recall:7.1f}")


def main() -> None:
    """Parse the command line, measure, and fail below the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--repaired", action="store_true", help="with the rules that repair what the network finds")
    arguments = parser.parse_args()
    corpus = arguments.corpora / "polnear" / "dev.jsonl"
    if not corpus.exists():
        sys.exit(
            f"{corpus} is missing. It is made from PolNeAR 1.0.0 (networkdynamics, 2018): see evaluation/README.md."
        )
    print(f"PolNeAR dev, int8 model in {arguments.weights.name}/, one thread\n")
    found = measure(corpus, Tagger(arguments.weights), arguments.repaired)
    report(found, floors("polnear_dev"))
    slips = fallen("polnear_dev", {name: count.f1 for name, count in found.measures.items()})
    if slips:
        sys.exit("\n".join(slips))


if __name__ == "__main__":
    main()
