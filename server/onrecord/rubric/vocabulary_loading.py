"""Word lists for the rooms above: ``vocabulary/<name>.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord.rubric.data import Data, packaged, top
from onrecord.rubric.rules import Entry, Vocabulary
from onrecord.rubric.schema import Table, by_id
from onrecord.rubric.standards import load_standards


def load_vocabulary(data: Data, name: str, standards: Iterable[str]) -> Vocabulary:
    """One word list out of parsed files.

    Args:
        data: parsed files.
        name: the file's name without folder and suffix.
        standards: ids of the known standards.

    Raises:
        RubricError: if there is no such list or it is not as it must be.
    """
    file = f"vocabulary/{name}.toml"
    table = top(data, file)
    entries = by_id(file, map(_entry, table.tables("entry")))
    vocabulary = Vocabulary(name, table.text("definition"), table.standard(standards), tuple(entries.values()))
    table.finish()
    return vocabulary


def vocabulary_names(data: Data) -> tuple[str, ...]:
    """Names of all word lists among parsed files."""
    return tuple(f.removeprefix("vocabulary/").removesuffix(".toml") for f in data if f.startswith("vocabulary/"))


@cache
def vocabulary(name: str) -> Vocabulary:
    """A word list of the package, read once.

    Args:
        name: the file's name without folder and suffix, ``ranks`` for ``vocabulary/ranks.toml``.

    Raises:
        RubricError: if there is no such list or it is not as it must be.
    """
    return load_vocabulary(packaged(), name, load_standards(packaged()))


def _entry(table: Table) -> Entry:
    entry = Entry(
        id=table.identifier(),
        value=table.text("value"),
        words=table.words("words"),
        hit=table.text("hit"),
        miss=table.text("miss"),
    )
    table.finish()
    return entry
