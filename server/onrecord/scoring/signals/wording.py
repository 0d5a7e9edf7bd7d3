"""How things are worded: vouching cues, speculation at the end, limits."""

from __future__ import annotations

from onrecord.model import HedgeKind, Sector, Span, Stance
from onrecord.scoring.case import Case
from onrecord.scoring.rungs import UNNAMED
from onrecord.scoring.signals.findings import UNNAMED_CEILING, Finding, any_of, cue_text, quoted_list, whole

_SPECULATIVE = (HedgeKind.SPECULATIVE, HedgeKind.EPISTEMIC)
_LEAST_HEDGES = 2


def factive_unnamed(case: Case) -> Finding | None:
    """The outlet vouches for what a source without a name says."""
    items = [
        i
        for i in case.weighed
        if i.told.sector is not Sector.COURTS  # a court's finding is what makes it so
        and i.found.cue_stance is Stance.FACTIVE
        and i.told.identity in UNNAMED
        and i.found.rung <= UNNAMED_CEILING
    ]
    if not items:
        return None
    return Finding(
        len(items),
        tuple(whole(i.found) for i in items),
        {"examples": quoted_list(cue_text(case, i.found) for i in items)},
    )


def closing_speculation(case: Case) -> Finding | None:
    """The closing paragraphs speculate in the outlet's own voice."""
    hedges = [
        h
        for h in case.own_hedges()
        if h.kind in _SPECULATIVE
        and any(b.span.contains(h.span) for b in case.closing)
        and not _is_sourced(case, h.span)
    ]
    if len(hedges) < _LEAST_HEDGES or not any(h.kind is HedgeKind.SPECULATIVE for h in hedges):
        return None
    spans = tuple(h.span for h in hedges)
    return Finding(1, spans, {"examples": quoted_list(case.words(s) for s in spans)})


def _is_sourced(case: Case, span: Span) -> bool:
    """Whether the sentence a hedge stands in belongs to a source."""
    sentence = next((s for s in case.sentences if s.contains(span)), span)
    return any(i.found.sources and any(s.overlaps(sentence) for s in i.found.statement) for i in case.items)


def limits_stated(case: Case) -> Finding | None:
    """The article says in its own voice what it could not establish."""
    spans = [
        Span(*m.span())
        for block in case.prose
        for m in any_of("limits").finditer(case.article.text, block.start, block.end)
        if not case.quoted(Span(*m.span()))
    ]
    if not spans:
        return None
    return Finding(len(spans), tuple(spans), {"examples": quoted_list(case.words(s) for s in spans)})
