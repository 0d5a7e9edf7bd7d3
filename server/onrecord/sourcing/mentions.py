"""Reading one mention: what the words that name a source in one place tell about it.

A mention is read from its head: a person's name stands last before a comma ("U.S. Secretary of Defense Lloyd Austin"),
a role, body or document is the last noun before the first preposition ("two officials from the ministry").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Sector, Span
from onrecord.sourcing.bodies import body_of, kind_of
from onrecord.sourcing.grammar import (
    AGENT_NOUNS,
    AGREEMENT,
    ARTICLES,
    CLAUSE_MARKS,
    CUTS,
    FIRMS_BY_CALLING,
    MADE_ADJECTIVES,
    MEMBERS,
    MEMBERSHIP,
    NAMING,
    ORDINALS,
    OWNERS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SPOKESPEOPLE,
    WHOLES,
)
from onrecord.sourcing.kinds import Kind, Mention, Phrase
from onrecord.sourcing.lexicon import exact_names, honorifics, is_plural, phrases, singular
from onrecord.sourcing.names import (
    appositive_title,
    person_run,
    sector_of_letters,
    surname_of,
    title_sector,
    without_letters,
)
from onrecord.sourcing.owners import owner_words
from onrecord.sourcing.phrases import (
    clauses,
    document_sector,
    ends_in_role,
    head_phrase,
    is_nationality,
    sector_of,
)
from onrecord.sourcing.placing import affiliation_in, is_placed, role_sector
from onrecord.sourcing.tokens import Token, joined, tokens

__all__ = ["Kind", "Mention", "read_mention"]

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_POSTS = frozenset({"post", "tweet", "blogger"})  # what passes on there, passes on from social media


def read_mention(text: str, span: Span) -> Mention:
    """Read the words of one mention (half-open code points of ``text``)."""
    words = [t for t in tokens(text, span) if t.word or t.text in CLAUSE_MARKS]
    while words and not words[0].word:
        words = words[1:]
    if not words:
        return Mention(span, Kind.UNKNOWN, " ".join(span.of(text).split()))
    while len(words) > 1 and _CLOCK.fullmatch(words[0].text):
        words = words[1:]  # a live blog's "21.11 Police"
    first = words[0].lower
    if first in PRONOUNS and (len(words) == 1 or words[1].lower in CUTS or not words[1].word):
        return Mention(span, Kind.PRONOUN, joined(words, text), head=first, pronoun=AGREEMENT.get(first, first))
    member = _member(words, text, span)
    if member:
        return member
    single = first in ("one", "each") and len(words) > 1
    if first in QUANTIFIERS and len(words) > 2 and words[1].lower == "of":
        words = words[2:]  # "one of the nurses"
    article = words[0].lower
    if article in ARTICLES and len(words) > 1 and words[1].word:
        words = words[1:]
    while len(words) > 1 and words[0].lower.endswith(MADE_ADJECTIVES) and words[1].capital:
        words = words[1:]  # "Telford-based Brightwell"
    core, rest = clauses(words)
    phrase = Phrase(text, span, joined(words, text), core, rest, article)
    found = _body(phrase) or _person(phrase) or _described(phrase) or _unknown(phrase)
    return replace(found, plural=False) if single and found.kind is Kind.ROLE else found


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


def _body(phrase: Phrase) -> Mention | None:
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


def _person(phrase: Phrase) -> Mention | None:
    """A person by name: in the head, at the end of a title with a preposition, or in apposition to a role."""
    core, head = phrase.core, head_phrase(phrase.core)
    run = person_run(head)
    if run:
        return _named(phrase, head, run, core[len(head) :] or phrase.rest)
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
    told_so = before or head_phrase([t for t in apposed if t.lower not in ARTICLES])
    kind = None if not before and told and told[0].capital else kind_of(told_so)
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
        affiliation = joined([t for t in before if t.possessive][:1], text)
    return Mention(
        phrase.span, Kind.PERSON, phrase.shown, joined(run, text), title or None, affiliation or None,
        title_sector(before, after, letters), surname_of(run), definite=True,
        owner=owner_words(phrase.article, before or list(after), text), pronoun=courtesy,
    )  # fmt: skip


def _described(phrase: Phrase) -> Mention | None:
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
    collective = phrases("organizations").has(last) and not phrases("roles").has(last)
    relative = next((i for i, t in enumerate(phrase.core) if t.lower in RELATIVES), len(phrase.core))
    return Mention(
        phrase.span, Kind.ROLE, joined(phrase.core[:relative], phrase.text),
        title=joined(head, phrase.text),
        affiliation=affiliation_in(phrase, head) if spokesperson or singular(last) in AGENT_NOUNS else None,
        sector=role_sector(phrase.core, head),
        head=singular(last),
        plural=is_plural(last),
        definite=phrase.definite,
        bare=_bare(phrase, head),
        placed=is_placed(phrase.core, head) or (collective and phrase.definite),
        spokesperson=spokesperson,
        collective=collective,
        whose=phrase.article if phrase.article in OWNERS else None,
        owner=owner_words(phrase.article, phrase.core, phrase.text),
    )  # fmt: skip


def _bare(phrase: Phrase, head: list[Token]) -> bool:
    """One countable thing without an article, as headlines write it: "Minister rejects claim", "Trust admits delay"."""
    return phrase.article == phrase.core[0].lower and phrase.article not in ARTICLES | QUANTIFIERS and not _many(head)


def _many(head: list[Token]) -> bool:
    last = head[-1].lower
    return is_plural(last) or last in {"intelligence", "management", "leadership", "someone", "one", "somebody"}
