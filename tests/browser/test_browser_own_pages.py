"""The extension's own pages, options and first run, in real Chromium, with every kind of server a reader may have there."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from scripts.browser import FIRST_RUN_PAGE, ROOT, Reader, free_port

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
OPTIONS_PAGE = "options/options.html"
PAGES = (OPTIONS_PAGE, FIRST_RUN_PAGE)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
KINDS = ("rung-8", "rung-6", "rung-4", "rung-2", "rung-0", "hedge")

Answer = tuple[int, dict[str, Any] | str]
OLD_REPORT: Answer = (200, {"schema": "onrecord/report/0", "status": "scored", "score": 50})
NEW_REPORT: Answer = (200, {"schema": "onrecord/report/2", "status": "scored", "score": 50})
REFUSED: Answer = (
    403,
    {"type": "urn:onrecord:problem:web_origin_refused", "title": "Web pages may not call this server"},
)
UNREADY: Answer = (
    503,
    {"type": "urn:onrecord:problem:not_ready", "title": "The server is not ready", "detail": "Its log says why."},
)
SERVERS: tuple[tuple[Answer, str, str], ...] = (
    ((200, "<!doctype html><p>A router's front page"), "it is no On Record backend", "Check the port"),
    ((404, "<!doctype html><p>Not here"), "it is no On Record backend", "Check the port"),
    ((501, "Unsupported method ('POST')"), "it is no On Record backend", "Check the port"),
    ((401, {"title": "Unauthorized"}), "the one it got is missing or wrong", "Ask whoever runs the backend"),
    (REFUSED, "refused the request", "Web pages may not call this server"),
    ((421, "Misdirected"), "refused the request", "use 127.0.0.1 in the address"),
    (OLD_REPORT, "is older than this extension", "Update the backend"),
    (NEW_REPORT, "is newer than this extension", "Update the extension"),
    (UNREADY, "answers, but with an error", "Its log says why."),
)


@pytest.fixture
def fresh(reader: Reader, backend: str) -> Iterator[Reader]:
    """The browser with no settings but the backend's address; what a test sets is gone after it."""
    yield reader
    reader.worker.evaluate("chrome.storage.local.clear()")
    reader.use_backend(backend)


@pytest.fixture
def options(fresh: Reader) -> Page:
    """The options page, ready."""
    return own_page(fresh, OPTIONS_PAGE)


def test_the_first_run_page_opened_once_when_the_extension_came(browser: Reader) -> None:
    """There is one tab with it, opened by the extension itself."""
    opened = [page.url for page in browser.context.pages if page.url.endswith(FIRST_RUN_PAGE)]
    assert len(opened) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_wrong(fresh: Reader, path: str, scheme: Literal["light", "dark"]) -> None:
    """No rule of axe-core is broken in light or dark, with a result shown, a field refused and a site on the list."""
    fresh.worker.evaluate("chrome.storage.local.set({ autoRunSites: ['http://localhost:8080'] })")
    page = own_page(fresh, path, scheme)
    if path == OPTIONS_PAGE:
        page.get_by_label("Site to add").fill("no site")
        page.get_by_role("button", name="Add").click()
        page.get_by_role("button", name="Test connection").click()
    page.get_by_text("It works.").wait_for()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(({ violations, passes }) => ({ violations, passes: passes.length }))")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert found["passes"] > 15


@pytest.mark.parametrize("path", PAGES)
def test_every_word_on_the_pages_is_there(fresh: Reader, path: str) -> None:
    """Every element that asks for a message has one, and no page scrolls sideways on a narrow screen."""
    page = own_page(fresh, path)
    said = page.locator("[data-message]").evaluate_all("all => all.map(one => [one.dataset.message, one.textContent])")
    assert said
    assert [key for key, text in said if not text or text == key] == []
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_address_and_token_are_kept(options: Page, fresh: Reader, backend: str) -> None:
    """Save keeps both, trimmed; the token is not shown unless asked for."""
    address, token = options.get_by_label("Address of the backend"), options.get_by_label("Token", exact=True)
    assert address.input_value() == backend
    address.fill(f" {backend}/ ")
    token.fill(" s3cret ")
    assert token.get_attribute("type") == "password"
    options.get_by_label("Show the token").check()
    assert token.get_attribute("type") == "text"
    options.get_by_role("button", name="Save").click()
    options.get_by_text("Saved.").wait_for()
    assert stored(fresh) == {"backendAddress": backend, "backendToken": "s3cret"}


