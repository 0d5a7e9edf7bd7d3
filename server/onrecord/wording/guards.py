"""What may and what must stand next to a phrase for it to mean what the rubric says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from onrecord.wording.phrases import Groups, Phrase, expand

CURRENCY = frozenset("$£€¥")
CLAUSE_MARKS = frozenset(".!?:;,-()[]…•*|/")
QUOTATION_MARKS = frozenset("\"'“”‘’«»„‹›")
_EDGES = CLAUSE_MARKS | QUOTATION_MARKS
_ANY = "<>"


class Neighbours:
    """Phrases of which one may stand right before or right after a place."""

    def __init__(self, listed: Sequence[str], groups: Groups) -> None:
        phrases = sorted({phrase for form in listed for phrase in expand(form, groups)})
        self._beginning = _indexed(phrases, 0)
        self._ending = _indexed(phrases, -1)

    def __bool__(self) -> bool:
        return bool(self._beginning)

    def after(self, forms: Sequence[str], end: int) -> bool:
        """Whether one of them begins at token ``end``."""
        word = forms[end] if end < len(forms) else ""
        return any(_stands(forms, end, phrase) for phrase in _candidates(self._beginning, word))

    def before(self, forms: Sequence[str], start: int) -> bool:
        """Whether one of them ends right before token ``start``."""
        word = forms[start - 1] if start else ""
        return any(
            begins_clause(forms, start) if phrase == ("<start>",) else _stands(forms, start - len(phrase), phrase)
            for phrase in _candidates(self._ending, word)
        )


_Index = Mapping[str, Sequence[Phrase]]


def _indexed(phrases: Sequence[Phrase], place: int) -> _Index:
    """Phrases by their word at a place; classes of words, which any word might be in, under one key."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(_ANY if _is_class(phrase[place]) else phrase[place], []).append(phrase)
    return found


def _candidates(index: _Index, word: str) -> Iterator[Phrase]:
    return chain(index.get(word, ()), index.get(_ANY, ()))


def _is_class(word: str) -> bool:
    return word.startswith("<")


def _stands(forms: Sequence[str], start: int, phrase: Phrase) -> bool:
    """Whether the words of a phrase stand at a place, one by one."""
    return start >= 0 and all(_is(forms, start + step, word) for step, word in enumerate(phrase))


def _is(forms: Sequence[str], place: int, word: str) -> bool:
    """Whether a token is a word or belongs to one of the classes known here."""
    if word == "<stop>":
        return place >= len(forms) or forms[place] in _EDGES
    if place >= len(forms):
        return False
    form = forms[place]
    if word == "<digits>":
        return form[0].isdigit() or form in CURRENCY
    return form == (":" if word == "<colon>" else word)


def begins_clause(forms: Sequence[str], start: int) -> bool:
    """Whether nothing but quotation marks lies between a place and the edge of the clause before it."""
    place = start - 1
    while place >= 0 and forms[place] in QUOTATION_MARKS:
        place -= 1
    return place < 0 or forms[place] in CLAUSE_MARKS
