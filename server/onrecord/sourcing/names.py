"""People's names in a phrase, and the titles that stand behind them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.model import Sector
from onrecord.sourcing.grammar import (
    AGENT_ENDINGS,
    ARTICLES,
    CLAUSE_MARKS,
    EXPERT_VERBS,
    GEOGRAPHY,
    GRADES,
    HEADING_VERBS,
    MADE_ADJECTIVES,
    PARTICLES,
    PARTS_OF_OFFICES,
    POSTNOMINALS,
    SUFFIXES,
    SURNAMES,
    WEEKDAYS,
    WORKING_VERBS,
)
from onrecord.sourcing.lexicon import exact_names, given_names, honorifics, is_plural, phrases
from onrecord.sourcing.phrases import ends_in_role, head_phrase, is_nationality, is_title, sector_of
from onrecord.sourcing.tokens import Token, joined

_SAYING = frozenset({"said", "says", "told"})
_LONGEST_ROLE = 10  # words
_NO_TITLE = frozenset({"who", "whose", "which", "speaking", "in", "on", "at"})


def person_run(words: Sequence[Token]) -> list[Token]:
    """The person's name that ends a phrase, or nothing: capitalised words that no list knows as title or body."""
    words = without_letters(words)
    stop = len(words) - (1 if words and words[-1].lower in SUFFIXES else 0)
    low = stop
    while low > 0 and _name_word(words, low - 1):
        low -= 1
    while low < stop and words[low].lower in PARTICLES and not words[low].capital:
        low += 1
    if low >= stop or _is_body(words, low) or (stop - low > 1 and is_place(words[stop - 1])):
        return []
    return list(words[low:])


def is_place(token: Token) -> bool:
    """Whether a word ends the names of places and of bodies named after them: "Tenter Street", "Clean Rivers Ohio"."""
    return token.lower in GEOGRAPHY or token.text in exact_names("regions")


def without_letters(words: Sequence[Token]) -> Sequence[Token]:
    """A phrase without the letters behind a name: "Hilary Bostock" of "Hilary Bostock KC"."""
    if len(words) > 2 and words[-1].text in POSTNOMINALS and words[-2].capital:
        return words[:-1]
    return words


def sector_of_letters(words: Sequence[Token]) -> Sector:
    """What the letters behind a name tell: a King's Counsel speaks from the courts."""
    return Sector(POSTNOMINALS[words[-1].text]) if without_letters(words) is not words else Sector.UNKNOWN


def _name_word(words: Sequence[Token], i: int) -> bool:
    token = words[i]
    if not token.word or token.text[0].isdigit() or (token.possessive and i < len(words) - 1):
        return False
    if token.lower in PARTICLES and not token.capital:
        return i > 0 and i + 1 < len(words) and (words[i + 1].capital or words[i + 1].lower in PARTICLES)
    prefix, _, name = token.text.partition("-")
    if prefix in PARTICLES and name[:1].isupper():
        return True  # "al-Tamimi"
    if token.lower.endswith(MADE_ADJECTIVES) or token.text in WEEKDAYS:
        return False
    if not token.capital:
        return False
    if not _known_otherwise(token) or _is_given(words, i):
        return True
    if i == 0 or not words[i - 1].capital:
        return False
    first = words[i - 1]
    given = first.lower in given_names() and first.text not in exact_names("regions")
    if given and i + 1 == len(words) and phrases("roles").has(token.lower) and not is_plural(token.lower):
        return True  # "Katie Packer"
    given |= not _known_otherwise(first) or _bears_a_title(first, token)
    known = token.text in exact_names("bodies") or token.text in exact_names("metonyms")
    return given and (token.lower in SURNAMES or known)


def _bears_a_title(first: Token, last: Token) -> bool:
    """A title before a surname that is a calling too: "Mayor Park", "Judge Cook", never "Deputy Speaker"."""
    office = phrases("roles").ending([first.lower, last.lower])
    return is_title(first) and first.lower not in GRADES | PARTS_OF_OFFICES and (office is None or office[0] == 1)


def _is_given(words: Sequence[Token], i: int) -> bool:
    """Whether a word that means something else too is a given name here: "Bill Lee", "Mayor London Breed"."""
    if i + 1 >= len(words) or not words[i + 1].capital or is_title(words[i]) or is_nationality(words[i].lower):
        return False
    return words[i].lower in given_names() or (i > 0 and words[i - 1].capital and is_title(words[i - 1]))


