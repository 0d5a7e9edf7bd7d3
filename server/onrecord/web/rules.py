"""``GET /v1/rubric``: the rules that reports are made by."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from onrecord.rendering import rules_dict
from onrecord.rubric import rubric

blueprint = Blueprint("rules", __name__)


@blueprint.get("/v1/rubric")
def rules() -> Response:
    """Every rung, signal, hedge and number with its standard; 304 for a caller who has this version already."""
    known = rubric()
    response = jsonify(rules_dict(known))
    response.set_etag(known.version)
    response.make_conditional(request)
    return response
