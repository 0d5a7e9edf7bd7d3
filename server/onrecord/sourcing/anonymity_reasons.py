"""Why a name is withheld, where an article tells it: a formula that serves everybody, or a reason of the case's own."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Reason, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.tokens import nth_word_end
from onrecord.sourcing.wordings import Wordings

# What follows a disclosure and tells why, up to the end of the clause: "because …", "for fear of …", "to protect …".
_BEHIND = re.compile(
    r"\b(?:because|since|(?<!only\s)(?<!identified\s)(?<!known\s)as\s+(?:he|she|they|it|the|that|his|her|their|is)\b|"
    r"for\s+(?:fear|reasons?|obvious|security|safety|legal|professional|privacy|the\s+(?:sake|safety)|"
    r"(?:his|her|their)\s+(?:own\s+)?(?:safety|protection|security)|(?:\w+\s+){1,2}reasons?)|out\s+of|fearing|"
    r"fear(?:ed|s)?\b|worried|afraid|wary|citing|saying|explaining|given\s+(?:the|that|his|her|their)|due\s+to|owing\s+to|"
    r"in\s+(?:order\s+to|case|line\s+with|keeping\s+with|accordance\s+with)|so\s+(?:as\s+(?:not\s+)?to|that|(?:he|she|they)\b)|"
    r"to\s+(?:avoid|protect|preserve|safeguard|shield|spare|prevent|speak|discuss|talk|describe|be\s+candid)|lest|"
    r"under\s+(?:\w+\s+){0,3}(?:orders?|rules?|laws?|terms|policy|regulations)|by\s+(?:\w+\s+){0,2}order|"
    r"while\s+(?:he|she|they)|who\s+(?:is|are|was|were)\s+not|(?:which|that)\s+(?:could|would|might)|"
    r"(?:discussing|commenting|speaking|talking|describing|criticising|criticizing)\b)"
    r"[^.;”\"»]*",
    re.IGNORECASE,
)
# A sentence that begins with the reason: "Fearing reprisals, she asked …".
_BEFORE = re.compile(
    r"[(“\"]?(?:because|since|as|fearing|fearful|for\s+(?:fear|his|her|their|legal|security|safety)|citing|given|due\s+to|owing\s+to|"
    r"to\s+(?:protect|avoid|spare|shield|safeguard)|out\s+of|worried|afraid|wary|mindful)\b",
    re.IGNORECASE,
)
# What draws the consequence: "his brother works there, so he asked …".
_HENCE = re.compile(
    r"(?:,\s*so|\band\s+so|;\s*so|(?:which|that)\s+is\s+why|for\s+(?:that|this|those|these|which)\s+reasons?|therefore|hence)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"if\s+(?:I|we)\b", re.IGNORECASE)
# A sentence behind the disclosure that goes on about whoever is withheld.
_GOES_ON = re.compile(r"(?:[HhSs]he|[Tt]hey|[Bb]oth|[Hh]is|[Hh]er|[Tt]heir|The\s+reason|[Dd]oing|That\s+is)\b")
# "asked not to be named discussing the deal": what is talked of, not why the name is withheld
_TOPIC = re.compile(r"(?:discuss|comment|speak|talk|describ|critici[sz])ing\b", re.IGNORECASE)
_REACH = 40  # words behind a disclosure in which its reason stands
_BACK = 500  # characters before it
_ORDER = (Reason.NONE, Reason.STOCK, Reason.SPECIFIC)


@cache
def _signs() -> Wordings:
    told = [(w, e.value) for e in vocabulary("anonymity").entries for w in e.words]
    groups = {e.id: e.words for e in vocabulary("anonymity").entries if e.value == "group"}
    return Wordings([p for p in told if p[1] in ("loss", "stake", "formulaic")], groups)


def reason_of(text: str, sentence: Span, place: int, following: Span | None, *, formula: bool) -> Reason:
    """The best reason told for a name that is withheld.

    Args:
        text: the article's text.
        sentence: the sentence that says so.
        place: where it does.
        following: the next sentence of the paragraph, if any.
        formula: it says itself that the source may not speak, which is a stock reason.
    """
    reach = nth_word_end(text, place, sentence.end, _REACH)
    if formula:
        lost = any(sign == "loss" for sign in _kinds(text, Span(place, reach)))
        return Reason.SPECIFIC if lost else Reason.STOCK
    told = _BEHIND.search(text, place, reach)
    reasons = [judged(text, Span(*told.span()))] if told else []
    before = _reason_before(text, sentence, place)
    reasons += [judged(text, before)] if before else []
    if not reasons and following and _GOES_ON.match(text, following.start):
        opening = Span(following.start, nth_word_end(text, following.start, following.end, _REACH // 2))
        reasons += [Reason.SPECIFIC] if "loss" in _kinds(text, opening) else []
    return max(reasons, key=_ORDER.index, default=Reason.NONE)


def judged(text: str, told: Span) -> Reason:
    """Whether the words of a reason are a formula, or tell what this source stands to lose."""
    kinds = _kinds(text, told)
    if "loss" in kinds:
        return Reason.SPECIFIC
    if "formulaic" in kinds:
        return Reason.SPECIFIC if kinds[0] == "stake" else Reason.STOCK
    return Reason.STOCK if "stake" not in kinds and _TOPIC.match(text, told.start) else Reason.SPECIFIC


def better_reason(one: Reason, other: Reason) -> Reason:
    """The more specific of two."""
    return max(one, other, key=_ORDER.index)


def _kinds(text: str, passage: Span) -> list[str]:
    """What kinds of reason the words of a passage are, in text order."""
    return [f.value for f in sorted(_signs().find(text, passage), key=lambda f: f.span.start)]


def _reason_before(text: str, sentence: Span, place: int) -> Span | None:
    """The reason that stands before the disclosure in its sentence."""
    start = max(sentence.start, place - _BACK)
    hence = _HENCE.search(text, start, place)
    if hence:
        return Span(start, hence.start()) if hence.start() > start else None
    comma = text.rfind(",", start, place)
    if comma > 0 and _BEFORE.match(text, sentence.start):
        return Span(start, comma)
    return Span(start, place) if _IF.match(text, place) and place > start else None
