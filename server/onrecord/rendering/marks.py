"""Spans over a text as HTML elements that nest, however the spans overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.model import Span

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Mark:
    """An element to be laid over a range of the text.

    Attributes:
        span: where, in the text's code points.
        tag: name of the element.
        classes: value of its ``class``.
        rank: at equal ranges the lower rank is the outer element.
        anchor: ``id`` of its first piece, if it is the target of a link.
        note: HTML to put right after its last piece.
    """

    span: Span
    tag: str
    classes: str
    rank: int = 0
    anchor: str | None = None
    note: Markup = NOTHING


def annotate(text: str, within: Span, marks: Iterable[Mark]) -> Markup:
    """The part of a text that lies ``within``, escaped, with its marks as well-nested elements.

    A mark that begins inside another and ends outside is closed with the other and opened again, so that each character
    lies in just the marks that cover it. A mark that reaches out of ``within`` is cut; its anchor stays with the piece
    that holds the beginning, its note with the piece that holds the end.
    """
    inside = sorted((m for m in marks if m.span.overlaps(within)), key=_outermost_first)
    writer = _Writer(text, within)
    for mark in inside:
        writer.advance(max(mark.span.start, within.start))
        writer.open(mark)
    writer.advance(within.end)
    writer.close_all()
    return Markup("").join(writer.pieces)


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.rank


class _Writer:
    """Where we are in the text, and which elements are open there, outermost first."""

    def __init__(self, text: str, within: Span) -> None:
        self.text = text
        self.within = within
        self.at = within.start
        self.stack: list[Mark] = []
        self.pieces: list[Markup] = []

    def advance(self, to: int) -> None:
        """Write the text up to an offset, ending the marks that end on the way, those at the offset included."""
        while self.stack and (end := min(mark.span.end for mark in self.stack)) <= to:
            self._write(end)
            self._end([mark for mark in self.stack if mark.span.end == end])
        self._write(to)

    def open(self, mark: Mark) -> None:
        """Begin a mark here."""
        begins = mark.span.start >= self.within.start
        self._start_tag(mark, mark.anchor if begins else None)
        self.stack.append(mark)

    def close_all(self) -> None:
        """End the marks that reach further than the text."""
        for mark in reversed(self.stack):
            self._end_tag(mark)
        self.stack.clear()

    def _write(self, to: int) -> None:
        if to > self.at:
            self.pieces.append(escape(self.text[self.at : to]))
            self.at = to

    def _end(self, ending: Sequence[Mark]) -> None:
        """Close down to the outermost mark that ends, and open the others again."""
        outermost = min(self.stack.index(mark) for mark in ending)
        closed, self.stack = self.stack[outermost:], self.stack[:outermost]
        for mark in reversed(closed):
            self._end_tag(mark)
        self.pieces.extend(mark.note for mark in ending)
        for mark in closed:
            if mark not in ending:
                self._start_tag(mark, None)
                self.stack.append(mark)

    def _start_tag(self, mark: Mark, anchor: str | None) -> None:
        name = Markup(' id="{}"').format(anchor) if anchor else Markup("")
        self.pieces.append(Markup('<{}{} class="{}">').format(mark.tag, name, mark.classes))

    def _end_tag(self, mark: Mark) -> None:
        self.pieces.append(Markup("</{}>").format(mark.tag))
