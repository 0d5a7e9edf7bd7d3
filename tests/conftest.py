"""What several doors' tests share."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.model import Article, Report
from tests.sample_report import REPORT


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Lets every article get the hand-made report, and lists the articles: for tests of the door, not of the rooms."""
    articles: list[Article] = []

    def score(article: Article) -> Report:
        articles.append(article)
        return REPORT

    monkeypatch.setattr(pipeline, "score", score)
    return articles
