"""The people an article names, with the offices it gives them anywhere: mentions are looked up among them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import Sector
from onrecord.sourcing.lexicon import given_names
from onrecord.sourcing.name_forms import compatible, name_words, spelling_key, spelt_alike, title_words
from onrecord.sourcing.named_bodies import NamedBodies

_MOST = 32  # people of one surname or calling that are looked at, so that no article takes squared time


@dataclass(slots=True, eq=False)
class Person:
    """One named person.

    Attributes:
        name: the fullest form in the article.
        words: its words, lower case, without suffix.
        places: start offsets of the mentions by name, in text order.
        courtesy: the pronoun that words of address tell ("he", "she"), if any.
        owner: the words for the body whose post the person holds, and where they stand.
        told: the words around the name tell that it is somebody's: an age, "who".
        learned: addressed as doctor or professor.
    """

    name: str
    words: tuple[str, ...]
    places: list[int] = field(default_factory=list)
    title: str | None = None
    affiliation: str | None = None
    sector: Sector = Sector.UNKNOWN
    courtesy: str | None = None
    owner: tuple[str, int] | None = None
    told: bool = False
    learned: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name, lower case."""
        return self.words[-1]

    @property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title, lower case, possessive endings taken off."""
        return title_words(self.title or "")

    @property
    def pronoun(self) -> str | None:
        """The pronoun that words of address or the given name tell."""
        return self.courtesy or (given_names().get(self.words[0]) if len(self.words) > 1 else None)

    @property
    def sure(self) -> bool:
        """Whether more than capitals tell that this is somebody: a title, an age, a given name, a second mention."""
        return bool(self.told or self.title or self.pronoun or len(self.places) > 1)

    def agrees(self, pronoun: str | None) -> bool:
        """Whether "he", "she" or "who" can mean the person, as far as is told."""
        return pronoun not in ("he", "she") or self.pronoun in (None, pronoun)

    def last_named(self, place: int) -> int:
        """Where the person was last named before a place, -1 if nowhere."""
        before = bisect_left(self.places, place)
        return self.places[before - 1] if before else -1


class People:
    """The people of an article; bodies and the services it speaks of stand beside them.

    Attributes:
        people: everybody, in the order in which they were named first.
        bodies: the bodies that the article names.
        services: how often it has words of each service (see ``services``).
        speaks_of_firms: whether it has "the company" or the like.
    """

    def __init__(self, services: dict[Sector, int] | None = None) -> None:
        self.people: list[Person] = []
        self.bodies = NamedBodies()
        self.services = services or {}
        self.speaks_of_firms = False
        self._by_surname: dict[str, list[Person]] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_spelling: dict[tuple[str, str], list[Person]] = {}
        self._by_title: dict[str, list[Person]] = {}
        self._leads: list[tuple[int, Person]] = []
        self._mentions: list[tuple[int, int, Person]] = []

    def add(self, name: str, place: int) -> Person:
        """Register a mention by name; two people of one surname are never made one."""
        words = name_words(name)
        person = self._same(words) or self._new(name, words)
        if len(words) > len(person.words):
            person.name, person.words = name, words
            self._index(person)
        self.mention(person, place)
        return person

    def mention(self, person: Person, place: int) -> None:
        """Keep where somebody is mentioned by name."""
        insort(person.places, place)
        insort(self._mentions, (place, len(self._mentions), person))

    def learn(
        self, person: Person, title: str | None, affiliation: str | None, sector: Sector, courtesy: str | None
    ) -> None:
        """Take in what a mention tells; the first title told stays, a longer one wins over a single word."""
        if title and (person.title is None or (len(person.title.split()) == 1 and len(title.split()) > 1)):
            person.title = title
            for word in set(person.title_words):
                self._by_title.setdefault(word, []).append(person)
        person.affiliation = person.affiliation or affiliation
        if person.sector is Sector.UNKNOWN:
            person.sector = sector
        person.courtesy = person.courtesy or (courtesy if courtesy in ("he", "she") else None)

    def find(self, name: str, place: int, courtesy: str | None = None) -> Person | None:
        """Who is meant by a name at an offset: the one last named up to it, else the first named after."""
        words = name_words(name)
        known = [p for p in self._by_surname.get(words[-1], [])[:_MOST] if compatible(p.words, words)]
        if courtesy in ("he", "she"):
            known = [p for p in known if p.agrees(courtesy)] or known
        if not known and len(words) == 1:  # "Ximena Oyarzo Paillalef": either surname
            known = [p for p in self._by_word.get(words[0], [])[:_MOST] if words[0] in p.words[:-1]]
        return max(known, key=lambda p: (p.last_named(place + 1), -p.places[0]), default=None)

    def titled(self, words: Sequence[str]) -> list[Person]:
        """Those whose title has one of some words, in the order in which the titles were told."""
        found = (p for word in words for p in self._by_title.get(word, ())[:_MOST] if word in p.title_words)
        return list(dict.fromkeys(found))

    def last_named(self, place: int, pronoun: str | None, most: int) -> Person | None:
        """Who was named last before a place and goes with a pronoun, ``most`` mentions back at most."""
        end = bisect_left(self._mentions, (place, -1))
        before = reversed(self._mentions[max(0, end - most) : end])
        fitting = [person for _, _, person in before if person.agrees(pronoun)]
        return next((person for person in fitting if person.sure), next(iter(fitting), None))

    def opens(self, person: Person, place: int) -> None:
        """Keep that somebody opens a sentence."""
        insort(self._leads, (place, person), key=lambda lead: lead[0])

    def leads_before(self, place: int, most: int) -> Iterator[tuple[int, Person]]:
        """Who opened a sentence before a place, and where, the last one first, ``most`` of them at most."""
        end = bisect_left(self._leads, place, key=lambda lead: lead[0])
        return reversed(self._leads[max(0, end - most) : end])

    def _same(self, words: tuple[str, ...]) -> Person | None:
        if len(words) == 1:
            return None
        for person in self._by_surname.get(words[-1], [])[:_MOST]:
            if len(person.words) > 1 and compatible(person.words, words):
                return person
        key = spelling_key(words)
        alike = self._by_spelling.get(key, [])[:_MOST] if key else []
        return next((p for p in alike if p.words[0] == words[0] and spelt_alike(p.surname, words[-1])), None)

    def _new(self, name: str, words: tuple[str, ...]) -> Person:
        person = Person(name, words)
        self.people.append(person)
        self._by_surname.setdefault(words[-1], []).append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in set(person.words[:-1]):
            self._by_word.setdefault(word, []).append(person)
        key = spelling_key(person.words)
        if key:
            self._by_spelling.setdefault(key, []).append(person)
