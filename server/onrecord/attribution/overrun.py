"""Statements end where the article speaks again: not every sentence behind a speaker's is the speaker's.

The tagger now and then lets indirect speech run on into the next sentence. It may where that sentence is quoted or
hangs on the one before (see :mod:`continuing`), and a turn behind a name and a colon may be as long as it is; what else
there is behind the speaker's sentence is the article's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.continuing import hangs_on
from onrecord.attribution.decoding import Ranges, Relation
from onrecord.attribution.ranges import trimmed
from onrecord.model import Span

_TURN = ":—–-"
_MARK = re.compile("[\"'“”„‟«»‘’‚‹›「」]")


def without_overrun(text: str, relation: Relation, sentences: Sequence[Span]) -> Relation:
    """A relation without the sentences behind its cue that are the article's own.

    Args:
        text: the article's text.
        relation: what the tagger found, with a cue.
        sentences: the sentences of the passages it read, in text order.
    """
    own = list(_own(text, relation, sentences))
    kept = _without(text, relation.content, own)
    return replace(relation, content=kept) if own and kept else relation


def _own(text: str, relation: Relation, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences behind the cue, as far as the statement goes, in which the article speaks again."""
    seen, quoting, stopped = relation.cue[-1][1], False, False
    at = bisect_right(sentences, seen - 1, key=lambda s: s.start)
    last = relation.content[-1][1] if relation.content and text[seen - 1] not in _TURN else 0
    while at < len(sentences) and sentences[at].start < last:
        sentence = sentences[at]
        quoting = _still_quoting(text, Span(seen, sentence.start), quoting)
        quoted = quoting or bool(_MARK.search(text, sentence.start, sentence.end))
        if not quoted and (stopped or not hangs_on(text, sentence)):
            stopped = True
            yield sentence
        at, seen = at + 1, sentence.start


def _still_quoting(text: str, between: Span, quoting: bool) -> bool:
    """Whether a quotation is open at the end of a stretch of text: its last mark stands before a word, not behind."""
    for mark in _MARK.finditer(text, between.start, between.end):
        before = text[mark.start() - 1]
        if not before.isalnum():
            quoting = before.isspace() or before in "([—–:-"
        elif not text[mark.end() : mark.end() + 1].isalnum():
            quoting = False
    return quoting


def _without(text: str, ranges: Ranges, own: Sequence[Span]) -> Ranges:
    """Ranges without some sentences; all lie in one window of the tagger, so there are few of either."""
    kept: list[tuple[int, int]] = []
    for first, end in ranges:
        start = first
        for sentence in own:
            if start < sentence.end and sentence.start < end:
                kept.append(trimmed(text, start, max(start, sentence.start)))
                start = min(end, sentence.end)
        kept.append(trimmed(text, start, end))
    return tuple((start, end) for start, end in kept if start < end)
