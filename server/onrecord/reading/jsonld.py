"""Linked data in a page: the objects that describe the page's own article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from bs4.element import Tag

from onrecord.reading.page import attribute

LONGEST_SCRIPT = 600_000  # characters
MOST_OBJECTS = 2000
_KINDS = ("article", "blogposting", "liveblogposting", "report", "socialmediaposting")


def objects(scripts: Iterable[Tag]) -> tuple[dict[str, Any], ...]:
    """The top-level objects in JSON-LD scripts, ``@graph`` and ``mainEntity`` opened; broken scripts left out.

    Objects that lie deeper (teasers in ``hasPart`` or ``itemListElement``) describe other pages.
    """
    found: list[dict[str, Any]] = []
    for script in scripts:
        if "ld+json" not in attribute(script, "type").lower():
            continue
        for value in _values(script.get_text()):
            found.append(value)
            if len(found) >= MOST_OBJECTS:
                return tuple(found)
    return tuple(found)


def types(value: dict[str, Any]) -> frozenset[str]:
    """The object's types in lower case, without a vocabulary's address."""
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names if isinstance(name, str))


def is_article(value: dict[str, Any]) -> bool:
    """Whether the object is an article of any kind."""
    return any(name.endswith(_KINDS) for name in types(value))


def texts(value: object) -> tuple[str, ...]:
    """The strings in a property: itself, its items, or their names. Entities are resolved, white space collapsed."""
    items = value if isinstance(value, list) else [value]
    found = []
    for item in items[:50]:
        text = item.get("name") or item.get("@value") if isinstance(item, dict) else item
        text = text[0] if isinstance(text, list) and text else text
        if isinstance(text, str) and (clean := " ".join(unescape(text[:5000]).split())):
            found.append(clean)
    return tuple(found)


def _values(source: str) -> Iterator[dict[str, Any]]:
    source = source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if not source or len(source) > LONGEST_SCRIPT:
        return
    try:
        value = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    yield from _opened(value if isinstance(value, list) else [value])


def _opened(values: Iterable[object]) -> Iterator[dict[str, Any]]:
    for value in values:
        if not isinstance(value, dict):
            continue
        yield value
        graph = value.get("@graph")
        main = value.get("mainEntity")
        inner = [*(graph if isinstance(graph, list) else [graph]), *(main if isinstance(main, list) else [main])]
        yield from (item for item in inner if isinstance(item, dict))
