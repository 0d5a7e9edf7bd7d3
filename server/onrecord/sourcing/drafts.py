"""Sources while mentions still come in, and what lets a mention mean one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.model import Identity, Sector, Source, Span
from onrecord.sourcing.belonging import sector_or_default
from onrecord.sourcing.grammar import GRADES, SAME_OFFICE
from onrecord.sourcing.lexicon import phrases, singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import Person, name_words
from onrecord.sourcing.phrases import is_head


@dataclass(slots=True)
class Draft:
    """A source while mentions still come in."""

    id: str
    kind: Kind
    name: str
    identity: Identity
    sector: Sector
    title: str | None = None
    affiliation: str | None = None
    head: str = ""
    plural: bool = False
    placed: bool = False
    agrees: str | None = None
    person: Person | None = None
    mentions: list[Span] = field(default_factory=list)

    def finished(self) -> Source:
        """The source as a value."""
        spans = tuple(sorted(set(self.mentions)))
        sector = sector_or_default(self.identity, self.sector)
        return Source(self.id, self.name, self.identity, sector, self.title, self.affiliation, spans)


POINTERS = frozenset({"the", "this", "that", "his", "her", "former"})


def title_words(person: Person) -> tuple[str, ...]:
    """The words of a person's title, lower case, possessive endings taken off."""
    return _words_of(person.title or "")


@lru_cache(maxsize=4096)
def _words_of(title: str) -> tuple[str, ...]:
    return tuple(title.lower().replace("-", " ").replace("’s", "").replace("'s", "").split())


def holds_office(person: Person, mention: Mention) -> bool:
    """Whether a person's title has the noun of the mention, or one that means the same office."""
    title = set(title_words(person))
    alike = next((group for group in SAME_OFFICE if mention.head in group), frozenset({mention.head}))
    return not title.isdisjoint(alike) and GRADES.intersection(mention.words.lower().split()) <= title


def is_unmarked(mention: Mention) -> bool:
    """Whether nothing in a mention could set one holder apart from another: no proper name, no possessor."""
    return not any(word[:1].isupper() for word in mention.words.split()[1:]) and not mention.spokesperson


def is_known(mention: Mention) -> bool:
    """Whether a mention speaks of somebody or something as known: "the minister", a headline's "Minister"."""
    return mention.definite or mention.bare


# Papers that a body keeps or sends, and nobody else.
_KEPT = frozenset("log record memo memorandum minutes ledger file dossier register document accounts".split())  # noqa: SIM905


def hangs_on_a_body(mention: Mention) -> bool:
    """Whether a mention speaks for a body that its words leave out: "The chair, Ada Pell", "a spokesman", "the log"."""
    if mention.kind is Kind.DOCUMENT:
        return mention.sector is Sector.UNKNOWN and mention.definite and mention.head in _KEPT
    if mention.head == "staff":
        return mention.sector is Sector.UNKNOWN
    open_to_all = mention.sector in (Sector.UNKNOWN, Sector.BUSINESS)  # a president is a head of state first
    return (
        open_to_all and is_head((mention.title or "").lower().split()) and (is_known(mention) or mention.spokesperson)
    )


def recurs(mention: Mention) -> bool:
    """Whether the same words mean the same source again: a group or a body's voice; "an official" is somebody new."""
    return mention.plural or mention.spokesperson or mention.collective


def key_of(mention: Mention) -> str:
    """Under which a mention's source is kept: its kind with its words, or the body a spokesperson speaks for."""
    if mention.spokesperson and mention.affiliation:
        return "voice of " + mention.affiliation.lower().removeprefix("the ")
    name = (mention.name or mention.words).lower()
    return f"{mention.kind} {' '.join(name.replace('.', '').split())}"


def body_words(name: str) -> list[str]:
    """The words of a body's name that tell it apart, lower case."""
    return [w for w in name_words(name) if w not in {"of", "the", "and", "for", "&"}]


def may_be_called(name: str, sector: Sector, mention: Mention) -> bool:
    """Whether a body may be called so: "the ministry" of the Defence Ministry, "the company" of Halden Foods."""
    if mention.kind is not Kind.ROLE or not phrases("organizations").has(mention.head):
        return False
    if mention.head in (singular(word) for word in name.lower().split()):
        return True
    described = phrases("organizations").ending([mention.head])
    general = mention.head in {"company", "firm", "newspaper", "paper", "group", "party", "agency", "outlet"}
    return general and described is not None and sector.value == described[1]


_MANY = (Identity.UNNAMED_GROUP, Identity.NAMED_ORGANIZATION)


def agrees(draft: Draft, pronoun: str | None) -> bool:
    """Whether a pronoun can stand for a source."""
    if pronoun in ("he", "she"):
        single = draft.kind is Kind.PERSON or (draft.kind is Kind.ROLE and draft.identity not in _MANY)
        return single and draft.agrees in (None, pronoun)
    if pronoun == "it":
        return draft.kind in (Kind.BODY, Kind.DOCUMENT, Kind.RELAYER) or draft.identity in _MANY
    if pronoun == "they":
        return draft.plural or draft.identity in (Identity.NAMED_ORGANIZATION, Identity.UNNAMED_GROUP)
    return draft.kind is Kind.PERSON


def identity_of(mention: Mention, anonymous: bool) -> Identity:
    """The identity that a mention which opens a source gives it."""
    match mention.kind:
        case Kind.PERSON:
            return Identity.NAMED_PERSON
        case Kind.BODY:
            return Identity.NAMED_ORGANIZATION
        case Kind.DOCUMENT:
            return Identity.DOCUMENT
    if mention.collective and is_known(mention) and not mention.plural:
        return Identity.NAMED_ORGANIZATION  # "the defence ministry": there is one, and it is told which
    if anonymous:
        return Identity.ANONYMOUS_SOURCE
    group = mention.plural or mention.collective or mention.kind is Kind.RELAYER or mention.pronoun == "they"
    return Identity.UNNAMED_GROUP if group else Identity.UNNAMED_PERSON
