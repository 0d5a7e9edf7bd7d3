"""The one path through the rooms: an article goes in, a report comes out."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from onrecord.attribution import (
    Clues,
    Relation,
    Tagger,
    engine,
    find_relations,
    whole_graphemes,
    with_agentless,
    with_plain,
)
from onrecord.model import Article, Attribution, Hedge, Report, Signal, Source, Span, Statement
from onrecord.reading import Evened, evened, quotations, sentences
from onrecord.rubric import rubric
from onrecord.scoring import Case, judge, lay_out
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
        clues: what the network makes of its words, for telling who the sources are.
    """

    relations: tuple[Relation, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]
    hedges: tuple[Hedge, ...]
    clues: Clues


def find(article: Article, tagger: Tagger | None = None) -> Findings:
    """Find an article's attributions, before anybody asks who the sources are.

    Args:
        article: what was read.
        tagger: another than the one that comes with the package.
    """
    text = article.text
    blocks = article.judged_blocks
    parts = tuple(s for block in blocks for s in sentences(text, block.span))
    quoted = tuple(q for block in blocks for q in quotations(text, block.span))
    tagged, clues = find_relations(article, parts, tagger)
    wording = read_wording(article, quoted, clues)
    plain = with_plain(text, parts, tagged, quoted)
    found = with_agentless(text, plain, wording.agentless, parts)
    return Findings(tuple(whole_graphemes(text, found)), parts, quoted, wording.hedges, clues)


def score(article: Article) -> Report:
    """Find and judge an article's attributions.

    The same article gives the same report, whichever door it came in by. What is found in its even text is told by the
    places of the text as it came.
    """
    even = evened(article)
    report = judge(replace(case_of(even.article), printed=even.words), engine())
    return replace(
        report,
        article=article,
        sources=_moved(report.sources, even),
        attributions=_moved(report.attributions, even),
        statements=_moved(report.statements, even),
        hedges=_moved(report.hedges, even),
        signals=_moved(report.signals, even),
    )


def _moved(found: Any, even: Evened) -> Any:
    """Findings with every span at its place in the text as it came."""
    match found:
        case Span():
            return Span(even.place(found.start), even.place(found.end))
        case tuple():
            return tuple(_moved(part, even) for part in found)
        case Source() | Attribution() | Statement() | Hedge() | Signal():
            return replace(found, **{f.name: _moved(getattr(found, f.name), even) for f in fields(found)})
        case _:
            return found


def case_of(article: Article) -> Case:
    """Find an article's attributions and lay it out for judgement."""
    found = find(article)
    sourcing = resolve(article, found.relations, found.sentences, found.quotations, found.clues)
    return lay_out(article, sourcing, found.hedges, found.sentences, found.quotations)
