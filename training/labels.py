"""Who the sources are, by hand: labels on mentions in real articles, and passages of the project's own.

``sources/mentions.tsv`` has places in articles of the corpora, no text of theirs; ``sources/*.txt`` are passages with
the mentions marked ``[[identity.sector key=value|words]]``. How they were made: ``sources/README.md``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.model import Identity, Reason, Sector

FOLDER = Path(__file__).with_name("sources")
FILES = {"polnear": "polnear/train.jsonl", "worldwide-newswire": "worldwide-newswire/articles.jsonl"}
_MARK = re.compile(r"\[\[(?P<identity>\w+)\.(?P<sector>\w+)(?P<keys>(?: \w+=[^\s|]+)*)\|(?P<words>[^\]]+)\]\]")
_TEST = 51  # of 256 values of the hash' first byte
_TEST_OF_RULES = 128  # passages on anonymity and relay, for which nothing is trained


@dataclass(frozen=True, slots=True)
class Label:
    """What one mention is.

    Attributes:
        start: code points of the article text as ``onrecord.reading.read_text`` gives it, half open.
        end: see ``start``.
        identity: None where the words are no source at all.
        sector: None where nobody could tell.
        reason: why its name is withheld, None where that was not labelled.
        via: who passed it on, from the reporter inwards; None where that was not labelled.
    """

    start: int
    end: int
    identity: Identity | None
    sector: Sector | None
    reason: Reason | None = None
    via: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with labels.

    Attributes:
        id: of the article, or file and number of the passage.
        split: ``train``, ``dev`` (looked at when rules are written) or ``test`` (only ever measured).
        text: as it stands in the corpus or without its marks.
        labels: in text order.
    """

    id: str
    split: str
    text: str
    labels: tuple[Label, ...]


def articles(corpora: Path, corpus: str) -> Iterator[Labelled]:
    """The labelled articles of a corpus (a key of ``FILES``).

    Raises:
        FileNotFoundError: the corpus is missing.
    """
    with (FOLDER / "mentions.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["corpus"] == corpus]
    by_article: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_article.setdefault(row["article"], []).append(row)
    with (corpora / FILES[corpus]).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            found = by_article.get(record["id"])
            if found:
                yield Labelled(record["id"], found[0]["split"], record["text"], tuple(map(_label, found)))


def _label(row: dict[str, str]) -> Label:
    identity, sector = row["identity"], row["sector"]
    return Label(
        int(row["start"]),
        int(row["end"]),
        None if identity == "-" else Identity(identity),
        None if sector == "-" else Sector(sector),
    )


def passages(kind: str = "") -> Iterator[Labelled]:
    """The project's own passages.

    Args:
        kind: ``anonymity`` or ``relay`` for those written for that; empty for those on who sources are.

    Raises:
        ValueError: a mark is malformed; the message names file and passage.
    """
    special = ("anonymity", "relay", "reports")
    for path in sorted(FOLDER.glob("*.txt")):
        if path.name.startswith(kind) if kind else not path.name.startswith(special):
            for number, paragraph in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n"), start=1):
                yield _marked(f"{path.stem}-{number}", paragraph.strip(), _TEST_OF_RULES if kind else _TEST)


def reports() -> Iterator[Labelled]:
    """The project's own whole articles; what no mark says of a reason or a relay is that there is none.

    Raises:
        ValueError: a mark is malformed; the message names file and article.
    """
    for path in sorted(FOLDER.glob("reports-*.txt")):
        for number, article in enumerate(path.read_text(encoding="utf-8").split("\n* * *\n"), start=1):
            read = _marked(f"{path.stem}-{number}", article.strip(), _TEST)
            yield replace(read, labels=tuple(map(_whole, read.labels)))


def _whole(label: Label) -> Label:
    return replace(label, reason=label.reason or Reason.NONE, via=label.via or ())


def _marked(name: str, marked: str, test: int) -> Labelled:
    text, labels, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        keys = dict(key.split("=", 1) for key in mark["keys"].split())
        via = keys.get("via")
        labels.append(
            Label(
                len(text),
                len(text) + len(mark["words"]),
                Identity(mark["identity"]),
                Sector(mark["sector"]),
                Reason(keys["reason"]) if "reason" in keys else None,
                None if via is None else tuple(v.replace("_", " ") for v in via.split(">") if v != "-"),
            )
        )
        text += mark["words"]
        at = mark.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"{name}: a mark is malformed in “{text[max(0, text.find('[[')) :][:60]}”")
    split = "test" if hashlib.sha256(text.encode()).digest()[0] < test else "dev" if test == _TEST_OF_RULES else "train"
    return Labelled(name, split, text, tuple(labels))
