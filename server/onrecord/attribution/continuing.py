"""Sentences that carry a statement on without saying so: "It would cost millions" after "He said the weir must go".

Whether a sentence hangs on the one before shows in its first words: they point back at what was just said, pick out
part of it, or give an example of it.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_BACK = ("that", "this", "these", "those", "it", "they", "he", "she", "its", "their", "his", "her")
_PART = (
    *("many", "most", "some", "few", "others?", "another", "none", "each", "both", "neither", "several", "all"),
    *("one", "two", "three", "the rest", "among (?:them|these|those)", "such"),
)
_LINK = (
    *("for example", "for instance", "in other words", "as a result", "in addition", "on top of that"),
    *("therefore", "instead", "otherwise", "also", "then"),
)
_OPENING = re.compile(rf"(?:{'|'.join((*_BACK, *_PART, *_LINK))})(?![\w-])", re.IGNORECASE)


def hangs_on(text: str, sentence: Span) -> bool:
    """Whether a sentence without an attribution of its own says more of what the sentence before it said.

    Args:
        text: the article's text.
        sentence: a sentence that follows another one in its paragraph.
    """
    return bool(_OPENING.match(text, sentence.start, sentence.end))
