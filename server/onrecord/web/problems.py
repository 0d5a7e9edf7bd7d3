"""Errors as RFC 9457 problem documents, each with a stable code. docs/api.md lists them; a test compares."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from onrecord.api import Unreadable
from onrecord.rendering.as_json import encodable

MEDIA_TYPE = "application/problem+json"
NAMESPACE = "urn:onrecord:problem:"
log = logging.getLogger("onrecord.web")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: a stable code, its HTTP status, and a title that never changes."""

    code: str
    status: int
    title: str


_KINDS = (
    Kind("bad_request", 400, "The request is not well-formed HTTP"),
    Kind("malformed_json", 400, "The body is not JSON"),
    Kind("malformed_request", 400, "The JSON is not a request that this server knows"),
    Kind("web_origin_refused", 403, "Web pages may not call this server"),
    Kind("not_found", 404, "There is nothing here"),
    Kind("method_not_allowed", 405, "This address does not take that method"),
    Kind("not_acceptable", 406, "The report does not come in any media type you accept"),
    Kind("too_large", 413, "The article is too large"),
    Kind("unsupported_media_type", 415, "The body's media type is not one that can be read"),
    Kind("unknown_host", 421, "This server does not answer to that name"),
    Kind("empty", 422, "There is nothing in the body"),
    Kind("binary", 422, "The body is not text"),
    Kind("too_complex", 422, "The page is too complex to read"),
    Kind("nothing_to_read", 422, "There is no article on the page"),
    Kind("bad_blocks", 422, "The blocks do not fit the page"),
    Kind("fetch_disabled", 422, "This server does not fetch pages"),
    Kind("unreadable", 422, "The body cannot be read as an article"),
    Kind("headers_too_large", 431, "The request's headers are too large"),
    Kind("internal", 500, "Something went wrong in the server"),
    Kind("not_implemented", 501, "The request asks for something this server cannot do"),
    Kind("not_ready", 503, "The server is not ready"),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.code: kind for kind in _KINDS})
_BY_STATUS = {kind.status: kind for kind in reversed(_KINDS)}
_SILENT = "The server could not finish this request. Nothing about the article was kept."


class Problem(Exception):  # noqa: N818 - the name of RFC 9457
    """Raised where a request cannot be answered.

    Attributes:
        code: one of ``KINDS``.
        detail: what was wrong with this very request, for a person.
        headers: further headers of the answer.
    """

    def __init__(self, code: str, detail: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.headers = headers


def document(kind: Kind, detail: str, instance: str) -> bytes:
    """The problem as JSON bytes."""
    members = {
        "type": NAMESPACE + kind.code,
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "instance": instance,
        "code": kind.code,
    }
    return (encodable(json.dumps(members, ensure_ascii=False)) + "\n").encode()


def kind_for_status(status: int) -> Kind:
    """The kind that stands for an HTTP status which a library chose."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return KINDS["internal"] if status >= HTTPStatus.INTERNAL_SERVER_ERROR else KINDS["bad_request"]


def kind_for_unreadable(error: Unreadable) -> Kind:
    """The kind that stands for what the reading room could not read."""
    return KINDS.get(error.code, KINDS["unreadable"])


def answer(kind: Kind, detail: str, headers: Iterable[tuple[str, str]] = ()) -> Response:
    """The problem as a response to the current request."""
    response = Response(document(kind, detail, request.path), status=kind.status, content_type=MEDIA_TYPE)
    response.headers.extend(dict(headers))
    return response


def register(app: Flask) -> None:
    """Let every error of the application leave as a problem document."""

    @app.errorhandler(Problem)
    def _ours(error: Problem) -> Response:
        return answer(KINDS[error.code], error.detail, error.headers)

    @app.errorhandler(Unreadable)
    def _unreadable(error: Unreadable) -> Response:
        return answer(kind_for_unreadable(error), error.message)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        kind = kind_for_status(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        kept = [(name, value) for name, value in error.get_headers() if name in ("Allow", "Retry-After")]
        return answer(kind, _SILENT if kind.code == "internal" else _plain(kind, error), kept)

    @app.errorhandler(Exception)
    def _unexpected(error: Exception) -> Response:
        log.error("unexpected error at %s", request.path, exc_info=error)
        return answer(KINDS["internal"], _SILENT)


def _plain(kind: Kind, error: HTTPException) -> str:
    """A library's sentence about the error, which is made for HTML pages, without its line breaks."""
    return " ".join((error.description or kind.title).split())
