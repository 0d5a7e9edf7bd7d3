"""Which of an article's direct quotations a range lies in, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.model import Span


def quotations_touching(quotations: Sequence[Span], span: Span) -> Sequence[Span]:
    """The quotations that share a character with a range.

    Args:
        quotations: in order, none overlapping another.
        span: any range of the text.
    """
    first = bisect_right(quotations, span.start, key=lambda quotation: quotation.end)
    return quotations[first : bisect_left(quotations, span.end, lo=first, key=lambda quotation: quotation.start)]


def within_quotation(quotations: Sequence[Span], span: Span) -> bool:
    """Whether a range lies wholly in one quotation."""
    return any(quotation.contains(span) for quotation in quotations_touching(quotations, span))
