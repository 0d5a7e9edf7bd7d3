"""What may and what must stand next to a phrase for it to mean what the rubric says."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.wording.phrases import Groups, Phrase, expand
from onrecord.wording.tokens import Token

CURRENCY = frozenset("$£€¥")
CLAUSE_MARKS = frozenset(".!?:;,-()[]…•*|/")
QUOTATION_MARKS = frozenset("\"'“”‘’«»„‹›")


class Neighbours:
    """Phrases of which one may stand right before or right after a place."""

    def __init__(self, forms: Sequence[str], groups: Groups) -> None:
        phrases = {phrase for form in forms for phrase in expand(form, groups)}
        self._words = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1 and not _is_class(phrase[0]))
        self._others = tuple(sorted(p for p in phrases if len(p) > 1 or _is_class(p[0])))

    def __bool__(self) -> bool:
        return bool(self._words or self._others)

    def after(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether one of them begins at ``end``."""
        if end < len(tokens) and tokens[end].form in self._words:
            return True
        return any(_stands(tokens, end, phrase) for phrase in self._others)

    def before(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether one of them ends right before ``start``."""
        if start > 0 and tokens[start - 1].form in self._words:
            return True
        return any(
            begins_clause(tokens, start) if phrase == ("<start>",) else _stands(tokens, start - len(phrase), phrase)
            for phrase in self._others
        )


def _is_class(word: str) -> bool:
    return word.startswith("<")


def _stands(tokens: Sequence[Token], start: int, phrase: Phrase) -> bool:
    """Whether the words of a phrase stand at a place, one by one."""
    return start >= 0 and all(_is(tokens, start + step, word) for step, word in enumerate(phrase))


def _is(tokens: Sequence[Token], place: int, word: str) -> bool:
    """Whether a token is a word or belongs to one of the classes known here."""
    if word == "<stop>":
        return place >= len(tokens) or tokens[place].form in CLAUSE_MARKS | QUOTATION_MARKS
    if place >= len(tokens):
        return False
    form = tokens[place].form
    if word == "<digits>":
        return form[0].isdigit() or form in CURRENCY
    return form == (":" if word == "<colon>" else word)


def begins_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether nothing but quotation marks lies between a place and the edge of the clause before it."""
    place = start - 1
    while place >= 0 and tokens[place].form in QUOTATION_MARKS:
        place -= 1
    return place < 0 or tokens[place].form in CLAUSE_MARKS
