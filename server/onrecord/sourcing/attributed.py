"""What the room tells about one attribution."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.attribution import Relation
from onrecord.model import Anonymity, Identity, Sector, Span
from onrecord.sourcing.outlets import Outlet


@dataclass(frozen=True, slots=True)
class Attributed:
    """A relation with its sources and what is told about them there.

    Attributes:
        mention: the words that name the source there; None where nobody is named.
        sources: ids of the sources, empty where there is none.
        relay: ids of those through whom it came, the one nearest to the reader first.
        identity: of the first source.
        placed: agency, rank or place of an unnamed source is told.
        described: what an unnamed source is or does is told ("three nurses", not "people").
        spokesperson: somebody unnamed who speaks for a named body.
        office: an unnamed person told by an office that only one holds.
        relayer: unnamed media or unspecified reports.
        passage: the sentences it stands in.
        witness: the outlet speaks of what it saw itself.
        role_told: what a named person is or does is told somewhere, be it only by a clause.
        outlet: the outlet through which it came, if any.
        through: the attribution inside whose statement it stands, whose source passed it on.
        record: the document that a named source speaks in, told with it ("in a filing dated 9 May").
        verifiable: a link to a record or its exact citation, in the article's words.
    """

    relation: Relation
    mention: Span | None
    sources: tuple[str, ...]
    relay: tuple[str, ...]
    identity: Identity
    sector: Sector
    passage: Span
    placed: bool = False
    described: bool = False
    spokesperson: bool = False
    office: bool = False
    relayer: bool = False
    witness: bool = False
    role_told: bool = False
    outlet: Outlet | None = None
    through: Attributed | None = None
    record: str | None = None
    basis: str | None = None
    anonymity: Anonymity = field(default_factory=Anonymity)
    verifiable: str | None = None
