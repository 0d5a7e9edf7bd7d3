"""A page written anew, as plain as readability needs it: containers, text, links, and our own stamps.

Only class names, ids and ``itemprop`` survive of the attributes, free of ``=`` and quotes: readability cleans
attributes by a regular expression that it repeats over the whole document for as long as it hits, and this gives it
nothing to hit. Elements without text are left out, for readability walks over runs of them again and again.
"""

from __future__ import annotations

import html
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import LxmlError
from lxml.html import fromstring
from readability import Document
from readability.readability import Unparseable

from onrecord.reading.page import STAMP, Box, Leaf, attribute
from onrecord.word_list import words

MOST_WORK = 40_000_000  # characters times depth: readability looks at a text once for each box around it
_NAMES = words(
    """
    article main section aside header footer ul ol dl dd dt table tr td th blockquote figure nav pre li
    """
)
_LEAF_NAMES = words(
    """
    p h1 h2 h3 h4 h5 h6 pre li td th blockquote dd dt figcaption
    """
)
_UNSAFE = re.compile(r"[^\w -]")

# readability logs a traceback for pages it cannot read; here that is an ordinary outcome, answered by a fallback
logging.getLogger("readability.readability").setLevel(logging.CRITICAL)


def chosen(leaves: Sequence[Leaf]) -> frozenset[int]:
    """The numbers of the leaves that readability takes for the article; none where it finds no article."""
    work = sum(len(leaf.text) * (2 + leaf.box.depth) for leaf in leaves)
    if not leaves or work > MOST_WORK:
        return frozenset()
    try:
        summary = Document("".join(_written(leaves))).summary(html_partial=True)
        elements = fromstring(f"<div>{summary}</div>").iter()
        stamps = [element.get(STAMP) for element in elements if isinstance(element.tag, str)]
    except (Unparseable, LxmlError, ValueError):
        return frozenset()
    return frozenset(int(stamp) for stamp in stamps if stamp)


def _written(leaves: Sequence[Leaf]) -> Iterator[str]:
    whole = _whole(leaves)
    opened: list[Box] = []
    yield "<!DOCTYPE html><html><head><title></title></head><body>"
    for leaf in leaves:
        around = [box for box in leaf.box.chain() if box.name not in ("html", "body")][::-1]
        alone = leaf.box.number in whole and leaf.box.name not in ("html", "body")
        if alone:
            around.pop()
        shared = sum(1 for _ in _shared(opened, around))
        yield from (f"</{_name(box)}>" for box in reversed(opened[shared:]))
        yield from (f"<{_name(box)}{_attributes(box)}>" for box in around[shared:])
        opened = around
        name = leaf.box.name if alone and leaf.box.name in _LEAF_NAMES else "p"
        yield f'<{name} {STAMP}="{leaf.number}"{_attributes(leaf.box) if alone else ""}>{_linked(leaf)}</{name}>'
    yield from (f"</{_name(box)}>" for box in reversed(opened))
    yield "</body></html>"


def _whole(leaves: Iterable[Leaf]) -> frozenset[int]:
    """Boxes that hold one leaf and nothing else: they are written as that one element."""
    around: set[int] = set()
    for leaf in leaves:
        for box in leaf.box.chain():
            if box is leaf.box:
                continue
            if box.number in around:
                break
            around.add(box.number)
    counts = Counter(leaf.box.number for leaf in leaves)
    return frozenset(number for number, count in counts.items() if count == 1 and number not in around)


def _shared(left: Sequence[Box], right: Sequence[Box]) -> Iterator[Box]:
    for one, other in zip(left, right, strict=False):
        if one is not other:
            return
        yield one


def _name(box: Box) -> str:
    return box.name if box.name in _NAMES else "div"


def _attributes(box: Box) -> str:
    found = ""
    for name in ("class", "id", "itemprop"):
        value = _UNSAFE.sub(" ", attribute(box.tag, name)[:300]).strip()
        found += f' {name}="{value}"' if value else ""
    return found


def _linked(leaf: Leaf) -> str:
    """The leaf's text with its links, escaped."""
    out = []
    at = 0
    for start, end, _ in leaf.links:
        if start >= at:
            out.append(f'{html.escape(leaf.text[at:start])}<a href="#">{html.escape(leaf.text[start:end])}</a>')
            at = end
    return "".join(out) + html.escape(leaf.text[at:])
