"""Withheld names: told once, and why; what is told of a source holds wherever it speaks."""

from __future__ import annotations

import pytest

from onrecord.model import Identity, Reason, Span
from onrecord.sourcing.anonymity import anonymity_in
from onrecord.sourcing.descriptions import holds_office, tells_place, tells_role
from onrecord.sourcing.facts import basis_in
from onrecord.sourcing.mentions import read_mention
from tests.sourcing.by_hand import told


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("asked not to be named because her contract forbids talking to the press", Reason.SPECIFIC),
        ("spoke on condition of anonymity for fear of losing her licence", Reason.SPECIFIC),
        ("asked that her name be withheld, saying two colleagues had been disciplined", Reason.SPECIFIC),
        ("requested anonymity to protect a pending visa application", Reason.SPECIFIC),
        ("asked the Courier not to print his name because his brother still works there", Reason.SPECIFIC),
        ("asked not to be identified because the talks are confidential", Reason.STOCK),
        ("asked not to be named because the bids are private", Reason.STOCK),
        ("spoke on the condition of anonymity because he was not authorised to brief the media", Reason.STOCK),
        ("who isn’t allowed to speak to reporters", Reason.STOCK),
        ("asked not to be named discussing a rival's accounts", Reason.STOCK),
        ("agreed to talk on condition of anonymity", Reason.NONE),
        ("did not want to be identified", Reason.NONE),
    ],
)
def test_reasons(words: str, reason: Reason) -> None:
    """What the source stands to lose is specific, a formula is not, and some articles give no reason."""
    text = f"The inspector, who {words}."
    found = anonymity_in(text, Span(0, len(text)))
    assert (found.disclosed, found.reason) == (True, reason)


@pytest.mark.parametrize(
    "text",
    [
        "The road was named after a general because he was born there.",
        "People familiar with the matter said the sale was off.",
        "The farmers identified the seed by its colour.",
    ],
)
def test_no_disclosure(text: str) -> None:
    """A vague basis is no word about the name."""
    assert not anonymity_in(text, Span(0, len(text))).disclosed


def test_a_sentence_of_its_own_holds_for_all_that_the_source_says() -> None:
    """Before and after; "he" and "the welder" are the same man."""
    text = (
        "A welder who repaired the gate said the hinge was cracked. “It moved when I leaned on it,” he said.\n\n"
        "The welder asked not to be named because the yard has dismissed two men for less. He said the log was rewritten."
    )
    found = told(
        text,
        ("A welder who repaired the gate", "said", "the hinge was cracked"),
        ("he", "said", "“It moved when I leaned on it,”"),
        ("He", "said", "the log was rewritten"),
    )
    assert {a.anonymity.reason for a in found} == {Reason.SPECIFIC}
    assert {a.identity for a in found} == {Identity.ANONYMOUS_SOURCE}
    assert {a.basis for a in found} == {"who repaired the gate"}


@pytest.mark.parametrize("part", ["One", "One of them", "Both", "The second", "One of the divers"])
def test_part_of_a_group_has_its_reason_and_basis(part: str) -> None:
    """What is told of two divers holds for each."""
    text = (
        "Two divers of the harbour police who searched the lock said they saw no body. They spoke on condition of "
        f"anonymity because they could lose their jobs. {part} said the water was clear."
    )
    found = told(
        text,
        ("Two divers of the harbour police who searched the lock", "said", "they saw no body"),
        (part, "said", "the water was clear"),
    )
    assert [a.anonymity.reason for a in found] == [Reason.SPECIFIC] * 2
    assert [a.basis for a in found] == ["who searched the lock"] * 2
    assert all(a.placed for a in found)


def test_one_of_a_group_is_a_source_of_its_own() -> None:
    """The group and the one in it are two."""
    text = "Two divers said they saw no body. One said the water was clear."
    first, second = told(text, ("Two divers", "said", "they saw no body"), ("One", "said", "the water was clear"))
    assert first.sources != second.sources


def test_a_disclosure_belongs_to_the_unnamed_source_before_it() -> None:
    """Not to the spokeswoman who speaks in the same paragraph."""
    text = (
        "A clerk, who asked not to be named for fear of dismissal, said the files were burned. "
        "A spokeswoman for the port said nothing was lost."
    )
    clerk, port = told(
        text,
        ("A clerk", "said", "the files were burned"),
        ("A spokeswoman for the port", "said", "nothing was lost"),
    )
    assert clerk.anonymity.reason is Reason.SPECIFIC
    assert not port.anonymity.disclosed


