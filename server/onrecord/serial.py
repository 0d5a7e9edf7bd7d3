"""A report as plain JSON values, the one form that leaves through every door."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.model import (
    Article,
    Attribution,
    Block,
    Hedge,
    Json,
    OffsetUnit,
    Report,
    Signal,
    Source,
    Span,
    Statement,
)

SCHEMA = "onrecord/report/1"
CONTEXT = 32  # characters of prefix and suffix with a span
LAST_OF_THE_BASIC_PLANE = "\uffff"


def report_dict(report: Report, offset_unit: OffsetUnit = "codepoint") -> Json:
    """Convert a report.

    Args:
        report: what the pipeline returned.
        offset_unit: what ``start`` and ``end`` count: code points, or UTF-16 code units.

    Returns:
        The document that docs/api.md describes; keys in a fixed order, so that equal reports give equal bytes.
    """
    spans = _Spans(report.article, offset_unit)
    head: Json = {
        "schema": SCHEMA,
        "ruleset_version": report.ruleset_version,
        "engine": {"name": report.engine[0], "version": report.engine[1]},
        "status": report.status.value,
    }
    if report.reason:
        head["reason"] = {"code": report.reason.code, "message": report.reason.message}
    if report.verdict:
        verdict = report.verdict
        head |= {
            "score": verdict.score,
            "interval": list(verdict.interval),
            "band": verdict.band.value,
            "breakdown": [{"id": p.id, "points": p.points} for p in verdict.breakdown],
        }
    return head | {
        "offset_unit": offset_unit,
        "article": _article(report.article, spans),
        "sources": [_source(s, spans) for s in report.sources],
        "attributions": [_attribution(a, spans) for a in report.attributions],
        "statements": [_statement(s, spans) for s in report.statements],
        "hedges": [_hedge(h, spans) for h in report.hedges],
        "signals": [_signal(s, spans) for s in report.signals],
        "summary": _summary(report),
        "warnings": [{"code": w.code, "message": w.message} for w in report.article.warnings],
    }


class _Spans:
    """Spans of one article as JSON, in one unit."""

    def __init__(self, article: Article, unit: OffsetUnit) -> None:
        self.text = article.text
        self.blocks = article.blocks
        self.starts = [block.start for block in article.blocks]
        self.wide = [i for i, c in enumerate(article.text) if c > LAST_OF_THE_BASIC_PLANE] if unit == "utf16" else []

    def offset(self, codepoint: int) -> int:
        """An offset in the unit asked for."""
        return codepoint + bisect_right(self.wide, codepoint - 1)

    def __call__(self, span: Span) -> Json:
        block = self._block(span)
        return {
            "block": block.id if block else None,
            "start": self.offset(span.start),
            "end": self.offset(span.end),
            "exact": span.of(self.text),
            "prefix": self.text[max(0, span.start - CONTEXT) : span.start],
            "suffix": self.text[span.end : span.end + CONTEXT],
        }

    def optional(self, span: Span | None) -> Json | None:
        return None if span is None else self(span)

    def _block(self, span: Span) -> Block | None:
        at = bisect_right(self.starts, span.start) - 1
        return self.blocks[at] if at >= 0 else None


def _article(article: Article, spans: _Spans) -> Json:
    return {
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "site": article.site,
        "language": article.language,
        "genre": article.genre.value,
        "charset": article.charset,
        "words": article.words,
        "text": article.text,
        "blocks": [
            {
                "id": block.id,
                "kind": block.kind.value,
                "start": spans.offset(block.start),
                "end": spans.offset(block.end),
                "selector": block.selector,
            }
            for block in article.blocks
        ],
    }


def _source(source: Source, spans: _Spans) -> Json:
    return {
        "id": source.id,
        "name": source.name,
        "title": source.title,
        "affiliation": source.affiliation,
        "identity": source.identity.value,
        "sector": source.sector.value,
        "mentions": [spans(m) for m in source.mentions],
        "attributions": list(source.attributions),
        "rung": _number(source.rung),
        "why": source.why,
    }


def _attribution(found: Attribution, spans: _Spans) -> Json:
    return {
        "id": found.id,
        "statement": [spans(s) for s in found.statement],
        "cue": spans.optional(found.cue),
        "mention": spans.optional(found.mention),
        "sources": list(found.sources),
        "channel": found.channel.value,
        "cue_stance": found.cue_stance.value,
        "relay": list(found.relay),
        "basis": found.basis,
        "anonymity": {"disclosed": found.anonymity.disclosed, "reason": found.anonymity.reason.value},
        "verifiable": found.verifiable,
        "hedges": list(found.hedges),
        "rung": _number(found.rung),
        "rules": list(found.rules),
        "why": found.why,
    }


def _statement(statement: Statement, spans: _Spans) -> Json:
    return {
        "id": statement.id,
        "span": spans(statement.span),
        "attributions": list(statement.attributions),
        "sources": list(statement.sources),
    }


def _hedge(hedge: Hedge, spans: _Spans) -> Json:
    return {
        "id": hedge.id,
        "span": spans(hedge.span),
        "kind": hedge.kind.value,
        "in_quotation": hedge.in_quotation,
        "attribution": hedge.attribution,
    }


def _signal(signal: Signal, spans: _Spans) -> Json:
    return {
        "id": signal.id,
        "title": signal.title,
        "points": signal.points,
        "why": signal.why,
        "standard": signal.standard,
        "spans": [spans(s) for s in signal.spans],
    }


def _summary(report: Report) -> Json:
    summary = report.summary
    return {
        "attributions": summary.attributions,
        "named_share": summary.named_share,
        "unnamed_share": summary.unnamed_share,
        "agentless_share": summary.agentless_share,
        "intelligence_share": summary.intelligence_share,
        "hedges_per_1000_words": summary.hedges_per_1000_words,
        "independent_named_sources": summary.independent_named_sources,
    }


def _number(value: float) -> float | int:
    """Whole rungs as whole numbers."""
    return int(value) if value == int(value) else value
