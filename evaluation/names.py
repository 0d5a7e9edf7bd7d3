"""Whether two wordings of a name can mean the same: by the words they share."""

from __future__ import annotations

_SMALL = frozenset({"the", "of", "a", "an", "and", "for", "in", "at", "its", "his", "her", ""})


def words_of(name: str) -> set[str]:
    """The words of a name or title, lower case, without marks at their edges and the smallest words."""
    return {word.strip(".,’'\"“”()").lower() for word in name.split()} - _SMALL


def alike(one: str, other: str) -> bool:
    """Whether two names share a word."""
    return not words_of(one).isdisjoint(words_of(other))
