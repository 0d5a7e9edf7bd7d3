"""Words of the vocabularies in mentions: endings, firms, mastheads, offices beside bodies, letters for names."""

from __future__ import annotations

import pytest

from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.kinds import Kind, Mention
from onrecord.sourcing.lexicon import phrases
from onrecord.sourcing.mentions import read_mention
from onrecord.sourcing.phrases import is_office
from onrecord.sourcing.services import service_of
from onrecord.sourcing.speakers import speakers
from tests.sourcing.by_hand import sourced, told


def mention(words: str) -> Mention:
    """A mention that is the whole text."""
    return read_mention(words, Span(0, len(words)))


@pytest.mark.parametrize(
    ("kind", "word", "sector"),
    [("roles", "mycologists", "expert"), ("organizations", "fiskeristyrelsen", "government")],
)
def test_endings_tell_words_that_no_list_has(kind: str, word: str, sector: str) -> None:
    """Learned callings and agencies abroad are formed alike."""
    assert phrases(kind).ending([word]) == (1, sector)


@pytest.mark.parametrize("word", ["apologist", "ologist", "logistic"])
def test_what_only_looks_like_an_ending_tells_nothing(word: str) -> None:
    """A listed word keeps its own value, and an ending alone is no word."""
    assert phrases("roles").ending([word]) in (None, (1, "unknown"))


def test_who_was_something_is_read_by_the_calling() -> None:
    """The prefix is taken off, but for words that are listed with it."""
    assert phrases("roles").ending(["ex-detective"]) == (1, "law_enforcement")
    assert phrases("roles").ending(["ex-wife"]) == (1, "public")


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("Hallan Towage", Sector.BUSINESS),
        ("Petit Frères, the quarry’s owner,", Sector.BUSINESS),
        ("Its owner, Orrin Bulk of Antwerp,", Sector.BUSINESS),
        ("Orrin, the auction house that sold it,", Sector.BUSINESS),
        ("Naviera Orrin", Sector.BUSINESS),
        ("The Hallan Clarion", Sector.MEDIA),
        ("Hallan Tidende", Sector.MEDIA),
        ("The Hallan Courier", Sector.MEDIA),
        ("the portal Hallan Rundt", Sector.MEDIA),
        ("Fundación Orrin", Sector.CIVIL_SOCIETY),
        ("The Glass and Kiln Workers’ local", Sector.CIVIL_SOCIETY),
        ("Iceland's coastguard", Sector.LAW_ENFORCEMENT),
        ("Hallan Fire and Rescue", Sector.GOVERNMENT),
    ],
)
def test_names_of_bodies(words: str, sector: Sector) -> None:
    """Trades, mastheads, forms of company and nouns for bodies tell a name to be a body's."""
    found = mention(words)
    assert (found.kind, found.sector) == (Kind.BODY, sector)


@pytest.mark.parametrize("words", ["Tom Brand", "Emma Orchard", "Emma Silver", "Captain Marine Orrin", "Anna Gold"])
def test_names_of_people_that_sound_like_trades(words: str) -> None:
    """A given name or a title before it makes it somebody's."""
    assert mention(words).kind is Kind.PERSON


def test_a_phrase_for_one_body_is_one_speaker() -> None:
    """Two trades before the noun for a union are one union; two firms are two."""
    one, two = "The Glass and Kiln Workers’ local", "Boeing and Hallan Foods"
    assert len(speakers(one, Span(0, len(one)))) == 1
    assert len(speakers(two, Span(0, len(two)))) == 2


@pytest.mark.parametrize("words", ["The port authority in Hallan", "The armed forces in Hallan", "The coastguard"])
def test_a_body_without_a_name_of_its_own_speaks_as_a_body(words: str) -> None:
    """There is one, and it is told which, though "authority" is a calling and "forces" a plural."""
    found = mention(words)
    assert found.collective
    assert not found.plural


def test_the_authorities_are_people() -> None:
    """The plural is a group, not a body."""
    assert not mention("The authorities").collective


@pytest.mark.parametrize(("words", "head"), [("Witness C", "witness c"), ("The second, Officer 14,", "officer 14")])
def test_a_letter_or_number_is_no_name(words: str, head: str) -> None:
    """Whoever is told by one is unnamed, and another than the next."""
    found = mention(words)
    assert (found.kind, found.head) == (Kind.ROLE, head)


