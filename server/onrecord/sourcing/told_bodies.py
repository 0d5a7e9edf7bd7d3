"""Names that the words around them tell to be bodies: "the shipbuilder Stolmar", "Aerotrak, the prime contractor"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.sourcing.bodies import kind_of
from onrecord.sourcing.grammar import ARTICLES, CLAUSE_MARKS, CORPORATE, FIRMS_BY_CALLING, NAMING, PRONOUNS, STOPPERS
from onrecord.sourcing.lexicon import honorifics, phrases
from onrecord.sourcing.phrases import head_phrase
from onrecord.sourcing.tokens import Token

_LONGEST_KIND = 4  # words of a common noun for a body
_REACH = 9  # words behind a name in which "it" or "he" tells what it is
_THINGS = frozenset({"its", "itself"})
_BEFORE_IT = frozenset({"that", "said", "says", "denied", "believes", "insisted", "claims", "claimed", "announced"})
_BEHIND_IT = frozenset(
    "had has would will does did could plans intends expects cannot acted takes regretted planned intended".split()  # noqa: SIM905
)
_TAKING_UP = frozenset({"he", "she", "his", "her"})
_PERSONS = frozenset({"he", "she", "his", "her", "him", "himself", "herself", "who", "whose", "i", "my"})


def told_as_body(words: Sequence[Token], low: int, high: int) -> str | None:
    """What the words around a name tell of the body it names.

    Args:
        words: the words and marks of a passage.
        low: the first word of the name.
        high: the word behind its last.

    Returns:
        A sector's value, "unknown" for a body of whatever kind, "person" for somebody, None where nothing is told.
    """
    if high - low == 1 and words[low].lower in STOPPERS | PRONOUNS:
        return None
    if _told_as_person(words, low, high):
        return "person"
    told = _noun_before(words, low, high) or _apposition_before(words, low) or _apposition_behind(words, high)
    return told or _thing(words, high)


def _told_as_person(words: Sequence[Token], low: int, high: int) -> bool:
    """A word of address or a role before the name, an age or "who" behind it."""
    before = words[low - 1].lower if low else ""
    if before in honorifics() or words[low].lower in honorifics():
        return True
    if high + 1 < len(words) and words[high].text in CLAUSE_MARKS:
        behind = words[high + 1]
        return behind.lower in {"who", "whose"} or (behind.text.isdigit() and len(behind.text) < 3)
    return False


def _noun_before(words: Sequence[Token], low: int, high: int) -> str | None:
    """The noun right before the name, or "a firm called …"."""
    before = list(words[max(0, low - _LONGEST_KIND) : low])
    if before and before[-1].lower in NAMING:
        return kind_of(before[:-1])
    if not before or before[-1].capital or not before[-1].word or before[-1].possessive:
        return None
    kind = _kind if high - low == 1 else kind_of  # a contractor of two names may be somebody
    return kind([t for t in before if t.word])


def _apposition_before(words: Sequence[Token], low: int) -> str | None:
    """The regulator, RDT: a noun with its article and a comma before the name."""
    at = low - 1
    if at > 0 and words[at].lower == "the":
        at -= 1
    if at < 2 or words[at].text != ",":
        return None
    before = list(words[max(0, at - _LONGEST_KIND) : at])
    start = next((i for i, t in enumerate(before) if t.lower in ARTICLES or t.possessive), None)
    return None if start is None or before[-1].capital else _kind(before[start + 1 :])


def _apposition_behind(words: Sequence[Token], high: int) -> str | None:
    """Stolmar, the shipbuilder that …: a noun with its article behind the name and a comma."""
    if high + 2 >= len(words) or words[high].text not in {",", "(", "—", "–"}:
        return None
    if words[high + 1].lower == "which":
        return "unknown"
    if words[high + 1].lower not in ARTICLES:
        return None
    behind = list(words[high + 2 : high + 2 + _REACH])
    stop = next((i for i, t in enumerate(behind) if not t.word), len(behind))
    return _kind(head_phrase(behind[:stop])) if behind[:stop] else None


def _kind(words: Sequence[Token]) -> str | None:
    """The sector of a common noun for a body, callings that firms have among them."""
    if words and words[-1].lower in FIRMS_BY_CALLING:
        return "business"
    return kind_of(words)


def _thing(words: Sequence[Token], high: int) -> str | None:
    """What it owns, or the pronoun that takes it up: "Corvane's shareholders", "Nortemar said that it had …"."""
    if high >= len(words):
        return None
    if words[high - 1].possessive:
        firm = words[high].lower in CORPORATE or phrases("posts").ending([t.lower for t in words[high : high + 2]])
        return "unknown" if words[high].lower in CORPORATE and firm else None
    if not words[high].word or words[high].capital:
        return None
    behind = words[high : high + _REACH]
    for i, token in enumerate(behind[:-1]):
        if token.lower == "it" and i and behind[i - 1].lower in _BEFORE_IT and behind[i + 1].lower in _BEHIND_IT:
            return "unknown"
        if token.lower in _TAKING_UP and i and behind[i - 1].lower in _BEFORE_IT:
            return "person"  # "Pell said he would go"
        if token.text in ".!?;" or token.lower in _PERSONS:
            return None
        if token.lower in _THINGS:
            return "unknown"
    return None
