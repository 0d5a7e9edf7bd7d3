"""The command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import api, cli, pipeline
from onrecord.model import Article, Report
from onrecord.rendering import rule_ids, rule_text, to_json, to_text
from onrecord.rubric import rubric
from tests.sample_report import REPORT

pytestmark = pytest.mark.usefixtures("scored")  # these tests are about the door, not the rooms

ROOT = Path(__file__).parents[1]
TEXT = "Mara Lindqvist, the harbour master, said on Friday that the crane was safe to use again. " * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three articles, one of them deeper down, and things that are none."""
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.html").write_text(f"<article><h1>Crane</h1><p>{TEXT}</p></article>", "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.MD").write_text(TEXT, "utf-8")
    (tmp_path / "notes.csv").write_text("1,2", "utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with the real rooms behind."""
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT / "server"), "LC_ALL": "C"},
    )


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_one_article_to_a_pipe_is_a_json_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Just the report, on one line."""
    assert cli.main(["score", str(folder / "b.txt")]) == 0
    assert capsys.readouterr().out == to_json(REPORT)


def test_one_article_to_a_terminal_is_a_summary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For people; NO_COLOR is honoured."""
    monkeypatch.setattr(sys, "stdout", screen := Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "70")
    assert cli.main(["score", str(folder / "b.txt")]) == 0
    assert screen.getvalue() == to_text(REPORT, width=70)


