"""The HTTP door on a reader's own machine: waitress, bound to loopback."""

from __future__ import annotations

import shlex
import signal
import socket
import sys
from contextlib import closing
from ipaddress import ip_address
from pathlib import Path
from types import FrameType

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer, create_server
from waitress.task import ErrorTask

from onrecord import pipeline
from onrecord.web import create_app
from onrecord.web.problems import MEDIA_TYPE, document, kind_for_status
from onrecord.web.security import HEADERS
from onrecord.web.seeds import list_seeds
from onrecord.web.settings import LOOPBACK_NAMES, Settings, seeds_folder

THREADS = 4
# Bodies over the application's limit are still taken in up to here, so that the caller reads our answer and not a reset
# connection. Waitress keeps them on disk.
DRAINED_BYTES = 64 * 1024 * 1024
HEADER_BYTES = 32 * 1024
SHOWN_SEED = "deserters"


class CannotServe(Exception):  # noqa: N818 - says what is the case
    """The server cannot start; the message is for the person who tried."""


class ProblemTask(ErrorTask):  # type: ignore[misc]
    """Waitress' own refusals (not HTTP, too long) as problem documents, like all others."""

    def execute(self) -> None:
        """Write the answer and close."""
        error = self.request.error
        kind = kind_for_status(error.code)
        body = document(kind, f"{kind.title}.", "/")
        self.status = f"{kind.status} {error.reason}"
        self.response_headers.extend([("Content-Type", MEDIA_TYPE), *HEADERS])
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose errors are problem documents."""

    error_task_class = ProblemTask


def serve(host: str, port: int) -> None:
    """Answer requests until the process is told to stop (SIGINT, SIGTERM).

    Args:
        host: a loopback name or address.
        port: 0 takes a free one; which, is printed.

    Raises:
        CannotServe: if the address is not loopback or taken, or the model cannot be loaded.
    """
    signal.signal(signal.SIGTERM, _stop)
    with closing(listen(host, port)) as listener:
        _load_model()
        address, taken_port = listener.getsockname()[:2]
        settings = Settings(host_names=LOOPBACK_NAMES | {_bracketed(address)}, seeds=seeds_folder())
        with closing(_server(settings, listener)) as server:
            try:
                _announce(settings, address, taken_port)
                server.run()  # returns when told to stop, its running requests finished
            except (KeyboardInterrupt, SystemExit):  # told before it ran
                pass
    print("Stopped.", file=sys.stderr)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on this machine only.

    Raises:
        CannotServe: if the address is not loopback, not of this machine, or taken.
    """
    address = "127.0.0.1" if host == "localhost" else host.strip("[]")
    if not is_loopback(address):
        raise CannotServe(
            f"{host} is not a loopback address. Anyone who reached it could use this server, so only 127.0.0.1, ::1 "
            "and localhost are served."
        )
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotServe(f"Cannot listen on {_bracketed(address)}:{port}: {reason}. Is --port free?") from None


def is_loopback(address: str) -> bool:
    """Whether an IP address stays within this machine. Names are not looked up."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _server(settings: Settings, listener: socket.socket) -> TcpWSGIServer:
    server = create_server(
        create_app(settings),
        sockets=[listener],
        threads=THREADS,
        max_request_body_size=DRAINED_BYTES,
        max_request_header_size=HEADER_BYTES,
        ident="",
    )
    server.channel_class = Channel
    return server


def _load_model() -> None:
    try:
        pipeline.warm_up()
    except Exception as error:
        raise CannotServe(f"The model cannot be loaded: {type(error).__name__}: {error}") from error


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _announce(settings: Settings, address: str, port: int) -> None:
    base = f"http://{_bracketed(address)}:{port}"
    curl = f"curl --data-binary @{_sample(settings.seeds)} -H 'Content-Type: text/html' {base}/v1/score"
    print(
        f"On Record is at {base}/ (stop it with Ctrl-C)",
        "Try it from another terminal:",
        f"  {curl}",
        sep="\n",
        flush=True,
    )


def _sample(folder: Path | None) -> str:
    """A sample's path for a shell, relative to here where it lies below."""
    seeds = [seed for seed in list_seeds(folder) if seed.path.suffix == ".html"]
    if not seeds:
        return "article.html"
    path = next((seed.path for seed in seeds if seed.name == SHOWN_SEED), seeds[0].path)
    here = Path.cwd()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
