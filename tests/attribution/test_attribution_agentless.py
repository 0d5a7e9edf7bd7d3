"""Claims laid at nobody's door, beside and inside what the tagger found."""

from __future__ import annotations

import timeit
from functools import partial

import pytest

from onrecord.attribution import Relation, with_agentless
from onrecord.model import Span
from onrecord.reading import sentences
from onrecord.wording import agentless_cues


def _words(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[s:e] for s, e in ranges]


def _relation(text: str, source: str, cue: str, *content: str) -> Relation:
    def ranges(*words: str) -> tuple[tuple[int, int], ...]:
        return tuple((text.index(w), text.index(w) + len(w)) for w in words)

    return Relation(ranges(source) if source else (), ranges(cue), ranges(*content))


def _found(text: str, *relations: Relation) -> list[Relation]:
    whole = Span(0, len(text))
    return with_agentless(text, list(relations), agentless_cues(text, whole), sentences(text, whole))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The ferry is expected to sail in May.", "is expected to", ["The ferry", "sail in May"]),
        ("Passengers had been told that the ferry was late.", "had been told", ["that the ferry was late"]),
        ("The inquest heard that the ferry was late.", "heard", ["that the ferry was late"]),
        ("The ferry was late, the inquest heard on Monday.", "heard", ["The ferry was late"]),
        ("Ferry was late, inquest told", "told", ["Ferry was late"]),
        ("The ferry was, it is thought, overloaded.", "it is thought", ["The ferry was", "overloaded"]),
        ("The ferry was late, it was claimed last night.", "it was claimed", ["The ferry was late"]),
    ],
)
def test_the_claim_of_a_cue(text: str, cue: str, content: list[str]) -> None:
    """The clause around it; what was told to somebody follows the verb or stands before the hearer."""
    (relation,) = _found(text)
    assert relation.source == ()
    assert (_words(text, relation.cue), _words(text, relation.content)) == ([cue], content)


def test_a_claim_behind_a_claim() -> None:
    """ "…, it can be revealed" lays the whole sentence at nobody's door, another passive in it included."""
    text = "The captain is said to be in Malta, it can be revealed."
    inner, outer = _found(text)
    assert _words(text, inner.content) == ["The captain", "be in Malta"]
    assert _words(text, outer.content) == ["The captain is said to be in Malta"]


def test_nobody_heard_is_nobody_told() -> None:
    """A hearer that never comes to the verb has no claim."""
    assert _found("The inquest heard.") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The deserters are said to have crossed.", ("The deserters", "are said to", "have crossed")),
        ("Commanders have reportedly told nobody about it.", ("Commanders", "have reportedly told", "nobody about it")),
        ("A court heard yesterday that he fled.", ("A court", "heard yesterday", "that he fled")),
        ("Staff were told that it would close.", ("Staff", "were told", "that it would close")),
        ("Dockers reportedly said that it would close.", ("reportedly", "said", "that it would close")),
    ],
)
def test_the_subject_is_no_source(text: str, wrong: tuple[str, str, str]) -> None:
    """The subject of "are said to" says nothing the court only hears and an adverb is nobody, even if the tagger takes them for sources."""
    (relation,) = _found(text, _relation(text, *wrong))
    assert relation.source == ()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Officials said the unit had reportedly left.", "Officials", "the unit had reportedly left"),
        ("She said the unit was believed to have left.", "She", "the unit was believed to have left"),
        ("She said staff had been told to leave.", "She", "staff had been told to leave"),
    ],
)
def test_the_main_verb_of_a_statement_is_no_claim_of_its_own(text: str, source: str, content: str) -> None:
    """It is a hedge on the source's statement at most."""
    known = _relation(text, source, "said", content)
    assert _found(text, known) == [known]


@pytest.mark.parametrize(
    ("text", "content", "claim"),
    [
        (
            "He said the eggs came from a quarry, where looters are said to work by night.",
            "the eggs came from a quarry, where looters are said to work by night",
            ["looters", "work by night"],
        ),
        (
            "He said he had never met the brokers that he is accused of bribing.",
            "he had never met the brokers that he is accused of bribing",
            ["he", "bribing"],
        ),
    ],
)
def test_a_relative_clause_in_a_statement_makes_a_claim(text: str, content: str, claim: list[str]) -> None:
    """What is told of a thing by the way is nobody's, whoever speaks."""
    outer = _relation(text, "He", "said", content)
    kept, new = _found(text, outer)
    assert kept == outer
    assert (new.source, _words(text, new.content)) == ((), claim)


def test_a_statement_that_runs_on_into_the_claim_loses_it() -> None:
    """A source that speaks neither in the sentence nor beside its semicolon does not own its words."""
    text = "The mayor said the mill was safe. It is rumoured that the mill was sold."
    first = _relation(text, "The mayor", "said", "the mill was safe", "It is rumoured that the mill was sold")
    kept, new = _found(text, first)
    assert _words(text, kept.content) == ["the mill was safe"]
    assert _words(text, new.content) == ["that the mill was sold"]


def test_words_behind_a_semicolon_belong_to_their_own_speaker() -> None:
    """The other half of the sentence is not the speaker's."""
    text = "There is talk of a second crate; the widow hopes not."
    wrong = _relation(text, "the widow", "hopes", "talk of a second crate", "not")
    new, kept = _found(text, wrong)
    assert _words(text, new.content) == ["of a second crate"]
    assert _words(text, kept.content) == ["not"]


@pytest.mark.parametrize("piece", ["reportedly ", "It is said. ", "He is said to go, it is said; ", "where who that "])
def test_time_grows_with_length_only(piece: str) -> None:
    """Ten times the text takes about ten times as long."""
    texts = [piece * times for times in (400, 4_000)]
    tagged = [_relation(text, "", piece.split(maxsplit=1)[0], text.strip()) for text in texts]
    short, long = (min(timeit.repeat(partial(_found, *case), number=1)) for case in zip(texts, tagged, strict=True))
    assert long < 40 * short + 0.1
