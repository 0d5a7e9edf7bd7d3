"""A short CSS selector for an element, right by construction: a unique anchor, then child steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bs4.element import Tag

from onrecord.reading.page import attribute

MOST_STEPS = 64  # in one selector; only pages whose elements are never closed need more
_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_PLAIN_TAG = re.compile(r"[a-z][a-z0-9-]*")


class Selectors:
    """Selectors for the elements of one page, each written in time linear in the page for all of them together."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = Counter(tag.name for tag in tags)
        self._ids = Counter(attribute(tag, "id") for tag in tags if tag.has_attr("id"))
        self._steps: dict[int, dict[int, str]] = {}
        self._written: dict[int, str | None] = {}

    def of(self, tag: Tag) -> str | None:
        """The selector, which hits this element alone in the page as it was read; None if it would be too long."""
        if id(tag) not in self._written:
            self._written[id(tag)] = self._write(tag)
        return self._written[id(tag)]

    def _write(self, tag: Tag) -> str | None:
        steps: list[str] = []
        node: Tag | None = tag
        while node is not None and node.parent is not None:
            if len(steps) == MOST_STEPS:
                return None
            anchor = self._anchor(node)
            if anchor:
                steps.append(anchor)
                break
            steps.append(self._step(node))
            node = node.parent
        return " > ".join(reversed(steps))

    def _anchor(self, tag: Tag) -> str | None:
        identifier = attribute(tag, "id")
        if _PLAIN_ID.fullmatch(identifier) and self._ids[identifier] == 1:
            return f"#{identifier}"
        return tag.name if self._tags[tag.name] == 1 and _PLAIN_TAG.fullmatch(tag.name) else None

    def _step(self, tag: Tag) -> str:
        """One child step; the steps of all siblings are written together."""
        parent = tag.parent
        assert parent is not None
        steps = self._steps.get(id(parent))
        if steps is None:
            steps = self._steps[id(parent)] = _steps([c for c in parent.children if isinstance(c, Tag)])
        return steps[id(tag)]


def _steps(siblings: list[Tag]) -> dict[int, str]:
    totals = Counter(tag.name for tag in siblings)
    seen: Counter[str] = Counter()
    steps: dict[int, str] = {}
    for place, tag in enumerate(siblings, 1):
        seen[tag.name] += 1
        if not _PLAIN_TAG.fullmatch(tag.name):
            steps[id(tag)] = f"*:nth-child({place})"
        elif totals[tag.name] > 1:
            steps[id(tag)] = f"{tag.name}:nth-of-type({seen[tag.name]})"
        else:
            steps[id(tag)] = tag.name
    return steps
