"""The floors of ``floors.toml``: what falls below one fails the command that measures it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")


def floors(section: str) -> dict[str, float]:
    """The floors of one measurement, in percent."""
    found: dict[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))[section]
    return found


def fallen(section: str, figures: Mapping[str, float]) -> list[str]:
    """A line for each figure below its floor.

    Args:
        section: the measurement.
        figures: in percent, by the names that the floors have.
    """
    return [
        f"{section}: {name} is {figures[name]:.1f}, below its floor of {floor}"
        for name, floor in floors(section).items()
        if round(figures[name], 1) < floor
    ]
