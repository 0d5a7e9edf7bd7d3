"""Words and marks of a text in a canonical form, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.model import Span

INVISIBLE = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners, word joiner: within a word and never read
HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'\u2019\u02bc"

_LETTER = r"[^\W_]"
_PART = rf"{_LETTER}(?:{_LETTER}|[{INVISIBLE}])*"
_FIGURE = rf"\d+(?:[.,]\d+)*{_LETTER}*"
_WORD = rf"{_PART}(?:[{HYPHENS}]{_PART})*"
_CLITIC = rf"[{APOSTROPHES}](?:[sdmtSDMT]|[rRvV][eE]|[lL]{{2}})(?!\w)"
_TOKEN = re.compile(rf"({_FIGURE}|{_WORD}|{_CLITIC}|[^\w\s{INVISIBLE}]|_)")
_TO_CANONICAL = str.maketrans(
    dict.fromkeys(INVISIBLE) | dict.fromkeys(HYPHENS + "‒–—―", "-") | dict.fromkeys(APOSTROPHES, "'")
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, figures, clitics (*'s*) and single marks of a range, in text order.

    Attributes:
        forms: in lower case, with straight apostrophe, plain hyphen and no invisible characters.
    """

    forms: Sequence[str]
    _words: Sequence[str]
    _edges: Sequence[int]  # where each token starts and ends, in turn, behind the start of the range
    _start: int

    def span(self, first: int, end: int) -> Span:
        """Where the tokens from number ``first`` up to ``end`` stand in the text."""
        return Span(self._start + self._edges[2 * first], self._start + self._edges[2 * end - 1])

    def capital(self, place: int) -> bool:
        """Whether a token starts with a capital letter."""
        return self._words[place][0].isupper()


def tokenize(text: str, within: Span) -> Tokens:
    """The tokens of a range. White space only separates: its kind and amount leave no trace.

    Args:
        text: the article's text.
        within: the range to read; places of the tokens count from the start of ``text``.
    """
    pieces = _TOKEN.split(within.of(text))  # what lies between, a token, what lies between, …: strings only, for speed
    words = pieces[1::2]
    return Tokens([canonical(word) for word in words], words, list(accumulate(map(len, pieces))), within.start)


def canonical(word: str) -> str:
    """One word or mark as the rubric's word lists spell it."""
    return (word if word.isascii() else word.translate(_TO_CANONICAL)).lower()
