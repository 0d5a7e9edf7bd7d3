"""The report of errors by facet."""

from __future__ import annotations

from evaluation.report import error_table


def test_each_value_is_told_with_what_it_was_taken_for() -> None:
    """Rows by frequency; recall over the row, precision over all that was given that value."""
    pairs = [("courts", "courts")] * 3 + [("courts", "public")] + [("public", "public")] * 2
    lines = list(error_table("sector", pairs))
    assert lines[0] == "### sector: 5 of 6 right\n"
    assert lines[3:5] == ["| courts | 4 | 75 | 100 | 86 | public 1 |", "| public | 2 | 100 | 67 | 80 | – |"]


def test_rare_mistakes_stand_together() -> None:
    """The four commonest are told, the rest counted."""
    pairs = [("a", other) for other in "bbcdefg"]
    row = list(error_table("facet", pairs))[3]
    assert row == "| a | 7 | 0 | 0 | 0 | b 2, c 1, d 1, e 1, others 2 |"
