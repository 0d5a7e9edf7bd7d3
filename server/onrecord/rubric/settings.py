"""The numbers of the score, out of ``score.toml``, each with the reason for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.rubric.data import Data, top
from onrecord.rubric.rules import ScoreSettings
from onrecord.rubric.schema import Table

FILE = "score.toml"


def load_score_settings(data: Data) -> ScoreSettings:
    """The score's settings.

    Raises:
        RubricError: if the file is not as it must be, or the bands do not follow each other.
    """
    table = top(data, FILE)
    settings = ScoreSettings(
        headline_weight=_number(table, "headline_weight", 0, 100),
        lead_weight=_number(table, "lead_weight", 0, 100),
        body_weight=_number(table, "body_weight", 0, 100),
        lead_paragraphs=_integer(table, "lead_paragraphs", 1, 100),
        signal_bound=_number(table, "signal_bound", 0, 100),
        band_well=_number(table, "band_well", 0, 100),
        band_mostly=_number(table, "band_mostly", 0, 100),
        band_thinly=_number(table, "band_thinly", 0, 100),
        minimum_words=_integer(table, "minimum_words", 0, 10_000),
        minimum_attributions=_integer(table, "minimum_attributions", 1, 100),
        closing_paragraphs=_integer(table, "closing_paragraphs", 1, 100),
        bootstrap_rounds=_integer(table, "bootstrap_rounds", 1, 100_000),
        bootstrap_seed=_integer(table, "bootstrap_seed", 0, 2**63),
        interval_coverage=_number(table, "interval_coverage", 0, 1),
        reasons=_reasons(top(data, FILE)),
    )
    table.finish()
    if not settings.band_thinly < settings.band_mostly < settings.band_well:
        raise table.error("band_thinly, band_mostly and band_well must rise")
    return settings


def _number(table: Table, name: str, low: float, high: float) -> float:
    return table.table(name).number("value", low, high)


def _integer(table: Table, name: str, low: int, high: int) -> int:
    return table.table(name).integer("value", low, high)


def _reasons(table: Table) -> Mapping[str, str]:
    """Why each number is as it is, by the name of its table; checks that nothing else stands there."""
    reasons: dict[str, str] = {}
    for name in table.names:
        entry = table.table(name)
        entry.number("value", float("-inf"), float("inf"))
        reasons[name] = entry.text("reason")
        entry.finish()
    return MappingProxyType(reasons)
