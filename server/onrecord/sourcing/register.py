"""The sources of an article as they are gathered: each mention finds its source here or opens a new one."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.belonging import sector_of_owner, sector_or_default
from onrecord.sourcing.drafts import (
    POINTERS,
    Draft,
    agrees,
    body_words,
    hangs_on_a_body,
    holds_office,
    identity_of,
    is_known,
    is_unmarked,
    key_of,
    may_be_called,
    recurs,
    title_words,
)
from onrecord.sourcing.lexicon import exact_names, singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import Body, People, Person, place_before
from onrecord.sourcing.phrases import is_head
from onrecord.sourcing.services import is_clinical, service_of

__all__ = ["Draft", "Register"]

_SEAT = re.compile(r"[A-Z]{1,3}-[A-Z]")  # party and seat: "D-Putney"
_REMEMBERED = 40  # speakers a pronoun can reach back to
_LEAD = 2  # blocks, headline among them, in which somebody can be told first whom the article names later
_NEAR = 600  # characters back in which "its" can mean the body that spoke last
_LONG_AGO = 3  # paragraphs back after which a pronoun no longer reaches for the last speaker


class Register:
    """Finds or opens the source behind a mention. Mentions must come in text order."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self._recent: deque[tuple[Draft, int]] = deque(maxlen=_REMEMBERED)
        self._spoken_for: Draft | None = None
        self.services = people.services
        for person in people.people:
            person.sector = service_of(person.title or "", person.sector, self.services)
            if person.owner:
                self._belongs(person, *person.owner)
            elif person.sector in (Sector.UNKNOWN, Sector.BUSINESS) and is_head(title_words(person)):
                self._belongs(person, "its", person.places[0])

    def _belongs(self, person: Person, owner: str, place: int) -> None:
        """Whoever holds a post speaks from the sector of the body."""
        sector = self._sector_of_owner(owner, place)
        if sector is not Sector.UNKNOWN:
            person.sector = sector

    def resolve(self, mention: Mention, paragraph: int, anonymous: bool) -> Draft:
        """The source of a mention.

        Args:
            mention: as read.
            paragraph: number of the block it stands in, for pronouns.
            anonymous: the passage says that the name is withheld.
        """
        mention = self._placed(self._reread(mention))
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

    def _placed(self, mention: Mention) -> Mention:
        """A mention with the sector of the body whose post or paper it tells."""
        if mention.kind not in (Kind.PERSON, Kind.ROLE, Kind.DOCUMENT):
            return mention
        sector = service_of(mention.title or "", mention.sector, self.services)
        told = Sector.UNKNOWN
        if mention.owner and (mention.kind is not Kind.DOCUMENT or sector is Sector.UNKNOWN):
            told = self._sector_of_owner(mention.owner, mention.span.start)
        if told is Sector.UNKNOWN and hangs_on_a_body(mention):
            told = self._sector_of_owner("its", mention.span.start)
        if mention.collective and mention.head == "trust" and is_clinical(self.services):
            told = Sector.GOVERNMENT
        sector = sector if told is Sector.UNKNOWN else told
        return mention if sector is mention.sector else replace(mention, sector=sector)

    def _sector_of_owner(self, owner: str, place: int) -> Sector:
        """The sector of an owner; "its" is the body's that spoke last, else the one named last."""
        if owner in ("its", "their"):
            spoken = next((d for d, _ in reversed(self._recent) if _may_own(d)), None)
            if spoken and place - spoken.mentions[-1].start < _NEAR:
                return sector_or_default(spoken.identity, spoken.sector)
        return sector_of_owner(owner, place, self.people)

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
            case Kind.MEMBER:
                return self._member(mention, paragraph)
            case Kind.PERSON:
                return self._person(mention)
            case Kind.BODY:
                return self._body(mention)
            case Kind.ROLE | Kind.DOCUMENT if is_known(mention) and not mention.spokesperson:
                return self._described(mention) or self._by_key.get(key_of(mention))
            case Kind.ROLE if mention.spokesperson and mention.definite and not mention.affiliation:
                return self._spoken_for
            case Kind.ROLE if paragraph <= _LEAD and not mention.plural and not mention.spokesperson:
                return self._named_later(mention) or (self._by_key.get(key_of(mention)) if recurs(mention) else None)
            case _:
                return self._by_key.get(key_of(mention)) if recurs(mention) else None

    def _named_later(self, mention: Mention) -> Draft | None:
        """Whom a lead tells by rank and the body by name: "a police commander said", "Commander Ada Pell said"."""
        if sum(holds_office(person, mention) for person in self.people.people) != 1:
            return None
        person = self._holder(mention)
        before = person and place_before(person, mention.span.start) >= 0
        return self._draft_of(person) if person and not before else None

    def _person(self, mention: Mention) -> Draft | None:
        name = mention.name or ""
        person = self.people.find(name, mention.span.start, mention.pronoun)
        if person is None:
            body = self._meant_body(mention, name)
            if body:
                return self._draft_of_body(body)
            person = self.people.add(mention.name or mention.words, mention.span.start)
        person.learn(mention.title, mention.affiliation, mention.sector, mention.pronoun)
        if mention.owner:
            self._belongs(person, mention.owner, mention.span.start)
        elif hangs_on_a_body(mention) and mention.sector is not Sector.UNKNOWN:
            person.sector = mention.sector
        return self._draft_of(person)

    def _meant_body(self, mention: Mention, name: str) -> Body | None:
        """The body that a name without a person stands for: "Corvane" of "Corvane Group".

        A single name of which nothing is told, and which belongs to nobody in the article, is a firm's: people are
        introduced by full name, age or calling.
        """
        if mention.title or mention.pronoun or name in self.people.persons:
            return None
        bare = mention.words == name and " " not in name and name[:1].isupper()
        return self.people.body(name) or (Body(name, Sector.UNKNOWN, mention.span.start) if bare else None)

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
        if person.sector is not Sector.UNKNOWN:
            draft.sector = person.sector
        return draft

    def _member(self, mention: Mention, paragraph: int) -> Draft | None:
        """Some or one of the group that spoke last: the group itself, or a new source that is told as it is."""
        group = next((d for d, where in reversed(self._recent) if d.plural and paragraph - where <= _LONG_AGO), None)
        if group is None or mention.pronoun == "they":
            return group
        one = self._new(Kind.ROLE, f"one of {group.name}", Identity.UNNAMED_PERSON, group.sector)
        if group.identity is Identity.ANONYMOUS_SOURCE:
            one.identity = group.identity
        one.placed, one.head, one.affiliation = group.placed, singular(group.head), group.affiliation
        return one

    def _body(self, mention: Mention) -> Draft | None:
        full = self.people.acronyms.get(mention.name or "")
        if full and full != mention.name:
            return self._draft_of_body(Body(full, mention.sector, mention.span.start))
        known = self._by_key.get(key_of(mention))
        if known:
            return known
        words = body_words(mention.name or "")
        initials = "".join(w[0] for w in words)
        for draft in self.drafts:
            if draft.kind is not Kind.BODY:
                continue
            other = body_words(draft.name)
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
        person = self._holder(mention)
        if person:
            return self._draft_of(person)
        if mention.kind is Kind.DOCUMENT and mention.words.lower() == "paper":
            outlets = [d for d in self.drafts if d.kind is Kind.BODY and d.sector is Sector.MEDIA]
            if outlets:
                return outlets[-1]  # "the paper" that reported it
        for draft in reversed(self.drafts):
            if draft.head == mention.head and draft.kind is mention.kind and draft.plural == mention.plural:
                return draft
        return self._known_body(mention)

    def _holder(self, mention: Mention) -> Person | None:
        """Who holds the office a mention tells: all its words in the title, else the only holder of such an office."""
        if mention.plural or mention.collective or mention.kind is not Kind.ROLE:
            return None
        holders = [p for p in self.people.people if holds_office(p, mention)]
        wanted = [w for w in mention.words.lower().split() if w not in POINTERS]
        exact = [p for p in holders if all(w in title_words(p) for w in wanted)]
        if exact:
            return max(exact, key=lambda p: place_before(p, mention.span.start))
        return holders[0] if len(holders) == 1 and mention.whose is None and is_unmarked(mention) else None

    def _known_body(self, mention: Mention) -> Draft | None:
        """The body that a common noun stands for: one that has spoken, else one that is named."""
        spoken = (d for d in reversed(self.drafts) if d.kind is Kind.BODY and may_be_called(d.name, d.sector, mention))
        return next(spoken, None) or self._named_body(mention)

    def _named_body(self, mention: Mention) -> Draft | None:
        """A body that the article names: the last one before the mention, else the first behind it."""
        fitting = [b for b in self.people.bodies if may_be_called(b.name, b.sector, mention)]
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
            if agrees(draft, mention.pronoun):
                return self._taken_up_since(draft, mention) or draft
        if mention.pronoun in ("he", "she", "who"):
            before = [p for p in self.people.people if place_before(p, mention.span.start) >= 0]
            fitting = [p for p in before if p.courtesy in (None, mention.pronoun)]
            if fitting:
                return self._draft_of(max(fitting, key=lambda p: place_before(p, mention.span.start)))
        return next((d for d, _ in reversed(self._recent) if agrees(d, mention.pronoun)), None)

    def _taken_up_since(self, speaker: Draft, mention: Mention) -> Draft | None:
        """Somebody with whom a sentence opened after the last speaker: "he" is who the text has turned to."""
        if mention.pronoun not in ("he", "she"):
            return None
        since = max((span.start for span in speaker.mentions), default=-1)
        for place, person in self.people.leads_before(mention.span.start, _REMEMBERED):
            if place <= since:
                break
            if person.courtesy in (None, mention.pronoun) and person is not speaker.person:
                return self._draft_of(person)
        return None

    def _open(self, mention: Mention, anonymous: bool) -> Draft:
        if mention.spokesperson and mention.affiliation:
            return self._open_spokesperson(mention, mention.affiliation)
        draft = self._new(mention.kind, mention.name or mention.words, identity_of(mention, anonymous), mention.sector)
        draft.title = None if mention.plural or mention.collective else mention.title
        draft.affiliation = mention.affiliation
        draft.head, draft.plural = mention.head, mention.plural
        self._by_key.setdefault(key_of(mention), draft)
        return draft

    def _open_spokesperson(self, mention: Mention, affiliation: str) -> Draft:
        """Somebody unnamed who speaks for a body is its voice; who speaks for a person is somebody unnamed."""
        name = affiliation.removeprefix("the ")
        place = mention.span.start
        body = self.people.body(name) is not None or name in exact_names("bodies")
        for_person = not body and self.people.find(name, place) is not None
        proper = any(word[:1].isupper() for word in name.split()) and not for_person
        identity = Identity.UNNAMED_PERSON if for_person else Identity.NAMED_ORGANIZATION
        voice = self._new(Kind.ROLE, name if proper else mention.words, identity, mention.sector)
        sector = sector_of_owner(affiliation, place, self.people)
        voice.sector = voice.sector if sector is Sector.UNKNOWN else sector
        voice.title, voice.affiliation, voice.head = mention.title, name, mention.head
        self._by_key.setdefault(key_of(mention), voice)
        self._spoken_for = voice
        return voice

    def _new(self, kind: Kind, name: str, identity: Identity, sector: Sector) -> Draft:
        draft = Draft(f"s{len(self.drafts) + 1}", kind, name, identity, sector)
        self.drafts.append(draft)
        return draft


def _may_own(draft: Draft) -> bool:
    """Whether "its" can mean a source: a body, but hardly the outlet that passes a story on."""
    return draft.kind is Kind.BODY and draft.sector is not Sector.MEDIA
