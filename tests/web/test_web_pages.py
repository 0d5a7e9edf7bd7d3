"""The pages for people."""

from __future__ import annotations

import io
from pathlib import Path

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import encode_multipart

from onrecord.model import Article
from onrecord.web import Settings, create_app
from onrecord.web.seeds import list_seeds
from tests.web.conftest import SEEDS

SENTENCES = "Mara Lindqvist said the crane was safe. " * 9
PAGE = f"<!doctype html><html><body><article><h1>Crane</h1><p>{SENTENCES}</p></article></body></html>"


def test_the_start_page_lists_every_seed_and_needs_no_script(client: FlaskClient) -> None:
    """Each sample has its line with what it shows; links work."""
    page = BeautifulSoup(client.get("/").text, "lxml")
    assert not page.find_all("script")
    links = {link["href"] for link in page.select("li a")}
    for seed in list_seeds(SEEDS):
        assert {f"/seeds/{seed.name}", f"/seeds/{seed.name}/original"} <= links
        assert seed.about
        assert seed.about in page.get_text()
    assert client.get(page.find("link", rel="stylesheet")["href"], buffered=True).content_type.startswith("text/css")


def test_a_seed_is_shown_annotated(client: FlaskClient, scored: list[Article]) -> None:
    """The link leads to the annotated page of that very file."""
    answer = client.get("/seeds/deserters")
    assert answer.content_type == "text/html; charset=utf-8"
    assert "Buryat Battalion" in scored[0].text


def test_a_seed_is_shown_as_it_is(client: FlaskClient) -> None:
    """Byte for byte, and unable to run anything."""
    answer = client.get("/seeds/deserters/original", buffered=True)
    assert answer.data == (SEEDS / "deserters.html").read_bytes()
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert client.get("/seeds/ferry-sale/original", buffered=True).content_type.startswith("text/plain")


def test_without_seeds_there_is_no_list(tmp_path: Path) -> None:
    """An installed package has none, and the page stands all the same."""
    for folder in (None, tmp_path / "nowhere", tmp_path):
        answer = create_app(Settings(seeds=folder)).test_client().get("/")
        assert answer.status_code == 200
        assert "Samples" not in answer.text


def test_pasting_markup_or_text_or_choosing_a_file(client: FlaskClient, scored: list[Article]) -> None:
    """The form takes all three; a chosen file goes first."""
    for form in (
        {"article": PAGE},
        {"article": SENTENCES},
        {"article": "", "file": (io.BytesIO(PAGE.encode()), "crane.html")},
    ):
        answer = client.post("/", data=form, content_type="multipart/form-data", headers={"Accept": "text/html"})
        assert answer.status_code == 200
        assert answer.content_type == "text/html; charset=utf-8"
    assert [article.text.count("Mara Lindqvist") for article in scored] == [9, 9, 9]
    assert [article.text.count("<") for article in scored] == [0, 0, 0]


def test_an_empty_form_is_answered_in_words(client: FlaskClient) -> None:
    """A person gets the page again with what is wrong; a program gets the problem."""
    answer = client.post("/", data={"article": " "}, headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert BeautifulSoup(answer.text, "lxml").find(role="alert")
    assert client.post("/", data={"article": " "}).json["code"] == "empty"


def test_a_long_paste_is_read(client: FlaskClient, scored: list[Article]) -> None:
    """Longer than form parsers allow a field by default."""
    boundary, body = encode_multipart({"article": SENTENCES * 2_000})
    assert client.post("/", data=body, content_type=f"multipart/form-data; boundary={boundary}").status_code == 200
    assert scored[0].text.count("Mara") == 18_000
