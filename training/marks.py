"""Text with marks around words, ``[[tags|words]]``, which may nest: the form of texts written for this project."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[\[([^|\[\]]*)\||\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Tags and the half-open range of code points, in the text without marks, around which they stood."""

    tags: tuple[str, ...]
    start: int
    end: int


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """Take the marks off.

    Returns:
        The text without marks, and the marks in the order of their opening, outer ones first.

    Raises:
        ValueError: marks do not close, hold nothing, or hold white space at an edge.
    """
    parts: list[str] = []
    found: list[Mark | None] = []
    stack: list[tuple[str, int, int]] = []
    at = length = 0
    for sign in _MARK.finditer(marked):
        parts.append(marked[at : sign.start()])
        length += len(parts[-1])
        at = sign.end()
        if sign.group(1) is not None:
            stack.append((sign.group(1), length, len(found)))
            found.append(None)
        elif stack:
            tags, start, place = stack.pop()
            found[place] = Mark(tuple([tags] if ":" in tags else tags.split(",")), start, length)
        else:
            raise ValueError(f"a mark is closed that was never opened, before {marked[at : at + 40]!r}")
    if stack:
        raise ValueError(f"the mark {stack[-1][0]!r} is never closed")
    text = "".join(parts) + marked[at:]
    if "[[" in text or "]]" in text:
        raise ValueError("stray brackets")
    marks = [mark for mark in found if mark]
    for mark in marks:
        words = text[mark.start : mark.end]
        if not words or words != words.strip():
            raise ValueError(f"the mark around {words!r} holds white space at its edge, or nothing")
    return text, marks
