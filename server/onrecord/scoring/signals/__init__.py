"""Findings about the whole article: one detector for each entry of signals.toml."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Signal
from onrecord.rubric import Per, SignalRule
from onrecord.scoring.case import Case
from onrecord.scoring.signals import answers, figures, headline, sources, support, wording
from onrecord.scoring.signals.findings import Finding

DETECTORS: dict[str, Callable[[Case], Finding | None]] = {
    detector.__name__: detector
    for detector in (
        headline.headline_overclaims,
        headline.headline_drops_hedge,
        headline.lead_rests_on_unnamed,
        headline.central_claim_one_source,
        figures.figures_disagree,
        sources.intelligence_sole_basis,
        wording.factive_unnamed,
        answers.anonymous_attack,
        wording.closing_speculation,
        sources.agentless_density,
        sources.bare_sources,
        support.plural_for_one,
        sources.anonymity_unexplained,
        sources.hearsay_chain,
        answers.response_not_sought,
        support.documents_not_linked,
        wording.limits_stated,
        answers.response_included,
        sources.several_named_sources,
        support.independent_corroboration,
        support.primary_documents_linked,
    )
}


def find_signals(case: Case) -> tuple[Signal, ...]:
    """Run every detector, in the order of signals.toml."""
    signals = []
    for rule in case.rules.signals.values():
        finding = DETECTORS[rule.id](case)
        if finding:
            signals.append(_signal(rule, finding, case))
    return tuple(signals)


def _signal(rule: SignalRule, finding: Finding, case: Case) -> Signal:
    points = rule.points * (finding.count if rule.per is Per.EACH else 1)
    points = max(points, rule.limit) if rule.points < 0 else min(points, rule.limit)
    standards = [case.rules.standards[s] for s in rule.standards]
    named = "; ".join(f"{s.organisation}, {s.document}" + (f", {s.section}" if s.section else "") for s in standards)
    return Signal(rule.id, points, rule.why.format_map(finding.words), named, finding.spans, rule.title)
