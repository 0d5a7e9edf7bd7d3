"""Whom words mean that only point: pronouns, some or one of a group, an office that one person holds."""

from __future__ import annotations

from onrecord.model import Identity, Sector
from onrecord.sourcing.drafts import NOBODY, POINTERS, Draft, agrees, holds_office, is_unmarked, same_office
from onrecord.sourcing.gathered import Gathered
from onrecord.sourcing.grammar import EPITHETS, STANDINGS
from onrecord.sourcing.lexicon import singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import People, Person

_SOMEBODYS = ("his", "her", "their", "my")  # "his surgeon" need not be the surgeon that the article names
_SHADOWS = frozenset({"source", "insider"})
_LONG_AGO = 3  # paragraphs back after which a pronoun no longer reaches for the last speaker
_NEAR = 1200  # characters back over which "the senator" is the senator named last
_REMEMBERED = 40  # sentence openings and mentions by name that a pronoun can reach back over


def antecedent(mention: Mention, paragraph: int, people: People, gathered: Gathered) -> Draft | None:
    """The source a pronoun stands for: the last speaker it agrees with, else the last person named."""
    recent = [d for d in gathered.recent(paragraph, _LONG_AGO) if agrees(d, mention.pronoun)]
    near = next((d for d in recent if d.sector is not Sector.MEDIA), next(iter(recent), None))  # not who passed it on
    if near:
        return _taken_up_since(near, mention, people, gathered) or near
    if mention.pronoun in ("he", "she", "who"):
        person = people.last_named(mention.span.start, mention.pronoun, _REMEMBERED)
        if person:
            return gathered.of_person(person)
    return next((d for d in gathered.recent() if agrees(d, mention.pronoun)), None)


def _taken_up_since(speaker: Draft, mention: Mention, people: People, gathered: Gathered) -> Draft | None:
    """Somebody with whom a sentence opened after the last speaker: "he" is who the text has turned to."""
    if mention.pronoun not in ("he", "she"):
        return None
    since = max((span.start for span in speaker.mentions[-_REMEMBERED:]), default=-1)
    for place, person in people.leads_before(mention.span.start, _REMEMBERED):
        if place <= since:
            break
        if person.sure and person.agrees(mention.pronoun) and person is not speaker.person:
            return gathered.of_person(person)
    return None


def member(mention: Mention, paragraph: int, gathered: Gathered) -> Draft | None:
    """Some or one of the group that spoke last: the group itself, or a new source that is told as it is."""
    group = next((d for d in gathered.recent(paragraph, _LONG_AGO) if d.plural), None)
    if group is None or mention.pronoun == "they":
        return group
    paper = group.kind is Kind.DOCUMENT
    kind, identity = (Kind.DOCUMENT, group.identity) if paper else (Kind.ROLE, Identity.UNNAMED_PERSON)
    one = gathered.open(kind, f"one of {group.name}", identity, group.sector, head=singular(group.head))
    if group.identity is Identity.ANONYMOUS_SOURCE:
        one.identity = group.identity
    one.placed, one.affiliation = group.placed, group.affiliation
    return one


def pointed_at(mention: Mention, paragraph: int, people: People, gathered: Gathered) -> Draft | None:
    """Whom a description means that tells nothing new: "the source" of "a pal", "the dad-of-three" of Tom Pell."""
    if mention.plural or mention.whose:
        return None
    if mention.head in _SHADOWS:
        shadows = (
            d for d in gathered.recent(paragraph, _LONG_AGO) if d.unnamed and not d.plural and d.head not in NOBODY
        )
        return next(shadows, None)
    kin, of, _ = mention.head.partition("-of-")
    counted = of or kin.endswith("-year-old")  # "the dad-of-three", "the 21-year-old"
    pronoun = EPITHETS.get(kin) or STANDINGS.get(kin) or ("who" if counted else None)
    person = people.last_named(mention.span.start, pronoun, _REMEMBERED) if pronoun else None
    if person is None or (kin in STANDINGS and person.title and kin not in person.title_words):
        return None  # "the singer" is not Police Chief Tom Pell
    return gathered.of_person(person)


def holder(mention: Mention, people: People) -> Person | None:
    """Who holds the office a mention tells: all its words in the title, else the only holder of such an office."""
    if mention.plural or mention.collective or mention.kind is not Kind.ROLE:
        return None
    holders = _holders(mention, people)
    wanted = [w for w in mention.words.lower().split() if w not in POINTERS]
    exact = [p for p in holders if all(w in p.title_words for w in wanted)]
    if exact and mention.whose not in _SOMEBODYS:
        return max(exact, key=lambda p: p.last_named(mention.span.start))
    if not holders or mention.whose is not None:
        return None
    if len(holders) == 1:
        alone = is_unmarked(mention) or (mention.definite and not _of_elsewhere(holders[0], mention))
        return holders[0] if alone else None
    place = mention.span.start
    last = max(holders, key=lambda p: p.last_named(place))
    near = mention.definite and is_unmarked(mention) and 0 <= last.last_named(place) > place - _NEAR
    return last if near else None


def _of_elsewhere(person: Person, mention: Mention) -> bool:
    """Whether somebody's title tells a place or body of its own, so that "the Vermont senator" may be another."""
    said = set(mention.words.lower().split())
    place = (person.title or "").split()[:-1]
    return any(word[:1].isupper() and word.lower() not in said for word in place)


def named_later(mention: Mention, people: People) -> Person | None:
    """Whom a lead tells by rank and the body by name: "a police commander said", "Commander Ada Pell said"."""
    person = holder(mention, people) if len(_holders(mention, people)) == 1 else None
    return person if person and person.last_named(mention.span.start) < 0 else None


def _holders(mention: Mention, people: People) -> list[Person]:
    return [p for p in people.titled(sorted(same_office(mention.head))) if holds_office(p, mention)]
