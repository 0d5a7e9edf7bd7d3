"""Who may call, and what every answer carries."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from onrecord.model import Article
from onrecord.web import Settings, create_app

TEXT = "Mara Lindqvist said the crane was safe. " * 8


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "http://localhost",
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "moz-extension://4f2f2a4e-2f0c-4a43-9c0e-6a1b2c3d4e5f",
    ],
)
def test_programs_extensions_and_our_own_page_may_call(
    client: FlaskClient, scored: list[Article], origin: str | None
) -> None:
    """No origin, an extension's, or the server's own."""
    headers = {"Origin": origin} if origin else {}
    answer = client.post("/v1/score", data=TEXT, content_type="text/plain", headers=headers)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "https://news.example",
        "http://127.0.0.1:9999",
        "https://localhost",
        "http://localhost:8765",
        "http://localhost.evil.example",
        "null",
        "",
        "file://",
        "chrome-extension://",
        "chrome-extension://abc/evil",
        "moz-extension://[",
    ],
)
@pytest.mark.parametrize(("method", "path"), [("POST", "/v1/score"), ("GET", "/"), ("OPTIONS", "/v1/score")])
def test_web_pages_may_not_call(
    client: FlaskClient, scored: list[Article], origin: str, method: str, path: str
) -> None:
    """Every other origin is refused, whatever it asks, and nothing invites it to try."""
    answer = client.open(path, method=method, data=TEXT, content_type="text/plain", headers={"Origin": origin})
    assert (answer.status_code, answer.json["code"]) == (403, "web_origin_refused")
    assert not [name for name, _ in answer.headers if name.lower().startswith("access-control")]
    assert not scored


@pytest.mark.parametrize("host", ["localhost", "localhost:", "LOCALHOST:1", "127.0.0.1:8765", "[::1]", "[::1]:8765"])
def test_names_of_this_machine_are_answered(client: FlaskClient, host: str) -> None:
    """Any port will do: it may be forwarded."""
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8765",
        "0.0.0.0",
        "::1",
        "localhost:x",
        "a@localhost",
        "[::2]:80",
        " ",
    ],
)
@pytest.mark.parametrize("path", ["/healthz", "/", "/v1/score", "/nowhere"])
def test_other_names_are_not(client: FlaskClient, host: str, path: str) -> None:
    """A name that somebody else pointed here is refused, on every address."""
    answer = client.get(path, headers={"Host": host})
    assert (answer.status_code, answer.json["code"]) == (421, "unknown_host")


def test_names_can_be_set() -> None:
    """An application for another machine answers to that machine's name only."""
    client = create_app(Settings(host_names=frozenset({"desk.example"}))).test_client()
    assert client.get("/healthz", headers={"Host": "desk.example:443"}).status_code == 200
    assert client.get("/healthz", headers={"Host": "localhost"}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/static/start.css", "/seeds/deserters/original"])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    """Nothing is sniffed, framed, cached or sent on; scripts never run."""
    headers = client.get(path, buffered=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy


def test_the_annotated_page_may_use_its_own_style_sheet_only(client: FlaskClient, scored: list[Article]) -> None:
    """No inline style at large, no host: one hash."""
    answer = client.post("/v1/score", data=TEXT, content_type="text/plain", headers={"Accept": "text/html"})
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == 1
    assert "frame-ancestors 'none'" in policy
