"""Groups told by how many they are, joint speakers, and what stands behind a name or noun without belonging to it."""

from __future__ import annotations

import pytest

from onrecord.model import Identity, Span
from onrecord.sourcing.drafts import identity_of
from onrecord.sourcing.mentions import read_mention
from onrecord.sourcing.speakers import speakers


@pytest.mark.parametrize(
    ("words", "head", "sector"),
    [
        ("44 per cent of new graduates", "graduate", "public"),
        ("Only 24 percent", "respondent", "public"),
        ("some 49% of nurses", "nurse", "expert"),
        ("two out of 10 farmers", "farmer", "business"),
        ("one in five nurses", "nurse", "expert"),
        ("a number of councillors", "councillor", "politics"),
        ("a group of 32 economists at the institute", "economist", "expert"),
        ("voters polled in May", "voter", "politics"),
    ],
)
def test_those_counted_are_a_group(words: str, head: str, sector: str) -> None:
    """A share or a number of people is a group of what they are."""
    found = read_mention(words, Span(0, len(words)))
    assert identity_of(found) is Identity.UNNAMED_GROUP
    assert (found.head, found.sector.value) == (head, sector)


@pytest.mark.parametrize("words", ["one of the nurses", "the third", "a third man", "one adviser"])
def test_one_of_many_is_one(words: str) -> None:
    """A number before a noun, or one of some, is no share."""
    assert not read_mention(words, Span(0, len(words))).plural


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Pell and other leaders", ["Pell", "other leaders"]),
        ("Pell and the ministry", ["Pell", "ministry"]),
        ("Ada Pell and Tom Reed", ["Ada Pell", "Tom Reed"]),
        ("the Flood Prevention and Rescue Department", ["Flood Prevention and Rescue Department"]),
        ("the Ministry of Transport and Communications", ["Ministry of Transport and Communications"]),
        ("U.S. Customs and Border Protection", ["U.S. Customs and Border Protection"]),
        ("the Ministry of Roads and Ada Pell", ["Ministry of Roads", "Ada Pell"]),
        ("Russian and Ukrainian officials", ["Russian and Ukrainian officials"]),
    ],
)
def test_joint_speakers(words: str, names: list[str]) -> None:
    """Two who speak are two; one name with a conjunction, and one group of two nations, is one."""
    assert [m.name or m.words for m in speakers(words, Span(0, len(words)))] == names


@pytest.mark.parametrize(
    ("words", "identity", "name"),
    [
        ("President Ilse Brandt himself", Identity.NAMED_PERSON, "Ilse Brandt"),
        ("the Norwell government Monday", Identity.NAMED_ORGANIZATION, "Norwell government"),
        ("a report Tuesday from the port", Identity.DOCUMENT, "report Tuesday from the port"),
        ("a draft of the letter to Mayor Ilse Brandt", Identity.DOCUMENT, "draft of the letter to Mayor Ilse Brandt"),
        ("The Norwell Gazette’s Tom Reed", Identity.NAMED_PERSON, "Tom Reed"),
        ("the director of the Union of Weavers (UW), Ada Pell", Identity.NAMED_PERSON, "Ada Pell"),
        ("Judge Cook", Identity.NAMED_PERSON, "Cook"),
        ("the government", Identity.NAMED_ORGANIZATION, None),
        ("some Democrats", Identity.UNNAMED_GROUP, None),
    ],
)
def test_who_it_is(words: str, identity: Identity, name: str | None) -> None:
    """What stands behind the noun, before the name or in brackets makes nobody else of a source."""
    found = read_mention(words, Span(0, len(words)))
    assert (identity_of(found), found.name) == (identity, name)


@pytest.mark.parametrize(
    ("words", "identity", "sector"),
    [
        ("Sixty-six percent", Identity.UNNAMED_GROUP, "public"),
        ("Nearly eight in 10 nurses overall", Identity.UNNAMED_GROUP, "expert"),
        ("ultra-Orthodox rabbis", Identity.UNNAMED_GROUP, "civil_society"),
        ("Businesses", Identity.UNNAMED_GROUP, "business"),
        ("The Times", Identity.NAMED_ORGANIZATION, "media"),
        ("the Ministry of National Defence", Identity.NAMED_ORGANIZATION, "military"),
        ("Harbour police spokesperson Captain Ilse Brandt", Identity.NAMED_PERSON, "law_enforcement"),
        ("Michael Jordan", Identity.NAMED_PERSON, "unknown"),
        ("Honduras", Identity.NAMED_ORGANIZATION, "government"),
        ("an Australian judge who ruled in a civil case in 2015", Identity.UNNAMED_PERSON, "courts"),
        ("the average of polls", Identity.DOCUMENT, "expert"),
    ],
)
def test_kind_and_sector(words: str, identity: Identity, sector: str) -> None:
    """Ranks told with their service, capitals and countries, plurals in -is, and lone plurals."""
    (found,) = speakers(words, Span(0, len(words)))
    assert (identity_of(found), found.sector.value) == (identity, sector)
