"""What the network makes of each word."""

from __future__ import annotations

import numpy as np

from onrecord.attribution.clues import gathered
from onrecord.attribution.tagger import packaged_tagger
from onrecord.attribution.windows import SEPARATOR, Passage, Window


def window(*words: tuple[int, int]) -> Window:
    """A window of words between separators."""
    return Window(words=[SEPARATOR, *words, SEPARATOR])


def test_words_of_all_windows_stand_in_one_row() -> None:
    """Separators are left out, the numbers stay with their words."""
    values = [np.arange(4, dtype=np.float32)[:, None], 10 + np.arange(3, dtype=np.float32)[:, None]]
    hedging = [np.repeat(part, 2, axis=1) for part in values]
    clues = gathered([window((0, 3), (4, 9)), window((11, 14))], values, hedging)
    assert clues.starts.tolist() == [0, 4, 11]
    assert clues.ends.tolist() == [3, 9, 14]
    assert clues.values[:, 0].tolist() == clues.hedging[:, 1].tolist() == [1, 2, 11]


def test_a_stretch_touches_the_words_it_overlaps() -> None:
    """Half of a word is enough; where nothing was read the range is empty."""
    clues = gathered([window((0, 3), (4, 9), (11, 14))], [np.zeros((5, 1), np.float32)], [np.zeros((5, 2), np.float32)])
    low, high = clues.rows(np.array([1, 4, 9, 20]), np.array([5, 9, 11, 25]))
    assert list(zip(low.tolist(), high.tolist(), strict=True)) == [(0, 2), (1, 2), (2, 2), (3, 3)]


def test_nothing_read_leaves_no_clues() -> None:
    """An empty text."""
    assert len(gathered([], [], [])) == 0


def test_the_tagger_gives_clues_for_every_word() -> None:
    """In text order, as many numbers for each."""
    text = "Ada Pell said the quay was shut.\n\nNobody asked why."
    _, clues = packaged_tagger().read(text, [Passage(0, 32), Passage(34, len(text))])
    assert [text[s:e] for s, e in zip(clues.starts, clues.ends, strict=True)] == (
        ["Ada", "Pell", "said", "the", "quay", "was", "shut", ".", "Nobody", "asked", "why", "."]
    )
    assert clues.values.shape[0] == len(clues)
