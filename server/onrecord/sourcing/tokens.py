"""Words of a passage as the room needs them: with case, possessive and place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from onrecord.model import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Brig|Rev|Hon|St|Jr|Sr|No|Det|Insp|Fr|Inc|Corp|Co|Ltd)\."
    r"|\b[A-Z]\.(?=\s)"  # an initial
    r"|[^\W_]+(?:[-&'’.][^\W_]+)*"
    r"|[^\w\s]"
)
_RUN = re.compile(r"\S+")
_ELIDED = re.compile(r"(?:l|d|dell|all|nell|sull)['’][A-ZÀ-ÖØ-Þ]")
_MARKS = frozenset("'’")
_ENDINGS = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; offsets are code points of the text it was read from."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital; an elided article before it does not count ("l'Ourthe")."""
        text = self.text
        return text[:1].isupper() or (("'" in text or "’" in text) and _ELIDED.match(text) is not None)

    @property
    def word(self) -> bool:
        """Whether it is a word and not a mark."""
        return self.text[:1].isalnum()


def tokens(text: str, span: Span) -> list[Token]:
    """The words and marks of a range, possessive endings taken off."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        start = match.start()
        if word in _MARKS and found and found[-1].possessive and found[-1].end == start:
            continue  # the mark of "the officials'" is told by the word
        bare = _without_ending(word)
        possessive = bare is not word or (word[-1] == "s" and _possessive_follows(text, match.end()))
        found.append(Token(bare, start, start + len(bare), possessive))
    return found


def _without_ending(word: str) -> str:
    """A word without its possessive ending; the word itself if it has none."""
    if len(word) < 3 or not word.endswith(_ENDINGS):
        return word
    return word[:-1] if word[-1] in _MARKS else word[:-2]


def _possessive_follows(text: str, end: int) -> bool:
    """The officials' — a mark of its own behind a plural."""
    return text[end : end + 1] in _MARKS and not text[end + 1 : end + 2].isalnum()


def joined(run: list[Token], text: str) -> str:
    """The words from the first to the last token as they stand, white space made single."""
    if not run:
        return ""
    return " ".join(text[run[0].start : run[-1].end].split())


def nth_word_end(text: str, start: int, end: int, count: int) -> int:
    """Where the ``count``-th word behind ``start`` ends, ``end`` at the latest: the same for any white space."""
    words = islice(_RUN.finditer(text, start, end), count)
    return max((word.end() for word in words), default=end)
