"""Claims told by a noun and its owner."""

from __future__ import annotations

import pytest

from onrecord.attribution import with_plain
from onrecord.model import Span
from tests.attribution.by_words import relation, words

HITS = [
    (
        "The ministry's claim that the bridge was safe was rejected by engineers.",
        ("The ministry", "claim", "that the bridge was safe"),
    ),
    ("Moscow’s denials of involvement have convinced few.", ("Moscow", "denials", "involvement")),
    ("Kyiv's warnings of an attack went unheeded.", ("Kyiv", "warnings", "an attack")),
    (
        "The inquiry dealt with the dockers' angry allegation that guards beat strikers.",
        ("the dockers", "allegation", "that guards beat strikers"),
    ),
    ("Her warnings that the dam would burst were ignored.", ("Her", "warnings", "that the dam would burst")),
    (
        "The town laughed at the president of the club's boast that it had never lost.",
        ("the president of the club", "boast", "that it had never lost"),
    ),
]
MISSES = [
    "A spiral slide is the plan's claim to fame.",
    "The bank's claims department that handles loans is small.",
    "The city's call centre that opened in May is shut.",
    "Yesterday's warning that the road is shut came late.",
    "Last year's promise of new trains was broken.",
    "The minister's letter that leaked was long.",
    "The company's order of chips arrived.",
    "Ohm's theory of currents is old.",
    "A claim that the bridge was safe was rejected.",
    "The driver's fear of heights is known.",
]


def _read(text: str, quoted: tuple[Span, ...] = ()) -> list[tuple[str, str, str]]:
    found = with_plain(text, [Span(0, len(text))], [], quoted)
    return [(words(text, r.source), words(text, r.cue), words(text, r.content)) for r in found]


@pytest.mark.parametrize(("text", "told"), HITS)
def test_an_owner_and_a_noun_of_speech(text: str, told: tuple[str, str, str]) -> None:
    """The owner is the source, the noun the cue, what follows the statement."""
    assert _read(text) == [told]


@pytest.mark.parametrize("text", MISSES)
def test_other_nouns_with_owners(text: str) -> None:
    """Without a speaker, or without anything said, nothing is read."""
    assert _read(text) == []


def test_not_in_quotations() -> None:
    """There it is the speaker's own word."""
    text = "“Moscow's denials of involvement are worthless,” she said."
    assert _read(text, (Span(0, 48),)) == []


def test_a_noun_cue_stays_inside_the_statement_that_tells_of_it() -> None:
    """The outer statement loses nothing by it."""
    text = "Pell said Moscow's denials of involvement were worthless."
    outer = relation(text, "Pell", "said", text[10:-1])
    assert with_plain(text, [Span(0, len(text))], [outer], [])[0] == outer


def test_the_taggers_own_find_stands() -> None:
    """The rule reads only where nothing is known."""
    text = "Moscow's denials of involvement have convinced few."
    known = relation(text, "Moscow", "denials", "of involvement")
    assert with_plain(text, [Span(0, len(text))], [known], []) == [known]
