"""The body of a score request, from bytes to a typed value."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from flask import Request

from onrecord import api
from onrecord.model import OffsetUnit, Report
from onrecord.web.problems import Problem
from onrecord.web.settings import Settings

READABLE = ("text/html", "text/plain", "application/json")
MAX_ID = 2**53 - 1  # the largest integer that JSON keeps exact in a browser


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """What a caller asks to have scored. Exactly one of ``html`` and ``text`` is set."""

    html: bytes | str | None = None
    text: bytes | str | None = None
    content_type: str | None = None
    url: str | None = None
    title: str | None = None
    blocks: tuple[tuple[int, str], ...] | None = None
    offset_unit: OffsetUnit = "codepoint"

    def score(self) -> Report:
        """The report on it.

        Raises:
            Unreadable: if there is nothing to read in it.
        """
        if self.html is not None:
            return api.score_html(
                self.html, url=self.url, title=self.title, content_type=self.content_type, blocks=self.blocks
            )
        return api.score_text(self.text or b"", url=self.url, title=self.title, content_type=self.content_type)


def read_request(request: Request, settings: Settings) -> ScoreRequest:
    """Read the body of a request.

    Raises:
        Problem: ``unsupported_media_type``, ``too_large``, ``malformed_json``, ``malformed_request``, ``bad_blocks``,
            ``fetch_disabled``.
        RequestEntityTooLarge: if its told length is larger than the settings allow.
    """
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Problem("unsupported_media_type", "Compressed bodies are not read.", (("Accept-Encoding", "identity"),))
    if request.mimetype not in READABLE:
        given, wanted = request.mimetype or "nothing", ", ".join(READABLE)
        detail = f"The Content-Type says {given}; it must be one of {wanted}."
        raise Problem("unsupported_media_type", detail, (("Accept-Post", wanted),))
    data = _bounded(request, settings.max_bytes)
    if request.mimetype == "text/html":
        return ScoreRequest(html=data, content_type=request.content_type)
    if request.mimetype == "text/plain":
        return ScoreRequest(text=data, content_type=request.content_type)
    return _from_json(data, settings)


def _bounded(request: Request, most: int) -> bytes:
    data = request.get_data(cache=False)
    if len(data) > most:
        raise Problem("too_large", f"The body is larger than {most} bytes.")
    return data


def _from_json(body: bytes, settings: Settings) -> ScoreRequest:
    members = _members(body)
    html, text = _text(members, "html"), _text(members, "text")
    url, title = _text(members, "url"), _text(members, "title")
    if html is not None and text is not None:
        raise Problem("malformed_request", "Give either html or text, not both.")
    if html is None and text is None:
        if url is not None:
            raise Problem("fetch_disabled", "This server does not fetch pages; send the page itself as html.")
        raise Problem("malformed_request", "One of html or text must be given, as a string.")
    blocks = _blocks(members, settings)
    if blocks is not None and html is None:
        raise Problem("malformed_request", "Blocks go with html, whose elements they number.")
    return ScoreRequest(html=html, text=text, url=url, title=title, blocks=blocks, offset_unit=_offset_unit(members))


def _members(body: bytes) -> dict[str, Any]:
    """The top-level object. Members that are not known are passed over, so that newer callers can talk to us."""
    try:
        value = json.loads(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Problem("malformed_json", f"JSON must be UTF-8; byte {error.start} is not.") from None
    except RecursionError:
        raise Problem("malformed_json", "The JSON is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise Problem("malformed_json", f"{error.msg} at line {error.lineno}, column {error.colno}.") from None
    except ValueError:  # a number with thousands of digits
        raise Problem("malformed_json", "The JSON holds a number that is too long.") from None
    if not isinstance(value, dict):
        raise Problem("malformed_request", "The JSON must be an object with html or text.")
    return value


def _text(members: dict[str, Any], name: str) -> str | None:
    value = members.get(name)
    if value is not None and not isinstance(value, str):
        raise Problem("malformed_request", f"{name} must be a string.")
    return value


def _offset_unit(members: dict[str, Any]) -> OffsetUnit:
    match members.get("offset_unit"):
        case None | "codepoint":
            return "codepoint"
        case "utf16":
            return "utf16"
    raise Problem("malformed_request", "offset_unit must be codepoint or utf16.")


def _blocks(members: dict[str, Any], settings: Settings) -> tuple[tuple[int, str], ...] | None:
    value = members.get("blocks")
    if value is None:
        return None
    if not isinstance(value, list):
        raise Problem("malformed_request", "blocks must be an array.")
    if len(value) > settings.max_blocks:
        raise Problem("bad_blocks", f"There are {len(value)} blocks; at most {settings.max_blocks} are read.")
    blocks = tuple(_block(at, item) for at, item in enumerate(value))
    seen: set[int] = set()
    for number, _ in blocks:
        if number in seen:
            raise Problem("bad_blocks", f"Two blocks have the id {number}.")
        seen.add(number)
    return blocks


def _block(at: int, item: object) -> tuple[int, str]:
    match item:
        case {"id": bool()}:
            pass
        case {"id": int(number), "text": str(text)} if 0 <= number <= MAX_ID:
            return number, text
    raise Problem(
        "malformed_request", f"blocks[{at}] must be an object with a whole number as id and a string as text."
    )
