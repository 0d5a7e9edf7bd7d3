"""Takes the README's pictures: a sample article with the overlay, as Chromium shows it.

Run as ``python -m scripts.screenshot`` from the repository's root.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from scripts.browser import ROOT, chromium_with_extension, running_backend, served_folder

IMAGES = ROOT / "docs" / "images"
SEED = "deserters.html"
SCROLLED = 560  # pixels, past headline and picture
PICTURES: tuple[tuple[str, Literal["light", "dark"]], ...] = (("overlay.png", "light"), ("overlay-dark.png", "dark"))


def main() -> None:
    """Write one picture for each colour scheme of the reader's system."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        with running_backend(scratch / "backend.log") as backend, served_folder(ROOT / "seeds") as site:
            for name, scheme in PICTURES:
                _take(IMAGES / name, scheme, backend, f"{site}/{SEED}", scratch / scheme)


def _take(image: Path, scheme: Literal["light", "dark"], backend: str, url: str, profile: Path) -> None:
    size = {"width": 1280, "height": 900}
    with (
        sync_playwright() as playwright,
        chromium_with_extension(playwright, profile, viewport=size, color_scheme=scheme) as reader,
    ):
        reader.use_backend(backend)
        page = reader.open(url)
        reader.click_toolbar_button(page)
        badge = reader.wait_for_badge(page)
        if not badge.isdigit():
            raise SystemExit(f"no score to show: the badge says {badge!r}")
        page.evaluate("top => window.scrollTo(0, top)", SCROLLED)
        page.wait_for_timeout(500)  # milliseconds, for the last repaint
        page.screenshot(path=image)


if __name__ == "__main__":
    main()
