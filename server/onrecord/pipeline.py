"""The one path through the rooms: an article goes in, a report comes out."""

from __future__ import annotations

from onrecord.attribution import engine, find_relations, whole_graphemes, with_agentless, with_plain
from onrecord.model import Article, Report
from onrecord.reading import quotations, sentences
from onrecord.rubric import rubric
from onrecord.scoring import judge
from onrecord.sourcing import resolve
from onrecord.wording import agentless_cues, find_hedges


def warm_up() -> None:
    """Load model and rules, so that the first article does not wait for them."""
    engine()
    rubric()


def score(article: Article) -> Report:
    """Find and judge an article's attributions.

    The same article gives the same report, whichever door it came in by.
    """
    text = article.text
    blocks = article.judged_blocks
    parts = tuple(s for block in blocks for s in sentences(text, block.span))
    quoted = tuple(q for block in blocks for q in quotations(text, block.span))
    cues = [
        cue for block in blocks for cue in agentless_cues(text, block.span) if not any(q.overlaps(cue) for q in quoted)
    ]
    found = with_agentless(text, with_plain(text, parts, find_relations(article, parts), quoted), cues, parts)
    relations = whole_graphemes(text, found)
    hedges = find_hedges(article, quoted)
    return judge(article, resolve(article, relations, parts, quoted), hedges, parts, quoted, engine())
