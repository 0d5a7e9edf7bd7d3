"""Results to a file that is either whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(target: Path) -> Iterator[TextIO]:
    """A text file that takes its name only once all is written; what was there before stays until then.

    Args:
        target: where it shall lie; a link is followed. What is no regular file (a pipe, ``/dev/null``) is written to as
            it is.

    Raises:
        OSError: if it cannot be written there.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
