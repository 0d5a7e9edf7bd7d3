"""The project's own training examples: in form, and read as the tagger is to read them."""

from __future__ import annotations

from pathlib import Path

from training.corpus import Document
from training.data import EXAMPLES, written


def documents(folder: Path, marked: str) -> list[Document]:
    (folder / "one.txt").write_text(marked, encoding="utf-8")
    return written(folder)


def parts(document: Document, number: int = 0) -> dict[str, list[str]]:
    relation = document.relations[number]
    return {role: [document.text[a:b] for a, b in spans] for role, spans in relation.items()}


def test_examples_are_parted_and_numbered(tmp_path: Path) -> None:
    marked = (
        "# [[1s|Police]][[1c|:]] [[1t|Man held]]\n\nRain fell.\n===\n[[1s|She]] [[1c|wept and said]] [[1t|nothing]]."
    )
    first, second = documents(tmp_path, marked)
    assert first.text == "Police: Man held\n\nRain fell."
    assert [p.headline for p in first.passages] == [True, False]
    assert parts(first) == {"source": ["Police"], "cue": [":"], "content": ["Man held"]}
    assert parts(second)["content"] == ["nothing"]


def test_an_attribution_inside_a_statement_is_read_apart(tmp_path: Path) -> None:
    marked = "[[1s|A friend]] [[1c|said]] [[1t|[[2s|doctors]] [[2c|had told]] him [[2t|to rest]]]]."
    outer, inner = documents(tmp_path, marked)
    assert len(outer.relations) == 1
    assert parts(outer)["content"] == ["doctors had told him to rest"]
    assert inner.text == "doctors had told him to rest"
    assert parts(inner) == {"source": ["doctors"], "cue": ["had told"], "content": ["to rest"]}


def test_a_statement_that_two_share_stays_with_both(tmp_path: Path) -> None:
    marked = "[[1s|The Courier]], [[2c|citing]] [[2s|officials]], [[1c|said]] [[1t,2t|the dam held]]."
    (document,) = documents(tmp_path, marked)
    assert [parts(document, i)["cue"] for i in (0, 1)] == [["said"], ["citing"]]


def test_every_example_is_in_form() -> None:
    found = written()
    texts = [d.text for d in found]
    assert len(texts) >= 600
    assert len(set(texts)) > 0.98 * len(texts)
    for document in found:
        for relation in document.relations:
            assert relation["content"] or relation["cue"], document.id
            spans = [span for role in relation.values() for span in role]
            assert all(document.text[a:b].strip() == document.text[a:b] for a, b in spans)
    assert sum(not d.relations for d in found) > 60  # near misses teach as much as hits
    assert len(list(EXAMPLES.glob("*.txt"))) > 10
