"""Attributions at the end of a sentence in which somebody else is told to speak."""

from __future__ import annotations

import pytest

from onrecord.attribution import Relation, Taken
from onrecord.attribution.repairs import repaired
from onrecord.attribution.trailing import trailing
from tests.attribution.by_words import relation, sentences_of, words

_INNER = "Divers found that the hull had split, two men who went down with them said on Monday."
_MISSED = "Some owners don’t think the levy is a problem because it is late, these brokers said."


def read(text: str, *known: Relation, spoken: tuple[tuple[int, int], ...] = ()) -> list[Relation]:
    """What ends the sentences of a text of which something is known."""
    heads = Taken(part for relation in known for part in (*relation.source, *relation.cue))
    return trailing(text, sentences_of(text), heads, Taken(spoken))


def test_a_bare_cue_has_the_clause_before_it() -> None:
    """Whoever ends the sentence says all of it, what another found included."""
    inner = relation(_INNER, "Divers", "found", "that the hull had split")
    bare = relation(_INNER, "two men who went down with them", "said")
    found = repaired(_INNER, [inner, bare], sentences_of(_INNER))
    assert words(_INNER, found[1].content) == "Divers found that the hull had split"
    assert found[0] == inner


@pytest.mark.parametrize(
    ("text", "inner", "source", "cue"),
    [
        (_MISSED, ("Some owners", "don’t think", "the levy is a problem"), "these brokers", "said"),
        (
            "The port plans to buy four cranes by May, the latest contracts show.",
            ("The port", "plans", "to buy four cranes"),
            "the latest contracts",
            "show",
        ),
    ],
)
def test_a_missed_ending_is_read(text: str, inner: tuple[str, str, str], source: str, cue: str) -> None:
    """The tagger gives each word one role, and so passes over the outer attribution."""
    (found,) = read(text, relation(text, *inner))
    assert (words(text, found.source), words(text, found.cue)) == (source, cue)
    assert found.content[0][0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "While the owners think the levy is fair, the brokers said.",  # a clause that only tells when
        "The owners think the levy is fair, and the brokers agreed.",
        "The owners think the levy is fair, rich brokers.",
        "The levy is fair, quickly and loudly said.",
        "The owners think the levy is unfair, late and wrong and nobody who heard said.",
    ],
)
def test_other_endings_are_left_alone(text: str) -> None:
    """A conjunction, a missing cue or no noun phrase: nothing is read."""
    known = [relation(text, "The owners", "think", "the levy")] if "The owners" in text else []
    assert read(text, *known) == []


def test_where_nobody_else_speaks_the_tagger_is_trusted() -> None:
    """Only sentences that hold another attribution hide one from the tagger."""
    text = "The levy is a problem because it is late, these brokers said."
    assert read(text) == []


def test_not_inside_quotations() -> None:
    """What a speaker reports in quotation marks is read with the quotation."""
    text = "“Pell thinks the levy is fair, these brokers said.”"
    inner = relation(text, "Pell", "thinks", "the levy is fair")
    assert read(text, inner, spoken=((0, len(text)),)) == []
