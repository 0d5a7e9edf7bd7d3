"""Who speaks inside another's statement: Pell, of "the Courier reported that Pell, the mayor, said …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution import Relation
from onrecord.attribution.decoding import Ranges
from onrecord.model import Span
from onrecord.sourcing.layout import hull
from onrecord.sourcing.mentions import Kind, read_mention

_WORD = r"(?:[^\s,.;:—“”\"()]+|[A-Z][a-z]{0,3}\.)"
# A few words, or a longer name with what is told of it between commas, right before a verb of saying.
_SPEAKS = re.compile(
    r"(?:\s+(?:(?:on\s+)?\w+day|(?:last|this)\s+\w+|earlier|later|yesterday|also|first))?\s+that\s+"
    rf"(?P<who>{_WORD}(?:\s+{_WORD}){{0,4}}?"
    rf"|{_WORD}(?:\s+{_WORD}){{0,7}}?(?:\s\([^()\n]{{1,40}}\))?\s*,\s[^;:—“”\"\n]{{3,160}}?,)"
    r"\s+(?P<cue>said|says|say)(?=[\s,])"
)
_JOINED = 20  # characters behind a statement in which a further verb stands: " and warned", ", noting"
_CAN_SPEAK = (Kind.PERSON, Kind.ROLE, Kind.BODY, Kind.RELAYER, Kind.DOCUMENT, Kind.PRONOUN)


def with_inner_speakers(text: str, relations: Sequence[Relation], sentences: Sequence[Span]) -> list[Relation]:
    """Give each "said" right behind a subject to that subject, not to whoever reports that it was said.

    Args:
        text: the article's text.
        relations: what was found, any order.
        sentences: the sentences of its own text, in text order.
    """
    found = list(relations)
    at = {r.cue[0][0]: i for i, r in enumerate(found)}
    for i, outer in enumerate(relations):
        inner = _SPEAKS.match(text, hull(outer.cue).end) if outer.source and outer.content else None
        who = _speaker(text, Span(*inner.span("who"))) if inner else None
        if inner is None or who is None:
            continue
        known = at.get(inner.start("cue"))
        said = found[known].content if known is not None else _rest(text, outer, inner.end("cue"), sentences)
        if known is None and said:
            found.append(Relation(((who.start, who.end),), (inner.span("cue"),), said))
        end = said[-1][1] if said else who.end
        for j, other in enumerate(found):  # "said it was late, and warned that it would stay so"
            again = other.source == outer.source and inner.start("cue") <= other.cue[0][0] <= end + _JOINED
            if again and "\n" not in text[inner.end("cue") : other.cue[0][0]]:
                found[j] = replace(other, source=((who.start, who.end),))
        if said and said[0][0] > who.end:
            found[i] = replace(outer, content=((who.start, said[-1][1]),))
    return found


def _speaker(text: str, words: Span) -> Span | None:
    """The words for somebody or something that can speak, without the comma behind them."""
    who = Span(words.start, words.end - text[: words.end].endswith(","))
    return who if read_mention(text, who).kind in _CAN_SPEAK else None


def _rest(text: str, outer: Relation, start: int, sentences: Sequence[Span]) -> Ranges:
    """What is said behind the inner verb: up to the end of the outer statement, or the sentence."""
    end = outer.content[-1][1]
    if end <= start + 1:
        at = bisect_right(sentences, start, key=lambda s: s.start) - 1
        end = sentences[at].end - 1 if at >= 0 else 0
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    return ((begin, end),) if begin < end else ()
