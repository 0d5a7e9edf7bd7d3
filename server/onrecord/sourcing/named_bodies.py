"""The bodies an article names, and the short forms it gives them: what "the trust" or "RDT" means is looked up here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Sector
from onrecord.sourcing.lexicon import phrases, singular
from onrecord.sourcing.name_forms import is_short_for, short_words, without_form

# Nouns that every body of a sector may be called by.
_GENERAL = frozenset({"company", "firm", "newspaper", "paper", "group", "party", "agency", "outlet"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body by name, where the article names it."""

    name: str
    sector: Sector
    place: int


class NamedBodies:
    """All bodies of an article. Those named must come in text order.

    Attributes:
        acronyms: short forms to the names they stand for.
        persons: names that the words around them tell to be somebody's.
    """

    def __init__(self) -> None:
        self.acronyms: dict[str, str] = {}
        self.persons: set[str] = set()
        self._all: list[Body] = []
        self._names: set[str] = set()
        self._by_opener: dict[str, dict[tuple[str, Sector], Body]] = {}
        self._by_noun: dict[str, list[Body]] = {}
        self._by_sector: dict[Sector, list[Body]] = {}
        self._by_last_word: dict[str, list[Body]] = {}

    def add(self, body: Body) -> None:
        """Register a body where it is named; what is told of it first stays, a known sector wins."""
        words = body.name.lower().split()
        self._all.append(body)
        self._names.add(body.name)
        for opener in _openers(body.name):
            self._by_opener.setdefault(opener, {}).setdefault((body.name, body.sector), body)
        for noun in {singular(word) for word in words}:
            self._by_noun.setdefault(noun, []).append(body)
        self._by_sector.setdefault(body.sector, []).append(body)
        if body.sector is not Sector.UNKNOWN:
            self._by_last_word.setdefault(words[-1], []).append(body)

    def has(self, name: str) -> bool:
        """Whether the article tells that a name is a body's, and nowhere that it is a person's."""
        return name not in self.persons and name in self._names

    def find(self, name: str) -> Body | None:
        """The body meant by a name or its short form ("Rimba" of "PT Rimba Makmur"), one of known sector first."""
        wanted = short_words(self.acronyms.get(name, name))
        known = self._by_opener.get(wanted[0], {}).values() if wanted else ()
        fitting = [b for b in known if is_short_for(wanted, short_words(b.name))]
        return next((b for b in fitting if b.sector is not Sector.UNKNOWN), next(iter(fitting), None))

    def before(self, place: int, most: int) -> Iterator[Body]:
        """The bodies named before a place, the last one first, ``most`` of them at most."""
        end = bisect_left(self._all, place, key=_place)
        return reversed(self._all[max(0, end - most) : end])

    def called(self, noun: str, place: int) -> Body | None:
        """The body that a common noun stands for: the last one before a place, else the first behind it."""
        told = general_sector(noun)
        lists = [self._by_noun.get(noun, []), self._by_sector.get(told, []) if told else []]
        if told is Sector.BUSINESS:
            lists.append(self._by_sector.get(Sector.UNKNOWN, []))  # a body of which nothing is told is a firm
        before = [bodies[at - 1] for bodies in lists if (at := bisect_left(bodies, place, key=_place))]
        return max(before, key=_place) if before else min((b[0] for b in lists if b), key=_place, default=None)

    def named_after(self, noun: str, place: int) -> Body | None:
        """The body whose name ends in a noun and whose sector is known: the last one before a place, else the first."""
        bodies = self._by_last_word.get(noun, [])
        at = bisect_left(bodies, place, key=_place)
        return bodies[max(0, at - 1)] if bodies else None


def general_sector(noun: str) -> Sector | None:
    """The sector whose bodies a noun may mean whatever their name: "the company", "the paper"."""
    told = phrases("organizations").ending([noun]) if noun in _GENERAL else None
    return Sector(told[1]) if told else None


def _openers(name: str) -> set[str]:
    words = short_words(name)
    return {words[0], without_form(words)[0]} if words else set()


def _place(body: Body) -> int:
    return body.place
