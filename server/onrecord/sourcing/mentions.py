"""Reading one mention: what the words that name a source in one place tell about it.

A mention is read from its head: a person's name stands last before a comma ("U.S. Secretary of Defense Lloyd Austin"),
a role, body or document is the last noun before the first preposition ("two officials from the ministry").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Sector, Span
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
from onrecord.sourcing.lexicon import is_plural, phrases
from onrecord.sourcing.named_mentions import body_mention, person_mention
from onrecord.sourcing.names import person_run
from onrecord.sourcing.phrases import clauses, head_phrase
from onrecord.sourcing.quantities import counted
from onrecord.sourcing.tokens import Token, joined, tokens

__all__ = ["Kind", "Mention", "read_mention"]

_OPENING, _CLOSING = frozenset('“"«‘'), frozenset('”"»’')
_KEPT = CLAUSE_MARKS | {"%"}
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_LETTER = re.compile(r"[A-Z]\d?|\d{1,3}|X{2,3}")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")


def read_mention(text: str, span: Span) -> Mention:
    """Read the words of one mention (half-open code points of ``text``)."""
    words = _words(text, span)
    shown = " ".join(span.of(text).split())
    if not words:
        return Mention(span, Kind.UNKNOWN, shown)
    first = words[0].lower
    if first in PRONOUNS and (len(words) == 1 or words[1].lower in CUTS or not words[1].word):
        return Mention(span, Kind.PRONOUN, joined(words, text), head=first, pronoun=AGREEMENT.get(first, first))
    alias = _handle(words, text, span) or _lettered(words, text, span)
    if alias:
        return alias
    words = _named_member(words)
    member = _member(words, text, span)
    if member:
        return member
    words, many = counted(words)
    if not words:
        return Mention(span, Kind.ROLE, shown, sector=Sector.PUBLIC, head="respondent", plural=True)
    single = not many and first in ("one", "each") and len(words) > 1
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
    if many and found.kind in (Kind.PERSON, Kind.BODY):
        return replace(found, kind=Kind.UNKNOWN, name=None, title=None, plural=True)  # "half of Cuban-Americans"
    return replace(found, plural=many) if (single or many) and found.kind is Kind.ROLE else found


def _words(text: str, span: Span) -> list[Token]:
    """The words and clause marks of a mention from its first word on; a live blog's clock ("21.11 Police") is none."""
    kept = _without_short_name(_without_titles(tokens(text, span)))
    words = [t for t in kept if t.word or t.text in _KEPT]
    while len(words) > 1 and words[-1].lower in _REFLEXIVES:
        words = words[:-1]  # "the mayor himself"
    first = next((i for i, t in enumerate(words) if t.word), len(words))
    while first < len(words) - 1 and _CLOCK.fullmatch(words[first].text):
        first += 1
    return words[first:]


def _without_titles(words: list[Token]) -> list[Token]:
    """Words without the title in quotation marks behind a document: "Her 2025 paper “Minor Tides”"."""
    opening = next((i for i, t in enumerate(words) if i and t.text in _OPENING), None)
    if opening is None or not phrases("documents").has(words[opening - 1].lower):
        return words
    closing = next((i for i in range(opening + 1, len(words)) if words[i].text in _CLOSING), len(words) - 1)
    return words[:opening] + words[closing + 1 :]


def _without_short_name(words: list[Token]) -> list[Token]:
    """Words without the short name in brackets behind a name: "the Union of Weavers (UW), Ada Pell"."""
    for i in range(1, len(words) - 2):
        if words[i].text == "(" and words[i + 2].text == ")" and words[i + 1].text.isupper() and words[i - 1].capital:
            return words[:i] + words[i + 3 :]
    return words


def _handle(words: list[Token], text: str, span: Span) -> Mention | None:
    """An account under a name of its own making: "@harbourfox12"."""
    if not words or text[words[0].start - 1 : words[0].start] != "@":
        return None
    name = "@" + words[0].text
    return Mention(span, Kind.ROLE, name, name, sector=Sector.SOCIAL_MEDIA, head=name.lower(), placed=True)


def _lettered(words: list[Token], text: str, span: Span, *, inner: bool = False) -> Mention | None:
    """Somebody told by a letter for the name: "Witness B", "Officer 14"; a name behind it tells more."""
    comma = next((i for i, t in enumerate(words) if not t.word), len(words))
    said = words[:comma]
    if not inner and said and said[0].lower in ORDINALS | ARTICLES and comma + 1 < len(words):
        return _lettered(words[comma + 1 :][:4], text, span, inner=True)  # "The first, Witness B"
    if len(said) != 2 or not said[0].capital or not _LETTER.fullmatch(said[1].text):
        return None
    role = phrases("roles").ending([said[0].lower])
    if role is None:
        return None
    name = joined(said, text)
    return Mention(
        span, Kind.ROLE, name, name, title=name, sector=Sector(role[1]), head=name.lower(), definite=True, placed=True
    )


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
