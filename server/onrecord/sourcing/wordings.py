"""A small grammar of wordings: patterns of words and word groups, found in one walk over the words of a passage.

A pattern is a row of words. ``<group>`` stands for one form of a group, ``<group?>`` for one or none; a form may refer
to groups in turn. ``<words?>`` is up to six words, ``<capitals>`` one to four words with a capital. A mark matches only
itself, so no pattern crosses one that it does not have. All patterns are one automaton: time grows with the words read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
_ENDING = re.compile(r"'(?:s|d|ll|ve|re|m)$")
_MOST_BETWEEN = 6  # words
_MOST_CAPITALS = 4  # words
_MOST_REMEMBERED = 20_000  # steps


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark, in lower case, and where it stands; "wasn't" is two: "was" and "not"."""

    lower: str
    start: int
    end: int
    capital: bool

    @property
    def mark(self) -> bool:
        """Whether it is no word."""
        return not self.lower.lstrip("'")[:1].isalnum()


@dataclass(frozen=True, slots=True)
class Found:
    """Where a pattern was found, and its value."""

    span: Span
    value: str


def words_of(text: str, span: Span) -> list[Word]:
    """The words and marks of a range."""
    found: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        shown = match.group()
        start, capital = match.start(), shown[:1].isupper()
        lower = shown.lower().replace("’", "'")
        if "'" not in lower and lower != "cannot":
            found.append(Word(lower, start, match.end(), capital))  # nearly every word is no contraction
            continue
        for part, width in _parts(lower):
            found.append(Word(part, start, start + width, capital))
            start, capital = start + width, False
    return found


def _parts(word: str) -> Iterator[tuple[str, int]]:
    """The words that a contraction is made of, with the characters each takes."""
    ending = _ENDING.search(word)
    if word == "cannot":
        yield from (("can", 3), ("not", 3))
    elif word.endswith("n't") and len(word) > 3:
        stem = word[:-3]
        yield from ((_CONTRACTED.get(stem, stem), len(stem)), ("not", 3))
    elif ending:
        yield from ((word[: ending.start()], ending.start()), (ending.group(), len(ending.group())))
    else:
        yield word, len(word)


class Wordings:
    """Patterns ready to be found.

    Args:
        patterns: each with its value.
        groups: the forms of each group.
    """

    def __init__(self, patterns: Iterable[tuple[str, str]], groups: Mapping[str, Sequence[str]]) -> None:
        self._groups = groups
        self._next: list[dict[str, set[int]]] = [{}]
        self._any: list[set[int]] = [set()]
        self._capital: list[set[int]] = [set()]
        self._values: dict[int, str] = {}
        ends: dict[str, int] = {}
        for pattern, value in patterns:
            end = ends.setdefault(value, self._state())
            self._values[end] = value
            self._add(pattern.split(), {0}, end)

        self._known = frozenset(word for moves in self._next for word in moves)
        self._memory: dict[tuple[frozenset[int], str | None, bool], frozenset[int]] = {}

    def find(self, text: str, passage: Span) -> list[Found]:
        """All places of all patterns in a passage, in the order in which they end."""
        words = words_of(text, passage)
        found: list[Found] = []
        active: dict[int, int] = {}
        for word in words if self._anywhere(words) else ():
            active = self._step(active, word)
            found += (Found(Span(s, word.end), self._values[q]) for q, s in active.items() if q in self._values)
        return found

    def _anywhere(self, words: Sequence[Word]) -> bool:
        """Whether a pattern is found at all: most passages have none, and this is told without places."""
        if len(self._memory) > _MOST_REMEMBERED:
            self._memory.clear()
        active: frozenset[int] = frozenset()
        for word in words:
            key = (active, word.lower if word.lower in self._known else None if word.mark else "", word.capital)
            reached = self._memory.get(key)
            if reached is None:
                reached = frozenset(self._step(dict.fromkeys(active, 0), word))
                self._memory[key] = reached
            if not self._values.keys().isdisjoint(reached):
                return True
            active = reached
        return False

    def _step(self, active: dict[int, int], word: Word) -> dict[int, int]:
        """The states behind a word, each with where its longest match began."""
        reached: dict[int, int] = {}
        for state, start in (*active.items(), (0, word.start)):
            targets = self._next[state].get(word.lower, set())
            if not word.mark:
                targets = targets | self._any[state]
            if word.capital:
                targets = targets | self._capital[state]
            for target in targets:
                reached[target] = min(start, reached.get(target, start))
        return reached

    def _state(self) -> int:
        self._next.append({})
        self._any.append(set())
        self._capital.append(set())
        return len(self._next) - 1

    def _add(self, elements: Sequence[str], states: set[int], end: int) -> None:
        """Lay a row of elements from some states to one."""
        for element in elements[:-1]:
            states = self._one(element, states, self._state())
        last = self._one(elements[-1], states, end)
        if last != {end}:
            raise ValueError(f"a pattern must end in something that has to be there: {' '.join(elements)}")

    def _one(self, element: str, states: set[int], end: int) -> set[int]:
        """Lay one element; the states behind it, those before among them if it may be left out."""
        if element == "<words?>":
            return states | self._between(states)
        if element == "<capitals>":
            self._capitals(states, end)
        elif not (element.startswith("<") and element.endswith(">")):
            for state in states:
                self._next[state].setdefault(element, set()).add(end)
        else:
            for form in self._groups[element.strip("<?>")]:
                self._add(form.split(), states, end)
        return states | {end} if element.endswith("?>") else {end}

    def _between(self, states: set[int]) -> set[int]:
        """The states behind one to six words of any kind."""
        reached: set[int] = set()
        for _ in range(_MOST_BETWEEN):
            state = self._state()
            for before in states:
                self._any[before].add(state)
            states = {state}
            reached.add(state)
        return reached

    def _capitals(self, states: set[int], end: int) -> None:
        """One to four words with a capital, from some states to one."""
        for _ in range(_MOST_CAPITALS):
            state = self._state()
            for before in states:
                self._capital[before] |= {state, end}
            states = {state}
