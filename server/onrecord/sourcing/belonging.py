"""From which sector a source speaks, where its own words do not tell: by the body it belongs to, or by what it is."""

from __future__ import annotations

from onrecord.model import Identity, Sector
from onrecord.sourcing.grammar import OWNERS
from onrecord.sourcing.lexicon import exact_names, phrases
from onrecord.sourcing.people import People
from onrecord.sourcing.services import is_clinical

_UNITS = frozenset({"team", "unit", "desk", "section", "crew", "squad"})
_REMEMBERED = 40  # bodies that "its", and names that "his", can reach back over
_OF = {"his": "he", "her": "she"}
_DEFAULTS = {Identity.NAMED_PERSON: Sector.PUBLIC, Identity.NAMED_ORGANIZATION: Sector.BUSINESS}


def sector_or_default(identity: Identity, sector: Sector) -> Sector:
    """The sector told, else the likeliest: a person without any office is a member of the public, a body a firm."""
    return _DEFAULTS.get(identity, sector) if sector is Sector.UNKNOWN else sector


def sector_of_owner(owner: str, place: int, people: People) -> Sector:
    """The sector of the body, or of the person, that a post belongs to.

    Args:
        owner: "its", "the trust", "Aerotrak".
        place: where the post is told.
        people: everybody and everything the article names.
    """
    if owner.lower() in OWNERS:
        return _sector_of_pronoun(owner.lower(), place, people)
    name = owner.removeprefix("the ").removeprefix("The ")
    known = exact_names("bodies").get(name)
    if known:
        return Sector(known)
    body = people.bodies.find(name)
    if body and body.sector is not Sector.UNKNOWN:
        return body.sector
    words = name.lower().split()
    if words[-1:] == ["trust"] and is_clinical(people.services):
        return Sector.GOVERNMENT  # a British hospital trust
    if words[-1:] and words[-1] in _UNITS and name.islower():
        return _sector_of_pronoun("its", place, people)  # "the environment team" of whatever body it is
    described = people.bodies.named_after(words[-1], place) if words and name.islower() else None
    if described:
        return described.sector
    kind = phrases("organizations").ending(words) or phrases("organizations").ending(words[:1])
    if kind:
        return Sector(kind[1])
    return Sector.BUSINESS if body else _sector_of_somebody(name, place, people)


def _sector_of_somebody(name: str, place: int, people: People) -> Sector:
    """The sector of a person, or of the office that a post serves: "the governor's spokesman"."""
    person = people.find(name, place)
    if person:
        return person.sector
    office = phrases("roles").ending(name.split()) if name.islower() else None
    return Sector(office[1]) if office else Sector.UNKNOWN


def _sector_of_pronoun(owner: str, place: int, people: People) -> Sector:
    if owner in _OF:
        person = people.last_named(place, _OF[owner], _REMEMBERED)
        return person.sector if person else Sector.UNKNOWN
    body = next((b for b in people.bodies.before(place, _REMEMBERED) if b.sector is not Sector.MEDIA), None)
    return sector_or_default(Identity.NAMED_ORGANIZATION, body.sector) if body else Sector.UNKNOWN
