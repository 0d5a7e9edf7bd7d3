"""The rubric's hedges, ready to be found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.model import Span
from onrecord.rubric import HedgeEntry, Rubric, rubric
from onrecord.wording.guards import Neighbours
from onrecord.wording.phrases import PhraseTree, expand
from onrecord.wording.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Match:
    """A hedge of the rubric at a place in a text."""

    entry: HedgeEntry
    span: Span


class Sense:
    """An entry with its guards: tells whether its words, found somewhere, mean what the entry says."""

    def __init__(self, entry: HedgeEntry, rules: Rubric) -> None:
        self.entry = entry
        self._not_before = Neighbours(entry.not_before, rules.groups)
        self._not_after = Neighbours(entry.not_after, rules.groups)
        self._only_before = Neighbours(entry.only_before, rules.groups)
        self._only_after = Neighbours(entry.only_after, rules.groups)

    def holds(self, tokens: Sequence[Token], start: int, end: int, caseless: bool) -> bool:
        """Whether the guards let the words from token ``start`` up to ``end`` pass.

        Args:
            tokens: the whole range, so that neighbours can be seen.
            start: the first token of the words found.
            end: one past the last.
            caseless: whether capital letters say nothing, as in a headline.
        """
        if self.entry.lowercase and tokens[start].capital and not caseless:
            return False
        if self._only_before and not self._only_before.after(tokens, end):
            return False
        if self._only_after and not self._only_after.before(tokens, start):
            return False
        return not self._not_before.after(tokens, end) and not self._not_after.before(tokens, start)


class Lexicon:
    """All hedges of a rubric in one tree."""

    def __init__(self, rules: Rubric) -> None:
        self._tree = PhraseTree(
            (phrase, sense)
            for sense in (Sense(entry, rules) for entry in rules.hedges)
            for form in sense.entry.words
            for phrase in expand(form, rules.groups)
        )

    def find(self, text: str, within: Span, caseless: bool = False) -> tuple[Match, ...]:
        """Hedges in a range, in text order, none overlapping another.

        The first to begin wins; of those that begin together the longest whose guards hold.
        """
        return tuple(self._walk(tokenize(text, within), caseless))

    def _walk(self, tokens: Sequence[Token], caseless: bool) -> Iterator[Match]:
        place = 0
        while place < len(tokens):
            found = self._first(tokens, place, caseless)
            if found:
                end, sense = found
                yield Match(sense.entry, Span(tokens[place].span.start, tokens[end - 1].span.end))
            place = found[0] if found else place + 1

    def _first(self, tokens: Sequence[Token], place: int, caseless: bool) -> tuple[int, Sense] | None:
        candidates = self._tree.at(tokens, place)
        return next(((end, sense) for end, sense in candidates if sense.holds(tokens, place, end, caseless)), None)


@cache
def lexicon() -> Lexicon:
    """The packaged rubric's hedges, prepared once."""
    return Lexicon(rubric())
