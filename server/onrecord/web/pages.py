"""The pages for people: a start page to paste an article into, and the samples. They work without JavaScript."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, render_template, request, send_file

from onrecord import api
from onrecord.api import Report, Unreadable
from onrecord.rendering import rules_told
from onrecord.rubric import rubric
from onrecord.web.problems import Problem, kind_for_unreadable
from onrecord.web.scoring import HTML, JSON, acceptable, page_response
from onrecord.web.seeds import Seed, find_seed, list_seeds
from onrecord.web.settings import Settings

START_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
# A sample shown as it is has styles of its own and must not do anything else.
SAMPLE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def start() -> Response:
    """The start page."""
    return _start_page()


@blueprint.post("/")
def paste() -> Response:
    """The annotated page for what was pasted or chosen in the start page's form."""
    try:
        return page_response(_from_form())
    except Unreadable as error:
        if acceptable(request) == JSON:
            raise
        return _start_page(error.message, kind_for_unreadable(error).status)


@blueprint.get("/rubric")
def rules() -> Response:
    """Every rule for people, each under its id: what the extension's links lead to."""
    return _page("rubric.html", rules=list(rules_told(rubric())), version=rubric().version)


@blueprint.get("/seeds/<name>")
def seed(name: str) -> Response:
    """A sample, annotated."""
    return page_response(api.score_file(_seed(name).path))


@blueprint.get("/seeds/<name>/original")
def seed_original(name: str) -> Response:
    """A sample as it is, for instance to try the extension on it."""
    path = _seed(name).path
    response = send_file(path, mimetype=HTML if path.suffix == ".html" else "text/plain")
    response.headers["Content-Security-Policy"] = SAMPLE_POLICY
    return response


def _settings() -> Settings:
    settings: Settings = current_app.config["ONRECORD"]
    return settings


def _seed(name: str) -> Seed:
    found = find_seed(_settings().seeds, name)
    if found is None:
        raise Problem("not_found", "There is no sample of that name.")
    return found


def _start_page(message: str | None = None, status: int = 200) -> Response:
    return _page("start.html", status, seeds=list_seeds(_settings().seeds), message=message)


def _page(template: str, status: int = 200, **values: Any) -> Response:
    """One of the pages in our own style."""
    response = Response(render_template(template, **values), status=status, content_type=f"{HTML}; charset=utf-8")
    response.headers["Content-Security-Policy"] = START_POLICY
    return response


def _from_form() -> Report:
    """The report on the form's file, if one was chosen, else on its text.

    Raises:
        Unreadable: if there is nothing to read in it.
    """
    chosen = request.files.get("file")
    if chosen and chosen.filename:
        return api.score_any(chosen.read())
    return api.score_any(request.form.get("article", "").encode("utf-8", "replace"))
