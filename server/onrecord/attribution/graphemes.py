"""Ranges that never cut what a reader sees as one character: a letter with its accent, a flag, a family of emoji."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from onrecord.attribution.decoding import Ranges, Relation

_JOINING = regex.compile(
    r"[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}\p{GCB=Prepend}\p{GCB=V}\p{GCB=T}\p{GCB=Regional_Indicator}]|\r\n"
)
_GRAPHEME = regex.compile(r"\X")


def whole_graphemes(text: str, relations: Sequence[Relation]) -> list[Relation]:
    """Widen ranges that begin or end inside a grapheme cluster (Unicode annex 29) to the whole of it.

    Args:
        text: the article's text.
        relations: with code-point ranges of it.
    """
    if text.isascii() or not _JOINING.search(text):
        return list(relations)
    begin: dict[int, int] = {}
    end: dict[int, int] = {}
    for match in _GRAPHEME.finditer(text):
        for inside in range(match.start() + 1, match.end()):
            begin[inside], end[inside] = match.span()

    def widened(ranges: Ranges) -> Ranges:
        return tuple((begin.get(a, a), end.get(b, b)) for a, b in ranges)

    return [replace(r, source=widened(r.source), cue=widened(r.cue), content=widened(r.content)) for r in relations]
