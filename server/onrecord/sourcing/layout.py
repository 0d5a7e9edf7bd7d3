"""How an article's text is laid out: in which paragraph, sentence or quotation a place lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Article, BlockKind, Span

_LONGEST_PASSAGE = 1500  # characters on either side; only a text without full stops has such sentences


@dataclass(frozen=True, slots=True)
class Layout:
    """An article as the room reads it.

    Attributes:
        article: the article.
        sentences: the sentences of its own text, in text order.
        quotations: its direct quotations, in text order.
    """

    article: Article
    sentences: Sequence[Span]
    quotations: Sequence[Span]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def paragraph(self, place: int) -> int:
        """The number of the block that a place lies in, from 1."""
        return bisect_right(self.article.blocks, place, key=lambda block: block.start)

    def headline_end(self) -> int:
        """Where the body begins behind a headline; 0 for an article without one."""
        blocks = self.article.blocks
        return blocks[1].start if len(blocks) > 1 and blocks[0].kind is BlockKind.HEADLINE else 0

    def quoted(self, span: Span) -> bool:
        """Whether words lie in a direct quotation, or begin in one."""
        at = bisect_right(self.quotations, span.start, key=_start) - 1
        return at >= 0 and self.quotations[at].overlaps(span)

    def next_quotation(self, place: int) -> int:
        """Where the first quotation behind a place begins, the end of the text if there is none."""
        at = bisect_right(self.quotations, place, key=_start)
        return self.quotations[at].start if at < len(self.quotations) else len(self.text)

    def opening(self) -> int:
        """Where the body begins, -1 for an article without one."""
        return next((b.start for b in self.article.judged_blocks if b.kind is not BlockKind.HEADLINE), -1)

    def passage(self, relation: Relation) -> Span:
        """The sentences that the cue and the mention stand in."""
        parts = (*relation.source, *relation.cue)
        low, high = min(p[0] for p in parts), max(p[1] for p in parts)
        if not self.sentences:
            return Span(low, high)
        first = max(0, bisect_right(self.sentences, low, key=_start) - 1)
        last = max(first, bisect_right(self.sentences, high - 1, key=_start) - 1)
        start, end = self.sentences[first].start, self.sentences[last].end
        return Span(min(low, max(start, low - _LONGEST_PASSAGE)), max(high, min(end, high + _LONGEST_PASSAGE)))


def hull(ranges: Ranges) -> Span:
    """From the first to the last of some ranges."""
    return Span(ranges[0][0], ranges[-1][1])


def _start(span: Span) -> int:
    return span.start
