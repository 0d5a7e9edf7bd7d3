"""Words that tell outlets: the nouns for them, those of mastheads and stations, and what introduces a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from onrecord.rubric import vocabulary
from onrecord.sourcing.grammar import STOPPERS
from onrecord.sourcing.lexicon import exact_names, singular
from onrecord.sourcing.phrases import is_nationality
from onrecord.sourcing.tokens import Token, joined

LEADING = frozenset("a an the to with on by in of for our local state public private national regional rival".split())  # noqa: SIM905
_LONGEST_NAME = 6  # words
_LONGEST_LEAD = 4  # words between an article and the noun for an outlet
_JOINING = frozenset("& le la les el il o de des del di du da do der die das van of e y et und og och i en".split())  # noqa: SIM905
_BESIDE_A_NAME = frozenset({"outlet", "publication", "site", "website", "portal"})  # nouns for much else
_HUMP = re.compile(r"[A-Z][a-zà-ÿ]+$")  # the last part of "StarPost"
_ARABIC = re.compile(r"(?:a[lnrsdt]|ash|el)-[A-Z]")  # "al-Yawm" inside a name
_CALL_SIGN = re.compile(r"[WK][A-Z]{3}(?:-(?:TV|FM|AM))?")  # of American stations: "KBQR"
# What can follow the noun at the end of a phrase for an outlet: "a weekly in Mechelen", but no "weekly meeting".
_BEHIND = frozenset("in of based that which close run owned published from".split())  # noqa: SIM905


@cache
def outlet_nouns() -> dict[str, str]:
    """Common nouns for outlets, the last word of each, to what they are."""
    kinds = {e.id: e for e in vocabulary("outlets").entries}
    return {words.split()[-1]: kinds[kind].value for kind in ("press", "broadcast") for words in kinds[kind].words}


@cache
def _plain() -> dict[tuple[str, ...], str]:
    """Nouns that mean an outlet and nothing else, to what they are."""
    entries = (e for e in vocabulary("outlets").entries if e.id.startswith("plain-"))
    return {tuple(words.split()): e.value for e in entries for words in e.words}


@cache
def _names() -> dict[str, str]:
    """Words of mastheads and stations, as written, to what they are."""
    return {
        words: e.value for e in vocabulary("outlets").entries if e.id in ("mastheads", "stations") for words in e.words
    }


def is_known_outlet(name: str) -> bool:
    """Whether the rubric lists a name as an outlet's."""
    return "media" in (exact_names("bodies").get(name), exact_names("bodies").get(f"The {name}"))


def plain_outlet(words: Sequence[Token]) -> str | None:
    """What the outlet is whose noun ends some words ("a Mechelen weekly", "two news sites"), None if none does."""
    last = [singular(t.lower) if i == 0 else t.lower for i, t in enumerate(reversed(words[-2:]))][::-1]
    return _plain().get(tuple(last)) or _plain().get(tuple(last[-1:]))


def is_plain_noun(words: Sequence[Token]) -> bool:
    """Whether words are a noun for an outlet and no more: "newspaper", "radio station"."""
    return tuple(t.lower for t in words) in _plain()


def lead_length(words: Sequence[Token]) -> int:
    """How many words stand before an outlet's name: "the daily", "a classical music site"."""
    first = next((i for i, token in enumerate(words) if not _leads(token)), len(words))
    if not first:
        return 0
    for i in range(first, min(len(words) - 1, first + _LONGEST_LEAD)):
        if not is_modifier(words[i]):
            break
        if words[i].text in outlet_nouns() and words[i + 1].capital:
            return i + 1
    return first


def is_modifier(token: Token) -> bool:
    """Whether a word can stand between an article and a noun: "technology", "right-wing", "Swiss"."""
    return token.word and token.lower not in STOPPERS and (not token.capital or is_nationality(token.lower))