def test_a_surname_behind_a_calling_is_a_name() -> None:
    """More than a letter stands for a name."""
    assert mention("Officer Orrin").kind is Kind.PERSON


def test_a_handle_is_an_account() -> None:
    """Accounts under a name of their own making are unnamed."""
    found = mention("@reedwarbler9")
    assert (found.kind, found.name, found.sector) == (Kind.ROLE, "@reedwarbler9", Sector.SOCIAL_MEDIA)


def test_a_title_in_quotation_marks_leaves_the_document_one() -> None:
    """The paper speaks, not whoever its title seems to name; quoted words elsewhere stay."""
    assert mention("His 2024 report “Quiet Harbour”, in Tidal Letters").kind is Kind.DOCUMENT
    assert mention("Ada “Bo” Pell").kind is Kind.PERSON


def test_a_minister_is_an_office_and_a_ministry_is_none() -> None:
    """Who speaks for the first speaks for somebody, who speaks for the second for a body."""
    assert is_office("Danish transport minister")
    assert not is_office("Danish transport ministry")
    assert not is_office("Channel One")
    assert not is_office("police")


def test_a_rank_told_with_its_service_stays_there() -> None:
    """Whatever the article speaks of most; who left the service speaks of it as one who knows it."""
    counts = {Sector.LAW_ENFORCEMENT: 9}
    assert service_of("army sergeant", Sector.MILITARY, counts) is Sector.MILITARY
    assert service_of("sergeant", Sector.MILITARY, counts) is Sector.LAW_ENFORCEMENT
    assert service_of("retired admiral", Sector.MILITARY, {}) is Sector.EXPERT
    assert service_of("retired teacher", Sector.PUBLIC, {}) is Sector.PUBLIC


def test_she_takes_up_the_voice_of_a_body() -> None:
    """An unnamed spokeswoman speaks for the body also where a pronoun stands for her."""
    text = "A spokeswoman for Hallan Foods said the ovens were cold. She said the dough had been sold."
    first, second = told(
        text, ("A spokeswoman for Hallan Foods", "said", "the ovens"), ("She", "said", "the dough had been sold")
    )
    assert first.sources == second.sources
    assert second.identity is Identity.NAMED_ORGANIZATION


def test_who_speaks_for_a_minister_speaks_for_somebody() -> None:
    """The voice of a person is somebody unnamed."""
    text = "A spokesman for the Danish transport minister said the line was safe."
    (found,) = told(text, ("A spokesman for the Danish transport minister", "said", "the line was safe"))
    assert found.identity is Identity.UNNAMED_PERSON


@pytest.mark.parametrize(
    ("words", "sector"), [("Some in the village", Sector.PUBLIC), ("Some in the cabinet", Sector.GOVERNMENT)]
)
def test_those_of_whom_only_a_place_is_told(words: str, sector: Sector) -> None:
    """A village's people are the public, a body's speak from it."""
    assert mention(words).sector is sector


def test_a_rank_behind_an_office_leaves_the_office() -> None:
    """The harbourmaster is one, whatever rank stands before the name."""
    text = "The harbourmaster, Captain Ada Orrin, said the quay was shut. Police arrested a man and police left."
    found = sourced(text, ("The harbourmaster, Captain Ada Orrin", "said", "the quay was shut"))
    assert found.sources[0].sector is Sector.GOVERNMENT


def test_a_voice_of_an_office_speaks_from_it() -> None:
    """The governor's spokesman is the government's."""
    text = "The governor’s spokesman, Odd Orrin, said the road was open."
    found = sourced(text, ("The governor’s spokesman, Odd Orrin", "said", "the road was open"))
    assert found.sources[0].sector is Sector.GOVERNMENT


def test_a_document_of_a_body_named_before_it_is_the_bodys() -> None:
    """Internal e-mails of a firm are the firm's."""
    text = "Orrin Foods closed a mill. Internal Orrin e-mails suggest the flour was damp."
    found = sourced(text, ("Internal Orrin e-mails", "suggest", "the flour was damp"))
    assert found.sources[0].sector is Sector.BUSINESS
