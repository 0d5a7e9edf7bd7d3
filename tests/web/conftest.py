"""Clients of the web door."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from onrecord.web import Settings, create_app

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def client() -> FlaskClient:
    """The whole application, as a caller on this machine sees it."""
    return create_app(Settings(seeds=SEEDS)).test_client()
