"""Wordings so plain that a rule reads them where the tagger has passed them over.

"…, according to NAME", "NAME suspects that …", "NAME did not respond to …", "NAME declined to comment", "NAME denied
it", "NAME dismissed it as …", those at the end of a sentence (:mod:`trailing`) and the noun
cues of :mod:`noun_cues`: each is read only outside what the tagger found, and nothing but the words decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.attribution.decoding import Ranges, Relation
from onrecord.attribution.noun_cues import NOUN_FORMS, noun_cues
from onrecord.attribution.ranges import Taken, trimmed
from onrecord.attribution.trailing import trailing
from onrecord.model import Span
from onrecord.rubric import CueAct, rubric
from onrecord.word_list import words

Range = tuple[int, int]

_ACCORDING = re.compile(
    r"\b(?P<cue>according\s+to)\s+(?P<source>[^\s,.;:!?\"“”()—–]+(?:\s+[^\s,.;:!?\"“”()—–]+){0,15}?)(?=\s*(?:[,.;:!?\"“”()—–]|$|\s(?:who|which|that)\b))",
    re.IGNORECASE,
)
_DECLINED = re.compile(
    r"(?P<cue>\b(?:ha[sd]\s+)?(?:(?:declined|refused)(?:\s+(?:requests?|an?\s+(?:interview|request)))?"
    r"(?:\s+(?:to\s+(?:comment|be\s+interviewed|answer|discuss|speak|say|elaborate)|for\s+comment))"
    r"|(?:did|does|do|would|could)(?:\s+not|n['’]t)(?:\s+immediately)?"
    r"\s+(?:respond|reply|return|comment|answer|(?:wish|want)(?=\s+to\s+comment)|be\s+reached)\b"
    r"|would(?:\s+not|n['’]t)\s+(?:name|identify|say|discuss|elaborate|confirm|disclose|specify|be\s+drawn)\b"
    r"|ha(?:s|ve|d)(?:\s+not|n['’]t)(?:\s+yet)?\s+(?:responded|replied|returned|commented|answered)\b))"
    r"(?P<content>[^.;!?]*)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?P<cue>\b(?:ha(?:s|ve|d)\s+)?(?:repeatedly\s+|always\s+)?(?:denied|denies|deny|rejected|rejects|disputed|disputes))\s+"
    r"(?P<content>(?:it|them|this|that|doing\s+so|any\s+wrongdoing|wrongdoing|(?:the|these|those|all|any|his|her|their)\s+"
    r"(?:charges?|claims?|allegations?|accusations?|reports?|accounts?|suggestions?))\b)",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r"(?P<cue>\b(?:ha(?:s|ve|d)\s+)?(?:dismissed|brushed|waved|shrugged|laughed))\s+"
    r"(?P<content>(?:[^\s.;!?]+\s+){0,6}?(?:aside|off|away|as)\b[^.;!?]*)",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 3000  # characters; what is longer is no sentence, and the patterns look back and ahead in it
_HYPOTHETICAL = frozenset(
    {"might", "may", "could", "would", "should", "will", "can", "must", "cannot", "not", "if", "to"}
)
_CLAUSE = r"(?:^|[;:—–]\s+|\b(?:and|but|while|though|although)\s+)"
_NO_SUBJECTS = words(
    """
    a an as at by for from if in of on such that the these this those to when with
    """
)
_OWNING = ("'s", "’s", "s'", "s’")
_NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_LONGEST_NAME = 5  # words
_THAT = re.compile(r"(?<=\s)that(?=\s)")
_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[;!?]")
_LONGEST_VERB = 3  # words: "went on record"
_VERB_REACH = 200  # characters before "that" in which its verb stands, much white space allowed for
_SUBJECT_REACH = 300  # characters before a cue in which its subject begins
_SUBJECT = re.compile(rf"(?:{_CLAUSE}|,\s+)(?P<source>[^\s,;:—–]+(?:\s+[^\s,;:—–]+){{0,12}}?)\s*$", re.IGNORECASE)
_APPOSED = re.compile(
    rf"{_CLAUSE}(?P<source>[^\s;:—–]+(?:\s+[^\s;:—–]+){{0,15}}?),\s*$", re.IGNORECASE
)  # "The builder, Rolf Kern,"


@cache
def _verbs() -> frozenset[str]:
    """All forms of the cues of saying, writing and thinking but nouns, lower case, words apart by one space."""
    acts = (CueAct.SPEECH, CueAct.THOUGHT, CueAct.WRITING)
    cues = (cue for cue in rubric().cues if cue.act in acts and len(cue.forms) != NOUN_FORMS)
    return frozenset(form for cue in cues for form in cue.forms)


def with_plain(
    text: str, sentences: Iterable[Span], found: Sequence[Relation], quoted: Sequence[Span]
) -> list[Relation]:
    """Add relations of these wordings, outside quotations and where ``found`` has none.

    Args:
        text: the article's text.
        sentences: its sentences, in order.
        found: what is known already.
        quoted: its direct quotations.

    Returns:
        All relations. Where a new one claims words that another had for its statement, they are the new one's, save
        that a noun cue stays inside the statement that tells of it.
    """
    taken, spoken = _heads(found), Taken((q.start, q.end) for q in quoted)
    sentences = [s for s in sentences if s.end - s.start <= LONGEST_SENTENCE]
    new = []
    for sentence in sentences:
        for relation in (*_according(text, sentence), *_answers(text, sentence)):
            clash = (*relation.cue, *relation.source, *relation.content)
            if not any(taken.overlaps(*part) for part in clash) and not spoken.overlaps(*relation.cue[0]):
                new.append(relation)
    claimed = Taken(part for n in new for part in n.content)
    kept = [replace(r, content=_without(text, r.content, claimed)) for r in found]
    known = [*(r for r in kept if r.content), *new]
    known += trailing(text, sentences, _heads(known), spoken)
    return [*known, *noun_cues(text, sentences, _heads([*found, *known]), spoken)]


def _heads(relations: Iterable[Relation]) -> Taken:
    """The cues and sources of some relations."""
    return Taken(part for relation in relations for part in (*relation.cue, *relation.source))


def _without(text: str, ranges: Ranges, taken: Taken) -> Ranges:
    """Ranges that none of ``taken`` overlaps, or the part before the overlap."""
    left = []
    for start, end in ranges:
        cut = taken.first(start, end)
        low, high = (start, end) if cut == end else trimmed(text, start, max(start, cut))
        if low < high:
            left.append((low, high))
    return tuple(left)


def _according(text: str, sentence: Span) -> Iterable[Relation]:
    for match in _ACCORDING.finditer(text, sentence.start, sentence.end):
        before = trimmed(text, sentence.start, match.start())
        after = trimmed(text, match.end(), sentence.end)
        content = before if before[1] - before[0] > 1 else after
        if content[0] < content[1]:
            yield Relation((match.span("source"),), (match.span("cue"),), (content,))


def _answers(text: str, sentence: Span) -> Iterable[Relation]:
    """Refusals to comment, denials and that-clauses, with the subject before them."""
    for cue, said in (*_refusals(text, sentence), *_that_clauses(text, sentence)):
        low = max(sentence.start, cue[0] - _SUBJECT_REACH)
        before, inside = text[low : cue[0]], int(low > sentence.start)  # inside a sentence nothing begins at once
        subject = _SUBJECT.search(before, inside) or _APPOSED.search(before, inside)
        content = trimmed(text, *said)
        if subject and _speaks(subject.group("source").split(), text[slice(*cue)]):
            start, end = subject.span("source")
            source = (low + start, low + end)
            yield Relation((source,), (cue,), (content if content[0] < content[1] else cue,))


def _speaks(subject: list[str], cue: str) -> bool:
    """Whether these words before a cue are who speaks: no modal among them; a plain name if the cue may be a noun.

    "a project that", "In states that", "the charge that", "nobody knew that" are no speech.
    """
    words = {word.lower() for word in subject}
    if not _HYPOTHETICAL.isdisjoint(words) or words <= _NO_SUBJECTS or subject[-1].endswith(_OWNING):
        return False
    if not _NOBODY.isdisjoint(words) and cue.lower() in _verbs():
        return False
    named = len(subject) <= _LONGEST_NAME and all(word[0].isupper() for word in subject)
    pronoun = len(subject) == 1 and subject[0].lower() in _PRONOUNS
    return named or pronoun or cue.lower() not in rubric().nouns_too


def _refusals(text: str, sentence: Span) -> Iterator[tuple[Range, Range]]:
    """Cue and content of refusals to comment and of denials."""
    for pattern in (_DECLINED, _DENIED, _DISMISSED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield match.span("cue"), match.span("content")


def _that_clauses(text: str, sentence: Span) -> Iterator[tuple[Range, Range]]:
    """Cue and content of "that" behind a verb of saying, writing or thinking."""
    for match in _THAT.finditer(text, sentence.start, sentence.end):
        words = list(_WORD.finditer(text, max(sentence.start, match.start() - _VERB_REACH), match.start()))
        for count in range(_LONGEST_VERB, 0, -1):
            tail = words[-count:]
            if len(tail) == count and " ".join(w.group().lower() for w in tail) in _verbs():
                stop = _CLAUSE_END.search(text, match.end(), sentence.end)
                yield (tail[0].start(), tail[-1].end()), (match.start(), stop.start() if stop else sentence.end)
                break
