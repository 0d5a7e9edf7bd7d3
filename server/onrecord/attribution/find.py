"""An article's attributions, as the tagger finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.attribution.acts import is_act
from onrecord.attribution.clues import Clues
from onrecord.attribution.decoding import Relation
from onrecord.attribution.nesting import nested
from onrecord.attribution.repairs import repaired
from onrecord.attribution.speakers import with_speakers
from onrecord.attribution.tagger import Tagger, packaged_tagger
from onrecord.attribution.windows import Passage
from onrecord.model import Article, Block, BlockKind, Span


def engine() -> tuple[str, str]:
    """Name and version of the engine; the version is a hash of the weights."""
    return "onrecord-tagger", packaged_tagger().version


def find_relations(
    article: Article, sentences: Sequence[Span], tagger: Tagger | None = None
) -> tuple[list[Relation], Clues]:
    """Who is said to have said what, in the article's own text, in the order of the cues; and clues to who that is.

    Blocks that repeat another's text have relations, but no clues: said twice tells no more of anybody.

    Args:
        article: what was read.
        sentences: the sentences of its own text, in text order.
        tagger: another than the one that comes with the package.
    """
    text = article.text
    first, repeats = _once(article)
    passages = [Passage(b.start, b.end, b.kind is BlockKind.HEADLINE) for b in first]
    tagger = tagger or packaged_tagger()
    tagged, clues = tagger.read(text, passages)
    kept = repaired(text, tagged, sentences)
    kept += nested(tagger, text, kept)
    kept = [r for r in with_speakers(text, kept, sentences) if not is_act(text, r)]
    return sorted([*kept, *_repeated(kept, repeats)], key=lambda r: r.cue), clues


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
