"""Titles that stand before a name: "Harbour Master Ada Pell", "The council's leader, Sir Ada Pell"."""

from __future__ import annotations

from onrecord.sourcing.grammar import ARTICLES, DEFINITE, OWNERS, STOPPERS
from onrecord.sourcing.lexicon import honorifics, phrases
from onrecord.sourcing.phrases import ends_in_role, head_phrase
from onrecord.sourcing.tokens import Token

_LONGEST_TITLE = 8  # words
_OFFICE_VERBS = frozenset(
    "stepping steps stepped stands standing stood resigns resigned resigning quit quits quitting retires retired "  # noqa: SIM905
    "retiring appointed named elected hired installed unveiled confirmed sacked fired dismissed removed ousted serves "
    "served serving works worked working returns returned takes took sworn reappointed".split()
)


def apposed_title(words: list[Token], low: int) -> list[Token]:
    """The office before a name and a comma: "The council's leader, Ada Pell"."""
    while low > 3 and words[low - 1].lower in honorifics():
        low -= 1
    if low < 3 or words[low - 1].text != ",":
        return []
    title = title_before(words, low - 1)
    start = low - 1 - len(title)
    if not title or start < 1:
        return title if title and title[0].possessive else []
    before = words[start - 1]
    if before.possessive or before.lower in OWNERS:
        return [before, *title]
    return title if before.lower in DEFINITE or any(t.possessive for t in title) else []


def apposition(words: list[Token]) -> list[Token]:
    """The words behind a name up to the mark that ends the apposition; an age is passed over."""
    ends = [i for i, token in enumerate(words) if token.text in ",;:.)—–"]
    if not ends:
        return []
    aged = ends[0] == 1 and words[0].text.isdigit() and len(ends) > 1
    return words[: ends[1] if aged else ends[0]]


def office_told(words: list[Token]) -> list[Token]:
    """The office that somebody is told to take up, hold or lay down: "… is stepping down as head coach of …"."""
    taken = False
    for i, token in enumerate(words[:-1]):
        if token.text in '.!?;:“”"':
            return []
        taken |= token.lower in _OFFICE_VERBS
        if taken and token.lower == "as":
            behind = words[i + 2 :] if words[i + 1].lower in ARTICLES else words[i + 1 :]
            office = head_phrase(behind)
            return office if ends_in_role(office) else []
    return []


def title_before(words: list[Token], low: int) -> list[Token]:
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
        return token.lower not in STOPPERS
    if token.lower in STOPPERS:
        return False
    if phrases("roles").ending([t.lower for t in words[max(0, i - 2) : i + 1]]) or phrases("titles").has(token.lower):
        return True
    return i + 1 < low and not words[i + 1].capital  # "homeless advocate", never "leads Republican"
