"""Reading one mention: what the words that name a source in one place tell about it.

A mention is read from its head: a person's name stands last before a comma ("U.S. Secretary of Defense Lloyd Austin"),
a role, body or document is the last noun before the first preposition ("two officials from the ministry").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model import Sector, Span
from onrecord.sourcing.bodies import body_of
from onrecord.sourcing.grammar import (
    AGENT_NOUNS,
    AGREEMENT,
    ARTICLES,
    CLAUSE_MARKS,
    CUTS,
    DEFINITE,
    INTELLIGENCE,
    MEMBERSHIP,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SPOKESPEOPLE,
)
from onrecord.sourcing.lexicon import exact_names, honorifics, is_plural, phrases, singular
from onrecord.sourcing.names import appositive_title, person_run, surname_of, told_sector
from onrecord.sourcing.phrases import clauses, ends_in_role, head_phrase, is_nationality, sector_of
from onrecord.sourcing.tokens import Token, joined, tokens

_PLACED_ALONE = frozenset({"police", "authorities", "prosecutors", "investigators"})  # settled in rubric.md, section 3


class Kind(StrEnum):
    """What a mention is by its own words."""

    PRONOUN = "pronoun"
    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    DOCUMENT = "document"
    RELAYER = "relayer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """What one mention tells.

    Attributes:
        span: where it stands.
        words: the mention as written, without leading article.
        name: of a person or body.
        title: office or role told with it.
        affiliation: the body a role belongs to, told with it.
        sector: as far as the words tell, ``Sector.UNKNOWN`` otherwise.
        head: the head noun, singular and lower case; the surname of a person.
        plural: more than one.
        definite: "the …": somebody known from elsewhere in the article.
        placed: agency, rank or place of somebody unnamed is told.
        spokesperson: speaks for ``affiliation``.
        collective: a body told by a common noun ("the hospital").
        pronoun: for pronouns and words of address, what they agree with ("he", "she", "they", "it").
    """

    span: Span
    kind: Kind
    words: str
    name: str | None = None
    title: str | None = None
    affiliation: str | None = None
    sector: Sector = Sector.UNKNOWN
    head: str = ""
    plural: bool = False
    definite: bool = False
    placed: bool = False
    spokesperson: bool = False
    collective: bool = False
    pronoun: str | None = None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A mention taken apart: the phrase before the first comma and what stands in apposition to it."""

    text: str
    span: Span
    shown: str
    core: list[Token]
    rest: list[Token]
    article: str

    @property
    def definite(self) -> bool:
        """Somebody or something known: "the", "these", "his"."""
        return self.article in DEFINITE


def read_mention(text: str, span: Span) -> Mention:
    """Read the words of one mention (half-open code points of ``text``)."""
    words = [t for t in tokens(text, span) if t.word or t.text in CLAUSE_MARKS]
    while words and not words[0].word:
        words = words[1:]
    if not words:
        return Mention(span, Kind.UNKNOWN, " ".join(span.of(text).split()))
    first = words[0].lower
    if first in PRONOUNS and (len(words) == 1 or words[1].lower in CUTS or not words[1].word):
        return Mention(span, Kind.PRONOUN, joined(words, text), head=first, pronoun=AGREEMENT.get(first, first))
    single = first in ("one", "each") and len(words) > 1
    if first in QUANTIFIERS and len(words) > 2 and words[1].lower == "of":
        words = words[2:]  # "one of the nurses"
    article = words[0].lower
    if article in ARTICLES and len(words) > 1 and words[1].word:
        words = words[1:]
    core, rest = clauses(words)
    phrase = _Phrase(text, span, joined(words, text), core, rest, article)
    found = _body(phrase) or _person(phrase) or _described(phrase) or _unknown(phrase)
    return replace(found, plural=False) if single and found.kind is Kind.ROLE else found


def _unknown(phrase: _Phrase) -> Mention:
    last = head_phrase(phrase.core)[-1].lower
    return Mention(phrase.span, Kind.UNKNOWN, phrase.shown, head=last, plural=is_plural(last), definite=phrase.definite)


def _body(phrase: _Phrase) -> Mention | None:
    found = body_of(phrase.core, phrase.text)
    if found is None:
        return None
    name, sector, head = found
    return Mention(phrase.span, Kind.BODY, phrase.shown, name, sector=sector, head=head, definite=True, placed=True)


