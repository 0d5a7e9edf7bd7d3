"""Clients of the web door."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from onrecord import pipeline
from onrecord.model import Article, Report
from onrecord.web import Settings, create_app
from tests.sample_report import REPORT

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def client() -> FlaskClient:
    """The whole application, as a caller on this machine sees it."""
    return create_app(Settings(seeds=SEEDS)).test_client()


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Lets every article get the hand-made report, and lists the articles: for tests of the door, not of the rooms."""
    articles: list[Article] = []

    def score(article: Article) -> Report:
        articles.append(article)
        return REPORT

    monkeypatch.setattr(pipeline, "score", score)
    return articles
