"""The sources of an article as they are gathered: each mention finds its source here or opens a new one."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace

from onrecord.model import Identity, Sector, Source, Span
from onrecord.sourcing.lexicon import phrases, singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import Body, People, Person, name_words

_SEAT = re.compile(r"[A-Z]{1,3}-[A-Z]")  # party and seat: "D-Putney"
_REMEMBERED = 40  # speakers a pronoun can reach back to
_LONG_AGO = 3  # paragraphs back after which a pronoun no longer reaches for the last speaker


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
        return Source(self.id, self.name, self.identity, self.sector, self.title, self.affiliation, spans)


class Register:
    """Finds or opens the source behind a mention. Mentions must come in text order."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self._recent: deque[tuple[Draft, int]] = deque(maxlen=_REMEMBERED)
        self._spoken_for: Draft | None = None

    def resolve(self, mention: Mention, paragraph: int, anonymous: bool) -> Draft:
        """The source of a mention.

        Args:
            mention: as read.
            paragraph: number of the block it stands in, for pronouns.
            anonymous: the passage says that the name is withheld.
        """
        mention = self._reread(mention)
        draft = self._find(mention, paragraph) or self._open(mention, anonymous)
        draft.mentions.append(mention.span)
        draft.placed |= mention.placed
        if draft.sector is Sector.UNKNOWN:
            draft.sector = mention.sector
        if anonymous and draft.identity in (Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP):
            draft.identity = Identity.ANONYMOUS_SOURCE
        if mention.pronoun in ("he", "she"):
            draft.agrees = draft.agrees or mention.pronoun
        self._recent.append((draft, paragraph))
        return draft

    def _reread(self, mention: Mention) -> Mention:
        """A mention in the light of the whole article.

        "King" is a person where the article has a TJ King, "HUD" a body unless it has a Mr Hud, and "D-Putney" no name
        but the seat of whoever was named before it.
        """
        name = mention.name or mention.words
        alone = len(name.split()) == 1 and name[:1].isupper()
        if alone and mention.kind in (Kind.ROLE, Kind.BODY, Kind.UNKNOWN) and not mention.definite:
            known = self.people.find(name, mention.span.start)
            return replace(mention, kind=Kind.PERSON, name=name, title=None) if known else mention
        if alone and mention.kind is Kind.PERSON and self.people.find(name, mention.span.start) is None:
            if _SEAT.match(name):
                return replace(mention, kind=Kind.PRONOUN, pronoun="who", name=None)
            if sum(letter.isupper() for letter in name) > 1:
                return replace(mention, kind=Kind.BODY, placed=True)
        return mention

    def outlet(self, name: str, mention: Span) -> Draft:
        """The outlet that publishes the article, as a source of its own."""
        draft = self._by_key.get("outlet")
        if draft is None:
            draft = self._by_key["outlet"] = self._new(Kind.BODY, name, Identity.NAMED_ORGANIZATION, Sector.MEDIA)
        draft.mentions.append(mention)
        return draft

    def _find(self, mention: Mention, paragraph: int) -> Draft | None:
        match mention.kind:
            case Kind.PRONOUN:
                return self._antecedent(mention, paragraph)
            case Kind.PERSON:
                return self._person(mention)
            case Kind.BODY:
                return self._body(mention)
            case Kind.ROLE | Kind.DOCUMENT if mention.definite and not mention.spokesperson:
                return self._described(mention) or self._by_key.get(_key(mention))
            case Kind.ROLE if mention.spokesperson and mention.definite and not mention.affiliation:
                return self._spoken_for
            case _:
                return self._by_key.get(_key(mention)) if _recurs(mention) else None

    def _person(self, mention: Mention) -> Draft | None:
        person = self.people.find(mention.name or "", mention.span.start, mention.pronoun)
        if person is None:
            short = (mention.name or "").split()
            body = next((b for b in self.people.bodies if len(short) == 1 and b.name.split()[0] == short[0]), None)
            if body:
                return self._draft_of_body(body)  # "Corvane" of "Corvane Group"
            person = self.people.add(mention.name or mention.words, mention.span.start)
        person.learn(mention.title, mention.affiliation, mention.sector, mention.pronoun)
        return self._draft_of(person)

    def _draft_of(self, person: Person) -> Draft:
        for draft in self.drafts:
            if draft.person is person:
                break
        else:
            draft = self._new(Kind.PERSON, person.name, Identity.NAMED_PERSON, person.sector)
            draft.person = person
        draft.name, draft.title = person.name, person.title
        draft.affiliation = draft.affiliation or person.affiliation
        draft.head, draft.agrees = person.surname, draft.agrees or person.courtesy
        if draft.sector is Sector.UNKNOWN:
            draft.sector = person.sector
        return draft

    def _body(self, mention: Mention) -> Draft | None:
        full = self.people.acronyms.get(mention.name or "")
        if full and full != mention.name:
            return self._draft_of_body(Body(full, mention.sector, mention.span.start))
        known = self._by_key.get(_key(mention))
        if known:
            return known
        words = _body_words(mention.name or "")
        initials = "".join(w[0] for w in words)
        for draft in self.drafts:
            if draft.kind is not Kind.BODY:
                continue
            other = _body_words(draft.name)
            short = {" ".join(words).replace(".", ""), "".join(words)} & {"".join(w[0] for w in other)}
            if (
                short
                or initials == "".join(other).replace(".", "")
                or (len(words) > 1 and other[: len(words)] == words)
            ):
                return draft
        return None

    def _described(self, mention: Mention) -> Draft | None:
        """Somebody or something known already: "the defense secretary", "the company", "the report"."""
        wanted = [w for w in mention.words.lower().split() if w not in {"the", "this", "that", "his", "her", "former"}]
        if not mention.plural and not mention.collective and mention.kind is Kind.ROLE:
            for person in sorted(self.people.people, key=lambda p: -_place_before(p, mention.span.start)):
                title = (person.title or "").lower().replace("-", " ").split()
                if mention.head in title and all(w in title for w in wanted):
                    return self._draft_of(person)
        for draft in reversed(self.drafts):
            if draft.head == mention.head and draft.kind is mention.kind and draft.plural == mention.plural:
                return draft
        return self._known_body(mention)

    def _known_body(self, mention: Mention) -> Draft | None:
        """The body that a common noun stands for: one that has spoken, else one that is named."""
        spoken = (d for d in reversed(self.drafts) if d.kind is Kind.BODY and _is_a(d.name, d.sector, mention))
        return next(spoken, None) or self._named_body(mention)

    def _named_body(self, mention: Mention) -> Draft | None:
        """A body that the article names: the last one before the mention, else the first behind it."""
        fitting = [b for b in self.people.bodies if _is_a(b.name, b.sector, mention)]
        if not fitting or mention.plural:
            return None
        before = [b for b in fitting if b.place < mention.span.start]
        return self._draft_of_body(before[-1] if before else fitting[0])

    def _draft_of_body(self, known: Body) -> Draft:
        key = f"{Kind.BODY} {known.name.lower()}"
        if key not in self._by_key:
            self._by_key[key] = self._new(Kind.BODY, known.name, Identity.NAMED_ORGANIZATION, known.sector)
        return self._by_key[key]

    def _antecedent(self, mention: Mention, paragraph: int) -> Draft | None:
        """The source a pronoun stands for: the last speaker it agrees with, else the last person named."""
        for draft, where in reversed(self._recent):
            if paragraph - where > _LONG_AGO:
                break
            if _agrees(draft, mention.pronoun):
                return draft
        if mention.pronoun in ("he", "she", "who"):
            before = [p for p in self.people.people if _place_before(p, mention.span.start) >= 0]
            fitting = [p for p in before if p.courtesy in (None, mention.pronoun)]
            if fitting:
                return self._draft_of(max(fitting, key=lambda p: _place_before(p, mention.span.start)))
        return next((d for d, _ in reversed(self._recent) if _agrees(d, mention.pronoun)), None)

    def _open(self, mention: Mention, anonymous: bool) -> Draft:
        if mention.spokesperson and mention.affiliation:
            return self._open_spokesperson(mention, mention.affiliation)
        draft = self._new(mention.kind, mention.name or mention.words, _identity(mention, anonymous), mention.sector)
        draft.title = None if mention.plural or mention.collective else mention.title
        draft.affiliation = mention.affiliation
        draft.head, draft.plural = mention.head, mention.plural
        self._by_key.setdefault(_key(mention), draft)
        return draft

    def _open_spokesperson(self, mention: Mention, affiliation: str) -> Draft:
        """Somebody unnamed who speaks for a body: the body is the source, if the article names it anywhere."""
        name = affiliation.removeprefix("the ")
        described = replace(mention, kind=Kind.ROLE, head=name.split()[-1].lower(), spokesperson=False)
        body: Draft | None
        if any(word[:1].isupper() for word in name.split()):
            body = self._body(replace(mention, kind=Kind.BODY, name=name, spokesperson=False))
            body = body or self._new(Kind.BODY, name, Identity.NAMED_ORGANIZATION, mention.sector)
        else:
            body = self._known_body(described)
        if body is None:
            body = self._new(Kind.ROLE, mention.words, Identity.UNNAMED_PERSON, mention.sector)
            body.title, body.affiliation, body.head = mention.title, name, mention.head
        self._by_key.setdefault(_key(mention), body)
        self._spoken_for = body
        return body

    def _new(self, kind: Kind, name: str, identity: Identity, sector: Sector) -> Draft:
        draft = Draft(f"s{len(self.drafts) + 1}", kind, name, identity, sector)
        self.drafts.append(draft)
        return draft


