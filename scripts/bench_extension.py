"""What the extension costs a page, in real Chromium: ``python -m scripts.bench_extension [--rounds N]``.

A page of some 40,000 characters in some 2,800 elements is made of the project's own gold articles, with the furniture
of a news site. The times are those of the browser's own performance timeline (User Timing and Long Tasks), taken inside
the page.
"""

from __future__ import annotations

import argparse
import tempfile
from html import escape
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from evaluation.gold.marks import read_all
from scripts.browser import Reader, chromium_with_extension, running_backend, served_folder

CHARACTERS = 40_000
ELEMENTS = 2_800
WIDE, HIGH = 1280, 900
COLLECT_MS, PAINT_MS, LONG_TASK_MS = 30.0, 50.0, 50.0  # what the project allows itself
MEASURE = """
async ([url, rounds]) => {
  const [tab] = await chrome.tabs.query({ url });
  const func = async (rounds) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const timed = async (name, act) => {
      for (let round = 0; round < rounds; round += 1) {
        await frame();
        performance.mark(`${name} begins`);
        act();
        performance.measure(name, `${name} begins`);
        await frame();
        await frame(); // what was changed is on the screen
        performance.measure(`${name}, shown`, `${name} begins`);
      }
      const durations = (entry) => performance.getEntriesByName(entry, "measure").map(({ duration }) => duration);
      return [name, `${name}, shown`].map(durations);
    };
    const overlay = openOverlay;
    const [, still] = await timed("nothing", () => {});
    const [collected] = await timed("collect", () => collectPage());
    const [placed] = await timed("place", () => placeFindings(overlay, overlay.view.report));
    const [painted, shown] = await timed("paint", () => repaint(overlay));
    const ranges = overlay.placed.reduce((sum, found) => sum + found.ranges.length, 0);
    return { still, collected, placed, painted, shown, ranges };
  };
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func, args: [rounds] });
  return result;
}
"""
WATCH_LONG_TASKS = """
() => {
  window.longTasks = [];
  const note = (list) => longTasks.push(...list.getEntries().map((entry) => entry.duration));
  new PerformanceObserver(note).observe({ type: "longtask" });
}
"""
SCROLL = """
() => new Promise((done) => {
  const step = () => {
    scrollBy(0, 120);
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) done(longTasks);
    else requestAnimationFrame(step);
  };
  step();
})
"""


def long_page() -> str:
    """The page that is measured, as HTML."""
    paragraphs = [part for article in read_all() for part in article.text.split("\n")[1:] if part.strip()]
    body: list[str] = []
    length = 0
    while length < CHARACTERS:
        words = paragraphs[len(body)]
        first, _, rest = words.partition(" ")
        body.append(f"<p><span>{escape(first)}</span> <em>{escape(rest[:20])}</em>{escape(rest[20:])}</p>")
        length += len(words)
    teasers = (ELEMENTS - 4 * len(body)) // 4
    furniture = "".join(
        f"<li><div class='teaser'><a href='/{n}'><span>Teaser {n}</span></a></div></li>" for n in range(teasers)
    )
    title = "A long day in many places"
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    article = f"<article><h1>{title}</h1>{''.join(body)}</article>"
    return f"<!doctype html><html lang='en'>{head}<body>{article}<aside><ul>{furniture}</ul></aside></body></html>"


def measure(reader: Reader, page: Page, rounds: int) -> dict[str, Any]:
    """Milliseconds of each round, and the long tasks of a scroll through the page with the overlay on it."""
    page.evaluate(WATCH_LONG_TASKS)
    reader.click_toolbar_button(page)
    badge = reader.wait_for_badge(page)
    assert badge not in ("", "!"), badge
    page.wait_for_timeout(500)
    opening = list(page.evaluate("longTasks.splice(0)"))
    times: dict[str, Any] = reader.worker.evaluate(MEASURE, [page.url, rounds])
    page.evaluate("longTasks.splice(0)")
    return times | {"opening": opening, "scrolling": page.evaluate(SCROLL)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        site.mkdir()
        (site / "long.html").write_text(long_page(), encoding="utf-8")
        with (
            running_backend(Path(folder) / "log.txt") as backend,
            served_folder(site) as address,
            sync_playwright() as playwright,
            chromium_with_extension(
                playwright, Path(folder) / "profile", viewport={"width": WIDE, "height": HIGH}
            ) as reader,
        ):
            reader.use_backend(backend)
            page = reader.open(f"{address}/long.html")
            size = page.evaluate("[document.body.innerText.length, document.querySelectorAll('*').length]")
            times = measure(reader, page, rounds)
    print(
        f"a page of {size[0]:,} characters in {size[1]:,} elements, {times['ranges']} passages; {rounds} rounds, median"
    )
    shown, still = median(times["shown"]), median(times["still"])
    for what, taken, bound in (
        ("reading the page into blocks", median(times["collected"]), f"(bound {COLLECT_MS:.0f})"),
        ("placing the findings", median(times["placed"]), ""),
        ("painting them", median(times["painted"]), ""),
        ("… until they are on the screen", shown, f"(bound {PAINT_MS:.0f}; two frames of nothing: {still:.1f})"),
    ):
        print(f"{what:38}{taken:7.1f} ms   {bound}".rstrip())
    for name, what in (("opening", "longest task while it opens"), ("scrolling", "longest task while scrolling")):
        longest = f"{max(times[name]):7.1f} ms" if times[name] else f"  under {LONG_TASK_MS:.0f} ms"
        print(f"{what:38}{longest}")


if __name__ == "__main__":
    main()
