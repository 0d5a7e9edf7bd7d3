"""The summary for a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Identity, Sector, Source
from onrecord.rendering import to_page, to_text
from onrecord.rendering.words import WHAT_IT_MEASURES
from tests.sample_report import NOT_SCORED, REPORT


def test_it_says_what_an_editor_wants_first() -> None:
    """Headline, score with band and range, what is measured, the sum with reasons, sources with title, hedges."""
    text = " ".join(to_text(REPORT).split())
    for part in (
        "Crane at Halvik <b>safe</b> 🏗 again",
        "41.5 of 100 thinly sourced (34 to 49",
        WHAT_IT_MEASURES,
        "47.5",
        "-6.0",
        "The headline says more than <the text>.",
        "Mara Lindqvist, the harbour master (named person, government; 1 statement)",
        "Claims at nobody's door",
        "“It is said to creak”",
        "2 in the outlet's own words, 1 within quotations",
        "is said to",
        "Only the beginning was read.",
        "0123456789ab",
    ):
        assert part in text


def test_who_only_passes_on_is_told_apart() -> None:
    """An outlet between the source and us is listed as that, on no rung."""
    outlet = Source("s9", "The Tide", Identity.NAMED_ORGANIZATION, Sector.MEDIA, attributions=("a2",))
    first, second, third = REPORT.attributions
    relayed = replace(second, relay=("s9",))
    report = replace(REPORT, sources=(*REPORT.sources, outlet), attributions=(first, relayed, third))
    text = to_text(report)
    assert "No source –" not in text
    assert "Passing on what others say\n- The Tide (named organisation, media; 1 statement)" in text
    assert "Passed on by The Tide." in to_page(report)
    assert "passes on what others say" in to_page(report)


def test_without_a_score_it_says_why_and_shows_the_findings() -> None:
    """No number where none was given; signals still listed."""
    text = to_text(NOT_SCORED)
    assert "Not scored: The article has 40 words; 120 are needed." in text
    assert "of 100" not in text
    assert "Mara Lindqvist" in text
    assert "What stands out" in text


def test_an_article_cannot_drive_the_terminal() -> None:
    """Escape sequences and direction overrides of the article do not reach the output."""
    text = REPORT.article.text.replace("It is said to creak", "It \x1b[2Jsaid\x07 \u202eto cre")
    hostile = replace(REPORT, article=replace(REPORT.article, text=text, title="A\x1b]0;owned\x07 title\nB"))
    shown = to_text(hostile)
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)
    assert "A ]0;owned title B" in shown


@pytest.mark.parametrize("width", [40, 88, 200])
def test_lines_fit_the_width(width: int) -> None:
    """Nothing runs past the edge, and no line ends in blanks."""
    for line in to_text(REPORT, width=width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_colour_only_when_asked_and_never_the_only_sign() -> None:
    """The coloured summary has the same words."""
    import re

    plain, colored = to_text(REPORT), to_text(REPORT, color=True)
    assert "\x1b[" not in plain
    assert "\x1b[" in colored
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert stripped.split() == plain.split()