def test_the_format_can_be_chosen(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text to a pipe; JSON, laid out for people, to a terminal."""
    path = str(folder / "b.txt")
    assert cli.main(["score", path, "--format", "text"]) == 0
    assert "41.5 of 100" in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdout", screen := Terminal())
    assert cli.main(["score", path, "--format", "json"]) == 0
    assert screen.getvalue() == to_json(REPORT, indent=2)


def test_several_articles_are_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder counts as the articles below it, whatever the case of their suffix."""
    assert cli.main(["score", str(folder)]) == 0
    assert capsys.readouterr().out == to_json(REPORT) * 3


def test_order_is_that_of_the_arguments_and_of_names(folder: Path, scored: list[Article]) -> None:
    """Folders by name; a pattern the shell left alone is expanded."""
    out = folder / "out.ndjson"
    assert cli.main(["score", str(folder / "*.txt"), str(folder), "-o", str(out)]) == 0
    assert [article.title for article in scored].count("Crane") == 1
    assert [article.title == "Crane" for article in scored] == [False, True, False, False]
    assert len(out.read_text("utf-8").splitlines()) == 4


def test_files_of_other_names_are_taken_by_how_they_begin(folder: Path, scored: list[Article]) -> None:
    """Markup or not, also in UTF-16 and after a byte order mark or a comment."""
    page = f"  <!-- saved -->\n<html><body><article><h1>Crane</h1><p>{TEXT}</p></article></body></html>"
    for name, data in {
        "one.page": page.encode("utf-8-sig"),
        "two.page": page.encode("utf-16"),
        "three.page": f"5 < 6\n\n{TEXT}".encode(),
    }.items():
        (folder / name).write_bytes(data)
        assert cli.main(["score", str(folder / name), "--format", "json"]) == 0
    assert ["<p>" in article.text for article in scored] == [False, False, False]
    assert [article.text.startswith("5 < 6") for article in scored] == [False, False, True]


def test_bad_files_are_listed_and_the_rest_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its code; exit 1."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "nothing").mkdir()
    out = folder / "out.jsonl"
    given = [folder / "empty.txt", folder / "a.html", folder / "binary.html", folder / "gone.html", folder / "nothing"]
    assert cli.main(["score", *map(str, given), str(folder / "*.pdf"), "-o", str(out)]) == 1
    told = capsys.readouterr().err
    assert out.read_text("utf-8") == to_json(REPORT)
    for name, code in {
        "empty.txt": "empty",
        "binary.html": "binary",
        "gone.html": "cannot_open",
        "nothing": "no_articles",
        "*.pdf": "no_match",
    }.items():
        assert f"{name}: {code}: " in told
    assert "5 of 6 could not be read" in told


def test_a_mistake_of_ours_stops_one_article_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are scored; no traceback."""

    def score(article: Article) -> Report:
        if article.title == "Crane":
            raise RuntimeError("boom")
        return REPORT

    monkeypatch.setattr(pipeline, "score", score)
    assert cli.main(["score", str(folder)]) == 1
    printed = capsys.readouterr()
    assert printed.out == to_json(REPORT) * 2
    assert "a.html: internal: RuntimeError" in printed.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["score"],
        ["fly"],
        ["score", "x.html", "--format", "xml"],
        ["score", "x.html", "-o", "out.csv"],
        ["score", "x.html", "-o", "out.jsonl", "--format", "text"],
        ["serve", "--port", "99999"],
        ["serve", "--port", "x"],
    ],
)
def test_a_command_that_is_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 with the usage."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "usage: onrecord" in capsys.readouterr().err


def test_an_output_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told before any work; exit 2."""
    assert cli.main(["score", str(folder), "-o", str(folder / "no" / "where.jsonl")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_output_is_whole_or_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption leaves the earlier file as it was, and no scraps."""

    def score(article: Article) -> Report:
        raise KeyboardInterrupt

    out = folder / "out.jsonl"
    out.write_text("earlier\n", "utf-8")
    before = sorted(folder.iterdir())
    monkeypatch.setattr(pipeline, "score", score)
    assert cli.main(["score", str(folder / "b.txt"), "-o", str(out)]) == 130
    assert out.read_text("utf-8") == "earlier\n"
    assert sorted(folder.iterdir()) == before


def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    """``-o /dev/null`` must leave a device behind."""
    assert cli.main(["score", str(folder / "b.txt"), "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_a_reader_that_leaves_early_is_no_failure(folder: Path) -> None:
    """``onrecord score … | head -c1`` ends quietly."""
    (folder / "many").mkdir()
    for number in range(40):
        (folder / "many" / f"{number}.txt").write_text(TEXT, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "score", str(folder / "many")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "server")},
    )
    assert process.stdout
    assert process.stderr
    with process.stdout, process.stderr:
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


def test_version_and_help_in_a_process_of_their_own() -> None:
    """The version is that of the package."""
    assert run("--version").stdout.decode().strip() == f"onrecord {api.__version__}"
    assert b"score" in run("--help").stdout


def test_real_articles_through_pipes_under_a_plain_locale(tmp_path: Path) -> None:
    """UTF-8 whatever the locale says, by name and by standard input, with no traceback for anything."""
    page = (ROOT / "seeds" / "deserters.html").read_bytes()
    by_name = run("score", "seeds/deserters.html")
    by_pipe = run("score", "-", stdin=page)
    assert by_name.returncode == by_pipe.returncode == 0, by_name.stderr
    assert by_name.stdout == by_pipe.stdout
    assert "“fake news.”" in json.loads(by_name.stdout)["article"]["text"]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", {"empty"}),
        (b"\x00\x01\x02" * 999, {"binary"}),
        (b"<p>" + b"word " * 1_300_000, {"too_large"}),
        (b"<div>" * 10_000 + b"<p>x</p>" + b"</div>" * 10_000, {"too_complex", "nothing_to_read"}),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", {"nothing_to_read"}),
    ],
    ids=["empty", "binary", "6 MB", "nested", "no article"],
)
def test_bad_input_is_told_and_never_a_traceback(data: bytes, codes: set[str]) -> None:
    """The codes are those of HTTP; or a report without a score comes out."""
    done = run("score", "-", stdin=data)
    told = done.stderr.decode()
    assert "Traceback" not in told
    if done.returncode == 0:
        assert json.loads(done.stdout)["status"] == "not_scored"
    else:
        assert done.returncode == 1
        assert told.split(": ")[2] in codes


@pytest.mark.parametrize("name", ["RUNG-3", "rung-3", "3"])
def test_a_rule_tells_its_meaning_and_its_standard(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever letter case the caller likes."""
    assert cli.main(["rubric", name]) == 0
    told = " ".join(capsys.readouterr().out.split())
    rung = rubric().rungs[3]
    assert all(
        words in told for words in (rung.name, rung.definition, rung.hit, rung.miss, "Rests on NPR, Ethics Handbook")
    )


def test_every_rule_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The list has them all, and each of them has its text."""
    assert cli.main(["rubric"]) == 0
    listed = capsys.readouterr().out
    for name in rule_ids(rubric()):
        assert f"\n{name} " in listed
        assert rule_text(rubric(), name)


def test_an_unknown_rule_is_a_usage_error_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing goes to standard output."""
    assert cli.main(["rubric", "headlin_overclaim"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Did you mean headline_overclaims" in captured.err
