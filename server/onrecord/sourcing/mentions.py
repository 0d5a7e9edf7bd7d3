"""Reading one mention: what the words that name a source in one place tell about it.

A mention is read from its head: a person's name stands last before a comma ("U.S. Secretary of Defense Lloyd Austin"),
a role, body or document is the last noun before the first preposition ("two officials from the ministry").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span
from onrecord.sourcing.described_mentions import described_mention
from onrecord.sourcing.grammar import (
    AGREEMENT,
    ARTICLES,
    CLAUSE_MARKS,
    CUTS,
    MADE_ADJECTIVES,
    MEMBERS,
    ORDINALS,
    PARTITIVES,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    WHOLES,
)
from onrecord.sourcing.kinds import Kind, Mention, Phrase
from onrecord.sourcing.lexicon import is_plural
from onrecord.sourcing.named_mentions import body_mention, person_mention
from onrecord.sourcing.names import person_run
from onrecord.sourcing.phrases import clauses, head_phrase
from onrecord.sourcing.tokens import Token, joined, tokens

__all__ = ["Kind", "Mention", "read_mention"]

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")


def read_mention(text: str, span: Span) -> Mention:
    """Read the words of one mention (half-open code points of ``text``)."""
    words = _words(text, span)
    if not words:
        return Mention(span, Kind.UNKNOWN, " ".join(span.of(text).split()))
    first = words[0].lower
    if first in PRONOUNS and (len(words) == 1 or words[1].lower in CUTS or not words[1].word):
        return Mention(span, Kind.PRONOUN, joined(words, text), head=first, pronoun=AGREEMENT.get(first, first))
    words = _named_member(words)
    member = _member(words, text, span)
    if member:
        return member
    single = first in ("one", "each") and len(words) > 1
    if first in QUANTIFIERS | PARTITIVES and len(words) > 2 and words[1].lower == "of":
        words = words[2:]  # "one of the nurses"
    article = words[0].lower
    if article in ARTICLES and len(words) > 1 and words[1].word:
        words = words[1:]
    while len(words) > 1 and words[0].lower.endswith(MADE_ADJECTIVES) and words[1].capital:
        words = words[1:]  # "Telford-based Brightwell"
    core, rest = clauses(words)
    phrase = Phrase(text, span, joined(words, text), core, rest, article)
    found = body_mention(phrase) or person_mention(phrase) or described_mention(phrase) or _unknown(phrase)
    return replace(found, plural=False) if single and found.kind is Kind.ROLE else found


def _words(text: str, span: Span) -> list[Token]:
    """The words and clause marks of a mention from its first word on; a live blog's clock ("21.11 Police") is none."""
    words = [t for t in tokens(text, span) if t.word or t.text in CLAUSE_MARKS]
    first = next((i for i, t in enumerate(words) if t.word), len(words))
    while first < len(words) - 1 and _CLOCK.fullmatch(words[first].text):
        first += 1
    return words[first:]


def _named_member(words: list[Token]) -> list[Token]:
    """The name behind "one of them, Ada Pell", which tells more than the words before it."""
    comma = next((i for i, t in enumerate(words) if t.text == ","), len(words))
    named = words[0].lower == "one" and comma + 2 < len(words) and all(t.capital for t in words[comma + 1 : comma + 3])
    return words[comma + 1 :] if named and person_run(words[comma + 1 : comma + 3]) else words


def _member(words: list[Token], text: str, span: Span) -> Mention | None:
    """Some or one of a group told before: "one of them", "the third", "both"; None for anything else."""
    lower = [t.lower for t in words]
    ends = next((i for i, t in enumerate(words) if not t.word or t.lower in RELATIVES), len(words))
    said = lower[:ends]
    if said[-2:-1] == ["of"] and said[-1] in {"them", "those", "these"}:
        said = said[:-2]
    elif len(said) > 2 and said[-1] in {"two", "three", "four"} and said[-3:-1] == ["of", "the"]:
        said = said[:-3]  # "the elder of the two"
    if said[:1] in (["the"], ["a"]):
        said = said[1:]
    if len(said) != 1 or said[0] not in MEMBERS | ORDINALS | WHOLES or lower == ["all"]:
        return None
    whole = said[0] in WHOLES
    return Mention(
        span, Kind.MEMBER, joined(words[:ends], text), head=said[0], plural=whole, pronoun="they" if whole else None
    )


def _unknown(phrase: Phrase) -> Mention:
    last = head_phrase(phrase.core)[-1].lower
    return Mention(phrase.span, Kind.UNKNOWN, phrase.shown, head=last, plural=is_plural(last), definite=phrase.definite)
