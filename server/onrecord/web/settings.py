"""What the web door may be told from outside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.reading import MAX_BYTES

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one application.

    Attributes:
        host_names: names, without port, that a request's ``Host`` may carry. Others are refused, since a web page can
            point a name of its own at this machine (DNS rebinding).
        max_bytes: the largest request body that is read.
        max_blocks: the most blocks that a JSON request may send.
        seeds: folder of sample articles for the start page, None if there is none.
    """

    host_names: frozenset[str] = LOOPBACK_NAMES
    max_bytes: int = MAX_BYTES
    max_blocks: int = 50_000
    seeds: Path | None = None


def seeds_folder() -> Path | None:
    """The repository's sample articles, if the package runs from the repository."""
    folder = Path(__file__).resolve().parents[3] / "seeds"
    return folder if folder.is_dir() else None
