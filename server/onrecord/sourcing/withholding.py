"""Whose name is withheld where the article says so: "They spoke on condition of anonymity because …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
_PRONOUNS = frozenset({"he", "she", "they"})
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
# Somebody spoken of as known: "the arbitrator", "she".
_DEFINITE = re.compile(r"(?:the|this|that|he|she|they|both|his|her|their)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A disclosure that waits for whom it is told of, and its subject if it has one."""

    told: Disclosure
    subject: Span | None


class Withholding:
    """Gives what is told of withheld names to the sources it is told of. Disclosures must come in text order."""

    def __init__(self, layout: Layout, outlets: Outlets, register: Register) -> None:
        self._layout = layout
        self._outlets = outlets
        self._register = register
        self._pending: list[_Waiting] = []
        self._renamed: Disclosure | None = None
        self._before: Disclosure | None = None
        self._last: Draft | None = None

    def disclose(self, told: Disclosure, done: Sequence[Attributed]) -> None:
        """Give a disclosure to whoever it is told of; one that opens its sentence waits for whoever follows.

        Args:
            told: the disclosure.
            done: the attributions before it.
        """
        if told.same and self._before:
            told = replace(told, anonymity=better(told.anonymity, self._before.anonymity))
        self._before = told
        self._last = self._last_unnamed(told, done)
        if told.renamed and self._rename(told, done):
            return
        speakers = [self._met_before(self._register.gathered.by_id(key)) for key in self._speakers_before(told, done)]
        for draft in speakers:
            withhold(draft, told)
        if not speakers and told.plain:
            self._give(told)

    def _give(self, told: Disclosure) -> None:
        """Give a disclosure to its subject; it waits if that has not spoken yet."""
        subject = subject_of(self._layout.text, told)
        if _IF_NAMED.match(told.words.of(self._layout.text)):
            subject = told.words  # "if I named him": whoever spoke last
        spoke = False
        for draft in map(self._met_before, self._referents(subject, told)) if subject else ():
            if draft.unnamed:
                withhold(draft, told)
                self._register.gathered.spoke(draft, self._layout.paragraph(told.place))
                spoke = spoke or not self._is_new(draft, told)
        if not spoke:
            self._pending.append(_Waiting(told, subject))  # "Speaking on condition of anonymity, …"

    def _is_new(self, draft: Draft, told: Disclosure) -> bool:
        """Whether somebody was never mentioned before a disclosure's sentence."""
        return all(mention.start >= told.sentence.start for mention in draft.mentions)

    def _met_before(self, draft: Draft) -> Draft:
        """Whoever spoke last, for a pronoun that nothing else was found for."""
        single = self._last is not None and not self._last.plural
        return self._last if self._last and single and self._is_pronoun(draft) else draft

    def _is_pronoun(self, draft: Draft) -> bool:
        """Whether nothing but a pronoun tells of somebody."""
        return {mention.of(self._layout.text).lower() for mention in draft.mentions} <= {"he", "she"}

    def _rename(self, told: Disclosure, done: Sequence[Attributed]) -> bool:
        """Note that a name is not the real one: of whoever spoke by it last, else of those who will."""
        here = self._layout.paragraph(told.place)
        near = (a for a in done[-_REMEMBERED:] if a.sources and self._layout.paragraph(a.passage.start) == here)
        drafts = [self._register.gathered.by_id(a.sources[0]) for a in near]
        by_name = [d for d in drafts if d.identity is Identity.NAMED_PERSON]
        if not by_name:
            self._renamed = told
        elif _is_bare(by_name[-1]) and by_name[-1] is drafts[-1]:
            withhold(by_name[-1], told)
            return True
        return False

    def speaks(self, told: Attributed, place: int) -> None:
        """Give a disclosure that waits in the same paragraph to somebody who speaks there."""
        if not told.sources:
            return
        draft = self._register.gathered.by_id(told.sources[0])
        here = self._layout.paragraph(place)
        if self._renamed and self._layout.paragraph(self._renamed.place) == here and _is_bare(draft):
            withhold(draft, self._renamed)
        self._pending = [w for w in self._pending if self._layout.paragraph(w.told.place) == here]
        if told.identity in UNNAMED:
            mine = next((w for w in reversed(self._pending) if self._is_meant(w, told, place)), None)
            if mine:
                self._pending.remove(mine)
                withhold(draft, mine.told)

    def _is_meant(self, waiting: _Waiting, told: Attributed, place: int) -> bool:
        """Whether a speaker is whom a disclosure waits for: its own subject, or somebody known who speaks behind it."""
        text, mention, subject = self._layout.text, told.mention, waiting.subject
        known = mention is not None and _DEFINITE.match(mention.of(text)) is not None
        if waiting.told.sentence.end > place:
            later = known and subject is not None and subject.of(text).lower() in _PRONOUNS
            return subject is None or mention is None or subject.overlaps(mention) or later
        by_name = subject and read_mention(text, subject).kind is Kind.PERSON
        return known and not by_name

    def _speakers_before(self, told: Disclosure, done: Sequence[Attributed]) -> list[str]:
        """Who speaks in a disclosure's sentence before it, by each cue; "who" stands for the one before it."""
        inside = takewhile(lambda a: a.passage.end > told.sentence.start, reversed(done))
        by_name = first_name_only(self._layout.text, told)
        before = [a for a in inside if a.mention and told.sentence.start <= a.mention.start <= told.place]
        unnamed = [a for a in before if (a.identity in UNNAMED or by_name) and not self._of_another(told, a)]
        unnamed = [a for a in unnamed if not self._is_relative(a)] or unnamed
        last = max((a.mention.start for a in unnamed if a.mention), default=None)
        return list(dict.fromkeys(a.sources[0] for a in unnamed if a.mention and a.mention.start == last))

    def _of_another(self, told: Disclosure, speaker: Attributed) -> bool:
        """Whether it is somebody in the speaker's statement whose name is withheld."""
        cue = hull(speaker.relation.cue)
        after = cue.end if cue.end <= told.place else 0
        return after > 0 and other_subject(self._layout.text, told, after) is not None

    def _is_relative(self, told: Attributed) -> bool:
        mine = RELATIVES | FIRST_PERSON | {"and", "our", "my"}
        return told.mention is not None and told.mention.of(self._layout.text).lower() in mine

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
            last = self._last
            return last.group or last if last and read.plural and not last.plural else last
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
        return next((d for d in drafts if d.unnamed and not (one and d.plural) and not self._is_pronoun(d)), None)


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
    stands_in = _is_bare(draft) and (told.renamed or len((draft.name or "").strip(".")) == 1)
    if told.withheld and (draft.unnamed or stands_in):
        draft.identity = Identity.ANONYMOUS_SOURCE


def _is_bare(draft: Draft) -> bool:
    """Whether somebody has one name only, as a pseudonym or an initial is."""
    return draft.identity is Identity.NAMED_PERSON and len((draft.name or "").split()) == 1
