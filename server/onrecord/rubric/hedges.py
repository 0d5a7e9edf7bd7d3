"""The hedges, the agentless cues and the word groups they refer to, out of ``hedges.toml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from onrecord.model import HedgeKind
from onrecord.rubric.data import Data, top
from onrecord.rubric.rules import HedgeEntry, WordingEntry
from onrecord.rubric.schema import Table, by_id

FILE = "hedges.toml"
BUILT_IN = frozenset({"digits", "start", "stop", "colon", "plural", "word"})  # groups that the matcher knows by itself
REFERENCE = re.compile(r"<(\w+)\??>")
CANONICAL = re.compile(r"[a-z0-9<>?'_ -]+")


Groups = Mapping[str, tuple[str, ...]]


_Entry = TypeVar("_Entry", bound=WordingEntry)


def load_hedges(
    data: Data, standards: Iterable[str]
) -> tuple[Groups, tuple[HedgeEntry, ...], tuple[WordingEntry, ...]]:
    """Word groups by name, hedges, and agentless cues that are no hedges, in the file's order.

    Raises:
        RubricError: if the file is not as it must be, or a form refers to a group that is not there.
    """
    known = tuple(standards)
    table = top(data, FILE)
    groups = _groups(table.table("groups"))
    hedges = by_id(FILE, (_hedge(t, known, groups) for t in table.tables("hedge")))
    agentless = by_id(FILE, (_agentless(t, known, groups) for t in table.tables("agentless")))
    table.finish()
    return groups, tuple(hedges.values()), tuple(agentless.values())


def _groups(table: Table) -> Groups:
    """Groups; a member may refer to a group above it, so that none can contain itself."""
    groups: dict[str, tuple[str, ...]] = {}
    for name in table.names:
        if name in BUILT_IN:
            raise table.error(f"the matcher knows <{name}> by itself")
        groups[name] = _forms(table, name, groups)
    table.finish()
    return MappingProxyType(groups)


def _hedge(table: Table, standards: Iterable[str], groups: Iterable[str]) -> HedgeEntry:
    kind, agentless = table.choice("kind", HedgeKind), table.flag("agentless")
    return _entry(partial(HedgeEntry, kind=kind, agentless=agentless), table, standards, groups)


def _agentless(table: Table, standards: Iterable[str], groups: Iterable[str]) -> WordingEntry:
    return _entry(WordingEntry, table, standards, groups)


def _entry(make: Callable[..., _Entry], table: Table, standards: Iterable[str], groups: Iterable[str]) -> _Entry:
    """An entry with what hedges and agentless cues are both told by."""
    entry = make(
        id=table.identifier(),
        words=_forms(table, "words", groups),
        definition=table.text("definition"),
        standard=table.standard(standards),
        hit=table.text("hit"),
        miss=table.text("miss"),
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
