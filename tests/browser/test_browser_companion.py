"""The overlay as a companion: it keeps up with the page, explains what is pointed at, and stays out of the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from scripts.browser import ROOT, Reader, panel_text, served_folder
from tests.browser.steps import click_and_wait, clicked, painted
from tests.browser.test_browser_overlay import click_in_panel

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

LATE = (
    "The harbour council will meet again on Thursday, and Ruta Lind, its clerk, said the minutes of the last meeting "
    "would be published before then."
)
APPEND = """
text => {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  document.querySelector("[itemprop=articleBody]").append(paragraph);
}
"""
DRAWN_ANEW = (
    "() => { const body = document.querySelector('[itemprop=articleBody]'); body.replaceWith(body.cloneNode(true)); }"
)
NEW_ARTICLE = """
text => {
  history.pushState({}, "", "/another.html");
  const article = document.querySelector("article");
  const heading = document.createElement("h1");
  heading.textContent = "Mill to close in June";
  const parts = text.split("\\n").map((words) => { const p = document.createElement("p"); p.textContent = words; return p; });
  article.replaceChildren(heading, ...parts);
}
"""
EDGES = 20  # pixels
STORM = """
() => setInterval(() => {
  const clock = document.querySelector(".clock") ?? document.body.appendChild(document.createElement("div"));
  clock.className = "clock";
  clock.textContent = `Updated ${performance.now()} ms ago`;
}, 10)
"""
MILL = "\n".join(
    (
        "The mill at Brekke will close in June, Ada Holm, its manager, said on Friday. She said that 40 people would lose their work.",
        "“We have tried all there was to try,” Holm said. The council was told in a letter that this newspaper has seen.",
        "People familiar with the sale say that the land was sold in March. Tom Lind, the mayor, denied that the council had known of it.",
        "Workers have reportedly been offered places at the smelter in Norwell, which is an hour away by bus and pays less.",
        "The union's secretary, Ruth Eze, said it would ask for talks next week, and that nobody had asked it for its view before.",
    )
)
POINT_AT = """
() => {
  const rects = [...CSS.highlights]
    .filter(([name]) => name.startsWith("onrecord-rung-"))
    .flatMap(([, ranges]) => [...ranges])
    .map((range) => ({ words: range.toString(), box: range.getClientRects()[0] }))
    .filter(({ box }) => box.top > 0 && box.bottom < innerHeight && box.left < innerWidth - 480);
  return rects.map(({ words, box }) => ({ words, x: box.left + Math.min(20, box.width / 2), y: box.top + box.height / 2 }));
}
"""
OUR_HTML = """
async url => {
  const [tab] = await chrome.tabs.query({ url });
  const func = () => openOverlay.host.root.innerHTML;
  return (await chrome.scripting.executeScript({ target: { tabId: tab.id }, func }))[0].result;
}
"""
PUT_INTO_A_ROOT = """
([html, css]) => {
  const root = document.querySelector("#host").attachShadow({ mode: "open" });
  root.setHTMLUnsafe(html);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
"""
SEND = """
async ([url, type]) => {
  const [tab] = await chrome.tabs.query({ url });
  await chrome.tabs.sendMessage(tab.id, { type, sheets: { panel: "", highlights: "" } });
}
"""


@pytest.fixture
def plain_seeds() -> Iterator[str]:
    """The sample articles on this computer's own address, for which the extension has the permission."""
    with served_folder(ROOT / "seeds") as address:
        yield f"http://127.0.0.1:{urlsplit(address).port}"


def until(page: Page, holds: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something holds."""
    for _ in range(int(seconds * 20)):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"it never came to hold; the panel says: {panel_text(page)[:600]}")


def test_a_paragraph_that_comes_late_is_scored_too(reader: Reader, seeds: str) -> None:
    """The article is scored anew, and what is new in it is marked."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    assert not any("Ruta Lind" in words for words in painted(page, "onrecord-rung-"))
    page.evaluate(APPEND, LATE)
    until(page, lambda: any("Ruta Lind" in words for words in painted(page, "onrecord-rung-")))
    assert "Ruta Lind" in panel_text(page)


def test_marks_survive_when_the_page_draws_its_text_anew(reader: Reader, seeds: str) -> None:
    """The same words in new nodes are marked again, without asking the backend again."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    before = painted(page, "onrecord-rung-")
    assert before
    reader.use_backend("http://127.0.0.1:9")  # asked again, it would fail
    page.evaluate(DRAWN_ANEW)
    until(page, lambda: painted(page, "onrecord-rung-") == before)
    assert reader.badge(page).isdigit()


def test_another_article_on_the_same_page_gets_its_own_score(reader: Reader, seeds: str) -> None:
    """A site that changes article and address without loading: badge, panel and marks are the new one's."""
    page = clicked(reader, f"{seeds}/deserters.html")
    page.evaluate(NEW_ARTICLE, MILL)
    until(page, lambda: any("Holm" in words for words in painted(page, "onrecord-rung-")))
    until(page, lambda: reader.badge(page) not in ("", "…"))
    assert "Ada Holm" in panel_text(page)
    assert "Ukrainian intelligence" not in panel_text(page)


def test_pointing_at_a_mark_shows_who_says_so(reader: Reader, seeds: str) -> None:
    """The card comes when the pointer rests on a mark, goes when it leaves, and the page keeps the focus."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    target = page.evaluate(POINT_AT)[0]
    focus = page.evaluate("document.activeElement.localName")
    page.mouse.move(target["x"] - 3, target["y"])
    page.mouse.move(target["x"], target["y"])
    until(page, lambda: "About the rule" in card_text(page))
    assert page.evaluate("document.activeElement.localName") == focus
    page.mouse.move(5, 5)
    until(page, lambda: card_text(page) == "")


def test_the_keyboard_reaches_passages_and_cards(reader: Reader, seeds: str) -> None:
    """Tab leads to a passage, Enter to its card, Escape back to it, and Escape once more closes it all."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    passages = painted(page, "onrecord-rung-")
    for _ in range(80):
        page.keyboard.press("Tab")
        passage = focused(page)
        if passage in passages:
            break
    assert passage in passages
    page.keyboard.press("Enter")
    until(page, lambda: "About the rule" in card_text(page))
    assert focused(page) == "Who says so"
    page.keyboard.press("Escape")
    until(page, lambda: card_text(page) == "")
    assert focused(page) == passage
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('onrecord-panel')")


def test_a_selection_is_explained(reader: Reader, seeds: str) -> None:
    """What the menu entry asks for: the card tells whose the selected words are; nobody's are told to be nobody's."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('article h1, h1'))")
    reader.worker.evaluate(SEND, [page.url, "onrecord:explain"])
    until(page, lambda: card_text(page) != "")
    page.evaluate("() => getSelection().selectAllChildren(document.body)")
    reader.worker.evaluate(SEND, [page.url, "onrecord:explain"])
    until(page, lambda: "About the rule" in card_text(page))
    assert page.evaluate("String(getSelection()).length") > 100


def test_one_key_hides_the_marks_and_shows_them_again(reader: Reader, seeds: str) -> None:
    """The panel stays, and so does the page."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    before = painted(page, "onrecord-")
    reader.worker.evaluate(SEND, [page.url, "onrecord:marks"])
    until(page, lambda: painted(page, "onrecord-") == [])
    reader.worker.evaluate(SEND, [page.url, "onrecord:marks"])
    until(page, lambda: painted(page, "onrecord-") == before)


def test_a_kind_can_be_switched_off(reader: Reader, seeds: str) -> None:
    """A real click on an entry of the legend takes its marks away."""
    page = clicked(reader, f"{seeds}/deserters.html")
    assert painted(page, "onrecord-rung-0")
    click_in_panel(page, "No source (0)")
    until(page, lambda: painted(page, "onrecord-rung-0") == [])
    assert painted(page, "onrecord-rung-3")


def test_a_site_on_the_list_is_scored_without_a_click(reader: Reader, plain_seeds: str) -> None:
    """Marks and badge come by themselves, the panel only when asked for; a site that is not listed stays as it is."""
    set_sites(reader, [plain_seeds])
    try:
        page = reader.open(f"{plain_seeds}/bridge-closure.html")
        until(page, lambda: reader.badge(page).isdigit())
        assert painted(page, "onrecord-rung-")
        assert "Close On Record" not in names_in_reach(page)
        reader.click_toolbar_button(page)
        until(page, lambda: "Close On Record" in names_in_reach(page))
    finally:
        set_sites(reader, [])
    other = reader.open(f"{plain_seeds}/bridge-closure.html?again")
    other.wait_for_timeout(1500)
    assert reader.badge(other) == ""
    assert painted(other, "onrecord-") == []


def test_every_tab_has_its_own_badge(reader: Reader, seeds: str) -> None:
    """Two articles in two windows keep their scores beside each other."""
    one = clicked(reader, f"{seeds}/deserters.html")
    first = reader.badge(one)
    two = clicked(reader, f"{seeds}/bridge-closure.html")
    assert reader.badge(one) == first
    assert reader.badge(two).isdigit()
    assert reader.badge(two) != first


def test_nothing_shows_in_print(reader: Reader, seeds: str, tmp_path: Path) -> None:
    """The printed page has the same pixels with the overlay as without, where letters are cut for a mark aside."""
    page = reader.open(f"{seeds}/bridge-closure.html")
    page.emulate_media(media="print")
    page.screenshot(path=tmp_path / "before.png", full_page=True)
    page.emulate_media(media="screen")
    click_and_wait(reader, page)
    page.emulate_media(media="print")
    page.screenshot(path=tmp_path / "after.png", full_page=True)
    before, after = (Image.open(tmp_path / name).convert("RGB") for name in ("before.png", "after.png"))
    assert before.size == after.size
    changed = ImageChops.difference(before, after).convert("L").histogram()
    assert sum(changed[1:]) < EDGES


def test_a_change_that_is_none_of_the_article_is_not_scored(reader: Reader, seeds: str) -> None:
    """A page that never rests, with counters and clocks, keeps its marks and asks for nothing."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    before = painted(page, "onrecord-rung-")
    reader.use_backend("http://127.0.0.1:9")  # asked again, it would fail
    page.evaluate(STORM)
    page.wait_for_timeout(5_000)
    assert painted(page, "onrecord-rung-") == before
    assert reader.badge(page).isdigit()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_in_panel_and_card(
    reader: Reader, seeds: str, scheme: Literal["light", "dark"]
) -> None:
    """What stands in the closed root, put on a page by itself with its style, breaks no rule of axe-core."""
    page = clicked(reader, f"{seeds}/deserters.html")
    page.evaluate("() => getSelection().selectAllChildren(document.body)")
    reader.worker.evaluate(SEND, [page.url, "onrecord:explain"])
    until(page, lambda: "About the rule" in card_text(page))
    html = reader.worker.evaluate(OUR_HTML, page.url)
    alone = reader.open("about:blank")
    alone.emulate_media(color_scheme=scheme)
    alone.set_content("<!doctype html><html lang='en'><title>Panel</title><main id='host'></main></html>")
    alone.evaluate(PUT_INTO_A_ROOT, [html, (ROOT / "extension" / "panel" / "panel.css").read_text(encoding="utf-8")])
    alone.evaluate(AXE.read_text(encoding="utf-8"))
    found = alone.evaluate("axe.run().then(({ violations, passes }) => ({ violations, passes: passes.length }))")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []
    assert found["passes"] > 15


def test_the_report_can_be_saved(reader: Reader, seeds: str) -> None:
    """The saved file is the report, as the backend gave it."""
    page = clicked(reader, f"{seeds}/bridge-closure.html")
    with page.expect_download() as download:
        click_in_panel(page, "Save as JSON")
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert saved["schema"] == "onrecord/report/1"
    assert str(round(saved["score"])) == reader.badge(page)


def card_text(page: Page) -> str:
    """What the open card says, nothing if none is open."""
    nodes = _tree(page, whole=True)
    card = next((n for n in nodes if _of(n, "role") == "dialog" and _of(n, "name") == "Who says so"), None)
    if card is None:
        return ""
    children = {node["nodeId"]: node for node in nodes}
    todo, words = [card["nodeId"]], []
    while todo:
        node = children.get(todo.pop())
        if node:
            words.append(str(_of(node, "name") or ""))
            todo += reversed(node.get("childIds", []))
    return " ".join(words)


def names_in_reach(page: Page) -> list[str]:
    """The names of all that assistive technology finds on the page."""
    return [str(_of(node, "name")) for node in _tree(page)]


def focused(page: Page) -> str:
    """The name of what has the focus, in our element too."""
    held = [
        node
        for node in _tree(page)
        if {"name": "focused", "value": {"type": "booleanOrUndefined", "value": True}} in node.get("properties", [])
    ]
    return str(_of(held[-1], "name")) if held else ""


def set_sites(reader: Reader, sites: list[str]) -> None:
    reader.worker.evaluate("sites => chrome.storage.local.set({ autoRunSites: sites })", sites)


def _tree(page: Page, whole: bool = False) -> list[dict[str, Any]]:
    session = page.context.new_cdp_session(page)
    try:
        return [n for n in session.send("Accessibility.getFullAXTree")["nodes"] if whole or not n.get("ignored")]
    finally:
        session.detach()


def _of(node: dict[str, Any], key: str) -> object:
    value = node.get(key)
    return value.get("value") if isinstance(value, dict) else None
