"""Accusations and answers: attacks by people without a name, what the accused say, whether they were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Channel, Identity, Reason, Sector, Span
from onrecord.scoring.case import Case, Item
from onrecord.scoring.rungs import NAMED
from onrecord.scoring.signals.findings import UNNAMED_CEILING, Finding, any_of, cue_text, quoted_list, whole

_ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denials?|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|rebut(?:s|ted)?)\b", re.IGNORECASE
)
_REACH = 30  # characters before the word for a wrong in which its doer is named
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-zß-ÿ][\w’'-]*")
_CLAUSE_END = re.compile(r"[.;:!?“”\"\n]")
_DOER = re.compile(r"(?:\s+(?!by\b)[\w’'-]+){0,3}\s+by\s+(?P<doer>[^,.;]{1,40})")
_PARTY = re.compile(r"\b(?:prosecut|lawyer|attorney|counsel|barrister|solicitor|plaintiff|claimant)", re.IGNORECASE)
_SPEAKERS = NAMED - {Identity.DOCUMENT}


def response_included(case: Case) -> Finding | None:
    """Those whom a claim accuses answer, or are said to have been asked."""
    items = list(_answers(case))
    if not items:
        return None
    return Finding(
        1, tuple(whole(i.found) for i in items), {"examples": quoted_list(cue_text(case, i.found) for i in items)}
    )


def _answers(case: Case) -> Iterator[Item]:
    for item in case.items:
        cue = item.found.cue.of(case.article.text) if item.found.cue else ""
        denies = item.told.sector is not Sector.COURTS and item.found.sources and _ANSWERS.search(cue)
        if denies or item.found.channel is Channel.DECLINED_COMMENT:
            yield item


def response_not_sought(case: Case) -> Finding | None:
    """Somebody named is accused, and nothing shows that they were asked; what a court finds accuses nobody."""
    if any(_answers(case)):
        return None
    voices = [
        set(case.sources[s].name.split())
        for i in case.items
        for s in i.found.sources
        if case.sources[s].identity in _SPEAKERS
    ]
    open_ones = []
    for item in case.items:
        if not item.found.sources or item.found.channel is Channel.THOUGHT or _is_courts_finding(case, item):
            continue
        own = {word for s in item.found.sources for word in case.sources[s].name.split()}
        accused = _accused(case, item) - own
        if accused and not any(accused & voice for voice in voices):
            open_ones.append(item)
    if not open_ones:
        return None
    spans = tuple(whole(i.found) for i in open_ones)
    return Finding(1, spans, {"examples": quoted_list(case.words(s) for s in spans)})


def _accused(case: Case, item: Item) -> set[str]:
    """Names that stand before words for a wrong, or behind "by", outside quotations: "Rolf Kern had bribed three"."""
    text = case.article.text
    found: set[str] = set()
    for part in item.found.statement:
        for wrong in any_of("accusations").finditer(text, part.start, part.end):
            if case.quoted(Span(*wrong.span())):
                continue
            before = _CLAUSE_END.split(text[max(part.start, wrong.start() - _REACH) : wrong.start()])[-1]
            behind = _DOER.match(text, wrong.end(), part.end)
            found.update(_NAME.findall(before), _NAME.findall(behind["doer"]) if behind else ())
    return found


def _is_courts_finding(case: Case, item: Item) -> bool:
    """Whether a court speaks, and not one of the parties before it."""
    who = (case.sources[s] for s in item.found.sources)
    party = any(_PARTY.search(f"{s.name} {s.title or ''} {s.affiliation or ''}") for s in who)
    return item.told.sector is Sector.COURTS and not party


def anonymous_attack(case: Case) -> Finding | None:
    """Somebody without a name attacks others, in the outlet's own words for it; quoted words are the speaker's."""
    items = [i for i in case.weighed if _is_faceless(i) and i.found.rung <= UNNAMED_CEILING and _attacks(case, i)]
    if not items:
        return None
    spans = tuple(whole(i.found) for i in items)
    return Finding(len(items), spans, {"examples": quoted_list(case.words(s) for s in spans)})


def _is_faceless(item: Item) -> bool:
    """One person without a name, or people whose names are withheld; a group as such ("residents") may complain."""
    withheld = item.found.anonymity.disclosed or item.found.anonymity.reason is not Reason.NONE
    return item.told.identity in (Identity.ANONYMOUS_SOURCE, Identity.UNNAMED_PERSON) or (
        item.told.identity is Identity.UNNAMED_GROUP and (withheld or not item.told.placed)
    )


def _attacks(case: Case, item: Item) -> bool:
    text = case.article.text
    parts = [s for s in item.found.statement if not case.quoted(s)]
    attacking = item.found.cue and any_of("attacks").search(text, item.found.cue.start, item.found.cue.end)
    return bool(attacking) or any(any_of("judgements").search(text, s.start, s.end) for s in parts)
