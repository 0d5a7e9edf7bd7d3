"""Relations made by hand, out of the words of a text."""

from __future__ import annotations

from onrecord.attribution import Relation
from onrecord.model import Span
from onrecord.reading import read_text, sentences


def relation(text: str, source: str, cue: str, *content: str) -> Relation:
    """A relation of the first places where these words stand; an empty source is none."""
    return Relation(_places(text, source), _places(text, cue), _places(text, *content))


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    """The words of some ranges."""
    return " … ".join(text[start:end] for start, end in ranges)


def sentences_of(text: str) -> list[Span]:
    """The sentences of a text's own words."""
    return [s for block in read_text(text).judged_blocks for s in sentences(text, block.span)]


def _places(text: str, *parts: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(part), text.index(part) + len(part)) for part in parts if part)
