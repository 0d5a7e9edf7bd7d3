"""Everybody the article names, with the offices it gives them anywhere: the register that mentions are looked up in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.model import Article, BlockKind, Sector, Span
from onrecord.sourcing.bodies import body_of
from onrecord.sourcing.grammar import ARTICLES, OWNERS, PARTICLES, STOPPERS, SUFFIXES
from onrecord.sourcing.lexicon import exact_names, honorifics, phrases
from onrecord.sourcing.names import appositive_title, person_run, sector_of_letters, title_sector, without_letters
from onrecord.sourcing.owners import owner_words
from onrecord.sourcing.services import services
from onrecord.sourcing.titles import apposed_title, apposition, title_before
from onrecord.sourcing.tokens import Token, joined, tokens
from onrecord.sourcing.told_bodies import told_as_body

_CLAUSE = {",", "—", "–", "("}
_LONGEST_NAME = 14  # words, titles among them
_LONGEST_APPOSITION = 14
_LONGEST_OPENING = 5  # words before the name that opens a sentence: its title
_ENDS = frozenset('.!?“”"')


@dataclass(slots=True)
class Person:
    """One named person.

    Attributes:
        name: the fullest form in the article.
        words: its words, lower case, without suffix.
        places: start offsets of the mentions by name, in text order.
        courtesy: the pronoun that words of address tell ("he", "she"), if any.
        owner: the words for the body whose post the person holds, and where they stand.
    """

    name: str
    words: tuple[str, ...]
    places: list[int] = field(default_factory=list)
    title: str | None = None
    affiliation: str | None = None
    sector: Sector = Sector.UNKNOWN
    courtesy: str | None = None
    owner: tuple[str, int] | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, lower case."""
        return self.words[-1]

    def learn(self, title: str | None, affiliation: str | None, sector: Sector, courtesy: str | None) -> None:
        """Take in what a further mention tells; the first title told stays, a longer one before the name wins."""
        if title and (self.title is None or (len(self.title.split()) == 1 and len(title.split()) > 1)):
            self.title = title
        self.affiliation = self.affiliation or affiliation
        if self.sector is Sector.UNKNOWN:
            self.sector = sector
        self.courtesy = self.courtesy or (courtesy if courtesy in ("he", "she") else None)


@dataclass(frozen=True, slots=True)
class Body:
    """A body by name, where the article names it."""

    name: str
    sector: Sector
    place: int


