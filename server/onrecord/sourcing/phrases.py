"""Noun phrases: where a mention's head ends, and which sector its words tell."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Sector
from onrecord.sourcing.grammar import CLAUSE_MARKS, CUTS, INTELLIGENCE, MILITARY
from onrecord.sourcing.lexicon import exact_names, phrases
from onrecord.sourcing.tokens import Token

_LONGEST_BODY = 4  # words
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
    return words


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


def sector_of(words: list[Token], default: str = "unknown") -> Sector:
    """The sector that a phrase's words tell: intelligence, a definite role, a body by name, a general role."""
    lower = [t.lower for t in words if t.word]
    if not lower:
        return Sector(default)
    if not INTELLIGENCE.isdisjoint(lower):
        return Sector.INTELLIGENCE
    role = phrases("roles").ending([t.lower for t in head_phrase(words)]) or phrases("roles").ending(lower)
    if role and role[1] != "unknown" and (role[0] > 1 or lower[-1] not in ("official", "officials")):
        return Sector.DIPLOMACY if "foreign" in lower and lower[-1] in {"minister", "secretary"} else Sector(role[1])
    body = _body_sector([t.text for t in words])
    if body:
        return Sector(body)
    if not MILITARY.isdisjoint(lower):
        return Sector.MILITARY
    return Sector(phrases("organizations").inside(lower) or (role[1] if role else default))


def _body_sector(texts: Sequence[str]) -> str | None:
    """The sector of the longest known body's name among some words."""
    names = exact_names("bodies")
    for length in range(_LONGEST_BODY, 0, -1):
        for i in range(len(texts) - length + 1):
            sector = names.get(" ".join(texts[i : i + length]))
            if sector:
                return sector
    return None
