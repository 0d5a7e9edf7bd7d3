"""The extension in real Chromium, clicked as a reader clicks it, against the running backend."""

from __future__ import annotations

import math

import pytest
from playwright.sync_api import Page

from scripts.browser import ROOT, Reader, free_port, panel_text
from tests.browser.steps import click_and_wait, clicked, painted, report_for, wait_for_no_badge

pytestmark = pytest.mark.browser

SEEDS = sorted(path.name for path in (ROOT / "seeds").glob("*.html"))
BANDS = {
    "well_sourced": "Well sourced",
    "mostly_sourced": "Mostly sourced",
    "thinly_sourced": "Thinly sourced",
    "poorly_sourced": "Poorly sourced",
}

HTML_WITHOUT_HOST = """
() => {
  const host = document.querySelector("onrecord-panel");
  const html = document.documentElement.outerHTML;
  return host ? html.replace(host.outerHTML, "") : html;
}
"""


def test_chromium_starts_with_the_extension(browser: Reader) -> None:
    """The browser runs the extension's background script, and there are sample articles to click on."""
    assert SEEDS
    assert browser.worker.url.endswith("/background/main.js")


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_painted_is_what_the_report_says(reader: Reader, backend: str, seeds: str, seed: str) -> None:
    """On each sample article the painted passages are the report's statements and hedges, all, word for word."""
    page = clicked(reader, f"{seeds}/{seed}")
    report = report_for(reader, page, backend)
    assert painted(page, "onrecord-rung-") == sorted(statement["span"]["exact"] for statement in report["statements"])
    assert painted(page, "onrecord-hedge") == sorted(hedge["span"]["exact"] for hedge in report["hedges"])
    findings = len(report["statements"]) + len(report["hedges"])
    assert f"{findings} of {findings} findings are marked on the page." in panel_text(page)


@pytest.mark.parametrize("seed", SEEDS)
def test_badge_and_panel_show_the_report(reader: Reader, backend: str, seeds: str, seed: str) -> None:
    """Badge and panel show the score, or a dash and the reason, and every source and reason of the report."""
    page = clicked(reader, f"{seeds}/{seed}")
    report = report_for(reader, page, backend)
    shown = panel_text(page)
    if report["status"] == "scored":
        assert reader.badge(page) == str(math.floor(report["score"] + 0.5))
        assert BANDS[report["band"]] in shown
    else:
        assert reader.badge(page) == "–"
        assert report["reason"]["message"] in shown
    assert "It does not say whether the article is true." in shown
    stated = {a for statement in report["statements"] for a in statement["attributions"]}
    said = [a["why"] for a in report["attributions"] if a["id"] in stated] + [s["name"] for s in report["sources"]]
    assert [words for words in said if words not in shown] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_stays_byte_identical(reader: Reader, seeds: str, seed: str) -> None:
    """Our own element aside, the page's HTML is what it was, and wholly so once the overlay is closed."""
    page = reader.open(f"{seeds}/{seed}")
    before, body = page.evaluate(HTML_WITHOUT_HOST), page.evaluate("document.body.innerHTML")
    click_and_wait(reader, page)
    assert page.evaluate("document.querySelector('onrecord-panel').shadowRoot") is None
    assert page.evaluate(HTML_WITHOUT_HOST) == before
    assert page.evaluate("document.body.innerHTML") == body
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('onrecord-panel')")
    assert page.evaluate("document.documentElement.outerHTML") == before
    assert painted(page, "onrecord-") == []


def test_a_passage_in_the_panel_leads_to_its_place(reader: Reader, backend: str, seeds: str) -> None:
    """A real click on a passage in the panel scrolls the page to it and marks it for a moment."""
    page = clicked(reader, f"{seeds}/deserters.html")
    last = report_for(reader, page, backend)["statements"][-1]["span"]["exact"]
    click_in_panel(page, last)
    page.wait_for_function("CSS.highlights.has('onrecord-jump')")
    assert painted(page, "onrecord-jump") == [last]
    middle = page.evaluate("[...CSS.highlights.get('onrecord-jump')][0].getBoundingClientRect().top / innerHeight")
    assert 0 < middle < 1
    page.wait_for_function("!CSS.highlights.has('onrecord-jump')")


def test_a_second_click_and_a_new_page_clear_everything(reader: Reader, seeds: str) -> None:
    """The toolbar button takes marks, panel and badge away again, and so does leaving the page."""
    page = clicked(reader, f"{seeds}/deserters.html")
    reader.click_toolbar_button(page)
    page.wait_for_function("!document.querySelector('onrecord-panel')")
    assert painted(page, "onrecord-") == []
    wait_for_no_badge(reader, page)
    click_and_wait(reader, page)
    page.goto(f"{seeds}/bridge-closure.html")
    wait_for_no_badge(reader, page)


def test_a_backend_that_is_not_running_is_said_so(reader: Reader, backend: str, seeds: str) -> None:
    """Without a backend the badge shows "!", the panel says what to do, and trying again works once it runs."""
    nowhere = f"http://127.0.0.1:{free_port()}"
    reader.use_backend(nowhere)
    page = reader.open(f"{seeds}/deserters.html")
    reader.click_toolbar_button(page)
    assert reader.wait_for_badge(page) == "!"
    page.wait_for_timeout(100)
    assert f"The On Record backend is not running at {nowhere}." in panel_text(page)
    assert "make serve" in panel_text(page)
    reader.use_backend(backend)
    click_in_panel(page, "Try again")
    page.wait_for_function("[...CSS.highlights.keys()].some(name => name.startsWith('onrecord-rung-'))")
    assert reader.badge(page).isdigit()


def click_in_panel(page: Page, words: str) -> None:
    """Click a button in the closed panel with the mouse."""
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    shown = " ".join(words.split())
    button = next(
        node
        for node in tree
        if node.get("role", {}).get("value") == "button" and node.get("name", {}).get("value") == shown
    )
    target = {"backendNodeId": button["backendDOMNodeId"]}
    session.send("DOM.scrollIntoViewIfNeeded", target)
    x1, y1, _, _, x2, y2, _, _ = session.send("DOM.getContentQuads", target)["quads"][0]
    session.detach()
    page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
