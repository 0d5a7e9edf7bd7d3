"""Where the noun phrase begins that ends at a given place: "a retired clerk of the town hall" before ", who said"."""

from __future__ import annotations

import re

from onrecord.word_list import words

_WORD = re.compile(r"[^\s,;:!?—–()\[\]\"“”«»‹›]+")
_WALL = re.compile(r"[,;:!?—–()\[\]\"“”«»‹›\n]")
_REACH = 200  # characters looked back over
_LONGEST_JOINT = 3  # words from one capital to the next: "van der Berg"
_LONGEST = 6  # words from a determiner to its noun
_DETERMINERS = words(
    """
    a an another any both dozens each eight every few five four her his hundreds its many more most my nine no
    one other our seven several six some ten that the their these this those three two your
    """
)
_JOINTS = frozenset({"of"})
_NAME_JOINTS = words(
    """
    & al and ben bin bint da de del della den der des di do dos du el for ibn la le of van von y zu
    """
)


def phrase_before(text: str, low: int, end: int) -> int:
    """The first character of the noun phrase that ends at ``end``.

    A name reaches back over its capitalised words, another noun to its determiner, over "of" to the noun
    before; without a determiner it is the noun alone.

    Args:
        text: the article's text.
        low: where the sentence begins.
        end: one past the phrase's last character.

    Returns:
        The place, ``end`` if no word ends there.
    """
    low = max(low, end - _REACH)
    low = max([low, *(m.end() for m in _WALL.finditer(text, low, end))])
    words = [(m.start(), m.group()) for m in _WORD.finditer(text, low, end)]
    if not words:
        return end
    first = len(words) - 1
    if words[first][1][0].isupper():
        return words[_name_start(words, first)][0]
    first = _determined(words, first)
    while first > 1 and words[first - 1][1].lower() in _JOINTS:
        outer = _determined(words, first - 2)
        if words[outer][1].lower() not in _DETERMINERS:
            break
        first = outer
    return words[first][0]


def _name_start(words: list[tuple[int, str]], last: int) -> int:
    """The first capitalised word of a name, or the article before it."""
    first = last
    while first > 0:
        joints = 1
        while joints < _LONGEST_JOINT and first > joints and words[first - joints][1] in _NAME_JOINTS:
            joints += 1
        if first < joints or not words[first - joints][1][0].isupper():
            return first - (words[first - 1][1] in _DETERMINERS)
        first -= joints
    return first


def _determined(words: list[tuple[int, str]], last: int) -> int:
    """The determiner of a noun, or the noun itself where none stands near before it."""
    for first in range(last, max(-1, last - _LONGEST), -1):
        if words[first][1].lower() in _DETERMINERS or words[first][1].isdigit():
            return first
        if words[first][1].lower() in _JOINTS:
            break
    return last
