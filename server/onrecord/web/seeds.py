"""The sample articles that come with the repository, for the start page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".html", ".txt")


@dataclass(frozen=True, slots=True)
class Seed:
    """One sample article.

    Attributes:
        name: file name without suffix; its address on the start page.
        about: one line on what it shows.
    """

    name: str
    path: Path
    about: str


def list_seeds(folder: Path | None) -> tuple[Seed, ...]:
    """The samples in a folder, by name; none if there is no folder."""
    if folder is None or not folder.is_dir():
        return ()
    files = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    return tuple(Seed(path.stem, path, _about(path)) for path in files)


def find_seed(folder: Path | None, name: str) -> Seed | None:
    """The sample of that name. Names are looked up, never joined to a path."""
    return next((seed for seed in list_seeds(folder) if seed.name == name), None)


def _about(path: Path) -> str:
    expected = path.with_suffix(".expected.toml")
    if not expected.is_file():
        return ""
    return str(tomllib.loads(expected.read_text("utf-8")).get("about", ""))
