"""Who may call, and what every answer carries."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, request

from onrecord.web.problems import Problem
from onrecord.web.settings import Settings

EXTENSION_SCHEMES = frozenset({"chrome-extension", "moz-extension"})
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    # Not no-referrer: browsers would send "Origin: null" with our own form.
    ("Referrer-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", NOTHING),
)


def register(app: Flask, settings: Settings) -> None:
    """Guard every request and dress every answer of the application."""

    @app.before_request
    def _guard() -> None:
        check_host(request.headers.get("Host", ""), settings)
        check_origin(request.headers.get("Origin"), f"{request.scheme}://{request.headers.get('Host', '')}")

    @app.after_request
    def _dress(response: Response) -> Response:
        for name, value in HEADERS:
            response.headers.setdefault(name, value)
        return response


def check_host(host: str, settings: Settings) -> None:
    """Refuse names that are not ours, so that no web page reaches us by pointing a name of its own here.

    Raises:
        Problem: ``unknown_host``.
    """
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host, ""
    if name.lower() not in settings.host_names or (port and not (port.isascii() and port.isdigit())):
        raise Problem("unknown_host", "The Host header must name this machine, such as 127.0.0.1 or localhost.")


def check_origin(origin: str | None, own: str) -> None:
    """Refuse calls from web pages. Browser extensions, programs without an origin and our own page may call.

    Raises:
        Problem: ``web_origin_refused``.
    """
    if origin is None or origin.lower() == own.lower():
        return
    if origin.partition("://")[0].lower() in EXTENSION_SCHEMES and _is_bare_origin(origin):
        return
    raise Problem(
        "web_origin_refused", "Calls from web pages are refused; use the extension, the page at /, or a program."
    )


def _is_bare_origin(origin: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return bool(parts.netloc) and not parts.path and not parts.query
