"""Figures that disagree within the article: the same number as a minimum here, as an estimate there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.scoring.case import Case
from onrecord.scoring.content import content_words
from onrecord.scoring.signals.findings import Finding, quoted_list
from onrecord.sourcing import sector_of_noun

_MOST_SHOWN = 3  # figures that the explanation names
_BOUND = r"at\s+least|at\s+most|more\s+than|over|up\s+to|fewer\s+than|less\s+than|nearly|almost|under"
_GUESS = r"about|around|roughly|some|approximately|an\s+estimated|estimated"
_FIGURE = re.compile(
    rf"(?:\b(?P<bound>{_BOUND})\s+|\b(?P<guess>{_GUESS})\s+)?(?<![\w$€£.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{2,9}})"
    r"(?![\w.,]*[%\d])(?!\s*(?:percent|per\s+cent|a\.?m|p\.?m|kilomet|km|miles|years?\b|days?\b|hours?\b|minutes?\b))"
    r"(?P<thing>(?:\s+[A-Za-z][\w’'-]*){1,3})",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"\s+(?:may|might|can|could|will|would|must|should|is|are|was|were|be|has|have|had|do|did|who|which|that|in|on|at|of|to|"
    r"from|for|by|with|and|or|but|as|abandoned|deserted|fled|died|left|went|came|said|told)\b.*",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s(?:[a-z][a-z-]*[a-rt-z]s|people|men|women|children)\b")
_YEARS = range(1500, 2200)


@dataclass(frozen=True, slots=True)
class _Figure:
    span: Span
    number: int
    manner: str
    things: frozenset[str]
    sector: str | None


def figures_disagree(case: Case) -> Finding | None:
    """The same number of the same things told with different certainty."""
    groups: list[list[_Figure]] = []
    for figure in _figures(case):
        home = next((g for g in groups if g[0].number == figure.number and any(_same(f, figure) for f in g)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    found = [g for g in groups if len({f.manner for f in g}) > 1]
    if not found:
        return None
    spans = tuple(f.span for g in found for f in _one_of_each(g))
    told = (quoted_list((case.words(f.span) for f in _one_of_each(g)), most=3) for g in found[:_MOST_SHOWN])
    return Finding(len(found), spans, {"examples": "; ".join(told)})


def _figures(case: Case) -> list[_Figure]:
    found = []
    text = case.article.text
    for block in case.article.judged_blocks:
        for match in _FIGURE.finditer(text, block.start, block.end):
            number = int(match.group("number").replace(",", ""))
            span = Span(match.start(), _end_of_thing(match))
            if number in _YEARS and not match.group("bound") and "," not in match.group("number"):
                continue
            if case.quoted(span):
                continue
            things = text[match.start("thing") : span.end].lower().split()
            sector = next((s for s in map(sector_of_noun, things) if s), None)
            shown = Span(span.start, _end_of_plural(text, match.start("thing"), span.end))
            found.append(_Figure(shown, number, _manner(match), content_words(" ".join(things)), sector))
    return found


def _end_of_thing(match: re.Match[str]) -> int:
    """Where the words for what is counted end: before a verb or preposition ("18 troops | may reflect")."""
    stop = _NO_THING.search(match.group("thing"))
    return match.start("thing") + stop.start() if stop and stop.start() else match.end()


def _end_of_plural(text: str, start: int, end: int) -> int:
    """Where the first plural ends, for showing ("18 soldiers | lent"); the end where there is none."""
    plural = _PLURAL.search(text, start, end)
    return plural.end() if plural else end


def _manner(match: re.Match[str]) -> str:
    if match.group("bound"):
        return " ".join(match.group("bound").lower().split())
    return "estimate" if match.group("guess") else "exact"


def _same(a: _Figure, b: _Figure) -> bool:
    """Whether two figures count the same things: a word in common, people of one calling, or people at all ("men")."""
    people = a.sector is not None and b.sector is not None and "public" in (a.sector, b.sector)
    return bool(a.things & b.things) or people or (a.sector is not None and a.sector == b.sector)


def _one_of_each(group: list[_Figure]) -> list[_Figure]:
    first: dict[str, _Figure] = {}
    for figure in group:
        first.setdefault(figure.manner, figure)
    return list(first.values())
