"""Outlets in an article: the one that publishes it, and those through which others' words reached it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Article, Sector, Span
from onrecord.sourcing.grammar import DEFINITE, WEEKDAYS
from onrecord.sourcing.lexicon import is_plural
from onrecord.sourcing.mentions import read_mention
from onrecord.sourcing.outlet_words import (
    LEADING,
    capital_run,
    introduced,
    is_known_outlet,
    kind_of,
    lead_length,
    masthead_kind,
    outlet_nouns,
    plain_outlet,
)
from onrecord.sourcing.tokens import Token, joined, tokens
from onrecord.sourcing.unnamed_outlets import ends_at, unnamed_outlet
from onrecord.word_list import words as words_of

_REACH = 160  # characters in which an outlet's words stand
_FEWEST = 2  # words of a name that is an outlet's for standing behind "told the"
# Ends of the names of courts and chambers that have no noun for what they are.
_CHAMBERS = words_of("sabha rakyat bailey house duma majlis sejm seimas saeima hural khural senate commons lords dáil")
_SHOW_REACH = 3  # words behind "Nora Fink's" in which "morning show" stands
_ON_THE_SHOW = re.compile(
    r"\b(?:[Ss]peaking|[Aa]ppearing|[Ii]nterviewed)\s+on\s+(?P<name>[A-Z][\w&-]*(?:\s+[A-Z0-9][\w&-]*){0,2})[’']s\b"
)
_OWN_WORDS = re.compile(
    r"\b(?:this|our(?:\s+own)?)\s+(?:newspaper|paper|magazine|website|site|broadcaster|station|channel|(?:news\s+)?agency|"
    r"reporters?|correspondents?|photographers?|journalists?|team|newsroom|columnist)\b",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:&\s+)?[A-Z][\w’'-]*){0,3})"
# Only the outlet that publishes an article speaks so of itself in it.
_SIGNED = (
    re.compile(rf"^[^\n()]{{0,60}}\({_NAME}\)\s*[-–—]", re.MULTILINE),  # the wire's dateline
    re.compile(rf"\b(?:[Aa]n?|[Tt]he)\s+{_NAME}\s+(?:reporter|correspondent|photographer|journalist)\b"),
    re.compile(rf"\bat\s+(?:the\s+)?{_NAME}[’']s?\s+request\b"),
    re.compile(rf"\basked\s+(?:the\s+)?{_NAME}\s+not\s+to\b"),
    re.compile(
        rf"{_NAME}\s+(?:could\s+not|was\s+unable\s+to|has\s+not\s+been\s+able\s+to)\s+(?:independently\s+)?"
        r"(?:verify|authenticate|corroborate|confirm)\b"
    ),
)
_HANDED = re.compile(rf"\b(?:seen|obtained|reviewed|released|leaked|shared)\s+(?:by|to|with)\s+(?:the\s+)?{_NAME}")
_WITNESS_HEAD = re.compile(
    r"\s*(?:an?|the|our|this)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:review|count|analysis|examination|investigation|tally|survey|"
    r"reporting|check|inquiry|test)s?\s+(?:by|of\s+the\s+records\s+by)\s+",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\s+(?:reporter|correspondent|photographer|journalist|team|analysis|review|count)s?\b")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet told in one place.

    Attributes:
        name: as written; the words for it where it has no name.
        span: where it stands.
        broadcast: on the air.
        named: told by name, not as "a Dutch newspaper".
        again: "the paper", which the article named before.
    """

    name: str
    span: Span
    broadcast: bool
    named: bool = True
    again: bool = False


