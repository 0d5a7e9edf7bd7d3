"""Reading an article for the people and bodies it names, before any mention is looked at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.model import Article, BlockKind, Sector, Span
from onrecord.sourcing.bodies import body_of
from onrecord.sourcing.grammar import (
    ARTICLES,
    FIRM_NOUNS,
    LOCATING,
    OWNERS,
    PARTICLES,
    STOPPERS,
    SUFFIXES,
    SURNAMES_OF_PLACES,
)
from onrecord.sourcing.lexicon import exact_names, given_names, honorifics
from onrecord.sourcing.named_bodies import Body
from onrecord.sourcing.names import appositive_title, person_run, sector_of_letters, title_sector, without_letters
from onrecord.sourcing.owners import owner_words
from onrecord.sourcing.people import People, Person
from onrecord.sourcing.services import is_rank, services
from onrecord.sourcing.titles import apposed_title, apposition, office_told, title_before
from onrecord.sourcing.tokens import Token, joined
from onrecord.sourcing.told_bodies import told_as_body

_CLAUSE = {",", "—", "–", "("}
_LONGEST_NAME = 14  # words, titles among them
_LONGEST_APPOSITION = 14
_LONGEST_CLAUSE = 14  # words behind a name in which an office is taken up or laid down
_LONGEST_OPENING = 5  # words before the name that opens a sentence: its title
_LEAST_SURNAME = 4  # letters of one written in capitals
_PREPOSITIONS = LOCATING | {
    "for",
    "with",
    "without",
    "against",
    "before",
    "after",
    "about",
    "from",
    "into",
    "this",
    "these",
    "our",
    "your",
}
_LEARNED = frozenset({"dr", "dr.", "prof", "prof.", "professor"})
_ENDS = frozenset('.!?“”"')
_ACRONYM = re.compile(
    r"(?P<name>[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|of|and|for|on|the|in)){1,9}),?\s+\(\s*(?:the\s+)?(?P<short>[A-Z][A-Z.&]{1,7})s?\s*\)"
)

Run = tuple[int, int]  # the places of a run's first word and of the one behind its last


def read_names(article: Article, passages: Sequence[list[Token]]) -> People:
    """Everybody named in the article's own text, headline aside (its capitals tell nothing).

    Args:
        article: the article.
        passages: the words of each of its judged blocks.
    """
    people = People(services(article.text))
    text = article.text
    body = [
        (block.span, words)
        for block, words in zip(article.judged_blocks, passages, strict=True)
        if block.kind is not BlockKind.HEADLINE
    ]
    found = [(words, list(_runs(words))) for _, words in body]
    people.speaks_of_firms = any(_speaks_of_firms(words) for words, _ in found)
    for span, _ in body:
        _read_acronyms(people, text, span)
    for words, runs in found:
        _read_bodies(people, text, words, runs)
    for words, runs in found:
        _read_people(people, text, words, runs)
    for words, runs in found:
        _read_short_names(people, text, words, runs)
    return people


def _speaks_of_firms(words: Sequence[Token]) -> bool:
    """Whether a passage has "the company" or the like."""
    return any(a.lower in {"the", "a"} and b.text in FIRM_NOUNS for a, b in pairwise(words))


def _read_acronyms(people: People, text: str, span: Span) -> None:
    for match in _ACRONYM.finditer(text, span.start, span.end):
        people.bodies.acronyms.setdefault(match.group("short"), match.group("name").removeprefix("The "))


def _runs(words: list[Token]) -> Iterator[Run]:
    """The runs of capitalised words."""
    seen_lower = {t.text for t in words if t.word and not t.capital}
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        j = i + 1
        while j < min(len(words), i + _LONGEST_NAME) and _continues(words, j):
            j += 1
        run = _trimmed(words[i:j], seen_lower, sentence_start=i == 0 or words[i - 1].text in '.!?“”"')
        yield j - len(run), j
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


def _read_bodies(people: People, text: str, words: list[Token], runs: Sequence[Run]) -> None:
    """The bodies a passage names: by their own words, else by the words around them."""
    for low, high in runs:
        run = words[low:high]
        known = body_of(run, text)
        if known and (len(run) > 1 or known[0] in exact_names("bodies")):
            people.bodies.add(Body(known[0], known[1], run[0].start))
            continue
        told = told_as_body(words, low, high)
        name = joined(run, text)
        if told == "person":
            people.bodies.persons.add(name)
        elif told and len(person_run(run)) == len(run):
            people.bodies.add(Body(name, Sector(told), run[0].start))


def _read_people(people: People, text: str, words: list[Token], runs: Sequence[Run]) -> None:
    for low, high in runs:
        run = words[low:high]
        name = list(person_run(run))
        if _may_be_somebody(words, high - len(name), name) and not people.bodies.has(joined(run, text)):
            person = people.add(joined(name, text), name[0].start)
            if _leads(words, high - len(name)):
                people.opens(person, name[0].start)
            behind = high - (len(run) - len(without_letters(run)))
            _learn(people, person, text, words, (behind - len(name), behind))
            people.learn(person, None, None, sector_of_letters(run), None)
            person.told |= joined(run, text) in people.bodies.persons


def _may_be_somebody(words: list[Token], low: int, name: list[Token]) -> bool:
    """Whether a capitalised run can be a full name: not "in Tenter Row", "Through Clean Water", "Halvik FM"."""
    if len([t for t in name if t.lower not in SUFFIXES]) < 2:
        return False
    if name[0].lower in given_names():
        return True
    first, last = name[0], name[-1]
    letters = last.text.isupper() and len(last.text) < _LEAST_SURNAME and last.lower not in SUFFIXES
    if (letters and not first.text.isupper()) or any(
        t.text.rpartition("-")[2][:1].islower() for t in name if "-" in t.text
    ):
        return False
    before = words[low - 1].lower if low else ""
    return first.lower not in _PREPOSITIONS and before not in (
        LOCATING | {"on"} if last.lower in SURNAMES_OF_PLACES else LOCATING
    )


def _read_short_names(people: People, text: str, words: list[Token], runs: Sequence[Run]) -> None:
    """Later mentions of people by one name alone: whom pronouns mean hangs on them."""
    for low, high in runs:
        name = person_run(words[low:high])
        if len(name) != 1 or people.bodies.has(name[0].text):
            continue
        place = name[0].start
        person = people.find(name[0].text, place)
        if person is None and high - low > 1 and words[high - 2].lower in honorifics():
            person = people.add(name[0].text, place)  # "Father Anselm", of whom no more is told
            _learn(people, person, text, words, (high - 1, high))
        elif person and (name[0].lower == person.surname or name[0].lower in given_names()):
            people.mention(person, place)
        else:
            continue
        if _leads(words, high - 1):
            people.opens(person, place)


def _leads(words: list[Token], low: int) -> bool:
    """Whether a name opens its sentence, a title before it aside: it is what the sentence is about."""
    before = words[max(0, low - _LONGEST_OPENING) : low]
    return low < _LONGEST_OPENING or any(token.text in _ENDS for token in before)


def _learn(people: People, person: Person, text: str, words: list[Token], name: Run) -> None:
    """Take in the title before a name, else the one in apposition behind it."""
    high = name[1]
    before = _title(words, name)
    courtesy = next((honorifics()[t.lower] for t in before if t.lower in honorifics()), None)
    person.learned |= any(t.lower in _LEARNED for t in before)
    before = [t for t in before if t.lower not in honorifics()]
    title = joined(before[1:] if before and before[0].lower in OWNERS else before, text)
    after: list[Token] = []
    if high < len(words) and words[high].text in _CLAUSE:
        after = apposition(words[high + 1 : high + 1 + _LONGEST_APPOSITION])
        title = title or appositive_title(after, text)
    if not title:
        before = office_told(words[high : high + _LONGEST_CLAUSE])
        title = joined(before, text)
    people.learn(person, title or None, None, title_sector(before, after), courtesy)
    told = before or [t for t in after if t.lower not in ARTICLES or t.lower in OWNERS]
    if person.owner is None and told:
        person.owner = _owner(words, told, text)


def _title(words: list[Token], name: Run) -> list[Token]:
    """The title before a name; an office before a bare rank tells more: "The harbourmaster, Captain Ada Pell"."""
    low, high = name
    before = title_before(words, low)
    rank = len(before) == 1 and is_rank(before[0].lower)
    apposed = apposed_title(words, low - 1 if rank else low)
    if apposed and _opens_clause(words, bisect_left(words, apposed[0].start, key=lambda token: token.start), high):
        apposed = []
    return (rank and apposed) or before or apposed


def _opens_clause(words: list[Token], title: int, high: int) -> bool:
    """Whether a name is what comes behind "according to …,": "According to the Halvik Courier, Ada Pell said"."""
    opening = [token.lower for token in words[max(0, title - 3) : title]]
    return "according" in opening and not (high < len(words) and words[high].text == ",")


def _owner(words: list[Token], told: list[Token], text: str) -> tuple[str, int] | None:
    """The words for the body whose post a title tells, and where they stand."""
    place = bisect_left(words, told[0].start, key=lambda token: token.start)
    owner = owner_words(words[place - 1].lower if place else "", told, text)
    return (owner, told[0].start) if owner else None
