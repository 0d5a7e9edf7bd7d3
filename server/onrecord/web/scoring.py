"""``POST /v1/score``: one article in, its report out."""

from __future__ import annotations

from flask import Blueprint, Request, Response, current_app, request

from onrecord.model import OffsetUnit, Report
from onrecord.rendering import PAGE_POLICY, to_json, to_page, to_text
from onrecord.web.body import read_request
from onrecord.web.problems import Problem
from onrecord.web.settings import Settings

JSON, HTML, TEXT = "application/json", "text/html", "text/plain"
OFFERED = (JSON, HTML, TEXT)  # the first is the answer where all are equally welcome

blueprint = Blueprint("scoring", __name__)


@blueprint.post("/v1/score")
def score() -> Response:
    """The report on the article in the body, in the form that ``Accept`` asks for."""
    settings: Settings = current_app.config["ONRECORD"]
    form = acceptable(request)
    asked = read_request(request, settings)
    return report_response(asked.score(), form, asked.offset_unit)


def acceptable(asking: Request) -> str:
    """The form of the report that the caller likes best.

    Raises:
        Problem: ``not_acceptable``.
    """
    if not asking.headers.get("Accept", "").strip():
        return JSON
    best = asking.accept_mimetypes.best_match(OFFERED)
    if best is None:
        raise Problem("not_acceptable", f"The report comes as {', '.join(OFFERED)}.")
    return best


def report_response(report: Report, form: str, offset_unit: OffsetUnit = "codepoint") -> Response:
    """The report in one of the forms offered."""
    if form == HTML:
        return page_response(report)
    if form == TEXT:
        response = Response(to_text(report), content_type=f"{TEXT}; charset=utf-8")
    else:
        response = Response(to_json(report, offset_unit=offset_unit), content_type=JSON)
    response.vary.add("Accept")
    return response


def page_response(report: Report) -> Response:
    """The annotated page, which may show nothing but itself."""
    response = Response(to_page(report), content_type=f"{HTML}; charset=utf-8")
    response.headers["Content-Security-Policy"] = f"{PAGE_POLICY}; frame-ancestors 'none'"
    response.vary.add("Accept")
    return response