class Outlets:
    """The outlets of one article."""

    def __init__(self, article: Article, text: str, passages: Iterable[list[Token]]) -> None:
        """Read the names the article gives itself, and those it introduces with what they are ("the daily …").

        Args:
            article: the article.
            text: its text, headlines spelt as the body spells their words.
            passages: the words of each of its blocks.
        """
        self._text = text
        self._own = frozenset(_own_names(article, text))
        told = (found for words in passages for found in introduced(words, text))
        named = ((name.removeprefix("The "), broadcast) for name, broadcast in told)
        self._told = {name: broadcast for name, broadcast in named if name.lower() not in self._own}
        self._told |= {m.group("name"): True for m in _ON_THE_SHOW.finditer(text)}

    def at(self, start: int, end: int, *, sure: bool = False) -> Outlet | None:
        """Another outlet whose words begin at a place: "the newspaper Halvik Courier", "Radio Halvik".

        Args:
            start: where its words would begin.
            end: where the sentence ends.
            sure: only outlets are told there ("in remarks carried by …"): any name is one.
        """
        return self._read(tokens(self._text, Span(start, min(end, start + _REACH))), sure=sure)

    def told(self, start: int, end: int, *, sure: bool = False) -> Outlet | None:
        """Like ``at``, outlets told by common nouns included: "a Dutch newspaper", "the paper"."""
        named = self.at(start, end, sure=sure)
        if named:
            return named
        words = tokens(self._text, Span(start, min(end, start + _REACH)))
        found = unnamed_outlet(words)
        if not found:
            return None
        run = words[: found.length]
        span = Span(run[0].start, run[-1].end)
        return Outlet(joined(run, self._text), span, found.broadcast, named=False, again=found.again)

    def unfamiliar(self, start: int) -> Outlet | None:
        """The outlet that "the" and a name of which nothing is known mean behind "told": "told the Halvik Lantern".

        Bodies that people report to are known by their nouns ("the Dockers Union"), a people by its plural.
        """
        words = tokens(self._text, Span(start, start + _REACH))
        run = capital_run(words[1:]) if words and words[0].lower == "the" else []
        if len(run) < _FEWEST or run[-1].possessive or not ends_at(words, 1 + len(run)) or is_plural(run[-1].lower):
            return None
        span = Span(run[0].start, run[-1].end)
        read = read_mention(self._text, span)
        known = read.sector is not Sector.UNKNOWN or run[-1].lower in _CHAMBERS or self.is_own(span.of(self._text))
        return None if known or read.title else Outlet(joined(run, self._text), span, broadcast=False)

    def before(self, start: int, end: int, reach: int = _REACH) -> Outlet | None:
        """The last outlet named between two places, and at most so many characters back: who "citing" belongs to."""
        words = tokens(self._text, Span(max(start, end - reach), end))
        places = (i for i in range(len(words) - 1, -1, -1) if words[i].capital or words[i].lower in outlet_nouns())
        places = (i for i in places if not _describes(words, i))
        found = (self._read(words[i:]) for i in places)
        last = next((outlet for outlet in found if outlet), None)
        whole = next((i for i in range(len(words)) if last and words[i].start == last.span.start), 0)
        while last and whole and words[whole - 1].capital:  # "Joint Weekly" is the end of "Spine & Joint Weekly"
            whole -= 1 + (whole > 1 and words[whole - 1].text == "&")
        return self._read(words[whole:]) or last if last else None

    def _read(self, words: list[Token], *, sure: bool = False) -> Outlet | None:
        """The outlet whose words come first."""
        if len(words) > 1 and words[0].lower in LEADING and words[1].lower in outlet_nouns() and not words[1].capital:
            words = words[1:]  # "State broadcaster KRT" at the beginning of a sentence
        first = lead_length(words)
        run = capital_run(words[first:])
        after = first + len(run)
        if run and after + 1 < len(words) and words[after].text in outlet_nouns() and words[after + 1].capital:
            first, run = after + 1, capital_run(words[after + 1 :])  # "the Halvik daily Harbour Light"
        if not run or (len(run) == 1 and (run[0].text in WEEKDAYS or run[0].lower in DEFINITE)):
            return None  # "in a bulletin on Thursday", "His station"
        if run[-1].possessive and first + len(run) < len(words) and words[first + len(run)].capital:
            inner = self._read(words[first + len(run) :], sure=sure)  # "Japan's Kita Television"
            if inner:
                return inner
        name = joined(run, self._text)
        if self.is_own(name):
            return None
        behind = words[first + len(run) : first + len(run) + (_SHOW_REACH if run[-1].possessive else 1)]
        kind = kind_of(words[:first]) or masthead_kind(run) or kind_of(behind)
        known = self._told.get(name, self._told.get(run[0].text))
        if not sure and kind is None and known is None and not is_known_outlet(name):
            return None
        return Outlet(name, Span(run[0].start, run[-1].end), kind == "broadcast" or bool(known))

    def on_air(self, words: str) -> bool:
        """Whether words for an outlet or for media without a name tell of radio or television."""
        told = tokens(words, Span(0, len(words)))
        return (
            kind_of(told) == "broadcast"
            or masthead_kind(told) == "broadcast"
            or any(self._told.get(t.text) for t in told)
        )

    def is_own(self, name: str) -> bool:
        """Whether a name is the publishing outlet's."""
        return name.lower().removeprefix("the ") in self._own

    def witnesses(self, words: str) -> bool:
        """Whether a mention is the outlet or its people at work: "our reporter", "a review by this newspaper"."""
        words = " ".join(words.split())
        head = _WITNESS_HEAD.match(words)
        rest = words[head.end() if head else 0 :].lstrip()
        if _OWN_WORDS.match(rest):
            return True
        bare = rest.split(",")[0]
        for article in ("the ", "a ", "an "):
            bare = bare[len(article) :] if bare.lower().startswith(article) else bare
        work = _AT_WORK.search(bare)
        return self.is_own(bare[: work.start()] if work else bare)


def _describes(words: list[Token], i: int) -> bool:
    """Whether a name tells where an outlet is: "Le Rivage, a Dakar weekly"."""
    after = words[i : i + 2]
    return i > 0 and words[i - 1].lower in ("a", "an") and not after[-1].capital and plain_outlet(after) is not None


def _own_names(article: Article, text: str) -> Iterator[str]:
    """The names by which the publishing outlet may call itself, lower case, without article."""
    if article.site:
        names = [article.site]
    else:
        names = [m.group("name") for pattern in _SIGNED for m in pattern.finditer(text)]
        handed = (m.group("name") for m in _HANDED.finditer(text))
        names += [
            name for name in handed if not is_known_outlet(name)
        ]  # wires share documents, mastheads of towns do not
    for name in names:
        bare = name.lower().removeprefix("the ")
        yield bare
        yield bare.split()[-1]  # "the Monitor" for The Lakes Monitor
