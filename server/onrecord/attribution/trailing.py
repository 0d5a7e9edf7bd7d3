"""Attributions that end a sentence in which somebody else speaks already: "The bill would help, it says, Pell said".

The tagger gives each word one role. Where a speech or thought stands inside the sentence, whoever is told at its end
is often left with a cue and no statement, or passed over: all words before the last comma are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.attribution.decoding import Relation
from onrecord.attribution.ranges import Taken, trimmed
from onrecord.model import Span
from onrecord.rubric import CueAct, rubric
from onrecord.word_list import words

_TAIL = re.compile(r"[,”\"’]\s+(?P<source>[^\W\d_][^,.;:!?“”\"()—–]*?)\s+(?P<cue>[^\W\d_]+)\s*[.!?]*\s*$")
_PARTING = (",", "”", '"', "’")
_GAP = 3  # characters: the mark and white space
_LEAST_BEFORE = 4  # words that are a clause
_LONGEST_SOURCE = 8  # words
_TAIL_REACH = 120  # characters from the end of the sentence in which its last comma stands
_VERB_FORMS = 4  # base, third person, past, -ing; nouns have two
_OPENINGS = words(
    """
    a an another both each four he her his its many most one our several she some ten that the their these they this
    three two we
    """
)
# A clause that begins so only tells when or why somebody spoke.
_SUBORDINATE = words(
    """
    after although as asked because before despite during following for given in on once since speaking though under
    unlike until upon when whereas while with without
    """
)
_JOINED = frozenset({"and", "or", "but", "who", "which", "that", "if", "as", "then", "so"})


def said_before(text: str, relation: Relation, sentence: Span) -> tuple[int, int] | None:
    """The statement of a cue and source that end a sentence: the clause before them; None if there is none."""
    first = min(start for start, _ in (*relation.source, *relation.cue))
    if first <= sentence.start or not text[max(sentence.start, first - _GAP) : first].rstrip().endswith(_PARTING):
        return None
    start, end = trimmed(text, sentence.start, first)
    before = text[start:end].lower().split()
    return (start, end) if len(before) >= _LEAST_BEFORE and before[0] not in _SUBORDINATE else None


def trailing(text: str, sentences: Iterable[Span], heads: Taken, spoken: Taken) -> list[Relation]:
    """Attributions at the end of sentences in whose words others are known already.

    Args:
        text: the article's text.
        sentences: its sentences, in order.
        heads: the cues and sources of what is known.
        spoken: its direct quotations.
    """
    found = (relation for sentence in sentences for relation in _at_end(text, sentence, heads))
    return [relation for relation in found if not spoken.overlaps(*relation.cue[0])]


def _at_end(text: str, sentence: Span, heads: Taken) -> Iterator[Relation]:
    low = max(sentence.start, sentence.end - _TAIL_REACH)
    tail = _TAIL.search(text, low, sentence.end)
    if tail is None or tail["cue"].lower() not in _finite():
        return
    source = tail["source"].split()
    opens = source[0].lower() in _OPENINGS or source[0][0].isupper()
    if not opens or len(source) > _LONGEST_SOURCE or not _JOINED.isdisjoint(w.lower() for w in source):
        return
    relation = Relation((tail.span("source"),), (tail.span("cue"),), ())
    content = said_before(text, relation, sentence)
    if content and heads.overlaps(*content) and not heads.overlaps(tail.start("source"), tail.end("cue")):
        yield Relation(relation.source, relation.cue, (content,))


@cache
def _finite() -> frozenset[str]:
    """Present and past of verbs of speech and writing, of one word."""
    acts = (CueAct.SPEECH, CueAct.WRITING)
    verbs = [c.forms for c in rubric().cues if c.act in acts and len(c.forms) >= _VERB_FORMS]
    return frozenset(form for forms in verbs for form in forms[:3] if " " not in form)
