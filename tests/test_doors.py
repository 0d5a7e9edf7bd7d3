"""One report, whichever door it leaves by."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import onrecord
from onrecord import cli
from onrecord.web import Settings, create_app

SEEDS = Path(__file__).parents[1] / "seeds"
PATHS = sorted(path for path in SEEDS.iterdir() if path.suffix in {".html", ".txt"})
MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}


def http(path: Path) -> str:
    """The report by HTTP."""
    client = create_app(Settings()).test_client()
    answer = client.post("/v1/score", data=path.read_bytes(), content_type=MEDIA_TYPES[path.suffix])
    assert answer.status_code == 200, answer.text
    return answer.data.decode("utf-8")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_http_command_line_and_python_give_the_same_bytes(
    path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """For every sample."""
    assert cli.main(["score", str(path)]) == 0
    printed = capsysbinary.readouterr().out
    assert printed == http(path).encode()
    assert printed == onrecord.to_json(onrecord.score_file(path)).encode()


def test_bytes_and_standard_input_give_the_same_too(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """``score_html`` on the file's bytes, and ``-``."""
    path = SEEDS / "deserters.html"
    wanted = onrecord.to_json(onrecord.score_file(path)).encode()
    assert onrecord.to_json(onrecord.score_html(path.read_bytes())).encode() == wanted
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    assert cli.main(["score", "-"]) == 0
    assert capsysbinary.readouterr().out == wanted


def test_json_requests_differ_in_nothing_but_the_charset() -> None:
    """A page sent as a JSON string was decoded by the sender, so the report knows no charset."""
    path = SEEDS / "deserters.html"
    client = create_app(Settings()).test_client()
    answer = client.post("/v1/score", json={"html": path.read_text("utf-8")}).json
    wanted = onrecord.score_file(path).to_dict()
    assert answer["article"]["charset"] is None
    assert answer | {"article": answer["article"] | {"charset": wanted["article"]["charset"]}} == wanted


def test_lines_of_several_articles_are_their_reports_in_order(tmp_path: Path) -> None:
    """``-o`` writes just what each article alone would print."""
    out = tmp_path / "out.jsonl"
    assert cli.main(["score", *map(str, PATHS), "-o", str(out)]) == 0
    lines = out.read_text("utf-8").splitlines(keepends=True)
    assert lines == [onrecord.to_json(onrecord.score_file(path)) for path in PATHS]


def test_spans_hold_in_both_units() -> None:
    """``exact`` is what lies between the offsets, counted as told."""
    found = onrecord.score_file(SEEDS / "bridge-closure.html")
    for unit in ("codepoint", "utf16"):
        value = json.loads(onrecord.to_json(found, offset_unit=unit))
        wide = value["article"]["text"].encode("utf-16-le")
        spans = [span for a in value["attributions"] for span in a["statement"]]
        spans += [hedge["span"] for hedge in value["hedges"]]
        assert spans
        for span in spans:
            start, end = span["start"], span["end"]
            text = (
                value["article"]["text"][start:end]
                if unit == "codepoint"
                else wide[2 * start : 2 * end].decode("utf-16-le")
            )
            assert text == span["exact"]


def test_the_public_names_are_these_and_all_resolve() -> None:
    """A name added or lost is a decision, not an accident."""
    assert onrecord.__all__ == [
        "Report",
        "Unreadable",
        "__version__",
        "score_file",
        "score_html",
        "score_text",
        "to_json",
    ]
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing
