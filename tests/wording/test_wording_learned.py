"""Hedges that the network tells and no list has."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.attribution import Clues
from onrecord.model import Article, Block, BlockKind, HedgeKind, Span
from onrecord.wording import read_wording
from onrecord.wording.learned import learned_hedges

TEXT = "The guild may have been skeptical at best of the plan."


def clues(**odds: tuple[float, float]) -> Clues:
    """Clues for the words of the text; log odds of beginning and going on with a hedge, far below none by default."""
    places = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in TEXT.rstrip(".").split()]
    rows = [odds.get(word, (-9.0, -9.0)) for word in TEXT.rstrip(".").split()]
    starts, ends = np.array(places, np.int64).T
    return Clues(starts, ends, np.zeros((len(rows), 1), np.float32), np.array(rows, np.float32))


def article() -> Article:
    """The text as one paragraph."""
    return Article(TEXT, (Block(0, BlockKind.PARAGRAPH, 0, len(TEXT)),))


@pytest.mark.parametrize(
    ("odds", "words"),
    [
        ({}, []),
        ({"skeptical": (2.0, -9.0)}, []),
        ({"skeptical": (3.0, -9.0)}, ["skeptical"]),
        ({"skeptical": (3.0, -9.0), "at": (-9.0, 3.0), "best": (-9.0, 3.0)}, ["skeptical at best"]),
        ({"skeptical": (3.0, -9.0), "at": (3.0, -9.0)}, ["skeptical", "at"]),
        ({"skeptical": (3.0, -9.0), "plan": (-9.0, 3.0)}, ["skeptical", "plan"]),
        ({"skeptical": (900.0, 900.0)}, ["skeptical"]),
        ({"may": (9.0, -9.0)}, []),
    ],
)
def test_what_the_network_is_sure_of(odds: dict[str, tuple[float, float]], words: list[str]) -> None:
    """Only that; words that go on with a hedge are one with it where they stand side by side."""
    assert [span.of(TEXT) for span in learned_hedges(TEXT, clues(**odds))] == words


def test_the_lists_go_first() -> None:
    """A word that a list has is told once, by the list; all hedges stand in text order."""
    found = read_wording(article(), (), clues(may=(5.0, -9.0), skeptical=(5.0, -9.0))).hedges
    assert [(h.id, h.span.of(TEXT), h.kind) for h in found] == [
        ("h1", "may", HedgeKind.EPISTEMIC),
        ("h2", "skeptical", HedgeKind.EPISTEMIC),
    ]


def test_words_in_a_quotation_are_the_speakers() -> None:
    """Also those that the network tells."""
    at = TEXT.index("skeptical")
    found = read_wording(article(), (Span(at - 1, at + 10),), clues(skeptical=(5.0, -9.0))).hedges
    assert [h.in_quotation for h in found] == [False, True]
