"""Through whom words came: unfamiliar outlets, outlets without a name, lawyers, footage, who tells it at the end."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.sourcing.outlet_words import lead_length
from onrecord.sourcing.tokens import tokens
from onrecord.sourcing.unnamed_outlets import unnamed_outlet
from tests.sourcing.by_hand import Parts, sourced

CRANE = "that the crane had cracks"


def relays(text: str, *parts: Parts) -> list[list[str]]:
    """Names of those who passed each attribution on."""
    found = sourced(text, *parts)
    names = {s.id: s.name for s in found.sources}
    return [[names[r] for r in a.relay] for a in found.attributed]


@pytest.mark.parametrize(
    ("told", "relay"),
    [
        ("the sailing magazine Low Water", ["Low Water"]),
        ("the right-wing Dutch broadcaster Omroep Zee", ["Omroep Zee"]),
        ("the student newspaper Forte e Piano", ["Forte e Piano"]),
        ("DockPost", ["DockPost"]),
        ("Breakfast on Five", ["Breakfast"]),
        ("Norway's Fjord Television", ["Fjord Television"]),
        ("KBQ’s Morning File", []),
        ("the Dockers Union", []),
        ("the harbour board", []),
    ],
)
def test_unfamiliar_outlets(told: str, relay: list[str]) -> None:
    """The words around a name or inside it tell that it is an outlet's."""
    text = f"Nora Fink told {told} {CRANE}."
    assert relays(text, ("Nora Fink", "told", CRANE)) == [relay]


@pytest.mark.parametrize(
    ("after", "relay"),
    [(", a Halvik weekly,", ["De Kade"]), (", a radio station in Halvik,", ["De Kade"]), (", a Halvik lawyer,", [])],
)
def test_an_apposition_tells_the_outlet(after: str, relay: list[str]) -> None:
    """The noun may stand behind the name."""
    text = f"Nora Fink told De Kade{after} {CRANE}."
    assert relays(text, ("Nora Fink", "told", CRANE)) == [relay]


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("a Dutch newspaper that", 3),
        ("two regional newspapers, the", 3),
        ("state television on Sunday", 2),
        ("local media he", 2),
        ("a weekly meeting that", None),
        ("a television audience that", None),
        ("the media that", None),
        ("media on Sunday", None),
        ("reporters that", None),
        ("the court that", None),
        ("this newspaper that", None),
        ("", None),
    ],
)
def test_outlets_without_a_name(words: str, length: int | None) -> None:
    """A noun that means outlets alone; the press in general is whom one speaks to in public."""
    found = unnamed_outlet(tokens(words, Span(0, len(words))))
    assert (found.length if found else None) == length


def test_a_lead_ends_at_a_small_word() -> None:
    """ "A crane for the daily Havneposten" does not lead to the name."""
    words = "a crane for the daily Havneposten"
    assert lead_length(tokens(words, Span(0, len(words)))) == 1


@pytest.mark.parametrize(
    ("before", "relay"),
    [("The weekly Havneposten reported a strike.", ["Havneposten"]), ("The dockers reported a strike.", [])],
)
def test_the_paper_is_the_one_named_before(before: str, relay: list[str]) -> None:
    """Where no other outlet was named, "the paper" may be the one that publishes the article."""
    who = before.split(" reported", maxsplit=1)[0]
    text = f"{before} Nora Fink told the paper {CRANE}."
    found = relays(text, (who, "reported", "a strike"), ("Nora Fink", "told", CRANE))
    assert found[1] == relay


@pytest.mark.parametrize(
    ("lead", "relay"),
    [
        ("In an interview with the magazine Low Water", ["Low Water"]),
        ("In remarks carried by Voice of the Delta", ["Voice of the Delta"]),
        ("In an interview with the police", []),
        ("In a bulletin on Thursday", []),
    ],
)
def test_what_opens_a_sentence_leads_to_the_outlet(lead: str, relay: list[str]) -> None:
    """Remarks are carried by outlets alone: any name there is one."""
    text = f"{lead}, Nora Fink said {CRANE}."
    assert relays(text, ("Nora Fink", "said", CRANE)) == [relay]


