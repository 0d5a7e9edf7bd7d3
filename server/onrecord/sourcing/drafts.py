"""Sources while mentions still come in, and what lets a mention mean one of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Anonymity, Identity, Sector, Source, Span
from onrecord.sourcing.belonging import sector_or_default
from onrecord.sourcing.grammar import GRADES, SAME_OFFICE
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import Person
from onrecord.sourcing.phrases import is_head

UNNAMED = frozenset({Identity.ANONYMOUS_SOURCE, Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP})
POINTERS = frozenset({"the", "this", "that", "his", "her", "former"})


@dataclass(slots=True, eq=False)
class Draft:
    """A source while mentions still come in.

    Attributes:
        number: from 1, in the order in which sources are met.
        head: the head noun of its first mention, singular; the surname of a person.
        agrees: "he" or "she", if a pronoun or word of address tells.
        office: told by an office that only one person holds; None before its first mention is looked at.
        basis: how it knows, where that is told before it speaks.
        anonymity: what is told anywhere of its withheld name.
        group: the group that it is one of ("one of them"): what is told of that holds for it too.
        voice: somebody without a name speaks for it, whom "she" takes up.
        judged: the sector that clues and rules together speak for, where clues were asked.
    """

    number: int
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
    office: bool | None = None
    basis: str | None = None
    anonymity: Anonymity = field(default_factory=Anonymity)
    group: Draft | None = None
    voice: bool = False
    judged: Sector | None = None
    mentions: list[Span] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id in the report."""
        return f"s{self.number}"

    @property
    def unnamed(self) -> bool:
        """Whether it is somebody without a name."""
        return self.identity in UNNAMED

    @property
    def likeliest(self) -> Sector:
        """The sector that the rules tell or, where they tell none, the commonest of such a source."""
        if self.sector is Sector.UNKNOWN and self.person and self.person.learned:
            return Sector.EXPERT
        return sector_or_default(self.identity, self.sector)

    def finished(self) -> Source:
        """The source as a value; ``why`` tells how its sector is known."""
        spans = tuple(sorted(set(self.mentions)))
        sector = self.judged or self.likeliest
        return Source(
            self.id, self.name, self.identity, sector, self.title, self.affiliation, spans, why=self._why(sector)
        )

    def _why(self, sector: Sector) -> str:
        shown = sector.value.replace("_", " ")
        if sector is Sector.UNKNOWN:
            return "Nothing tells in which capacity it speaks."
        if sector is self.sector:
            return f"Counted under {shown}, by its name, title or description."
        if self.judged:
            return f"Counted under {shown}, judged by the words around it (a learned classifier)."
        return f"Counted under {shown}, as most such sources are."


def same_office(head: str) -> frozenset[str]:
    """The nouns that mean the same office as one of them."""
    return next((group for group in SAME_OFFICE if head in group), frozenset({head}))


def holds_office(person: Person, mention: Mention) -> bool:
    """Whether a person's title has the noun of the mention, or one that means the same office."""
    title = set(person.title_words)
    return (
        not title.isdisjoint(same_office(mention.head)) and GRADES.intersection(mention.words.lower().split()) <= title
    )


def is_unmarked(mention: Mention) -> bool:
    """Whether nothing in a mention could set one holder apart from another: no proper name, no possessor."""
    return not any(word[:1].isupper() for word in mention.words.split()[1:]) and not mention.spokesperson


def is_known(mention: Mention) -> bool:
    """Whether a mention speaks of somebody or something as known: "the minister", a headline's "Minister"."""
    return mention.definite or mention.bare


# Papers that a body keeps or sends, and nobody else.
_KEPT = frozenset("log record memo memorandum minutes ledger file dossier register document accounts".split())  # noqa: SIM905


# Who is only told to belong to the body that the article is about.
_INSIDE = frozenset({"staff", "insider", "mole", "whistleblower", "whistle-blower", "higher-up"})


def hangs_on_a_body(mention: Mention) -> bool:
    """Whether a mention speaks for a body that its words leave out: "The chair, Ada Pell", "a spokesman", "the log"."""
    if mention.kind is Kind.DOCUMENT:
        return mention.sector is Sector.UNKNOWN and mention.definite and mention.head in _KEPT
    if mention.head in _INSIDE:
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


# Words for nobody in particular: no pronoun takes them up.
NOBODY = frozenset({"nobody", "no-one", "none", "anyone", "anybody", "everyone", "everybody"})
_MANY = (Identity.UNNAMED_GROUP, Identity.NAMED_ORGANIZATION)


def agrees(draft: Draft, pronoun: str | None) -> bool:
    """Whether a pronoun can stand for a source."""
    if draft.head in NOBODY:
        return False
    if pronoun in ("he", "she"):
        single = draft.kind is Kind.PERSON or (
            draft.kind is Kind.ROLE and (draft.voice or not (draft.plural or draft.identity in _MANY))
        )
        return single and draft.agrees in (None, pronoun)
    if pronoun == "it":
        return draft.kind in (Kind.BODY, Kind.DOCUMENT, Kind.RELAYER) or (draft.identity in _MANY and not draft.plural)
    if pronoun == "they" and draft.sector is Sector.MEDIA and not draft.plural:
        return False  # a paper is "it"
    if pronoun == "they":
        return draft.plural or draft.identity in (Identity.NAMED_ORGANIZATION, Identity.UNNAMED_GROUP)
    return draft.kind is Kind.PERSON


def identity_of(mention: Mention) -> Identity:
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
    group = mention.plural or mention.collective or mention.kind is Kind.RELAYER or mention.pronoun == "they"
    return Identity.UNNAMED_GROUP if group else Identity.UNNAMED_PERSON
