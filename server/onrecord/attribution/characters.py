"""The characters the tagger sees: one canonical character for each one of the text, so that offsets stay.

A reader does not hear the difference between straight and curly quotation marks, an en and an em dash, a
no-break space and a space; neither may the tagger (rubric, law 4). Directions of quotation marks are worked
out from their neighbours and never read off the character, since half of the web writes them straight.
"""

from __future__ import annotations

import re

_DOUBLE = '"“”„‟«»＂″'
_SINGLE = "'‘’‚‛‹›`´＇′ʼ"
_OPENING = "“„‟«‹‘‚‛"
_DASH = "–—―‒−"
_SURROGATE = re.compile("[\ud800-\udfff]")
_DOUBLE_QUOTE = re.compile(f"[{_DOUBLE}]")
_SINGLE_QUOTE = re.compile(f"[{_SINGLE}]")
_OPENERS = "([{—-/:"
_LONG_DASH = re.compile(r"(?<=\s)-(?=\s)")
_TRANSLATION = str.maketrans(dict.fromkeys(_DASH, "—") | {"\u00ad": " ", "\u200b": " ", "\ufeff": " "})


def canonical(text: str) -> str:
    """Map each character to the one the tagger reads, keeping the length.

    Args:
        text: any string; offsets are code points.

    Returns:
        A string of the same length: quotation marks directional by context, dashes one kind, lone surrogates
        U+FFFD, invisible separators spaces.
    """
    text = _SURROGATE.sub("\ufffd", text).translate(_TRANSLATION)
    text = text.replace("--", "— ")
    text = _LONG_DASH.sub("—", text)
    text = _DOUBLE_QUOTE.sub(lambda m: "“" if _opens(text, m) else "”", text)
    return _SINGLE_QUOTE.sub(lambda m: "‘" if _opens(text, m) else "’", text)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """A mark opens where nothing, white space or an opening character stands before it and a word after it."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    alone = (not before or before.isspace()) and (not after or after.isspace())
    if alone:  # « French fashion »: only the mark itself tells
        return mark.group() in _OPENING
    if after.isspace() or not after:
        return False
    if not before or before.isspace() or before in _OPENERS:
        return True
    return (before in _DOUBLE or before in _SINGLE) and not after.isspace() and after.isalnum()
