"""Both tables of the sources, and where they err: ``python -m evaluation.report`` writes ``evaluation/REPORT.md``.

Prints what ``evaluation.markkula`` and ``evaluation.gold measure`` print, and writes for each facet which value was
taken for which how often. No words of any article: the held-out part can stand in it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

from evaluation import markkula
from evaluation.gold import measure as gold
from evaluation.gold.marks import ARTICLES, read
from evaluation.gold.metrics import f1

REPORT = Path(__file__).with_name("REPORT.md")
_FACETS = ("identity", "sector", "channel", "reason", "rung", "stance", "verifiable")
_SHOWN = 4  # other values that one was taken for

Pairs = Sequence[tuple[Hashable, Hashable]]


def error_table(title: str, pairs: Pairs) -> Iterator[str]:
    """One facet as a table in Markdown: each annotated value, how well it is told, and what it was taken for.

    Args:
        title: what is told.
        pairs: (annotated, ours).
    """
    given = Counter(ours for _, ours in pairs)
    by_value: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for annotated, ours in pairs:
        by_value[annotated][ours] += 1
    right = sum(found[value] for value, found in by_value.items())
    yield f"### {title}: {right} of {len(pairs)} right\n"
    yield "| annotated | n | recall | precision | F1 | taken for |"
    yield "|---|---|---|---|---|---|"
    for value, found in sorted(by_value.items(), key=lambda item: (-item[1].total(), str(item[0]))):
        recall, precision = found[value] / found.total(), found[value] / given[value] if given[value] else 0.0
        wrong = [(other, n) for other, n in sorted(found.items(), key=lambda o: (-o[1], str(o[0]))) if other != value]
        taken = ", ".join(f"{other} {n}" for other, n in wrong[:_SHOWN])
        rest = sum(n for _, n in wrong[_SHOWN:])
        taken += f", others {rest}" if rest else ""
        figures = " | ".join(f"{100 * share:.0f}" for share in (recall, precision, f1(precision, recall)))
        yield f"| {value} | {found.total()} | {figures} | {taken or '–'} |"
    yield ""


def gold_tables(split: str) -> Iterator[str]:
    """Prints the table of a split of the gold articles; its errors as Markdown."""
    chosen = [a for a in map(read, sorted(ARTICLES.glob("*.txt"))) if gold.split_of(a) == split]
    result = gold.measure(chosen)
    print(f"Gold articles, {split}: {len(chosen)}\n\n" + "\n".join(gold.table(result)) + "\n", flush=True)
    yield f"## Gold articles, {split}: {len(chosen)}\n"
    for facet in _FACETS:
        yield from error_table(facet, result.facets[facet])


def markkula_tables(corpora: Path) -> Iterator[str]:
    """Prints the table of markkula-dev; its errors as Markdown."""
    result = markkula.measure(markkula.annotated(corpora))
    print("Sourced statements, markkula-dev\n\n" + "\n".join(markkula.table(result, {})) + "\n", flush=True)
    yield "## Sourced statements, markkula-dev\n"
    yield from error_table("type", result.types)


def main() -> None:
    """Print both tables, write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=REPORT)
    arguments = parser.parse_args()
    lines = [
        "# Errors by facet\n",
        "Written by `python -m evaluation.report`; of what was found, in counts and percent.\n",
    ]
    for part in (markkula_tables(arguments.corpora), gold_tables("dev"), gold_tables("test")):
        lines += part
    arguments.out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print(f"written: {arguments.out}")


if __name__ == "__main__":
    main()
