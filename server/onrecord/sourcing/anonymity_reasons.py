"""Why a name is withheld, where an article tells it: a formula that serves everybody, or a reason of the case's own."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Reason, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.anonymity_clauses import Bond, clauses, loss_reach
from onrecord.sourcing.tokens import nth_word_end
from onrecord.sourcing.wordings import Wordings

# A sentence behind the disclosure that goes on about whoever is withheld.
_GOES_ON = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Hh]is|[Hh]er|[Tt]heir|The\s+last|Colleagues|Others|People|The\s+reason|[Dd]oing|That\s+is)\b"
)
# … and says itself that it tells why
_TELLS_WHY = re.compile(r"(?:The\s+reason|Doing\s+so|That\s+is|(?:It|We|The\s+\w+\s+said\s+it)\s+did\s+so)\b")
# What is talked of, not why the name is withheld: "asked not to be named discussing the deal".
_TOPIC = re.compile(
    r"(?:as\s+(?:he|she|they)\s+(?:is|are|was|were)\s+)?(?:discuss|comment|speak|talk|describ|critici[sz])ing\b|"
    r"(?:in\s+order\s+)?to\s+(?:discuss|speak|talk|describe|comment)\b",
    re.IGNORECASE,
)
# A reason that is the source's own: "because she sits on the panel" is no word on the panel's talks.
_PERSONAL = re.compile(
    r"\w+\s+(?:(?:he|she|they)\s+(?!(?:is|are|was|were)\s+\w+ing\b)|(?:his|her|their)\b)", re.IGNORECASE
)
_FOLLOWING = 20  # words of the next sentence
_ORDER = (Reason.NONE, Reason.STOCK, Reason.SPECIFIC)


@cache
def _signs() -> Wordings:
    entries = vocabulary("anonymity").entries
    told = [(w, e.value) for e in entries for w in e.words if e.value in ("loss", "stake", "formulaic", "matter")]
    return Wordings(told, {e.id: e.words for e in entries if e.value == "group"})


def reason_of(text: str, sentence: Span, words: Span, following: Span | None) -> Reason:
    """The best reason told for a name that is withheld.

    Args:
        text: the article's text.
        sentence: the sentence that says so.
        words: the words that do.
        following: the next sentence of the paragraph, if any.
    """
    reason = better_reason(*(judged(text, place, bond) for place, bond in clauses(text, sentence, words)))
    return _told_after(text, following) if following and reason is Reason.NONE else reason


def reason_of_formula(text: str, sentence: Span, place: int) -> Reason:
    """The reason where words say themselves that the source may not speak: stock, but for what it stands to lose."""
    return Reason.SPECIFIC if "loss" in _kinds(text, loss_reach(text, sentence, place)) else Reason.STOCK


def _told_after(text: str, following: Span) -> Reason:
    """What the next sentence tells of the reason, if it goes on about whoever is withheld."""
    opening = Span(following.start, nth_word_end(text, following.start, following.end, _FOLLOWING))
    if _TELLS_WHY.match(text, following.start):
        return judged(text, opening, Bond.HINTED)
    return judged(text, opening, Bond.STRAY) if _GOES_ON.match(text, following.start) else Reason.NONE


def judged(text: str, place: Span, bond: Bond) -> Reason:
    """What words tell of the reason, by how surely they tell it at all.

    A loss is the source's own wherever it stands. Words that say that they give the reason give one of the case's own
    if no formula is among them before a stake; others do only if they have a stake.
    """
    kinds = _kinds(text, place)
    if _PERSONAL.match(text, place.start):
        kinds = [k for k in kinds if k != "matter"]
    if "loss" in kinds:
        return Reason.SPECIFIC
    if bond is Bond.STRAY:
        return Reason.NONE
    if bond is Bond.HINTED:
        return Reason.SPECIFIC if "stake" in kinds else Reason.STOCK if kinds else Reason.NONE
    formula = bool(kinds) if "stake" not in kinds else kinds[0] != "stake"
    return Reason.STOCK if formula or (not kinds and _TOPIC.match(text, place.start)) else Reason.SPECIFIC


def better_reason(*reasons: Reason) -> Reason:
    """The most specific of some, none of none."""
    return max(reasons, key=_ORDER.index, default=Reason.NONE)


def _kinds(text: str, passage: Span) -> list[str]:
    """What kinds of reason the words of a passage are, in text order."""
    return [f.value for f in sorted(_signs().find(text, passage), key=lambda f: f.span.start)]
