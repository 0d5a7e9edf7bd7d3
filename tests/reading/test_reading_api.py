"""What the room gives to the others."""

from __future__ import annotations

from onrecord import reading


def test_public_names() -> None:
    """The room's interface is what it says it is, and every name exists."""
    assert sorted(reading.__all__) == [
        "Evened",
        "MAX_BYTES",
        "Unreadable",
        "evened",
        "looks_english",
        "quotations",
        "read_html",
        "read_text",
        "sentences",
    ]
    assert all(hasattr(reading, name) for name in reading.__all__)
    assert reading.MAX_BYTES == 5 * 1024 * 1024


def test_unreadable_says_what_and_why() -> None:
    """The exception carries a code for programs and a sentence for people."""
    problem = reading.Unreadable("empty", "The input is empty.")
    assert (problem.code, problem.message, str(problem)) == ("empty", "The input is empty.", "The input is empty.")
