"""Putting an article together: blocks' texts one after the other, with their offsets, selectors and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Block, BlockKind, Link, Span
from onrecord.reading.metadata import absolute
from onrecord.reading.page import Leaf
from onrecord.reading.selectors import Selectors

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A text of the article: a leaf of the page, or words that the page has only in its data."""

    text: str
    kind: BlockKind
    leaf: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Assembled:
    """The article's text with what lies in it."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


def assemble(parts: Sequence[Part], selectors: Selectors, base: str | None) -> Assembled:
    """Join the parts, blank lines between them.

    Args:
        parts: in reading order.
        selectors: of the page that the leaves come from.
        base: address that relative links start from.
    """
    given = [part.leaf.box.given for part in parts if part.leaf and part.leaf.box.given is not None]
    blocks: list[Block] = []
    links: list[Link] = []
    at = 0
    for part in parts:
        number = _number(part, given, len(blocks))
        blocks.append(Block(number, part.kind, at, at + len(part.text), _selector(part, selectors)))
        links.extend(_links(part, at, base))
        at += len(part.text) + len(BETWEEN)
    return Assembled(BETWEEN.join(part.text for part in parts), tuple(blocks), tuple(links))


def _number(part: Part, given: Sequence[int], count: int) -> int:
    """The browser's number, or the count; words without an element get a number that the browser did not use."""
    if not given:
        return count
    own = part.leaf.box.given if part.leaf else None
    return own if own is not None else max(given) + 1


def _selector(part: Part, selectors: Selectors) -> str | None:
    """None for words without an element, and in shadow roots, which no selector reaches."""
    if part.leaf is None or any(box.name == "template" for box in part.leaf.box.chain()):
        return None
    return selectors.of(part.leaf.box.tag)


def _links(part: Part, at: int, base: str | None) -> list[Link]:
    found = []
    for start, end, href in part.leaf.links if part.leaf else ():
        url = absolute(href, base)
        if url:
            found.append(Link(Span(at + start, at + end), url))
    return found
