"""Sources that go on speaking through whoever brought them in: "the official added", said of one a station quoted."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Identity
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.grammar import DEFINITE

_ADDING = frozenset({"added", "adds", "continued", "continues", "went on", "also said", "concluded"})
_NEAR = 300  # characters
# Whom a reporter could not ask again: somebody without a name whom another found, a paper another holds.
_ELSEWHERE = (Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP, Identity.DOCUMENT)


class Brought:
    """Through whom the sources of an article first spoke. Attributions must come in text order."""

    def __init__(self) -> None:
        self._first: dict[str, Attributed] = {}
        self._last: dict[str, Attributed] = {}

    def carried_on(self, told: Attributed, words: str, cue: str) -> Attributed:
        """An attribution with the relay of its source's first, if nothing tells that it was asked anew.

        Args:
            told: the attribution.
            words: its mention: only "the official" takes up somebody.
            cue: its cue: who "added" speaks to the same outlet still.
        """
        goes_on = cue.lower() in _ADDING
        if not told.sources:
            return told
        first, last = self._first.setdefault(told.sources[0], told), self._last.get(told.sources[0])
        self._last[told.sources[0]] = told
        if last and last.relay and not told.relay and told.passage.start - last.passage.end < _NEAR and goes_on:
            self._last[told.sources[0]] = told = replace(told, relay=last.relay, outlet=told.outlet or last.outlet)
            return told
        taken_up = words.lower().partition(" ")[0] in DEFINITE
        if first is told or told.relay or not first.relay or told.identity not in _ELSEWHERE or not taken_up:
            return told
        return replace(told, relay=first.relay, outlet=told.outlet or first.outlet)
