"""Which sentences carry a statement on, and which are the article's own again."""

from __future__ import annotations

import pytest

from onrecord.attribution import hangs_on
from onrecord.attribution.overrun import without_overrun
from onrecord.model import Span
from tests.attribution.by_words import relation, sentences_of, words


@pytest.mark.parametrize(
    "sentence",
    [
        "It would cost millions.",
        "For example, two wells ran dry.",
        "The rest were sent home.",
        "Many of them are old.",
        "Others’ wells were spared.",
    ],
)
def test_sentences_that_hang_on_the_one_before(sentence: str) -> None:
    """They point back, pick out a part or give an example."""
    assert hangs_on(sentence, Span(0, len(sentence)))


@pytest.mark.parametrize(
    "sentence",
    ["The dam was built in 1950.", "Thatcher opened it.", "But critics differ.", "One-way traffic began in May.", ""],
)
def test_sentences_that_stand_alone(sentence: str) -> None:
    """A new subject is the article's own."""
    assert not hangs_on(sentence, Span(0, len(sentence)))


def _kept(text: str, source: str, cue: str, *said: str) -> str:
    return words(text, without_overrun(text, relation(text, source, cue, *said), sentences_of(text)).content)


def test_indirect_speech_ends_with_its_sentence() -> None:
    """The next sentence has a subject of its own."""
    text = "Staff warned that rents would rise. The town is being sued by an owner."
    assert _kept(text, "Staff", "warned", text[13:-1]) == "that rents would rise"


def test_a_sentence_that_hangs_on_stays() -> None:
    """ "They" are the rents of the sentence before."""
    text = "Staff warned that rents would rise. They have doubled since spring."
    assert _kept(text, "Staff", "warned", text[13:-1]) == text[13:-1]


def test_nothing_hangs_on_the_articles_own_words() -> None:
    """What follows the article's own sentence is its own too, unless quoted."""
    text = "Staff warned that rents would rise. The town has grown. It has 900 flats. “We saw it coming,” was all."
    assert _kept(text, "Staff", "warned", text[13:-9]) == "that rents would rise … “We saw it coming,”"


def test_quotations_go_on() -> None:
    """Sentences without a mark of their own are quoted where the marks stand around them."""
    text = "Pell said: “The dam will hold for years to come. The town is safe from floods. Nobody should leave it.”"
    assert _kept(text, "Pell", "said", text[11:]) == text[11:]


def test_a_turn_is_as_long_as_it_is() -> None:
    """Behind a name and a colon the speaker speaks."""
    text = "PELL: The dam will hold. The town is safe."
    assert _kept(text, "PELL", ":", text[6:-1]) == text[6:-1]
