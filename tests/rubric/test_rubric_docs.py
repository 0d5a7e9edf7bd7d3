"""The rubric's pages in docs/rubric."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.rubric import rubric

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The generator, loaded from its file."""
    spec = importlib.util.spec_from_file_location("rubric_docs", ROOT / "scripts" / "rubric_docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_current(script: ModuleType) -> None:
    """What lies in docs/rubric is what the rules give."""
    assert script.stale(ROOT / "docs" / "rubric") == [], "run python scripts/rubric_docs.py"


def test_changed_missing_and_foreign_pages_are_noticed(script: ModuleType, tmp_path: Path) -> None:
    """The check cannot pass on pages that differ from the rules."""
    for name, content in script.pages().items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert script.stale(tmp_path) == []
    (tmp_path / "score.md").write_text("# Score\n", encoding="utf-8")
    (tmp_path / "rungs.md").unlink()
    (tmp_path / "old.md").touch()
    assert script.stale(tmp_path) == ["old.md", "rungs.md", "score.md"]


def test_every_rule_stands_on_a_page(script: ModuleType) -> None:
    """No rung, signal, hedge, cue group or standard is left out."""
    rules, pages = rubric(), script.pages()
    assert all(rung.definition in pages["rungs.md"] for rung in rules.rungs.values())
    assert all(modifier.definition in pages["rungs.md"] for modifier in rules.modifiers.values())
    assert all(signal.definition in pages["signals.md"] for signal in rules.signals.values())
    assert all(hedge.definition in pages["hedges.md"] for hedge in rules.hedges)
    assert all(group.definition in pages["cues.md"] for group in rules.cue_groups.values())
    assert all(standard.idea in pages["standards.md"] for standard in rules.standards.values())


def test_links_lead_somewhere(script: ModuleType) -> None:
    """Each link between the pages has a page, and the anchor it names."""
    pages = script.pages()
    for content in pages.values():
        for page, anchor in re.findall(r"\]\(([\w.]+\.md)#?([^)]*)\)", content):
            assert page in pages
            assert not anchor or f'<a id="{anchor}"></a>' in pages[page]
