"""Outlets told by common nouns alone: "a Dutch newspaper", "state television", and "the paper" named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.sourcing.grammar import PRONOUNS, STOPPERS, WEEKDAYS
from onrecord.sourcing.outlet_words import is_plain_noun, outlet_nouns, plain_outlet
from onrecord.sourcing.phrases import is_nationality
from onrecord.sourcing.tokens import Token

_LONGEST = 5  # words
_COUNTING = frozenset("a an one another two three four five six several some various many other both".split())  # noqa: SIM905
# What outlets are called by where they stand; with such a word they need no article: "local radio", "state media".
_STANDING = frozenset(
    "local state national regional foreign international official independent opposition exile exiled private public "  # noqa: SIM905
    "domestic provincial government pro-government state-run state-owned government-run government-controlled "
    "state-controlled pro-opposition mainstream".split()
)
_TOGETHER = frozenset({"media", "press"})  # which alone are those who wait outside: "told the media"
# Nouns for much else, which after an outlet's name mean it again: "told the station". Programmes air what is their own.
_AGAIN = frozenset("station channel network site website outlet publication journal".split())  # noqa: SIM905
_ON_AIR = frozenset({"station", "channel", "network"})
_THEN = frozenset("last this earlier late later yesterday today recently one no nobody".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A phrase for an outlet.

    Attributes:
        length: its words.
        broadcast: on the air.
        again: an outlet that was named before ("the paper").
    """

    length: int
    broadcast: bool
    again: bool = False


def unnamed_outlet(words: Sequence[Token]) -> Unnamed | None:
    """The outlet that words begin with a phrase for, None if they do not.

    Journalists in general, the media and the press are none: they are whom one speaks to in public.
    """
    if len(words) > 2 and [t.lower for t in words[:2]] == ["the", "same"] and words[2].lower in outlet_nouns():
        return Unnamed(3, outlet_nouns()[words[2].lower] == "broadcast", again=True)
    first = 1 if words and (words[0].lower == "the" or words[0].lower in _COUNTING) else 0
    for end in range(first + 1, min(len(words), first + _LONGEST) + 1):
        last = words[end - 1]
        if not last.word or last.lower in STOPPERS:
            return None
        wire = last.lower == "agency" and end > first + 1 and is_nationality(words[end - 2].lower)
        kind = "press" if wire or last.lower in _TOGETHER else plain_outlet(words[first:end])
        if kind and ends_at(words, end):
            return _read(words[:end], first, kind)
        if end == first + 1 and words[0].lower == "the" and last.lower in _AGAIN and ends_at(words, end):
            return Unnamed(end, last.lower in _ON_AIR, again=True)
    return None


def _read(words: Sequence[Token], first: int, kind: str) -> Unnamed | None:
    placed = any(t.lower in _STANDING or is_nationality(t.lower) for t in words[first:-1])
    broadcast = kind == "broadcast"
    if words[-1].lower in _TOGETHER:
        return Unnamed(len(words), broadcast) if placed else None
    if first and words[0].lower != "the":
        return Unnamed(len(words), broadcast)
    if first and is_plain_noun(words[first:]):
        return Unnamed(len(words), broadcast, again=True)
    return Unnamed(len(words), broadcast) if placed else None


def ends_at(words: Sequence[Token], end: int) -> bool:
    """Whether a phrase ends at a place: "told a weekly that …" and not "told a weekly meeting"."""
    if end == len(words) or not words[end].word:
        return end == len(words) or words[end].text not in ("'", "’", "-")
    follows = words[end]
    return follows.text in WEEKDAYS or (
        not follows.capital and (follows.lower in STOPPERS or follows.lower in PRONOUNS or follows.lower in _THEN)
    )
