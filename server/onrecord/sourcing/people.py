"""Everybody the article names, with the offices it gives them anywhere: the register that mentions are looked up in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.model import Article, BlockKind, Sector, Span
from onrecord.sourcing.bodies import body_of
from onrecord.sourcing.grammar import PARTICLES, STOPPERS, SUFFIXES
from onrecord.sourcing.lexicon import honorifics, phrases
from onrecord.sourcing.names import appositive_title, person_run, told_sector
from onrecord.sourcing.phrases import sector_of
from onrecord.sourcing.tokens import Token, joined, tokens

_CLAUSE = {",", "—", "–", "("}
_LONGEST_TITLE = 8
_LONGEST_NAME = 14  # words, titles among them
_LONGEST_APPOSITION = 14


@dataclass(slots=True)
class Person:
    """One named person.

    Attributes:
        name: the fullest form in the article.
        words: its words, lower case, without suffix.
        places: start offsets of the mentions by name, in text order.
        courtesy: the pronoun that words of address tell ("he", "she"), if any.
    """

    name: str
    words: tuple[str, ...]
    places: list[int] = field(default_factory=list)
    title: str | None = None
    affiliation: str | None = None
    sector: Sector = Sector.UNKNOWN
    courtesy: str | None = None

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
            known = [p for p in self.people if p.words[0] == words[0] and len(p.words) > 1]
        if not known:
            return None
        return max(known, key=lambda p: (_last_before(p, place), -p.places[0]))

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


def register(article: Article) -> People:
    """Find everybody named in the article's own text, headline aside (its capitals tell nothing)."""
    people = People()
    for block in article.judged_blocks:
        if block.kind is not BlockKind.HEADLINE:
            _register_block(people, article.text, block.span)
    return people


_ACRONYM = re.compile(
    r"(?P<name>[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|of|and|for|on|the|in)){1,9}),?\s+\(\s*(?:the\s+)?(?P<short>[A-Z][A-Z.&]{1,7})s?\s*\)"
)


def _register_block(people: People, text: str, span: Span) -> None:
    for match in _ACRONYM.finditer(text, span.start, span.end):
        people.acronyms.setdefault(match.group("short"), match.group("name").removeprefix("The "))
    words = tokens(text, span)
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
        name = person_run(run)
        body = body_of(run, text) if len(run) > 1 else None
        if body:
            people.bodies.append(Body(body[0], body[1], run[0].start))
        if len([t for t in name if t.lower not in SUFFIXES]) > 1:
            person = people.add(joined(name, text), name[0].start)
            _learn(person, text, words, j - len(name), j)
        i = j


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
    before = _title_before(words, low)
    courtesy = next((honorifics()[t.lower] for t in before if t.lower in honorifics()), None)
    before = [t for t in before if t.lower not in honorifics()]
    title = joined(before, text)
    after: list[Token] = []
    if high < len(words) and words[high].text in _CLAUSE:
        after = _apposition(words[high + 1 : high + 1 + _LONGEST_APPOSITION])
        title = title or appositive_title(after, text)
    sector = sector_of(before) if before else told_sector(after)
    person.learn(title or None, None, sector, courtesy)


def _apposition(words: list[Token]) -> list[Token]:
    """The words behind a name up to the mark that ends the apposition; an age is passed over."""
    ends = [i for i, token in enumerate(words) if token.text in ",;)—–"]
    if not ends:
        return []
    aged = ends[0] == 1 and words[0].text.isdigit() and len(ends) > 1
    return words[: ends[1] if aged else ends[0]]


def _title_before(words: list[Token], low: int) -> list[Token]:
    """The words before a name that end in a role, back to the first that can be no part of a title."""
    start = low
    while start > 0 and low - start < _LONGEST_TITLE and _title_word(words, start - 1, low):
        start -= 1
    title = words[start:low]
    while title and title[0].lower in {"of", "to"}:
        title = title[1:]
    lower = [t.lower for t in title]
    if not lower:
        return []
    if phrases("roles").ending(lower) or any(w in honorifics() for w in lower) or _office(lower):
        return title
    return []


def _office(lower: list[str]) -> bool:
    """A role with its field behind it: "Secretary of Defense", "Chief of General Staff"."""
    return any(phrases("roles").ending(lower[: i + 1]) for i in range(len(lower) - 1)) and "of" in lower


def _title_word(words: list[Token], i: int, low: int) -> bool:
    token = words[i]
    if not token.word or token.text[0].isdigit():
        return False
    if token.possessive:
        return i == low - 1 or token.capital
    if token.lower == "of":
        return i + 1 < low and words[i + 1].capital
    if token.capital:
        return not (i == 0 and token.lower in STOPPERS)
    if token.lower in STOPPERS:
        return False
    if phrases("roles").ending([t.lower for t in words[max(0, i - 2) : i + 1]]) or phrases("titles").has(token.lower):
        return True
    return i + 1 < low and not words[i + 1].capital  # "homeless advocate", never "leads Republican"