def test_a_disclosure_may_open_the_sentence() -> None:
    """ "Speaking on condition of anonymity, a pilot said …"."""
    text = "Speaking on condition of anonymity because the inquiry is ongoing, a pilot said the lamp had failed."
    (found,) = told(text, ("a pilot", "said", "the lamp had failed"))
    assert (found.anonymity.disclosed, found.anonymity.reason) == (True, Reason.STOCK)


def test_words_in_quotation_marks_disclose_nothing() -> None:
    """They are somebody's speech."""
    text = "“I asked not to be named because I was afraid,” a sailor said."
    (found,) = told(text, ("a sailor", "said", "“I asked not to be named because I was afraid,”"))
    assert not found.anonymity.disclosed


def test_a_first_name_alone_is_a_person_named_in_part() -> None:
    """With the reason why no more is told."""
    text = "A cleaner, who gave only her first name, Ilse, for fear of losing her job, said the alarm was off."
    (found,) = told(text, ("A cleaner, who gave only her first name, Ilse,", "said", "the alarm was off"))
    assert (found.identity, found.anonymity.reason, found.role_told) == (
        Identity.NAMED_PERSON,
        Reason.SPECIFIC,
        False,
    )


def test_a_headlines_sources_are_those_of_the_body() -> None:
    """Told below, they are told."""
    text = "Lock gate to close, sources say\n\nThree engineers at the waterway board said the gate would close."
    head, body = told(
        text,
        ("sources", "say", "Lock gate to close"),
        ("Three engineers at the waterway board", "said", "the gate would close"),
        headline=True,
    )
    assert head.sources == body.sources
    assert head.placed


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Two clerks who typed the invoices said", "who typed the invoices"),
        ("Three nurses, all of whom worked on the ward, said", "all of whom worked on the ward"),
        ("A guard who was on duty that night said", "who was on duty that night"),
        ("An official with direct knowledge of the bids said", "with direct knowledge of the bids"),
        ("Two clerks who wore badges said", None),
        ("A clerk who asked for tea said", None),
    ],
)
def test_basis(text: str, basis: str | None) -> None:
    """How they know, not what they look like."""
    assert basis_in(text, Span(0, len(text))) == basis


def test_a_basis_told_where_somebody_is_first_met() -> None:
    """ "The fitter" is the one who changed the valve."""
    text = (
        "The log came from a fitter at Brell Marine who inspected the valve. “Somebody wrote over it,” said the fitter."
    )
    (found,) = told(text, ("the fitter", "said", "“Somebody wrote over it,”"))
    assert (found.basis, found.placed) == ("who inspected the valve", True)


@pytest.mark.parametrize(
    ("words", "placed"),
    [
        ("a technician there", True),
        ("sources in the control room", True),
        ("its technical staff", True),
        ("a Halvik insider", True),
        ("a neighbour on Quay Street", True),
        ("a colonel", True),
        ("detectives", True),
        ("a source", False),
        ("officials", False),
        ("security sources", False),
        ("Western agencies", False),
        ("critics of the plan", False),
        ("many in Halvik", False),
        ("a friend of the couple", False),
        ("people with knowledge of the bids", False),
    ],
)
def test_placed_or_generic(words: str, placed: bool) -> None:
    """Agency, rank or place against nothing usable."""
    assert tells_place(words, read_mention(words, Span(0, len(words)))) is placed


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("the Norwegian finance minister", True),
        ("the journal's editor-in-chief", True),
        ("their lawyer", True),
        ("the league's integrity officer", True),
        ("a finance minister", False),
        ("the same unnamed minister", False),
        ("the minister", False),
        ("their lawyers", False),
    ],
)
def test_unique_offices(words: str, held: bool) -> None:
    """An office that one person holds tells who it is."""
    assert holds_office(words, read_mention(words, Span(0, len(words)))) is held


@pytest.mark.parametrize(
    ("words", "told_role"),
    [
        ("Nora Fink, 58, from across the lane", True),
        ("Nora Fink, 58, who keeps goats above the quarry", True),
        ("Nora Fink, who has lived by the lock since 1990", True),
        ("Nora Fink KC", True),
        ("Nora Fink", False),
        ("Nora Fink, 58", False),
        ("Nora Fink, who asked for more time", False),
    ],
)
def test_what_a_named_person_is(words: str, told_role: bool) -> None:
    """A clause tells it as well as a title."""
    mention = read_mention(words, Span(0, len(words)))
    assert tells_role(words, mention, len(words)) is told_role