def _recurs(mention: Mention) -> bool:
    """Whether the same words mean the same source again: a group or a body's voice; "an official" is somebody new."""
    return mention.plural or mention.spokesperson or mention.collective


def _key(mention: Mention) -> str:
    if mention.spokesperson and mention.affiliation:
        return "body " + mention.affiliation.lower().removeprefix("the ")
    name = (mention.name or mention.words).lower()
    return f"{mention.kind} {' '.join(name.replace('.', '').split())}"


def _body_words(name: str) -> list[str]:
    return [w for w in name_words(name) if w not in {"of", "the", "and", "for", "&"}]


def _is_a(name: str, sector: Sector, mention: Mention) -> bool:
    """Whether a body may be called so: "the ministry" of the Defence Ministry, "the company" of Halden Foods."""
    if mention.kind is not Kind.ROLE or not phrases("organizations").has(mention.head):
        return False
    if mention.head in (singular(word) for word in name.lower().split()):
        return True
    described = phrases("organizations").ending([mention.head])
    general = mention.head in {"company", "firm", "newspaper", "paper", "group", "party", "agency", "outlet"}
    return general and described is not None and sector.value == described[1]


_MANY = (Identity.UNNAMED_GROUP, Identity.NAMED_ORGANIZATION)


def _agrees(draft: Draft, pronoun: str | None) -> bool:
    if pronoun in ("he", "she"):
        single = draft.kind is Kind.PERSON or (draft.kind is Kind.ROLE and draft.identity not in _MANY)
        return single and draft.agrees in (None, pronoun)
    if pronoun == "it":
        return draft.kind in (Kind.BODY, Kind.DOCUMENT, Kind.RELAYER) or draft.identity is Identity.UNNAMED_GROUP
    if pronoun == "they":
        return draft.plural or draft.identity in (Identity.NAMED_ORGANIZATION, Identity.UNNAMED_GROUP)
    return draft.kind is Kind.PERSON


def _place_before(person: Person, place: int) -> int:
    return max((p for p in person.places if p < place), default=-1)


def _identity(mention: Mention, anonymous: bool) -> Identity:
    match mention.kind:
        case Kind.PERSON:
            return Identity.NAMED_PERSON
        case Kind.BODY:
            return Identity.NAMED_ORGANIZATION
        case Kind.DOCUMENT:
            return Identity.DOCUMENT
    if anonymous:
        return Identity.ANONYMOUS_SOURCE
    group = mention.plural or mention.collective or mention.kind is Kind.RELAYER or mention.pronoun == "they"
    return Identity.UNNAMED_GROUP if group else Identity.UNNAMED_PERSON