def _leads(token: Token) -> bool:
    """Whether a word may stand before an outlet's name: an article, a noun for outlets, an adjective of a people."""
    word = token.lower
    return (
        (word in LEADING and (not token.capital or word == "the"))
        or is_nationality(word)
        or (not token.capital and word in outlet_nouns())
    )


def capital_run(words: Sequence[Token]) -> list[Token]:
    """The capitalised words at the beginning, small words between them included."""
    last = 0
    for i, token in enumerate(words[:_LONGEST_NAME]):
        if token.capital or (i and (token.text[:1].isdigit() or _ARABIC.match(token.text))):
            last = i + 1
        elif not _joins(words, i):
            break
        if token.possessive:
            break
    return list(words[:last]) if words and words[0].capital else []


def _joins(words: Sequence[Token], i: int) -> bool:
    """Whether a small word can stand inside a name: "Forte e Piano", "Voice of the Delta"."""
    return (
        words[i].lower in _JOINING
        or bool(_ARABIC.match(words[i].text))
        or (i > 0 and words[i].lower == "the" and words[i - 1].lower == "of")
    )


def kind_of(words: Sequence[Token]) -> str | None:
    """What the last noun for outlets among words tells."""
    known = (outlet_nouns().get(t.lower) or outlet_nouns().get(singular(t.lower)) for t in reversed(words))
    return next((kind for kind in known if kind), None)


def masthead_kind(run: Sequence[Token]) -> str | None:
    """What the words of a name say an outlet is; a station wins over a masthead ("Channel 4 News")."""
    texts = [t.text for t in run]
    humps = (_HUMP.search(text) for text in texts)
    shown = [*texts, *(" ".join(pair) for pair in pairwise(texts)), *(h.group() for h in humps if h and h.start())]
    kinds = {_names()[word] for word in shown if word in _names()}
    kinds |= {"broadcast" for word in texts if _CALL_SIGN.fullmatch(word) and not exact_names("bodies").get(word)}
    return "broadcast" if "broadcast" in kinds else next(iter(kinds), None)


def introduced(words: Sequence[Token], text: str) -> Iterator[tuple[str, bool]]:
    """Names that a noun for outlets introduces, with whether they are on the air.

    The noun stands before the name ("the newspaper Halvik Courier") or behind it ("De Kade, a Halvik weekly").
    """
    nouns = outlet_nouns()
    for i, token in enumerate(words):
        if token.text in nouns and i + 1 < len(words) and words[i + 1].capital:
            run = capital_run(words[i + 1 : i + 1 + _LONGEST_NAME])
            yield joined(run, text), nouns[token.text] == "broadcast"
        elif token.text in nouns:
            run = _named_before(words, i)
            if run:
                yield joined(run, text), nouns[token.text] == "broadcast"


def _named_before(words: Sequence[Token], noun: int) -> list[Token]:
    """The name that a noun stands in apposition to: "De Kade" of "De Kade, a Halvik weekly,"."""
    behind = words[noun + 1] if noun + 1 < len(words) else None
    if not (plain_outlet(words[: noun + 1]) or words[noun].text in _BESIDE_A_NAME) or (
        behind and behind.word and behind.lower not in _BEHIND
    ):
        return []
    if words[noun].text == "paper" and not words[noun - 1].capital and not is_plain_noun(words[noun - 1 : noun + 1]):
        return []  # "Frost Heave, a paper in a journal"
    for i in range(noun - 1, max(1, noun - 1 - _LONGEST_LEAD), -1):
        if words[i].lower in ("a", "an", "the"):
            return _run_before(words, i - 1) if words[i - 1].text == "," else []
        if not words[i].word or words[i].lower in STOPPERS:
            return []
    return []


def _run_before(words: Sequence[Token], end: int) -> list[Token]:
    """The capitalised words that end before a place, small words between them included."""
    first = end
    for i in range(end - 1, max(-1, end - 1 - _LONGEST_NAME), -1):
        if words[i].capital and not words[i].possessive:
            first = i
        elif not _joins(words, i):
            break
    return list(words[first:end])
