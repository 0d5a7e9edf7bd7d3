"""The laws the score must keep, on the seeds: rewritten by a hair, the score moves the right way or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord
from onrecord.model import Report

SEEDS = Path(__file__).parents[2] / "seeds"
PAGES = sorted(p for p in SEEDS.glob("*.html") if "column" not in p.name)
TEXTS = [SEEDS / "ferry-sale.txt"]


def html(path: Path) -> str:
    """A seed page."""
    return path.read_text(encoding="utf-8")


def score(report: Report) -> float:
    """The score of a scored report."""
    assert report.verdict, report.reason
    return report.verdict.score


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_typography_changes_nothing(path: Path) -> None:
    """Law 4: straight quotation marks instead of curly ones, and other dashes."""
    page = html(path)
    straight = page.translate(str.maketrans({"“": "&quot;", "”": "&quot;", "’": "'", "‘": "'", "–": "—"}))
    assert score(onrecord.score_html(straight)) == score(onrecord.score_html(page))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_case_of_the_headline_changes_nothing(path: Path) -> None:
    """Law 4: shouted or not."""
    page = html(path)
    assert (loud := _loud(page)) != page
    assert score(onrecord.score_html(loud)) == score(onrecord.score_html(page))


def test_explanations_show_the_headline_as_it_came() -> None:
    """Shouted, though it was read as the body spells its words."""
    page = _loud(html(SEEDS / "deserters.html"))
    (said,) = (s.why for s in onrecord.score_html(page).signals if s.id == "headline_overclaims")
    assert "“KIM'S MEN WALK OUT: ELITE SOLDIERS VANISH FROM RUSSIA'S …”" in said


def _loud(page: str) -> str:
    """A page with its headline in capitals."""
    return re.sub(
        r"(<h1[^>]*>)(.*?)(</h1>)", lambda m: m[1] + m[2].upper().replace("&AMP;", "&amp;") + m[3], page, flags=re.S
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_wrappers_and_furniture_change_nothing(path: Path) -> None:
    """Law 4: a wrapper around the page's content and a footer behind it."""
    page = html(path)
    wrapped = page.replace("</body>", "<footer><p>© Example Media. All rights reserved.</p></footer></body>")
    assert score(onrecord.score_html(wrapped)) == score(onrecord.score_html(page))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_white_space_changes_nothing(path: Path) -> None:
    """Law 4: hard-wrapped lines and doubled spaces."""
    text = path.read_text(encoding="utf-8")
    wrapped = "\n\n".join(
        p if i == 0 else re.sub(r"(.{60,80}?) ", "\\1\n", p) for i, p in enumerate(text.split("\n\n"))
    )
    assert wrapped != text
    assert score(onrecord.score_text(wrapped)) == score(onrecord.score_text(text))


def test_unnaming_a_source_lowers_the_score() -> None:
    """Law 1: "officials" for a named official."""
    page = html(SEEDS / "deserters.html")
    unnamed = page.replace("Ukrainian President Volodymyr Zelensky", "Officials")
    assert unnamed != page
    assert score(onrecord.score_html(unnamed)) < score(onrecord.score_html(page))


def test_repeating_a_paragraph_of_one_source_does_not_raise_the_score() -> None:
    """Law 5: said twice is said once."""
    page = html(SEEDS / "deserters.html")
    paragraph = re.search(r"<p>Lloyd Austin.*?</p>", page, re.S)
    assert paragraph
    twice = page.replace(paragraph[0], paragraph[0] * 2)
    assert score(onrecord.score_html(twice)) <= score(onrecord.score_html(page))


def test_the_same_input_gives_the_same_report() -> None:
    """Byte for byte."""
    page = html(SEEDS / "deserters.html")
    assert onrecord.to_json(onrecord.score_html(page)) == onrecord.to_json(onrecord.score_html(page))


def test_putting_an_outlet_before_a_source_does_not_raise_the_score() -> None:
    """Law 3: what an outlet cites somebody for is no better for the outlet's name."""
    page = html(SEEDS / "deserters.html")
    cited = "The broadcaster Suspilne, citing intelligence officials, reported that"
    assert cited in page
    plain = page.replace(cited, "Intelligence officials reported that")
    assert score(onrecord.score_html(page)) <= score(onrecord.score_html(plain))
