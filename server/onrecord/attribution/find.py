"""An article's attributions, as the tagger finds them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribution.acts import is_act
from onrecord.attribution.clues import Clues
from onrecord.attribution.decoding import Relation
from onrecord.attribution.nesting import nested
from onrecord.attribution.repairs import repaired
from onrecord.attribution.speakers import with_speakers
from onrecord.attribution.tagger import Tagger, packaged_tagger
from onrecord.attribution.windows import Passage
from onrecord.model import Article, BlockKind, Span


def engine() -> tuple[str, str]:
    """Name and version of the engine; the version is a hash of the weights."""
    return "onrecord-tagger", packaged_tagger().version


def find_relations(
    article: Article, sentences: Sequence[Span], tagger: Tagger | None = None
) -> tuple[list[Relation], Clues]:
    """Who is said to have said what, in the article's own text, in the order of the cues; and clues to who that is.

    Args:
        article: what was read.
        sentences: the sentences of its own text, in text order.
        tagger: another than the one that comes with the package.
    """
    text = article.text
    passages = [Passage(b.start, b.end, b.kind is BlockKind.HEADLINE) for b in article.judged_blocks]
    tagger = tagger or packaged_tagger()
    tagged, clues = tagger.read(text, passages)
    kept = repaired(text, tagged, sentences)
    kept += nested(tagger, text, kept)
    kept = [r for r in with_speakers(text, kept, sentences) if not is_act(text, r)]
    return sorted(kept, key=lambda r: r.cue), clues
