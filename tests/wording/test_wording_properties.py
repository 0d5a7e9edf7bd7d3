"""What must not change the findings: white space, quotation marks, dashes, hyphens, the case of a headline."""

from __future__ import annotations

import timeit
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Block, BlockKind
from onrecord.wording import find_hedges
from onrecord.wording.lexicon import lexicon

PIECES = st.sampled_from(
    [
        "the mill may close",
        "in May",
        "it's believed that",
        "some say",
        "some 18 clerks",
        "is said to have left",
        '"perhaps," she said,',
        "at least two -",
        "by so-called experts",
        "raising questions about it.",
        "could not be reached",
        "may",
        "about",
        "40",
        "reports suggest",
        "the alleged thief",
        "clearly",
        "as possible",
        "expected to win",
        "over",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
SPACES = st.sampled_from([" ", "\n", "\u00a0", "  ", "\u2009", "\t\n ", "\u202f"])


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """The rules are loaded before anything is timed."""
    lexicon()


def _found(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[tuple[str, str]]:
    """Kinds with their words, spelt so that texts can be compared."""
    article = Article(text, (Block(0, kind, 0, len(text)),))
    return [(h.kind, " ".join(h.span.of(text).replace("’", "'").lower().split())) for h in find_hedges(article, ())]


@given(text=TEXTS, data=st.data())
def test_white_space_changes_nothing(text: str, data: st.DataObject) -> None:
    """Line breaks, no-break spaces and runs of spaces read as one space."""
    words = text.split(" ")
    spaced = words[0] + "".join(data.draw(SPACES) + word for word in words[1:])
    assert _found(spaced) == _found(text)


@given(text=TEXTS)
def test_the_style_of_marks_changes_nothing(text: str) -> None:
    """Curly and straight quotation marks and apostrophes, and dashes of any length, read alike."""
    opening, closing = text.replace(' "', " “").replace('"', "”"), text.replace('"', "«")
    curly = opening.replace("'", "’").replace(" - ", " — ")
    assert _found(curly) == _found(closing) == _found(text)


@given(text=TEXTS)
def test_hyphens_and_invisible_characters_change_nothing(text: str) -> None:
    """No-break hyphens and soft hyphens within words are read as if they were plain or not there."""
    assert _found(text.replace("so-called", "so\u2011called")) == _found(text)
    soft = article_words_with_soft_hyphens(text)
    assert [(kind, words.replace("\u00ad", "")) for kind, words in _found(soft)] == _found(text)


def article_words_with_soft_hyphens(text: str) -> str:
    """The text with a place to break in every word of letters only."""
    return " ".join(w[:2] + "\u00ad" + w[2:] if w.isalpha() and len(w) > 3 else w for w in text.split(" "))


@given(text=TEXTS)
def test_the_case_of_a_headline_changes_nothing(text: str) -> None:
    """Sentence case, title case and capitals give the same findings."""
    found = _found(text, BlockKind.HEADLINE)
    titled = " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    assert _found(titled, BlockKind.HEADLINE) == _found(text.upper(), BlockKind.HEADLINE) == found


@given(text=st.text(max_size=300))
def test_any_text_gives_ordered_hedges_within_it(text: str) -> None:
    """Whatever is put in, the ranges lie in the text, in order, without overlap."""
    article = Article(text, (Block(0, BlockKind.PARAGRAPH, 0, len(text)),))
    spans = [hedge.span for hedge in find_hedges(article, ())]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", ["may ", "it is ", "'", "-", "a-", "some ", "\u00ad", "1.", "“", "have been "])
def test_time_grows_with_length_only(piece: str) -> None:
    """A long run of one beginning takes about ten times as long as a tenth of it, not a hundred times."""
    short, long = (min(timeit.repeat(partial(_found, piece * times), number=1)) for times in (2_000, 20_000))
    assert long < 40 * short + 0.05
