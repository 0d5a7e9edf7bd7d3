"""The word lists of the room, ready for look-up: phrases of lower-case tokens to the sector they speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
_IN_I = frozenset({"rabbi", "alibi", "taxi", "ski", "yeti", "maharishi", "nazi", "safari", "tsunami"})
_PLURAL_ONLY = frozenset(
    "people police others many some several most both few americans personnel staff family crew team group panel "  # noqa: SIM905
    "crowd audience public electorate elite establishment workforce generation membership clergy populace everyone "
    "everybody "
    "couple pair duo majority them those".split()
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one list by their lower-case words.

    Attributes:
        values: the phrases.
        longest: how long those are that end in a word.
        endings: what words are formed with ("-ologist") where they are not listed themselves.
        suffixes: those endings alone.
    """

    values: dict[tuple[str, ...], str]
    longest: dict[str, int]
    endings: tuple[tuple[str, str], ...] = ()
    suffixes: tuple[str, ...] = ()

    def ending(self, words: Sequence[str]) -> tuple[int, str] | None:
        """The longest phrase that ends ``words`` (any number of the last word): its length and value."""
        if not words:
            return None
        last = words[-1].partition("-of-")[0]  # "dad-of-three"
        if last.startswith("ex-") and (last,) not in self.values:
            last = last[3:]
        one = singular(last)
        longest = max(self.longest.get(last, 0), self.longest.get(one, 0))
        for length in range(min(longest, len(words)), 0, -1):
            before = tuple(words[len(words) - length : -1])
            value = self.values.get((*before, last)) or self.values.get((*before, one))
            if value is not None:
                return length, value
        value = self._formed(one)
        return (1, value) if value else None

    def _formed(self, word: str) -> str | None:
        """The value of a word by its ending: "ornithologist", "Mattilsynet"."""
        if not word.endswith(self.suffixes):
            return None  # most words: one call for all endings
        formed = (value for ending, value in self.endings if word.endswith(ending) and len(word) > len(ending) + 2)
        return next(formed, None)

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
        one = singular(word)
        return (word,) in self.values or (one,) in self.values or self._formed(one) is not None


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
    if word.endswith("is") and (word[:-1] in _IN_I or (word[:-1],) in phrases("nationalities").values):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a lower-case noun stands for more than one."""
    return word in _PLURAL_ONLY or (singular(word) != word and word not in {"news"})


@cache
def phrases(name: str) -> Phrases:
    """A vocabulary as lower-case phrases and endings ("-ologist"); the first entry that lists a phrase keeps it."""
    values: dict[tuple[str, ...], str] = {}
    endings: dict[str, str] = {}
    for entry in vocabulary(name).entries:
        for words in entry.words:
            if words.startswith("-"):
                endings.setdefault(words[1:], entry.value)
            else:
                values.setdefault(tuple(_bare(word) for word in words.lower().split()), entry.value)
    longest: dict[str, int] = {}
    for listed in values:
        longest[listed[-1]] = max(len(listed), longest.get(listed[-1], 0))
    return Phrases(values, longest, tuple(endings.items()), tuple(endings))


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


def sector_of_noun(noun: str) -> str | None:
    """The sector of people called by a lower-case noun in any number, None if it tells none."""
    found = phrases("roles").ending([noun])
    return None if found is None or found[1] == "unknown" else found[1]