def test_plain_http_to_another_computer_and_broken_tokens_are_not_kept(
    options: Page, fresh: Reader, backend: str
) -> None:
    """What is wrong is said, the field is marked and has the focus, and nothing is stored."""
    address, token = options.get_by_label("Address of the backend"), options.get_by_label("Token", exact=True)
    address.fill("http://backend.example")
    options.get_by_role("button", name="Save").click()
    options.get_by_text("Plain http can be used on this computer only.").wait_for()
    assert address.get_attribute("aria-invalid") == "true"
    assert address.evaluate("it => it === document.activeElement")
    address.fill(backend)
    token.fill("two words")
    token.press("Enter")
    options.get_by_text("A token has no spaces").wait_for()
    assert (address.get_attribute("aria-invalid"), token.get_attribute("aria-invalid")) == ("false", "true")
    assert stored(fresh) == {"backendAddress": backend}


def test_the_test_tells_a_backend_that_works(options: Page, fresh: Reader, backend: str) -> None:
    """The real backend is told with its engine; what is typed and not saved is said to be so."""
    options.get_by_role("button", name="Test connection").click()
    shown = options.get_by_text(f"It works. The backend answers at {backend}.").locator("..").inner_text()
    assert "Engine onrecord-tagger" in shown
    assert "Press Save" not in shown
    options.get_by_label("Address of the backend").fill(backend.replace("127.0.0.1", "localhost"))
    options.get_by_role("button", name="Test connection").click()
    options.get_by_text("Press Save to keep what you typed.").wait_for()
    assert stored(fresh) == {"backendAddress": backend}


def test_the_test_tells_that_nobody_listens(options: Page) -> None:
    """A closed port is a backend that is not running, and how to start it is said."""
    nowhere = f"http://127.0.0.1:{free_port()}"
    tried(options, nowhere).get_by_text(f"The On Record backend is not running at {nowhere}.").wait_for()
    options.get_by_text("make serve").wait_for()


@pytest.mark.parametrize(("answer", "sentence", "help_"), SERVERS)
def test_the_test_tells_servers_apart(options: Page, answer: Answer, sentence: str, help_: str) -> None:
    """Each kind of answer has its own sentence, with what helps."""
    with answering(*answer) as (address, _):
        state = tried(options, address)
        state.get_by_text(sentence).wait_for()
        state.get_by_text(help_).wait_for()


def test_the_token_goes_to_the_backend_and_no_page_sees_it(options: Page) -> None:
    """It is a bearer's token in the one request, which carries the extension's origin and a sentence of ours."""
    with answering(401, {}) as (address, asked):
        options.get_by_label("Token", exact=True).fill("s3cret")
        tried(options, address).get_by_text("asks for a token").wait_for()
    assert [headers.get("authorization") for headers in asked] == ["Bearer s3cret"]
    assert asked[0]["origin"].startswith("chrome-extension://")
    assert "cookie" not in asked[0]


@pytest.mark.parametrize("path", PAGES)
def test_no_answer_moves_the_page(fresh: Reader, backend: str, path: str) -> None:
    """The box for what comes of a test is there before, so that nothing below it jumps, whether it went well or not."""
    tops = "() => [...document.querySelectorAll('section, h3')].map(one => one.getBoundingClientRect().top + scrollY)"
    fresh.use_backend("http://127.0.0.1:9")  # nobody listens there
    page = own_page(fresh, path)
    before = page.evaluate(tops)
    for address, sentence in (("http://127.0.0.1:9", "is not running"), (backend, "It works.")):
        fresh.use_backend(address)
        if path == OPTIONS_PAGE:
            page.get_by_label("Address of the backend").fill(address)
        page.get_by_role("button", name="Test connection" if path == OPTIONS_PAGE else "Check again").click()
        page.get_by_text(sentence).wait_for()
        assert page.evaluate(tops) == before
    page.locator(".state").evaluate("it => it.replaceChildren()")
    assert page.evaluate(tops) == before


