"""From what was typed on the command line to the files to read."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.api import HTML_SUFFIXES, TEXT_SUFFIXES

STDIN = "-"
KNOWN = HTML_SUFFIXES | TEXT_SUFFIXES


@dataclass(frozen=True, slots=True)
class Input:
    """One article to read: a file, or standard input if ``path`` is None."""

    path: Path | None

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return STDIN if self.path is None else str(self.path)


@dataclass(frozen=True, slots=True)
class Unusable:
    """What was asked for and cannot be read, with a stable code and a reason for a person."""

    name: str
    code: str
    reason: str


def find_inputs(given: Iterable[str]) -> Iterator[Input | Unusable]:
    """Files, folders (below which known kinds are taken, by name), patterns, and ``-``, in the order given."""
    for argument in given:
        if argument == STDIN:
            yield Input(None)
        else:
            yield from _paths(argument)


def _paths(argument: str) -> Iterator[Input | Unusable]:
    path = Path(argument)
    if path.is_dir():
        yield from _folder(path)
    elif path.exists() or not glob.has_magic(argument):
        yield Input(path)
    else:
        yield from _pattern(argument)


def _folder(folder: Path) -> Iterator[Input | Unusable]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in KNOWN and path.is_file())
    if not files:
        yield Unusable(str(folder), "no_articles", f"no {', '.join(sorted(KNOWN))} file below this folder")
    yield from map(Input, files)


def _pattern(pattern: str) -> Iterator[Input | Unusable]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        yield Unusable(pattern, "no_match", "no file matches this pattern")
    for match in map(Path, matches):
        if match.is_dir():
            yield from _folder(match)
        else:
            yield Input(match)
