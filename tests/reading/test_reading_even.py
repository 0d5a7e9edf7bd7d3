"""The even text that the rooms read, and the way back from its places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.model import Article
from onrecord.reading import Unreadable, evened, read_text

LEAD = "The board met on Friday, and Ada Pell said the mill would close in June after the sale."


def even_text(text: str) -> str:
    return evened(read_text(text)).article.text


@pytest.mark.parametrize(
    ("typed", "even"),
    [
        ("The  board\u00a0met\ton Friday.", "The board met on Friday."),
        ("The board -- all of it – met.", "The board — all of it — met."),
        ("The board's mill didn't close.", "The board’s mill didn’t close."),
        ("A two-day visit (2024-25) cost 5 - 6 crowns.", "A two-day visit (2024-25) cost 5 - 6 crowns."),
        ("“It's late,” 'said' Pell.", "“It’s late,” 'said' Pell."),
    ],
)
def test_one_space_one_dash_one_apostrophe(typed: str, even: str) -> None:
    assert even_text(typed) == even


def test_a_shouted_headline_reads_like_a_quiet_one() -> None:
    assert even_text(f"PELL SHUTS MILL\n\n{LEAD}") == even_text(f"Pell shuts mill\n\n{LEAD}")


def test_what_stands_twice_is_left_out() -> None:
    once = f"Mill to close\n\n{LEAD}\n\nThe town will miss it."
    twice = f"Mill to close\n\n{LEAD}\n\n{LEAD}\n\nThe town will miss it."
    assert even_text(twice) == even_text(once)


def test_links_and_blocks_move_with_the_text() -> None:
    even = evened(
        onrecord.reading.read_html(
            "<p>Pell  said <a href='https://halvik.example/a'>the\n mill</a> — all of it — would close.</p>"
        )
    ).article
    assert [link.span.of(even.text) for link in even.links] == ["the mill"]
    assert [block.span.of(even.text) for block in even.blocks] == ["Pell said the mill — all of it — would close."]


@given(st.text(alphabet="aB'’ \u00a0\n–—-.", max_size=80))
def test_every_word_finds_its_way_back(text: str) -> None:
    """A letter of the even text stands in the typed one where ``place`` says, but for the case of headlines."""
    try:
        article: Article = read_text(text)
    except Unreadable:
        return
    even = evened(article)
    for place, letter in enumerate(even.article.text):
        if letter.isalpha():
            assert text[even.place(place)].lower() == letter.lower()


def test_findings_are_told_by_the_places_of_the_text_as_it_came() -> None:
    text = f"Mill  to  close\n\n{LEAD}\n\n{LEAD.replace(' ', '  ')}\n\nIt's late,  Bo Lund  said  --  again."
    report = onrecord.score_text(text)
    said = [a for a in report.attributions if a.mention and a.cue]
    assert [(a.mention.of(text), a.cue.of(text)) for a in said if a.mention and a.cue] == [
        ("Ada Pell", "said"),
        ("Bo Lund", "said"),
    ]
