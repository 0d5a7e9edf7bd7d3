"""One article tried: its rewrites scored and held against what their laws say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from evaluation.laws.articles import Annotated
from evaluation.laws.rewrites import REWRITES, Direction, Read, Rewrite, page
from onrecord.model import Report
from onrecord.pipeline import score
from onrecord.reading import read_html, read_text
from onrecord.rendering import to_json
from onrecord.web import create_app


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and what became of its score when it was rewritten."""

    article: str
    rewrite: str
    before: float
    after: float | None
    held: bool


def tried(article: Annotated, wanted: frozenset[str], place: int = 0) -> list[Pair]:
    """The pairs that an article gives for some rewrites, one of a kind: at its best place (0), the next best (1) …."""
    report = score(read_text(article.text))
    if report.verdict is None:
        return []
    pairs = []
    as_page: Report | None = None
    for rewrite in REWRITES:
        if rewrite.name not in wanted:
            continue
        if rewrite.door:
            pairs.append(_through_the_door(article, rewrite, report))
            continue
        for text in islice(rewrite.make(Read(article.text, report, article.cues)), place, place + 1):
            base = report
            if rewrite.page:
                base = as_page = as_page or score(read_html(page(article.text).encode()))
            if base.verdict:
                after = score(read_html(text.encode())) if rewrite.page else score(read_text(text))
                pairs.append(_pair(article.id, rewrite, base, after))
    return pairs


def _through_the_door(article: Annotated, rewrite: Rewrite, report: Report) -> Pair:
    """The same article by HTTP: the report must be the same to the last byte."""
    assert report.verdict
    client = create_app().test_client()
    answer = client.post("/v1/score", data=article.text.encode(), content_type="text/plain; charset=utf-8")
    same = answer.get_data(as_text=True) == to_json(score(read_text(article.text.encode())))
    return Pair(article.id, rewrite.name, report.verdict.score, answer.get_json()["score"], same)


def _pair(article: str, rewrite: Rewrite, before: Report, after: Report) -> Pair:
    assert before.verdict
    was = before.verdict.score
    now = after.verdict.score if after.verdict else None
    return Pair(article, rewrite.name, was, now, _holds(rewrite.direction, before, after, was, now))


def _holds(direction: Direction, before: Report, after: Report, was: float, now: float | None) -> bool:
    if direction is Direction.NO_NEW_SIGNAL:
        against = [{s.id: s.points for s in report.signals if s.points < 0} for report in (before, after)]
        return all(points >= against[0].get(name, 0) for name, points in against[1].items())
    if now is None:
        return direction is Direction.NO_HIGHER
    if direction is Direction.EQUAL:
        return now == was
    return now <= was if direction is Direction.NO_HIGHER else now >= was
