"""Outlets in an article: the one that publishes it, and those through which others' words reached it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from onrecord.model import Article, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.lexicon import exact_names, singular
from onrecord.sourcing.phrases import is_nationality
from onrecord.sourcing.tokens import Token, joined, tokens

_REACH = 160  # characters in which an outlet's words stand
_LONGEST_NAME = 6  # words
_SHOW_REACH = 3  # words behind "Nora Fink's" in which "morning show" stands
_ON_THE_SHOW = re.compile(
    r"\b(?:[Ss]peaking|[Aa]ppearing|[Ii]nterviewed)\s+on\s+(?P<name>[A-Z][\w&-]*(?:\s+[A-Z0-9][\w&-]*){0,2})[’']s\b"
)
_LEADING = frozenset("a an the to with on by in of for our local state public private national regional rival".split())  # noqa: SIM905
_JOINING = frozenset({"&", "le", "la", "les", "el", "il", "o", "de", "des", "del", "di", "der", "die", "of"})
_OWN_WORDS = re.compile(
    r"\b(?:this|our(?:\s+own)?)\s+(?:newspaper|paper|magazine|website|site|broadcaster|station|channel|(?:news\s+)?agency|"
    r"reporters?|correspondents?|photographers?|journalists?|team|newsroom|columnist)\b",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:&\s+)?[A-Z][\w’'-]*){0,3})"
# Only the outlet that publishes an article speaks so of itself in it.
_SIGNED = (
    re.compile(rf"^[^\n()]{{0,60}}\({_NAME}\)\s*[-–—]", re.MULTILINE),  # the wire's dateline
    re.compile(rf"\b(?:[Aa]n?|[Tt]he)\s+{_NAME}\s+(?:reporter|correspondent|photographer|journalist)\b"),
    re.compile(rf"\bat\s+(?:the\s+)?{_NAME}[’']s?\s+request\b"),
    re.compile(rf"\basked\s+(?:the\s+)?{_NAME}\s+not\s+to\b"),
    re.compile(
        rf"{_NAME}\s+(?:could\s+not|was\s+unable\s+to|has\s+not\s+been\s+able\s+to)\s+(?:independently\s+)?"
        r"(?:verify|authenticate|corroborate|confirm)\b"
    ),
)
_HANDED = re.compile(rf"\b(?:seen|obtained|reviewed|released|leaked|shared)\s+(?:by|to|with)\s+(?:the\s+)?{_NAME}")
_WITNESS_HEAD = re.compile(
    r"\s*(?:an?|the|our|this)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:review|count|analysis|examination|investigation|tally|survey|"
    r"reporting|check|inquiry|test)s?\s+(?:by|of\s+the\s+records\s+by)\s+",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\s+(?:reporter|correspondent|photographer|journalist|team|analysis|review|count)s?\b")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet told by name in one place."""

    name: str
    span: Span
    broadcast: bool


class Outlets:
    """The outlets of one article."""

    def __init__(self, article: Article, text: str, passages: Iterable[list[Token]]) -> None:
        """Read the names the article gives itself, and those it introduces with what they are ("the daily …").

        Args:
            article: the article.
            text: its text, headlines spelt as the body spells their words.
            passages: the words of each of its blocks.
        """
        self._text = text
        self._own = frozenset(_own_names(article, text))
        told = (found for words in passages for found in _introduced(words, text))
        self._told = {name: broadcast for name, broadcast in told if name.lower() not in self._own}
        self._told |= {m.group("name"): True for m in _ON_THE_SHOW.finditer(text)}

    def at(self, start: int, end: int) -> Outlet | None:
        """Another outlet whose words begin at a place: "the newspaper Halvik Courier", "Radio Halvik".

        Args:
            start: where its words would begin.
            end: where the sentence ends.
        """
        return self._read(tokens(self._text, Span(start, min(end, start + _REACH))))

    def before(self, start: int, end: int) -> Outlet | None:
        """The last outlet named between two places: who "citing" belongs to."""
        words = tokens(self._text, Span(max(start, end - _REACH), end))
        places = (i for i in range(len(words) - 1, -1, -1) if words[i].capital or words[i].lower in _nouns())
        found = (self._read(words[i:]) for i in places)
        last = next((outlet for outlet in found if outlet), None)
        whole = next((i for i in range(len(words)) if last and words[i].start == last.span.start), 0)
        while last and whole and words[whole - 1].capital:  # "Joint Weekly" is the end of "Spine & Joint Weekly"
            whole -= 1 + (whole > 1 and words[whole - 1].text == "&")
        return self._read(words[whole:]) or last if last else None

    def _read(self, words: list[Token]) -> Outlet | None:
        """The outlet whose words come first."""
        if len(words) > 1 and words[0].lower in _LEADING and words[1].lower in _nouns() and not words[1].capital:
            words = words[1:]  # "State broadcaster KRT" at the beginning of a sentence
        first = next((i for i, token in enumerate(words) if not _leads(token)), len(words))
        run = _capital_run(words[first:])
        after = first + len(run)
        if run and after + 1 < len(words) and words[after].text in _nouns() and words[after + 1].capital:
            first, run = after + 1, _capital_run(words[after + 1 :])  # "the Halvik daily Harbour Light"
        if not run:
            return None
        name = joined(run, self._text)
        if self.is_own(name):
            return None
        behind = words[first + len(run) : first + len(run) + (_SHOW_REACH if run[-1].possessive else 1)]
        kind = _kind(words[:first]) or _masthead(run) or _kind(behind)
        known = self._told.get(name, self._told.get(run[0].text))
        if kind is None and known is None and not _is_known(name):
            return None
        return Outlet(name, Span(run[0].start, run[-1].end), kind == "broadcast" or bool(known))

    def on_air(self, words: str) -> bool:
        """Whether words for an outlet or for media without a name tell of radio or television."""
        told = tokens(words, Span(0, len(words)))
        return _kind(told) == "broadcast" or _masthead(told) == "broadcast" or any(self._told.get(t.text) for t in told)

    def is_own(self, name: str) -> bool:
        """Whether a name is the publishing outlet's."""
        return name.lower().removeprefix("the ") in self._own

    def witnesses(self, words: str) -> bool:
        """Whether a mention is the outlet or its people at work: "our reporter", "a review by this newspaper"."""
        head = _WITNESS_HEAD.match(words)
        rest = words[head.end() if head else 0 :].lstrip()
        if _OWN_WORDS.match(rest):
            return True
        bare = rest.split(",")[0]
        for article in ("the ", "a ", "an "):
            bare = bare[len(article) :] if bare.lower().startswith(article) else bare
        work = _AT_WORK.search(bare)
        return self.is_own(bare[: work.start()] if work else bare)


