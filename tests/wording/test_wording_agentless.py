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
