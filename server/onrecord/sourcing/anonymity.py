"""Where an article says that a name is withheld, and why: "They spoke on condition of anonymity because …".

Such words stand with the source, in a clause behind it, or in a sentence of their own, and hold for all that the source
says (evaluation/gold/GUIDE.md, "Once for all").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.model import Anonymity, Reason, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.anonymity_clauses import Bond, clauses
from onrecord.sourcing.anonymity_reasons import better_reason, reason_of, reason_of_formula
from onrecord.sourcing.wordings import Found, Wordings

_NOT_PLAIN = frozenset({"fear"})
# "said that he was", right before "not authorised to comment"
_SAYS_SO = re.compile(
    r"\b(?:said|says|saying|say|replied|answered|explained|explaining|added|insisted)\s+(?:that\s+)?(?:he|she|they|I|we)\b\W*"
    r"(?:\w+\s+)?(?:is|are|was|were|has|had|have|do|does|did)?\s*$"
)
_SAYS_WITHIN = 60  # characters


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One place where a name is said to be withheld.

    Attributes:
        sentence: where it stands.
        words: the words that say so.
        anonymity: what it tells.
        plain: it says that a name is withheld or silence due; else it only tells of a fear that may have other grounds.
        withheld: more is told than that the source may not speak.
        same: it refers to what was told of somebody before: "under the same terms".
        renamed: a name that is not the real one stands in place of it.
        reasons: where it says why; what is told there is the outlet's ground and lays nothing at anybody's door.
    """

    sentence: Span
    words: Span
    anonymity: Anonymity
    plain: bool
    withheld: bool
    same: bool = False
    renamed: bool = False
    reasons: tuple[Span, ...] = ()

    @property
    def place(self) -> int:
        """The first of its words."""
        return self.words.start


@cache
def _wordings() -> Wordings:
    entries = vocabulary("anonymity").entries
    groups = {e.id: e.words for e in entries if e.value == "group"}
    told = [
        (w, e.value)
        for e in entries
        for w in e.words
        if e.value in ("none", "stock", "specific", "fear", "never", "same", "renamed")
    ]
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
        if found and not _is_refusal(text, found):
            after = sentences[number + 1] if number + 1 < len(sentences) else None
            same = after is not None and "\n" not in text[sentence.end : after.start]
            yield _disclosure(text, sentence, found, after if same else None)


def _inside(place: int, starts: Sequence[int], quotations: Sequence[Span]) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and quotations[at].end > place


def _is_refusal(text: str, found: Sequence[Found]) -> bool:
    """Whether somebody only says of himself that he may not speak: "said he was not authorised to comment"."""
    if any(f.value != "stock" for f in found):
        return False
    place = found[0].span.start
    return _SAYS_SO.search(text, max(0, place - _SAYS_WITHIN), place) is not None


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
    plain = next((f for f in found if f.value != "stock"), found[0])
    if kinds & {"specific", "fear"}:
        reason = Reason.SPECIFIC
    else:
        told = [reason_of(text, sentence, plain.span, following)] if kinds != {"stock"} else []
        stock = [reason_of_formula(text, sentence, found[0].span.start)] if "stock" in kinds else []
        reason = better_reason(*told, *stock)
    return Disclosure(
        sentence=sentence,
        words=found[0].span if plain.value == "fear" else plain.span,
        anonymity=Anonymity(True, reason),
        plain=not kinds <= _NOT_PLAIN,
        withheld=kinds != {"stock"},
        same="same" in kinds,
        renamed="renamed" in kinds,
        reasons=tuple(place for place, bond in clauses(text, sentence, plain.span) if bond is Bond.TOLD),
    )


def better(one: Anonymity, other: Anonymity) -> Anonymity:
    """What two places tell together: the more specific reason."""
    return Anonymity(one.disclosed or other.disclosed, better_reason(one.reason, other.reason))
