"""``POST /v1/score`` between the caller and the pipeline."""

from __future__ import annotations

import io
import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from onrecord.model import Article
from onrecord.rendering import to_json, to_page, to_text
from tests.sample_report import REPORT

PAGE = b"<!doctype html><html><body><article><h1>Crane</h1><p>%s</p></article></body></html>" % (
    b"Mara Lindqvist, the harbour master, said on Friday that the crane was safe to use again after repairs. " * 8
)
TEXT = "Mara Lindqvist said the crane was safe. " * 8


def post(
    client: FlaskClient, data: bytes | str, content_type: str | None = "text/html", **headers: str
) -> TestResponse:
    """What the server answers to a score request."""
    return client.post("/v1/score", data=data, content_type=content_type, headers=headers)


def test_json_is_the_answer_unless_asked_otherwise(client: FlaskClient, scored: list[Article]) -> None:
    """The body is just what the one JSON function gives."""
    answer = post(client, PAGE)
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    assert answer.data == to_json(REPORT).encode()


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("*/*", "application/json"),
        ("", "application/json"),
        ("application/json", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/*;q=0.5, application/json;q=0.4", "text/html; charset=utf-8"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("text/html;q=0.2, text/plain;q=0.9", "text/plain; charset=utf-8"),
        ("application/json;q=0, */*", "text/html; charset=utf-8"),
    ],
)
def test_accept_chooses_the_form(client: FlaskClient, scored: list[Article], accept: str, content_type: str) -> None:
    """Quality values count; where all are equally welcome, JSON comes."""
    answer = post(client, PAGE, Accept=accept)
    assert answer.content_type == content_type
    assert "Accept" in answer.headers["Vary"]


def test_each_form_is_what_its_renderer_gives(client: FlaskClient, scored: list[Article]) -> None:
    """The door adds nothing to the page and the text."""
    assert post(client, PAGE, Accept="text/html").text == to_page(REPORT)
    assert post(client, PAGE, Accept="text/plain").text == to_text(REPORT)


@pytest.mark.parametrize("accept", ["image/png", "application/ld+json", "text/csv;q=1, image/*"])
def test_a_form_that_does_not_exist_is_refused_before_any_work(
    client: FlaskClient, scored: list[Article], accept: str
) -> None:
    """406, and nothing was scored."""
    answer = post(client, PAGE, Accept=accept)
    assert (answer.status_code, answer.json["code"]) == (406, "not_acceptable")
    assert not scored


def test_charset_of_the_content_type_reaches_the_reader(client: FlaskClient, scored: list[Article]) -> None:
    """Bytes that are not UTF-8 are read as the header says."""
    page = PAGE.replace(b"crane was", "kran für Łódź was".encode("iso-8859-2", "replace"))
    post(client, page, "text/html; charset=iso-8859-2")
    assert "kran für Łódź" in scored[0].text


def test_json_members_reach_the_reader(client: FlaskClient, scored: list[Article]) -> None:
    """html, url and title arrive; unknown members are passed over."""
    body = {"html": PAGE.decode(), "url": "https://courier.example/crane", "title": "Ours", "colour": 3, "text": None}
    answer = post(client, json.dumps(body), "application/json")
    assert answer.status_code == 200
    assert scored[0].url == "https://courier.example/crane"
    assert scored[0].title == "Ours"


def test_text_in_json_is_the_articles_text(client: FlaskClient, scored: list[Article]) -> None:
    """Plain text keeps its offsets."""
    post(client, json.dumps({"text": TEXT}), "application/json; charset=utf-8")
    post(client, TEXT, "text/plain")
    assert [article.text for article in scored] == [TEXT, TEXT]


