"""The standards that rules may cite."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.rubric.data import Data, top
from onrecord.rubric.rules import Certainty, Standard
from onrecord.rubric.schema import Table, by_id

FILE = "standards.toml"


def load_standards(data: Data) -> Mapping[str, Standard]:
    """Standards by id, in the file's order.

    Raises:
        RubricError: if the file is not as it must be; a standard known from memory only is refused.
    """
    table = top(data, FILE)
    standards = by_id(FILE, map(_standard, table.tables("standard")))
    table.finish()
    return standards


def _standard(table: Table) -> Standard:
    standard = Standard(
        id=table.identifier(),
        organisation=table.text("organisation"),
        document=table.text("document"),
        idea=table.text("idea"),
        certainty=table.choice("certainty", Certainty),
        section=table.optional_text("section"),
        note=table.optional_text("note"),
    )
    table.finish()
    return standard
