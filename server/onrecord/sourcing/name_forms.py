"""Forms of one name: what is left without particles and suffix, and which forms can mean the same."""

from __future__ import annotations

from functools import lru_cache

from onrecord.sourcing.grammar import PARTICLES, SUFFIXES
from onrecord.sourcing.lexicon import phrases

_KEPT_LETTERS = 4  # that two spellings of one surname share
_LEAST_LETTERS = 5  # of a surname that may be spelt in two ways


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, suffix ("Jr.") and particles left out."""
    words = [w.strip(".,").lower() for w in name.replace("’", "'").split()]
    kept = [w for w in words if w and f"{w}." not in SUFFIXES and w not in SUFFIXES]
    return tuple(w for w in kept if w not in PARTICLES) or tuple(kept) or (name.lower(),)


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title, lower case, possessive endings taken off."""
    return tuple(title.lower().replace("-", " ").replace("’s", "").replace("'s", "").split())


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Same surname, and first names that do not speak against one another (an initial stands for its name)."""
    if len(a) == 1 or len(b) == 1:
        return a[-1] == b[-1]
    first, other = a[0], b[0]
    return a[-1] == b[-1] and (first == other or (min(len(first), len(other)) == 1 and first[0] == other[0]))


def spelling_key(words: tuple[str, ...]) -> tuple[str, str] | None:
    """What names with two spellings of one surname share; None for a name too short to be spelt in two ways."""
    return (words[0], words[-1][:_KEPT_LETTERS]) if len(words[-1]) >= _LEAST_LETTERS else None


def spelt_alike(a: str, b: str) -> bool:
    """Two spellings of one surname: "Zelensky" and "Zelenskyy"."""
    shorter, longer = sorted((a, b), key=len)
    close = len(shorter) >= _LEAST_LETTERS and len(longer) - len(shorter) <= 2
    return close and longer[: len(shorter) - 1] == shorter[:-1]


def body_words(name: str) -> list[str]:
    """The words of a body's name that tell it apart, lower case."""
    return [w for w in name_words(name) if w not in {"of", "the", "and", "for", "&"}]


def short_words(name: str) -> list[str]:
    """The words of a body's name, lower case, without the article before it."""
    return name.lower().removeprefix("the ").split()


def without_form(name: list[str]) -> list[str]:
    """A body's name without the form of company that opens it: "Rimba Makmur" of "PT Rimba Makmur"."""
    return name[1:] if len(name) > 1 and (name[0],) in phrases("openings").values else name


def is_short_for(short: list[str], name: list[str]) -> bool:
    """Whether some words are a body's name or its beginning."""
    return short in (name[: len(short)], without_form(name)[: len(short)])
