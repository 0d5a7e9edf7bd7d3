"""Finding many phrases at once: a tree of words, walked along the tokens, the longest phrase first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from onrecord.model import Span
from onrecord.wording.tokens import Token, tokenize

BUILT_IN = frozenset({"<digits>", "<start>", "<stop>"})

Payload = TypeVar("Payload")

Groups = Mapping[str, tuple[str, ...]]
Phrase = tuple[str, ...]


def expand(form: str, groups: Groups) -> Iterator[Phrase]:
    """All phrases that a form of the rubric stands for, as words.

    Args:
        form: words with single spaces; ``<group>`` for any member of a group, ``<group?>`` for one or none.
        groups: members by group; members may themselves refer to groups.
    """
    for parts in product(*(tuple(_choices(word, groups)) for word in form.split())):
        yield tuple(word for part in parts for word in part)


def words_of(phrase: str) -> Phrase:
    """A phrase cut as a text would be, so that *it's* gives the same words in both."""
    return tuple(token.form for token in tokenize(phrase, Span(0, len(phrase))))


def _choices(word: str, groups: Groups) -> Iterator[Phrase]:
    if not (word.startswith("<") and word.endswith(">")):
        yield words_of(word)
    elif word in BUILT_IN:
        yield (word,)
    else:
        if word.endswith("?>"):
            yield ()
        for member in groups[word.strip("<?>")]:
            yield from expand(member, groups)


@dataclass(slots=True)
class _Node(Generic[Payload]):
    """A place in the tree: what may come next, and what ends here."""

    following: dict[str, _Node[Payload]] = field(default_factory=dict)
    payloads: list[Payload] = field(default_factory=list)


class PhraseTree(Generic[Payload]):
    """Phrases with what they stand for."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Payload]]) -> None:
        self._root: _Node[Payload] = _Node()
        for phrase, payload in phrases:
            node = self._root
            for word in phrase:
                node = node.following.setdefault(word, _Node())
            if payload not in node.payloads:
                node.payloads.append(payload)

    def at(self, tokens: Sequence[Token], start: int) -> Iterator[tuple[int, Payload]]:
        """Phrases that begin at a token, longest first, each with the place one past its last token.

        The time depends on the longest phrase only, not on how many there are.
        """
        found: list[tuple[int, Payload]] = []
        node, place = self._root, start
        while place < len(tokens) and (step := node.following.get(tokens[place].form)):
            node, place = step, place + 1
            found[:0] = [(place, payload) for payload in node.payloads]
        yield from found
