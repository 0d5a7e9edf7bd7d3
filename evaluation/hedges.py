"""How well hedges are found: F1 by sentence and by exact cue on the news part of the Szeged Uncertainty Corpus.

    python -m evaluation.hedges --corpora ../shared/corpora

The corpus marks uncertainty, the rubric hedging; they agree where somebody is less than sure. Its conditions (*if*) and
open investigations (*whether*) are no hedges here and are left out of the reference; reporting without a source and
approximators are not in the corpus, so those kinds of finding are left out too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.floors import fallen
from onrecord.model import Article, Block, BlockKind, HedgeKind, Span
from onrecord.pipeline import find

DEVELOPMENT_PART = Path("szeged-uncertainty") / "news.dev.jsonl"
MARKED_TYPES = frozenset({"modal_probable", "modal_possible", "hypo_doxastic"})
FOUND_KINDS = frozenset({HedgeKind.EPISTEMIC, HedgeKind.SPECULATIVE})


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A document with what annotators marked in it."""

    article: Article
    sentences: tuple[Span, ...]
    cues: frozenset[Span]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of one comparison."""

    both: int
    only_found: int
    only_marked: int

    @property
    def precision(self) -> float:
        """Share of what was found that is marked, 0 to 1."""
        return _share(self.both, self.both + self.only_found)

    @property
    def recall(self) -> float:
        """Share of what is marked that was found, 0 to 1."""
        return _share(self.both, self.both + self.only_marked)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return _share(2 * self.both, 2 * self.both + self.only_found + self.only_marked)


def compare(found: frozenset[Span], marked: frozenset[Span]) -> Agreement:
    """Count equal and unequal ranges."""
    return Agreement(len(found & marked), len(found - marked), len(marked - found))


def total(parts: Sequence[Agreement]) -> Agreement:
    """The sum of comparisons, for a mean over all items rather than over documents."""
    return Agreement(
        sum(part.both for part in parts),
        sum(part.only_found for part in parts),
        sum(part.only_marked for part in parts),
    )


def read(path: Path) -> Iterator[MarkedText]:
    """The documents of one part of the corpus.

    Args:
        path: a file with one JSON object a line, keys ``text``, ``sentences`` and ``cues``.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield MarkedText(
            article=Article(item["text"], (Block(0, BlockKind.PARAGRAPH, 0, len(item["text"])),)),
            sentences=tuple(Span(*pair) for pair in item["sentences"]),
            cues=frozenset(Span(c["start"], c["end"]) for c in item["cues"] if c["type"] in MARKED_TYPES),
        )


def measure(texts: Sequence[MarkedText]) -> tuple[Agreement, Agreement]:
    """Agreement by sentence (holds a hedge or not) and by exact cue."""
    by_sentence, by_cue = [], []
    for text in texts:
        found = frozenset(h.span for h in find(text.article).hedges if h.kind in FOUND_KINDS)
        by_cue.append(compare(found, text.cues))
        by_sentence.append(compare(_holding(text.sentences, found), _holding(text.sentences, text.cues)))
    return total(by_sentence), total(by_cue)


def _holding(sentences: Sequence[Span], cues: frozenset[Span]) -> frozenset[Span]:
    return frozenset(sentence for sentence in sentences if any(sentence.contains(cue) for cue in cues))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _row(name: str, agreement: Agreement) -> str:
    figures = (agreement.precision, agreement.recall, agreement.f1)
    return f"{name:<10}" + "".join(f"{100 * figure:>11.1f}" for figure in figures)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.hedges", description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public corpora")
    texts = tuple(read(parser.parse_args(arguments).corpora / DEVELOPMENT_PART))
    by_sentence, by_cue = measure(texts)
    print(f"{len(texts)} documents, {sum(len(text.cues) for text in texts)} cues; per cent")
    print(f"{'':<10}{'precision':>11}{'recall':>11}{'F1':>11}")
    print(_row("sentence", by_sentence))
    print(_row("exact cue", by_cue))
    slips = fallen("szeged_news_dev", {"sentence": 100 * by_sentence.f1, "cue": 100 * by_cue.f1})
    if slips:
        sys.exit("\n".join(slips))


if __name__ == "__main__":
    main()
