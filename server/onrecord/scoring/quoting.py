"""How much of a statement stands in quotation marks, and whether the marks quote anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.sourcing import Attributed
from onrecord.wording import CueAct, act_of, quotations_touching, within_quotation

_RUN = re.compile(r"\S+")
_MARKS = re.compile(r"[\"“”„«»‹›]|(?:^|\s)['‘](?=\w)")
_MOSTLY = 0.5  # share of a statement's words inside quotation marks that makes words quoted, not only a phrase of them
_WORD = re.compile(r"[^\W_]+(?:['’.\u2010\u2011-][^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[!?…][\W_]*\Z")
_LONGEST_NAME = 6  # words
_NEAR = 200  # characters on either side that show how capitals are used; a bound, or many quotations would cost much
_SMALL_IN_NAMES = frozenset(
    "a an and as at by d da de del der di du el en for from in la le les of on or the to van von with".split()  # noqa: SIM905
)


def is_quoted(text: str, told: Attributed, quotations: Sequence[Span]) -> bool:
    """Whether at least half of a statement stands in quotation marks."""
    words = [Span(*m.span()) for start, end in told.relation.content for m in _RUN.finditer(text, start, end)]
    return bool(words) and sum(within_quotation(quotations, word) for word in words) / len(words) >= _MOSTLY


def holds_quotation(text: str, told: Attributed, quotations: Sequence[Span]) -> bool:
    """Whether any of a statement is quoted; inside somebody's quotation, whether it has marks of its own."""
    cue = told.relation.cue[0][0]
    if quotations_touching(quotations, Span(cue, cue + 1)):
        return any(_MARKS.search(text, start, end) for start, end in told.relation.content)
    return any(
        not _marks_a_name(text, quotation, Span(start, end))
        for start, end in told.relation.content
        for quotation in quotations_touching(quotations, Span(start, end))
    )


def _says(word: str) -> bool:
    """Whether a word is one for speech or writing; "so-called" is none."""
    return word.isalpha() and act_of(word) in (CueAct.SPEECH, CueAct.WRITING)


def _marks_a_name(text: str, quotation: Span, part: Span) -> bool:
    """Whether quotation marks only set off a name or a title of a work: *the "Sea Lion Brigade" had left*.

    It is a few words, all with capitals, inside a statement mostly without: at the statement's beginning, or where
    capitals are set for show, they tell nothing. Behind a word for saying or writing ("stop writing 'Crane 4'") the
    words themselves are meant.
    """
    inside = _WORD.findall(text, quotation.start, quotation.end)
    before = _WORD.findall(text, max(part.start, quotation.start - _NEAR), quotation.start)
    around = before + _WORD.findall(text, quotation.end, min(part.end, quotation.end + _NEAR))
    lower = sum(word.islower() for word in around)
    return (
        bool(before)
        and not _says(before[-1])
        and len(inside) <= _LONGEST_NAME
        and inside[0][0].isupper()
        and all(not word[0].islower() or word in _SMALL_IN_NAMES for word in inside)
        and lower > len(around) / 2
        and not _ENDS_SENTENCE.search(quotation.of(text))
    )
