"""Whose name is withheld where the article says so: "They spoke on condition of anonymity because …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from onrecord.model import Identity, Span
from onrecord.sourcing.anonymity import Disclosure, better
from onrecord.sourcing.anonymity_subjects import first_name_only, of_one, other_subject, subject_of
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.drafts import UNNAMED, Draft
from onrecord.sourcing.facts import basis_in
from onrecord.sourcing.grammar import FIRST_PERSON, RELATIVES
from onrecord.sourcing.layout import Layout, hull
from onrecord.sourcing.lexicon import singular
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.outlets import Outlets
from onrecord.sourcing.parts import ANYBODY, source_of
from onrecord.sourcing.register import Register

_JUST_BEFORE = 1  # paragraphs
_REMEMBERED = 12  # attributions
_IF_NAMED = re.compile(r"if\s+(?:I|we)\b", re.IGNORECASE)
_WIDER = 3  # paragraphs
# "None of the nurses", "Everyone interviewed", "Like all those quoted here": many sources at once.
_ALL = re.compile(
    r"(?:none|neither|all|each|both|everyone|everybody|nobody|no\s+one|those|most)\b(?:\s+of)?"
    r"(?:\s+(?:the|those|these|them|whom|who))*\s*(?P<noun>[^\W\d_]+)?",
    re.IGNORECASE,
)
_HERE = re.compile(r"\b(?:quoted|interviewed|cited|spoke|in\s+this|for\s+this|here)\b", re.IGNORECASE)
_PARTS = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_COMPANION = re.compile(r"(?:his|her|their)\s+(?:colleague|counterpart|companion|partner|fellow)\b", re.IGNORECASE)
_WITHHOLDERS = frozenset("court judge tribunal magistrate order law rules coroner commission inquiry".split())  # noqa: SIM905


class Withholding:
    """Gives what is told of withheld names to the sources it is told of. Disclosures must come in text order."""

    def __init__(self, layout: Layout, outlets: Outlets, register: Register) -> None:
        self._layout = layout
        self._outlets = outlets
        self._register = register
        self._pending: list[Disclosure] = []
        self._last: Draft | None = None

    def disclose(self, told: Disclosure, done: Sequence[Attributed]) -> None:
        """Give a disclosure to whoever it is told of; one that opens its sentence waits for whoever follows.

        Args:
            told: the disclosure.
            done: the attributions before it.
        """
        speaker = self._speaker_before(told, done)
        if speaker:
            withhold(self._register.gathered.by_id(speaker.sources[0]), told)
            return
        self._last = self._last_unnamed(told, done)
        subject = subject_of(self._layout.text, told) if told.plain else None
        if _IF_NAMED.match(told.words.of(self._layout.text)):
            subject = told.words  # "if I named him": whoever spoke last
        for draft in self._referents(subject, told) if subject else ():
            if draft.unnamed:
                withhold(draft, told)
                self._register.gathered.spoke(draft, self._layout.paragraph(told.place))
        if told.plain and not subject:
            self._pending.append(told)  # "Speaking on condition of anonymity, …"

    def speaks(self, told: Attributed, place: int) -> None:
        """Give a disclosure that waits in the same sentence to somebody unnamed who speaks there."""
        self._pending = [d for d in self._pending if d.sentence.end > place]
        if self._pending and told.identity in UNNAMED:
            withhold(self._register.gathered.by_id(told.sources[0]), self._pending.pop())

    def _speaker_before(self, told: Disclosure, done: Sequence[Attributed]) -> Attributed | None:
        """Who speaks in a disclosure's sentence before it; "who" stands for the one before it."""
        inside = takewhile(lambda a: a.passage.end > told.sentence.start, reversed(done))
        by_name = first_name_only(self._layout.text, told)
        before = [a for a in inside if a.mention and told.sentence.start <= a.mention.start <= told.place]
        unnamed = [a for a in before if (a.identity in UNNAMED or by_name) and not self._of_another(told, a)]
        unnamed = [a for a in unnamed if not self._is_relative(a)] or unnamed
        return max(unnamed, key=lambda a: a.mention.start if a.mention else -1, default=None)

    def _of_another(self, told: Disclosure, speaker: Attributed) -> bool:
        """Whether it is somebody in the speaker's statement whose name is withheld."""
        cue = hull(speaker.relation.cue)
        after = cue.end if cue.end <= told.place else 0
        return after > 0 and other_subject(self._layout.text, told, after) is not None

    def _is_relative(self, told: Attributed) -> bool:
        return told.mention is not None and told.mention.of(self._layout.text).lower() in RELATIVES | {"and"}

    def _referents(self, subject: Span, told: Disclosure) -> Iterator[Draft]:
        """All whom a disclosure's subject means: "He, his colleague and the diplomat", "None of the nurses"."""
        words = subject.of(self._layout.text)
        many = _ALL.match(words)
        if many and (many.group("noun") or words.lower() not in ("both", "neither", "all")):
            yield from self._many(many.group("noun"), words, told)
            return
        last: Draft | None = None
        for part in _joined(words, subject.start):
            companion = _COMPANION.match(part.of(self._layout.text)) and last
            draft = (last.group or last) if companion and last else self._referent(part, told)
            if draft:
                yield draft
            last = draft or last

    def _many(self, noun: str | None, words: str, told: Disclosure) -> Iterator[Draft]:
        """Those of a noun, or all unnamed people; of the whole article where its words say so."""
        gathered = self._register.gathered
        near = gathered.drafts if _HERE.search(words) else gathered.recent(self._layout.paragraph(told.place), _WIDER)
        people = [d for d in dict.fromkeys(near) if d.unnamed and d.kind not in (Kind.BODY, Kind.RELAYER)]
        alike = [d for d in gathered.drafts if noun and d.unnamed and singular(d.head) == singular(noun.lower())]
        yield from alike or people

    def _referent(self, subject: Span, told: Disclosure) -> Draft | None:
        """Who a disclosure's subject is: "they", "both", "the engineer", "two former members of the group".

        Where the outlet or a court is the subject ("we are protecting her name") or nobody in particular ("the
        people"), it is whoever spoke last.
        """
        read = read_mention(self._layout.text, subject)
        words = subject.of(self._layout.text)
        anybody = read.definite and singular(read.head) in ANYBODY
        withholder = anybody or subject == told.words or words.lower() in FIRST_PERSON or self._outlets.witnesses(words)
        if withholder or singular(read.head) in _WITHHOLDERS or self._is_outlet(subject):
            many = self._last and read.plural and not self._last.plural
            return self._last.group or self._last if many and self._last else self._last
        if read.kind in (Kind.PERSON, Kind.BODY, Kind.DOCUMENT):
            return None
        draft = source_of(read, self._layout, self._register)
        draft.basis = draft.basis or basis_in(self._layout.text, Span(subject.start, told.place))
        return (self._last or draft) if self._is_epithet(read, draft) or not draft.unnamed else draft

    def _is_epithet(self, read: Mention, draft: Draft) -> bool:
        """Whether a subject is a new word for the one person who spoke last: "the lad"."""
        one = self._last is not None and self._last.identity is not Identity.UNNAMED_GROUP and not self._last.plural
        return one and read.definite and not read.plural and draft.mentions == [read.span]

    def _is_outlet(self, subject: Span) -> bool:
        return self._outlets.at(subject.start, subject.end) is not None

    def _last_unnamed(self, told: Disclosure, done: Sequence[Attributed]) -> Draft | None:
        """The unnamed source that spoke last before a disclosure, within the paragraphs just before.

        Whoever speaks inside somebody else's statement comes after that one.
        """
        here, one = self._layout.paragraph(told.place), of_one(self._layout.text, told)
        near = [a for a in done[-_REMEMBERED:] if here - self._layout.paragraph(a.passage.start) <= _JUST_BEFORE]
        near.sort(key=lambda a: not any(_holds(outer, a) for outer in near if outer is not a))
        drafts = (self._register.gathered.by_id(a.sources[0]) for a in reversed(near) if a.sources)
        return next((draft for draft in drafts if draft.unnamed and not (one and draft.plural)), None)


def _holds(outer: Attributed, inner: Attributed) -> bool:
    """Whether an attribution stands in another one's statement."""
    cue = hull(inner.relation.cue)
    return any(low <= cue.start and cue.end <= high for low, high in outer.relation.content)


def _joined(words: str, start: int) -> Iterator[Span]:
    """The parts of a compound subject; a subject with "and" is one, a comma alone sets off an apposition."""
    low = 0
    for comma in _PARTS.finditer(words) if " and " in words else ():
        if comma.start() > low:
            yield Span(start + low, start + comma.start())
        low = comma.end()
    if low < len(words):
        yield Span(start + low, start + len(words))


def withhold(draft: Draft, told: Disclosure) -> None:
    """Note what is told of a source's withheld name; that somebody may not speak does not make the name one."""
    draft.anonymity = better(draft.anonymity, told.anonymity)
    if told.withheld and draft.unnamed:
        draft.identity = Identity.ANONYMOUS_SOURCE
