"""The annotated page."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup

from onrecord.model import Report
from onrecord.rendering import PAGE_POLICY, to_page
from onrecord.rendering.words import WHAT_IT_MEASURES
from tests.sample_report import NOT_SCORED, REPORT, TEXT


def soup(report: Report) -> BeautifulSoup:
    """The page as a browser would see it."""
    return BeautifulSoup(to_page(report), "lxml")


def test_the_article_is_shown_escaped_and_marked_by_rung() -> None:
    """Marks hold the statements' exact words, with the class of their rung; markup in the text is text."""
    page = soup(REPORT)
    article = page.find("article")
    assert article.find("b") is None
    assert article.find("mark", id="a1").get_text() == "the crane had reportedly been inspected & passed"
    assert article.find("mark", id="a1")["class"] == ["r7"]
    assert article.find("mark", id="a2")["class"] == ["r4"]
    assert [li.get_text() for li in article.select("ul > li")][1].startswith("It is said to creak")
    assert "Read more about cranes" not in article.get_text()


def test_hedges_of_the_outlet_are_underlined_and_those_in_quotations_are_not() -> None:
    """A speaker's own words are not held against the outlet."""
    shown = [span.get_text() for span in soup(REPORT).select("article .hedge")]
    assert shown == ["reportedly", "is said to"]


def test_every_link_within_the_page_leads_somewhere_and_ids_are_unique() -> None:
    """The list of findings and the marks point at each other."""
    page = soup(REPORT)
    ids = Counter(element["id"] for element in page.find_all(id=True))
    assert max(ids.values()) == 1
    targets = [link["href"] for link in page.find_all("a")]
    assert {"#a1", "#finding-a1", "#headline_overclaims-0"} <= set(targets)
    assert all(target.startswith("#") and target[1:] in ids for target in targets)


def test_it_loads_nothing_and_runs_nothing() -> None:
    """No script, no event handler, no outside reference; its policy allows just its own style sheet."""
    page = soup(REPORT)
    assert not page.find_all(["script", "iframe", "img", "link", "object", "form"])
    assert not [
        name for element in page.find_all() for name in element.attrs if name.startswith("on") or name == "style"
    ]
    style = to_page(REPORT).partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in PAGE_POLICY
    assert page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"] == PAGE_POLICY


def test_the_sum_and_the_one_sentence_are_there() -> None:
    """Whoever sees the score also sees what it measures and how it comes about."""
    text = " ".join(soup(REPORT).get_text(" ").split())
    assert WHAT_IT_MEASURES in text
    for part in ("41.5", "thinly sourced", "47.5", "-6.0", "The headline says more than <the text>."):
        assert part in text


def test_without_a_score_there_is_no_number() -> None:
    """The reason stands where the score would."""
    page = soup(NOT_SCORED)
    assert page.find("meter") is None
    assert "The article has 40 words; 120 are needed." in page.get_text()
    assert page.find("mark", id="a1")


@pytest.mark.parametrize("title", [None, "</title><script>alert(1)</script>", "\ud800"])
def test_odd_titles_do_no_harm(title: str | None) -> None:
    """A missing, hostile or broken title still gives a page that encodes and has no script."""
    page = to_page(replace(REPORT, article=replace(REPORT.article, title=title)))
    page.encode("utf-8")
    assert "<script" not in page


def test_a_report_without_findings_is_a_page_too() -> None:
    """An article that attributes nothing gets its page."""
    bare = Report(replace(REPORT.article, blocks=()), "0", ("e", "1"), verdict=REPORT.verdict)
    page = soup(bare)
    assert "No attributed statement was found." in page.get_text()
    assert TEXT[:5] in page.find("title").get_text()
