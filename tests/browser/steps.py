"""What the browser tests do again and again: click, wait, look at what is painted, ask for the report on it."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

from scripts.browser import Reader, panel_text

LOOK = Path(__file__).parent / "look.js"

PAINTED = """
prefix => [...CSS.highlights]
  .filter(([name]) => name.startsWith(prefix))
  .flatMap(([, ranges]) => [...ranges].map(range => range.toString()))
"""
COLLECT_AGAIN = """
async url => {
  const [tab] = await chrome.tabs.query({ url });
  const func = () => JSON.stringify(collectPage().request);
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func });
  return result;
}
"""


def clicked(reader: Reader, url: str) -> Page:
    """A page with the overlay on it."""
    page = reader.open(url)
    click_and_wait(reader, page)
    return page


def click_and_wait(reader: Reader, page: Page) -> None:
    reader.click_toolbar_button(page)
    assert reader.wait_for_badge(page) not in ("", "…", "!"), panel_text(page)
    for _ in range(100):
        if "findings are marked on the page." in panel_text(page):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"the panel shows no report: {panel_text(page)}")


def wait_for_no_badge(reader: Reader, page: Page) -> None:
    for _ in range(100):
        if reader.badge(page) == "":
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"the badge still shows {reader.badge(page)}")


def painted(page: Page, prefix: str) -> list[str]:
    """The texts of the highlights whose names begin so, as the page itself sees them."""
    return sorted(page.evaluate(PAINTED, prefix))


def report_for(reader: Reader, page: Page, backend: str) -> dict[str, Any]:
    """The backend's report for the very request that the extension made of this page."""
    request = json.loads(reader.worker.evaluate(COLLECT_AGAIN, page.url)) | {"offset_unit": "utf16"}
    post = urllib.request.Request(
        f"{backend}/v1/score", json.dumps(request).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(post, timeout=60) as answer:
        report: dict[str, Any] = json.load(answer)
    return report


class World:
    """A JavaScript world beside the page's own: it sees the page's document, and none of what its scripts have changed."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        frame = self._session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        made = self._session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "onrecord-tests"})
        self._context = made["executionContextId"]
        self.run(LOOK.read_text(encoding="utf-8"))

    def run(self, expression: str) -> Any:
        """The value of an expression, once its promise is kept."""
        asked = {"expression": expression, "contextId": self._context, "returnByValue": True, "awaitPromise": True}
        answer = self._session.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that the extension made of the backend, and the report it was given."""

    request: dict[str, Any]
    report: dict[str, Any]


class Recorder:
    """A door before the backend that keeps what goes through it."""

    def __init__(self, backend: str) -> None:
        self.backend = backend
        self.exchanges: list[Exchange] = []

    def pass_on(self, path: str, headers: Message, body: bytes) -> tuple[int, bytes]:
        """Ask the backend, and keep question and answer where it had one."""
        kept = {name: headers[name] for name in ("Content-Type", "Accept") if headers[name]}
        post = urllib.request.Request(f"{self.backend}{path}", body, kept)
        try:
            with urllib.request.urlopen(post, timeout=60) as answer:
                told = answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        self.exchanges.append(Exchange(json.loads(body), json.loads(told)))
        return 200, told


@contextmanager
def recording(backend: str) -> Iterator[tuple[str, Recorder]]:
    """A recorder before a backend.

    Yields:
        The address to give to the extension, and the recorder.
    """
    recorder = Recorder(backend)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, told = recorder.pass_on(self.path, self.headers, body)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: Any) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", recorder
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
