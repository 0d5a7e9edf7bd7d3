"""Relays: through whom a statement came, and which outlet is the article's own."""

from __future__ import annotations

import pytest

from onrecord.model import Identity
from onrecord.sourcing import Sourcing
from onrecord.sourcing.outlets import Outlets
from onrecord.sourcing.records import exact_citation
from tests.sourcing.by_hand import Parts, article, sourced


def chains(text: str, *parts: Parts) -> list[tuple[list[str], list[str]]]:
    """Names of the sources and of the relay, by attribution."""
    found: Sourcing = sourced(text, *parts)
    names = {s.id: s.name for s in found.sources}
    return [([names[s] for s in a.sources], [names[r] for r in a.relay]) for a in found.attributed]


@pytest.mark.parametrize(
    "text",
    [
        "The daily Havneposten, citing two dockers, reported that the crane had cracks.",
        "The daily Havneposten reported that the crane had cracks, citing two dockers.",
    ],
)
def test_citing_is_the_origins_cue(text: str) -> None:
    """The outlet keeps its own attribution, the origin has one of its own."""
    found = chains(text, ("The daily Havneposten", "reported", "that the crane had cracks"))
    assert sorted(found) == [(["Havneposten"], []), (["two dockers"], ["Havneposten"])]


def test_which_cited_a_document() -> None:
    """An outlet may cite a document."""
    text = "The crane had cracks, according to the Halvik Courier, which cited an inspection report."
    found = chains(text, ("the Halvik Courier", "according to", "The crane had cracks"))
    assert (["inspection report"], ["Halvik Courier"]) in found or (
        ["an inspection report"],
        ["Halvik Courier"],
    ) in found


def test_a_reason_behind_citing_is_no_source() -> None:
    """ "Citing the litigation" relays nothing."""
    text = "Brell Cranes declined to answer, citing the litigation."
    assert len(chains(text, ("Brell Cranes", "declined", "to answer"))) == 1


def test_quoted_as_saying() -> None:
    """The cue is the quoted one's; the outlet passed it on."""
    text = "The Halvik Courier quoted a docker as saying the crane had cracks."
    (found,) = chains(text, ("The Halvik Courier", "quoted", "the crane had cracks"))
    assert found == (["docker"], ["Halvik Courier"])


@pytest.mark.parametrize(
    ("text", "relay", "aired"),
    [
        ("Nora Fink told the weekly Harbour Light that the crane had cracks.", ["Harbour Light"], False),
        ("Nora Fink told Radio Halvik that the crane had cracks.", ["Radio Halvik"], True),
        ("Nora Fink told the Halvik Courier that the crane had cracks.", ["Halvik Courier"], False),
        (
            "Nora Fink said in an interview with the Halvik Courier that the crane had cracks.",
            ["Halvik Courier"],
            False,
        ),
        ("Speaking on KBQ’s breakfast hour, Nora Fink said that the crane had cracks.", ["KBQ"], True),
        ("Nora Fink told reporters that the crane had cracks.", [], None),
        ("Nora Fink told this newspaper that the crane had cracks.", [], None),
        ("Nora Fink told Halvik Cranes that the crane had cracks.", [], None),
        ("Nora Fink told Parliament on Sunday that the crane had cracks.", [], None),
    ],
)
def test_told_to_an_outlet(text: str, relay: list[str], aired: bool | None) -> None:
    """What somebody told another outlet came through it."""
    cue = "told" if "told" in text else "said"
    found = sourced(text, ("Nora Fink", cue, "that the crane had cracks"))
    names = {s.id: s.name for s in found.sources}
    (attribution,) = found.attributed
    assert [names[r].removesuffix("’s") for r in attribution.relay] == relay
    assert (attribution.outlet.broadcast if attribution.outlet else None) is aired


def test_the_own_outlet_relays_nothing() -> None:
    """The article's own masthead is known by what only it would write."""
    text = "The Halvik Courier could not verify the figure.\n\nNora Fink told the Courier that the crane had cracks."
    assert chains(text, ("Nora Fink", "told", "that the crane had cracks")) == [(["Nora Fink"], [])]


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("our reporter on the quay", True),
        ("a Courier reporter", True),
        ("a review by this newspaper of 300 permits", True),
        ("delivery notes seen by this newspaper", False),
        ("a reporter", False),
        ("the newspaper Harbour Light", False),
    ],
)
def test_the_outlet_as_witness(words: str, own: bool) -> None:
    """What its own people saw or counted; a document shown to it speaks for itself."""
    text = "The Courier could not verify the figure."
    assert Outlets(article(text), text, []).witnesses(words) is own


def test_a_statement_inside_anothers_is_relayed() -> None:
    """Who makes the outer statement passes the inner one on."""
    text = "Nora Fink said the harbour master had told her the crane was safe."
    found = chains(
        text,
        ("Nora Fink", "said", "the harbour master had told her the crane was safe"),
        ("the harbour master", "had told", "the crane was safe"),
    )
    assert [relay for _, relay in found] == [[], ["Nora Fink"]]


@pytest.mark.parametrize("cue", ["denied", "has rejected"])
def test_who_rejects_a_claim_does_not_pass_it_on(cue: str) -> None:
    """Nobody vouches for what they deny."""
    text = f"Nora Fink {cue} a claim by doctors that the crane had cracks."
    found = chains(
        text,
        ("Nora Fink", cue, "a claim by doctors that the crane had cracks"),
        ("doctors", "claim", "that the crane had cracks"),
    )
    assert [relay for _, relay in found] == [[], []]


def test_a_transcript_does_not_relay() -> None:
    """It holds somebody's own words."""
    text = "The minister assured the panel that the crane was safe, according to the transcript."
    found = chains(
        text,
        ("The minister", "assured", "that the crane was safe"),
        ("the transcript", "according to", "The minister assured the panel that the crane was safe"),
    )
    assert [relay for _, relay in found] == [[], []]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("the indictment, filed under case number 4 KLs 112/23", True),
        ("a complaint in Fink v. Brell Cranes, No. 22-cv-0981", True),
        ("Section 12 of the Harbours Act", True),
        ("the 2023 budget, item 4.2", True),
        ("Resolution 2231", True),
        ("minutes of the harbour board of 3 July", True),
        ("the audit “Cracks in the crane” (Halvik University, 2021)", True),
        ("a leaked memo dated 4 February", False),
        ("the 43-page report", False),
        ("two reports", False),
        ("section chiefs", False),
    ],
)
def test_exact_citations(words: str, exact: bool) -> None:
    """A number, a section, a title with place and year, a public record's date."""
    assert (exact_citation(words) is not None) is exact


def test_a_record_is_cited_once_for_all() -> None:
    """Later mentions of the same document need no number."""
    text = (
        "The crane had cracks, according to the inspection report, filed under case number 4 KLs 112/23. "
        "The report says nobody was told."
    )
    found = sourced(
        text,
        ("the inspection report, filed under case number 4 KLs 112/23", "according to", "The crane had cracks"),
        ("The report", "says", "nobody was told"),
    ).attributed
    assert [a.identity for a in found] == [Identity.DOCUMENT] * 2
    assert all(a.verifiable for a in found)


def test_a_named_source_in_a_filing_can_be_looked_up() -> None:
    """The document it speaks in is the record."""
    text = "In a filing to the exchange dated 9 May, Brell Cranes said the order was lost."
    (found,) = sourced(text, ("Brell Cranes", "said", "the order was lost")).attributed
    assert found.record
    assert found.verifiable
