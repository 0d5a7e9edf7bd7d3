"""The ladder of transparency and what moves an attribution on it, out of ``rungs.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from onrecord.rubric.data import Data, top
from onrecord.rubric.rules import Modifier, Rung
from onrecord.rubric.schema import RubricError, Table, by_id

FILE = "rungs.toml"
HIGHEST = 8


def load_ladder(data: Data, standards: Iterable[str]) -> tuple[Mapping[int, Rung], Mapping[str, Modifier]]:
    """Rungs by number, lowest first, and modifiers by id.

    Raises:
        RubricError: if the file is not as it must be, a rung lacks, or a higher rung is worth less than a lower one.
    """
    known = tuple(standards)
    table = top(data, FILE)
    rungs = sorted(by_id(FILE, (_rung(t, known) for t in table.tables("rung"))).values(), key=lambda rung: rung.number)
    modifiers = by_id(FILE, (_modifier(t, known) for t in table.tables("modifier")))
    table.finish()
    if [rung.number for rung in rungs] != list(range(HIGHEST + 1)):
        raise RubricError(FILE, "rung", f"there must be one rung for each number from 0 to {HIGHEST}")
    for lower, higher in pairwise(rungs):
        if higher.value <= lower.value:
            raise RubricError(FILE, higher.id, f"value {higher.value} is not above that of {lower.id}")
    return MappingProxyType({rung.number: rung for rung in rungs}), modifiers


def _rung(table: Table, standards: Iterable[str]) -> Rung:
    rung = Rung(
        id=table.identifier(),
        number=table.integer("number", 0, HIGHEST),
        value=table.number("value", 0, 100),
        name=table.text("name"),
        plain=table.text("plain"),
        definition=table.text("definition"),
        standards=table.standards(standards),
        hit=table.text("hit"),
        miss=table.text("miss"),
    )
    table.finish()
    if rung.id != f"RUNG-{rung.number}":
        raise table.error(f"the id of rung {rung.number} must be RUNG-{rung.number}")
    return rung


def _modifier(table: Table, standards: Iterable[str]) -> Modifier:
    modifier = Modifier(
        id=table.identifier(),
        amount=table.number("amount", -HIGHEST, HIGHEST),
        limit=table.number("limit", 0, HIGHEST),
        highest_rung=table.optional_number("highest_rung", 0, HIGHEST),
        definition=table.text("definition"),
        standard=table.standard(standards),
        hit=table.text("hit"),
        miss=table.text("miss"),
    )
    table.finish()
    return modifier
