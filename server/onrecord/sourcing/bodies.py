"""Whether a phrase names a body: a ministry, a firm, an outlet, a capital that stands for its government."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Sector
from onrecord.sourcing.grammar import MILITARY, PARTICLES, PARTS_OF_REGIONS, SURNAMES
from onrecord.sourcing.lexicon import exact_names, given_names, is_plural, phrases
from onrecord.sourcing.phrases import head_phrase, is_nationality, is_title, sector_of
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
    national = _of_a_nation(core, text)
    if national:
        return name, national, name.lower()
    head = head_phrase(core)
    apposed = _apposed(head, text) if len(head) == len(core) else None
    if apposed:
        return apposed
    formed = _opened(core, text) or _firm(head, text) or _masthead(head, text)
    if formed:
        return formed
    regional = _of_a_region(core, text)
    if regional:
        return regional
    words = [t.lower for t in head]
    found = phrases("organizations").ending(words) if words else None
    if not found or not _is_named(head, found[0]) or _is_full_name(core):
        return None
    if _is_person(words, found[0]) or _is_collective(head, found[1]) or _some_of_them(head):
        return None
    whole = len(head) < len(core) and core[len(head)].lower in {"of", "for"}
    ambiguous = phrases("roles").ending(words[-1:]) is not None  # "The Halvik Courier" carries no parcels
    sector = Sector(found[1]) if ambiguous else sector_of(head, found[1])
    if whole and sector is Sector.GOVERNMENT and not MILITARY.isdisjoint(t.lower for t in core):
        sector = Sector.MILITARY  # "the Ministry of National Defence"
    return joined(core if whole else head, text), sector, words[-1]


def _of_a_nation(core: list[Token], text: str) -> Sector | None:
    """The sector of a known body told with its country: "U.S. Customs and Border Protection"."""
    if len(core) < 2 or not is_nationality(core[0].lower):
        return None
    sector = exact_names("bodies").get(joined(core[1:], text))
    return Sector(sector) if sector else None


def _apposed(head: list[Token], text: str) -> tuple[str, Sector, str] | None:
    """A name behind the noun for what it is: "the broadcaster Suspilne", "the shipbuilder Stolmar"."""
    for i in range(1, len(head)):
        if not head[i].capital or head[i - 1].possessive:
            continue
        if is_title(head[i]):
            return None  # "state Sen. Ada Pell"
        known = exact_names("bodies").get(joined(head[i:], text))
        kind = kind_of([t for t in head[:i] if t.word])
        if kind and (known or not head[i - 1].capital) and all(_in_name(t) for t in head[i:]):
            return joined(head[i:], text), Sector(known or kind), head[-1].lower
        if not head[i - 1].capital and kind is None:
            return None
    return None


def kind_of(words: Sequence[Token]) -> str | None:
    """The sector of the common noun for a body that ends some words; None if they end in a calling or a document."""
    lower = [t.lower for t in words]
    found = phrases("organizations").ending(lower)
    if not found or is_plural(lower[-1]):
        return None
    role = phrases("roles").ending(lower)
    return None if role and role[0] >= found[0] else found[1]


def _in_name(token: Token) -> bool:
    return token.capital or token.lower in PARTICLES or token.text in {"&", "of", "and", "the"} or token.text.isdigit()


def _opened(core: list[Token], text: str) -> tuple[str, Sector, str] | None:
    """A name that its first word tells: "Radio Maritsa", "Channel 9", "Caisse de l'Ourthe"."""
    if len(core) < 2 or not core[0].capital or not all(_in_name(t) for t in core):
        return None
    opening = phrases("openings").values.get((core[0].lower,))
    return (joined(core, text), Sector(opening), core[-1].lower) if opening else None


def _firm(head: list[Token], text: str) -> tuple[str, Sector, str] | None:
    """A name that ends in what firms deal in: "Norwell Towage", "Mercier Frères"; no given name opens it."""
    if len(head) < 2 or not phrases("firms").has(head[-1].lower) or not all(_in_name(t) for t in head):
        return None
    first = head[0]
    if first.possessive or not (first.capital and head[-1].capital) or first.lower in given_names() or is_title(first):
        return None
    return joined(head, text), Sector.BUSINESS, head[-1].lower


def _masthead(head: list[Token], text: str) -> tuple[str, Sector, str] | None:
    """A name that ends as newspapers' names do: "Halvik Tidende", "The Norwell Lookout"."""
    if len(head) < 2 or not all(t.capital for t in head) or any(t.possessive for t in head):
        return None
    first = head[0].lower
    if head[-1].text not in exact_names("outlets") or first in given_names() or is_title(head[0]):
        return None
    known = any(phrases(kind).has(head[-1].lower) for kind in ("roles", "documents", "organizations"))
    return None if known else (joined(head, text), Sector.MEDIA, head[-1].lower)


def _of_a_region(core: list[Token], text: str) -> tuple[str, Sector, str] | None:
    """A name that ends in its region: "Clean Rivers Ohio"; parts of a region ("Upstate Ohio") are places."""
    sector = exact_names("regions").get(core[-1].text) if len(core) > 1 and all(t.capital for t in core) else None
    if sector is None or core[-2].possessive or core[-2].lower in PARTS_OF_REGIONS or is_nationality(core[-2].lower):
        return None
    return joined(core, text), Sector(sector), core[-1].lower


def _is_named(head: list[Token], length: int) -> bool:
    """A proper name ends in the head word ("Norwell Gazette") or stands before it ("Trump campaign")."""
    if head[-1].capital:
        masthead = head[-1].text in exact_names("outlets")
        return len(head) > 1 or masthead or not is_plural(head[-1].lower)  # never "Businesses" that open a sentence
    if is_plural(head[-1].lower):
        return False  # "Texas growers", "Environmental groups": some of them, and no name
    proper = [t for t in head[:-length] if t.capital]
    return any(not is_nationality(t.lower) for t in proper)


def _is_full_name(core: list[Token]) -> bool:
    """A given name before a word that is a surname too: "Tom Brand", "Grace Church"."""
    return len(core) == 2 and core[0].lower in given_names() and core[1].capital and core[1].lower in SURNAMES


def _is_person(words: list[str], body_length: int) -> bool:
    """A phrase that ends in what a person does ("police officer"), or a lone common noun at a sentence's start."""
    role = phrases("roles").ending(words)
    return role is not None and (role[0] > body_length or len(words) == 1)


def _some_of_them(head: list[Token]) -> bool:
    """Members of a party, told by its name: "some Democrats", "Ohio Republicans"."""
    last = head[-1].lower
    role = phrases("roles").ending([last]) if is_plural(last) else None
    return role is not None and (role[1] == "politics" or (len(head) > 1 and head[0].text.islower()))


def _is_collective(head: list[Token], sector: str) -> bool:
    """An agency, but none by name: "Ukrainian intelligence", "Iranian police", "the security services"."""
    if sector not in _COLLECTIVES or head[-1].capital:
        return False
    proper = [t for t in head[:-1] if t.capital and not is_nationality(t.lower)]
    return not proper or head[-1].lower in {"police", "intelligence"}
