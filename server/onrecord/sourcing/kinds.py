"""What a mention can be, and what reading it tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Sector, Span
from onrecord.sourcing.grammar import DEFINITE
from onrecord.sourcing.tokens import Token


class Kind(StrEnum):
    """What a mention is by its own words."""

    PRONOUN = "pronoun"
    MEMBER = "member"
    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    DOCUMENT = "document"
    RELAYER = "relayer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """What one mention tells.

    Attributes:
        span: where it stands.
        words: the mention as written, without leading article.
        name: of a person or body.
        title: office or role told with it.
        affiliation: the body a role belongs to, told with it.
        sector: as far as the words tell, ``Sector.UNKNOWN`` otherwise.
        head: the head noun, singular and lower case; the surname of a person.
        plural: more than one.
        definite: "the …": somebody known from elsewhere in the article.
        bare: one countable thing without an article, as headlines and titles have it.
        placed: agency, rank or place of somebody unnamed is told.
        spokesperson: speaks for ``affiliation``.
        collective: a body told by a common noun ("the hospital").
        whose: the possessive pronoun before it ("his surgeon").
        owner: the words for the body whose post a person holds ("its", "the trust"), if the sector hangs on it.
        pronoun: for pronouns and words of address, what they agree with ("he", "she", "they", "it").
    """

    span: Span
    kind: Kind
    words: str
    name: str | None = None
    title: str | None = None
    affiliation: str | None = None
    sector: Sector = Sector.UNKNOWN
    head: str = ""
    plural: bool = False
    definite: bool = False
    bare: bool = False
    placed: bool = False
    spokesperson: bool = False
    collective: bool = False
    whose: str | None = None
    owner: str | None = None
    pronoun: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention taken apart: the phrase before the first comma and what stands in apposition to it."""

    text: str
    span: Span
    shown: str
    core: list[Token]
    rest: list[Token]
    article: str

    @property
    def definite(self) -> bool:
        """Somebody or something known: "the", "these", "his"."""
        return self.article in DEFINITE
