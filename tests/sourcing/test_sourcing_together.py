"""Several named in one word, and words that belong to whoever issued them."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.model import Channel, Identity, Span
from onrecord.sourcing.authors import author_of

PELLS = "Ada Pell runs the mill with Bo Pell.\n\n"
TWO = "Maria Lund and Anna Brekke ran the ward until May. Peter Holm shut it.\n\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (PELLS + "The Pells said the vote was lost.", ["Ada Pell", "Bo Pell"]),
        (TWO + "Both women said the ward was cold.", ["Maria Lund", "Anna Brekke"]),
        (TWO + "The two women said the ward was cold.", ["Maria Lund", "Anna Brekke"]),
        ("Many drivers, including Ada Pell, say the road is shut.", ["Ada Pell", "Many drivers"]),
        ("Several senators, including Ada Pell and Bo Lund, said it was late.", ["Ada Pell", "Bo Lund", "Several senators"]),
        ("Peter Holm shut the ward.\n\nBoth women said the ward was cold.", ["Both women"]),
        (PELLS + "The Browns said the vote was lost.", ["Browns"]),
    ],
)  # fmt: skip
def test_people_named_before_speak_together(text: str, names: list[str]) -> None:
    assert [s.name for s in onrecord.score_text(text).sources] == names


@pytest.mark.parametrize(
    ("text", "name", "channel"),
    [
        (PELLS + "According to a post by Ada Pell on Instagram, the vote was lost.", "Ada Pell", Channel.SOCIAL_POST),
        (PELLS + "A statement from Ada Pell said the vote was lost.", "Ada Pell", Channel.STATEMENT),
        (PELLS + "According to a letter from Ada Pell to the council, the vote was lost.", "Ada Pell", Channel.STATEMENT),
    ],
)  # fmt: skip
def test_a_letter_belongs_to_who_issued_it(text: str, name: str, channel: Channel) -> None:
    report = onrecord.score_text(text)
    assert [(s.name, s.identity) for s in report.sources] == [(name, Identity.NAMED_PERSON)]
    assert [a.channel for a in report.attributions] == [channel]


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("a statement issued by the Ministry of Ports on Friday", "the Ministry of Ports"),
        ("an open letter from three officers", "three officers"),
        ("a letter from last week", None),
        ("a letter from 3 May", None),
        ("a report by Ada Pell", None),
        ("Ada Pell", None),
    ],
)
def test_the_author_stands_behind_by_or_from(words: str, author: str | None) -> None:
    found = author_of(words, Span(0, len(words)))
    assert (found.of(words) if found else None) == author
