"""Claims that the wording lays at nobody's door."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.wording import agentless_cues


def _found(text: str) -> list[str]:
    return [span.of(text) for span in agentless_cues(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("The keepers are said to have fled.", ["are said to"]),
        ("It is believed that the door was open.", ["It is believed"]),
        ("It was reported that the door was open.", ["It was reported"]),
        ("The heir is rumoured to live abroad.", ["is rumoured to"]),
        ("More cases have been claimed.", ["have been claimed"]),
        ("Reports suggest the door was open.", ["Reports suggest"]),
        ("The keepers allegedly slept, and the door was reportedly open.", ["allegedly", "reportedly"]),
        ("The vote is widely seen as a test.", ["is widely seen as"]),
        ("It emerged that nobody had a key.", ["It emerged"]),
        ("A man thought to have the key was held.", ["thought to have"]),
        ("The keepers have long been rumoured to sleep.", ["have long been rumoured to"]),
        ("Guests are not thought to have been hurt.", ["are not thought to"]),
        ("The door, it is said, was never locked.", ["it is said"]),
        ("The door was never locked, it was claimed on Friday.", ["it was claimed"]),
        ("It is rumoured in the trade that the door was sold.", ["It is rumoured in the trade"]),
        ("There is talk of a second door.", ["There is talk"]),
        ("The trial is now expected to last a month.", ["is now expected to"]),
        ("The keeper's niece is widely tipped to follow him.", ["is widely tipped to"]),
        ("He is accused of selling the door.", ["is accused of"]),
        ("Guests had been told in May that the door was shut.", ["had been told"]),
        ("Guests are being told to wait.", ["are being told to"]),
        ("Anyone who saw the keeper is asked to call.", ["is asked to"]),
        ("The inquest heard that the door was shut.", ["heard"]),
        ("Door was shut, jury hears", ["hears"]),
        ("Door was shut, court told", ["told"]),
        ("The door has been sold, it can be revealed.", ["it can be revealed"]),
        ("It was announced that the door would open.", ["It was announced"]),
    ],
)
def test_cues_without_a_source(sentence: str, cues: list[str]) -> None:
    """Reportive adverbs and passives without an agent are found with their exact words."""
    assert _found(sentence) == cues


@pytest.mark.parametrize(
    "sentence",
    [
        "It was reported by the Halvik Courier that the door was open.",
        "The heir is believed by his lawyers to live abroad.",
        "More cases have been claimed by the insurer.",
        "The vote is widely seen by pollsters as a test.",
        "Media reported that the door was open.",
        "The insurer's own reports suggest the door was open.",
        "The keeper said the door was open.",
        "The theft was reported to the police.",
        "Guests were told by the keeper that the door was shut.",
        "Guests were told on Monday by the keeper that the door was shut.",
        "He is accused of theft by two guests.",
        "The sale was seen as a betrayal by the guests.",
        "Guests should be told to wait.",
        "The inquest heard from the keeper, and the court heard evidence.",
        "It was announced by the keeper that the door would open.",
        "Guests expected to wait, and the trial to last.",
        "Perhaps the door was open; it may be.",
        "Two alleged thieves were held.",
    ],
)
def test_cues_with_an_agent_and_plain_hedges(sentence: str) -> None:
    """An agent, a named reporter or a mere hedge makes no agentless claim."""
    assert _found(sentence) == []


def test_only_the_given_range_is_read() -> None:
    """Offsets count from the start of the text, and what lies outside the range is not seen."""
    text = "He reportedly left. She allegedly stayed. It was reportedly late."
    within = Span(text.index("She"), text.index("It"))
    (cue,) = agentless_cues(text, within)
    assert cue.of(text) == "allegedly"
