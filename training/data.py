"""The texts that training reads: annotated articles, articles without annotation, examples of the project's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.attribution.windows import Passage
from training.corpus import Document, Relation, load, passages_of
from training.marks import unmarked

EXAMPLES = Path(__file__).with_name("examples")
_ROLE = {"s": "source", "c": "cue", "t": "content"}


def annotated(corpora: Path) -> list[Document]:
    """The train split of PolNeAR."""
    return load(corpora / "polnear" / "train.jsonl")


def unannotated(corpora: Path) -> list[Document]:
    """Articles of newsrooms outside the West; empty where the corpus is not there."""
    path = corpora / "worldwide-newswire" / "articles.jsonl"
    if not path.exists():
        return []
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"].replace("\r", " ").strip()
            found.append(Document(record["id"], text, passages_of(text), []))
    return found


def written(folder: Path = EXAMPLES) -> list[Document]:
    """The examples written for this project, as the tagger is to read them: outermost attributions.

    What an outer statement holds comes once more, by itself, with its own attributions, as the tagger reads a
    statement when it looks for attributions inside.
    """
    found: list[Document] = []
    for path in sorted(folder.glob("*.txt")):
        for number, marked in enumerate(path.read_text(encoding="utf-8").strip().split("\n===\n")):
            found += _documents(f"{path.stem}-{number}", marked.strip())
    return found


def _documents(name: str, marked: str) -> Iterator[Document]:
    headed = marked.startswith("# ")
    text, marks = unmarked(marked.removeprefix("# "))
    relations: dict[str, Relation] = {}
    for mark in marks:
        for tag in mark.tags:
            relation = relations.setdefault(tag[:-1], {"source": [], "cue": [], "content": []})
            relation[_ROLE[tag[-1]]].append([mark.start, mark.end])
    every = [{role: sorted(spans) for role, spans in r.items()} for r in relations.values()]
    passages = [Passage(m.start(), m.end(), headed and m.start() == 0) for m in re.finditer(r"[^\n]+", text)]
    outer = [r for r in every if not any(_within(r, other) for other in every)]
    yield Document(name, text, passages, outer)
    pieces = sorted({(start, end) for host in outer for start, end in host["content"]})
    for number, (start, end) in enumerate(pieces):
        held = [r for r in every if r not in outer and _inside(r, start, end)]
        inner = [r for r in held if not any(_within(r, other) for other in held)]
        if inner:
            moved = [{role: [[a - start, b - start] for a, b in spans] for role, spans in r.items()} for r in inner]
            yield Document(f"{name}-{number}", text[start:end], [Passage(0, end - start)], moved)


def _within(inner: Relation, outer: Relation) -> bool:
    """Whether an attribution, its cue and source too, stands inside one piece of another's statement."""
    return inner is not outer and any(_inside(inner, start, end) for start, end in outer["content"])


def _inside(relation: Relation, start: int, end: int) -> bool:
    return all(start <= a and b <= end for spans in relation.values() for a, b in spans)
