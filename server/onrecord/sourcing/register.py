"""The sources of an article as they are gathered: each mention finds its source here or opens a new one."""

from __future__ import annotations

from onrecord.model import Identity, Sector, Span
from onrecord.sourcing.antecedents import antecedent, holder, member, named_later, pointed_at
from onrecord.sourcing.belonging import sector_of_owner
from onrecord.sourcing.drafts import Draft, hangs_on_a_body, identity_of, is_known, recurs
from onrecord.sourcing.gathered import Gathered
from onrecord.sourcing.lexicon import exact_names
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import People, Person
from onrecord.sourcing.phrases import is_office
from onrecord.sourcing.rereading import belong, place_people, placed, reread
from onrecord.sourcing.spoken_bodies import is_common_noun

_AGREES = {"spokesman": "he", "spokeswoman": "she"}
_LEAD = 2  # blocks, headline among them, in which somebody can be told first whom the article names later


class Register:
    """Finds or opens the source behind a mention. Mentions must come in text order."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.gathered = Gathered()
        self._own: Draft | None = None
        place_people(people, self.gathered)

    def resolve(self, mention: Mention, paragraph: int) -> Draft:
        """The source of a mention.

        Args:
            mention: as read.
            paragraph: number of the block it stands in, for pronouns.
        """
        mention = placed(reread(mention, self.people), self.people, self.gathered)
        draft = self._find(mention, paragraph) or self._open(mention)
        draft.mentions.append(mention.span)
        draft.placed |= mention.placed
        if draft.sector is Sector.UNKNOWN and mention.sector is not Sector.UNKNOWN:
            draft.sector = mention.sector
            if draft.kind is Kind.BODY:
                self.gathered.bodies.learn(draft)
        if mention.pronoun in ("he", "she"):
            draft.agrees = draft.agrees or mention.pronoun
        self.gathered.spoke(draft, paragraph)
        return draft

    def outlet(self, name: str, mention: Span) -> Draft:
        """The outlet that publishes the article, as a source of its own."""
        if self._own is None:
            self._own = self.gathered.open(Kind.BODY, name, Identity.NAMED_ORGANIZATION, Sector.MEDIA)
        self._own.mentions.append(mention)
        return self._own

    def _find(self, mention: Mention, paragraph: int) -> Draft | None:
        match mention.kind:
            case Kind.PRONOUN:
                return antecedent(mention, paragraph, self.people, self.gathered)
            case Kind.MEMBER:
                return member(mention, paragraph, self.gathered)
            case Kind.PERSON:
                return self._person(mention)
            case Kind.BODY:
                return self._body(mention)
            case Kind.ROLE | Kind.DOCUMENT if is_known(mention) and not mention.spokesperson:
                return self._described(mention, paragraph) or self.gathered.same_words(mention)
            case Kind.ROLE if mention.spokesperson and mention.definite and not mention.affiliation:
                return self.gathered.spoken_for
            case Kind.ROLE if paragraph <= _LEAD and not mention.plural and not mention.spokesperson:
                person = named_later(mention, self.people)
                if person:
                    return self.gathered.of_person(person)
        return self.gathered.same_words(mention) if recurs(mention) else None

    def _person(self, mention: Mention) -> Draft | None:
        name = mention.name or ""
        person = self.people.find(name, mention.span.start, mention.pronoun)
        if person is None:
            body = self._meant_body(mention, name)
            if body:
                return body
            person = self.people.add(mention.name or mention.words, mention.span.start)
        self.people.learn(person, mention.title, mention.affiliation, mention.sector, mention.pronoun)
        self._placed_by_post(person, mention)
        return self.gathered.of_person(person)

    def _placed_by_post(self, person: Person, mention: Mention) -> None:
        if mention.owner:
            belong(person, mention.owner, mention.span.start, self.people, self.gathered)
        elif hangs_on_a_body(mention) and mention.sector is not Sector.UNKNOWN:
            person.sector = mention.sector

    def _meant_body(self, mention: Mention, name: str) -> Draft | None:
        """The body that a name without a person stands for: "Corvane" of "Corvane Group".

        A single name of which nothing is told, and which belongs to nobody in the article, is a firm's where the
        article speaks of a firm: people are introduced by full name, age or calling. Elsewhere it is somebody's.
        """
        bodies = self.people.bodies
        if mention.title or mention.pronoun or name in bodies.persons:
            return None
        body = bodies.find(name)
        if body:
            return self.gathered.body(body.name, body.sector)
        bare = mention.words == name and " " not in name and name[:1].isupper()
        return self.gathered.body(name, Sector.UNKNOWN) if bare and self.people.speaks_of_firms else None

    def _body(self, mention: Mention) -> Draft | None:
        name = mention.name or ""
        full = self.people.bodies.acronyms.get(name)
        if full and full != name:
            return self.gathered.body(full, mention.sector)
        return self.gathered.same_words(mention) or self.gathered.bodies.same(name)

    def _described(self, mention: Mention, paragraph: int) -> Draft | None:
        """Somebody or something known already: "the defense secretary", "the company", "the report"."""
        person = holder(mention, self.people)
        if person:
            return self.gathered.of_person(person)
        if mention.kind is Kind.DOCUMENT and mention.words.lower() == "paper":
            outlet = self.gathered.bodies.last_outlet()
            if outlet:
                return outlet
        known = self.gathered.alike(mention) or self.gathered.bodies.called(mention) or self._named_body(mention)
        return known or pointed_at(mention, paragraph, self.people, self.gathered)

    def _named_body(self, mention: Mention) -> Draft | None:
        """A body that the article names but that has not spoken yet."""
        if mention.plural or not is_common_noun(mention):
            return None
        body = self.people.bodies.called(mention.head, mention.span.start)
        return self.gathered.body(body.name, body.sector) if body else None

    def _open(self, mention: Mention) -> Draft:
        if mention.spokesperson and mention.affiliation:
            return self._open_spokesperson(mention, mention.affiliation)
        draft = self.gathered.open(
            mention.kind,
            mention.name or mention.words,
            identity_of(mention),
            mention.sector,
            head=mention.head,
            plural=mention.plural,
        )
        draft.title = None if mention.plural or mention.collective else mention.title
        draft.affiliation = mention.affiliation
        self.gathered.keep(mention, draft)
        return draft

    def _open_spokesperson(self, mention: Mention, affiliation: str) -> Draft:
        """Somebody unnamed who speaks for a body is its voice; who speaks for a person is somebody unnamed."""
        name = affiliation.removeprefix("the ")
        place = mention.span.start
        body = self.people.bodies.find(name) is not None or name in exact_names("bodies")
        for_person = not body and (self.people.find(name, place) is not None or is_office(name))
        proper = any(word[:1].isupper() for word in name.split()) and not for_person
        identity = Identity.UNNAMED_PERSON if for_person else Identity.NAMED_ORGANIZATION
        told = sector_of_owner(affiliation, place, self.people)
        sector = mention.sector if told is Sector.UNKNOWN else told
        voice = self.gathered.open(Kind.ROLE, name if proper else mention.words, identity, sector, head=mention.head)
        voice.title, voice.affiliation, voice.voice = mention.title, name, True
        voice.agrees = _AGREES.get(mention.head)
        self.gathered.keep(mention, voice)
        self.gathered.spoken_for = voice
        return voice
