"""The report as JSON text. Every door goes through ``to_json``, so that equal reports give equal bytes."""

from __future__ import annotations

import json
import re

from onrecord.model import OffsetUnit, Report

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def to_json(report: Report, *, offset_unit: OffsetUnit = "codepoint", indent: int | None = None) -> str:
    """The report as one line of JSON with its line end, or indented for people.

    Args:
        report: what was found.
        offset_unit: what ``start`` and ``end`` count.
        indent: spaces a level; None for one line.

    Returns:
        Text that encodes as UTF-8: a lone surrogate, which no encoding holds, becomes U+FFFD. Offsets stay right, since
        both are one code point and one UTF-16 unit.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        report.to_dict(offset_unit), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return encodable(text) + "\n"


def encodable(text: str) -> str:
    """The text with lone surrogates replaced."""
    return LONE_SURROGATE.sub(REPLACEMENT, text)