@cache
def _nouns() -> dict[str, str]:
    """Common nouns for outlets, the last word of each, to what they are."""
    kinds = {e.id: e for e in vocabulary("outlets").entries}
    return {words.split()[-1]: kinds[kind].value for kind in ("press", "broadcast") for words in kinds[kind].words}


@cache
def _names() -> dict[str, str]:
    """Words of mastheads and stations, as written, to what they are."""
    return {
        words: e.value for e in vocabulary("outlets").entries if e.id in ("mastheads", "stations") for words in e.words
    }


def _is_known(name: str) -> bool:
    """Whether the rubric lists a name as an outlet's."""
    return "media" in (exact_names("bodies").get(name), exact_names("bodies").get(f"The {name}"))


def _leads(token: Token) -> bool:
    """Whether a word may stand before an outlet's name: an article, a noun for outlets, an adjective of a people."""
    word = token.lower
    return (
        (word in _LEADING and (not token.capital or word == "the"))
        or is_nationality(word)
        or (not token.capital and word in _nouns())
    )


def _capital_run(words: list[Token]) -> list[Token]:
    """The capitalised words at the beginning, small words between them included."""
    last = 0
    for i, token in enumerate(words[:_LONGEST_NAME]):
        if token.capital or (i and token.text[:1].isdigit()):
            last = i + 1
        elif token.lower not in _JOINING:
            break
        if token.possessive:
            break
    return words[:last] if words and words[0].capital else []


def _kind(words: list[Token]) -> str | None:
    known = (_nouns().get(t.lower) or _nouns().get(singular(t.lower)) for t in reversed(words))
    return next((kind for kind in known if kind), None)


def _masthead(run: list[Token]) -> str | None:
    """What the words of a name say an outlet is; a station wins over a masthead ("Channel 4 News")."""
    texts = [t.text for t in run]
    shown = [*texts, *(" ".join(pair) for pair in pairwise(texts))]
    kinds = {_names()[word] for word in shown if word in _names()}
    return "broadcast" if "broadcast" in kinds else next(iter(kinds), None)


def _introduced(words: list[Token], text: str) -> Iterator[tuple[str, bool]]:
    """Names that a noun for outlets introduces: "the newspaper Halvik Courier", with whether it is on the air."""
    nouns = _nouns()
    for i, token in enumerate(words[:-1]):
        if token.text in nouns and words[i + 1].capital:
            run = _capital_run(words[i + 1 : i + 1 + _LONGEST_NAME])
            yield joined(run, text), nouns[token.text] == "broadcast"


def _own_names(article: Article, text: str) -> Iterator[str]:
    """The names by which the publishing outlet may call itself, lower case, without article."""
    if article.site:
        names = [article.site]
    else:
        names = [m.group("name") for pattern in _SIGNED for m in pattern.finditer(text)]
        handed = (m.group("name") for m in _HANDED.finditer(text))
        names += [name for name in handed if not _is_known(name)]  # wires share documents, mastheads of towns do not
    for name in names:
        bare = name.lower().removeprefix("the ")
        yield bare
        yield bare.split()[-1]  # "the Monitor" for The Lakes Monitor
