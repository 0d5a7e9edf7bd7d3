"""Whose post somebody holds: the body behind "its chief executive" or "the trust's spokeswoman"."""

from __future__ import annotations

from onrecord.sourcing.grammar import ARTICLES, MEMBERSHIP, OWNERS, QUANTIFIERS
from onrecord.sourcing.lexicon import phrases
from onrecord.sourcing.phrases import head_phrase, is_nationality, is_post
from onrecord.sourcing.tokens import Token, joined

_GRADES = ("rank", "grade")
_PLACES = MEMBERSHIP | {"in", "inside", "within"}


def owner_words(article: str, core: list[Token], text: str) -> str | None:
    """The words for the body a post belongs to, None where the phrase holds no post or tells no body.

    Args:
        article: the word before the phrase, lower case; a possessive pronoun is an owner.
        core: the phrase up to the first comma, without the article.
        text: the article's text.
    """
    head = head_phrase(core)
    words = [t.lower for t in head]
    if not words or not is_post(words):
        return None
    possessor = max((i for i, t in enumerate(head[:-1]) if t.possessive), default=None)
    if possessor is not None:
        return joined(head[: possessor + 1], text)
    behind = core[len(head) :]
    if len(behind) > 1 and behind[0].lower in _PLACES:
        inner = behind[2 if behind[1].lower in ARTICLES else 1 :]
        stop = next((i for i, t in enumerate(inner) if not t.word or t.lower in {"who", "which", "that"}), len(inner))
        if inner[:stop]:
            return joined(inner[:stop], text)
    post = phrases("posts").ending(words)
    adjunct = [t for t in head[: len(head) - post[0]] if not _counts(t)] if post else []
    if any((t.capital and not is_nationality(t.lower)) or phrases("organizations").has(t.lower) for t in adjunct):
        return joined(adjunct, text)
    return article if article in OWNERS else None


def _counts(token: Token) -> bool:
    """Whether a word before a post is its number or grade: "three", "former", "senior"."""
    return token.lower in QUANTIFIERS or phrases("titles").values.get((token.lower,)) in _GRADES
