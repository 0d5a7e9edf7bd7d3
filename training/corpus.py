"""PolNeAR records as training windows: a role for each word, pointers from cue to source and content to cue."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.attribution.decoding import LABELS, ROLES
from onrecord.attribution.windows import Paragraph, Passage, Window, encode, pack

Relation = dict[str, list[list[int]]]
BEGIN_CONTENT = LABELS.index("begin-content")
WINDOW_LIMITS = (96, 128, 128, 192)
NOWHERE = 0  # the word index of CLS: no source, or no cue in this window


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a source is mentioned, and numbers for its identity and its sector; -1 where nobody could tell."""

    start: int
    end: int
    identity: int
    sector: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text: its lines as passages, and what is marked in it.

    Attributes:
        id: of the article, paragraph or example.
        text: offsets count its code points.
        passages: its lines.
        relations: the attributions marked.
        mentions: sources labelled by who they are.
        hedges: where a word lowers commitment; None where nobody looked for that.
    """

    id: str
    text: str
    passages: list[Passage]
    relations: list[Relation]
    mentions: tuple[Mention, ...] = ()
    hedges: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what the network should say of it.

    Attributes:
        labels: one of seven labels per word (0 outside, then begin and inside of source, cue, content).
        sources: (cue's first word, source's first word or NOWHERE).
        cues: (content part's first word, cue's first word or NOWHERE).
        document: the document's id.
        mentions: (first word, word behind the last, identity, sector) of labelled sources.
        hedges: 1 for the first word of a hedge, 2 for its others, 0 for the rest; None where nobody looked.
    """

    window: Window
    labels: list[int]
    sources: list[tuple[int, int]]
    cues: list[tuple[int, int]]
    document: str
    mentions: list[tuple[int, int, int, int]]
    hedges: list[int] | None


def passages_of(text: str) -> list[Passage]:
    """The lines of a text as passages; a first line followed by an empty one is its headline."""
    found = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text) if not match.group().isspace()]
    headed = len(found) > 1 and text[found[0][1] :].startswith("\n\n") and found[0][1] - found[0][0] < 200
    return [Passage(start, end, headed and i == 0) for i, (start, end) in enumerate(found)]


def load(path: Path) -> list[Document]:
    """Read a JSON Lines file in the corpus' format (see its README)."""
    with path.open(encoding="utf-8") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return [Document(r["id"], r["text"], passages_of(r["text"]), r["attributions"]) for r in records]


def tokenised(tokenizer: Tokenizer, documents: Iterable[Document]) -> list[list[list[Paragraph]]]:
    """The paragraphs of each passage of each document."""
    return [encode(tokenizer, d.text, d.passages) for d in documents]


def without_headline_stop(parts: list[list[Paragraph]], document: Document) -> list[list[Paragraph]]:
    """The corpus ends every headline with a full stop; newspapers do not. Take it off."""
    if not parts or not parts[0] or not document.passages[0].headline:
        return parts
    head = parts[0][-1]
    start, end = head.words[-1]
    if document.text[start:end] != "." or len(head.words) < 2 or len(head.ids) - head.first[-1] != 1:
        return parts
    shorter = Paragraph(head.ids[:-1], head.case[:-1], head.words[:-1], head.first[:-1])
    return [[*parts[0][:-1], shorter], *parts[1:]]


def examples(document: Document, parts: list[list[Paragraph]], rng: random.Random) -> list[Example]:
    """Cut one document into windows, differently each time it is called, and label them."""
    if rng.random() < 0.5:
        parts = without_headline_stop(parts, document)
    limit = rng.choice(WINDOW_LIMITS)
    flat = [paragraph for passage in parts for paragraph in passage]
    return [label(w, document) for w in pack(flat, limit, rng.randint(40, limit))]


def label(window: Window, document: Document) -> Example:
    """Label the words of a window and collect the links between them."""
    starts = [w[0] for w in window.words]
    ends = [w[1] for w in window.words]
    low = min((s for s in starts if s >= 0), default=0)
    high = max(ends)
    labels = [0] * len(starts)

    def words(span: list[int]) -> list[int]:
        return [i for i in range(len(starts)) if starts[i] >= 0 and starts[i] < span[1] and ends[i] > span[0]]

    inside: list[dict[str, list[list[int]]]] = []
    for relation in document.relations:
        extent = [p for role in ROLES for span in relation[role] for p in span]
        if extent and max(extent) > low and min(extent) < high:
            inside.append({role: [w for w in map(words, relation[role]) if w] for role in ROLES})
    for role in ("content", "source", "cue"):  # the narrower role wins a word claimed twice
        begin = 1 + 2 * ROLES.index(role)
        for relation_words in inside:
            for run in relation_words[role]:
                previous = None
                for i in run:
                    joined = previous is not None and window.paragraph[previous] == window.paragraph[i]
                    labels[i] = begin + 1 if joined else begin
                    previous = i
    sources: list[tuple[int, int]] = []
    cues: list[tuple[int, int]] = []
    for relation_words in inside:
        cue = relation_words["cue"][0][0] if relation_words["cue"] else NOWHERE
        if cue:
            sources.append((cue, relation_words["source"][0][0] if relation_words["source"] else NOWHERE))
        for run in relation_words["content"]:
            cues += [(i, cue) for i in run if labels[i] == BEGIN_CONTENT]
    mentions = [
        (said[0], said[-1] + 1, m.identity, m.sector) for m in document.mentions if (said := words([m.start, m.end]))
    ]
    hedges = None
    if document.hedges is not None:
        hedges = [0] * len(starts)
        for start, end in document.hedges:
            for rank, i in enumerate(words([start, end])):
                hedges[i] = min(2, rank + 1)
    return Example(window, labels, sources, cues, document.id, mentions, hedges)
