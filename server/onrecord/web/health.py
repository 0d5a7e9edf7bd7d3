"""``GET /healthz`` and ``GET /readyz``: for whoever keeps the server running."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, jsonify

from onrecord import pipeline
from onrecord.web.problems import Problem

blueprint = Blueprint("health", __name__)
log = logging.getLogger("onrecord.web")


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> Response:
    """The model is loaded; the first call loads it if nothing did before.

    Raises:
        Problem: ``not_ready``, with the cause in the server's log only.
    """
    try:
        pipeline.warm_up()
    except Exception:
        log.exception("the model could not be loaded")
        raise Problem("not_ready", "The model could not be loaded; the server's log says why.") from None
    return jsonify(status="ready")
