"""At whose door a relation lays its words."""

from __future__ import annotations

import pytest

from onrecord.attribution.noun_phrases import phrase_before
from onrecord.attribution.speakers import with_speakers
from tests.attribution.by_words import relation, sentences_of, words


@pytest.mark.parametrize(
    ("text", "pronoun", "cue", "said", "source"),
    [
        ("A porter who saw it said nothing moved.", "who", "said", "nothing moved", "A porter"),
        ("One of the drivers, who added that it rained, left.", "who", "added", "that it rained", "One of the drivers"),
        ("The town hears Mayor Ada Pell, who denies it.", "who", "denies", "it", "Mayor Ada Pell"),
        ("Read the minutes, which record a quarrel.", "which", "record", "a quarrel", "the minutes"),
    ],
)
def test_a_relative_pronoun_is_the_noun_before_it(text: str, pronoun: str, cue: str, said: str, source: str) -> None:
    """Who says so is told by the noun, not by "who"."""
    (found,) = with_speakers(text, [relation(text, pronoun, cue, said)], sentences_of(text))
    assert words(text, found.source) == source


@pytest.mark.parametrize(
    ("text", "owner", "cue", "said", "source"),
    [
        ("Its crews' logs, which we saw, note a storm.", "Its crews", "note", "a storm", "Its crews' logs"),
        ("The port’s own survey, he adds, found rust.", "The port", "found", "rust", "The port’s own survey"),
        ("The port's claim that it paid was false.", "The port", "claim", "that it paid", "The port"),
        ("The port's repeated denials, it turns out, were lies.", "The port", "denials", "it turns out", "The port"),
    ],
)
def test_what_is_owned_speaks_and_not_its_owner(text: str, owner: str, cue: str, said: str, source: str) -> None:
    """The crews' logs are a source; the port's claim is the port's."""
    (found,) = with_speakers(text, [relation(text, owner, cue, said)], sentences_of(text))
    assert words(text, found.source) == source


@pytest.mark.parametrize(
    ("text", "source", "cue", "said"),
    [
        ("Buy it if you believe the brochure.", "you", "believe", "the brochure"),
        ("This confirms the rule.", "This", "confirms", "the rule"),
        ("No driver complained that the road was closed.", "No driver", "complained", "that the road was closed"),
        ("There is plenty of proof that it leaks.", "There is plenty of", "proof", "that it leaks"),
    ],
)
def test_some_words_are_no_source(text: str, source: str, cue: str, said: str) -> None:
    """The reader, a pointer and nobody say nothing."""
    assert with_speakers(text, [relation(text, source, cue, said)], sentences_of(text)) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "said"),
    [
        ("This report confirms the rule.", "This report", "confirms", "the rule"),
        ("None of the three firms responded to questions.", "None of the three firms", "responded", "to questions"),
        ("It says the road is closed.", "It", "says", "the road is closed"),
        ("“Road closed,” read the sign.", "", "read", "“Road closed,”"),
    ],
)
def test_others_keep_their_words(text: str, source: str, cue: str, said: str) -> None:
    """A named document, those who did not answer, a pronoun, and words without a source."""
    given = relation(text, source, cue, said)
    assert with_speakers(text, [given], sentences_of(text)) == [given]


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("It was told by a retired clerk of the town hall", "a retired clerk of the town hall"),
        ("In May, Gov. Bill Lee", "Gov. Bill Lee"),
        ("the court heard Anna van der Berg", "Anna van der Berg"),
        ("It angered residents", "residents"),
        ("Then the Ministry of Defence", "the Ministry of Defence"),
        ("", ""),
        (" … ", ""),
    ],
)
def test_where_a_noun_phrase_begins(before: str, phrase: str) -> None:
    """A name reaches over its capitals, a noun to its determiner."""
    end = len(before.rstrip(" …"))
    assert before[phrase_before(before, 0, end) : end] == phrase
