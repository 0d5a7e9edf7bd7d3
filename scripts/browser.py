"""Chromium with the extension as a reader has it, and a backend: for the browser tests and the README's pictures."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

ROOT = Path(__file__).resolve().parents[1]
EXTENSION = ROOT / "extension"
TEXT_NODE = 3  # as the DOM counts kinds of nodes
STARTS_WITHIN = 60.0  # seconds a backend may take to load its model
FIRST_RUN_PAGE = "welcome/welcome.html"

# Quiet flags: nothing is fetched, updated or reported by the browser itself.
FLAGS = (
    f"--disable-extensions-except={EXTENSION}",
    f"--load-extension={EXTENSION}",
    "--enable-unsafe-extension-debugging",  # lets the DevTools protocol click the toolbar button
    "--host-resolver-rules=MAP *.example 127.0.0.1",  # pages of a site that is not this computer, to the extension
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class ChromiumMissingError(RuntimeError):
    """No Chromium was found."""


def chromium_path() -> str:
    """Where Chromium is: ``ONRECORD_CHROMIUM``, or ``chromium`` on the path.

    Raises:
        ChromiumMissingError: if it is nowhere.
    """
    path = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise ChromiumMissingError(
            "Chromium is needed and was not found: install Debian's `chromium`, or set ONRECORD_CHROMIUM to its path."
        )
    return path


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_backend(log: Path) -> Iterator[str]:
    """A backend of its own process on a free port.

    Args:
        log: file for what it prints, with its last lines in the error if it does not start.

    Yields:
        Its address, once it answers.
    """
    port = free_port()
    command = [sys.executable, "-m", "onrecord", "serve", "--host", "127.0.0.1", "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "server")}
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, env=environment) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_it_answers(process, address, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_until_it_answers(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"the backend did not answer at {address}:\n{tail}")


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def served_folder(folder: Path) -> Iterator[str]:
    """The files of a folder over HTTP on a free port of 127.0.0.1.

    Yields:
        Its address under a name that only the browser started here knows: to the extension, some site on the web.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://news.example:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True, slots=True)
class Reader:
    """A browser with the extension in it.

    Attributes:
        context: the browser's windows.
        worker: the extension's background script.
        devtools: a session with the browser itself.
    """

    context: BrowserContext
    worker: Worker
    devtools: CDPSession

    def use_backend(self, address: str) -> None:
        """Set the backend's address, as the options page does."""
        self.worker.evaluate("address => chrome.storage.local.set({ backendAddress: address })", address)

    def open(self, url: str) -> Page:
        """Open a page in a new tab, in front."""
        page = self.context.new_page()
        page.goto(url)
        page.bring_to_front()
        return page

    def click_toolbar_button(self, page: Page) -> None:
        """Click the extension's button with this page in front: the real click, which grants ``activeTab``."""
        extension = self.worker.url.split("/")[2]
        tabs = self.devtools.send("Target.getTargets", {"filter": [{"type": "tab"}]})["targetInfos"]
        tab = next(tab for tab in tabs if tab["url"] == page.url)
        self.devtools.send("Extensions.triggerAction", {"id": extension, "targetId": tab["targetId"]})

    def badge(self, page: Page) -> str:
        """The text on the toolbar button for this page, whose address no other tab may have."""
        return str(self.worker.evaluate(_BADGE_OF_THE_TAB, page.url))

    def wait_for_badge(self, page: Page, settled: float = 60.0) -> str:
        """The badge's text once the page has been scored, or could not be."""
        deadline = time.monotonic() + settled
        while (text := self.badge(page)) in ("", "…") and time.monotonic() < deadline:
            page.wait_for_timeout(50)
        return text


_BADGE_OF_THE_TAB = """
async url => {
  const tabs = await chrome.tabs.query({ url });
  return chrome.action.getBadgeText({ tabId: tabs[0].id });
}
"""


@contextmanager
def chromium_with_extension(playwright: Playwright, profile: Path, **options: Any) -> Iterator[Reader]:
    """Start Chromium with the unpacked extension.

    Args:
        playwright: a running Playwright.
        profile: an empty folder.
        options: for Playwright's ``launch_persistent_context``, such as ``viewport`` or ``color_scheme``.
    """
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=chromium_path(),
        headless=True,
        ignore_default_args=["--disable-extensions"],
        args=list(FLAGS),
        **options,
    )
    try:
        worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        browser = context.browser
        assert browser is not None
        _wait_for_first_run_page(context)
        yield Reader(context, worker, browser.new_browser_cdp_session())
    finally:
        context.close()


def _wait_for_first_run_page(context: BrowserContext) -> None:
    """Wait for the tab that a new extension opens: it would come to the front over whatever is open by then."""
    deadline = time.monotonic() + STARTS_WITHIN
    while not any(page.url.endswith(FIRST_RUN_PAGE) for page in context.pages):
        if time.monotonic() > deadline:
            raise RuntimeError("the extension did not open its first-run page")
        context.pages[0].wait_for_timeout(20)


def panel_text(page: Page) -> str:
    """What the panel says. Its shadow root is closed to scripts, so the DevTools protocol is asked."""
    session = page.context.new_cdp_session(page)
    try:
        document = session.send("DOM.getDocument", {"depth": 0})["root"]
        host = session.send("DOM.querySelector", {"nodeId": document["nodeId"], "selector": "onrecord-panel"})["nodeId"]
        if not host:
            return ""
        # Only ours: a page may be nested deeper than the protocol can tell.
        tree = session.send("DOM.describeNode", {"nodeId": host, "depth": -1, "pierce": True})["node"]
        return " ".join(node["nodeValue"] for node in _nodes(tree) if node["nodeType"] == TEXT_NODE)
    finally:
        session.detach()


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if node.get("localName") == "style":  # the browser's own, inside <details>
        return
    yield node
    for child in [*node.get("shadowRoots", []), *node.get("children", [])]:
        yield from _nodes(child)
