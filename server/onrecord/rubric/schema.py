"""Reading one TOML table against what it must hold, with errors that say where and what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

IDENTIFIER = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")

Choice = TypeVar("Choice", bound=StrEnum)


class RubricError(ValueError):
    """The rubric's data are not what the schema asks for.

    Attributes:
        file: name of the TOML file.
        entry: which table of it, by id where it has one.
        problem: what is wrong.
    """

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(f"{file}, {entry}: {problem}")
        self.file = file
        self.entry = entry
        self.problem = problem


class Identified(Protocol):
    """A rule that has an id."""

    @property
    def id(self) -> str:
        """The rule's id."""


Rule = TypeVar("Rule", bound=Identified)


class Table:
    """One TOML table. Each getter checks its value and marks the key as known; ``finish`` refuses the rest."""

    def __init__(self, file: str, entry: str, data: Mapping[str, Any]) -> None:
        self.file = file
        self.entry = entry
        self._data = data
        self._known: set[str] = set()

    def error(self, problem: str) -> RubricError:
        """An error about this table."""
        return RubricError(self.file, self.entry, problem)

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self._data

    def text(self, key: str) -> str:
        """A sentence or word that must be there and must not be blank."""
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key} must be text, not {value!r}")
        return value

    def optional_text(self, key: str) -> str | None:
        """As ``text``, None where the key is absent."""
        return self.text(key) if self.has(key) else None

    def identifier(self, key: str = "id") -> str:
        """A text of letters and digits joined by single hyphens, underscores or full stops."""
        value = self.text(key)
        if not IDENTIFIER.fullmatch(value):
            raise self.error(f"{key} {value!r} is not letters and digits joined by - _ or .")
        return value

    def number(self, key: str, low: float, high: float) -> float:
        """A number from ``low`` to ``high``, both included."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.error(f"{key} must be a number from {low} to {high}, not {value!r}")
        return float(value)

    def optional_number(self, key: str, low: float, high: float) -> float | None:
        """As ``number``, None where the key is absent."""
        return self.number(key, low, high) if self.has(key) else None

    def integer(self, key: str, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        value = self.number(key, low, high)
        if value != int(value):
            raise self.error(f"{key} must be a whole number, not {value!r}")
        return int(value)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is absent."""
        value = self._take(key) if self.has(key) else False
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false, not {value!r}")
        return value

    def choice(self, key: str, kinds: type[Choice]) -> Choice:
        """One value of an enum."""
        value = self.text(key)
        try:
            return kinds(value)
        except ValueError:
            raise self.error(f"{key} must be one of {', '.join(kinds)}, not {value!r}") from None

    def words(self, key: str) -> tuple[str, ...]:
        """A list of different texts, at least one."""
        value = self._take(key)
        if not isinstance(value, list) or not value or not all(isinstance(w, str) and w.strip() for w in value):
            raise self.error(f"{key} must be a list of texts with at least one, not {value!r}")
        double = {word for word in value if value.count(word) > 1}
        if double:
            raise self.error(f"{key} has {', '.join(sorted(double))} more than once")
        return tuple(value)

    def optional_words(self, key: str) -> tuple[str, ...]:
        """As ``words``, none where the key is absent."""
        return self.words(key) if self.has(key) else ()

    def standard(self, known: Iterable[str], key: str = "standard") -> str:
        """The id of a known standard."""
        value = self.identifier(key)
        return self._known_standard(value, known)

    def standards(self, known: Iterable[str], key: str = "standards") -> tuple[str, ...]:
        """Ids of known standards, at least one."""
        return tuple(self._known_standard(value, known) for value in self.words(key))

    def table(self, key: str) -> Table:
        """A table within this one."""
        value = self._take(key)
        if not isinstance(value, dict):
            raise self.error(f"{key} must be a table, not {value!r}")
        return Table(self.file, key, value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """An array of tables, each named after its id or its place."""
        value = self._take(key)
        if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
            raise self.error(f"{key} must be an array of tables with at least one")
        return tuple(Table(self.file, str(v.get("id", f"{key} {at}")), v) for at, v in enumerate(value, start=1))

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that are given, in the file's order."""
        return tuple(self._data)

    def finish(self) -> None:
        """Refuse keys that no getter asked for.

        Raises:
            RubricError: if there are any.
        """
        unknown = sorted(set(self._data) - self._known)
        if unknown:
            raise self.error(f"unknown key {', '.join(unknown)}; known are {', '.join(sorted(self._known))}")

    def _take(self, key: str) -> Any:
        self._known.add(key)
        if key not in self._data:
            raise self.error(f"{key} is missing")
        return self._data[key]

    def _known_standard(self, value: str, known: Iterable[str]) -> str:
        if value not in known:
            raise self.error(f"no standard has the id {value!r}")
        return value


def by_id(file: str, rules: Iterable[Rule]) -> Mapping[str, Rule]:
    """Rules under their ids, in the file's order, read only.

    Raises:
        RubricError: if two have the same id.
    """
    found: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in found:
            raise RubricError(file, rule.id, "the id is given twice")
        found[rule.id] = rule
    return MappingProxyType(found)
