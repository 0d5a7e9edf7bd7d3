"""Where an article says that a name is withheld, and why: "They spoke on condition of anonymity because …".

Such words stand with the source, in a clause behind it, or in a sentence of their own, and hold for all that the source
says (evaluation/gold/GUIDE.md, "Once for all").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.model import Anonymity, Reason, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.anonymity_reasons import better_reason, reason_of
from onrecord.sourcing.wordings import Found, Wordings

_NOT_PLAIN = frozenset({"fear"})


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One place where a name is said to be withheld.

    Attributes:
        sentence: where it stands.
        words: the words that say so.
        anonymity: what it tells.
        plain: it says that a name is withheld or silence due; else it only tells of a fear that may have other grounds.
        withheld: more is told than that the source may not speak.
    """

    sentence: Span
    words: Span
    anonymity: Anonymity
    plain: bool
    withheld: bool

    @property
    def place(self) -> int:
        """The first of its words."""
        return self.words.start


@cache
def _wordings() -> Wordings:
    entries = vocabulary("anonymity").entries
    groups = {e.id: e.words for e in entries if e.value == "group"}
    told = [(w, e.value) for e in entries for w in e.words if e.value in ("none", "stock", "specific", "fear", "never")]
    return Wordings(told, groups)


def disclosures(text: str, sentences: Sequence[Span], quotations: Sequence[Span]) -> Iterator[Disclosure]:
    """The disclosures of an article in its own words, in text order, one a sentence.

    Args:
        text: the article's text.
        sentences: its sentences, in text order.
        quotations: its direct quotations; what is said in them is no disclosure of the outlet's.
    """
    starts = [q.start for q in quotations]
    for number, sentence in enumerate(sentences):
        found = [f for f in withholdings(text, sentence) if not _inside(f.span.start, starts, quotations)]
        if found:
            after = sentences[number + 1] if number + 1 < len(sentences) else None
            same = after is not None and "\n" not in text[sentence.end : after.start]
            yield _disclosure(text, sentence, found, after if same else None)


def _inside(place: int, starts: Sequence[int], quotations: Sequence[Span]) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and quotations[at].end > place


def withholdings(text: str, passage: Span) -> list[Found]:
    """The words of a passage by which names are withheld, the first ones first."""
    found = _wordings().find(text, passage)
    never = [f.span for f in found if f.value == "never"]
    kept = [f for f in found if f.value != "never" and not any(n.contains(f.span) for n in never)]
    return sorted(kept, key=lambda f: (f.span.start, -f.span.end))


def anonymity_in(text: str, passage: Span) -> Anonymity:
    """Whether a passage says that a name is withheld, and the best reason it gives."""
    found = withholdings(text, passage)
    return _disclosure(text, passage, found, None).anonymity if found else Anonymity()


def _disclosure(text: str, sentence: Span, found: Sequence[Found], following: Span | None) -> Disclosure:
    kinds = {f.value for f in found}
    place = found[0].span.start
    if kinds & {"specific", "fear"}:
        reason = Reason.SPECIFIC
    else:
        told = [reason_of(text, sentence, place, following, formula=False)] if "none" in kinds else []
        stock = [reason_of(text, sentence, place, None, formula=True)] if "stock" in kinds else []
        reason = max([*told, *stock], key=list(Reason).index)
    return Disclosure(sentence, found[0].span, Anonymity(True, reason), not kinds <= _NOT_PLAIN, kinds != {"stock"})


def better(one: Anonymity, other: Anonymity) -> Anonymity:
    """What two places tell together: the more specific reason."""
    return Anonymity(one.disclosed or other.disclosed, better_reason(one.reason, other.reason))
