"""The hedges and the word groups they refer to, out of ``hedges.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.model import HedgeKind
from onrecord.rubric.data import Data, top
from onrecord.rubric.rules import HedgeEntry
from onrecord.rubric.schema import Table, by_id

FILE = "hedges.toml"
BUILT_IN = frozenset({"digits", "start", "stop"})  # groups that the matcher knows by itself
REFERENCE = re.compile(r"<(\w+)\??>")
CANONICAL = re.compile(r"[a-z0-9<>?'_ -]+")


def load_hedges(data: Data, standards: Iterable[str]) -> tuple[Mapping[str, tuple[str, ...]], tuple[HedgeEntry, ...]]:
    """Word groups by name, and hedges in the file's order.

    Raises:
        RubricError: if the file is not as it must be, or a form refers to a group that is not there.
    """
    known = tuple(standards)
    table = top(data, FILE)
    groups = _groups(table.table("groups"))
    entries = by_id(FILE, (_hedge(t, known, groups) for t in table.tables("hedge")))
    table.finish()
    return groups, tuple(entries.values())


def _groups(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Groups; a member may refer to a group above it, so that none can contain itself."""
    groups: dict[str, tuple[str, ...]] = {}
    for name in table.names:
        if name in BUILT_IN:
            raise table.error(f"the matcher knows <{name}> by itself")
        groups[name] = _forms(table, name, groups)
    table.finish()
    return MappingProxyType(groups)


def _hedge(table: Table, standards: Iterable[str], groups: Iterable[str]) -> HedgeEntry:
    entry = HedgeEntry(
        id=table.identifier(),
        kind=table.choice("kind", HedgeKind),
        words=_forms(table, "words", groups),
        definition=table.text("definition"),
        standard=table.standard(standards),
        hit=table.text("hit"),
        miss=table.text("miss"),
        agentless=table.flag("agentless"),
        lowercase=table.flag("lowercase"),
        not_before=_guard(table, "not_before", groups),
        not_after=_guard(table, "not_after", groups),
        only_before=_guard(table, "only_before", groups),
        only_after=_guard(table, "only_after", groups),
    )
    table.finish()
    return entry


def _guard(table: Table, key: str, groups: Iterable[str]) -> tuple[str, ...]:
    return _forms(table, key, groups) if table.has(key) else ()


def _forms(table: Table, key: str, groups: Iterable[str]) -> tuple[str, ...]:
    """Forms as the matcher can find them: lower case, single spaces, and known groups."""
    forms = table.words(key)
    for form in forms:
        if not CANONICAL.fullmatch(form) or form != " ".join(form.split()):
            raise table.error(f"{key}: {form!r} is not lower case with straight apostrophes and single spaces")
        unknown = set(REFERENCE.findall(form)) - set(groups) - BUILT_IN
        if unknown:
            raise table.error(f"{key}: {form!r} refers to <{', '.join(sorted(unknown))}>, which is no group")
    return forms
