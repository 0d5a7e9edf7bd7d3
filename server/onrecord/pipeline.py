"""The one path through the rooms: an article goes in, a report comes out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.attribution import Relation, engine, find_relations, whole_graphemes, with_agentless, with_plain
from onrecord.model import Article, Hedge, Report, Span
from onrecord.reading import quotations, sentences
from onrecord.rubric import rubric
from onrecord.scoring import judge
from onrecord.sourcing import resolve
from onrecord.wording import read_wording


def warm_up() -> None:
    """Load model and rules, so that the first article does not wait for them."""
    engine()
    rubric()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the first rooms found in an article; places are code points of its text.

    Attributes:
        relations: who is said to say what, without anybody's facets.
        sentences: the article's sentences.
        quotations: its direct quotations.
        hedges: its hedges and boosters.
    """

    relations: tuple[Relation, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]
    hedges: tuple[Hedge, ...]


def find(article: Article) -> Findings:
    """Find an article's attributions, before anybody asks who the sources are."""
    text = article.text
    blocks = article.judged_blocks
    parts = tuple(s for block in blocks for s in sentences(text, block.span))
    quoted = tuple(q for block in blocks for q in quotations(text, block.span))
    wording = read_wording(article, quoted)
    plain = with_plain(text, parts, find_relations(article, parts), quoted)
    found = with_agentless(text, plain, wording.agentless, parts)
    return Findings(tuple(whole_graphemes(text, found)), parts, quoted, wording.hedges)


def score(article: Article) -> Report:
    """Find and judge an article's attributions.

    The same article gives the same report, whichever door it came in by.
    """
    found = find(article)
    sourcing = resolve(article, found.relations, found.sentences, found.quotations)
    return judge(article, sourcing, found.hedges, found.sentences, found.quotations, engine())
