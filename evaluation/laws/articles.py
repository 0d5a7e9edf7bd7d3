"""The articles that the laws are tried on: annotated ones of the corpora, the project's own, the seeds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from evaluation.gold.marks import read_all
from evaluation.gold.measure import split_of
from onrecord.model import Span

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article as plain text, headline first, and where its annotated cues are (none for a seed)."""

    id: str
    text: str
    cues: tuple[Span, ...]


def articles(corpora: Path) -> list[Annotated]:
    """PolNeAR's training articles, the gold articles of dev and the plain seeds, in an order that their ids give."""
    found = chain(_polnear(corpora / "polnear" / "train.jsonl"), _gold(), _seeds())
    return sorted(found, key=lambda a: hashlib.sha256(f"laws {a.id}".encode()).digest())


def _polnear(path: Path) -> Iterator[Annotated]:
    """Empty where the corpus is missing. The full stop that the corpus ends headlines with is taken off."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text: str = record["text"]
        stop = text.find("\n")
        cut = stop > 0 and text[stop - 1] == "."
        shift = int(cut)
        cues = [Span(*part) for relation in record["attributions"] for part in relation["cue"][:1]]
        kept = tuple(Span(c.start - shift, c.end - shift) for c in cues if c.start >= stop)
        yield Annotated(record["id"], text[: stop - 1] + text[stop:] if cut else text, kept)


def _gold() -> Iterator[Annotated]:
    for article in read_all():
        if split_of(article) == "dev":
            cues = tuple(Span(*part) for a in article.attributions for part in a.cue[:1])
            yield Annotated(article.id, article.text, cues)


def _seeds() -> Iterator[Annotated]:
    for path in sorted(SEEDS.glob("*.txt")):
        yield Annotated(path.stem, path.read_text(encoding="utf-8"), ())
