"""Reading single mentions: kind, name, title, sector and what places an unnamed source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Sector, Span
from onrecord.rubric import Entry, vocabulary
from onrecord.sourcing.lexicon import is_plural, singular
from onrecord.sourcing.mentions import Kind, Mention, read_mention


def mention(words: str) -> Mention:
    """A mention that is the whole text."""
    return read_mention(words, Span(0, len(words)))


@pytest.mark.parametrize(
    ("words", "name", "title", "sector"),
    [
        ("U.S. Secretary of Defense Lloyd Austin", "Lloyd Austin", "U.S. Secretary of Defense", "government"),
        ("Defence Minister Ilse Brandt", "Ilse Brandt", "Defence Minister", "government"),
        ("Brig. Gen. Tove Aas", "Tove Aas", "Brig. Gen.", "military"),
        ("Ilse Brandt, who heads the harbour board,", "Ilse Brandt", "heads the harbour board", "government"),
        ("Jonah Reed, a doctor at Mercy Hospital", "Jonah Reed", "doctor at Mercy Hospital", "expert"),
        ("the chairman, Piet Vos,", "Piet Vos", "chairman", "business"),
        ("Mr. Vos", "Vos", None, "unknown"),
        ("Ludwig van der Berg", "Ludwig van der Berg", None, "unknown"),
        ("Robert F. Hale Jr.", "Robert F. Hale Jr.", None, "unknown"),
        ("Abu Bakr al-Tamimi", "Abu Bakr al-Tamimi", None, "unknown"),
        ("Mira O’Shea", "Mira O’Shea", None, "unknown"),
        ("Halvik Mayor London Brandt", "London Brandt", "Halvik Mayor", "government"),
        ("Gov. Bill Brandt", "Bill Brandt", "Gov.", "government"),
        ("London Mayor Ilse Brandt", "Ilse Brandt", "London Mayor", "government"),
    ],
)
def test_people(words: str, name: str, title: str | None, sector: str) -> None:
    """A name, the title that belongs to it, and the sector the title tells."""
    found = mention(words)
    assert (found.kind, found.name, found.title, found.sector.value) == (Kind.PERSON, name, title, sector)


@pytest.mark.parametrize(
    ("words", "name", "sector"),
    [
        ("the Defence Ministry", "Defence Ministry", "military"),
        ("Norwell Police Department", "Norwell Police Department", "law_enforcement"),
        ("the Brandt campaign", "Brandt campaign", "politics"),
        ("the broadcaster Suspilne", "Suspilne", "media"),
        ("the SBU", "SBU", "intelligence"),
        ("the Kremlin", "Kremlin", "government"),
        ("Moscow", "Moscow", "government"),
    ],
)
def test_bodies(words: str, name: str, sector: str) -> None:
    """Bodies by name, also a capital that stands for its government."""
    found = mention(words)
    assert (found.kind, found.name, found.sector.value) == (Kind.BODY, name, sector)


@pytest.mark.parametrize(
    ("words", "sector", "plural", "placed"),
    [
        ("officials", "government", True, False),
        ("Russian and Ukrainian officials", "government", True, True),
        ("a senior U.S. intelligence official", "intelligence", False, True),
        ("Ukrainian intelligence", "intelligence", False, True),
        ("Police", "law_enforcement", True, True),
        ("people familiar with the matter", "unknown", True, False),
        ("experts", "expert", True, False),
        ("one of the nurses", "expert", False, False),
        ("an official at the competition authority", "government", False, True),
    ],
)
def test_unnamed_sources(words: str, sector: str, plural: bool, placed: bool) -> None:
    """Somebody without a name: field, number, and whether agency, rank or place is told."""
    found = mention(words)
    assert (found.kind, found.sector.value, found.plural, found.placed) == (Kind.ROLE, sector, plural, placed)


def test_a_spokesperson_speaks_for_a_body() -> None:
    """Before the noun or behind "for"."""
    assert mention("a State Department spokesperson").affiliation == "State Department"
    assert mention("a spokesman for Boeing").affiliation == "Boeing"
    assert mention("a spokesman for Boeing").spokesperson


@pytest.mark.parametrize("words", ["he", "She", "they", "it"])
def test_pronouns(words: str) -> None:
    """A pronoun alone is one."""
    assert mention(words).kind is Kind.PRONOUN


@pytest.mark.parametrize(
    ("words", "head"), [("the 43-page report", "report"), ("court papers", "paper"), ("a new poll", "poll")]
)
def test_documents(words: str, head: str) -> None:
    """What is read or counted rather than heard."""
    found = mention(words)
    assert (found.kind, found.head) == (Kind.DOCUMENT, head)


def test_unnamed_media_are_relayers() -> None:
    """They pass on what the reader cannot trace."""
    assert mention("local media").kind is Kind.RELAYER
    assert mention("Ukrainian media").kind is Kind.RELAYER


@pytest.mark.parametrize(
    ("plural", "one"),
    [("officials", "official"), ("agencies", "agency"), ("people", "person"), ("witnesses", "witness")],
)
def test_singular(plural: str, one: str) -> None:
    """Nouns in any number are looked up by their singular."""
    assert singular(plural) == one
    assert is_plural(plural)
    assert singular(one) == one


@given(st.text(max_size=60))
def test_any_words_can_be_read(words: str) -> None:
    """No crash on any text; the span stays."""
    assert mention(words).span == Span(0, len(words))


_SAYING = re.compile(r"\s(?:said|told|reported|denied|ruled|found|shows|heard)\b")
SECTORED = ("roles", "organizations", "bodies", "metonyms")


def _entries(*names: str) -> list[object]:
    return [pytest.param(name, e, id=f"{name}-{e.id}") for name in names for e in vocabulary(name).entries]


@pytest.mark.parametrize(("name", "entry"), _entries(*SECTORED))
def test_each_entrys_example_has_its_sector(name: str, entry: Entry) -> None:
    """The hit of a vocabulary entry, read as a mention, speaks from that sector."""
    subject = _SAYING.split(entry.hit)[0]
    found = mention(subject)
    assert found.sector is Sector(entry.value), found


@pytest.mark.parametrize(("name", "entry"), _entries(*SECTORED))
def test_each_entrys_counter_example_has_no_such_source(name: str, entry: Entry) -> None:
    """The miss of an entry names nobody from that sector who says anything."""
    import onrecord

    sources = onrecord.score_text(entry.miss).sources
    assert not [s for s in sources if s.sector.value == entry.value and s.sector is not Sector.UNKNOWN]


@pytest.mark.parametrize(("name", "entry"), _entries("documents"))
def test_each_documents_example_is_a_document(name: str, entry: Entry) -> None:
    """The hit is read as a document, the miss is not."""
    assert mention(re.split(r"\s(?:said|found|shows)\b", entry.hit)[0]).kind is Kind.DOCUMENT
    assert mention(" ".join(entry.miss.split()[:2])).kind is not Kind.DOCUMENT
