"""Which quotations a range touches."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.wording import quotations_touching, within_quotation

QUOTATIONS = (Span(5, 10), Span(10, 20), Span(30, 31))


@pytest.mark.parametrize(
    ("span", "touched", "inside"),
    [
        (Span(0, 5), (), False),
        (Span(4, 6), QUOTATIONS[:1], False),
        (Span(6, 9), QUOTATIONS[:1], True),
        (Span(5, 10), QUOTATIONS[:1], True),
        (Span(9, 11), QUOTATIONS[:2], False),
        (Span(20, 30), (), False),
        (Span(0, 99), QUOTATIONS, False),
        (Span(30, 31), QUOTATIONS[2:], True),
        (Span(31, 40), (), False),
    ],
)
def test_ranges_against_quotations(span: Span, touched: tuple[Span, ...], inside: bool) -> None:
    """Those that share a character, and whether one holds the whole range."""
    assert tuple(quotations_touching(QUOTATIONS, span)) == touched
    assert within_quotation(QUOTATIONS, span) is inside
