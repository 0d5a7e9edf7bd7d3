"""Whom names and pronouns mean: people met again by surname, given names that tell he from she, places and bodies."""

from __future__ import annotations

import pytest

from onrecord.model import Identity, Span
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.name_forms import compatible, spelling_key, spelt_alike
from onrecord.sourcing.people import People
from tests.sourcing.by_hand import Parts, sourced, told


def read(words: str) -> Mention:
    """A mention of these words alone."""
    return read_mention(words, Span(0, len(words)))


def name_of(text: str, *parts: Parts) -> str:
    """The name of the last attribution's source."""
    found = sourced(text, *parts)
    names = {s.id: s.name for s in found.sources}
    return names[found.attributed[-1].sources[0]]


def test_a_surname_alone_is_a_mention() -> None:
    """ "He" is whom the text has turned to, be it by surname only."""
    text = (
        "Morten Grell runs the lock, and Poul Ahrend minds the bridge.\n\nGrell blamed the frost.\n\n"
        "Ahrend packed his tools and went home. He said the chain had snapped."
    )
    assert name_of(text, ("Grell", "blamed", "the frost"), ("He", "said", "the chain had snapped")) == "Poul Ahrend"


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Margaret Hoyle"), ("He", "Stefan Brandt")])
def test_a_given_name_tells_the_pronoun(pronoun: str, name: str) -> None:
    """ "She" is Margaret and "he" is Stefan, whoever was named last."""
    text = f"Margaret Hoyle met Stefan Brandt on the quay.\n\n{pronoun} said the crane had cracks."
    assert name_of(text, (pronoun, "said", "the crane had cracks")) == name


def test_a_name_of_both_tells_no_pronoun() -> None:
    """Robin may be anybody: the one named last is meant."""
    text = "Robin Hoyle met Kim Brandt on the quay.\n\nShe said the crane had cracks."
    assert name_of(text, ("She", "said", "the crane had cracks")) == "Kim Brandt"


@pytest.mark.parametrize(
    "place", ["in Weaver Row", "near Ottery Cross", "across Lower Penn", "on Ferry Lane", "through Justice Watchers"]
)
def test_a_place_is_nobody(place: str) -> None:
    """What stands behind "in" is where somebody lives."""
    text = f"Oona Tarrell, 61, lives {place}.\n\nShe said the bells had stopped."
    assert name_of(text, ("She", "said", "the bells had stopped")) == "Oona Tarrell"


def test_words_of_address_make_a_name() -> None:
    """ "Sister Monique" is somebody though no more of her name is told; "she" takes her up."""
    text = "The prioress, Sister Monique, laughed. She said the bees were well."
    assert name_of(text, ("She", "said", "the bees were well")) == "Monique"


def test_nobody_is_taken_up() -> None:
    """ "He" never means the "nobody" who spoke before."""
    text = "Arvo Lind keeps the keys. Nobody said a word. He said the door was locked."
    parts: tuple[Parts, ...] = (("Nobody", "said", "a word"), ("He", "said", "the door was locked"))
    assert name_of(text, *parts) == "Arvo Lind"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Clean Rivers Ohio", Kind.BODY),
        ("Walking Wales", Kind.BODY),
        ("Upstate Vermont", Kind.UNKNOWN),
        ("Denise Ohle", Kind.PERSON),
    ],
)
def test_a_name_that_ends_in_a_region(words: str, kind: Kind) -> None:
    """A body called after its state is nobody; a part of the state is no body."""
    assert read(words).kind is kind


def test_one_of_them_by_name() -> None:
    """The name tells more than the words before it."""
    found = read("one of them, Ada Pell of the tug firm Norbord,")
    assert (found.kind, found.name) == (Kind.PERSON, "Ada Pell")
    assert read("one of them, a welder").kind is Kind.MEMBER


def test_one_of_them_whose_name_was_left_out_of_the_mention() -> None:
    """The name stands in apposition right behind the words that were found."""
    text = "Two welders were hurt. One of them, Ada Pell of the tug firm Norbord, cautioned that the seam was thin."
    (source,) = sourced(text, ("One of them", "cautioned", "that the seam was thin")).sources
    assert (source.name, source.identity) == ("Ada Pell", Identity.NAMED_PERSON)


