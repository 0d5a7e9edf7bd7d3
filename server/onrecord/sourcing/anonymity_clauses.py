"""Where the reason for a withheld name may stand: the clauses around the words that withhold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import pairwise

from onrecord.model import Span
from onrecord.rubric import CueAct, rubric, vocabulary
from onrecord.sourcing.tokens import nth_word_end
from onrecord.sourcing.wordings import Word, words_of


class Bond(Enum):
    """How surely words tell why a name is withheld."""

    TOLD = "a word says so"
    HINTED = "they stand where a reason often does"
    STRAY = "they are of the same clause, no more"


# What follows a disclosure and tells why: "because …", "for fear of …", "to protect …".
_BEHIND = re.compile(
    r"\b(?:because|since|lest|(?<!only\s)(?<!known\s)as\s+(?:he|she|they|it)\b|"
    # a finite clause; "identified only as the driver" has no verb behind it
    r"(?<!only\s)(?<!known\s)as\s+(?!(?:an?|well|much|soon|long|far)\b)"
    r"(?:(?!who|that|which|said|says|told)[\w'’-]+\s+){1,4}(?:is|are|was|were|has|have|had|could|would|might|may|do|does)\b|"
    r"for\s+(?:fear|reasons?|obvious|security|safety|legal|professional|privacy|the\s+(?:sake|safety)|"
    r"(?:his|her|their)\s+(?:own\s+)?(?:safety|protection|security)|(?:\w+\s+){1,2}reasons?)|out\s+of|fearing|fearful|"
    r"fear(?:ed|s)?\b|worried|worrying|afraid|wary|mindful|anxious|concerned|citing|saying|explaining|arguing|"
    r"given\s+(?:the|that|his|her|their)|due\s+to|owing\s+to|on\s+(?:the\s+)?grounds?\s+(?:of|that)|"
    r"in\s+(?:order\s+to|case|line\s+with|keeping\s+with|accordance\s+with|view\s+of|light\s+of)|"
    r"so\s+(?:as\s+(?:not\s+)?to|that|(?:he|she|they)\b)|"
    r"to\s+(?:avoid|protect|preserve|safeguard|shield|spare|prevent|keep|save|speak|discuss|talk|describe|be\s+candid)|"
    r"under\s+(?:[\w'’-]+\s+){0,3}(?:orders?|rules?|laws?|terms|policy|regulations)|"
    r"by\s+(?:\w+\s+){0,2}order|"
    r"who\s+(?:is|are|was|were)\s+not|(?:which|that)\s+(?:could|would|might)|"
    # a participle of the source's own, or of somebody's: "not being cleared", "the bids not being public"
    r"not\s+(?:yet\s+)?(?:being|having)|(?:the|his|her|their|its)\s+(?:(?!who|that|which)[\w'’-]+\s+){1,4}(?:being|having)\b|"
    r"(?:discussing|commenting|speaking|talking|describing|criticising|criticizing)\b)"
    r"[^.;”\"»]*",
    re.IGNORECASE,
)
# What only may: "cannot be named without ending her career", "until the case is heard", "whose job depends on it".
_MAYBE_BEHIND = re.compile(
    r"\b(?:before|after|until|till|while|when|if|unless|without|or|now\s+that|once|where|whose|who|whom)\b[^.;”\"»]*",
    re.IGNORECASE,
)
# A clause of its own that gives the reason: "asked not to be named: the last who spoke lost his post".
_ASIDE = re.compile(r"\s*[,)]?\s*[:;–—]\s+(?P<quoted>[\"“«‘'])?[^.”\"»]*")
# What the source itself is said to say of it: "asked not to be named and said she could lose her post".
_OWN_WORD = re.compile(r"\band\s+(?:said|says|explained|added)\s+(?:that\s+)?(?:he|she|they|his|her|their)\b[^.;”\"»]*")
# Wordings that end in the first word of the reason.
_OPENS_REASON = re.compile(r"(?:because|for|to\s+\w+)$")
# A clause that begins with the reason: "Fearing reprisals, she asked …", "who, under the rules, cannot be named".
_BEFORE = re.compile(
    r"[(“\",]?\s*(?:because|since|as|fearing|fearful|for\s+(?:fear|his|her|their|legal|security|safety|\w+\s+reasons?)|citing|"
    r"given|due\s+to|owing\s+to|to\s+(?:protect|avoid|spare|shield|safeguard)|out\s+of|worried|afraid|wary|mindful|"
    r"under|by\s+(?:law|order|court))\b",
    re.IGNORECASE,
)
# What draws the consequence: "his brother works there, so he asked …".
_HENCE = re.compile(
    r"(?:,\s*so|\band\s+so|;\s*so|(?:which|that)\s+is\s+why|for\s+(?:that|this|those|these|which)\s+reasons?|therefore|hence)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"if\s+(?:I|we)\b", re.IGNORECASE)
# Somebody told before, at the beginning of a clause, of whom more is said before it comes to the name.
_KNOWN = re.compile(r"\W*(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Ee]ach|[Tt]he\s+[^\W\d_]+)\b")
# What is said of him goes on: "She has a hearing in May and …", "The clerk, still on probation, …".
_COORDINATED = re.compile(r"\band\b|[,–—]")
_RELATIVE = re.compile(r"\b(?:who|whose)\b(?:\s+said\s+(?:that\s+)?(?:he|she|they)\b)?", re.IGNORECASE)
_SPEECH = re.compile(
    r"[“”\"«»]|\b(?:sa(?:id|ys|ying)|(?<!was\s)(?<!were\s)(?<!been\s)told|tells|describ\w+|explain\w+|confirm\w+|"
    r"recall\w+|alleg\w+|claim\w+|admit\w+|according)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;:(]|\s[–—]")
_REACH = 40  # words behind a disclosure in which its reason stands
_BACK = 500  # characters before it
# Behind these a verb of saying is not the main one: "because those who spoke", "she was told".
_SUBORDINATE = frozenset(
    "who that which whom he she they it we i has have had was were is are been be being to not never would could might "  # noqa: SIM905
    "may will can did do does got having".split()
)
_FEARS = frozenset({"fear", "fears", "feared", "worry", "worries", "worried", "given", "named"})
_ACTS = (CueAct.SPEECH, CueAct.WRITING, CueAct.THOUGHT)
_VERB_FORMS = 3  # nouns have fewer


def clauses(text: str, sentence: Span, words: Span) -> Iterator[tuple[Span, Bond]]:
    """The places of a sentence in which the reason may be told.

    Args:
        text: the article's text.
        sentence: the sentence that says so.
        words: the words by which it does.
    """
    reach = nth_word_end(text, words.start, sentence.end, _REACH)
    yield from _behind(text, words, reach)
    yield from _asides(text, words.end, reach)
    yield from _before(text, sentence, words.start)


def loss_reach(text: str, sentence: Span, place: int) -> Span:
    """The words behind a place in which something may be told that the source stands to lose."""
    return Span(place, _main_cue(text, Span(place, nth_word_end(text, place, sentence.end, _REACH))))


def clause_start(text: str, sentence: Span, place: int) -> int:
    """Where the part of a sentence begins that a place stands in: behind the last semicolon, dash or bracket."""
    low = max(sentence.start, place - _BACK)
    return max((found.end() for found in _CUT.finditer(text, low, place)), default=sentence.start)


def _behind(text: str, words: Span, reach: int) -> Iterator[tuple[Span, Bond]]:
    """What follows, up to the verb by which the main clause goes on: "asked not to be named because …, said"."""
    begins = _OPENS_REASON.search(words.of(text))
    start = words.start + begins.start() if begins else words.end
    end = _main_cue(text, Span(words.end, reach))
    for pattern, bond in ((_BEHIND, Bond.TOLD), (_MAYBE_BEHIND, Bond.STRAY)):
        found = pattern.search(text, start, max(start, end))
        if found:
            yield Span(*found.span()), bond
    own = _OWN_WORD.match(text, text.rfind("and", words.end, end), reach) if end < reach else None
    if own:
        yield Span(*own.span()), Bond.STRAY


def _asides(text: str, place: int, reach: int) -> Iterator[tuple[Span, Bond]]:
    """A clause of its own behind a place or behind the clause that it stands in."""
    cut = _CUT.search(text, place, reach)
    aside = _ASIDE.match(text, place, reach) or _ASIDE.match(text, cut.start() if cut else reach, reach)
    end = _main_cue(text, Span(*aside.span())) if aside else 0
    if aside and aside.start() < end:
        yield Span(aside.start(), end), Bond.STRAY if aside["quoted"] else Bond.HINTED


def _before(text: str, sentence: Span, place: int) -> Iterator[tuple[Span, Bond]]:
    """What is told in the sentence before it comes to the name."""
    low = max(sentence.start, place - _BACK)
    hence = _HENCE.search(text, low, place)
    comma = text.rfind(",", low, place)
    if hence:
        if hence.start() > low:
            yield Span(low, hence.start()), Bond.TOLD
    elif comma > 0 and _BEFORE.match(text, sentence.start):
        yield Span(low, comma), Bond.TOLD
    elif _IF.match(text, place) and place > low:
        yield Span(low, place), Bond.TOLD
    start = clause_start(text, sentence, place)
    known = _KNOWN.match(text, start) and not _SPEECH.search(text, start, place)
    if known and _COORDINATED.search(text, start, place):
        yield Span(start, place), Bond.HINTED
    who = next(iter(reversed(list(_RELATIVE.finditer(text, max(start, low), place)))), None)
    if who and not _SPEECH.search(text, who.end(), place):
        yield Span(who.end(), place), Bond.HINTED if _BEFORE.match(text, _next(text, who.end())) else Bond.STRAY


def _next(text: str, place: int) -> int:
    """The next place that is no space."""
    return place + len(text[place : place + _BACK]) - len(text[place : place + _BACK].lstrip())


@cache
def _cue_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Finite forms of verbs of saying: those that are one anywhere, and those that are one behind a comma.

    The verbs of asking and granting are left out of the first: they withhold a name themselves.
    """
    groups = {e.id: e.words for e in vocabulary("anonymity").entries}
    withholding = {w for name in ("asking", "agreeing", "declining", "grant", "speak") for w in groups[name]}
    kept = {"said", "told", "wrote", "explained", "answered"}
    verbs = [c.forms for c in rubric().cues if c.act in _ACTS and len(c.forms) >= _VERB_FORMS]
    forms = {w for f in verbs for w in f if " " not in w and not w.endswith("ing")} - _FEARS
    past = {w for f in verbs for w in f[1:] if not w.endswith("s")} | {"says", "tells"}  # "for professional reasons"
    return frozenset(past & forms - (withholding - kept)), frozenset(forms)


def _main_cue(text: str, span: Span) -> int:
    """Where the main clause goes on behind a disclosure, by its verb of saying; the end where it does not."""
    anywhere, behind_comma = _cue_forms()
    opening = Word("", span.start, span.start, False)
    for before, word in pairwise([opening, *words_of(text, span)]):
        told = word.lower in (behind_comma if before.lower == "," else anywhere)
        if told and before.lower not in _SUBORDINATE:
            return word.start
    return span.end
