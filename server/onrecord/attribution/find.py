"""An article's attributions: the tagger's, and those that lay a claim at nobody's door."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.attribution.decoding import Ranges, Relation
from onrecord.attribution.patterns import LONGEST_SENTENCE
from onrecord.attribution.ranges import trimmed
from onrecord.attribution.repairs import repaired
from onrecord.attribution.tagger import packaged_tagger
from onrecord.attribution.windows import Passage
from onrecord.model import Article, Block, BlockKind, Span


def engine() -> tuple[str, str]:
    """Name and version of the engine; the version is a hash of the weights."""
    return "onrecord-tagger", packaged_tagger().version


def find_relations(article: Article, sentences: Sequence[Span]) -> list[Relation]:
    """Who is said to have said what, in the article's own text, in the order of the cues.

    Args:
        article: what was read.
        sentences: the sentences of its own text, in text order.
    """
    text = article.text
    first, repeats = _once(article)
    passages = [Passage(b.start, b.end, b.kind is BlockKind.HEADLINE) for b in first]
    kept = repaired(text, packaged_tagger().relations(text, passages), sentences)
    return sorted([*kept, *_repeated(kept, repeats)], key=lambda r: r.cue)


def _once(article: Article) -> tuple[list[Block], list[tuple[Block, int]]]:
    """The judged blocks with repeats of the same text left out, and the repeats with their distance from the first.

    A paragraph that stands twice is read once: the second must not change how the rest is read (rubric, law 5).
    """
    seen: dict[str, Block] = {}
    first, repeats = [], []
    for block in article.judged_blocks:
        known = seen.setdefault(block.span.of(article.text), block)
        if known is block:
            first.append(block)
        else:
            repeats.append((known, block.start - known.start))
    return first, repeats


def _repeated(found: Sequence[Relation], repeats: Sequence[tuple[Block, int]]) -> Iterator[Relation]:
    """What was found in a block, once more for each of its repeats."""
    for block, distance in repeats:
        for relation in found:
            parts = (relation.source, relation.cue, relation.content)
            if all(block.start <= start and end <= block.end for ranges in parts for start, end in ranges):
                yield Relation(*(tuple((s + distance, e + distance) for s, e in ranges) for ranges in parts))


def with_agentless(
    text: str, relations: Sequence[Relation], cues: Sequence[Span], sentences: Sequence[Span]
) -> list[Relation]:
    """Add the claims that are laid at nobody's door ("are said to", "reportedly").

    Args:
        text: the article's text.
        relations: what the tagger found.
        cues: agentless cues outside quotations, in text order.
        sentences: the sentences of the article's own text, in text order.

    Returns:
        All relations in the order of their cues. Where the tagger took the subject of an agentless passive for its
        source, the claim is nobody's all the same: "the deserters" of "the deserters are said to" say nothing. An
        agentless cue inside what a source says adds nothing: it is a hedge on that statement.
    """
    found = list(relations)
    for cue in cues:
        sentence = _sentence_of(cue, sentences)
        if sentence is None:
            continue
        found = [r for r in found if not _gives_way(text, r, cue)]
        if any(_touches(r.cue, cue) or (r.source and _touches(r.content, cue)) for r in found):
            continue
        content = _claim(text, sentence, cue, found)
        if content:
            found = [r for r in found if r.source or not _touches(r.content, cue)]
            found.append(Relation((), ((cue.start, cue.end),), content))
    return sorted(found, key=lambda r: r.cue)


def _sentence_of(cue: Span, sentences: Sequence[Span]) -> Span | None:
    """The sentence around a cue, unless it is too long to be one."""
    at = bisect_right(sentences, cue.start, key=lambda s: s.start) - 1
    fits = at >= 0 and sentences[at].contains(cue) and sentences[at].end - sentences[at].start <= LONGEST_SENTENCE
    return sentences[at] if fits else None


def _touches(ranges: Ranges, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in ranges)


def _gives_way(text: str, relation: Relation, agentless: Span) -> bool:
    """Whether a tagged relation is only the agentless claim, taken for more.

    Its cue adds nothing but an auxiliary, or tells of silence ("have reportedly told nobody").
    """
    if not _touches(relation.cue, agentless):
        return False
    cue = relation.cue
    outside = text[cue[0][0] : agentless.start] + " " + text[agentless.end : cue[-1][1]]
    first = text[relation.content[0][0] :].split(maxsplit=1)[:1]
    words = {word.lower() for word in [*outside.split(), *(w for w in first if w.lower() in _NOBODY)]}
    return not relation.source or words <= _AUXILIARIES or not words.isdisjoint(_NOBODY)


_CLAUSE = re.compile(r",\s+(?:and|but|while|though|although|whereas)\s+|;\s+")
_NOBODY = {"nobody", "no", "not", "never", "nothing", "none"}
_AUXILIARIES = {
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "has",
    "have",
    "had",
    "it",
    "that",
    "to",
    "also",
    "now",
}


def _claim(text: str, sentence: Span, cue: Span, found: Sequence[Relation]) -> Ranges:
    """The clause around an agentless cue, as far as nobody else's words reach."""
    low = max((e for r in found for _, e in _all(r) if sentence.start < e <= cue.start), default=sentence.start)
    high = min((s for r in found for s, _ in _all(r) if cue.end <= s < sentence.end), default=sentence.end)
    low = max([low, *(m.end() for m in _CLAUSE.finditer(text, low, cue.start))])
    high = min([high, *(m.start() for m in _CLAUSE.finditer(text, cue.end, high))])
    parts = (trimmed(text, low, cue.start), trimmed(text, cue.end, high))
    return tuple(part for part in parts if part[0] < part[1])


def _all(relation: Relation) -> Ranges:
    return (*relation.source, *relation.cue, *relation.content)
