"""The words of a passage that carry its meaning, cut down so that kin look alike."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDINGS = frozenset(
    "ations ation ingly ings ing edly ions ion ies ers er ed es ly s e y".split()  # noqa: SIM905
)
_LONGEST_ENDING = max(map(len, _ENDINGS))
_SHORTEST_STEM = 4  # letters
_EMPTY_WORDS = frozenset(
    "a an the and or but of to in on at by for from with as is are was were be been being has have had it its his her "  # noqa: SIM905
    "their they he she that this these those who which what will would could may might can not no new after before "
    "over into about than more amid up out off say says said how why when where if us all".split()
)
_CACHED_WORDS = 4096  # an article goes over its words again and again


def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(stem(word.lower()) for word in _WORD.findall(text)) - _EMPTY_WORDS


@lru_cache(maxsize=_CACHED_WORDS)
def stem(word: str) -> str:
    """A crude stem: enough to know "deserters" and "deserted" for kin."""
    for length in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-length:] in _ENDINGS:
            return word[:-length]
    return word
