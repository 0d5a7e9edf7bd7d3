"""Gold articles: the marks are read exactly, slips are named, and every article is in good form."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.gold.__main__ import counts
from evaluation.gold.marks import ARTICLES, GoldError, read, read_all
from evaluation.gold.measure import split_of
from onrecord.facets import HedgeKind, Identity
from onrecord.reading import read_html
from training.marks import Mark, unmarked

TOML = """
topic = "local"
manner = "local weekly"
[sources.clerk]
name = "Ada Brink"
identity = "named_person"
sector = "government"
title = "clerk"
[[attributions]]
n = 1
sources = ["clerk"]
channel = "quote"
rung = 7
"""
TEXT = "Rain\n\n[[1t|“It [[he|may]] flood,”]] [[1c|said]] [[1s|the clerk, Ada Brink]], see [[a:https://example.org/a?b=1|the map]]."


def written(folder: Path, text: str = TEXT, toml: str = TOML) -> Path:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    (folder / "one.toml").write_text(toml, encoding="utf-8")
    return folder / "one.txt"


def test_marks_are_taken_off_and_remembered() -> None:
    text, marks = unmarked("[[1t|a [[1s,2s|b]] c]] d")
    assert text == "a b c d"
    assert marks == [Mark(("1t",), 0, 5), Mark(("1s", "2s"), 2, 3)]


@pytest.mark.parametrize("marked", ["[[1t|a", "a]] b", "[[1t| a]]", "[[1t|]]"])
def test_broken_marks_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"mark|stray|closed"):
        unmarked(marked)


def test_an_article_is_read_whole(tmp_path: Path) -> None:
    article = read(written(tmp_path))
    assert article.text.startswith("Rain\n\n“It may flood,” said the clerk")
    (found,) = article.attributions
    assert [article.text[a:b] for a, b in found.content] == ["“It may flood,”"]
    assert article.hedges == ((article.text.index("may"), article.text.index("may") + 3, HedgeKind.EPISTEMIC),)
    assert article.sources["clerk"].identity is Identity.NAMED_PERSON
    assert '<a href="https://example.org/a?b=1">the map</a>' in article.html()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[[1c|", "[[1x|", "no such tag"),
        ("[[1s|", "[[2s|", "numbers in the text"),
        ('sector = "government"', 'sector = "state"', "Sector"),
        ('"clerk"]', '"mayor"]', "not described"),
        ('topic = "local"', 'topic = "art"', "no such topic"),
        ("rung = 7", 'rung = 7\nslices = ["none"]', "slices"),
        ("rung = 7", "rungs = 7", "unknown keys"),
    ],
)
def test_slips_are_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(GoldError, match=says):
        read(written(tmp_path, TEXT.replace(old, new), TOML.replace(old, new)))


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda p: p.stem)
def test_every_gold_article_is_in_form_and_reads_back(path: Path) -> None:
    article = read(path)
    assert read_html(article.html().encode()).text == article.text
    assert 110 <= len(article.text.split()) <= 640
    assert article.attributions


def test_the_set_is_as_large_and_mixed_as_it_should_be() -> None:
    articles = list(read_all())
    kinds = {line[7:]: int(line[:7]) for line in counts(articles)}
    least = {"articles": 80, "attributions": 600, "with an unnamed or anonymous source": 150,
             "intelligence or military": 80, "relayed": 60, "agentless": 80}  # fmt: skip
    assert all(kinds[name] >= number for name, number in least.items())
    assert {split_of(a) for a in articles} == {"dev", "test"}
