"""The sources gathered so far, with the ways by which a further mention finds one of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from onrecord.model import Identity, Sector
from onrecord.sourcing.drafts import Draft, key_of
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import Person
from onrecord.sourcing.spoken_bodies import SpokenBodies

_REMEMBERED = 40  # mentions that pronouns and parts of groups can reach back over


class Gathered:
    """All sources of an article so far. Every look-up takes the same time however many there are.

    Attributes:
        drafts: the sources, in the order in which they were met.
        bodies: those that are bodies.
        spoken_for: the voice of the body whose spokesperson spoke last.
    """

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.bodies = SpokenBodies()
        self.spoken_for: Draft | None = None
        self._by_key: dict[str, Draft] = {}
        self._by_name: dict[str, Draft] = {}
        self._by_person: dict[Person, Draft] = {}
        self._by_head: dict[tuple[str, Kind, bool], Draft] = {}
        self._recent: deque[tuple[Draft, int]] = deque(maxlen=_REMEMBERED)

    def open(
        self, kind: Kind, name: str, identity: Identity, sector: Sector, *, head: str = "", plural: bool = False
    ) -> Draft:
        """A new source."""
        draft = Draft(len(self.drafts) + 1, kind, name, identity, sector, head=head, plural=plural)
        self.drafts.append(draft)
        self._by_name.setdefault(name, draft)
        if kind in (Kind.ROLE, Kind.DOCUMENT):
            self._by_head[head, kind, plural] = draft
        elif kind is Kind.BODY:
            self.bodies.add(draft)
        return draft

    def keep(self, mention: Mention, draft: Draft) -> None:
        """Let later mentions of the same words find a source; the first one of those words stays."""
        self._by_key.setdefault(key_of(mention), draft)

    def same_words(self, mention: Mention) -> Draft | None:
        """The source whose first mention had the same words."""
        return self._by_key.get(key_of(mention))

    def body(self, name: str, sector: Sector) -> Draft:
        """The source that is a body of exactly that name, opened if need be."""
        key = f"{Kind.BODY} {name.lower()}"
        if key not in self._by_key:
            self._by_key[key] = self.open(Kind.BODY, name, Identity.NAMED_ORGANIZATION, sector)
        return self._by_key[key]

    def by_id(self, source: str) -> Draft:
        """The source of an id."""
        return self.drafts[int(source.removeprefix("s")) - 1]

    def named(self, name: str) -> Draft | None:
        """The first source of a name."""
        draft = self._by_name.get(name)
        return draft if draft and draft.name == name else None

    def of_person(self, person: Person) -> Draft:
        """The source that a named person is, with what is told of them by now."""
        draft = self._by_person.get(person)
        if draft is None:
            draft = self.open(Kind.PERSON, person.name, Identity.NAMED_PERSON, person.sector)
            draft.person = person
            self._by_person[person] = draft
        draft.name, draft.title, draft.head = person.name, person.title, person.surname
        self._by_name.setdefault(person.name, draft)
        draft.affiliation = draft.affiliation or person.affiliation
        draft.agrees = draft.agrees or person.pronoun
        if person.sector is not Sector.UNKNOWN:
            draft.sector = person.sector
        return draft

    def alike(self, mention: Mention) -> Draft | None:
        """The last source told by the same noun: "the officer" of "an officer of the port police"."""
        return self._by_head.get((mention.head, mention.kind, mention.plural))

    def spoke(self, draft: Draft, paragraph: int) -> None:
        """Keep that a source was mentioned in a paragraph. Mentions must come in text order."""
        self._recent.append((draft, paragraph))

    def recent(self, paragraph: int | None = None, reach: int = 0) -> Iterator[Draft]:
        """The sources mentioned last, the last one first.

        Args:
            paragraph: where the look-up is made; None reaches back over all that is remembered.
            reach: how many paragraphs back it reaches.
        """
        for draft, where in reversed(self._recent):
            if paragraph is not None and paragraph - where > reach:
                return
            yield draft
