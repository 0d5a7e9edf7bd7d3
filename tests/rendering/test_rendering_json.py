"""The one JSON form of a report."""

from __future__ import annotations

import json
from dataclasses import replace

from onrecord.rendering import to_json
from tests.sample_report import REPORT


def test_one_line_with_its_end_and_nothing_escaped_that_need_not_be() -> None:
    """The compact form is one line of readable UTF-8."""
    text = to_json(REPORT)
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert "🏗" in text


def test_indenting_changes_the_layout_only() -> None:
    """The form for people holds the same values in the same order."""
    compact, wide = to_json(REPORT), to_json(REPORT, indent=2)
    assert "\n  " in wide
    assert list(json.loads(compact)) == list(json.loads(wide))
    assert json.loads(compact) == json.loads(wide) == REPORT.to_dict()


def test_a_lone_surrogate_is_replaced_and_offsets_stay_right() -> None:
    """What no encoding can hold becomes U+FFFD, one unit for one unit, in both units."""
    text = REPORT.article.text.replace("archive", "arc\ud800ive")
    broken = replace(REPORT, article=replace(REPORT.article, text=text))
    for unit in ("codepoint", "utf16"):
        value = json.loads(to_json(broken, offset_unit=unit).encode("utf-8"))
        assert "arc\ufffdive" in value["article"]["text"]
        units = value["article"]["text"].encode("utf-16-le")
        for hedge in value["hedges"]:
            at = hedge["span"]
            if unit == "utf16":
                assert units[2 * at["start"] : 2 * at["end"]].decode("utf-16-le") == at["exact"]
            else:
                assert value["article"]["text"][at["start"] : at["end"]] == at["exact"]
