"""Noun phrases: where a mention's head ends, and which sector its words tell."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Sector
from onrecord.sourcing.grammar import CLAUSE_MARKS, CUTS, INTELLIGENCE, MILITARY, OWNERS, WEEKDAYS
from onrecord.sourcing.lexicon import exact_names, honorifics, is_plural, phrases
from onrecord.sourcing.tokens import Token

_LONGEST_BODY = 5  # words
_SEEN = frozenset({"seen", "obtained", "reviewed", "viewed"})  # by the outlet: it did not write what it saw
_OUT_OF_OFFICE = frozenset({"shadow", "opposition"})
_OFFICE_WITH_OF = 3  # "chief of staff": words a role needs to reach over its "of"


def clauses(words: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The phrase before the first comma, bracket or dash, and what stands in apposition to it."""
    for i, token in enumerate(words):
        if token.text in CLAUSE_MARKS and i:
            return list(words[:i]), list(words[i + 1 :])
    return list(words), []


def head_phrase(words: list[Token]) -> list[Token]:
    """A noun phrase up to its first preposition or relative, unless a role needs it ("chief of staff")."""
    if (
        words
        and not words[-1].capital
        and ends_in_role(words)
        and all(t.capital or t.lower in CUTS for t in words[:-1])
    ):
        return words  # "Department of Justice officials"
    for i, token in enumerate(words):
        if i and (token.lower in CUTS or not token.word) and not _bridged(words, i):
            return words[:i]
        if i and (_participle(words, i) or _weekday(words, i)):
            return words[:i]
    return words


def _participle(words: list[Token], i: int) -> bool:
    """Whether what somebody does begins behind a noun: "official | travelling with the convoy", "voters | polled"."""
    word = words[i].lower
    if words[i].capital or not word.endswith(("ing", "ed")):
        return False
    return ends_in_role(words[:i]) or (word.endswith("ed") and is_plural(words[i - 1].lower))


def _weekday(words: list[Token], i: int) -> bool:
    """Whether a day begins behind a noun: "a report | Tuesday from the port", "the government | Monday"."""
    return words[i].text in WEEKDAYS and not any(token.capital for token in words[i + 1 : i + 2])


def _bridged(words: list[Token], i: int) -> bool:
    """Whether a cutting word belongs to the head: "chief of staff", "Russian and Ukrainian officials"."""
    if i + 1 >= len(words):
        return False
    if words[i].lower == "of":
        role = phrases("roles").ending([t.lower for t in words[: i + 2]])
        return role is not None and role[0] >= _OFFICE_WITH_OF
    return words[i].lower in {"and", "or"} and not ends_in_role(words[:i])


def ends_in_role(words: Sequence[Token]) -> bool:
    """Whether the last words are what a person does or is."""
    return bool(words) and phrases("roles").ending([t.lower for t in words]) is not None


def is_nationality(word: str) -> bool:
    """Whether a lower-case word is an adjective of a people or part of the world."""
    return (word,) in phrases("nationalities").values


def is_title(token: Token) -> bool:
    """Whether a word is one of address, a calling, or an office that stands before names."""
    word = token.lower
    return word in honorifics() or any(phrases(kind).has(word) for kind in ("roles", "titles"))


def sector_of(words: list[Token], default: str = "unknown") -> Sector:
    """The sector that a phrase's words tell: intelligence, a definite role, a body by name, a general role."""
    lower = [t.lower for t in words if t.word]
    if not lower:
        return Sector(default)
    if not INTELLIGENCE.isdisjoint(lower):
        return Sector.INTELLIGENCE
    head = [t.lower for t in head_phrase(words) if t.word]
    role = phrases("roles").ending(head) or phrases("roles").ending(lower)
    if role and lower[-1] in {"delegate", "delegates"} and any(map(is_nationality, lower)):
        return Sector.DIPLOMACY
    if role and is_post(head, role[0]):
        told = _around(words, head[: len(head) - role[0]])
        return told or Sector(role[1] if role[1] != "unknown" else default)
    if lower[-1] == "advocate" and (words[0].possessive or lower[0] in OWNERS):
        return Sector.COURTS  # "Brell's advocate" speaks for him before a court
    if role and role[1] == "military" and len(head) == len(lower) > role[0]:
        before = words[: len(words) - role[0]]  # "Port Authority Chairman Rear Admiral", "police Captain"
        return _around(before, lower[: -role[0]]) or Sector.MILITARY
    if role and role[1] != "unknown":
        return _in_opposition(lower, Sector(role[1]))
    return _around(words, lower) or Sector(role[1] if role else default)


def document_sector(head: Sequence[str], words: list[Token]) -> Sector:
    """Who issued a document: its kind tells ("indictment", "study"), else the body named with it."""
    kind = phrases("issuers").ending(head)
    if kind:
        return Sector(kind[1])
    lower = [t.lower for t in words if t.word]
    if "freedom of information" in " ".join(lower) or "public records" in " ".join(lower):
        return Sector.GOVERNMENT
    stop = next((i for i, t in enumerate(lower) if t in _SEEN and i), len(words))
    return sector_of(words[:stop])


def is_post(words: Sequence[str], length: int = 1) -> bool:
    """Whether lower-case words end in a post that every kind of body has: the body's sector is its holder's."""
    post = phrases("posts").ending(words)
    return post is not None and post[0] >= length


def is_head(words: Sequence[str]) -> bool:
    """Whether lower-case words are the post of somebody who heads a body or speaks for it, and nothing more."""
    post = phrases("posts").ending(words)
    return post is not None and post[1] != "staff" and post[0] >= len(words) - 1


def is_office(name: str) -> bool:
    """Whether some words are one person's office rather than a body: "Flemish culture minister"."""
    words = name.lower().split()
    body, office = phrases("organizations").ending(words), phrases("roles").ending(words)
    common = name.rsplit(maxsplit=1)[-1].islower() and not is_plural(words[-1])  # "Channel One" is none
    return common and office is not None and (body is None or body[0] < office[0])


def _around(words: Sequence[Token], adjuncts: Sequence[str]) -> Sector | None:
    """The sector that a body named among the words tells, or the adjective before a general noun."""
    lower = [t.lower for t in words if t.word]
    body = _body_sector([t.text for t in words])
    if body:
        return Sector(body)
    if not MILITARY.isdisjoint(lower):
        return Sector.MILITARY
    domain = phrases("domains").inside(adjuncts)
    told = phrases("organizations").inside(lower) or domain
    return Sector(told) if told else None


def _in_opposition(lower: Sequence[str], sector: Sector) -> Sector:
    """A shadow minister and an opposition spokesman hold no office of state."""
    return Sector.POLITICS if sector is Sector.GOVERNMENT and not _OUT_OF_OFFICE.isdisjoint(lower) else sector


def _body_sector(texts: Sequence[str]) -> str | None:
    """The sector of the longest known body's name among some words."""
    names = exact_names("bodies")
    for length in range(_LONGEST_BODY, 0, -1):
        for i in range(len(texts) - length + 1):
            sector = names.get(" ".join(texts[i : i + length]))
            if sector:
                return sector
    return None
