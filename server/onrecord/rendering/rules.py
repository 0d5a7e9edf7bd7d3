"""The rules themselves, for whoever asks what one means and on which standard it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from textwrap import fill
from typing import Any

from onrecord.model import Json
from onrecord.rubric import CueGroup, HedgeEntry, Modifier, Rubric, Rung, SignalRule, Standard, WordingEntry

_WIDTH = 88
_Rule = Rung | Modifier | SignalRule | WordingEntry | CueGroup


def rules_dict(rules: Rubric) -> Json:
    """Every rung, modifier, signal, hedge, cue group and number of the score, each with its standard."""

    def told(every: Iterable[_Rule]) -> list[Json]:
        return [_rule_dict(rule, rules.standards) for rule in every]

    score = rules.score
    numbers = [field.name for field in fields(score) if field.name != "reasons"]
    return {
        "ruleset_version": rules.version,
        "rungs": told(rules.rungs.values()),
        "modifiers": told(rules.modifiers.values()),
        "signals": told(rules.signals.values()),
        "score": [{"id": n, "value": getattr(score, n), "reason": score.reasons[n]} for n in numbers],
        "hedges": told(rules.hedges),
        "agentless": told(rules.agentless),
        "cues": [
            _rule_dict(g, rules.standards) | {"words": [c.lemma for c in rules.cues if c.group == g.id]}
            for g in rules.cue_groups.values()
        ],
        "standards": [_standard_dict(s) for s in rules.standards.values()],
    }


def rule_ids(rules: Rubric) -> list[str]:
    """The ids by which rules can be asked for, in the rubric's order."""
    return list(_by_id(rules))


def rules_text(rules: Rubric) -> str:
    """All rules, a line each."""
    shown = _by_id(rules)
    width = max(map(len, shown)) + 2
    lines = [f"{name:{width}}{_head(rule)}" for name, rule in shown.items()]
    return "\n".join([f"Rules {rules.version}. “onrecord rubric RULE” tells one of them.", "", *lines]) + "\n"


def rules_told(rules: Rubric) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Of each rule its id, a line about it, and what there is to say of it, in paragraphs."""
    for name, rule in _by_id(rules).items():
        yield name, _head(rule), tuple(_body(rule, rules))


def rule_text(rules: Rubric, name: str) -> str | None:
    """What a rule means, what it does to the score, an example on either side, and its standards.

    Args:
        rules: the rubric.
        name: the rule's id in any letter case; a number is a rung.

    Returns:
        Lines ending in a line feed; None if there is no such rule.
    """
    wanted = f"rung-{name}" if name.isdigit() else name.lower()
    rule = next((r for i, r in _by_id(rules).items() if i.lower() == wanted), None)
    if rule is None:
        return None
    parts = [_head(rule), *_body(rule, rules)]
    return "\n\n".join(fill(part, _WIDTH, break_on_hyphens=False) for part in parts) + "\n"


def _by_id(rules: Rubric) -> Mapping[str, _Rule | Standard]:
    every: Iterable[_Rule | Standard] = (
        *rules.rungs.values(),
        *rules.modifiers.values(),
        *rules.signals.values(),
        *rules.hedges,
        *rules.agentless,
        *rules.cue_groups.values(),
        *rules.standards.values(),
    )
    return {rule.id: rule for rule in every}


def _head(rule: _Rule | Standard) -> str:
    """A line about a rule: what it is and what it does to the score."""
    match rule:
        case Rung():
            return f"rung {rule.number}, {rule.name}: {rule.value:g} of 100"
        case Modifier():
            return f"moves an attribution by {rule.amount:+g} rungs, to {rule.limit:g} at most"
        case SignalRule():
            return f"signal, {rule.title}: {rule.points:+g} points {rule.per.value}, {rule.limit:+g} in all"
        case HedgeEntry():
            return f"hedge, {rule.kind.value}"
        case CueGroup():
            return f"cues, {rule.stance.value}, {rule.act.value}"
        case Standard():
            return f"standard, {_cited(rule)}"
    return "cue without a source"


def _body(rule: _Rule | Standard, rules: Rubric) -> Iterator[str]:
    if isinstance(rule, Standard):
        yield rule.idea
        yield "The document was read." if rule.certainty.value == "read" else "Read as another page quotes it."
        if rule.note:
            yield rule.note
        return
    yield rule.definition
    if isinstance(rule, WordingEntry):
        yield f"Words: {', '.join(rule.words)}"
    if isinstance(rule, CueGroup):
        yield f"Words: {', '.join(c.lemma for c in rules.cues if c.group == rule.id)}"
    if isinstance(rule, SignalRule):
        yield f"A reader is told: {rule.why}"
    yield f"It is one: {rule.hit}"
    yield f"It is none: {rule.miss}"
    for standard in _standards(rule, rules.standards):
        yield f"Rests on {_cited(standard)}: {standard.idea}"


def _rule_dict(rule: _Rule, standards: Mapping[str, Standard]) -> Json:
    values: dict[str, Any] = {f.name: getattr(rule, f.name) for f in fields(rule) if f.name not in _STANDARDS}
    return values | {"standards": [_standard_dict(s) for s in _standards(rule, standards)]}


_STANDARDS = ("standard", "standards")


def _standards(rule: _Rule, standards: Mapping[str, Standard]) -> list[Standard]:
    names = rule.standards if isinstance(rule, Rung | SignalRule) else (rule.standard,)
    return [standards[name] for name in names]


def _standard_dict(standard: Standard) -> Json:
    return {f.name: getattr(standard, f.name) for f in fields(standard)}


def _cited(standard: Standard) -> str:
    return ", ".join(part for part in (standard.organisation, standard.document, standard.section) if part)
