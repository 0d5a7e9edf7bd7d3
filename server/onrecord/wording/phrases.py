"""Finding many phrases at once: a tree of words, walked along the tokens, the longest phrase first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Generic, TypeVar

from onrecord.model import Span
from onrecord.wording.tokens import tokenize

WORD, PLURAL = "<word>", "<plural>"
BUILT_IN = frozenset({"<digits>", "<start>", "<stop>", "<colon>", WORD, PLURAL})
CACHED_PHRASES = 8192  # the members of a group are cut again for every form that refers to it
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


@lru_cache(maxsize=CACHED_PHRASES)
def words_of(phrase: str) -> Phrase:
    """A phrase cut as a text would be, so that *it's* gives the same words in both."""
    return tuple(tokenize(phrase, Span(0, len(phrase))).forms)


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

    def steps(self, names: Iterable[str]) -> Iterator[_Node[Payload]]:
        """Where a word leads that goes by these names: its own form, then the groups it is a member of."""
        for name in names:
            if name in self.following:
                yield self.following[name]


def _classes(form: str) -> tuple[str, ...]:
    """The open classes that a word belongs to."""
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
        openings = self._root.following
        self._begin = frozenset(openings).union(
            w for w, names in self._members.items() if not openings.keys().isdisjoint(names)
        )

    def places(self, forms: Sequence[str]) -> Iterator[int]:
        """The tokens that a phrase may begin at: most words begin none."""
        return (place for place, form in enumerate(forms) if form in self._begin)

    def at(self, forms: Sequence[str], start: int) -> Iterator[tuple[int, Payload]]:
        """Phrases that begin at a token, longest first, each with the place one past its last token.

        The time depends on the longest phrase and on the groups a word is in, not on how many phrases there are. No
        phrase begins with an open class.
        """
        found: list[tuple[int, Payload]] = []
        nodes, place = [self._root], start
        while nodes and place < len(forms):
            form = forms[place]
            names = (form, *self._members.get(form, ()), *(_classes(form) if place > start else ()))
            nodes = [step for node in nodes for step in node.steps(names)]
            place += 1
            found[:0] = [(place, payload) for node in nodes for payload in node.payloads]
        yield from found
