"""Finding many phrases at once: a tree of words, walked along the tokens, the longest phrase first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from onrecord.model import Span
from onrecord.wording.tokens import Token, tokenize

WORD, PLURAL = "<word>", "<plural>"
BUILT_IN = frozenset({"<digits>", "<start>", "<stop>", "<colon>", WORD, PLURAL})
PLURALS = frozenset(["people", "men", "women", "children", "folk", "folks", "clergy", "staff", "youth"])
# What opens a clause or a description of place: a group told so far is no longer nameless.
NO_WORDS = frozenset(["who", "whom", "whose", "which", "that", "at", "in", "from", "and", "or", "of"])

Payload = TypeVar("Payload")

Groups = Mapping[str, tuple[str, ...]]
Phrase = tuple[str, ...]


def expand(form: str, groups: Groups, closed: bool = False) -> Iterator[Phrase]:
    """All phrases that a form of the rubric stands for, as words.

    Args:
        form: words with single spaces; ``<group>`` for any member of a group, ``<group?>`` for one or none.
        groups: members by group; members may themselves refer to groups.
        closed: leave ``<group>`` in the phrases to stand for its members of one word, so that they stay few.
    """
    for parts in product(*(tuple(_choices(word, groups, closed)) for word in form.split())):
        yield tuple(word for part in parts for word in part)


def memberships(groups: Groups) -> Mapping[str, tuple[str, ...]]:
    """For each word the groups, as ``<group>``, that it is a member of by itself."""
    found: dict[str, list[str]] = {}
    for name, members in groups.items():
        for member in members:
            if _is_one_word(member):
                found.setdefault(member, []).append(f"<{name}>")
    return {word: tuple(names) for word, names in found.items()}


def words_of(phrase: str) -> Phrase:
    """A phrase cut as a text would be, so that *it's* gives the same words in both."""
    return tuple(token.form for token in tokenize(phrase, Span(0, len(phrase))))


def _choices(word: str, groups: Groups, closed: bool) -> Iterator[Phrase]:
    if not (word.startswith("<") and word.endswith(">")):
        yield words_of(word)
    elif word in BUILT_IN:
        yield (word,)
    else:
        if word.endswith("?>"):
            yield ()
        members = groups[word.strip("<?>")]
        if closed and any(_is_one_word(member) for member in members):
            yield (word.replace("?", ""),)
        for member in members:
            if not (closed and _is_one_word(member)):
                yield from expand(member, groups, closed)


def _is_one_word(member: str) -> bool:
    return not member.startswith("<") and words_of(member) == (member,)


@dataclass(slots=True)
class _Node(Generic[Payload]):
    """A place in the tree: what may come next, and what ends here."""

    following: dict[str, _Node[Payload]] = field(default_factory=dict)
    payloads: list[Payload] = field(default_factory=list)

    def steps(self, token: Token, names: Iterable[str]) -> Iterator[_Node[Payload]]:
        """Where a token leads: by its own form, then as a member of the groups with these names."""
        for name in (token.form, *names):
            if name in self.following:
                yield self.following[name]


def _classes(token: Token) -> tuple[str, ...]:
    """The open classes of words that a token belongs to."""
    form = token.form
    if not form[0].isalpha() or form in NO_WORDS:
        return ()
    plural = form in PLURALS or (form.endswith("s") and not form.endswith(("ss", "us", "is")))
    return (WORD, PLURAL) if plural else (WORD,)


class PhraseTree(Generic[Payload]):
    """Phrases with what they stand for.

    Args:
        phrases: words, open classes and ``<group>`` for any member of a group that is one word.
        members: for each word the groups it is a member of.
    """

    def __init__(
        self, phrases: Iterable[tuple[Phrase, Payload]], members: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._members = members or {}
        self._root: _Node[Payload] = _Node()
        for phrase, payload in phrases:
            node = self._root
            for word in phrase:
                node = node.following.setdefault(word, _Node())
            if payload not in node.payloads:
                node.payloads.append(payload)

    def at(self, tokens: Sequence[Token], start: int) -> Iterator[tuple[int, Payload]]:
        """Phrases that begin at a token, longest first, each with the place one past its last token.

        The time depends on the longest phrase and on the groups a word is in, not on how many phrases there are. No
        phrase begins with an open class.
        """
        first = tokens[start].form if start < len(tokens) else ""
        if first not in self._root.following and first not in self._members:
            return  # most words begin nothing
        found: list[tuple[int, Payload]] = []
        nodes, place = [self._root], start
        while nodes and place < len(tokens):
            token = tokens[place]
            names = (*self._members.get(token.form, ()), *(_classes(token) if place > start else ()))
            nodes = [step for node in nodes for step in node.steps(token, names)]
            place += 1
            found[:0] = [(place, payload) for node in nodes for payload in node.payloads]
        yield from found
