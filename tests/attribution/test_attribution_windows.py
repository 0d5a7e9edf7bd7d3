"""Windows of word pieces: offsets, canonical characters, long and odd text."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.attribution.characters import canonical
from onrecord.attribution.windows import LONGEST_PARAGRAPH, SEPARATOR, Passage, Window, encode, pack


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer that comes with the package."""
    return Tokenizer.from_file(str(resources.files("onrecord.attribution") / "weights" / "tokenizer.json"))


def windows(tokenizer: Tokenizer, text: str, headline: bool = False) -> list[Window]:
    """The windows of a text of one passage."""
    parts = encode(tokenizer, text, [Passage(0, len(text), headline)])
    return pack([p for passage in parts for p in passage])


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ('"Stay away," she said.', "“Stay away,” she said."),
        ("They don't know 'why'.", "They don’t know ‘why’."),
        ("The gate - he said - was open.", "The gate – he said — was open."),
        ("Fresh\u00a0paint", "Fresh paint"),
    ],
)
def test_typography_is_not_seen(tokenizer: Tokenizer, straight: str, curly: str) -> None:
    """Straight and curly marks, dashes and kinds of space reach the network as the same pieces."""
    assert [w.ids for w in windows(tokenizer, straight)] == [w.ids for w in windows(tokenizer, curly)]


def test_letter_case_of_a_headline_is_not_seen(tokenizer: Tokenizer) -> None:
    """A shouted headline gives the same pieces and case features as a quiet one."""
    loud, quiet = windows(tokenizer, "MAYOR QUITS", headline=True), windows(tokenizer, "Mayor quits", headline=True)
    assert [(w.ids, w.case) for w in loud] == [(w.ids, w.case) for w in quiet]


def test_letter_case_of_a_paragraph_is_seen(tokenizer: Tokenizer) -> None:
    """In running text a capital tells a name from a noun."""
    assert windows(tokenizer, "Mark said no.")[0].case != windows(tokenizer, "mark said no.")[0].case


def test_a_paragraph_longer_than_a_window_is_cut_at_a_sentence(tokenizer: Tokenizer) -> None:
    """No window is over the limit, and the cut falls behind a full stop."""
    text = "The water board met again on Monday evening. " * 60
    found = windows(tokenizer, text)
    assert len(found) > 1
    assert all(len(w.ids) <= LONGEST_PARAGRAPH for w in found)
    last = [word for word in found[0].words if word != SEPARATOR][-1]
    assert text[slice(*last)] == "."


def test_passages_keep_to_their_own_range(tokenizer: Tokenizer) -> None:
    """Text outside the passages given is not looked at."""
    text = "Read more. He said no. Share this."
    parts = encode(tokenizer, text, [Passage(11, 22)])
    words = [text[s:e] for p in parts[0] for s, e in p.words]
    assert words == ["He", "said", "no", "."]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_offsets_are_valid_in_any_text(tokenizer: Tokenizer, text: str) -> None:
    """Whatever the text, words are ordered, not empty, and inside it."""
    for window in windows(tokenizer, text):
        words = [w for w in window.words if w != SEPARATOR]
        assert all(0 <= start < end <= len(text) for start, end in words)
        assert all(a[1] <= b[0] for a, b in pairwise(words))
        assert len(window.words) == len(window.first) == len(window.paragraph)


@given(st.text())
def test_canonical_keeps_the_length(text: str) -> None:
    """One character for one, so that offsets stay."""
    assert len(canonical(text)) == len(text)


def test_lone_surrogates_are_read_as_unknown_characters() -> None:
    """Half of a surrogate pair is no character and breaks nothing."""
    assert canonical("a\ud83db") == "a\ufffdb"