def test_a_backend_elsewhere_needs_the_browsers_permission(options: Page, fresh: Reader, backend: str) -> None:
    """Refused, nothing is kept and nothing is sent; granted, the address is kept, and given back with the next one."""
    answer_prompts(options, granted=False)
    state = tried(options, "https://record.example:8443")
    state.get_by_text("The browser has not allowed On Record to reach https://record.example:8443.").wait_for()
    options.get_by_role("button", name="Save").click()
    state.get_by_text("Not saved").wait_for()
    assert stored(fresh) == {"backendAddress": backend}
    grant(fresh, "https://record.example/*")
    answer_prompts(options, granted=None)
    options.get_by_role("button", name="Save").click()
    state.get_by_text("Saved.").wait_for()
    assert stored(fresh)["backendAddress"] == "https://record.example:8443"
    options.get_by_role("button", name="Test connection").click()
    state.get_by_text("that its certificate is valid").wait_for()
    options.get_by_label("Address of the backend").fill(backend)
    options.get_by_role("button", name="Save").click()
    wait_until(options, fresh, lambda: not permitted(fresh, "https://record.example/*"))


def test_a_palette_is_kept_and_shown_in_the_painters_own_styles(options: Page, fresh: Reader) -> None:
    """The choice is stored at once; every kind of mark is told by its line alone, and samples differ between palettes."""
    assert options.get_by_role("radio", name="Standard").is_checked()
    options.get_by_role("radio", name="Standard").press("ArrowDown")
    options.get_by_text("Saved. You see it").wait_for()
    assert stored(fresh)["palette"] == "bold"
    options.reload()
    assert options.get_by_role("radio", name="Bold").is_checked()
    looks = {
        name: [look(options, f".palette-{name} .onrecord-{kind}") for kind in KINDS]
        for name in ("standard", "bold", "greyscale")
    }
    assert len({json.dumps(each) for each in looks.values()}) == 3
    for samples in looks.values():
        assert len({line for line, _ in samples}) == len(KINDS)


def test_a_site_is_added_once_granted_and_removed_with_its_permission(options: Page, fresh: Reader) -> None:
    """Any address of a site means the site; its permission comes with the click and goes with the site."""
    grant(fresh, "https://news.example/*")
    add_site(options, "https://news.example/world/story?id=1")
    options.get_by_text("https://news.example was added.").wait_for()
    assert stored(fresh)["autoRunSites"] == ["https://news.example"]
    assert permitted(fresh, "https://news.example/*")
    options.get_by_role("button", name="Remove https://news.example").click()
    options.get_by_text("https://news.example was removed.").wait_for()
    assert stored(fresh)["autoRunSites"] == []
    assert not permitted(fresh, "https://news.example/*")
    options.get_by_text("There is none yet.").wait_for()


def test_a_site_that_is_refused_or_no_site_is_not_added(options: Page, fresh: Reader) -> None:
    """Without the browser's permission there is no entry; what is no site is said to be none."""
    answer_prompts(options, granted=False)
    add_site(options, "news.example")
    options.get_by_text("https://news.example was not added").wait_for()
    add_site(options, "chrome://settings")
    options.get_by_text("Write a site such as news.example.").wait_for()
    assert "autoRunSites" not in stored(fresh)


def test_a_permission_taken_back_in_the_browser_takes_the_site_off_the_list(options: Page, fresh: Reader) -> None:
    """The list follows what the browser says, here and in what is stored."""
    grant(fresh, "https://news.example/*")
    add_site(options, "news.example")
    options.get_by_text("https://news.example was added.").wait_for()
    fresh.worker.evaluate("chrome.permissions.remove({ origins: ['https://news.example/*'] })")
    wait_until(options, fresh, lambda: stored(fresh)["autoRunSites"] == [])
    options.evaluate("dispatchEvent(new Event('focus'))")
    options.get_by_text("There is none yet.").wait_for()


def test_a_permission_that_something_else_needs_is_kept(options: Page, fresh: Reader) -> None:
    """Two ports of a site share a permission, and this computer's is never given back."""
    grant(fresh, "https://news.example/*")
    for site in ("news.example", "news.example:8443", "http://localhost:8080"):
        add_site(options, site)
        options.get_by_text("was added").filter(has_text=site).wait_for()
    for site in ("https://news.example", "http://localhost:8080"):
        options.get_by_role("button", name=f"Remove {site}", exact=True).click()
        options.get_by_text(f"{site} was removed.").wait_for()
    assert permitted(fresh, "https://news.example/*")
    assert permitted(fresh, "http://localhost/*")