def test_blocks_tie_the_report_to_what_the_browser_saw(client: FlaskClient, scored: list[Article]) -> None:
    """Texts and ids of the blocks are the article's."""
    sentence = "Mara Lindqvist, the harbour master, said on Friday that the crane was safe to use again. " * 6
    page = f'<html><body><article><h1 data-onrecord-block="3">Crane</h1><p data-onrecord-block="7">{sentence}</p>'
    body = {"html": page, "blocks": [{"id": 3, "text": "Crane"}, {"id": 7, "text": sentence}]}
    answer = post(client, json.dumps(body), "application/json")
    assert answer.status_code == 200, answer.text
    assert {block.id for block in scored[0].blocks} <= {3, 7}
    assert sentence in scored[0].text


def test_offsets_in_utf16_on_request(client: FlaskClient, scored: list[Article]) -> None:
    """The unit asked for is the unit named and used."""
    body = {"text": TEXT, "offset_unit": "utf16"}
    answer = post(client, json.dumps(body), "application/json")
    assert answer.json == REPORT.to_dict("utf16")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("", 400, "malformed_json"),
        ("{", 400, "malformed_json"),
        ("{'html': 1}", 400, "malformed_json"),
        ('"html"', 400, "malformed_request"),
        ("[]", 400, "malformed_request"),
        ("null", 400, "malformed_request"),
        ("NaN", 400, "malformed_request"),
        ("{}", 400, "malformed_request"),
        ('{"html": 1}', 400, "malformed_request"),
        ('{"html": ["x"]}', 400, "malformed_request"),
        ('{"html": "<p>x", "text": "x"}', 400, "malformed_request"),
        ('{"text": "x", "url": 7}', 400, "malformed_request"),
        ('{"text": "x", "title": {}}', 400, "malformed_request"),
        ('{"text": "x", "offset_unit": "bytes"}', 400, "malformed_request"),
        ('{"text": "x", "offset_unit": ["utf16"]}', 400, "malformed_request"),
        ('{"text": "x", "blocks": []}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": {}}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": [1]}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": [{"id": true, "text": "x"}]}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": [{"id": 1.0, "text": "x"}]}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": [{"id": -1, "text": "x"}]}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": [{"id": 1, "text": null}]}', 400, "malformed_request"),
        ('{"html": "<p>x", "blocks": [{"id": 1, "text": "x"}, {"id": 1, "text": "y"}]}', 422, "bad_blocks"),
        ('{"url": "https://courier.example/"}', 422, "fetch_disabled"),
        ('{"html": ""}', 422, "empty"),
        ('{"text": ""}', 422, "empty"),
        ("[" * 100_000, 400, "malformed_json"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", 400, "malformed_json"),
        ('{"id": ' + "9" * 5000 + "}", 400, "malformed_json"),
        (b'{"text": "\xff\xfe"}', 400, "malformed_json"),
        ('{"text": "x"}'.encode("utf-16"), 400, "malformed_json"),
    ],
)
def test_json_that_is_no_request(client: FlaskClient, body: str | bytes, status: int, code: str) -> None:
    """Each kind of mistake has its code, and the answer is a problem document."""
    answer = post(client, body, "application/json")
    assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
    assert answer.content_type == "application/problem+json"


def test_too_many_blocks(client: FlaskClient) -> None:
    """The bound is told."""
    body = {"html": "<p>x", "blocks": [{"id": n, "text": ""} for n in range(50_001)]}
    stream = io.BytesIO(json.dumps(body).encode())
    answer = client.post("/v1/score", input_stream=stream, content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (422, "bad_blocks")
    assert "50000" in answer.json["detail"]


@pytest.mark.parametrize(
    "content_type", [None, "application/xml", "text/markdown", "application/x-www-form-urlencoded"]
)
def test_a_media_type_that_is_not_read(client: FlaskClient, content_type: str | None) -> None:
    """415 says which types are."""
    answer = post(client, PAGE, content_type)
    assert (answer.status_code, answer.json["code"]) == (415, "unsupported_media_type")
    assert "text/html" in answer.headers["Accept-Post"]


def test_a_compressed_body_is_refused(client: FlaskClient) -> None:
    """415 says that only the plain coding is taken."""
    answer = post(client, PAGE, **{"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.json["code"]) == (415, "unsupported_media_type")
    assert answer.headers["Accept-Encoding"] == "identity"
