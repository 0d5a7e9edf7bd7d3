"""Small repairs to what the tagger found, each a rule that can be said in one sentence.

* A cue of plain speech with a source and no statement has for its statement the clause before it in which somebody
  else speaks, or the rest of its sentence.
* "said NAME" and "NAME said" name the source, whoever spoke in the sentence before.
* "Citing NAME" lays nothing at anybody's door: the sourcing room reads it as a relay.
* Without a source only words in quotation marks are a claim; agentless passives come from the lexicon.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.attribution.decoding import Relation
from onrecord.attribution.overrun import without_overrun
from onrecord.attribution.ranges import trimmed
from onrecord.attribution.trailing import said_before
from onrecord.model import Span
from onrecord.rubric import CueAct, rubric

_QUOTES = '"“«'
_CITING = frozenset({"citing", "quoting", "cites", "cited"})
_SAYING = frozenset(
    {"said", "says", "say", "added", "adds", "told", "explained", "asked", "replied", "recalled", "wrote"}
)
_NO_SUBJECTS = frozenset(
    {"that", "this", "these", "those", "there", "it", "in", "at", "on", "for", "with", "if", "when"}
)
_LONGEST_SUBJECT = 6  # words
_LONGEST_APPOSED = 16
_MARKS = frozenset(',;:“”"()')
_INVERTED = re.compile(
    r"\s+(?P<source>(?:the\s+|a\s+|an\s+)?[^\W\d_][^\s,.;:!?\"“”()—–]*(?:\s+[^\s,.;:!?\"“”()—–]+){0,10})"
)
_SPOKEN_BEFORE = re.compile(r"[”\"’',]\s*$")


def repaired(text: str, relations: Sequence[Relation], sentences: Sequence[Span]) -> list[Relation]:
    """Relations with the rules above applied, in the order given; those that lay no claim are left out.

    Args:
        text: the article's text.
        relations: the tagger's, bare cues among them.
        sentences: the sentences of the passages it read, in text order.
    """
    starts = [s.start for s in sentences]
    kept = []
    for relation in relations:
        at = bisect_right(starts, relation.cue[0][0]) - 1
        if at < 0 or _cue_words(text, relation) in _CITING:
            continue
        whole = relation if relation.content else _with_rest(text, relation, sentences[at], relations)
        whole = without_overrun(text, whole, sentences)
        if whole.content and _is_claim(text, whole):
            kept.append(_with_own_subject(text, whole, sentences[at]))
    return kept


def _cue_words(text: str, relation: Relation) -> str:
    return " ".join(text[relation.cue[0][0] : relation.cue[-1][1]].lower().split())


@cache
def _speech() -> frozenset[str]:
    """All one-word forms of cues of speech."""
    return frozenset(form for cue in rubric().cues if cue.act is CueAct.SPEECH for form in cue.forms if " " not in form)


def _with_rest(text: str, relation: Relation, sentence: Span, others: Sequence[Relation]) -> Relation:
    """A bare cue of speech with the clause before it, else with the rest of its sentence.

    The rest goes as far as nobody else's words begin.
    """
    words = _cue_words(text, relation).split()
    if not relation.source or not words or words[-1] not in _speech():
        return relation
    before = said_before(text, relation, sentence)
    if before and any(before[0] <= o.cue[0][0] < before[1] for o in others if o is not relation and o.content):
        return replace(relation, content=(before,))
    end = max(relation.cue[-1][1], relation.source[-1][1])
    taken = [part for o in others if o is not relation for part in (*o.source, *o.cue, *o.content)]
    high = min((start for start, _ in taken if end <= start < sentence.end), default=sentence.end)
    rest = trimmed(text, end, max(end, high))
    return replace(relation, content=(rest,)) if len(text[slice(*rest)].split()) > 1 else relation


def _is_claim(text: str, relation: Relation) -> bool:
    """Whether a relation has a source or, without one, quotes somebody."""
    return bool(relation.source) or any(
        text[start] in _QUOTES or text[max(0, start - 1)] in _QUOTES for start, _ in relation.content
    )


def _with_own_subject(text: str, relation: Relation, sentence: Span) -> Relation:
    """A source from an earlier sentence gives way to one that stands right beside the cue."""
    cue = relation.cue[0][0]
    if not relation.source or relation.source[-1][1] > sentence.start:
        return relation
    low, high = trimmed(text, sentence.start, cue)
    words = text[low:high].split()
    inside = any(low < end and begin < high for begin, end in relation.content)
    apposed = text[high : relation.cue[0][0]].strip() == "," and len(words) <= _LONGEST_APPOSED
    marks = _MARKS - {","} if apposed else _MARKS  # "The builder, Rolf Kern, denied it"
    longest = _LONGEST_APPOSED if apposed else _LONGEST_SUBJECT
    named = len(words) == 1 or (bool(words) and words[0].lower() not in _NO_SUBJECTS)
    if named and 0 < len(words) <= longest and not inside and marks.isdisjoint(text[low:high]):
        return replace(relation, source=((low, high),))
    inverted = _INVERTED.match(text, relation.cue[-1][1], sentence.end)
    if inverted and _cue_words(text, relation) in _SAYING and _SPOKEN_BEFORE.search(text, sentence.start, cue):
        return replace(relation, source=(trimmed(text, *inverted.span("source")),))
    return relation
