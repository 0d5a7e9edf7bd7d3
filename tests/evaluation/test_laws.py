"""The rewriting of articles for the score's laws, and the files of judgements."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import evaluation
from evaluation.gold.marks import read_all
from evaluation.gold.measure import split_of
from evaluation.laws.articles import Annotated
from evaluation.laws.rewrites import REWRITES, Direction, Read, page
from evaluation.laws.trial import tried
from onrecord.pipeline import score
from onrecord.reading import read_text

TEXT = (
    "Crane at Halvik closed after crack\n\n"
    "Ada Holm, the harbour master, said on Friday that the crane had cracked in the night. Dockers said it had swayed "
    "for weeks.\n\n"
    "“Nobody listened to us,” Tom Eze, a docker, said. The port’s operator, Kern Shipping, did not answer a request "
    "for comment — it has been silent since May.\n\n"
    "Port officials said that a second crane would be looked at. The board of the port meets on Monday, and the crane "
    "stays closed until then. Ships that were bound for Halvik go to Tarn, which has two cranes and a longer quay, and "
    "the railway has put on three trains a day for what they carry. The customs house at Halvik is open for an hour in "
    "the morning, for those who come to fetch papers, and the canteen is shut.\n"
)
REPORT = score(read_text(TEXT))
EXPECTED = {
    "a named person unnamed": "A former aide said on Friday that the crane",
    "an unnamed source named": "Tomas Lindqvist, who runs the harbour office, said it had swayed",
    "“reportedly” before an unnamed source's cue": "Dockers reportedly said it had swayed",
    "the source taken away": "It is said it had swayed",
    "a specific reason for anonymity added": "Dockers, who spoke on condition of anonymity for fear",
    "an outlet put before the source": "According to the Halvik Courier, dockers said it had swayed",
    "white space doubled": "the  crane  stays closed until",
    "quotation marks straight or curly": '"Nobody listened to us,"',
    "dashes of another length": "comment – it has been silent",
    "headline in capitals": "<h1>CRANE AT HALVIK CLOSED AFTER CRACK</h1>",
    "elements that mean nothing": "<div class='x'><p><span>Ada</span> Holm",
    "page furniture behind the text": "All rights reserved.",
    "words in quotation marks": "“Everybody knows they are allegedly liars. Nobody listened to us,”",
}


@pytest.mark.parametrize("rewrite", [r for r in REWRITES if r.name in EXPECTED], ids=lambda r: r.name)
def test_a_rewrite_changes_what_it_says(rewrite: object) -> None:
    """And the law it belongs to holds on this article."""
    assert REPORT.verdict
    made = list(rewrite.make(Read(TEXT, REPORT, ())))  # type: ignore[attr-defined]
    assert any(EXPECTED[rewrite.name] in text for text in made)  # type: ignore[attr-defined]
    pairs = tried(Annotated("crane", TEXT, ()), frozenset({rewrite.name}))  # type: ignore[attr-defined]
    assert [pair.held for pair in pairs] == [True]


def test_every_law_is_tried() -> None:
    """All seven, and those of equality by direction."""
    assert {rewrite.law for rewrite in REWRITES} == set(range(1, 8))
    assert all(rewrite.direction is Direction.EQUAL for rewrite in REWRITES if rewrite.law in (4, 7))


def test_a_page_has_the_texts_paragraphs() -> None:
    """What is rewritten as a page is the same article."""
    assert page(TEXT).count("<p>") == TEXT.count("\n\n")


def test_the_judged_pairs_are_rings_over_each_split() -> None:
    """Every gold article is judged in both rings, with articles of its own split."""
    splits = {article.id: split_of(article) for article in read_all()}
    with (Path(evaluation.__file__).parent / "pairs.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    judged = Counter(row[side] for row in rows for side in ("first", "second"))
    assert judged.keys() == splits.keys()
    assert set(judged.values()) <= {3, 4}  # two rings; a pair that both would have is in one
    assert len({frozenset((row["first"], row["second"])) for row in rows}) == len(rows)
    assert all(splits[row["first"]] == splits[row["second"]] for row in rows)
    assert {row[judge] for row in rows for judge in ("one", "two")} == {
        f"{which} {how}" for which in ("first", "second") for how in ("clearly", "slightly")
    }


def test_the_grounds_of_headlines_lie_in_their_articles() -> None:
    """Of the gold articles, which are here."""
    texts = {article.id: article.text for article in read_all()}
    with (Path(evaluation.__file__).parent / "headlines.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["corpus"] == "gold"]
    assert {row["article"] for row in rows} == set(texts)
    for row in rows:
        for place in row["grounds"].split() if row["grounds"] != "-" else ():
            start, end = map(int, place.split("-"))
            assert 0 < start < end <= len(texts[row["article"]])
