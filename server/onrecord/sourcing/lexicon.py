"""The word lists of the room, ready for look-up: phrases of lower-case tokens to the sector they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.model import Span
from onrecord.rubric import vocabulary

_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "congressmen": "congressman",
    "servicemen": "serviceman",
    "firemen": "fireman",
    "media": "media",
    "data": "data",
    "police": "police",
    "attorneys": "attorney",
    "wives": "wife",
    "staff": "staff",
    "news": "news",
    "theses": "thesis",
    "analyses": "analysis",
}
_PLURAL_ONLY = frozenset(
    "people police others many some several most both few americans personnel staff family crew team group panel "  # noqa: SIM905
    "couple pair duo majority them those".split()
)
_SPACES = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one list by their lower-case words; ``longest`` tells how long those are that end in a word."""

    values: dict[tuple[str, ...], str]
    longest: dict[str, int]

    def ending(self, words: Sequence[str]) -> tuple[int, str] | None:
        """The longest phrase that ends ``words`` (any number of the last word): its length and value."""
        if not words:
            return None
        last = words[-1].partition("-of-")[0]  # "dad-of-three"
        one = singular(last)
        longest = max(self.longest.get(last, 0), self.longest.get(one, 0))
        for length in range(min(longest, len(words)), 0, -1):
            before = tuple(words[len(words) - length : -1])
            value = self.values.get((*before, last)) or self.values.get((*before, one))
            if value is not None:
                return length, value
        return None

    def inside(self, words: Sequence[str]) -> str | None:
        """The value of the longest phrase anywhere in ``words``, the last one of those equally long."""
        best: tuple[int, int, str] | None = None
        for end in range(1, len(words) + 1):
            found = self.ending(words[:end])
            if found and (best is None or (found[0], end) >= best[:2]):
                best = (found[0], end, found[1])
        return best[2] if best else None

    def has(self, word: str) -> bool:
        """Whether one word alone, in any number, is an entry."""
        return (word,) in self.values or (singular(word),) in self.values


@dataclass(frozen=True, slots=True)
class Formula:
    """A set phrase of the anonymity list with what it tells: ``none`` (disclosed), ``stock`` or ``specific``."""

    words: str
    value: str


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a lower-case noun, by rule and a short list; a singular comes back as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a lower-case noun stands for more than one."""
    return word in _PLURAL_ONLY or (singular(word) != word and word not in {"news"})


@cache
def phrases(name: str) -> Phrases:
    """A vocabulary as lower-case phrases; the first entry that lists a phrase keeps it."""
    values: dict[tuple[str, ...], str] = {}
    for entry in vocabulary(name).entries:
        for words in entry.words:
            values.setdefault(tuple(_bare(word) for word in words.lower().split()), entry.value)
    longest: dict[str, int] = {}
    for listed in values:
        longest[listed[-1]] = max(len(listed), longest.get(listed[-1], 0))
    return Phrases(values, longest)


def _bare(word: str) -> str:
    """A listed word as tokens have it, without its possessive ending: "prosecutor" of "prosecutor's office"."""
    return word.removesuffix("'s").removesuffix("'") or word


@cache
def exact_names(name: str) -> dict[str, str]:
    """A vocabulary of proper names as written, to their sector."""
    return {words: entry.value for entry in vocabulary(name).entries for words in entry.words}


@cache
def honorifics() -> dict[str, str]:
    """Words of address to the pronoun they agree with."""
    return {words: entry.value for entry in vocabulary("honorifics").entries for words in entry.words}


@cache
def given_names() -> dict[str, str]:
    """Given names, lower case, to the pronoun that takes them up."""
    return {words.lower(): entry.value for entry in vocabulary("given_names").entries for words in entry.words}


@cache
def _formula_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {words: entry.value for entry in vocabulary("anonymity").entries for words in entry.words}
    ordered = sorted(kinds, key=len, reverse=True)
    joined = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in ordered)
    return re.compile(rf"(?:\b|(?<=[a-z])(?=n't))(?:{joined})\b", re.IGNORECASE), kinds


@cache
def _formula_words() -> dict[str, list[frozenset[str]]]:
    """The words of each formula by the longest of them: where they do not stand, the long pattern need not be tried."""
    by_longest: dict[str, list[frozenset[str]]] = {}
    for formula in _formula_pattern()[1]:
        words = [word for word in _LETTERS.findall(formula) if len(word) > 1]  # not the pieces of "n't"
        by_longest.setdefault(max(words, key=len), []).append(frozenset(words))
    return by_longest


def _formulas_in(text: str, passage: Span) -> Iterator[re.Match[str]]:
    needed = _formula_words()
    told = set(_LETTERS.findall(passage.of(text).lower()))
    if not any(words <= told for longest in told & needed.keys() for words in needed[longest]):
        return iter(())
    return _formula_pattern()[0].finditer(passage.of(text).replace("’", "'"))


def anonymity_formulas(text: str, passage: Span) -> tuple[Formula, ...]:
    """The anonymity formulas in a passage, in order."""
    _, kinds = _formula_pattern()
    found = (_SPACES.sub(" ", m.group().lower()) for m in _formulas_in(text, passage))
    return tuple(Formula(words, kinds[words]) for words in found)


def anonymity_places(text: str, passage: Span) -> Iterator[int]:
    """Where the anonymity formulas of a passage begin."""
    return (passage.start + match.start() for match in _formulas_in(text, passage))


def sector_of_noun(noun: str) -> str | None:
    """The sector of people called by a lower-case noun in any number, None if it tells none."""
    value = phrases("roles").values.get((noun,)) or phrases("roles").values.get((singular(noun),))
    return None if value in (None, "unknown") else value
