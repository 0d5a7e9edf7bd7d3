"""Mentions that give a name: a person's or a body's, alone, behind a title, or in apposition to what they are."""

from __future__ import annotations

from onrecord.model import Sector
from onrecord.sourcing.bodies import body_of, kind_of
from onrecord.sourcing.grammar import ARTICLES, FIRMS_BY_CALLING, MEMBERSHIP, NAMING, OWNERS, RELATIVES
from onrecord.sourcing.kinds import Kind, Mention, Phrase
from onrecord.sourcing.lexicon import exact_names, given_names, honorifics, phrases
from onrecord.sourcing.names import (
    appositive_title,
    person_run,
    sector_of_letters,
    surname_of,
    title_sector,
    without_letters,
)
from onrecord.sourcing.owners import owner_words
from onrecord.sourcing.phrases import clauses, ends_in_role, head_phrase, is_nationality, sector_of
from onrecord.sourcing.tokens import Token, joined


def body_mention(phrase: Phrase) -> Mention | None:
    """A body by name, in the head of a mention or in apposition to the noun for it."""
    found = body_of(phrase.core, phrase.text) or _apposed_body(phrase)
    if found is None:
        return None
    name, sector, head = found
    return Mention(phrase.span, Kind.BODY, phrase.shown, name, sector=sector, head=head, definite=True, placed=True)


def _apposed_body(phrase: Phrase) -> tuple[str, Sector, str] | None:
    """A body named behind the noun for it: "The bank, the Caisse d'Or", "the vendor, a firm called Quillmark"."""
    head = head_phrase(phrase.core)
    if not phrase.rest or any(t.capital for t in head[-1:]):
        return None
    kind = kind_of(head)
    inner, _ = clauses(phrase.rest)
    called = next((i for i, t in enumerate(inner) if t.lower in NAMING), None)
    if called is not None:
        kind, inner = kind_of(inner[:called]) or kind, inner[called + 1 :]
    name = inner[1:] if inner and inner[0].lower in ARTICLES else inner
    if not name or not all(t.capital or not t.word or t.lower in {"of", "and", "de", "la", "du"} for t in name):
        return None
    named = body_of(name, phrase.text)
    if named or not kind:
        return named
    return joined(name, phrase.text), Sector(kind), name[-1].lower


def person_mention(phrase: Phrase) -> Mention | None:
    """A person by name: in the head, at the end of a title with a preposition, or in apposition to a role."""
    core, head = phrase.core, head_phrase(phrase.core)
    run = person_run(head)
    if run:
        return _named(phrase, head, run, core[len(head) :] or phrase.rest)
    if phrases("documents").ending([t.lower for t in head]):
        return None  # "a draft of the letter to Mayor Ada Pell"
    run = person_run(core)
    belongs = len(head) < len(core) and core[len(head)].lower in MEMBERSHIP - {"of"}  # "a spokesman for Brell Lines"
    if run and not belongs and _ends_a_title(core[len(core) - len(run) - 1]):
        return _named(phrase, core, run, phrase.rest)
    inner, _ = clauses(phrase.rest)
    run = person_run(inner)
    inner = list(without_letters(inner))
    before = inner[: len(inner) - len(run)]
    courtesy = next((honorifics()[t.lower] for t in before if t.lower in honorifics()), None)
    before = [t for t in before if t.lower not in honorifics()]
    if run and (ends_in_role(before) if before else ends_in_role(head) or not core[0].capital):
        name, title = joined(run, phrase.text), joined(core if ends_in_role(head) else before or core, phrase.text)
        return Mention(
            phrase.span, Kind.PERSON, phrase.shown, name, title, sector=_sector_of_both(phrase, before),
            head=surname_of(run), definite=True, owner=owner_words(phrase.article, core, phrase.text), pronoun=courtesy,
        )  # fmt: skip
    return None


def _is_name(words: list[Token]) -> bool:
    """Whether the words before a name are a name themselves and no noun for what it is."""
    return len(words) > 1 and all(t.capital for t in words)


def _sector_of_both(phrase: Phrase, before: list[Token]) -> Sector:
    """The sector by the description before the comma, else by the title behind it."""
    if phrase.article in OWNERS and phrase.core[-1].lower == "advocate":
        return Sector.COURTS  # "His advocate" speaks for him before a court
    told = sector_of(phrase.core)
    return told if told is not Sector.UNKNOWN or not before else sector_of(before)


def _ends_a_title(token: Token) -> bool:
    """Whether a word before a name can end its title: "Secretary of Defense", "President of France"."""
    known = token.text in exact_names("metonyms") or is_nationality(token.lower)
    return known or any(phrases(kind).has(token.lower) for kind in ("titles", "roles", "organizations"))


def _named(phrase: Phrase, core: list[Token], run: list[Token], told: list[Token]) -> Mention:
    text = phrase.text
    letters = sector_of_letters(core)
    core = list(without_letters(core))
    before = core[: len(core) - len(run)]
    apposed = [] if not told or told[0].lower in RELATIVES else told
    told_so = before or head_phrase(apposed[1:] if apposed and apposed[0].lower in ARTICLES else apposed)
    kind = None if not before and told and told[0].capital else kind_of(told_so)
    if before and (before[-1].possessive or run[0].lower in given_names() or _is_name(before)):
        kind = None  # "Norwell Radio's Ada Pell", "Norwell Radio Ada Pell"
    if len(run) == 1 and told and told[0].lower == "the" and told_so[-1:] and told_so[-1].lower in FIRMS_BY_CALLING:
        kind = "business"  # "Aerotrak, the prime contractor"
    if kind or (phrase.article == "the" and not before):  # "the broadcaster Suspilne", "the Norwell Lookout"
        sector = Sector(kind) if kind else Sector.UNKNOWN
        return Mention(
            phrase.span, Kind.BODY, phrase.shown, joined(run, text), sector=sector, head=surname_of(run),
            definite=True, placed=True,
        )  # fmt: skip
    courtesy = next((honorifics()[t.lower] for t in before if t.lower in honorifics()), None)
    before = [t for t in before if t.lower not in honorifics()]
    after = told if told and not told[0].capital else []
    member = len(after) > 1 and after[0].lower in MEMBERSHIP and any(t.capital for t in after)
    title = joined(before, text) or ("" if member else appositive_title(after, text))
    if member:
        affiliation = joined(after[2 if after[1].lower in ARTICLES else 1 :], text)
    else:
        owner = next((i + 1 for i, t in enumerate(before) if t.possessive), len(before) if body_of(before, text) else 0)
        affiliation = joined(before[:owner], text)
        if owner == len(before):
            title = appositive_title(after, text)  # "Norwell Radio's Ada Pell" holds no office by these words
    return Mention(
        phrase.span, Kind.PERSON, phrase.shown, joined(run, text), title or None, affiliation or None,
        title_sector(before, after, letters), surname_of(run), definite=True,
        owner=owner_words(phrase.article, before or list(after), text), pronoun=courtesy,
    )  # fmt: skip
