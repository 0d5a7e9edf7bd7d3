"""Takes the pictures of README and docs: a sample article with the overlay, and the extension's own pages, in Chromium.

Run as ``python -m scripts.screenshot`` from the repository's root.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from scripts.browser import ROOT, Reader, chromium_with_extension, running_backend, served_folder

IMAGES = ROOT / "docs" / "images"
SEED = "deserters.html"
SCROLLED = 560  # pixels, past headline and picture
SIZE = {"width": 1280, "height": 900}
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", ""), ("dark", "-dark"))
SHOWN_MS = 2_200  # each picture of the series
OWN_PAGES = {"options": "options/options.html", "welcome": "welcome/welcome.html"}
# A site whose own style follows the reader's system, as many do.
DARK_SITE = (
    "body, body * { background-color: #16191d !important; color: #e3e5e8 !important; border-color: #3a3f46 !important }"
)
# A passage in sight, left of the panel: where the pointer rests.
A_PASSAGE = """
() => {
  const box = [...CSS.highlights]
    .filter(([name]) => name.startsWith("onrecord-rung-"))
    .flatMap(([, ranges]) => [...ranges].map((range) => range.getClientRects()[0]))
    .find(({ top, left }) => top > 60 && top < 520 && left < 800);
  return [box.left + 20, box.top + box.height / 2];
}
"""


def main() -> None:
    """Write the pictures for each colour scheme of the reader's system, and the series that shows a reader's way."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_backend(Path(folder) / "backend.log") as backend,
        served_folder(ROOT / "seeds") as site,
    ):
        for scheme, suffix in SCHEMES:
            with _browser(Path(folder) / scheme, scheme) as reader:
                reader.use_backend(backend)
                series = list(_pictures(reader, f"{site}/{SEED}", scheme))
                series[2].save(IMAGES / f"overlay{suffix}.png", optimize=True)
                series[3].save(IMAGES / f"card{suffix}.png", optimize=True)
                for name, path in OWN_PAGES.items():
                    own = reader.open(f"{reader.worker.url.removesuffix('/background/main.js')}/{path}")
                    own.wait_for_timeout(800)
                    _shot(own).save(IMAGES / f"{name}{suffix}.png", optimize=True)
                if not suffix:
                    _write_series(series)


@contextmanager
def _browser(profile: Path, scheme: Literal["light", "dark"]) -> Iterator[Reader]:
    with (
        sync_playwright() as playwright,
        chromium_with_extension(playwright, profile, viewport=SIZE, color_scheme=scheme) as reader,
    ):
        yield reader


def _pictures(reader: Reader, url: str, scheme: str) -> Iterator[Image.Image]:
    """The page as it is, with its score, with its marks further down, and with the card."""
    page = reader.open(url)
    if scheme == "dark":
        page.add_style_tag(content=DARK_SITE)
    yield _shot(page)
    reader.click_toolbar_button(page)
    badge = reader.wait_for_badge(page)
    if not badge.isdigit():
        raise SystemExit(f"no score to show: the badge says {badge!r}")
    page.wait_for_timeout(500)  # milliseconds, for the last repaint
    yield _shot(page)
    page.evaluate("top => window.scrollTo(0, top)", SCROLLED)
    page.wait_for_timeout(500)
    yield _shot(page)
    x, y = page.evaluate(A_PASSAGE)
    page.mouse.move(x - 4, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(700)
    yield _shot(page)


def _shot(page: Page) -> Image.Image:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        page.screenshot(path=file.name)
        return Image.open(file.name).convert("RGB")


def _write_series(pictures: list[Image.Image]) -> None:
    """One picture that moves, in the colours of all of them."""
    small = [picture.resize((SIZE["width"] * 3 // 4, SIZE["height"] * 3 // 4)) for picture in pictures]
    frames = [picture.quantize(128, dither=Image.Dither.NONE) for picture in small]
    frames[0].save(
        IMAGES / "tour.gif", save_all=True, append_images=frames[1:], duration=SHOWN_MS, loop=0, optimize=True
    )


if __name__ == "__main__":
    main()
