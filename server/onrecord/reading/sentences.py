"""Sentences of a block: by their stops, minding abbreviations, initials, quotations and bullets.

White space of any kind and length counts as one space, for the raw texts of a browser hold line ends and runs of
spaces wherever the page's source did. All look-ahead and look-behind is bounded, so that time is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.reading.quotations import quotations
from onrecord.word_list import words

SHORT_QUOTATION = 10  # words; shorter ones (slogans, titles, exclamations) are never split
LOOK = 80  # characters looked at before a stop
FAR = 400  # characters looked at after a quotation for the verb of its speaker

_STOP = re.compile(r"(?:[.!?…]+|(?=[•▪‣●◦])(?<=\s))[\"'”’»›)\]]*")
_SPACE = re.compile(r"\s*")
_BULLETS = "•▪‣●◦·* \t\n\r\f\v\u00a0"
_LAST_WORD = re.compile(r"[^\W_](?:[\w.'’&-]{0,30}[^\W_])?$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*([^\W_][\w'’-]{0,30})")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_SPEECH = re.compile(
    r"(?:(?:[\w'’-]{1,30},?|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Prof|[A-Z])\.)\s){0,7}"
    r"(?:said|says|asked|asks|wrote|writes|told|added|adds|shouted|replied|tweeted|posted|cried|exclaimed|wondered"
    r"|demanded|continued|recalled|answered|responded|yelled|quipped|joked)\b"
)
_NEVER_LAST = words(
    """
    mr mrs ms mx dr gen lt col sgt capt maj cmdr cmd adm brig cpl pvt sen sens rep reps gov govs rev hon prof pres
    supt insp det st mt ft messrs mme mlle fr amb atty dist asst assoc e.g i.e viz cf vs approx est al.-gen lt.-col
    lt.-gen maj.-gen ave-maria sec dept univ
    """
)
_BEFORE_NUMBER = words(
    """
    no nos vol vols art arts fig figs p pp ch sec secs ed v vs c ca jan feb mar apr jun jul aug sep sept oct nov dec
    pt pg par paras tel ext rte hwy
    """
)
_MAYBE_LAST = words(
    """
    inc corp ltd co llc plc bros cos jr sr esq etc al ave blvd rd sq ste dept assn intl natl jan feb mar apr aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan
    ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask man
    ph.d m.d b.a m.a
    """
)
# words that seldom go on a name, so that a capital after an abbreviation begins a sentence
_OPENERS = words(
    """
    the a an in on at but and he she it they we i you his her its their our this that these those there then when
    while after before as if for from with by however although though officials police some many more most no not
    both several one two three what who why how according meanwhile still yet also even since during under another
    all each local asked so or nor last earlier later only
    """
)
_ZONES = words(
    """
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet eastern central mountain pacific local
    """
)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a block.

    Args:
        text: the article's text.
        span: the block.

    Returns:
        Ranges in order, none overlapping, without white space or bullets at their start and without white space at
        their end. Together they hold every other character of the block.
    """
    inner = quotations(text, span)
    found = []
    start = span.start
    for end in _ends(text, span, inner):
        sentence = _trimmed(text, start, end)
        if sentence:
            found.append(sentence)
        start = end
    last = _trimmed(text, start, span.end)
    return (*found, last) if last else tuple(found)


def _ends(text: str, span: Span, inner: Sequence[Span]) -> Iterator[int]:
    """Where sentences end."""
    starts = [q.start for q in inner]
    short = [len(q.of(text).split()) <= SHORT_QUOTATION for q in inner]
    beginning = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        end = stop.end()
        after = _next(text, end, span.end)
        if after >= span.end:
            return
        at = bisect_right(starts, stop.start()) - 1
        around = inner[at] if at >= 0 and inner[at].end > end else None
        if around is not None and short[at]:
            continue
        if _is_end(text, Span(beginning, span.end), stop, after):
            yield end
            beginning = after


def _is_end(text: str, span: Span, stop: re.Match[str], after: int) -> bool:
    mark = stop.group()
    if mark == "" or text[after] in "•▪‣●◦":
        return True
    if after == stop.end():
        return False  # no space follows: a figure, an address, a stop within a word
    if not _can_begin(text, after, span.end):
        return False
    if mark[0] in "!?…" or mark.startswith(".."):
        return not (mark[-1] in "\"'”’»›" and _SPEECH.match(" ".join(text[after : min(span.end, after + FAR)].split())))
    return mark != "." or _is_full_stop(text, span, stop.start(), after)


def _can_begin(text: str, at: int, end: int) -> bool:
    """Whether a sentence can begin here: not with a small letter, nor with a stop or comma."""
    word = _NEXT_WORD.match(text, at, end)
    if word is None:
        return text[at] not in ".,;:!?…)]"
    return not word.group(1)[0].islower() or (word.group(1)[1:2].isupper())


def _is_full_stop(text: str, span: Span, stop: int, after: int) -> bool:
    """Whether a period ends a sentence, rather than an abbreviation, an initial or a number in a list."""
    found = _LAST_WORD.search(text, max(span.start, stop - LOOK), stop)
    if found is None:
        return True
    word = found.group()
    low = word.lower()
    following = _NEXT_WORD.match(text, after, span.end)
    next_word = following.group(1) if following else ""
    titled = low in _NEVER_LAST and (word[0].isupper() or "." in word or low in ("vs", "approx", "cf", "viz", "est"))
    numbered = low in _BEFORE_NUMBER and next_word[:1].isdigit()
    listed = word.isdigit() and len(word) <= 2 and found.start() == _next(text, span.start, stop)  # "1. Text"
    if titled or numbered or listed:
        return False
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word == "I" and text[max(span.start, stop - LOOK) : stop - 1].rstrip()[-1:].islower()
    if _ACRONYM.match(word) or (low in _MAYBE_LAST and word[0].isupper()) or low in ("etc", "al"):
        return _begins_anew(text, after, low, next_word)
    return True


def _begins_anew(text: str, after: int, word: str, next_word: str) -> bool:
    """Whether what follows an abbreviation that may end a sentence does begin one."""
    if text[after] in "\"“‘'«":
        return True
    low = next_word.lower()
    if word in ("a.m", "p.m"):
        return not next_word[:1].isdigit() and low not in _ZONES and not low.endswith("day")
    return low in _OPENERS or (word in ("etc", "al") and next_word[:1].isupper())


def _next(text: str, start: int, end: int) -> int:
    """The first character from ``start`` that is no white space, at most ``end``."""
    match = _SPACE.match(text, start, end)
    return match.end() if match else end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    start = end - len(piece.lstrip().lstrip(_BULLETS).lstrip())
    end = start + len(text[start:end].rstrip())
    return Span(start, end) if end > start else None
