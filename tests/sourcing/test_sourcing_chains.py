"""Chains of relay: asides, papers that quote, who goes on speaking, outlets nobody has heard of."""

from __future__ import annotations

import pytest

from tests.sourcing.by_hand import Parts, sourced

SLEPT = "that he had slept"


def relays(text: str, *parts: Parts) -> list[list[str]]:
    """Names of those who passed each attribution on."""
    found = sourced(text, *parts)
    names = {s.id: s.name for s in found.sources}
    return [[names[r] for r in a.relay] for a in found.attributed]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("One of the guards, Ada Pell said, told the board that he had slept.", ["Ada Pell"]),
        ("One of the guards told the board, Ada Pell said, that he had slept.", ["Ada Pell"]),
        ("On Monday, according to Ada Pell, one of the guards told the board that he had slept.", ["Ada Pell"]),
        ("One of the guards told the board that he had slept, according to Ada Pell.", ["Ada Pell"]),
        ("The bus had left two hours late, Ada Pell said, one of the guards told the board that he had slept.", []),
        ("One of the guards told the board that he had slept, according to the transcript.", []),
        ("One of the guards, who said he was tired, told the board that he had slept.", []),
        ("One of the guards told the board on Monday, two days later, that he had slept.", []),
    ],
)
def test_an_aside_tells_who_tells_it(text: str, relay: list[str]) -> None:
    """Beside the source, behind the cue, before both or at the end; a transcript holds the guard's own words."""
    source = "One of the guards" if text.startswith("One") else "one of the guards"
    assert relays(text, (source, "told", SLEPT)) == [relay]


@pytest.mark.parametrize(
    ("source", "relay"),
    [
        ("Two drivers quoted in the report", ["report"]),
        ("Two drivers, both quoted in the report,", ["report"]),
        ("Two drivers quoted by the board", ["board"]),
        ("Two drivers who were quoted widely", []),
        ("Two drivers in the report", []),
    ],
)
def test_quoted_in_a_paper(source: str, relay: list[str]) -> None:
    """Whatever quotes somebody passes the words on."""
    found = relays(f"{source} said that he had slept.", ("Two drivers", "said", SLEPT))
    assert [[name.removeprefix("the ") for name in chain] for chain in found] == [relay]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("The driver said in a message passed on by the union that he had slept.", ["union"]),
        ("In a letter read out by a friend, the driver said that he had slept.", ["friend"]),
        ("The driver said in a letter that he had slept.", []),
        ("The driver said in a room rented by a friend that he had slept.", []),
    ],
)
def test_words_read_out_by_another(text: str, relay: list[str]) -> None:
    """Somebody else's voice or hand brought them."""
    source = "The driver" if text.startswith("The") else "the driver"
    found = relays(text, (source, "said", SLEPT))
    assert [[name.removeprefix("the ") for name in chain] for chain in found] == [relay]


@pytest.mark.parametrize(
    ("second", "cue", "relay"),
    [
        ("Her doctor told her that he had slept.", "told", ["Nora Fink"]),
        ("A guard had told her that he had slept.", "had told", ["Nora Fink"]),
        ("A guard told her that he had slept.", "told", []),
        ("A guard had told the board that he had slept.", "had told", []),
    ],
)
def test_what_somebody_was_told(second: str, cue: str, relay: list[str]) -> None:
    """Who alone knows what was told her has told it."""
    source = " ".join(second.split()[:2])
    found = relays(f"Nora Fink said the bus was late. {second}",
                   ("Nora Fink", "said", "the bus was late"), (source, cue, SLEPT))  # fmt: skip
    assert found[1] == relay


@pytest.mark.parametrize(
    ("second", "source", "cue", "relay"),
    [
        ("The docker blamed the board.", "The docker", "blamed", ["Havneposten"]),
        ("Another docker blamed the board.", "Another docker", "blamed", []),
    ],
)
def test_somebody_without_a_name_goes_on(second: str, source: str, cue: str, relay: list[str]) -> None:
    """Whom another outlet found, nobody else has asked."""
    text = f"A docker told the weekly Havneposten that he had slept. {second}"
    assert relays(text, ("A docker", "told", SLEPT), (source, cue, "the board"))[1] == relay