def test_sections_of_the_press() -> None:
    """What they are sections of speaks."""
    assert read("sections of the press").kind is Kind.RELAYER
    assert read("Section 12 of the Harbours Act").kind is not Kind.RELAYER


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("According to the Halvik Courier, Runa Solheim said", None),
        ("According to the head coach, Runa Solheim, the county said", "head coach"),
        ("The head coach, Runa Solheim, said", "head coach"),
    ],
)
def test_who_stands_before_a_name_is_its_title_in_apposition_only(opening: str, title: str | None) -> None:
    """Behind "according to …," a clause may begin with somebody else."""
    text = f"{opening} that the match was off."
    sources = sourced(text, ("Runa Solheim", "said", "that the match was off")).sources
    assert [s.title for s in sources if s.name == "Runa Solheim"] == [title]


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("is stepping down as head coach of the county team", "head coach"),
        ("was appointed as the harbour master", "harbour master"),
        ("sees the loss as a warning", None),
        ("was seen on the pier. She worked as a nurse", None),
    ],
)
def test_an_office_told_by_a_clause(clause: str, title: str | None) -> None:
    """Who takes up or lays down an office holds it; what somebody sees as something is none."""
    text = f"Runa Solheim {clause}.\n\nSolheim said she was tired."
    (source,) = sourced(text, ("Solheim", "said", "she was tired")).sources
    assert source.title == title


def test_the_source_is_the_one_before() -> None:
    """ "The source" tells nothing new."""
    text = "A friend of the skipper said he was ashore. The source said he had sold the boat."
    parts: tuple[Parts, ...] = (
        ("A friend of the skipper", "said", "he was ashore"),
        ("The source", "said", "he had sold the boat"),
    )
    first, second = told(text, *parts)
    assert first.sources == second.sources


def test_an_epithet_is_whom_the_text_has_named() -> None:
    """ "The dad-of-two" is the man named before; "a dad-of-two" is somebody new."""
    named = "Gareth Orme, 34, fell from the pier. The dad-of-two said the rail was loose."
    assert name_of(named, ("The dad-of-two", "said", "the rail was loose")) == "Gareth Orme"
    new = "Gareth Orme, 34, fell from the pier. A dad-of-two said the rail was loose."
    assert name_of(new, ("A dad-of-two", "said", "the rail was loose")) == "dad-of-two"


def test_his_surgeon_is_not_the_surgeon_named() -> None:
    """Whom somebody owns need not be whom the article names."""
    text = "Dr Amara Quill, a surgeon, read the file.\n\nHis surgeon said the plate would hold."
    (found,) = told(text, ("His surgeon", "said", "the plate would hold"))
    assert found.identity is Identity.UNNAMED_PERSON


def test_spellings_of_one_name() -> None:
    """Two spellings meet under one key."""
    one, other = ("pavlo", "horbatenko"), ("pavlo", "horbatenkoo")
    assert spelt_alike(one[-1], other[-1])
    assert spelling_key(one) == spelling_key(other)
    assert spelling_key(("li", "wu")) is None
    assert compatible(("j", "mason"), ("jeremy", "mason"))
    assert not compatible(("karl", "mason"), ("jeremy", "mason"))


def test_people_are_found_by_the_last_mention() -> None:
    """Of two of one surname the one mentioned last before a place is meant."""
    people = People()
    ada, tom = people.add("Ada Pell", 0), people.add("Tom Pell", 50)
    assert people.find("Pell", 60) is tom
    people.mention(ada, 70)
    assert people.find("Pell", 80) is ada
    assert people.last_named(60, "she", 10) is ada


def test_a_dateline_is_no_source() -> None:
    """The town in capitals before the colon says nothing; a speaker in a transcript does."""
    text = "Lock shut\n\nHALVIK: The harbour office said the lock was shut.\n\nPELL: It is shut."
    found = told(
        text,
        ("HALVIK", ":", "The harbour office said the lock was shut"),
        ("The harbour office", "said", "the lock was shut"),
        ("PELL", ":", "It is shut"),
        headline=True,
    )
    assert [text[a.mention.start : a.mention.end] for a in found if a.mention] == ["The harbour office", "PELL"]


def test_a_turn_that_opens_the_body_is_a_source() -> None:
    """Speakers of a transcript come again, or nobody speaks behind them."""
    text = "PELL: The office said the lock was shut.\n\nHOYLE: Was it?\n\nPELL: It was."
    found = told(
        text,
        ("PELL", ":", "The office said the lock was shut"),
        ("The office", "said", "the lock was shut"),
        ("HOYLE", ":", "Was it?"),
        ("PELL", ":", "It was"),
    )
    assert len(found) == 4
