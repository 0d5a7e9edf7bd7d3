"""Why a name is withheld, where an article tells it: a formula that serves everybody, or a reason of the case's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.model import Reason, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.tokens import nth_word_end
from onrecord.sourcing.wordings import Wordings

# What follows a disclosure and tells why, up to the end of the clause: "because …", "for fear of …", "to protect …".
_BEHIND = re.compile(
    r"\b(?:because|since|(?<!only\s)(?<!known\s)as\s+(?:he|she|they|it)\b|"
    # a finite clause; "identified only as the driver" has no verb behind it
    r"(?<!only\s)(?<!known\s)as\s+(?!(?:an?|well|much|soon|long|far)\b)"
    r"(?:(?!who|that|which|said|says|told)[\w'’-]+\s+){1,4}(?:is|are|was|were|has|have|had|could|would|might|may|do|does)\b|"
    r"for\s+(?:fear|reasons?|obvious|security|safety|legal|professional|privacy|the\s+(?:sake|safety)|"
    r"(?:his|her|their)\s+(?:own\s+)?(?:safety|protection|security)|(?:\w+\s+){1,2}reasons?)|out\s+of|fearing|"
    r"fear(?:ed|s)?\b|worried|afraid|wary|mindful|citing|saying|explaining|given\s+(?:the|that|his|her|their)|due\s+to|owing\s+to|"
    r"in\s+(?:order\s+to|case|line\s+with|keeping\s+with|accordance\s+with|view\s+of|light\s+of)|"
    r"so\s+(?:as\s+(?:not\s+)?to|that|(?:he|she|they)\b)|"
    r"to\s+(?:avoid|protect|preserve|safeguard|shield|spare|prevent|speak|discuss|talk|describe|be\s+candid)|lest|"
    r"under\s+(?:\w+\s+){0,3}(?:orders?|rules?|laws?|terms|policy|regulations)|by\s+(?:\w+\s+){0,2}order|"
    r"while\s+(?:he|she|they)|who\s+(?:is|are|was|were)\s+not|(?:which|that)\s+(?:could|would|might)|"
    # a participle of the source's own, or of somebody's: "not being cleared", "the bids not being public"
    r"not\s+(?:yet\s+)?(?:being|having)|(?:the|his|her|their|its)\s+(?:(?!who|that|which)[\w'’-]+\s+){1,4}(?:being|having)\b|"
    r"(?:discussing|commenting|speaking|talking|describing|criticising|criticizing)\b)"
    r"[^.;”\"»]*",
    re.IGNORECASE,
)
# A clause of its own that gives the reason: "asked not to be named: the last who spoke lost his post".
_ASIDE = re.compile(r"\s*[,)]?\s*[:;–—]\s+(?![\"“«‘'])[^.”\"»]*")
# … or a clause on those whose names are withheld: "the names of the two, both of whom still work there"
_WHO = re.compile(r",?\s(?:\w+\s+of\s+whom|who|whose)\b[^.;”\"»]*")
_WHO_WITHIN = 7  # words
# Wordings that end in the first word of the reason.
_OPENS_REASON = re.compile(r"(?:because|for|to\s+\w+)$")
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
_GOES_ON = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Hh]is|[Hh]er|[Tt]heir|The\s+last|Colleagues|Others|People|The\s+reason|[Dd]oing|That\s+is)\b"
)
# … and says itself that it tells why
_TELLS_WHY = re.compile(r"(?:The\s+reason|Doing\s+so|That\s+is|(?:It|We|The\s+\w+\s+said\s+it)\s+did\s+so)\b")
# Somebody told before, at the beginning of a clause, of whom more is said before it comes to the name.
_KNOWN = re.compile(r"\W*(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Ee]ach|[Tt]he\s+[^\W\d_]+)\b")
# What is said of him goes on: "She has a hearing in May and …", "The clerk, still on probation, …".
_COORDINATED = re.compile(r"\band\b|[,–—]")
_SPEECH = re.compile(
    r"[“”\"«»]|\b(?:sa(?:id|ys|ying)|(?<!was\s)(?<!were\s)(?<!been\s)told|tells|describ\w+|explain\w+|confirm\w+|"
    r"recall\w+|alleg\w+|claim\w+|admit\w+|according)\b",
    re.IGNORECASE,
)
# "asked not to be named discussing the deal": what is talked of, not why the name is withheld
_TOPIC = re.compile(r"(?:discuss|comment|speak|talk|describ|critici[sz])ing\b", re.IGNORECASE)
_CUT = re.compile(r"[;:(]|\s[–—]")
_REACH = 40  # words behind a disclosure in which its reason stands
_BACK = 500  # characters before it
_ORDER = (Reason.NONE, Reason.STOCK, Reason.SPECIFIC)


@cache
def _signs() -> Wordings:
    told = [(w, e.value) for e in vocabulary("anonymity").entries for w in e.words]
    groups = {e.id: e.words for e in vocabulary("anonymity").entries if e.value == "group"}
    return Wordings([p for p in told if p[1] in ("loss", "stake", "formulaic")], groups)


def reason_of(text: str, sentence: Span, words: Span, following: Span | None) -> Reason:
    """The best reason told for a name that is withheld.

    Args:
        text: the article's text.
        sentence: the sentence that says so.
        words: the words that do.
        following: the next sentence of the paragraph, if any.
    """
    reach = nth_word_end(text, words.start, sentence.end, _REACH)
    begins = _OPENS_REASON.search(words.of(text))
    told = _BEHIND.search(text, words.start + begins.start() if begins else words.end, reach)
    before = _reason_before(text, sentence, words.start)
    reasons = [judged(text, place) for place in (Span(*told.span()) if told else None, before) if place]
    reasons += [hinted(text, place) for place in _hints(text, sentence, words, reach)]
    if following and better_reason(*reasons) is Reason.NONE:
        reasons.append(_told_after(text, following))
    return better_reason(*reasons)


def reason_of_formula(text: str, sentence: Span, place: int) -> Reason:
    """The reason where words say themselves that the source may not speak: stock, but for what it stands to lose."""
    reach = nth_word_end(text, place, sentence.end, _REACH)
    return Reason.SPECIFIC if "loss" in _kinds(text, Span(place, reach)) else Reason.STOCK


def _told_after(text: str, following: Span) -> Reason:
    """What the next sentence tells of the reason, if it goes on about whoever is withheld."""
    why = _TELLS_WHY.match(text, following.start)
    opening = Span(following.start, nth_word_end(text, following.start, following.end, _REACH // 2))
    if why:
        return hinted(text, opening)
    lost = _GOES_ON.match(text, following.start) and "loss" in _kinds(text, opening)
    return Reason.SPECIFIC if lost else Reason.NONE


def _hints(text: str, sentence: Span, words: Span, reach: int) -> Iterator[Span]:
    """Where a reason may stand without a word that says so: an aside behind, or what is told of the source before."""
    aside = _ASIDE.match(text, words.end, reach)
    behind = aside or _ASIDE.match(text, _clause_end(text, words.end, reach), reach)
    if behind:
        yield Span(*behind.span())
    who = _WHO.search(text, words.end, nth_word_end(text, words.end, sentence.end, _WHO_WITHIN))
    clause = _WHO.match(text, who.start(), reach) if who else None
    if clause:
        yield Span(*clause.span())
    start = clause_start(text, sentence, words.start)
    known = _KNOWN.match(text, start) and not _SPEECH.search(text, start, words.start)
    if known and _COORDINATED.search(text, start, words.start):
        yield Span(start, words.start)


def hinted(text: str, told: Span) -> Reason:
    """The reason that words tell which need not be one: none unless they tell of a loss, a stake or a rule."""
    kinds = _kinds(text, told)
    if "loss" in kinds or "stake" in kinds:
        return Reason.SPECIFIC
    return Reason.STOCK if "formulaic" in kinds else Reason.NONE


def clause_start(text: str, sentence: Span, place: int) -> int:
    """Where the part of a sentence begins that a place stands in: behind the last semicolon, dash or bracket."""
    low = max(sentence.start, place - _BACK)
    return max((found.end() for found in _CUT.finditer(text, low, place)), default=sentence.start)


def _clause_end(text: str, place: int, reach: int) -> int:
    cut = _CUT.search(text, place, reach)
    return cut.start() if cut else reach


def judged(text: str, told: Span) -> Reason:
    """Whether the words of a reason are a formula, or tell what this source stands to lose."""
    kinds = _kinds(text, told)
    if "loss" in kinds:
        return Reason.SPECIFIC
    if "formulaic" in kinds:
        return Reason.SPECIFIC if kinds[0] == "stake" else Reason.STOCK
    return Reason.STOCK if "stake" not in kinds and _TOPIC.match(text, told.start) else Reason.SPECIFIC


def better_reason(*reasons: Reason) -> Reason:
    """The most specific of some, none of none."""
    return max(reasons, key=_ORDER.index, default=Reason.NONE)


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
