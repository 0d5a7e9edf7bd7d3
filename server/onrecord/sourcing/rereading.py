"""A mention in the light of the whole article: is a lone name a person's, from which sector does a post speak."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Identity, Sector
from onrecord.sourcing.belonging import sector_of_owner, sector_or_default
from onrecord.sourcing.drafts import Draft, hangs_on_a_body
from onrecord.sourcing.gathered import Gathered
from onrecord.sourcing.lexicon import singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import People, Person
from onrecord.sourcing.phrases import is_head
from onrecord.sourcing.services import is_clinical, service_of

_SEAT = re.compile(r"[A-Z]{1,3}-[A-Z]")  # party and seat: "D-Putney"
_NEAR = 600  # characters back in which "its" can mean the body that spoke last


def reread(mention: Mention, people: People) -> Mention:
    """A mention as the article's other names have it.

    "King" is a person where the article has a TJ King, "HUD" a body unless it has a Mr Hud, and "D-Putney" no name
    but the seat of whoever was named before it.
    """
    name = mention.name or mention.words
    alone = len(name.split()) == 1 and name[:1].isupper()
    if alone and mention.kind in (Kind.ROLE, Kind.BODY, Kind.UNKNOWN) and not mention.definite:
        known = people.find(name, mention.span.start)
        return replace(mention, kind=Kind.PERSON, name=name, title=None) if known else mention
    if alone and mention.kind is Kind.PERSON and people.find(name, mention.span.start) is None:
        if _SEAT.match(name):
            return replace(mention, kind=Kind.PRONOUN, pronoun="who", name=None)
        if sum(letter.isupper() for letter in name) > 1:
            return replace(mention, kind=Kind.BODY, placed=True)
    return mention


def placed(mention: Mention, people: People, gathered: Gathered) -> Mention:
    """A mention with the sector of the body whose post or paper it tells."""
    if mention.kind not in (Kind.PERSON, Kind.ROLE, Kind.DOCUMENT):
        return mention
    sector = service_of(mention.title or "", mention.sector, people.services)
    told = Sector.UNKNOWN
    if mention.owner and (mention.kind is not Kind.DOCUMENT or sector is Sector.UNKNOWN):
        told = owners_sector(mention.owner, mention.span.start, people, gathered)
    if told is Sector.UNKNOWN and hangs_on_a_body(mention):
        told = owners_sector("its", mention.span.start, people, gathered)
    if mention.collective and mention.head == "trust" and is_clinical(people.services):
        told = Sector.GOVERNMENT
    if mention.kind is Kind.DOCUMENT and sector is told is Sector.UNKNOWN:
        told = _issuer_before(mention, people)
    sector = sector if told is Sector.UNKNOWN else told
    return mention if sector is mention.sector else replace(mention, sector=sector)


def _issuer_before(mention: Mention, people: People) -> Sector:
    """The sector of a body named before the noun for a document: "internal Ostmark e-mails"."""
    words = (mention.name or mention.words).split()
    at = next((i for i, word in enumerate(words) if singular(word.lower()) == mention.head), len(words))
    bodies = (people.bodies.find(word) for word in words[:at] if word[:1].isupper())
    body = next((b for b in bodies if b), None)
    return sector_or_default(Identity.NAMED_ORGANIZATION, body.sector) if body else Sector.UNKNOWN


def owners_sector(owner: str, place: int, people: People, gathered: Gathered) -> Sector:
    """The sector of an owner; "its" is the body's that spoke last, else the one named last."""
    if owner in ("its", "their"):
        spoken = next((d for d in gathered.recent() if _may_own(d)), None)
        if spoken and place - spoken.mentions[-1].start < _NEAR:
            return sector_or_default(spoken.identity, spoken.sector)
    return sector_of_owner(owner, place, people)


def place_people(people: People, gathered: Gathered) -> None:
    """Give everybody named the sector of the service or body whose post they hold."""
    for person in people.people:
        person.sector = service_of(person.title or "", person.sector, people.services)
        if person.owner:
            belong(person, *person.owner, people, gathered)
        elif person.sector in (Sector.UNKNOWN, Sector.BUSINESS) and is_head(person.title_words):
            belong(person, "its", person.places[0], people, gathered)


def belong(person: Person, owner: str, place: int, people: People, gathered: Gathered) -> None:
    """Whoever holds a post speaks from the sector of the body."""
    sector = owners_sector(owner, place, people, gathered)
    if sector is not Sector.UNKNOWN:
        person.sector = sector


def _may_own(draft: Draft) -> bool:
    """Whether "its" can mean a source: a body, but hardly the outlet that passes a story on."""
    return draft.kind is Kind.BODY and draft.sector is not Sector.MEDIA
