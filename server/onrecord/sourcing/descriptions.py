"""How well the words of a mention describe somebody: placed or generic, an office held, what a named person is."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Sector
from onrecord.rubric import vocabulary
from onrecord.sourcing.lexicon import phrases, singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.tokens import tokens

_PLACING = frozenset({"of", "in", "at", "from", "on", "inside", "within", "aboard", "there", "here"})
_SWORN = frozenset(
    {"police", "authorities", "prosecutor", "investigator", "detective", "juror", "magistrate", "coroner"}
)
_POSSESSORS = frozenset({"his", "her", "their", "its", "my", "our"})


@cache
def _generic(kind: str) -> frozenset[str]:
    """One entry of the list of words that tell nothing, with pronouns among the nouns."""
    words = {word for entry in vocabulary("generic").entries if entry.value == kind for word in entry.words}
    return frozenset(words | ({"they", "he", "she", "it", "who"} if kind == "generic" else set()))


def tells_place(text: str, mention: Mention) -> bool:
    """Whether the words for somebody unnamed tell agency, rank, calling or place.

    A place or body behind the noun ("a technician there", "sources in the control room"), a possessor ("its technical
    staff"), a rank or office of state ("a colonel"). Bare "officials", "a source", "critics of the plan" tell none,
    and neither do "security sources" and "Western agencies".
    """
    words = [t for t in tokens(text, mention.span) if t.word]
    lower = [t.lower for t in words]
    if mention.kind not in (Kind.ROLE, Kind.UNKNOWN) or not words:
        return mention.placed
    head = singular(mention.head)
    at = next((i for i, word in enumerate(lower) if singular(word) == head), len(lower) - 1)
    if head in _generic("shadowy") and at and all(w in _generic("vague") or w in _ARTICLES for w in lower[:at]):
        return any(w in _PLACING for w in lower[at + 1 : at + 2])
    if head in _generic("placeless") or lower[0] in _generic("placeless"):
        return False
    named = any(t.capital and t.lower not in _generic("vague") for t in words[1:])  # "a Halvik insider"
    if mention.placed or named or head in _SWORN or (lower[at + 1 : at + 2] and lower[at + 1] in _PLACING):
        return True
    if (
        lower[0] in _POSSESSORS or words[0].possessive or any(t.possessive for t in words[:at])
    ) and head not in _generic("generic"):
        return True
    return not mention.plural and mention.sector in _INSTITUTIONAL and head not in _generic("generic") and at > 0


_INSTITUTIONAL = frozenset(
    {Sector.GOVERNMENT, Sector.MILITARY, Sector.INTELLIGENCE, Sector.LAW_ENFORCEMENT, Sector.COURTS, Sector.DIPLOMACY}
)
_ARTICLES = frozenset({"a", "an", "the", "that", "one", "two", "three", "some", "several", "many"})
_AGE = re.compile(r"\s*,\s*\d{1,3}\b")
_LETTERS = re.compile(
    r",?\s+(?:KC|QC|SC|MP|MEP|MSP|MLA|TD|MD|PhD|M\.D\.|Ph\.D\.|Esq)\b"
)  # behind a name: what somebody is
_COMMA = re.compile(r"\s*,\s*")
_NOT_A_ROLE = re.compile(
    r"(?:who\s+(?:was|is|were|are)\s+not|who\s+(?:asked|spoke|declined|said|told|did|(?:has|had)\s+(?:said|told|asked|declined|denied))|said|says|told|added|in|on|at|after|before|when|while|speaking|but|and|wrote|also|with|by)\b"
)


def tells_role(text: str, mention: Mention, end: int) -> bool:
    """Whether the words behind a person's name tell who it is: "Nora Fink, 58, who keeps bees"."""
    if mention.kind is not Kind.PERSON:
        return False
    if mention.title or mention.affiliation:
        return True
    name = (mention.name or "").split()
    found = text.find(name[-1], mention.span.start, mention.span.end) if name else -1
    at = found + len(name[-1]) if found >= 0 else mention.span.end
    if _LETTERS.match(text, at, end):
        return True
    age = _AGE.match(text, at, end)
    at = age.end() if age else at
    comma = _COMMA.match(text, at, end)
    if not comma:
        return False
    return text[comma.end() : comma.end() + 1].islower() and not _NOT_A_ROLE.match(text, comma.end(), end)


_NAMELESS = frozenset({"unnamed", "unidentified", "anonymous", "same"})
_CHIEF_OFFICER = re.compile(
    r"\b(?:chief|integrity|safety|compliance|medical|press|executive|information|returning|presiding)\s+[\w\s]{0,40}officer\b"
)


def holds_office(text: str, mention: Mention) -> bool:
    """Somebody unnamed told by an office that only one person holds: "the Korean finance minister", "their lawyer"."""
    if mention.kind not in (Kind.ROLE, Kind.UNKNOWN) or mention.plural or mention.pronoun:
        return False
    words = [t for t in tokens(text, mention.span) if t.word]
    if not words or words[0].lower in ("a", "an", "one", "another", "some") or any(t.lower in _NAMELESS for t in words):
        return False
    owned = words[0].lower in _POSSESSORS or any(t.possessive for t in words)
    held = phrases("offices").has(mention.head) or _CHIEF_OFFICER.search(mention.span.of(text).lower()) is not None
    return held and (owned or (mention.definite and len(words) > 2))
