"""The server as a process: what it prints, how it stops, and what it says to callers that are not even HTTP."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from onrecord.web.server import HEADER_BYTES, CannotServe, is_loopback, listen

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds
MEGABYTE = b"a" * 1024 * 1024


def start(*arguments: str) -> subprocess.Popen[str]:
    """``onrecord serve`` from the repository's root; it hears Ctrl-C also where the tests run in a shell's background."""
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "server")},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[int, str]]:
    """A server on a free port: the port, and the curl line it printed."""
    with start("--port", "0") as process:
        assert process.stdout
        try:
            first, _, curl = (process.stdout.readline() for _ in range(3))
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", first)
            assert found, process.stderr.read() if process.stderr else ""
            yield int(found[1]), curl.strip()
        finally:
            process.terminate()
            code = process.wait(PATIENCE)
        assert code == 0
        assert process.stderr
        assert process.stderr.read() == "Stopped.\n"


def talk(port: int, sent: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the answer to raw bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(sent)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    return int(status.split()[1]), dict(line.lower().split(": ", 1) for line in lines), body


def test_the_printed_curl_line_gives_a_report(running: tuple[int, str]) -> None:
    """Pasted as it stands, from the repository's root."""
    command = shlex.split(running[1])
    assert command[0] == "curl"
    done = subprocess.run([*command, "--silent"], capture_output=True, timeout=PATIENCE, check=True, cwd=ROOT)
    assert json.loads(done.stdout)["schema"] == "onrecord/report/1"


def test_ready_once_it_has_said_where_it_is(running: tuple[int, str]) -> None:
    """The model was loaded before the address was printed; no header tells what serves."""
    with closing(HTTPConnection("127.0.0.1", running[0], timeout=PATIENCE)) as connection:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        assert json.loads(answer.read()) == {"status": "ready"}
        assert "waitress" not in str(answer.headers).lower()


@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_body_is_answered_and_not_cut_off(running: tuple[int, str], chunked: bool) -> None:
    """A caller that sends 6 MB reads 413, with and without a told length."""
    with closing(HTTPConnection("127.0.0.1", running[0], timeout=PATIENCE)) as connection:
        body = iter([MEGABYTE] * 6) if chunked else MEGABYTE * 6
        connection.request("POST", "/v1/score", body, {"Content-Type": "text/plain"}, encode_chunked=chunked)
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Content-Type"]) == (413, "application/problem+json")
        assert json.loads(answer.read())["code"] == "too_large"


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"nonsense\r\n\r\n", 400, "bad_request"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", 400, "bad_request"),
        (b"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "not_implemented"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ".ljust(HEADER_BYTES, b"y"), 431, "headers_too_large"),
        (b"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n", 413, "too_large"),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421, "unknown_host"),
        (b"GET / HTTP/1.0\r\n\r\n", 421, "unknown_host"),
    ],
)
def test_what_the_application_never_sees_is_a_problem_too(
    running: tuple[int, str], sent: bytes, status: int, code: str
) -> None:
    """Refusals of the server below have the same form."""
    answered, headers, body = talk(running[0], sent)
    assert (answered, json.loads(body)["code"]) == (status, code)
    assert headers["content-type"] == "application/problem+json"
    assert headers["x-content-type-options"] == "nosniff"


def test_another_loopback_address_answers_to_its_own_name() -> None:
    """The printed address works whichever was asked for."""
    with start("--host", "127.0.0.2", "--port", "0") as process:
        assert process.stdout
        try:
            port = int(re.findall(r"http://127\.0\.0\.2:(\d+)/", process.stdout.readline())[0])
            with closing(HTTPConnection("127.0.0.2", port, timeout=PATIENCE)) as connection:
                connection.request("GET", "/healthz")
                assert connection.getresponse().status == 200
        finally:
            process.terminate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told(number: signal.Signals) -> None:
    """SIGTERM and Ctrl-C end it at once, with exit 0 and no traceback."""
    with start("--port", "0") as process:
        assert process.stdout
        assert process.stderr
        assert "On Record is at" in process.stdout.readline()
        process.send_signal(number)
        try:
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
        assert "Traceback" not in process.stderr.read()


def test_a_port_in_use_is_told() -> None:
    """Exit 2 and one line that says what to do."""
    with closing(listen("127.0.0.1", 0)) as taken, start("--port", str(taken.getsockname()[1])) as process:
        assert process.wait(PATIENCE) == 2
        assert process.stderr
        told = process.stderr.read()
        assert "--port" in told
        assert told.count("\n") == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "news.example", ""])
def test_other_addresses_than_loopback_are_refused(host: str) -> None:
    """Nobody else may reach it."""
    with pytest.raises(CannotServe, match="loopback"):
        listen(host, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_loopback_addresses_are_served(host: str) -> None:
    """All of them."""
    with closing(listen(host, 0)) as listener:
        assert is_loopback(listener.getsockname()[0])
