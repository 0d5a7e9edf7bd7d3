"""How statements are quoted in lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Span
from onrecord.rendering.excerpts import LONGEST, excerpt
from tests.sample_report import REPORT


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("“It may fall,” ", "It may fall"),
        ("it was called the “Old Lady.”", "it was called the “Old Lady.”"),
        ("line\none\x1b[2J", "line one [2J"),
        ("word " * 60, "word " * (LONGEST // 5) + "…"),
    ],
)
def test_a_statement_is_shown_on_one_line_and_short(said: str, shown: str) -> None:
    """Outer quotation marks go, inner ones stay balanced, control characters go, long ones are cut at a word."""
    report = replace(REPORT, article=replace(REPORT.article, text=said))
    found = replace(REPORT.attributions[0], statement=(Span(0, len(said)),))
    assert excerpt(report, found) == shown
