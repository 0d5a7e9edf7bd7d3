"""Mentions without a name: the media, a document, a role."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Sector
from onrecord.sourcing.grammar import AGENT_NOUNS, ARTICLES, OWNERS, QUANTIFIERS, RELATIVES, SPOKESPEOPLE
from onrecord.sourcing.kinds import Kind, Mention, Phrase
from onrecord.sourcing.lexicon import is_plural, phrases, singular
from onrecord.sourcing.owners import owner_words
from onrecord.sourcing.phrases import document_sector, head_phrase, sector_of
from onrecord.sourcing.placing import affiliation_in, is_placed, role_sector
from onrecord.sourcing.tokens import Token, joined

_POSTS = frozenset({"post", "tweet", "blogger"})  # what passes on there, passes on from social media


def described_mention(phrase: Phrase) -> Mention | None:
    """Somebody or something without a name: the media, a document, a role."""
    head = _without_number(head_phrase(phrase.core))
    words = [t.lower for t in head]
    relayer = phrases("relayers").ending(words)
    if relayer and not (words[-1] in {"report", "reports"} and phrase.definite):
        told = sector_of(phrase.core)
        social = told is Sector.SOCIAL_MEDIA or "social" in words or singular(words[-1]) in _POSTS
        sector = Sector.SOCIAL_MEDIA if social else Sector.MEDIA
        return Mention(phrase.span, Kind.RELAYER, phrase.shown, sector=sector, head=words[-1], plural=True)
    found = {kind: phrases(kind).ending(words) for kind in ("documents", "roles", "organizations")}
    lengths = {kind: match[0] for kind, match in found.items() if match}
    if not lengths:
        return None
    if lengths.get("documents", 0) >= max(lengths.values()):
        return _document(phrase, words)
    return _role(phrase, head)


def _without_number(head: list[Token]) -> list[Token]:
    """A head noun without the number behind it: "Section" of "Section 4-118"."""
    while len(head) > 1 and any(c.isdigit() for c in head[-1].text):
        head = head[:-1]
    return head


def _document(phrase: Phrase, words: Sequence[str]) -> Mention:
    name = joined(phrase.core, phrase.text)
    possessor = next((i for i, t in enumerate(phrase.core) if t.possessive), None)
    whose = joined(phrase.core[: possessor + 1], phrase.text) if possessor is not None else None
    pronoun = next((t.lower for t in phrase.core if t.lower in ("its", "their")), None)
    return Mention(
        phrase.span, Kind.DOCUMENT, phrase.shown, name, sector=document_sector(words, phrase.core),
        head=singular(words[-1]), plural=is_plural(words[-1]), definite=phrase.definite,
        placed=len(phrase.core) > 1 or phrase.definite,
        owner=whose or pronoun or (phrase.article if phrase.article in OWNERS else None),
    )  # fmt: skip


def _role(phrase: Phrase, head: list[Token]) -> Mention:
    last = head[-1].lower
    spokesperson = singular(last) in SPOKESPEOPLE
    collective = _is_collective([t.lower for t in head])
    relative = next((i for i, t in enumerate(phrase.core) if t.lower in RELATIVES), len(phrase.core))
    return Mention(
        phrase.span, Kind.ROLE, joined(phrase.core[:relative], phrase.text),
        title=joined(head, phrase.text),
        affiliation=affiliation_in(phrase, head) if spokesperson or singular(last) in AGENT_NOUNS else None,
        sector=role_sector(phrase.core, head),
        head=singular(last),
        plural=is_plural(last) and not _is_one_body(head),
        definite=phrase.definite,
        bare=_bare(phrase, head),
        placed=is_placed(phrase.core, head) or (collective and phrase.definite),
        spokesperson=spokesperson,
        collective=collective,
        whose=phrase.article if phrase.article in OWNERS else None,
        owner=owner_words(phrase.article, phrase.core, phrase.text),
    )  # fmt: skip


def _is_collective(words: Sequence[str]) -> bool:
    """Whether words end in the noun for a body rather than a calling: "port authority", though an authority is one."""
    body, role = phrases("organizations").ending(words), phrases("roles").ending(words)
    return body is not None and (role is None or body[0] > role[0] or role[1] == "unknown")


def _is_one_body(head: list[Token]) -> bool:
    """Plural words for one body: "the armed forces"."""
    return [t.lower for t in head[-1:]] == ["forces"] and phrases("organizations").ending([t.lower for t in head]) != (
        1,
        "military",
    )


def _bare(phrase: Phrase, head: list[Token]) -> bool:
    """One countable thing without an article, as headlines write it: "Minister rejects claim", "Trust admits delay"."""
    return phrase.article == phrase.core[0].lower and phrase.article not in ARTICLES | QUANTIFIERS and not _many(head)


def _many(head: list[Token]) -> bool:
    last = head[-1].lower
    return (is_plural(last) and not _is_one_body(head)) or last in {
        "intelligence",
        "management",
        "leadership",
        "someone",
        "one",
        "somebody",
    }
