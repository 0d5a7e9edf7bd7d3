"""One backend and one browser for all tests here. Without Chromium they fail, and say what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from scripts.browser import ROOT, Reader, chromium_with_extension, running_backend, served_folder


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real backend's address."""
    with running_backend(tmp_path_factory.mktemp("backend") / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def seeds() -> Iterator[str]:
    """Address of a site with the sample articles."""
    with served_folder(ROOT / "seeds") as address:
        yield address


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """Address of a site with pages that are hard to read or hostile."""
    with served_folder(Path(__file__).parent / "pages") as address:
        yield address


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Chromium with the extension."""
    with (
        sync_playwright() as playwright,
        chromium_with_extension(
            playwright, tmp_path_factory.mktemp("profile"), viewport={"width": 1280, "height": 900}
        ) as reader,
    ):
        yield reader


@pytest.fixture
def reader(browser: Reader, backend: str) -> Iterator[Reader]:
    """The browser, told where the backend is; tabs opened by the test are closed after it."""
    browser.use_backend(backend)
    before: list[Page] = browser.context.pages
    yield browser
    for page in browser.context.pages:
        if page not in before:
            page.close()
