"""Pages built as real news sites build them, each with something hard in it: what is painted is what the report says."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.browser import Reader
from tests.browser.steps import Exchange, Recorder, World, recording

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent / "pages"
PAGES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".html", ".xhtml"))
EXPECTATIONS = json.loads((FOLDER / "expectations.json").read_text(encoding="utf-8"))
FEWEST_STATEMENTS = 3
LEAST_SHARE = 0.995  # of all findings of all pages together
SETTLES_WITHIN = 8.0  # seconds: a page that draws itself anew is painted again once it rests

IS_CUT = """
async url => {
  const [tab] = await chrome.tabs.query({ url });
  const func = () => collectPage().cut;
  return (await chrome.scripting.executeScript({ target: { tabId: tab.id }, func }))[0].result;
}
"""


@pytest.fixture(scope="module")
def door(backend: str) -> Iterator[tuple[str, Recorder]]:
    """A recorder before the backend, and its address."""
    with recording(backend) as made:
        yield made


@pytest.fixture(scope="module")
def tally() -> dict[str, tuple[int, int]]:
    """How many findings each page had, and how many of them were painted."""
    return {}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_marked_exactly(
    reader: Reader, door: tuple[str, Recorder], pages: str, name: str, tally: dict[str, tuple[int, int]]
) -> None:
    """All findings are painted, word for word and where they show; the page stays as it was and goes on working."""
    address, recorder = door
    reader.use_backend(address)
    page = reader.open(f"{pages}/{name}")
    world = World(page)
    world.run("watchClicks()")
    world.run("scrollThrough()")
    point = world.run("findPoint()")
    before, used_before = world.run("lookAtPage()"), use(page, world, point)
    recorder.exchanges.clear()
    reader.click_toolbar_button(page)
    assert reader.wait_for_badge(page) not in ("", "…", "!")
    after = settled(world, recorder)
    told = recorder.exchanges[-1]
    tally[name] = (len(findings(told.report)), len(findings(told.report)) - len(missing(after, told.report)))

    assert len(told.report["statements"]) >= FEWEST_STATEMENTS
    assert len(missing(after, told.report)) <= EXPECTATIONS["missing"].get(name, {}).get("count", 0)
    assert strays(after, told.report) == []
    assert [piece for piece in after["painted"] if not piece["shows"]] == []
    assert unseen_but_sent(before, told) == []
    if name not in EXPECTATIONS["changing"]:
        assert after["html"] == before["html"]
        assert after["boxes"] == before["boxes"]
    assert not any("onrecord-" in html for html in after["html"])
    assert use(page, world, point) == used_before
    assert reader.worker.evaluate(IS_CUT, page.url) == (name in EXPECTATIONS["cut"])


def test_nearly_all_findings_of_all_pages_are_painted(tally: dict[str, tuple[int, int]]) -> None:
    """Over all pages together, hardly a finding is listed only and not painted."""
    found, painted = sum(counts[0] for counts in tally.values()), sum(counts[1] for counts in tally.values())
    assert painted >= LEAST_SHARE * found, f"{painted} of {found} findings painted on {len(tally)} pages"


def test_there_are_many_pages() -> None:
    """A page that gets lost is missed, and no expectation is about a page that is not there."""
    assert len(PAGES) >= 52
    assert {name for table in EXPECTATIONS.values() for name in table} <= {*PAGES}


def findings(report: dict[str, Any]) -> list[tuple[str, str]]:
    """What is to be painted: the kind of highlight and the words."""
    statements = [("onrecord-rung-", statement["span"]["exact"]) for statement in report["statements"]]
    return statements + [("onrecord-hedge", hedge["span"]["exact"]) for hedge in report["hedges"]]


def missing(look: dict[str, Any], report: dict[str, Any]) -> list[str]:
    """The findings that are not painted from the first word to the last."""
    lacking = []
    for kind, words in findings(report):
        pieces = "".join(piece["text"] for piece in look["painted"] if piece["name"].startswith(kind))
        if squeezed(words) not in squeezed(pieces):
            lacking.append(words)
    return lacking


def strays(look: dict[str, Any], report: dict[str, Any]) -> list[str]:
    """Painted pieces that are part of no finding, and what is painted more or less often than found.

    A line end, an edge of a shadow root or hidden text cuts a passage into pieces, which together are the passage.
    """
    found = []
    for kind in ("onrecord-rung-", "onrecord-hedge"):
        pieces = [piece["text"] for piece in look["painted"] if piece["name"].startswith(kind)]
        passages = [words for of, words in findings(report) if of == kind]
        found += [piece for piece in pieces if not any(squeezed(piece) in squeezed(words) for words in passages)]
        if not missing(look, report) and sorted(squeezed("".join(pieces))) != sorted(squeezed("".join(passages))):
            found.append(f"{kind}: not as many letters are painted as found")
    return found


def squeezed(words: str) -> str:
    """The words without white space: a line end in a report is an element and no character on the page."""
    return "".join(words.split())


def unseen_but_sent(look: dict[str, Any], told: Exchange) -> list[str]:
    """What no reader of the page sees and was sent all the same."""
    sent = squeezed("".join(block["text"] for block in told.request["blocks"]) + told.request["html"])
    return [words for words in look["unseen"] if squeezed(words) in sent]


def settled(world: World, recorder: Recorder) -> dict[str, Any]:
    """A look at the page once all is painted, or no more is to be waited for."""
    deadline = time.monotonic() + SETTLES_WITHIN
    while True:
        look: dict[str, Any] = world.run("lookAtPage()")
        report = recorder.exchanges[-1].report
        done = (
            not missing(look, report) and not strays(look, report) and all(piece["shows"] for piece in look["painted"])
        )
        if done or time.monotonic() > deadline:
            return look
        time.sleep(0.1)


def use(page: Page, world: World, point: list[float] | None) -> dict[str, str] | None:
    """What a real click and a drag with the mouse at a point of the page come to."""
    if point is None:
        return None
    x, y = point
    page.mouse.click(x, y)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 100, y, steps=3)
    page.mouse.up()
    done: dict[str, str] = world.run("whatWasDone()")
    page.mouse.click(x, y)  # takes the selection away
    return done
