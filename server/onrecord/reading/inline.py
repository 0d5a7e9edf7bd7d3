"""Joining the inline pieces of a block as a browser shows them, and keeping where the links lie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_SPACES = re.compile(r"\s+")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")  # soft hyphen and widthless marks split words for nobody
MOST_LOOKING = 50_000_000  # characters compared while looking for the anchors of one block


@dataclass(frozen=True, slots=True)
class Inline:
    """One text node: its words, the link it lies in, whether it is bold, whether it stands for a line break."""

    text: str
    href: str | None = None
    strong: bool = False
    line_end: bool = False


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A block's text with its links as ``(start, end, href)``; ``linked`` is the share of link text, 0 to 1."""

    text: str
    links: tuple[tuple[int, int, str], ...] = ()
    linked: float = 0.0
    strong: bool = False

    def placed_in(self, given: str) -> LinkedText:
        """The same links in another copy of the text, those only that can be found in one place."""
        if len(self.links) * len(given) > MOST_LOOKING:
            return replace(self, text=given, links=())
        found = []
        for start, end, href in self.links:
            anchor = self.text[start:end]
            at = given.find(anchor)
            if at >= 0 and given.find(anchor, at + 1) < 0:
                found.append((at, at + len(anchor), href))
        return replace(self, text=given, links=tuple(sorted(found)))


def join(pieces: Sequence[Inline]) -> LinkedText:
    """Join pieces, each run of white space as one space, none at the ends."""
    out: list[str] = []
    links: list[tuple[int, int, str]] = []
    length = 0
    plain = 0  # letters outside of bold
    spaced = True
    for piece in pieces:
        text = _SPACES.sub(" ", piece.text.translate(_UNSEEN))
        text = text[1:] if spaced and text.startswith(" ") else text
        if not text:
            continue
        spaced = text.endswith(" ")
        if piece.href is not None:
            _link(links, length, text, piece.href)
        plain += 0 if piece.strong or text == " " else len(text)
        out.append(text)
        length += len(text)
    whole = "".join(out).rstrip(" ")
    linked = sum(end - start for start, end, _ in links)
    return LinkedText(whole, tuple(links), linked / len(whole) if whole else 0.0, bool(whole) and plain == 0)


def _link(links: list[tuple[int, int, str]], at: int, text: str, href: str) -> None:
    """Add a link, or lengthen the last one when the same anchor goes on."""
    start = at + len(text) - len(text.lstrip(" "))
    end = at + len(text.rstrip(" "))
    if start >= end:
        return
    if links and links[-1][2] == href and links[-1][1] >= start - 1:
        links[-1] = (links[-1][0], end, href)
    else:
        links.append((start, end, href))
