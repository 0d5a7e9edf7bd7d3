"""Errors as problem documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from onrecord import pipeline
from onrecord.model import Article
from onrecord.web.problems import KINDS

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
TEXT = "Mara Lindqvist said the crane was safe. " * 8


def test_every_code_is_documented_with_its_status() -> None:
    """The table in docs/api.md and the code list the same problems."""
    documented = dict(
        reversed(row) for row in re.findall(r"^\| (\d{3}) \| `(\w+)` \|", DOCS.read_text("utf-8"), re.MULTILINE)
    )
    assert documented == {kind.code: str(kind.status) for kind in KINDS.values()}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", "/v1//score", 404, "not_found"),
        ("GET", "/seeds/nowhere", 404, "not_found"),
        ("GET", "/seeds/..%2fpyproject", 404, "not_found"),
        ("GET", "/seeds/deserters.expected/original", 404, "not_found"),
        ("GET", "/static/../../cli.py", 404, "not_found"),
        ("GET", "/v1/score", 405, "method_not_allowed"),
        ("DELETE", "/v1/score", 405, "method_not_allowed"),
        ("POST", "/healthz", 405, "method_not_allowed"),
    ],
)
@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_members_of_a_problem(client: FlaskClient, method: str, path: str, status: int, code: str, accept: str) -> None:
    """All members are there and agree with the status line, whatever form was asked for."""
    answer = client.open(path, method=method, headers={"Accept": accept})
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    problem = answer.json
    assert list(problem) == ["type", "title", "status", "detail", "instance", "code"]
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"urn:onrecord:problem:{code}"
    assert problem["title"] == KINDS[code].title
    assert "<" not in problem["detail"]


def test_405_lists_the_methods(client: FlaskClient) -> None:
    """A caller learns what would work."""
    assert "POST" in client.get("/v1/score").headers["Allow"]


def test_a_mistake_of_ours_tells_nothing(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """500 with no word of the exception; the log has it."""

    def fail(article: Article) -> None:
        raise RuntimeError("secret /home/somebody")

    monkeypatch.setattr(pipeline, "score", fail)
    answer = client.post("/v1/score", data=TEXT, content_type="text/plain")
    assert (answer.status_code, answer.json["code"]) == (500, "internal")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_mistake_of_ours_is_logged(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever runs the server can find the cause."""

    def fail(article: Article) -> None:
        raise RuntimeError("the cause")

    monkeypatch.setattr(pipeline, "score", fail)
    client.post("/v1/score", data=TEXT, content_type="text/plain")
    assert "the cause" in caplog.text


def test_not_ready_without_a_model(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """/readyz fails while /healthz does not."""

    def fail() -> None:
        raise OSError("no weights at /home/somebody")

    monkeypatch.setattr(pipeline, "warm_up", fail)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json["code"]) == (503, "not_ready")
    assert "somebody" not in answer.text
    assert client.get("/healthz").json == {"status": "ok"}


def test_ready_with_the_model(client: FlaskClient) -> None:
    """The packaged model loads."""
    assert client.get("/readyz").json == {"status": "ready"}
