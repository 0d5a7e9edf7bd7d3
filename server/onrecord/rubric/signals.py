"""The findings about a whole article that add or take points, out of ``signals.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter

from onrecord.rubric.data import Data, top
from onrecord.rubric.rules import Per, SignalRule
from onrecord.rubric.schema import Table, by_id

FILE = "signals.toml"
LOWEST, HIGHEST = -8.0, 6.0  # points of one finding: no single one may decide a band


def load_signals(data: Data, standards: Iterable[str]) -> Mapping[str, SignalRule]:
    """Signals by id, in the file's order.

    Raises:
        RubricError: if the file is not as it must be.
    """
    known = tuple(standards)
    table = top(data, FILE)
    signals = by_id(FILE, (_signal(t, known) for t in table.tables("signal")))
    table.finish()
    return signals


def _signal(table: Table, standards: Iterable[str]) -> SignalRule:
    signal = SignalRule(
        id=table.identifier(),
        title=table.text("title"),
        points=table.number("points", LOWEST, HIGHEST),
        per=table.choice("per", Per),
        limit=table.number("limit", LOWEST, HIGHEST),
        threshold=table.optional_number("threshold", 0, 100),
        definition=table.text("definition"),
        standards=table.standards(standards),
        why=table.text("why"),
        hit=table.text("hit"),
        miss=table.text("miss"),
    )
    table.finish()
    _check_points(table, signal)
    _check_template(table, signal.why)
    return signal


def _check_points(table: Table, signal: SignalRule) -> None:
    """The limit must lie on the points' side of nought and leave room for one finding."""
    if signal.points == 0:
        raise table.error("points must not be 0")
    if signal.limit / signal.points < 1:
        raise table.error(f"limit {signal.limit} leaves no room for {signal.points} points")
    if signal.per is Per.ONCE and signal.limit != signal.points:
        raise table.error("limit must equal points where they count once")


def _check_template(table: Table, template: str) -> None:
    """Placeholders must be names, so that a sentence cannot be filled in the wrong order."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError as error:
        raise table.error(f"why is no template: {error}") from None
    if not all(name.isidentifier() for name in names):
        raise table.error(f"placeholders in why must be names, not {names}")
