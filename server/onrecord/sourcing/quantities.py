"""Groups told by how many they are: "44 per cent of graduates", "one in five adults", "a number of writers"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.sourcing.tokens import Token
from onrecord.word_list import words

_ROUGHLY = words(
    """
    a about almost an approximately around at barely close estimated exactly fewer full fully hardly just least less
    mere more most nearly only over roughly slightly some staggering than the to under up whopping
    """
)
_NUMBERS = words(
    """
    eight eighty eleven fifteen fifty five forty four half nine ninety one quarter quarters seven seventy six sixty ten
    third thirds thirty three twelve twenty two
    """
)
_COUNTS = words(
    """
    array band batch bunch chorus clutch cluster cohort couple crop crowd dozen fraction gaggle group half handful host
    hundred majority minority number pair percentage plurality portion proportion quarter raft range score sample series
    share slew string third thousand trio variety
    """
)
_SHARES = ("percent", "%")
_LONGEST_OPENING = 5  # words before the number itself


def counted(said: Sequence[Token]) -> tuple[list[Token], bool]:
    """Who is counted in a mention.

    Args:
        said: its words and marks, articles among them.

    Returns:
        The words for those counted ("graduates" of "some 44 per cent of graduates"), none where only the share is told,
        and whether anybody is counted; else the mention's own words.
    """
    number = next((i for i, token in enumerate(said[:_LONGEST_OPENING]) if _is_number(token)), None)
    if number is not None and all(t.lower in _ROUGHLY for t in said[:number]):
        behind = _behind_share(said, number + 1)
        if behind is not None:
            return _of_whom(said[behind:]), True
    many = next((i for i, token in enumerate(said[1:_LONGEST_OPENING], start=1) if token.lower in _COUNTS), None)
    opened = many is not None and said[0].lower in {"a", "the", "an"} and not any(t.capital for t in said[1 : many + 1])
    if opened and many is not None and said[many + 1 : many + 2] and said[many + 1].lower == "of":
        rest = _of_whom(said[many + 1 :])
        if rest and rest[0].word:
            return rest, True
    return list(said), False


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or all(part in _NUMBERS for part in token.lower.split("-"))  # "sixty-six"


def _behind_share(said: Sequence[Token], at: int) -> int | None:
    """The place behind "per cent", "in five" or "out of 10"; None where the number is no share."""
    lower = [t.lower for t in said[at : at + 3]]
    if lower[:1] and lower[0] in _SHARES:
        return at + 1
    if lower[:2] == ["per", "cent"]:
        return at + 2
    if lower[:1] == ["in"] and len(lower) > 1 and _is_number(said[at + 1]):
        return at + 2
    if lower[:2] == ["out", "of"] and len(lower) > 2 and (_is_number(said[at + 2]) or lower[2] == "every"):
        return at + 3
    return None


def _of_whom(behind: Sequence[Token]) -> list[Token]:
    """The words for those of whom a share is told, without "of" and their own number."""
    rest = list(behind)
    if rest and rest[0].lower == "of":
        rest = rest[1:]
    while rest and (rest[0].lower in {"the", "all", "these", "those", "its", "their"} or rest[0].text[0].isdigit()):
        rest = rest[1:]
    return rest
