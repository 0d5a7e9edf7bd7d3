"""Word lists of the rooms above."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.rubric import Entry, RubricError, Vocabulary, rubric, vocabulary
from onrecord.rubric.data import packaged, version
from onrecord.rubric.vocabulary_loading import load_vocabulary, vocabulary_names

STANDARDS = ("our-judgement",)


def _data(**changes: Any) -> dict[str, dict[str, Any]]:
    entry = {
        "id": "kings",
        "value": "monarch",
        "words": ["king", "queen"],
        "hit": "The king spoke.",
        "miss": "Kingpin.",
    }
    table = {"definition": "Who wears a crown.", "standard": "our-judgement", "entry": [entry | changes]}
    return {"vocabulary/crowns.toml": table}


def test_a_list_is_read() -> None:
    """All of a list arrives as values."""
    found = load_vocabulary(_data(), "crowns", STANDARDS)
    entry = Entry("kings", "monarch", ("king", "queen"), "The king spoke.", "Kingpin.")
    assert found == Vocabulary("crowns", "Who wears a crown.", "our-judgement", (entry,))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"words": []}, "kings: words must be a list of texts"),
        ({"words": ["king", "king"]}, "kings: words has king more than once"),
        ({"words": "king"}, "kings: words must be a list of texts"),
        ({"hit": ""}, "kings: hit must be text"),
        ({"color": "gold"}, "kings: unknown key color"),
        ({"id": "the kings"}, "the kings: id 'the kings' is not letters"),
    ],
)
def test_broken_entries_are_refused(changes: dict[str, Any], problem: str) -> None:
    """The error names list, entry and problem."""
    with pytest.raises(RubricError, match=problem) as error:
        load_vocabulary(_data(**changes), "crowns", STANDARDS)
    assert error.value.file == "vocabulary/crowns.toml"


def test_unknown_standards_are_refused() -> None:
    """A list rests on a listed standard."""
    with pytest.raises(RubricError, match="no standard has the id 'our-judgement'"):
        load_vocabulary(_data(), "crowns", ())


def test_unknown_lists_are_refused() -> None:
    """Asking for a list that is not there says so."""
    with pytest.raises(RubricError, match=r"vocabulary/cronws\.toml, whole file: no such file"):
        vocabulary("cronws")


def test_every_packaged_list_is_sound() -> None:
    """Whatever lies in the folder loads, and keeps its name."""
    for name in vocabulary_names(packaged()):
        assert vocabulary(name).name == name


def test_lists_count_in_the_version() -> None:
    """A changed word is another rule set."""
    assert version(dict(packaged()) | _data()) != rubric().version
    assert version(dict(packaged()) | _data()) != version(dict(packaged()) | _data(words=["king"]))
