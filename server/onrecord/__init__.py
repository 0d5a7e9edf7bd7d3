"""How well does a news article attribute what it claims? Transparency of sourcing, never truth.

    report = onrecord.score_file("article.html")
    print(report.verdict.score, report.to_dict()["signals"])

The names below are the public interface. They load on first use, so that ``import onrecord`` stays light and a room can
be imported without the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import Report, Unreadable, __version__, score_file, score_html, score_text, to_json

__all__ = ["Report", "Unreadable", "__version__", "score_file", "score_html", "score_text", "to_json"]


def __getattr__(name: str) -> object:
    """A public name, from the room that defines it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("onrecord.api"), name)


def __dir__() -> list[str]:
    """The public names beside the rooms."""
    return sorted({*globals(), *__all__})
