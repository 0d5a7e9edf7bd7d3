"""One scorer for attributions: exact spans trimmed of punctuation, overlap, and whole relations.

Spans are compared as sets of tokens (runs of letters and digits, or one other character), so that a missing space or
a widened edge inside a word does not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PRONOUNS = {"he", "she", "they", "it", "i", "we", "you", "who"}
_QUOTE = re.compile('["“”]')

Ranges = Sequence[Sequence[int]]
Marked = Mapping[str, Ranges]


@dataclass(slots=True)
class Count:
    """Hits against predictions and gold."""

    hits_predicted: int = 0
    predicted: int = 0
    hits_gold: int = 0
    gold: int = 0

    def add(self, hits_predicted: int, predicted: int, hits_gold: int, gold: int) -> None:
        """Add the counts of one article."""
        self.hits_predicted += hits_predicted
        self.predicted += predicted
        self.hits_gold += hits_gold
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of predictions that are right, in percent."""
        return 100 * self.hits_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, in percent."""
        return 100 * self.hits_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Table:
    """Counts by measure, and recall counts by slice of the gold."""

    measures: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    slices: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))


@dataclass(frozen=True, slots=True)
class _Relation:
    """A relation as token numbers by role, whole spans and all of them together."""

    spans: Mapping[str, list[list[int]]]
    tokens: Mapping[str, frozenset[int]]


class Scorer:
    """Adds up articles; ``table`` holds the result."""

    def __init__(self) -> None:
        self.table = Table()

    def add(self, text: str, gold: Iterable[Marked], predicted: Iterable[Marked]) -> None:
        """Compare the relations predicted for one text with the gold ones (code-point ranges by role)."""
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
        g = [_relation(tokens, r) for r in gold]
        p = [_relation(tokens, r) for r in predicted]
        word = [text[s].isalnum() for s, _ in tokens]
        for role in ROLES:
            self._spans(role, word, g, p)
        for name, share in (("relation", 0.0), ("relation_iou", 0.5)):
            matched = _match(g, p, lambda a, b, share=share: _same(a, b, share))
            self.table.measures[name].add(len(matched), len(p), len(matched), len(g))
            if not share:
                self._slices(text, tokens, g, set(matched))

    def _spans(self, role: str, word: list[bool], gold: list[_Relation], predicted: list[_Relation]) -> None:
        def edges(relations: list[_Relation]) -> set[tuple[int, int]]:
            trimmed = (_trim(span, word) for r in relations for span in r.spans[role])
            return {(t[0], t[-1]) for t in trimmed if t}

        g, p = edges(gold), edges(predicted)
        self.table.measures[f"{role}_exact"].add(len(g & p), len(p), len(g & p), len(g))
        near_p = sum(any(a[0] <= b[1] and b[0] <= a[1] for b in g) for a in p)
        near_g = sum(any(a[0] <= b[1] and b[0] <= a[1] for b in p) for a in g)
        self.table.measures[f"{role}_overlap"].add(near_p, len(p), near_g, len(g))

    def _slices(self, text: str, tokens: list[tuple[int, int]], gold: list[_Relation], found: set[int]) -> None:
        first_line_end = text.find("\n") if "\n\n" in text else -1
        for number, relation in enumerate(gold):
            for name in _slices_of(text, tokens, relation, first_line_end):
                self.table.slices[name].add(0, 0, number in found, 1)


def _relation(tokens: list[tuple[int, int]], marked: Marked) -> _Relation:
    spans = {
        role: [[i for i, (s, e) in enumerate(tokens) if s < end and e > start] for start, end in marked[role]]
        for role in ROLES
    }
    spans = {role: [s for s in found if s] for role, found in spans.items()}
    return _Relation(spans, {role: frozenset(i for s in found for i in s) for role, found in spans.items()})


def _trim(span: list[int], word: list[bool]) -> list[int]:
    low, high = 0, len(span)
    while low < high and not word[span[low]]:
        low += 1
    while high > low and not word[span[high - 1]]:
        high -= 1
    return span[low:high]


def _same(gold: _Relation, predicted: _Relation, share: float) -> bool:
    """Cue overlaps; source and content overlap, or share at least ``share`` of their joint tokens."""

    def alike(role: str, least: float) -> bool:
        a, b = gold.tokens[role], predicted.tokens[role]
        if not a or not b:
            return not a and not b
        return len(a & b) / len(a | b) >= least if least else bool(a & b)

    return alike("cue", 0.0) and alike("source", share) and alike("content", share)


def _match(
    gold: list[_Relation], predicted: list[_Relation], same: Callable[[_Relation, _Relation], bool]
) -> list[int]:
    """Numbers of the gold relations that got a partner, one to one, first come first served."""
    taken: list[int] = []
    used: set[int] = set()
    for p in predicted:
        for number, g in enumerate(gold):
            if number not in used and same(g, p):
                used.add(number)
                taken.append(number)
                break
    return taken


def _slices_of(text: str, tokens: list[tuple[int, int]], relation: _Relation, headline_end: int) -> Iterable[str]:
    content = relation.spans["content"]
    if content:
        quoted = any(_QUOTE.search(text[max(0, tokens[s[0]][0] - 1) : tokens[s[-1]][1] + 1]) for s in content)
        yield "direct" if quoted else "indirect"
    if len(content) > 1:
        yield "discontinuous_content"
    cue = sorted(relation.tokens["cue"])
    if len(cue) >= 3:
        yield "cue_of_three_words"
    if cue and headline_end > 0 and tokens[cue[0]][0] < headline_end:
        yield "headline"
    source = sorted(relation.tokens["source"])
    if not source:
        yield "no_source"
    elif len(source) == 1 and text[slice(*tokens[source[0]])].lower() in _PRONOUNS:
        yield "pronoun_source"
