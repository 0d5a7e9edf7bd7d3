"""Direct quotations in a block: every common style of marks, nested ones as the outermost, apostrophes left alone.

One pass classifies the marks, one pairs them; both are linear. A paragraph that opens a quotation and does not close
it is one of several that share a quotation (each opens, the last one closes): it runs to the end of the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from onrecord.model import Span

_DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
_SINGLE = re.compile(r"(?<!')['‘’‚‹›](?!')")
_BEFORE_OPENING = frozenset("([{<—–-/…:=“\"„«‘'‚ ")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/…”\"»’'")
# apostrophes that begin a word
_CLIPPED = re.compile(
    r"['‘’](?:\d0s\b|(?:tis|twas|til|till|em|cause|bout|round|neath|n|s|ol|fraid|kay)\b)", re.IGNORECASE
)


class _Role(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: where, and what it can do there."""

    start: int
    end: int
    role: _Role
    possessive: bool = False


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The direct quotations in a block, marks included.

    Args:
        text: the article's text.
        span: the block.

    Returns:
        Ranges in order, none overlapping; of nested quotations the outer one.
    """
    doubles = [_double(text, match, span) for match in _DOUBLE.finditer(text, span.start, span.end)]
    singles = [mark for match in _SINGLE.finditer(text, span.start, span.end) if (mark := _single(text, match, span))]
    found = sorted(
        {*_paired(doubles, text, span), *_single_pairs(singles, text, span)}, key=lambda s: (s.start, -s.end)
    )
    outer: list[Span] = []
    reach = span.start
    for quotation in found:
        if quotation.start >= reach:
            reach = quotation.end
            if any(c.isalnum() for c in quotation.of(text)):
                outer.append(quotation)
    return tuple(outer)


def _double(text: str, match: re.Match[str], span: Span) -> _Mark:
    mark = match.group()
    before, after = _around(text, match.start(), match.end(), span)
    if mark in ("“", "„", "«", "``", "‟"):
        role = _Role.OPENS
        if mark in "“«" and _word_end(before) and not _starts(after):  # German “ and « close
            role = _Role.CLOSES
    elif mark in ("”", "»") and not (_opens_here(before) and _starts(after)):
        role = _Role.CLOSES
    else:
        role = _straight(before, after)
    return _Mark(match.start(), match.end(), role)


def _straight(before: str, after: str) -> _Role:
    """What a mark without a direction does, by its neighbours."""
    opening = _opens_here(before) and _starts(after)
    closing = not before.isspace() and before != "" and (after == "" or after.isspace() or after in _AFTER_CLOSING)
    if opening and not closing:
        return _Role.OPENS
    return _Role.CLOSES if closing and not opening else _Role.EITHER


def _paired(marks: Sequence[_Mark], text: str, span: Span) -> Iterator[Span]:
    """Pair by a stack; what stays open ends where the next one opens, or with the block."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for at, mark in enumerate(marks):
        if mark.role is _Role.CLOSES or (mark.role is _Role.EITHER and opened):
            if opened:
                closed[opened.pop()] = mark.end
        elif mark.role is _Role.OPENS or not text[mark.end : mark.end + 1].isspace():
            opened.append(at)
    for at in (*closed, *opened):
        following = next((other.start for other in marks[at + 1 : at + 2] if at not in closed), span.end)
        end = closed.get(at, following)
        end = end if at in closed else _unclosed_end(text, marks[at].end, following)
        if end > marks[at].end:
            yield Span(marks[at].start, end)


def _unclosed_end(text: str, start: int, end: int) -> int:
    """The end of a quotation that nobody closed, without the white space before what follows."""
    return start + len(text[start:end].rstrip())


def _single(text: str, match: re.Match[str], span: Span) -> _Mark | None:
    """A single mark that can open or close a quotation; None for an apostrophe."""
    before, after = _around(text, match.start(), match.end(), span)
    if match.group() == "‹" or match.group() == "‚":
        return _Mark(match.start(), match.end(), _Role.OPENS)
    if _CLIPPED.match(text, match.start(), span.end) and not before.isalnum():
        return None
    if _opens_here(before) and _starts(after):
        return _Mark(match.start(), match.end(), _Role.OPENS)
    if before and not before.isspace() and (after == "" or after.isspace() or after in _AFTER_CLOSING):
        possessive = before in "sS" and after.isspace()
        return _Mark(match.start(), match.end(), _Role.CLOSES, possessive)
    return None


def _single_pairs(marks: Sequence[_Mark], text: str, span: Span) -> Iterator[Span]:
    """Pair single marks; one that looks like a plural's possessive closes only if nothing better follows."""
    opening: _Mark | None = None
    doubtful: _Mark | None = None
    for mark in marks:
        if mark.role is _Role.OPENS:
            if opening is not None and doubtful is not None:
                yield Span(opening.start, doubtful.end)
                opening = None
            if opening is None:
                opening, doubtful = mark, None
        elif opening is not None and mark.possessive:
            doubtful = doubtful or mark
        elif opening is not None:
            yield Span(opening.start, mark.end)
            opening = doubtful = None
    if opening is not None and doubtful is not None:
        yield Span(opening.start, doubtful.end)
    elif opening is not None and not text[span.start : opening.start].strip():
        yield Span(opening.start, _unclosed_end(text, opening.end, span.end))


def _around(text: str, start: int, end: int, span: Span) -> tuple[str, str]:
    """The characters beside a mark, empty at the block's ends."""
    before = text[start - 1] if start > span.start else ""
    return before, text[end] if end < span.end else ""


def _opens_here(before: str) -> bool:
    return before == "" or before.isspace() or before in _BEFORE_OPENING


def _starts(after: str) -> bool:
    return after != "" and not after.isspace() and after not in ".,;:!?)]}"


def _word_end(before: str) -> bool:
    return before != "" and (before.isalnum() or before in ".,!?…")
