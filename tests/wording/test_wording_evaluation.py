"""The measure of how well hedges are found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _document(text: str, sentences: list[str], cues: list[tuple[str, str]]) -> str:
    places = [[text.index(s), text.index(s) + len(s)] for s in sentences]
    marks = [{"start": text.index(c), "end": text.index(c) + len(c), "type": kind} for c, kind in cues]
    return json.dumps({"text": text, "sentences": places, "cues": marks})


def test_the_table_counts_sentences_and_cues(tmp_path: Path) -> None:
    """One right, one missed, one too many, and conditions left out: precision, recall and F1 follow by hand."""
    sentences = ["It may rain.", "Perhaps not.", "He trusts so, if asked.", "It rained."]
    cues = [("may", "modal_probable"), ("trusts", "hypo_doxastic"), ("if", "hypo_condition")]
    folder = tmp_path / "szeged-uncertainty"
    folder.mkdir()
    (folder / "news.dev.jsonl").write_text(_document(" ".join(sentences), sentences, cues) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.hedges", "--corpora", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "server")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "below its floor" in done.stderr) == (1, True)
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows[0] == ["1", "documents,", "2", "cues;", "per", "cent"]
    assert rows[2] == ["sentence", "50.0", "50.0", "50.0"]
    assert rows[3] == ["exact", "cue", "50.0", "50.0", "50.0"]
