"""Ranks that several services have: an officer or a captain of the police, the army, a council or a team."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.model import Sector
from onrecord.sourcing.lexicon import phrases, singular


def service_of(title: str, sector: Sector, counts: Mapping[Sector, int]) -> Sector:
    """The service of an officer, commander or captain: police, army, council or team, as the article speaks of them.

    Args:
        title: the words of the rank.
        sector: what the rank tells alone.
        counts: how often the article has words of each service (see ``services``).
    """
    words = title.lower().split()
    if sector is Sector.MILITARY and len(words) > 1 and words[0].startswith(("retired", "ex-")):
        return Sector.EXPERT  # who comments on a service without serving in it (GUIDE, "More sectors")
    if not words or singular(words[-1]) not in _RANKS or _MARKED.intersection(words) or _is_compound(words):
        return sector
    fields = [s for s in (Sector.LAW_ENFORCEMENT, Sector.MILITARY, *_RANKS[singular(words[-1])]) if counts.get(s)]
    best = max(fields, key=lambda s: (counts[s], s is sector), default=sector)
    return best if counts.get(best, 0) > counts.get(sector, 0) else sector


def _is_compound(words: list[str]) -> bool:
    """Whether a rank is told with its service: "supply sergeant", "fire captain"."""
    role = phrases("roles").ending(words)
    return role is not None and role[0] > 1


def is_rank(word: str) -> bool:
    """Whether a lower-case word is a rank that several services have."""
    return word in _RANKS


def is_clinical(counts: Mapping[Sector, int]) -> bool:
    """Whether an article is about a hospital: "the trust" in it is a public one."""
    return counts.get(Sector.EXPERT, 0) >= _CLINICAL


def services(text: str) -> dict[Sector, int]:
    """How often a text has words of the services whose ranks sound alike."""
    counts: dict[Sector, int] = {}
    for match in _WORD.finditer(text):
        sector = _SERVICE_WORDS.get(match.group().lower())
        if sector:
            counts[sector] = counts.get(sector, 0) + 1
    return counts


_CLINICAL = 3  # words for wards and patients
_WORD = re.compile(r"[^\W\d_]+")
_RANKS: dict[str, tuple[Sector, ...]] = {
    "officer": (Sector.GOVERNMENT,),
    "commander": (),
    "captain": (Sector.BUSINESS,),
    "lieutenant": (),
    "sergeant": (),
    "major": (),
    "colonel": (),
}
_MARKED = frozenset(
    "police customs army naval navy military air detective prison medical health press returning fire executive "  # noqa: SIM905
    "operating financial integrity compliance information immigration team club intelligence security".split()
)
_SERVICE_WORDS = {
    word: sector
    for sector, words in {
        Sector.LAW_ENFORCEMENT: "police policeman policemen detective detectives constable sheriff arrested arrest",
        Sector.MILITARY: "army military brigade regiment battalion navy troops soldiers barracks garrison squadron",
        Sector.GOVERNMENT: "council councils councillors borough ministry inspectorate",
        Sector.EXPERT: "ward wards hospital patient patients midwife midwives nurse nurses clinic",
        Sector.BUSINESS: "team match league club goal tournament coach squad championship players",
    }.items()
    for word in words.split()
}
