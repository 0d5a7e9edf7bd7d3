"""The texts that training reads: annotated articles, texts without annotation, examples of the project's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from onrecord.attribution.windows import Passage
from onrecord.reading import read_text
from onrecord.sourcing.learned import IDENTITIES, SECTORS
from training.corpus import Document, Mention, Relation, load, passages_of
from training.labels import FILES, Labelled, articles, passages, reports
from training.marks import unmarked

EXAMPLES = Path(__file__).with_name("examples")
HEDGE_TYPES = frozenset({"modal_probable", "modal_possible", "hypo_doxastic"})
_MOVED = 40  # characters by which reading can have moved a word
_ROLE = {"s": "source", "c": "cue", "t": "content"}


def annotated(corpora: Path) -> list[Document]:
    """The train split of PolNeAR."""
    return load(corpora / "polnear" / "train.jsonl")


def unannotated(corpora: Path) -> list[Document]:
    """Texts without attributions marked: articles of newsrooms outside the West, where that corpus is, and our own."""
    found = []
    path = corpora / FILES["worldwide-newswire"]
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text = record["text"].replace("\r", " ").strip()
                found.append(Document(record["id"], text, passages_of(text), []))
    return found + [Document(own.id, own.text, passages_of(own.text), []) for own in _own()]


def hedged(corpora: Path) -> list[Document]:
    """Paragraphs of Wikipedia in which somebody marked hedges, one at least; none where the corpus is not there.

    Conditions and open questions, which that corpus marks too, are no hedges in the rubric.
    """
    path = corpora / "szeged-uncertainty" / "wiki.train.jsonl"
    if not path.exists():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        marked = tuple((cue["start"], cue["end"]) for cue in record["cues"] if cue["type"] in HEDGE_TYPES)
        if marked:
            found.append(Document(record["id"], record["text"], passages_of(record["text"]), [], hedges=marked))
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


def with_mentions(documents: list[Document], corpora: Path) -> list[Document]:
    """Documents with the labelled sources of those that have some and are not held out."""
    read = chain.from_iterable(articles(corpora, corpus) for corpus, path in FILES.items() if (corpora / path).exists())
    known = {text.id: text for text in chain(read, _own()) if text.split != "test"}
    return [replace(d, mentions=_mentions(d, known[d.id])) if d.id in known else d for d in documents]


def _own() -> Iterator[Labelled]:
    """The project's own texts with labelled sources, those held out left out."""
    texts = chain(reports(), passages(), passages("anonymity"), passages("relay"))
    return (text for text in texts if text.split != "test")


def _mentions(document: Document, labelled: Labelled) -> tuple[Mention, ...]:
    """The labels of a text, their places counted in the document's; those whose words are not there are left out."""
    read = read_text(labelled.text).text
    found = []
    for label in labelled.labels:
        words = read[label.start : label.end]
        start = document.text.find(words, max(0, label.start - _MOVED))
        if label.identity is not None and 0 <= start <= label.start + _MOVED:
            sector = -1 if label.sector is None else SECTORS.index(label.sector)
            identity = IDENTITIES.index(label.identity) if label.identity in IDENTITIES else -1
            found.append(Mention(start, start + len(words), identity, sector))
    return tuple(found)


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
