"""The labels by hand: every passage is well formed, every place in an article has legal labels."""

from __future__ import annotations

import csv

import pytest

from onrecord.model import Identity, Reason, Sector
from training import labels
from training.labels import FOLDER, passages, reports


def test_every_passage_is_read() -> None:
    """Marks come off, labels stand where the words are, and each split has some."""
    every = [*passages(), *passages("anonymity"), *passages("relay"), *reports()]
    assert {p.split for p in every} == {"train", "dev", "test"}
    for passage in every:
        assert "[[" not in passage.text
        assert passage.labels, passage.id
        for label in passage.labels:
            assert passage.text[label.start : label.end].strip(), passage.id


def test_reasons_belong_to_sources_without_a_name() -> None:
    """Nobody named in the passage has a reason for being unnamed."""
    for passage in (*passages("anonymity"), *reports()):
        for label in passage.labels:
            assert label.reason is Reason.NONE or label.identity is Identity.ANONYMOUS_SOURCE, passage.id


def test_places_in_articles_are_legal() -> None:
    """Each row has a range and labels of the report's vocabulary; an article is of one split."""
    splits: dict[tuple[str, str], str] = {}
    with (FOLDER / "mentions.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            assert int(row["start"]) < int(row["end"])
            assert row["identity"] in {*Identity, "-"}
            assert row["sector"] in {*Sector, "-"}
            assert splits.setdefault((row["corpus"], row["article"]), row["split"]) == row["split"]


def test_a_malformed_mark_is_named() -> None:
    """A slip says where it is."""
    with pytest.raises(ValueError, match="slip-1"):
        labels._marked("slip-1", "[[named_person public|Ada Pell]] said so.", 51)
