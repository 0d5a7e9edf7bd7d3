"""The rubric's hedges and agentless cues, ready to be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from onrecord.model import Span
from onrecord.rubric import HedgeEntry, WordingEntry, rubric
from onrecord.wording.guards import Neighbours, begins_clause
from onrecord.wording.phrases import Groups, PhraseTree, expand, memberships
from onrecord.wording.tokens import Token, tokenize

Entry = TypeVar("Entry", bound=WordingEntry)


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """A wording of the rubric at a place in a text."""

    entry: Entry
    span: Span


class Sense(Generic[Entry]):
    """An entry with its guards: tells whether its words, found somewhere, mean what the entry says."""

    def __init__(self, entry: Entry, groups: Groups) -> None:
        self.entry = entry
        self._not_before = Neighbours(entry.not_before, groups)
        self._not_after = Neighbours(entry.not_after, groups)
        self._only_before = Neighbours(entry.only_before, groups)
        self._only_after = Neighbours(entry.only_after, groups)

    def holds(self, tokens: Sequence[Token], start: int, end: int, caseless: bool) -> bool:
        """Whether the guards let the words from token ``start`` up to ``end`` pass.

        Args:
            tokens: the whole range, so that neighbours can be seen.
            start: the first token of the words found.
            end: one past the last.
            caseless: whether capital letters say nothing, as in a headline.
        """
        if self.entry.lowercase and (begins_clause(tokens, start) if caseless else tokens[start].capital):
            return False  # a headline's first word would have its capital in any case
        if self._only_before and not self._only_before.after(tokens, end):
            return False
        if self._only_after and not self._only_after.before(tokens, start):
            return False
        return not self._not_before.after(tokens, end) and not self._not_after.before(tokens, start)


class Lexicon(Generic[Entry]):
    """Wordings in one tree."""

    def __init__(self, entries: Iterable[Entry], groups: Groups) -> None:
        senses = [Sense(entry, groups) for entry in entries]
        phrases = ((p, sense) for sense in senses for form in sense.entry.words for p in expand(form, groups, True))
        self._tree = PhraseTree(phrases, memberships(groups))

    def find(self, text: str, within: Span, caseless: bool = False) -> tuple[Match[Entry], ...]:
        """Wordings in a range, in text order, none overlapping another.

        The first to begin wins; of those that begin together the longest whose guards hold.
        """
        return tuple(self._walk(tokenize(text, within), caseless))

    def _walk(self, tokens: Sequence[Token], caseless: bool) -> Iterator[Match[Entry]]:
        place = 0
        while place < len(tokens):
            found = self._first(tokens, place, caseless)
            if found:
                end, sense = found
                yield Match(sense.entry, Span(tokens[place].span.start, tokens[end - 1].span.end))
            place = found[0] if found else place + 1

    def _first(self, tokens: Sequence[Token], place: int, caseless: bool) -> tuple[int, Sense[Entry]] | None:
        candidates = self._tree.at(tokens, place)
        return next(((end, sense) for end, sense in candidates if sense.holds(tokens, place, end, caseless)), None)


@cache
def lexicon() -> Lexicon[HedgeEntry]:
    """The packaged rubric's hedges, prepared once."""
    return Lexicon(rubric().hedges, rubric().groups)


@cache
def agentless_lexicon() -> Lexicon[WordingEntry]:
    """The packaged rubric's cues without a source, hedges or not, prepared once."""
    rules = rubric()
    return Lexicon((*(hedge for hedge in rules.hedges if hedge.agentless), *rules.agentless), rules.groups)
