"""The one path through the rooms: an article goes in, a report comes out."""

from __future__ import annotations

from onrecord.attribution import engine, find_relations, whole_graphemes, with_agentless, with_plain
from onrecord.model import Article, Report
from onrecord.reading import quotations, sentences
from onrecord.rubric import rubric
from onrecord.scoring import judge
from onrecord.sourcing import resolve
from onrecord.wording import read_wording


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
    wording = read_wording(article, quoted)
    plain = with_plain(text, parts, find_relations(article, parts), quoted)
    found = with_agentless(text, plain, wording.agentless, parts)
    relations = whole_graphemes(text, found)
    return judge(article, resolve(article, relations, parts, quoted), wording.hedges, parts, quoted, engine())
