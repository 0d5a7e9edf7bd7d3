"""The command line: ``onrecord score``, ``onrecord serve`` and ``onrecord rubric``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO

from onrecord import api
from onrecord.api import Report, Unreadable, to_json
from onrecord.batch.inputs import Input, Unusable, find_inputs
from onrecord.batch.outputs import whole_file
from onrecord.reading import MAX_BYTES
from onrecord.rendering import rule_ids, rule_text, rules_text, to_text
from onrecord.rubric import rubric
from onrecord.web.settings import DEFAULT_HOST, DEFAULT_PORT

ALL_READ, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
WIDEST = 100  # columns; longer lines are hard to read
HIGHEST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 if all was read, 1 if some of it could not be, 2 if the command was not understood or cannot run.
    """
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ALL_READ
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onrecord",
        description="Show how well news articles attribute what they claim: transparency of sourcing, never truth.",
    )
    parser.add_argument("--version", action="version", version=f"onrecord {api.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _score_command(commands.add_parser("score", help="score articles", description=_SCORE_HELP))
    _serve_command(commands.add_parser("serve", help="start the server", description=_SERVE_HELP))
    _rubric_command(commands.add_parser("rubric", help="tell what a rule means", description=_RUBRIC_HELP))
    return parser


_SCORE_HELP = (
    "Score articles: .html, .htm, .txt and .md files, folders of them, patterns, or - for standard input. One article "
    "prints a summary to a terminal and a JSON report to a pipe; several print one JSON report a line, in order."
)
_SERVE_HELP = "Answer on this machine until stopped: a page for people at /, POST /v1/score for programs."
_RUBRIC_HELP = (
    "Tell what a rule means, what it does to the score, and on which standard it rests; without RULE, list all."
)


def _score_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, pattern, or -")
    parser.add_argument("-o", "--output", type=_output, metavar="OUT.jsonl", help="write JSON Lines there instead")
    parser.add_argument("--format", choices=("text", "json"), help="what to print; default by where it goes")
    parser.set_defaults(run=_score, refuse=parser.error)


def _serve_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default=DEFAULT_HOST, help="loopback address to bind to (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="0 takes a free one (default: %(default)s)")
    parser.set_defaults(run=_serve)


def _rubric_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", nargs="?", metavar="RULE", help="its id, as reports give it: RUNG-3, headline_overclaims"
    )
    parser.set_defaults(run=_rubric)


def _output(value: str) -> Path:
    path = Path(value)
    if path.suffix.lower() not in LINE_SUFFIXES and (path.is_file() or not path.exists()):
        raise argparse.ArgumentTypeError(f"{value}: the name must end in {' or '.join(sorted(LINE_SUFFIXES))}")
    return path


def _port(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{value}: a port is a number from 0 to {HIGHEST_PORT}")
    return int(value)


def _rubric(options: argparse.Namespace) -> int:
    rules = rubric()
    told = rule_text(rules, options.rule) if options.rule else rules_text(rules)
    if told is None:
        near = get_close_matches(options.rule, rule_ids(rules), n=3, cutoff=0.5)
        hint = f" Did you mean {', '.join(near)}?" if near else " “onrecord rubric” lists them."
        print(f"onrecord: there is no rule {options.rule!r}.{hint}", file=sys.stderr)
        return USAGE
    _stdout().write(told)
    return ALL_READ


def _serve(options: argparse.Namespace) -> int:
    from onrecord.web.server import CannotServe, serve  # what scoring does not need

    try:
        serve(options.host, options.port)
    except CannotServe as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return USAGE
    return ALL_READ


def _score(options: argparse.Namespace) -> int:
    if options.output and options.format == "text":
        options.refuse("-o writes JSON Lines; --format text goes to standard output")
    inputs = list(find_inputs(options.paths))
    failed: list[Unusable] = []
    as_text = options.format == "text" or (options.format is None and not options.output and sys.stdout.isatty())
    try:
        with whole_file(options.output) if options.output else nullcontext(_stdout()) as out:
            for number, report in enumerate(_reports(inputs, failed)):
                _print(report, out, as_text=as_text, first=number == 0, alone=len(inputs) == 1)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"onrecord: cannot write {options.output}: {error.strerror or error}", file=sys.stderr)
        return USAGE
    _list_failures(failed, len(inputs))
    return SOME_FAILED if failed else ALL_READ


def _reports(inputs: Sequence[Input | Unusable], failed: list[Unusable]) -> Iterator[Report]:
    """Reports in order; what cannot be read goes to ``failed``."""
    for item in inputs:
        result = item if isinstance(item, Unusable) else _report(item)
        if isinstance(result, Unusable):
            failed.append(result)
        else:
            yield result


def _report(item: Input) -> Report | Unusable:
    try:
        if item.path is None:
            return api.score_any(sys.stdin.buffer.read(MAX_BYTES + 1))
        return api.score_file(item.path)
    except Unreadable as error:
        return Unusable(item.name, error.code, error.message)
    except OSError as error:
        return Unusable(item.name, "cannot_open", error.strerror or str(error))
    except Exception as error:  # one article must not stop the others, whatever is wrong with it
        return Unusable(item.name, "internal", f"{type(error).__name__} in the scorer; please report this article")


def _print(report: Report, out: TextIO, *, as_text: bool, first: bool, alone: bool) -> None:
    if as_text:
        color = out.isatty() and "NO_COLOR" not in os.environ
        width = min(shutil.get_terminal_size().columns, WIDEST)
        out.write(("" if first else "\n\n") + to_text(report, width=width, color=color))
    else:
        out.write(to_json(report, indent=2 if alone and out.isatty() else None))


def _stdout() -> TextIO:
    """Standard output as UTF-8 with plain line ends, whatever the locale says: JSON is the same everywhere."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return sys.stdout


def _list_failures(failed: Sequence[Unusable], total: int) -> None:
    for item in failed:
        print(f"onrecord: {item.name}: {item.code}: {item.reason}", file=sys.stderr)
    if failed and total > 1:
        print(f"onrecord: {len(failed)} of {total} could not be read", file=sys.stderr)