@pytest.mark.parametrize(
    ("text", "source", "cue", "relay"),
    [
        ("Through his lawyer, the driver repeated that he had slept.", "the driver", "repeated", ["lawyer"]),
        ("The driver repeated through a spokesman that he had slept.", "The driver", "repeated", ["spokesman"]),
        ("The driver said through an interpreter that he had slept.", "The driver", "said", []),
        ("The driver said in a letter sent through his lawyer that he had slept.", "The driver", "said", []),
        ("The Dockers’ Union said through a spokesman that he had slept.", "The Dockers’ Union", "said", []),
    ],
)
def test_through_somebody_who_speaks_for_one(text: str, source: str, cue: str, relay: list[str]) -> None:
    """A lawyer passes words on; an interpreter translates, a letter is its author's, a body has no other voice."""
    assert relays(text, (source, cue, "that he had slept")) == [relay]


@pytest.mark.parametrize(
    ("text", "source", "relay"),
    [
        ("Kanal Nord aired footage in which a docker said that he had slept.", "a docker", ["Kanal Nord"]),
        ("Brell Cranes posted a video in which its manager said that he had slept.", "its manager", []),
        ("Nora Fink left the room in which a docker said that he had slept.", "a docker", []),
    ],
)
def test_footage_in_which_somebody_speaks(text: str, source: str, relay: list[str]) -> None:
    """Who shows it passes it on, but for a body's own people."""
    assert relays(text, (source, "said", "that he had slept")) == [relay]


@pytest.mark.parametrize(
    ("source", "relay"),
    [("An audit obtained by the magazine Low Water", ["Low Water"]), ("An audit seen by the board", [])],
)
def test_who_got_hold_of_a_document(source: str, relay: list[str]) -> None:
    """What another outlet obtained came through it."""
    text = f"{source} found {CRANE}."
    assert relays(text, (source, "found", CRANE)) == [relay]


def test_a_post_that_quotes() -> None:
    """A document may quote somebody."""
    text = "A Facebook post shared in Halvik quotes a docker as saying that the crane had cracks."
    assert relays(text, ("a docker", "quotes", CRANE)) == [["Facebook post"]]


def test_a_described_outlet_quotes() -> None:
    """The place in its description is no outlet."""
    text = f"Last week De Kade, a Halvik weekly, quoted a docker as saying {CRANE}."
    assert relays(text, ("a docker", "quoted", CRANE)) == [["De Kade"]]


def test_the_cue_before_citing_is_the_outlets() -> None:
    """Whoever the tagger takes for its source."""
    text = "The crane had cracks, the weekly Havneposten reported on Monday, citing two dockers."
    found = sourced(text, ("two dockers", "reported", "The crane had cracks"))
    assert sorted(s.name for s in found.sources) == ["Havneposten", "two dockers"]


@pytest.mark.parametrize(
    ("end", "relay"),
    [("according to Nora Fink", ["Nora Fink"]), ("and the board was late, according to Nora Fink", [])],
)
def test_who_tells_it_at_the_end(end: str, relay: list[str]) -> None:
    """ "S, A told B, according to C": C passes on what A told."""
    text = f"The crane had cracks, the dockers told the owners, {end}."
    parts: tuple[Parts, Parts] = (
        ("the dockers", "told", "The crane had cracks"),
        ("Nora Fink", "according to", "The crane had cracks" if relay else "the board was late"),
    )
    assert relays(text, *parts)[0] == relay


def test_a_speakers_own_report_does_not_relay() -> None:
    """It is the speaker's word in writing."""
    text = "Brell Cranes expects a loss, according to its annual report."
    found = relays(
        text,
        ("Brell Cranes", "expects", "a loss"),
        ("its annual report", "according to", "Brell Cranes expects a loss"),
    )
    assert found[0] == []
