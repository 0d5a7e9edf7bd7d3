"""The HTTP door."""

from __future__ import annotations

from flask import Flask

from onrecord.web import health, pages, problems, rules, scoring, security
from onrecord.web.settings import Settings

__all__ = ["Settings", "create_app"]


def create_app(settings: Settings | None = None) -> Flask:
    """The WSGI application, with nothing shared between two of them.

    Args:
        settings: what it may do; the defaults fit a reader's own machine.
    """
    settings = settings or Settings()
    app = Flask("onrecord.web")
    app.config.update(
        ONRECORD=settings,
        # One byte more than is taken: a body of untold length is cut off here without a word, so body.py must see the
        # byte too many.
        MAX_CONTENT_LENGTH=settings.max_bytes + 1,
        MAX_FORM_MEMORY_SIZE=settings.max_bytes,
    )
    app.url_map.merge_slashes = False  # or it answers // with a redirect page in HTML
    app.json.sort_keys = False  # type: ignore[attr-defined]
    security.register(app, settings)
    problems.register(app)
    for room in (scoring, rules, health, pages):
        app.register_blueprint(room.blueprint)
    return app