def _person(phrase: _Phrase) -> Mention | None:
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
    before = inner[: len(inner) - len(run)]
    if run and (ends_in_role(before) if before else ends_in_role(head) or not core[0].capital):
        name, title = joined(run, phrase.text), joined(before or core, phrase.text)
        return Mention(
            phrase.span, Kind.PERSON, phrase.shown, name, title,
            sector=sector_of(before or core), head=surname_of(run), definite=True,
        )  # fmt: skip
    return None


def _ends_a_title(token: Token) -> bool:
    """Whether a word before a name can end its title: "Secretary of Defense", "President of France"."""
    known = token.text in exact_names("metonyms") or is_nationality(token.lower)
    return known or any(phrases(kind).has(token.lower) for kind in ("titles", "roles", "organizations"))


def _named(phrase: _Phrase, core: list[Token], run: list[Token], told: list[Token]) -> Mention:
    text = phrase.text
    before = core[: len(core) - len(run)]
    apposed = [] if not told or told[0].lower in RELATIVES else told
    told_so = before or head_phrase([t for t in apposed if t.lower not in ARTICLES])
    kind = phrases("organizations").ending([t.lower for t in told_so])
    if kind and (ends_in_role(told_so) or (not before and told[0].capital)):
        kind = None
    if kind or (phrase.article == "the" and not before):  # "the broadcaster Suspilne", "the Norwell Lookout"
        sector = Sector(kind[1]) if kind else Sector.UNKNOWN
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
        sector_of(before) if before else told_sector(after), surname_of(run), definite=True, pronoun=courtesy,
    )  # fmt: skip


def _described(phrase: _Phrase) -> Mention | None:
    """Somebody or something without a name: the media, a document, a role."""
    head = head_phrase(phrase.core)
    words = [t.lower for t in head]
    relayer = phrases("relayers").ending(words)
    if relayer and not (words[-1] in {"report", "reports"} and phrase.definite):
        return Mention(phrase.span, Kind.RELAYER, phrase.shown, sector=Sector.MEDIA, head=words[-1], plural=True)
    found = {kind: phrases(kind).ending(words) for kind in ("documents", "roles", "organizations")}
    lengths = {kind: match[0] for kind, match in found.items() if match}
    if not lengths:
        return None
    if lengths.get("documents", 0) >= max(lengths.values()):
        return _document(phrase, words)
    return _role(phrase, head)


def _document(phrase: _Phrase, words: Sequence[str]) -> Mention:
    name = joined(phrase.core, phrase.text)
    return Mention(
        phrase.span, Kind.DOCUMENT, phrase.shown, name, sector=sector_of(phrase.core), head=singular(words[-1]),
        plural=is_plural(words[-1]), definite=phrase.definite, placed=len(phrase.core) > 1 or phrase.definite,
    )  # fmt: skip


def _role(phrase: _Phrase, head: list[Token]) -> Mention:
    last = head[-1].lower
    spokesperson = singular(last) in SPOKESPEOPLE
    collective = phrases("organizations").has(last) and not phrases("roles").has(last)
    relative = next((i for i, t in enumerate(phrase.core) if t.lower in RELATIVES), len(phrase.core))
    return Mention(
        phrase.span, Kind.ROLE, joined(phrase.core[:relative], phrase.text),
        title=joined(head, phrase.text),
        affiliation=_affiliation(phrase, head) if spokesperson or singular(last) in AGENT_NOUNS else None,
        sector=_role_sector(phrase.core, head),
        head=singular(last),
        plural=is_plural(last),
        definite=phrase.definite,
        placed=_is_placed(phrase.core, head) or (collective and phrase.definite),
        spokesperson=spokesperson,
        collective=collective,
    )  # fmt: skip


def _role_sector(core: list[Token], head: list[Token]) -> Sector:
    """The head's sector; where that is general, what stands behind it tells: "officials in the spy agency"."""
    sector = sector_of(head)
    if sector not in (Sector.UNKNOWN, Sector.GOVERNMENT) or len(core) == len(head):
        return sector
    wider = sector_of([t for t in core[len(head) :] if t.word])
    return wider if sector is Sector.UNKNOWN or wider in (Sector.INTELLIGENCE, Sector.MILITARY) else sector


def _affiliation(phrase: _Phrase, head: list[Token]) -> str | None:
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


def _is_placed(core: list[Token], head: list[Token]) -> bool:
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
