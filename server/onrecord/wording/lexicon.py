"""The rubric's hedges and agentless cues, ready to be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from onrecord.model import Span
from onrecord.rubric import HedgeEntry, WordingEntry, rubric
from onrecord.wording.guards import Neighbours, begins_clause
from onrecord.wording.phrases import Groups, PhraseTree, expand, memberships
from onrecord.wording.tokens import Tokens, tokenize

Entry = TypeVar("Entry", bound=WordingEntry)


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """A wording of the rubric at a place in a text."""

    entry: Entry
    span: Span


@dataclass(frozen=True, slots=True)
class Wordings:
    """What stands in a range: hedges, and cues that name no source. Some words are both."""

    hedges: tuple[Match[HedgeEntry], ...]
    agentless: tuple[Match[WordingEntry], ...]


class Sense:
    """An entry with its guards: tells whether its words, found somewhere, mean what the entry says."""

    def __init__(self, entry: WordingEntry, groups: Groups) -> None:
        self.entry = entry
        self._not_before = Neighbours(entry.not_before, groups)
        self._not_after = Neighbours(entry.not_after, groups)
        self._only_before = Neighbours(entry.only_before, groups)
        self._only_after = Neighbours(entry.only_after, groups)

    def holds(self, tokens: Tokens, start: int, end: int, caseless: bool) -> bool:
        """Whether the guards let the words from token ``start`` up to ``end`` pass.

        Args:
            tokens: the whole range, so that neighbours can be seen.
            start: the first token of the words found.
            end: one past the last.
            caseless: whether capital letters say nothing, as in a headline.
        """
        forms = tokens.forms
        if self.entry.lowercase and (begins_clause(forms, start) if caseless else tokens.capital(start)):
            return False  # a headline's first word would have its capital in any case
        if self._only_before and not self._only_before.after(forms, end):
            return False
        if self._only_after and not self._only_after.before(forms, start):
            return False
        return not self._not_before.after(forms, end) and not self._not_after.before(forms, start)


class _Row(Generic[Entry]):
    """Wordings of one sort, in text order, none overlapping another: the first to begin wins."""

    def __init__(self) -> None:
        self.matches: list[Match[Entry]] = []
        self._free = 0

    def offer(self, entry: Entry, tokens: Tokens, start: int, end: int) -> None:
        """Enter a wording, unless one of this sort is there already."""
        if start >= self._free:
            self.matches.append(Match(entry, tokens.span(start, end)))
            self._free = end


class Lexicon:
    """All wordings in one tree."""

    def __init__(self, hedges: Iterable[HedgeEntry], agentless: Iterable[WordingEntry], groups: Groups) -> None:
        senses = [Sense(entry, groups) for entry in (*hedges, *agentless)]
        phrases = ((p, sense) for sense in senses for form in sense.entry.words for p in expand(form, groups, True))
        self._tree = PhraseTree(phrases, memberships(groups))

    def find(self, text: str, within: Span, caseless: bool = False) -> Wordings:
        """Wordings in a range; of those that begin together the longest whose guards hold."""
        tokens = tokenize(text, within)
        hedges, agentless = _Row[HedgeEntry](), _Row[WordingEntry]()
        for start in self._tree.places(tokens.forms):
            for end, sense in self._tree.at(tokens.forms, start):
                if sense.holds(tokens, start, end, caseless):
                    if isinstance(sense.entry, HedgeEntry):
                        hedges.offer(sense.entry, tokens, start, end)
                    if _is_agentless(sense.entry):
                        agentless.offer(sense.entry, tokens, start, end)
        return Wordings(tuple(hedges.matches), tuple(agentless.matches))


def _is_agentless(entry: WordingEntry) -> bool:
    return not isinstance(entry, HedgeEntry) or entry.agentless


@cache
def lexicon() -> Lexicon:
    """The packaged rubric's wordings, prepared once."""
    rules = rubric()
    return Lexicon(rules.hedges, rules.agentless, rules.groups)