def _known_otherwise(token: Token) -> bool:
    """Whether a capitalised word is known as part of a title, a body, a place or a people's adjective."""
    return _is_listed(token.text)


@lru_cache(maxsize=4096)
def _is_listed(text: str) -> bool:
    word = text.lower()
    return (
        word in honorifics()
        or is_nationality(word)
        or text in exact_names("bodies")
        or text in exact_names("metonyms")
        or any(phrases(kind).has(word) for kind in ("titles", "roles", "organizations", "documents", "relayers"))
    )


def _is_body(words: Sequence[Token], low: int) -> bool:
    """A name-like run that is a body's name or a place: "Downing Street", "New Delhi"."""
    shown = {" ".join(t.text for t in words[low:]), " ".join(t.text for t in words)}
    return any(name in exact_names(kind) for kind in ("bodies", "metonyms") for name in shown)


def surname_of(run: Sequence[Token]) -> str:
    """The last word of a name, lower case, "Jr." and the like left out."""
    last = [t for t in run if t.lower not in SUFFIXES]
    return (last or run)[-1].lower


def appositive_title(after: Sequence[Token], text: str) -> str:
    """The role told behind a name: ", a doctor at Mercy Hospital," or ", who heads the agency,"; else nothing."""
    words = _until_clause(after)
    if len(words) > 2 and words[0].lower == "who" and words[1].lower in {"is", "was"}:
        words = words[2:]
    elif words and words[0].lower == "who" and _does(words):
        return joined(words[1:], text)
    if words and words[0].lower in _NO_TITLE:
        return ""
    if len(words) > 1 and words[0].lower in ARTICLES:
        words = words[1:]
        if not words[0].capital and len(words) <= _LONGEST_ROLE:
            return joined(words, text)  # ", the harbour master,": an apposition with an article tells who somebody is
    head = head_phrase(words)
    if head and (ends_in_role(head) or (len(head) < len(words) and head[-1].lower.endswith(AGENT_ENDINGS))):
        return joined(words, text)
    return ""


def _does(words: Sequence[Token]) -> bool:
    """Whether a role is told by what somebody does: "who heads …", "who has run …"."""
    verbs = [t.lower for t in words[1:3]]
    return len(verbs) > 1 and (verbs[0] in HEADING_VERBS or (verbs[0] == "has" and verbs[1] in {"run", *HEADING_VERBS}))


def title_sector(before: Sequence[Token], after: Sequence[Token], letters: Sector = Sector.UNKNOWN) -> Sector:
    """The sector of somebody by the title before the name, what stands behind it, and the letters it bears.

    Whoever sits in a cabinet speaks for the government, and not as the councillor the title tells as well.
    """
    told = sector_of(list(before)) if before else Sector.UNKNOWN
    behind = told_sector(after)
    if told is Sector.UNKNOWN or (told is Sector.POLITICS and behind is Sector.GOVERNMENT):
        told = behind
    return letters if told is Sector.UNKNOWN else told


def told_sector(after: Sequence[Token], default: Sector = Sector.UNKNOWN) -> Sector:
    """The sector of somebody by what stands behind the name: a role, what they run, or an age and a home."""
    words = [t for t in _until_clause(after) if t.word]
    lower = [t.lower for t in words]
    if not lower:
        return default
    if lower[0].isdigit():  # ", 71, who lives on Quay Lane"
        rest = list(after)[len(words) + 1 :]
        return told_sector(rest, Sector.PUBLIC) if rest else Sector.PUBLIC
    if lower[0] in _NO_TITLE:
        if lower[0] != "who" or WORKING_VERBS.isdisjoint(lower[1:3]):
            return Sector.PUBLIC if lower[:2] in (["who", "lives"], ["who", "lived"]) else default
        body = phrases("organizations").inside(lower)
        known = Sector.EXPERT if not EXPERT_VERBS.isdisjoint(lower[1:3]) else default
        return known if known is Sector.EXPERT or not body else Sector(body)
    found = sector_of(words)
    return default if found is Sector.UNKNOWN else found


def _until_clause(words: Sequence[Token]) -> list[Token]:
    for i, token in enumerate(words):
        if token.text in CLAUSE_MARKS or token.lower in _SAYING:
            return list(words[:i])
    return list(words)
