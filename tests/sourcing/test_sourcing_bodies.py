"""Bodies and their sectors: names that only the words around them tell, and posts that speak from a body's sector."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.model import Identity, Sector, Source, Span
from onrecord.pipeline import find
from onrecord.reading import read_text
from onrecord.sourcing import resolve
from onrecord.sourcing.mentions import Kind, Mention, read_mention


def mention(words: str) -> Mention:
    """A mention that is the whole text."""
    return read_mention(words, Span(0, len(words)))


def source(text: str, name: str) -> Source:
    """The source of that name, or whose name has that word."""
    found = onrecord.score_text(text).sources
    fitting = [s for s in found if name in s.name]
    assert fitting, [s.name for s in found]
    return fitting[0]


@pytest.mark.parametrize(
    ("words", "name", "sector"),
    [
        ("the shipbuilder Ostmark", "Ostmark", Sector.BUSINESS),
        ("the newspaper Vestkysten Tidende", "Vestkysten Tidende", Sector.MEDIA),
        ("The bank, the Caisse de l'Aube,", "Caisse de l'Aube", Sector.BUSINESS),
        ("the regulator, ARTEL,", "ARTEL", Sector.GOVERNMENT),
        ("the vendor, a firm called Inkwell", "Inkwell", Sector.BUSINESS),
        ("Halvorsen, the prime contractor,", "Halvorsen", Sector.BUSINESS),
        ("Radio Kestrel", "Radio Kestrel", Sector.MEDIA),
        ("Channel 6", "Channel 6", Sector.MEDIA),
        ("Norwell Fire and Rescue Service", "Norwell Fire and Rescue Service", Sector.GOVERNMENT),
    ],
)
def test_a_noun_beside_a_name_tells_the_body(words: str, name: str, sector: Sector) -> None:
    """Before it, behind a comma, or opening it."""
    found = mention(words)
    assert (found.kind, found.name, found.sector) == (Kind.BODY, name, sector)


@pytest.mark.parametrize(
    "words",
    ["state Sen. Ada Pell", "the contractor Joe Pell", "Texas growers", "Environmental groups", "the baker, Odd Moen,"],
)
def test_a_calling_or_a_group_beside_a_name_is_no_body(words: str) -> None:
    """Titles are no nouns for bodies, and some growers of a place are a group."""
    assert mention(words).kind is not Kind.BODY


@pytest.mark.parametrize(
    "text",
    [
        "Ostmark said that it had paid every invoice.",
        "Ostmark declined to comment. Shares in Ostmark, the shipbuilder, fell by a third on Friday.",
        "“We have paid,” Ostmark said in a statement. The yard at Ostmark Industries stood still.",
    ],
)
def test_a_single_name_without_a_person_is_a_firm(text: str) -> None:
    """People are introduced by a full name, an age or a calling."""
    assert source(text, "Ostmark").identity is Identity.NAMED_ORGANIZATION
    assert source(text, "Ostmark").sector is Sector.BUSINESS


@pytest.mark.parametrize(
    "text",
    [
        "“We have paid,” Ostmark said. Greta Ostmark runs the yard with her brother.",
        "Ostmark, 52, who mends nets by the quay, said she had been paid.",
        "Mrs Ostmark said she had been paid.",
    ],
)
def test_a_single_name_of_a_person_is_a_person(text: str) -> None:
    """A full name elsewhere, an age, a word of address."""
    assert source(text, "Ostmark").identity is Identity.NAMED_PERSON


def test_the_only_ministry_of_its_kind_is_named() -> None:
    """ "The science ministry" tells which one; "officials" and "police" do not."""
    assert source("The science ministry said the ship was late.", "ministry").identity is Identity.NAMED_ORGANIZATION
    assert source("Police said the ship was late.", "Police").identity is Identity.UNNAMED_GROUP


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The Harbour Board's chief executive, Ada Pell, said the ship was late.", "Ada Pell", Sector.GOVERNMENT),
        ("The Rowers' Federation met on Friday. Its president, Ada Pell, said no.", "Ada Pell", Sector.CIVIL_SOCIETY),
        ("Corvane Group met on Friday. Its president, Ada Pell, said no.", "Ada Pell", Sector.BUSINESS),
        ("Shadow transport minister Ada Pell said the ship was late.", "Ada Pell", Sector.POLITICS),
        ("Transport Minister Ada Pell said the ship was late.", "Ada Pell", Sector.GOVERNMENT),
        ("His advocate, Ada Pell, said he was innocent.", "Ada Pell", Sector.COURTS),
        ("Victims advocate Ada Pell said he was guilty.", "Ada Pell", Sector.CIVIL_SOCIETY),
        ("Ada Pell KC said he was innocent.", "Ada Pell", Sector.COURTS),
        ("Ada Pell, who teaches law at Lund University, said it was late.", "Ada Pell", Sector.EXPERT),
        ("Norwell team captain Ada Pell said the match was lost.", "Ada Pell", Sector.BUSINESS),
    ],
)
def test_a_post_speaks_from_the_sector_of_its_body(text: str, name: str, sector: Sector) -> None:
    """A president is what is presided over; offices of their own keep their sector."""
    assert source(text, name).sector is sector


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("the indictment", Sector.COURTS),
        ("A study by Corran University", Sector.EXPERT),
        ("Section 9-12 of the harbour code", Sector.GOVERNMENT),
        ("a report seen by Oceanic Press", Sector.UNKNOWN),
    ],
)
def test_a_document_speaks_from_the_sector_of_its_issuer(words: str, sector: Sector) -> None:
    """Its kind tells, or the body named with it, but never the outlet that saw it."""
    found = mention(words)
    assert (found.kind, found.sector) == (Kind.DOCUMENT, sector)


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("An industry insider", Sector.BUSINESS),
        ("A judicial source", Sector.COURTS),
        ("Three sources", Sector.UNKNOWN),
        ("critics of the army", Sector.UNKNOWN),
        ("Fijian delegates", Sector.DIPLOMACY),
    ],
)
def test_words_before_a_general_noun_tell_the_sector(words: str, sector: Sector) -> None:
    """ "Industry" of an insider; who opposes an army does not speak for it."""
    assert mention(words).sector is sector


def test_the_rules_tell_a_calling_that_is_no_office() -> None:
    """Rules alone: the learned vote, which comes after them, takes a driver for a firm's."""
    article = read_text("Ada Pell, who drives a school bus, said it was late.")
    found = find(article)
    told = resolve(article, found.relations, found.sentences, found.quotations).sources
    assert [s.sector for s in told] == [Sector.PUBLIC]