class People:
    """The register of an article's people, of the bodies it names, and of the short forms it gives them."""

    def __init__(self) -> None:
        self.bodies: list[Body] = []
        self.acronyms: dict[str, str] = {}
        self.leads: list[tuple[int, Person]] = []
        self.persons: set[str] = set()
        self.services: dict[Sector, int] = {}
        self._body_names: set[str] = set()
        self._by_opener: dict[str, list[Body]] = {}
        self.people: list[Person] = []
        self._by_surname: dict[str, list[Person]] = {}

    def add(self, name: str, place: int) -> Person:
        """Register a mention by name; two people of one surname are never made one."""
        words = name_words(name)
        person = self._same(words) or self._new(name, words)
        if len(words) > len(person.words):
            person.name, person.words = name, words
        person.places.append(place)
        return person

    def find(self, name: str, place: int, courtesy: str | None = None) -> Person | None:
        """Who is meant by a name at an offset: the one last named before it, else the first named after."""
        words = name_words(name)
        if not words:
            return None
        known = [p for p in self._by_surname.get(words[-1], []) if _compatible(p.words, words)]
        if courtesy in ("he", "she"):
            known = [p for p in known if p.courtesy in (None, courtesy)] or known
        if not known and len(words) == 1:
            known = [p for p in self.people if words[0] in p.words[:-1]]  # "Ximena Oyarzo Paillalef": either surname
        if not known:
            return None
        return max(known, key=lambda p: (_last_before(p, place), -p.places[0]))

    def name_body(self, body: Body) -> None:
        """Register a body by name; what is told of it first stays, a known sector wins."""
        self.bodies.append(body)
        self._body_names.add(body.name)
        for word in _openers(body.name):
            self._by_opener.setdefault(word, []).append(body)

    def is_body(self, name: str) -> bool:
        """Whether the article tells that a name is a body's, and nowhere that it is a person's."""
        return name not in self.persons and name in self._body_names

    def body(self, name: str) -> Body | None:
        """The body meant by a name or its short form ("Rimba" of "PT Rimba Makmur"), one of known sector first."""
        wanted = self.acronyms.get(name, name).lower().removeprefix("the ").split()
        known = self._by_opener.get(wanted[0], []) if wanted else []
        fitting = [b for b in known if _is_short_for(wanted, _short_words(b.name))]
        return next((b for b in fitting if b.sector is not Sector.UNKNOWN), next(iter(fitting), None))

    def leads_before(self, place: int, most: int) -> Iterator[tuple[int, Person]]:
        """Who opened a sentence before a place, and where, the last one first, ``most`` of them at most."""
        end = bisect_left(self.leads, place, key=lambda lead: lead[0])
        return reversed(self.leads[max(0, end - most) : end])

    def bodies_before(self, place: int, most: int) -> Iterator[Body]:
        """The bodies named before a place, the last one first, ``most`` of them at most."""
        end = bisect_left(self.bodies, place, key=lambda body: body.place)
        return reversed(self.bodies[max(0, end - most) : end])

    def _same(self, words: tuple[str, ...]) -> Person | None:
        for person in self._by_surname.get(words[-1], []):
            if len(words) > 1 and len(person.words) > 1 and _compatible(person.words, words):
                return person
        for person in self.people:
            if len(words) > 1 and person.words[0] == words[0] and _spelt_alike(person.surname, words[-1]):
                return person
        return None

    def _new(self, name: str, words: tuple[str, ...]) -> Person:
        person = Person(name, words)
        self.people.append(person)
        self._by_surname.setdefault(words[-1], []).append(person)
        return person


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, suffix ("Jr.") and particles left out."""
    words = [w.strip(".,").lower() for w in name.replace("’", "'").split()]
    kept = [w for w in words if w and f"{w}." not in SUFFIXES and w not in SUFFIXES]
    return tuple(w for w in kept if w not in PARTICLES) or tuple(kept) or (name.lower(),)


def _short_words(name: str) -> list[str]:
    return name.lower().removeprefix("the ").split()


def _without_form(name: list[str]) -> list[str]:
    """A body's name without the form of company that opens it: "Rimba Makmur" of "PT Rimba Makmur"."""
    return name[1:] if len(name) > 1 and (name[0],) in phrases("openings").values else name


def _openers(name: str) -> set[str]:
    words = _short_words(name)
    return {words[0], _without_form(words)[0]} if words else set()


def _is_short_for(short: list[str], name: list[str]) -> bool:
    """Whether some words are a body's name or its beginning."""
    return short in (name[: len(short)], _without_form(name)[: len(short)])


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Same surname, and first names that do not speak against one another (an initial stands for its name)."""
    if len(a) == 1 or len(b) == 1:
        return a[-1] == b[-1]
    first, other = a[0], b[0]
    return a[-1] == b[-1] and (first == other or (min(len(first), len(other)) == 1 and first[0] == other[0]))


def _spelt_alike(a: str, b: str) -> bool:
    """Two spellings of one surname: "Zelensky" and "Zelenskyy"."""
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= 5 and len(longer) - len(shorter) <= 2 and longer[: len(shorter) - 1] == shorter[:-1]


def _last_before(person: Person, place: int) -> int:
    return max((p for p in person.places if p <= place), default=-1)


def place_before(person: Person, place: int) -> int:
    """Where a person was last named before a place, -1 if nowhere."""
    return max((p for p in person.places if p < place), default=-1)


def register(article: Article) -> People:
    """Find everybody named in the article's own text, headline aside (its capitals tell nothing)."""
    people = People()
    people.services = services(article.text)
    blocks = [b for b in article.judged_blocks if b.kind is not BlockKind.HEADLINE]
    passages = [tokens(article.text, block.span) for block in blocks]
    for block, words in zip(blocks, passages, strict=True):
        _register_acronyms(people, article.text, block.span)
        _register_bodies(people, article.text, words)
    for words in passages:
        _register_people(people, article.text, words)
    return people


