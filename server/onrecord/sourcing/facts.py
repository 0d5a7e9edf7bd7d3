"""What an article tells around one attribution: how the source knows, and that it asked for its name to be withheld."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.anonymity import withholdings
from onrecord.sourcing.tokens import nth_word_end

_PHRASE_END = re.compile(r"[,;:.!?—–\"“”()]|\s(?:said|says|told|and|but|because)\b")
_ASKING = frozenset(
    "ask asks asked asking request requested requesting decline declined declining refuse refused spoke speaking wish "  # noqa: SIM905
    "wished want wanted insisted agreed demanded sought preferred talked withheld gave".split()
)
_FORMULA_WITHIN = 6  # words behind the cue, in which the formula begins
_FORMULA_REACH = 16  # words, in which it ends
_ASKING_REACH = 200  # characters in which they stand
_BASIS_LIMIT = 14  # words
_WHO = (
    r"(?:(?:all|both|most|two|three|one|some)\s+of\s+)?whom?\s+(?:(?:has|have|had|was|were|is|are|also|once|then|long|personally|"
    r"regularly|directly|recently|previously|formerly|now|still|himself|herself|themselves|both|all)\s+){0,2}"
)


@cache
def _basis_pattern() -> re.Pattern[str]:
    """The phrases of the list, and what stands behind "who": its verbs, and all in -ed but those that tell nothing."""
    entries = vocabulary("basis").entries
    verbs = [w for e in entries if e.value == "verb" for w in e.words]
    idle = [w for e in entries if e.value == "idle" for w in e.words]
    words = [w for e in entries if e.value not in ("verb", "idle") for w in e.words]
    irregular = "|".join(map(_spaced, sorted(verbs, key=len, reverse=True)))
    clause = rf"{_WHO}(?:{irregular}|(?!(?:{'|'.join(idle)})\b)[a-z]{{2,}}ed)"
    return re.compile(
        rf"\b(?:{'|'.join(map(_spaced, sorted(words, key=len, reverse=True)))}|{clause})\b", re.IGNORECASE
    )


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")


def basis_in(text: str, passage: Span) -> str | None:
    """How the source knows, in the article's words ("who attended the briefing"), or None if it is not told."""
    found = _basis_pattern().search(text, passage.start, passage.end)
    if not found:
        return None
    limit = nth_word_end(text, found.end(), passage.end, _BASIS_LIMIT)
    stop = _PHRASE_END.search(text, found.end(), limit)
    return " ".join(text[found.start() : stop.start() if stop else limit].split())


def asks_for_anonymity(text: str, cue: Span) -> bool:
    """Whether a cue begins the words by which a name is withheld: "asked not to be named"."""
    verb = next((w for w in reversed(cue.of(text).lower().split()) if w in _ASKING), None)
    if verb is None:
        return False
    limit = min(len(text), cue.end + _ASKING_REACH)
    begins = nth_word_end(text, cue.end, limit, _FORMULA_WITHIN)
    reach = Span(cue.start, nth_word_end(text, cue.end, limit, _FORMULA_REACH))
    return any(found.span.start < begins for found in withholdings(text, reach))
