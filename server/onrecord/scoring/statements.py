"""From attributions to statements: the passages an annotator would copy out, in whole sentences.

* The passage of an attribution is the sentences that its words touch, run by run; a run ends with its block.
* What is told inside a passage belongs to it: one passage is one statement, and who speaks outermost leads.
* A sentence that nobody is said to say, and that hangs on the one before, carries the statement on.
* Passages of one source that follow one another in a block are one, and so they are around a single sentence that
  nobody is said to say or that hangs on the one before: "He said X. The group has mapped Y. Z will follow, he said."
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.attribution import Taken, hangs_on
from onrecord.model import Article, Attribution, Channel, Span, Statement

_UNSPOKEN = frozenset({Channel.THOUGHT, Channel.DECLINED_COMMENT, Channel.NONE})


@dataclass(slots=True)
class _Passage:
    """A run of sentences with the attributions in it, the leading one first."""

    span: Span
    found: list[Attribution]

    @property
    def lead(self) -> tuple[str, ...]:
        """The sources of the attribution that leads."""
        return self.found[0].sources

    def join(self, other: _Passage) -> None:
        """Take in another passage, which begins no earlier."""
        self.span = Span(self.span.start, max(self.span.end, other.span.end))
        self.found += other.found


def statements(found: Iterable[Attribution], sentences: Sequence[Span], article: Article) -> tuple[Statement, ...]:
    """The sourced passages of an article.

    Args:
        found: its attributions, in the order of their cues.
        sentences: the sentences of its own text, in order.
        article: what was read.

    Returns:
        Statements in text order, ids ``st1`` on. The attributions and sources of each begin with those that lead;
        there are no sources where the claims in it are nobody's.
    """
    block = _block_of(article)
    passages = [_Passage(run, [a]) for a in found for run in _runs(a, sentences, block)]
    passages = _followed_up(_carried_on(_once_each(passages), sentences, article, block), sentences, article, block)
    return tuple(_statement(n, passage) for n, passage in enumerate(passages, start=1))


def _statement(number: int, passage: _Passage) -> Statement:
    sources = dict.fromkeys(source for a in passage.found for source in a.sources)
    ids = dict.fromkeys(a.id for a in passage.found)
    return Statement(f"st{number}", passage.span, tuple(ids), tuple(sources))


def _block_of(article: Article) -> Callable[[Span], int]:
    """A lookup: the number of the block in which a range begins."""
    starts = [b.start for b in article.blocks]
    return lambda span: bisect_right(starts, span.start)


def _runs(attribution: Attribution, sentences: Sequence[Span], block: Callable[[Span], int]) -> list[Span]:
    """The runs of sentences that an attribution touches."""
    parts = [*attribution.statement, *(s for s in (attribution.cue, attribution.mention) if s)]
    runs: list[Span] = []
    previous = None
    for i in sorted({i for part in parts for i in _touched(part, sentences)}):
        if previous == i - 1 and block(runs[-1]) == block(sentences[i]):
            runs[-1] = Span(runs[-1].start, sentences[i].end)
        else:
            runs.append(sentences[i])
        previous = i
    return runs


def _touched(part: Span, sentences: Sequence[Span]) -> range:
    first = max(0, bisect_right(sentences, part.start, key=lambda s: s.start) - 1)
    last = bisect_right(sentences, part.end - 1, key=lambda s: s.start) - 1
    if first < len(sentences) and sentences[first].end <= part.start:
        first += 1
    return range(first, last + 1)


def _once_each(passages: Iterable[_Passage]) -> list[_Passage]:
    """Passages joined with those that hold them, and with those of the same source that they overlap."""
    joined: list[_Passage] = []
    open_ones: list[_Passage] = []
    for passage in sorted(passages, key=lambda p: (p.span.start, -p.span.end)):
        open_ones = [p for p in open_ones if p.span.end > passage.span.start]
        for outer in open_ones:
            if outer.span.contains(passage.span) or outer.lead == passage.lead:
                outer.join(passage)
                break
        else:
            open_ones.append(passage)
            joined.append(passage)
    for passage in joined:
        passage.found = _leading_first(passage.found)
    return joined


def _leading_first(found: list[Attribution]) -> list[Attribution]:
    """Attributions with the outermost first: with a source, not inside another's words, speech before thought."""
    told = Taken((part.start, part.end) for a in found for part in a.statement)

    def inner(a: Attribution) -> bool:
        return a.cue is not None and told.overlaps(a.cue.start, a.cue.end)

    return sorted(found, key=lambda a: (not a.sources, inner(a), a.channel in _UNSPOKEN))


def _carried_on(
    passages: Iterable[_Passage], sentences: Sequence[Span], article: Article, block: Callable[[Span], int]
) -> list[_Passage]:
    """Passages with the sentences of their block that carry them on, as far as no other passage begins."""
    longer = list(passages)
    taken = Taken((p.span.start, p.span.end) for p in longer)
    for passage in longer:
        at = bisect_right(sentences, passage.span.end - 1, key=lambda s: s.start)
        while passage.lead and at < len(sentences) and block(sentences[at]) == block(passage.span):
            sentence = sentences[at]
            if taken.overlaps(sentence.start, sentence.end) or not hangs_on(article.text, sentence):
                break
            passage.span = Span(passage.span.start, sentence.end)
            at += 1
    return longer


def _followed_up(
    passages: Iterable[_Passage], sentences: Sequence[Span], article: Article, block: Callable[[Span], int]
) -> list[_Passage]:
    """Passages of one source joined that stand side by side in a block, or around one sentence that is told too."""
    joined: list[_Passage] = []
    for passage in passages:
        for back in (1, 2)[: len(joined)]:
            before, *inner = joined[-back:]
            same = bool(passage.lead) and before.lead == passage.lead and block(before.span) == block(passage.span)
            if same and _is_one(before.span, passage.span, bool(inner), sentences, article):
                for told in (*inner, passage):
                    before.join(told)
                del joined[len(joined) - len(inner) :]
                break
        else:
            joined.append(passage)
    return joined


def _is_one(before: Span, after: Span, told: bool, sentences: Sequence[Span], article: Article) -> bool:
    """Whether a speaker's passages are one: nothing between them, or a single sentence.

    Where somebody is ``told`` to say that sentence, it must hang on the first passage.
    """
    first = bisect_left(sentences, before.end, key=lambda s: s.start)
    between = bisect_left(sentences, after.start, key=lambda s: s.start) - first
    return between == 0 or (between == 1 and (not told or hangs_on(article.text, sentences[first])))
