"""What a signal's detector returns, and small helpers that several of them need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.model import Attribution, Span
from onrecord.rubric import vocabulary
from onrecord.scoring.case import Case, Item
from onrecord.scoring.explain import excerpt

_LONGEST_MENTION = 40
UNNAMED_CEILING = 4.5  # rungs up to here tell the reader no name


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector saw.

    Attributes:
        count: how many times, for signals that count each.
        spans: the passages it rests on.
        words: values of the explanation's placeholders.
    """

    count: int
    spans: tuple[Span, ...]
    words: Mapping[str, str]


def quoted_list(texts: Iterable[str], most: int = 3) -> str:
    """Up to three different excerpts in quotation marks, for a sentence."""
    shown = list(dict.fromkeys(f"“{excerpt(t)}”" for t in texts))
    return ", ".join(shown[:most]) + (f" and {len(shown) - most} more" if len(shown) > most else "")


def names_of(case: Case, items: Iterable[Item]) -> list[str]:
    """Names of the sources of some attributions, each once."""
    return list(dict.fromkeys(case.sources[s].name for item in items for s in item.found.sources))


def whole(found: Attribution) -> Span:
    """From the first to the last character of an attribution."""
    parts = [*found.statement, *(s for s in (found.cue, found.mention) if s)]
    return Span(min(p.start for p in parts), max(p.end for p in parts))


def cue_text(case: Case, found: Attribution) -> str:
    """The words of a cue, with its mention (shortened) where that stands beside it."""
    text = case.article.text
    cue = found.cue.of(text) if found.cue else ""
    if found.mention and found.cue and abs(found.mention.end - found.cue.start) <= 2:
        return f"{excerpt(found.mention.of(text), _LONGEST_MENTION)} {cue}"
    return cue


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for any of the words of a word list, in any letter case."""
    words = sorted((w for e in vocabulary(name).entries for w in e.words), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")\b", re.IGNORECASE)
