"""At whose door a relation lays its words: pronouns that stand for a source, and words that can be none.

* The owner alone is no source where the thing owned speaks: "his members' logbooks, which we saw, note …".
* "Who", "which" and "that" behind a noun are that noun: "a man who asked", "one insider, who added".
* "You", "this" and their like say nothing: "if you believe the brochure", "this confirms the rule".
* "No driver complained", "nobody knew": nobody is said to have said it. That nobody answered is told of those asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.attribution.decoding import Relation
from onrecord.attribution.noun_phrases import phrase_before
from onrecord.model import Span

_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?P<thing>[\w-]+(?:\s+[\w-]+){0,2}?)(?=\s*[,—–]|\s+(?:who|which|that)\b)")
_RELATIVES = frozenset({"who", "which", "that"})
_SILENT = frozenset({"you", "this", "that", "these", "those", "there", "what", "everything", "nothing"})
_NOBODY = frozenset({"no", "none", "nobody", "no-one", "neither"})
_ANSWERING = frozenset(
    {"answer", "answered", "available", "comment", "commented", "discuss", "explain", "reached", "replied", "reply"}
    | {"respond", "responded", "speak", "spoke", "talk", "talked"}
)


def with_speakers(text: str, relations: Iterable[Relation], sentences: Sequence[Span]) -> list[Relation]:
    """Relations with the noun in place of a relative pronoun; those at whose door nothing can lie are left out.

    Args:
        text: the article's text.
        relations: what the tagger found, in the order to keep.
        sentences: the sentences of the passages it read, in text order.
    """
    told = (_with_owned(text, _with_noun(text, relation, sentences)) for relation in relations)
    return [relation for relation in told if not relation.source or _may_speak(text, relation)]


def _with_owned(text: str, relation: Relation) -> Relation:
    """The relation with the thing owned in its source, where that ends at the owner and no cue follows at once."""
    owned = _OWNED.match(text, relation.source[0][1]) if len(relation.source) == 1 else None
    if owned is None or relation.source[0][1] <= relation.cue[0][0] < owned.end("thing"):
        return relation
    return replace(relation, source=((relation.source[0][0], owned.end("thing")),))


def _with_noun(text: str, relation: Relation, sentences: Sequence[Span]) -> Relation:
    """The relation with the noun that its relative pronoun stands for, where one stands right before it."""
    first, end = relation.source[0] if len(relation.source) == 1 else (0, 0)
    at = bisect_right(sentences, first, key=lambda s: s.start) - 1
    if at < 0 or text[first:end].lower() not in _RELATIVES:
        return relation
    low = sentences[at].start
    end = low + len(text[low:first].rstrip(" \t\u00a0,"))
    start = phrase_before(text, low, end)
    return replace(relation, source=((start, end),)) if start < end else relation


def _may_speak(text: str, relation: Relation) -> bool:
    """Whether a source is one, by its words."""
    words = text[relation.source[0][0] : relation.source[-1][1]].lower().split()
    cue = text[relation.cue[0][0] : relation.cue[-1][1]].lower().split()
    if not words or words[0] == "there" or (len(words) == 1 and words[0] in _SILENT):
        return False
    return words[0] not in _NOBODY or not _ANSWERING.isdisjoint(cue)