@pytest.mark.parametrize(("cue", "relay"), [("added", ["Havneposten"]), ("said", [])])
def test_who_adds_speaks_to_the_same_outlet(cue: str, relay: list[str]) -> None:
    """Somebody named can be asked again, but not where they add."""
    text = f"Nora Fink told the weekly Havneposten that he had slept. The bus, Fink {cue}, was late."
    assert relays(text, ("Nora Fink", "told", SLEPT), ("Fink", cue, "The bus"))[1] == relay


@pytest.mark.parametrize(
    ("told", "relay"),
    [
        ("the Halvik Lantern", ["Halvik Lantern"]),
        ("KQRZ", ["KQRZ"]),
        ("a Norwegian agency", ["Norwegian agency"]),
        ("Sada al-Halvik, an Oslo-based outlet,", ["Sada al-Halvik"]),
        ("KPMG", []),
        ("the Lok Sabha", []),
        ("the Halvik Dockers", []),
        ("the Dockers Union", []),
        ("the Halvik Lantern inquiry", []),
    ],
)
def test_outlets_that_nobody_has_heard_of(told: str, relay: list[str]) -> None:
    """A name behind "told the" that no body has, an American call sign, a wire."""
    text = f"Nora Fink told {told} {SLEPT}."
    found = relays(text, ("Nora Fink", "told", SLEPT))
    assert [[name.removeprefix("a ") for name in chain] for chain in found] == [relay]


@pytest.mark.parametrize(
    ("text", "cue", "relay"),
    [
        ("Nora Fink begged listeners on Radio Halvik to stay.", "begged", ["Radio Halvik"]),
        ("Nora Fink said she heard on Radio Halvik to stay.", "said", []),
        ("On Radio Halvik, Nora Fink begged drivers to stay.", "begged", ["Radio Halvik"]),
        ("On Monday, Nora Fink begged drivers to stay.", "begged", []),
        ("Nora Fink, who told Radio Halvik the news, begged drivers to stay.", "begged", ["Radio Halvik"]),
        ("Nora Fink begged drivers in a letter to the weekly Havneposten to stay.", "begged", ["Havneposten"]),
        ("Nora Fink confirmed to the weekly Havneposten to stay.", "confirmed", ["Havneposten"]),
    ],
)
def test_outlets_beside_the_cue(text: str, cue: str, relay: list[str]) -> None:
    """On the air, in a letter, in a clause about the speaker."""
    assert relays(text, ("Nora Fink", cue, "to stay")) == [relay]


def test_the_same_programme() -> None:
    """It is the one named before."""
    text = f"Nora Fink told the radio programme Harbour Light {SLEPT}. A driver told the same programme {SLEPT}."
    assert relays(text, ("Nora Fink", "told", SLEPT), ("A driver", "told", SLEPT))[1] == ["Harbour Light"]


@pytest.mark.parametrize(
    ("second", "relay"),
    [("and Ada Pell called it a lie", []), ("and that Ada Pell called it a lie", ["Nora Fink"])],
)
def test_side_by_side_is_not_inside(second: str, relay: list[str]) -> None:
    """ "She said P, and he called it Q" holds two statements, whatever the tagger takes for hers."""
    text = f"Nora Fink said the bus was late, {second}."
    said = f"the bus was late, {second}"
    assert relays(text, ("Nora Fink", "said", said), ("Ada Pell", "called", "it a lie"))[1] == relay


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Minutes of the board note the delay and quote a driver as saying he had slept.", ["Minutes"]),
        ("The bus was late, and Halvik Lantern quoted a driver as saying he had slept.", ["Halvik Lantern"]),
    ],
)
def test_who_quotes_a_driver(text: str, relay: list[str]) -> None:
    """A paper at the head of the sentence, a name before the verb."""
    cue = "quoted" if "quoted" in text else "quote"
    assert relays(text, ("a driver", cue, "he had slept")) == [relay]


def test_minutes_that_record() -> None:
    """Even where the tagger takes no notice of the paper."""
    text = "The minutes of the board record that a driver had said that he had slept."
    assert relays(text, ("a driver", "had said", SLEPT)) == [["minutes"]]
