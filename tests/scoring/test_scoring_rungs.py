"""The ladder: each rung's own example, and what moves an attribution on it."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.model import Attribution, Channel
from onrecord.rubric import rubric
from onrecord.scoring.verdict import band, rung_value


def lowest(text: str) -> Attribution:
    """The attribution of a text on the lowest rung."""
    return min(onrecord.score_text(text).attributions, key=lambda a: a.rung)


@pytest.mark.parametrize("number", [7, 6, 5, 4, 3, 2, 1, 0])
def test_each_rungs_example_stands_on_it(number: int) -> None:
    """The hit of a rung in the rubric is on that rung (8 needs a link, see the sourcing tests)."""
    rungs = [a.rung for a in onrecord.score_text(rubric().rungs[number].hit).attributions]
    assert number in rungs, rungs


@pytest.mark.parametrize("number", [7, 5, 4, 3, 2, 0])
def test_each_rungs_counter_example_does_not(number: int) -> None:
    """The miss of a rung is not on it."""
    rungs = [a.rung for a in onrecord.score_text(rubric().rungs[number].miss).attributions]
    assert rungs
    assert number not in rungs


def test_a_reportive_hedge_on_an_unnamed_source_costs_half_a_rung() -> None:
    """Two steps back are more than one."""
    plain = lowest("Port officials said the crane had never been inspected.")
    stacked = lowest("Port officials said the crane had reportedly never been inspected.")
    assert stacked.rung == plain.rung - 0.5
    assert "stacked_hedge" in stacked.rules


def test_a_hedge_with_a_named_source_costs_nothing() -> None:
    """It is precision, not evasion."""
    found = lowest("Mara Lindqvist, the harbour master, said the crane had reportedly never been inspected.")
    assert found.rung == 7


def test_a_refusal_to_comment_is_shown_and_not_weighed() -> None:
    """It is evidence that a response was sought."""
    report = onrecord.score_text("The harbour master, Mara Lindqvist, declined to comment on the crane.")
    assert [a.channel for a in report.attributions] == [Channel.DECLINED_COMMENT]
    assert report.summary.named_share == 0


def test_acts_are_no_attributions() -> None:
    """Thanking says nothing that could be true or false."""
    report = onrecord.score_text("Gerd Amsel publicly thanked the volunteers on Friday.")
    assert report.attributions == ()


def test_halves_of_a_rung_are_worth_the_middle() -> None:
    """Between 20 and 35 lies 27.5."""
    assert rung_value(rubric(), 2.5) == (rubric().rungs[2].value + rubric().rungs[3].value) / 2
    assert rung_value(rubric(), 8) == 100


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (80, "well_sourced"),
        (79.9, "mostly_sourced"),
        (60, "mostly_sourced"),
        (40, "thinly_sourced"),
        (39.9, "poorly_sourced"),
    ],
)
def test_bands(score: float, name: str) -> None:
    """The score in words, at its edges."""
    assert band(rubric(), score).value == name
