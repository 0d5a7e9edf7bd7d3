"""Attributions inside a statement: "he had been told by doctors that …", said by somebody else.

The tagger's corpus marks only the outermost attribution. A statement that holds words of speech, writing or thought
is therefore read once more, by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.attribution.decoding import Relation
from onrecord.attribution.patterns import LONGEST_SENTENCE
from onrecord.attribution.ranges import trimmed
from onrecord.attribution.tagger import Tagger
from onrecord.attribution.windows import Passage
from onrecord.rubric import CueAct, rubric

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST_WORDS = 6
_VERB_FORMS = 4  # base, third person, past, -ing; nouns have two
_ACTS = frozenset({CueAct.SPEECH, CueAct.WRITING, CueAct.THOUGHT})


def nested(tagger: Tagger, text: str, relations: Sequence[Relation]) -> list[Relation]:
    """The attributions inside the statements of ``relations``: who, in them, is said to have said what.

    Args:
        tagger: what found the relations.
        text: the article's text.
        relations: the outer attributions.

    Returns:
        Relations with a source and a content, all of whose ranges lie in one piece of an outer statement.
    """
    pieces = sorted({trimmed(text, *part) for r in relations for part in r.content})
    passages: list[Passage] = []
    for start, end in pieces:
        free = not passages or passages[-1].end <= start
        if free and end - start <= LONGEST_SENTENCE and _may_hold_one(text[start:end]):
            passages.append(Passage(start, end))
    found = tagger.relations(text, passages, apart=True) if passages else []
    outer = [part for r in relations for part in r.cue]
    return [
        inner
        for inner in found
        if inner.source
        and inner.content
        and not any(a < end and start < b for a, b in outer for start, end in inner.cue)
    ]


def _may_hold_one(statement: str) -> bool:
    words = [m.group().lower() for m in _WORD.finditer(statement)]
    return len(words) >= _LEAST_WORDS and not _cue_words().isdisjoint(words)


@cache
def _cue_words() -> frozenset[str]:
    """Present and past of cues that are verbs; of base forms only what is hardly ever a noun or an infinitive."""
    verbs = [c.forms for c in rubric().cues if c.act in _ACTS and len(c.forms) >= _VERB_FORMS]
    finite = {form for forms in verbs for form in forms[1:3] if " " not in form}
    return frozenset(finite | {"say", "think", "believe", "according"})
