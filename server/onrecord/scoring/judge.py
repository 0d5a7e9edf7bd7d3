"""The room's way in: findings of the rooms before are laid out, and become a report."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Article, Hedge, Report, Span
from onrecord.rubric import rubric
from onrecord.scoring.assemble import attributions, with_attributions, with_findings
from onrecord.scoring.case import Case, weigh
from onrecord.scoring.gates import not_scored
from onrecord.scoring.signals import find_signals
from onrecord.scoring.statements import statements
from onrecord.scoring.verdict import summary, verdict
from onrecord.sourcing import Sourcing


def lay_out(
    article: Article,
    sourcing: Sourcing,
    hedges: Sequence[Hedge],
    sentences: Sequence[Span],
    quotations: Sequence[Span],
) -> Case:
    """Lay an article out for judgement.

    Args:
        article: what was read.
        sourcing: its attributions with their sources.
        hedges: its hedges, not yet linked to attributions.
        sentences: sentences of the article's own text, in order.
        quotations: its direct quotations, in order.
    """
    rules = rubric()
    pairs = attributions(article, sourcing, hedges, quotations, rules)
    return Case(
        article=article,
        rules=rules,
        items=weigh(article, rules, pairs, quotations),
        sources={s.id: s for s in with_findings(sourcing.sources, pairs)},
        hedges=with_attributions(hedges, pairs),
        sentences=tuple(sentences),
        quotations=tuple(quotations),
    )


def judge(case: Case, engine: tuple[str, str]) -> Report:
    """Judge an article that is laid out.

    Args:
        case: the article with its findings.
        engine: name and version of what found the attributions.

    Returns:
        The report; one that is not scored lists all that was found, and no signals.
    """
    told = tuple(item.found for item in case.items)
    reason = not_scored(case)
    signals = () if reason else find_signals(case)
    return Report(
        article=case.article,
        ruleset_version=case.rules.version,
        engine=engine,
        verdict=None if reason else verdict(case, signals),
        reason=reason,
        sources=tuple(case.sources.values()),
        attributions=told,
        statements=statements(told, case.sentences, case.article),
        hedges=case.hedges,
        signals=signals,
        summary=summary(case),
    )