_ACRONYM = re.compile(
    r"(?P<name>[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|of|and|for|on|the|in)){1,9}),?\s+\(\s*(?:the\s+)?(?P<short>[A-Z][A-Z.&]{1,7})s?\s*\)"
)


def _register_acronyms(people: People, text: str, span: Span) -> None:
    for match in _ACRONYM.finditer(text, span.start, span.end):
        people.acronyms.setdefault(match.group("short"), match.group("name").removeprefix("The "))


def _runs(words: list[Token]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, each as the places of its first word and of the one behind its last."""
    seen_lower = {t.text for t in words if t.word and not t.capital}
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        j = i + 1
        while j < min(len(words), i + _LONGEST_NAME) and _continues(words, j):
            j += 1
        run = _trimmed(words[i:j], seen_lower, sentence_start=i == 0 or words[i - 1].text in '.!?“"”')
        yield j - len(run), j
        i = j


def _register_bodies(people: People, text: str, words: list[Token]) -> None:
    """The bodies a passage names: by their own words, else by the words around them."""
    for low, high in _runs(words):
        run = words[low:high]
        known = body_of(run, text)
        if known and (len(run) > 1 or known[0] in exact_names("bodies")):
            people.name_body(Body(known[0], known[1], run[0].start))
            continue
        told = told_as_body(words, low, high)
        name = joined(run, text)
        if told == "person":
            people.persons.add(name)
        elif told and len(person_run(run)) == len(run):
            people.name_body(Body(name, Sector(told), run[0].start))


def _register_people(people: People, text: str, words: list[Token]) -> None:
    for low, high in _runs(words):
        run = words[low:high]
        name = list(person_run(run))
        if len([t for t in name if t.lower not in SUFFIXES]) > 1 and not people.is_body(joined(run, text)):
            person = people.add(joined(name, text), name[0].start)
            if _leads(words, high - len(name)):
                people.leads.append((name[0].start, person))
            behind = high - (len(run) - len(without_letters(run)))
            _learn(person, text, words, behind - len(name), behind)
            person.learn(None, None, sector_of_letters(run), None)


def _leads(words: list[Token], low: int) -> bool:
    """Whether a name opens its sentence, a title before it aside: it is what the sentence is about."""
    before = words[max(0, low - _LONGEST_OPENING) : low]
    return low < _LONGEST_OPENING or any(token.text in _ENDS for token in before)


def _continues(words: list[Token], j: int) -> bool:
    token = words[j]
    if words[j - 1].possessive:
        return token.capital  # "Saint Brannoc's Hospital"
    if token.word and (token.capital or token.lower in SUFFIXES):
        return True
    linked = token.lower in PARTICLES or token.lower == "of"
    return linked and j + 1 < len(words) and (words[j + 1].capital or words[j + 1].lower in PARTICLES)


def _trimmed(run: list[Token], seen_lower: set[str], sentence_start: bool) -> list[Token]:
    """A sentence's first word is no name if the paragraph writes it small elsewhere or it is a function word."""
    if sentence_start and len(run) > 1 and (run[0].lower in STOPPERS or run[0].lower in seen_lower):
        return run[1:]
    return run


def _learn(person: Person, text: str, words: list[Token], low: int, high: int) -> None:
    before = title_before(words, low) or apposed_title(words, low)
    courtesy = next((honorifics()[t.lower] for t in before if t.lower in honorifics()), None)
    before = [t for t in before if t.lower not in honorifics()]
    title = joined(before[1:] if before and before[0].lower in OWNERS else before, text)
    after: list[Token] = []
    if high < len(words) and words[high].text in _CLAUSE:
        after = apposition(words[high + 1 : high + 1 + _LONGEST_APPOSITION])
        title = title or appositive_title(after, text)
    sector = title_sector(before, after)
    person.learn(title or None, None, sector, courtesy)
    told = before or [t for t in after if t.lower not in ARTICLES or t.lower in OWNERS]
    if person.owner is None and told:
        place = bisect_left(words, told[0].start, key=lambda token: token.start)
        article = words[place - 1].lower if place else ""
        owner = owner_words(article, told, text)
        person.owner = (owner, told[0].start) if owner else None
