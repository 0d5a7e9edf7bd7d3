"""What the issue lists as bad input, through HTTP, with the real rooms behind."""

from __future__ import annotations

import io
import json

import pytest
from flask.testing import FlaskClient

LIMIT = 5 * 1024 * 1024
SENTENCE = "Mara Lindqvist, the harbour master, said on Friday that the crane was safe to use again. "
NESTED = "<div>" * 10_000 + f"<p>{SENTENCE * 20}</p>" + "</div>" * 10_000
NO_ARTICLE = "<!doctype html><html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav></body></html>"


@pytest.mark.parametrize(
    ("data", "content_type", "status", "code"),
    [
        (b"", "text/html", 422, "empty"),
        (b"", "text/plain", 422, "empty"),
        (b" \n\t ", "text/plain", 422, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "text/html", 422, "binary"),
        (b"\x00\x01\x02\x03" * 500, "text/plain", 422, "binary"),
        (b"a" * (LIMIT + 1), "text/plain", 413, "too_large"),
        (b"<p>" + b"a" * (6 * 1024 * 1024), "text/html", 413, "too_large"),
        (b'{"text": "' + b"a" * (6 * 1024 * 1024) + b'"}', "application/json", 413, "too_large"),
        (b"<p>x", "image/png", 415, "unsupported_media_type"),
        (b'{"html": ', "application/json", 400, "malformed_json"),
    ],
)
def test_what_cannot_be_read_is_a_problem(
    client: FlaskClient, data: bytes, content_type: str, status: int, code: str
) -> None:
    """The status and the code that docs/api.md promises."""
    answer = client.post("/v1/score", data=data, content_type=content_type)
    assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize("length", [LIMIT + 1, 3 * LIMIT])
def test_a_body_of_untold_length_is_read_no_further_than_the_limit(client: FlaskClient, length: int) -> None:
    """Without Content-Length (chunked) the bound holds while reading."""
    stream = io.BytesIO(b"a" * length)
    environ = {"wsgi.input": stream, "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = client.post("/v1/score", content_type="text/plain", environ_overrides=environ)
    assert (answer.status_code, answer.json["code"]) == (413, "too_large")
    assert stream.tell() <= LIMIT + 64 * 1024


@pytest.mark.parametrize("page", [NESTED, NO_ARTICLE], ids=["nested", "no article"])
def test_pages_without_an_article_or_too_deep(client: FlaskClient, page: str) -> None:
    """A problem that says so, or a report without a score: never a failure of ours."""
    answer = client.post("/v1/score", data=page, content_type="text/html")
    if answer.status_code == 200:
        assert answer.json["status"] == "not_scored" or page is NESTED
    else:
        assert (answer.status_code, answer.json["code"]) in {(422, "too_complex"), (422, "nothing_to_read")}


@pytest.mark.parametrize("member", ["text", "html"])
def test_lone_surrogates_come_back_as_utf8(client: FlaskClient, member: str) -> None:
    """A JSON escape that is half a character does not break the answer, and spans still fit."""
    text = SENTENCE * 10 + "\\ud800 broken \\udfff. " + SENTENCE
    body = f'{{"{member}": "<p>{text}</p>"}}' if member == "html" else f'{{"text": "{text}"}}'
    answer = client.post("/v1/score", data=body, content_type="application/json")
    assert answer.status_code == 200, answer.text
    report = json.loads(answer.data.decode("utf-8"))
    assert "\ufffd broken \ufffd" in report["article"]["text"]
    for found in report["attributions"]:
        for span in found["statement"]:
            assert report["article"]["text"][span["start"] : span["end"]] == span["exact"]


@pytest.mark.parametrize("accept", ["text/html", "text/plain"])
def test_lone_surrogates_in_every_form(client: FlaskClient, accept: str) -> None:
    """The page and the text encode as well."""
    body = '{"title": "\\udfff", "text": "' + SENTENCE * 10 + '\\ud800"}'
    answer = client.post("/v1/score", data=body, content_type="application/json", headers={"Accept": accept})
    assert answer.status_code == 200
    answer.data.decode("utf-8")
