"""The TOML files of the rubric as they lie in the package, and the fingerprint of what they say."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from onrecord.rubric.schema import RubricError, Table

VERSION_DIGITS = 12  # hexadecimal digits of the fingerprint that are shown

Data = Mapping[str, Mapping[str, Any]]
"""Parsed TOML by file name: ``rungs.toml``, ``vocabulary/ranks.toml``."""


def parse(file: str, content: str) -> Mapping[str, Any]:
    """The tables of one file.

    Raises:
        RubricError: if the text is not TOML.
    """
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise RubricError(file, "whole file", f"not TOML: {error}") from None


@cache
def packaged() -> Data:
    """All files that ship with the package, read once."""
    room = files("onrecord.rubric")
    found = {f.name: f for f in room.iterdir() if f.name.endswith(".toml")}
    lists = room / "vocabulary"
    found |= {f"vocabulary/{f.name}": f for f in lists.iterdir() if f.name.endswith(".toml")}
    return MappingProxyType({name: parse(name, found[name].read_text("utf-8")) for name in sorted(found)})


def version(data: Data) -> str:
    """The first hexadecimal digits of the SHA-256 of what the files say: not of comments, layout or listing order."""
    canonical = json.dumps({name: dict(table) for name, table in data.items()}, sort_keys=True, ensure_ascii=False)
    return sha256(canonical.encode("utf-8")).hexdigest()[:VERSION_DIGITS]


def top(data: Data, file: str) -> Table:
    """The top-level table of a file.

    Raises:
        RubricError: if there is no such file.
    """
    if file not in data:
        raise RubricError(file, "whole file", f"no such file; there are {', '.join(sorted(data))}")
    return Table(file, "top level", data[file])
