"""The word lists of the room, ready for look-up: phrases of lower-case tokens to the sector they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one list by their lower-case words."""

    values: dict[tuple[str, ...], str]
    longest: int

    def ending(self, words: Sequence[str]) -> tuple[int, str] | None:
        """The longest phrase that ends ``words`` (any number of the last word): its length and value."""
        if words and "-of-" in words[-1]:  # "dad-of-three"
            words = [*words[:-1], words[-1].partition("-of-")[0]]
        for length in range(min(self.longest, len(words)), 0, -1):
            tail = tuple(words[len(words) - length :])
            value = self.values.get(tail) or self.values.get((*tail[:-1], singular(tail[-1])))
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
    return Phrases(values, max(map(len, values)))


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
def _formula_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {words: entry.value for entry in vocabulary("anonymity").entries for words in entry.words}
    ordered = sorted(kinds, key=len, reverse=True)
    joined = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in ordered)
    return re.compile(rf"(?:\b|(?<=[a-z])(?=n't))(?:{joined})\b", re.IGNORECASE), kinds


def anonymity_formulas(text: str) -> tuple[Formula, ...]:
    """The anonymity formulas in a passage, in order."""
    pattern, kinds = _formula_pattern()
    found = (_SPACES.sub(" ", m.group().lower()) for m in pattern.finditer(text.replace("’", "'")))
    return tuple(Formula(words, kinds[words]) for words in found)


def anonymity_places(text: str, passage: Span) -> Iterator[int]:
    """Where the anonymity formulas of a passage begin."""
    pattern, _ = _formula_pattern()
    for match in pattern.finditer(passage.of(text).replace("’", "'")):
        yield passage.start + match.start()


def sector_of_noun(noun: str) -> str | None:
    """The sector of people called by a lower-case noun in any number, None if it tells none."""
    value = phrases("roles").values.get((noun,)) or phrases("roles").values.get((singular(noun),))
    return None if value in (None, "unknown") else value
