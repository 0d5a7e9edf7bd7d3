"""What places somebody unnamed: the sector, the body they belong to, and whether agency, rank or place is told."""

from __future__ import annotations

from onrecord.model import Sector
from onrecord.sourcing.grammar import ADVERSARIES, ARTICLES, INTELLIGENCE, MEMBERSHIP
from onrecord.sourcing.kinds import Phrase
from onrecord.sourcing.lexicon import exact_names, phrases, singular
from onrecord.sourcing.phrases import is_nationality, sector_of
from onrecord.sourcing.tokens import Token, joined

# Those of whom nothing is told but where they live or stand: "some in the village".
_ANYBODY = frozenset("some many others other most several few people person both".split())  # noqa: SIM905
_HOMES = frozenset(
    "village villages hamlet neighbourhood neighborhood street streets estate estates camp camps queue queues crowd "  # noqa: SIM905
    "household households valley island islands suburb suburbs flats slum slums settlement favela township shantytown "
    "tenement tower home homes pews stands terraces audience shelter square plaza pub".split()
)
_PLACED_ALONE = frozenset({"police", "authorities", "prosecutors", "investigators"})  # settled in rubric.md, section 3


def role_sector(core: list[Token], head: list[Token]) -> Sector:
    """The head's sector; where that is general, what stands behind it tells: "officials in the spy agency"."""
    sector = sector_of(head)
    if singular(head[-1].lower) in ADVERSARIES:
        return sector  # "critics of the marshal" do not speak for him
    if sector not in (Sector.UNKNOWN, Sector.GOVERNMENT) or len(core) == len(head):
        return sector
    behind = [t for t in core[len(head) :] if t.word]
    if sector is Sector.UNKNOWN and singular(head[-1].lower) in _ANYBODY and any(t.lower in _HOMES for t in behind):
        return Sector.PUBLIC
    wider = sector_of(behind)
    return wider if sector is Sector.UNKNOWN or wider in (Sector.INTELLIGENCE, Sector.MILITARY) else sector


def affiliation_in(phrase: Phrase, head: list[Token]) -> str | None:
    """The body a spokesperson or official belongs to: behind "for", "of", "at", "with", "from", or before the noun."""
    after = [t for t in phrase.core[len(head) :] if t.word]
    if len(after) > 1 and after[0].lower in MEMBERSHIP:
        body = after[2 if after[1].lower in ARTICLES else 1 :]
        if any(t.capital for t in body) or phrases("organizations").ending([t.lower for t in body]):
            return joined(body, phrase.text)
    before = [t for t in head[:-1] if (t.lower,) not in _ranks()]
    if any(t.lower == "and" or is_nationality(t.lower) for t in before[-1:]):
        return None
    proper = any(t.capital and not is_nationality(t.lower) for t in before)
    if proper or any(phrases("organizations").has(t.lower) for t in before):
        return joined(before, phrase.text)
    return None


def _ranks() -> frozenset[tuple[str, ...]]:
    return frozenset(words for words, value in phrases("titles").values.items() if value in ("rank", "grade"))


def is_placed(core: list[Token], head: list[Token]) -> bool:
    """Agency, rank or place told: a proper name, a rank, or the field of office with the noun."""
    lower = [t.lower for t in head]
    first = core[0]
    known = is_nationality(first.lower) or first.text in exact_names("metonyms") or first.text in exact_names("bodies")
    if any(t.capital for t in core[1:]) or (first.capital and known):
        return True
    if lower[-1] in _PLACED_ALONE or not INTELLIGENCE.isdisjoint(lower):
        return True
    behind = (
        [t.lower for t in core[len(head) :]] if len(core) > len(head) and core[len(head)].lower in MEMBERSHIP else []
    )
    return any(phrases("organizations").has(w) or phrases("titles").has(w) for w in (*lower[:-1], *behind))
