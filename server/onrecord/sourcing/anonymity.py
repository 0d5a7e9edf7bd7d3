"""Where an article says that a name is withheld, and why: "They spoke on condition of anonymity because …".

Such words stand with the source, in a clause behind it, or in a sentence of their own, and hold for all that the source
says (evaluation/gold/GUIDE.md, "Once for all").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Anonymity, Reason, Span
from onrecord.sourcing.lexicon import anonymity_formulas, anonymity_places
from onrecord.sourcing.tokens import nth_word_end

# What follows a formula and tells why, up to the end of the clause: "because …", "for fear of …", "to protect …".
_REASON = re.compile(
    r"\b(?:because|since|as\s+(?:he|she|they|it|the|that)\b|for\s+(?:fear|reasons?|obvious|security|safety|legal|professional)|out\s+of|fearing|"
    r"fear(?:ed|s)?\b|citing|saying|given\s+the|due\s+to|owing\s+to|in\s+order\s+to|so\s+as\s+(?:not\s+)?to|to\s+(?:avoid|protect|"
    r"preserve|safeguard|shield|speak|discuss|talk)|lest|while\s+(?:he|she|they)|who\s+(?:is|are|was|were)\s+not|"
    r"(?:discussing|commenting|speaking|talking|describing|criticising|criticizing)\b)"
    r"[^.;”\"»]*",
    re.IGNORECASE,
)
# What a source stands to lose: a reason of that kind is never a formula.
_STAKE = re.compile(
    r"\b(?:fear\w*|afraid|los(?:e|es|ing|t)|job|jobs|career|careers|livelihood|arrest\w*|prosecut\w*|prison|jail\w*|"
    r"dismiss\w*|fired?|firing|sack\w*|demot\w*|promot\w*|disciplin\w*|punish\w*|retaliat\w*|retribution|reprisals?|revenge|"
    r"threat\w*|harass\w*|attack\w*|harm\w*|danger\w*|safety|violence|deport\w*|visas?|lawsuits?|sued?|suing|contracts?|clause|"
    r"agreements?|settlement|severance|pension\w*|licen[cs]es?|ridicul\w*|stigma\w*|backlash|famil(?:y|ies)|relatives?|victims?|minors?|"
    r"child|children|assault\w*|abuse\w*|immigration|asylum|persecut\w*|blacklist\w*|expos\w*|pending)\b",
    re.IGNORECASE,
)
# The formulas that newspapers use for everybody (rubric, standard nyt-formulaic-reasons).
_FORMULAIC = re.compile(
    r"\b(?:private|sensitiv\w*|publicly|not\s+public|confidential\w*|secret|classified|authori[sz]\w*|permitted|allowed|permission|cleared|"
    r"ongoing|continuing|candid\w*|freely|frankly|openly|internal|deliberations|negotiations|talks|obvious\s+reasons|security\s+reasons|"
    r"not\s+(?:been\s+)?(?:announced|made\s+public|final\w*))\b",
    re.IGNORECASE,
)
# "asked not to be named discussing the deal": what is talked of, not why the name is withheld
_TOPIC = re.compile(r"(?:discuss|comment|speak|talk|describ|critici[sz])ing\b", re.IGNORECASE)
_REACH = 40  # words behind a formula in which its reason stands
_GOVERNS = 12  # words before a formula in which its verb begins


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One place where a name is said to be withheld.

    Attributes:
        sentence: where it stands.
        place: the first of its words.
        anonymity: what it tells.
        plain: it says that a name is withheld or silence due; else it only tells of a fear that may have other grounds.
    """

    sentence: Span
    place: int
    anonymity: Anonymity
    plain: bool


def disclosures(text: str, sentences: Sequence[Span], quotations: Sequence[Span]) -> Iterator[Disclosure]:
    """The disclosures of an article in its own words, in text order, one a sentence.

    Args:
        text: the article's text.
        sentences: its sentences, in text order.
        quotations: its direct quotations; what is said in them is no disclosure of the outlet's.
    """
    starts = [q.start for q in quotations]
    for sentence in sentences:
        for place in anonymity_places(text, sentence):
            at = bisect_right(starts, place) - 1
            if at < 0 or quotations[at].end <= place:
                found = anonymity_in(text, Span(place, sentence.end))
                if found != Anonymity():
                    asked = any(f.value != "specific" for f in anonymity_formulas(text, Span(place, sentence.end)))
                    yield Disclosure(sentence, place, found, asked)
                    break


def anonymity_in(text: str, passage: Span) -> Anonymity:
    """Whether a passage says that a name is withheld, and the best reason it gives."""
    formulas = anonymity_formulas(text, passage)
    if not formulas:
        return Anonymity()
    kinds = {f.value for f in formulas}
    if "specific" in kinds:
        return Anonymity(True, Reason.SPECIFIC)
    place = next(anonymity_places(text, passage), passage.start)
    told = _REASON.search(text, place, nth_word_end(text, place, passage.end, _REACH))
    if "none" not in kinds:
        return Anonymity(True, Reason.STOCK)
    if told and _is_specific(told.group(), "stock" in kinds):
        return Anonymity(True, Reason.SPECIFIC)
    return Anonymity(True, Reason.STOCK if told or "stock" in kinds else Reason.NONE)


def _is_specific(reason: str, formula: bool) -> bool:
    """Whether a reason is one of the case's own; ``formula`` if a stock formula stands with it."""
    return bool(_STAKE.search(reason)) or not (formula or _TOPIC.match(reason) or _FORMULAIC.search(reason))


def better(one: Anonymity, other: Anonymity) -> Anonymity:
    """What two places tell together: the more specific reason."""
    order = [Reason.NONE, Reason.STOCK, Reason.SPECIFIC]
    return Anonymity(one.disclosed or other.disclosed, max(one.reason, other.reason, key=order.index))


_VERBS = re.compile(
    r"\s(?:(?:also|all|both|each|only|then)\s+)?(?:is|are|was|were|has|have|had|would|will|do|does|did|could|cannot|ask(?:s|ed)?|request(?:s|ed)?|"
    r"spoke|speaks?|declined?|declines|refused?|agreed?|agrees|insist(?:s|ed)?|demand(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)?|gave|gives?|"
    r"talked|sought|preferred|chose|remain(?:s|ed)?|requested|who|whose)\s"
)
_FIRST_NAME = re.compile(r"\b(?:first|last|full)\s+names?\b|\bsurnames?\b", re.IGNORECASE)
_LONGEST_SUBJECT = 200  # characters


def subject_of(text: str, told: Disclosure) -> Span | None:
    """The subject of a disclosure's sentence: "They" of "They spoke on condition of anonymity"; None without one."""
    start = told.sentence.start
    before = text[start : min(told.place, start + _LONGEST_SUBJECT)]
    verb = _VERBS.search(before + " ")
    return Span(start, start + verb.start()) if verb and verb.start() > 0 else None


def first_name_only(text: str, told: Disclosure) -> bool:
    """Whether only a part of a name is withheld: "who gave only her first name"."""
    return _FIRST_NAME.search(text, told.place, min(told.sentence.end, told.place + _LONGEST_SUBJECT)) is not None
