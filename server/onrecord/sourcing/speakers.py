"""The speakers behind one cue: what the words for them tell, one mention for each."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span
from onrecord.sourcing.authors import author_of
from onrecord.sourcing.grammar import ARTICLES, QUANTIFIERS
from onrecord.sourcing.lexicon import exact_names, given_names, phrases
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.phrases import is_title
from onrecord.sourcing.records import exact_citation
from onrecord.sourcing.tokens import Token, joined, tokens

_CONJUNCTION = re.compile(r",?\s+and\s+|\s*,\s+(?=[A-Z])")
_AND = re.compile(r"\sand\s")
_CITING = re.compile(r",?\s+(?:citing|quoting|(?:which|who)\s+(?:cited|cites|quoted|quotes))\s")
_AMONG = re.compile(r",?\s+(?:including|among\s+them)\s+(?P<names>[A-Z].+)")  # "Many drivers, including Pell"
_ONE = re.compile(r"one\s+of\s", re.IGNORECASE)
_APPOSED = re.compile(
    r",\s+(?P<name>(?:[A-Z][\w’'.-]+\s+){1,3}[A-Z][\w’'-]+)(?=,|\s+(?:of|from|at|in|with)\s)"
)  # "one of them, Ada Pell of"
# "a dispatcher, who gave only her first name, Wanjiru": a person named in part
_FIRST_NAME = re.compile(
    r"\b(?:gave|giving|gives|use[ds]?|using|identified)\s+(?:himself\s+|herself\s+)?(?:only\s+)?(?:by\s+)?(?:only\s+)?(?:her|his|their|an?|one)\s+"
    r"(?:(?:first|given|last)\s+)?name(?:\s+only)?,\s+(?:as\s+)?(?P<name>[A-Z][\w’'-]+)"
)


def speakers(text: str, mention: Span) -> list[Mention]:
    """What the words for the speakers behind one cue tell, the first one first."""
    mention = author_of(text, mention) or mention
    apposed = _APPOSED.match(text, mention.end) if _ONE.match(text, mention.start, mention.end) else None
    who = read_mention(text, Span(*apposed.span("name"))) if apposed else None
    if who and who.kind is Kind.PERSON:
        return [who]
    among = _AMONG.search(text, mention.start, mention.end)
    if among:
        named = [m for m in speakers(text, Span(*among.span("names"))) if m.kind is Kind.PERSON]
        return [*named, read_mention(text, Span(mention.start, among.start()))]
    read = [read_mention(text, part) for part in _conjuncts(text, _before_citing(text, mention))]
    first_name = _FIRST_NAME.search(text, mention.start, mention.end)
    if first_name:
        read = [Mention(mention, Kind.PERSON, read[0].words, first_name.group("name"), sector=read[0].sector)]
    somebody = read[0].kind is Kind.ROLE and not read[0].collective
    if read[0].kind in (Kind.UNKNOWN, Kind.ROLE, Kind.DOCUMENT) and not somebody and exact_citation(mention.of(text)):
        read = [replace(read[0], kind=Kind.DOCUMENT, name=read[0].words, placed=True)]
    return read


def _before_citing(text: str, mention: Span) -> Span:
    """The relaying mention alone: "Suspilne" of "Suspilne, citing intelligence officials,"."""
    behind = _CITING.search(text, mention.start, mention.end)
    return Span(mention.start, behind.start()) if behind and behind.start() > mention.start else mention


def _conjuncts(text: str, mention: Span) -> list[Span]:
    """The members of "Smith and Jones"; a group ("Russian and Ukrainian officials") stays one."""
    if not _AND.search(text, mention.start, mention.end) or _one_body(text, mention):
        return [mention]
    parts = []
    at = mention.start
    for match in _CONJUNCTION.finditer(text, mention.start, mention.end):
        parts.append(Span(at, match.start()))
        at = match.end()
    parts.append(Span(at, mention.end))
    alone = [_stands_alone(text, part) or (i > 0 and _opens_anew(text, part)) for i, part in enumerate(parts)]
    return parts if all(alone) else [mention]


def _one_body(text: str, mention: Span) -> bool:
    """Whether the conjunction stands inside one name: "Fire and Rescue Service", "the Office of Roads and Ports"."""
    said = tokens(text, mention)
    words = [token.lower for token in said]
    at = words.index("and") if "and" in words else 0
    if 0 < at < len(said) - 1 and said[at + 1].capital and (_known(said, at, text) or _of_two_fields(said, at)):
        return True
    kind = phrases("organizations").ending(words)
    if kind is None:
        return False
    return "and" in words[-kind[0] :] or (kind[1] in _JOINING and _single_before_and(text, mention))


_DETERMINERS = ARTICLES | QUANTIFIERS | {"other", "another", "fellow"}
_LONGEST_SIDE = 4  # words of a name on either side of its conjunction
_OF = frozenset({"of", "for", "on"})
# Bodies that are called by two trades or fields: "the Steel and Ore Workers' local", "the Parks and Harbours Board".
_JOINING = frozenset({"civil_society", "government", "expert", "courts"})


def _known(said: list[Token], at: int, text: str) -> bool:
    """Whether a known body's name goes over the conjunction."""
    return any(
        joined(said[low : high + 1], text) in exact_names("bodies")
        for low in range(max(0, at - _LONGEST_SIDE), at)
        for high in range(at + 1, min(len(said), at + 1 + _LONGEST_SIDE))
    )


def _of_two_fields(said: list[Token], at: int) -> bool:
    """A noun for a body with two fields: "Chamber of Trade and Ports", "Mine Safety and Rescue Board"."""
    low = at
    while low and (said[low - 1].capital or said[low - 1].lower in _OF):
        low -= 1
    high = next((i for i in range(at + 1, len(said)) if not said[i].capital), len(said))
    before, behind = said[low:at], said[at + 1 : high]
    if any(token.lower in _OF for token in before):
        return phrases("organizations").inside([t.lower for t in before]) is not None and not _names(behind)
    ends = phrases("organizations").ending([t.lower for t in behind]) is not None
    return ends and len(before) > 1 and not _names(before) and not before[-1].possessive


def _names(words: list[Token]) -> bool:
    """Whether capitalised words name somebody or a body by themselves."""
    name = " ".join(t.text for t in words)
    ends = phrases("organizations").ending([t.lower for t in words]) is not None
    return name in exact_names("bodies") or words[0].lower in given_names() or is_title(words[0]) or ends


def _single_before_and(text: str, mention: Span) -> bool:
    """Whether an article and one capitalised word that names nobody stand before the conjunction."""
    words = [token for token in tokens(text, mention) if token.word]
    opening = [token.lower for token in words[:3:2]] == ["the", "and"] and words[1].capital
    lone = opening and words[1].text not in exact_names("bodies") and not words[1].text.isupper()
    return bool(lone) and all(token.capital for token in words[3:-1])


def _opens_anew(text: str, part: Span) -> bool:
    """Whether a further speaker is a noun phrase by itself: "Pell and other leaders", "Pell and the ministry"."""
    said = part.of(text).lower().split()
    return (len(said) > 1 and said[0] in _DETERMINERS) or said in (["others"], ["aides"], ["colleagues"])


def _stands_alone(text: str, part: Span) -> bool:
    return part.end > part.start and read_mention(text, part).kind in (Kind.PERSON, Kind.BODY)
