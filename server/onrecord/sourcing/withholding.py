"""Whose name is withheld where the article says so: "They spoke on condition of anonymity because …"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from onrecord.model import Anonymity, Identity, Span
from onrecord.sourcing.anonymity import Disclosure, better, first_name_only, subject_of
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.drafts import UNNAMED, Draft
from onrecord.sourcing.facts import basis_in
from onrecord.sourcing.grammar import FIRST_PERSON, RELATIVES
from onrecord.sourcing.layout import Layout
from onrecord.sourcing.lexicon import singular
from onrecord.sourcing.mentions import Kind, read_mention
from onrecord.sourcing.outlets import Outlets
from onrecord.sourcing.parts import ANYBODY, source_of
from onrecord.sourcing.register import Register

_JUST_BEFORE = 1  # paragraphs


class Withholding:
    """Gives what is told of withheld names to the sources it is told of. Disclosures must come in text order."""

    def __init__(self, layout: Layout, outlets: Outlets, register: Register) -> None:
        self._layout = layout
        self._outlets = outlets
        self._register = register
        self._pending: list[Disclosure] = []

    def disclose(self, told: Disclosure, done: Sequence[Attributed]) -> None:
        """Give a disclosure to whoever it is told of; one that opens its sentence waits for whoever follows.

        Args:
            told: the disclosure.
            done: the attributions before it.
        """
        speaker = self._speaker_before(told, done)
        if speaker:
            withhold(self._register.gathered.by_id(speaker.sources[0]), told.anonymity)
            return
        subject = subject_of(self._layout.text, told) if told.plain else None
        draft = self._referent(subject, told) if subject else None
        if draft and draft.unnamed:
            withhold(draft, told.anonymity)
        elif told.plain and not subject:
            self._pending.append(told)  # "Speaking on condition of anonymity, …"

    def speaks(self, told: Attributed, place: int) -> None:
        """Give a disclosure that waits in the same sentence to somebody unnamed who speaks there."""
        self._pending = [d for d in self._pending if d.sentence.end > place]
        if self._pending and told.identity in UNNAMED:
            withhold(self._register.gathered.by_id(told.sources[0]), self._pending.pop().anonymity)

    def _speaker_before(self, told: Disclosure, done: Sequence[Attributed]) -> Attributed | None:
        """Who speaks in a disclosure's sentence before it; "who" stands for the one before it."""
        inside = takewhile(lambda a: a.passage.end > told.sentence.start, reversed(done))
        by_name = first_name_only(self._layout.text, told)
        before = [a for a in inside if a.mention and told.sentence.start <= a.mention.start <= told.place]
        unnamed = [a for a in before if a.identity in UNNAMED or by_name]
        unnamed = [a for a in unnamed if not self._is_relative(a)] or unnamed
        return max(unnamed, key=lambda a: a.mention.start if a.mention else -1, default=None)

    def _is_relative(self, told: Attributed) -> bool:
        return told.mention is not None and told.mention.of(self._layout.text).lower() in RELATIVES

    def _referent(self, subject: Span, told: Disclosure) -> Draft | None:
        """Who a disclosure's subject is: "they", "both", "the engineer", "two former members of the group".

        Where the outlet itself is the subject ("we are protecting her name") or nobody in particular ("the people"),
        it is whoever spoke last.
        """
        read = read_mention(self._layout.text, subject)
        words = subject.of(self._layout.text)
        anybody = read.definite and singular(read.head) in ANYBODY
        if anybody or words.lower() in FIRST_PERSON or self._outlets.witnesses(words):
            return self._last_unnamed(told.place)
        if read.kind in (Kind.PERSON, Kind.BODY, Kind.DOCUMENT):
            return None
        draft = source_of(read, self._layout, self._register)
        draft.basis = draft.basis or basis_in(self._layout.text, Span(subject.start, told.place))
        return draft if draft.unnamed else self._last_unnamed(told.place)

    def _last_unnamed(self, place: int) -> Draft | None:
        """The unnamed source last spoken of before a place, within the paragraphs just before."""
        near = self._register.gathered.recent(self._layout.paragraph(place), _JUST_BEFORE)
        return next((draft for draft in near if draft.unnamed), None)


def withhold(draft: Draft, told: Anonymity) -> None:
    """Note what is told of a source's withheld name."""
    draft.anonymity = better(draft.anonymity, told)
    if told.disclosed and draft.unnamed:
        draft.identity = Identity.ANONYMOUS_SOURCE
