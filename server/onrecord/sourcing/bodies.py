"""Whether a phrase names a body: a ministry, a firm, an outlet, a capital that stands for its government."""

from __future__ import annotations

from onrecord.model import Sector
from onrecord.sourcing.lexicon import exact_names, phrases
from onrecord.sourcing.phrases import head_phrase, is_nationality, sector_of
from onrecord.sourcing.tokens import Token, joined

_COLLECTIVES = ("intelligence", "law_enforcement")


def body_of(core: list[Token], text: str) -> tuple[str, Sector, str] | None:
    """Name, sector and head word of the body a phrase names, or None.

    Agencies without a name ("Ukrainian intelligence", "Iranian police") are no bodies but unnamed groups.
    """
    name = joined(core, text)
    for kind in ("bodies", "metonyms"):
        sector = exact_names(kind).get(name)
        if sector is not None:
            return name, Sector(sector), name.lower()
    head = head_phrase(core)
    for i in range(1, len(head)):  # "the broadcaster Suspilne"
        known = exact_names("bodies").get(joined(head[i:], text))
        if known and len(head) == len(core) and phrases("organizations").ending([t.lower for t in head[:i]]):
            return joined(head[i:], text), Sector(known), head[-1].lower
    words = [t.lower for t in head]
    found = phrases("organizations").ending(words) if words else None
    if not found or not _is_named(head, found[0]):
        return None
    if _is_person(words, found[0]) or _is_collective(head, found[1]):
        return None
    whole = len(head) < len(core) and core[len(head)].lower in {"of", "for"}
    return joined(core if whole else head, text), sector_of(head, found[1]), words[-1]


def _is_named(head: list[Token], length: int) -> bool:
    """A proper name ends in the head word ("Norwell Gazette") or stands before it ("Trump campaign")."""
    if head[-1].capital:
        return True
    proper = [t for t in head[:-length] if t.capital]
    return any(not is_nationality(t.lower) for t in proper)


def _is_person(words: list[str], body_length: int) -> bool:
    """A phrase that ends in what a person does ("police officer"), or a lone common noun at a sentence's start."""
    role = phrases("roles").ending(words)
    return role is not None and (role[0] > body_length or len(words) == 1)


def _is_collective(head: list[Token], sector: str) -> bool:
    """An agency, but none by name: "Ukrainian intelligence", "Iranian police", "the security services"."""
    if sector not in _COLLECTIVES or head[-1].capital:
        return False
    proper = [t for t in head[:-1] if t.capital and not is_nationality(t.lower)]
    return not proper or head[-1].lower in {"police", "intelligence"}