def test_an_officer_belongs_to_the_service_the_article_speaks_of() -> None:
    """Police by itself, the army where brigades and barracks are told."""
    assert source("An officer said the door was open.", "officer").sector is Sector.LAW_ENFORCEMENT
    text = "The brigade left its barracks on Friday. An officer said the troops were tired."
    assert source(text, "officer").sector is Sector.MILITARY


def test_one_of_them_is_told_as_the_group_is() -> None:
    """A new source, from the sector of those it belongs to; "they" are the group itself."""
    text = "Three nurses said the ward was cold. They said it was always so. One of them said she had brought a coat."
    found = onrecord.score_text(text).sources
    assert [(s.identity, s.sector) for s in found] == [
        (Identity.UNNAMED_GROUP, Sector.EXPERT),
        (Identity.UNNAMED_PERSON, Sector.EXPERT),
    ]


def test_a_rank_in_the_lead_is_named_later() -> None:
    """ "A police commander said" is the one commander whom the article names."""
    text = (
        "A police commander said six men were held.\n\nThe lorry was found on a farm.\n\n"
        "Police Commander Ada Pell said the men had sold half of the load."
    )
    assert [s.name for s in onrecord.score_text(text).sources] == ["Ada Pell"]


def test_two_commanders_stay_two() -> None:
    """Where two hold the rank, nobody is guessed."""
    text = (
        "A police commander said six men were held.\n\nPolice Commander Ada Pell said the men had sold it.\n\n"
        "Police Commander Bo Lund said they had not."
    )
    assert len(onrecord.score_text(text).sources) == 3