def test_the_shortcuts_are_those_of_this_browser(options: Page, fresh: Reader) -> None:
    """Every command is listed with its keys, and the browser's own page for changing them opens."""
    listed = options.locator("dl").inner_text()
    commands = fresh.worker.evaluate("chrome.commands.getAll()")
    assert [command["shortcut"] for command in commands if command["shortcut"] not in listed] == []
    assert "Escape" in listed
    with fresh.context.expect_page() as opened:
        options.get_by_role("button", name="Change shortcuts").click()
    assert opened.value.url == "chrome://extensions/shortcuts"


def test_everything_can_be_reached_with_the_keyboard(options: Page) -> None:
    """Tab leads through every control in the order of the page."""
    options.locator("body").click(position={"x": 5, "y": 5})
    controls = [
        "address",
        "token",
        "token-shown",
        "Save",
        "test",
        "palette",
        "site",
        "Add",
        "change-keys",
        "First steps",
    ]
    reached = []
    for _ in controls:
        options.keyboard.press("Tab")
        reached.append(
            options.evaluate("(({ id, name, textContent }) => id || name || textContent)(document.activeElement)")
        )
    assert reached == controls


def test_the_first_run_page_checks_at_once_and_again(fresh: Reader, backend: str) -> None:
    """Without a backend it says how to start one; once one runs, Check again says so; keys and settings are there."""
    fresh.use_backend(f"http://127.0.0.1:{free_port()}")
    page = own_page(fresh, FIRST_RUN_PAGE)
    page.get_by_text("is not running at").wait_for()
    assert page.locator("code").inner_text() == "make serve"
    fresh.use_backend(backend)
    page.get_by_role("button", name="Check again").click()
    page.get_by_text("It works.").wait_for()
    page.get_by_text("It never says whether the article is true.").wait_for()
    assert page.locator("kbd").is_visible()
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("heading", name="On Record: settings").wait_for()


def own_page(reader: Reader, path: str, scheme: Literal["light", "dark"] = "light") -> Page:
    """One of the extension's pages in a new tab, once its scripts have run."""
    page = reader.open(f"{reader.worker.url.removesuffix('/background/main.js')}/{path}")
    page.emulate_media(color_scheme=scheme)
    page.locator("html[data-ready]").wait_for()
    return page


def tried(options: Page, address: str) -> Any:
    """The box that tells what came of testing an address."""
    options.get_by_label("Address of the backend").fill(address)
    options.get_by_role("button", name="Test connection").click()
    return options.locator("#backend-state")


def add_site(options: Page, site: str) -> None:
    options.get_by_label("Site to add").fill(site)
    options.get_by_role("button", name="Add").click()


def look(page: Page, sample: str) -> tuple[str, str]:
    """The line of a sample, without its colour, and its background."""
    script = "it => { const s = getComputedStyle(it); return [s.textDecorationLine, s.textDecorationStyle, s.backgroundColor] }"
    line, style, background = page.locator(sample).evaluate(script)
    return f"{line} {style}", background


def stored(reader: Reader) -> dict[str, Any]:
    kept: dict[str, Any] = reader.worker.evaluate("chrome.storage.local.get(null)")
    return kept


def permitted(reader: Reader, pattern: str) -> bool:
    return bool(reader.worker.evaluate("origins => chrome.permissions.contains({ origins })", [pattern]))


def grant(reader: Reader, pattern: str) -> None:
    """Say yes beforehand to what the extension will ask for: the prompt itself cannot be clicked from here."""
    page = reader.open("chrome://extensions")
    page.evaluate(
        "([id, host]) => chrome.developerPrivate.addHostPermission(id, host)",
        [reader.worker.url.split("/")[2], pattern],
    )
    page.close()


def answer_prompts(page: Page, *, granted: bool | None) -> None:
    """Let the browser's prompts be answered so in this page; None gives them back to the browser."""
    page.evaluate(
        """granted => {
          globalThis.asPrompted ??= chrome.permissions.request;
          chrome.permissions.request = granted === null ? globalThis.asPrompted : async () => granted;
        }""",
        granted,
    )


def wait_until(page: Page, reader: Reader, holds: Any) -> None:
    for _ in range(150):
        if holds():
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"it never held; stored is {stored(reader)}")


@contextmanager
def answering(status: int, body: dict[str, Any] | str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A server on this computer that answers everything in one way.

    Yields:
        Its address, and the headers of what it was asked, names in lower case.
    """
    asked: list[dict[str, str]] = []
    data = (body if isinstance(body, str) else json.dumps(body)).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append({name.lower(): value for name, value in self.headers.items()})
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if isinstance(body, str) else "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
