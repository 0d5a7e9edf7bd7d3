"""Text to windows of word pieces: the form in which the network reads an article.

A window is a run of whole paragraphs, at most ``WINDOW`` pieces with their separators (or one longer paragraph), so
that speaker and speech seldom part. Labels are per word (a run of letters and digits, or one other character); the
network's output is read at the first piece of each word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.attribution.characters import canonical

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
LONGEST_PARAGRAPH = 256
WINDOW = 128
SEPARATOR = (-1, -1)
_SENTENCE_END = {1012, 999, 1029}  # . ! ? in the vocabulary


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text to be read as one paragraph: half-open code-point offsets; a headline is read caseless."""

    start: int
    end: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One tokenised paragraph: pieces, their letter case, words as offsets and the index of each one's first piece."""

    ids: list[int]
    case: list[int]
    words: list[tuple[int, int]]
    first: list[int]


@dataclass(slots=True)
class Window:
    """What goes through the network at once.

    Attributes:
        ids: piece numbers, from CLS to the last SEP.
        case: letter case of each piece: 0 none or unknown, 1 lower, 2 capitalised, 3 all capitals.
        words: code-point offsets of each word; ``SEPARATOR`` for CLS and SEP.
        first: index into ``ids`` of each word's first piece.
        paragraph: number of the paragraph each word stands in; a separator counts with the one before it.
    """

    ids: list[int] = field(default_factory=lambda: [CLS])
    case: list[int] = field(default_factory=lambda: [0])
    words: list[tuple[int, int]] = field(default_factory=lambda: [SEPARATOR])
    first: list[int] = field(default_factory=lambda: [0])
    paragraph: list[int] = field(default_factory=lambda: [0])

    def add(self, part: Paragraph, number: int) -> None:
        """Append a paragraph and its closing separator."""
        base = len(self.ids)
        self.ids += part.ids
        self.case += part.case
        self.words += part.words
        self.first += [base + i for i in part.first]
        self.paragraph += [number] * len(part.words)
        self.first.append(len(self.ids))
        self.ids.append(SEP)
        self.case.append(0)
        self.words.append(SEPARATOR)
        self.paragraph.append(number)


def encode(tokenizer: Tokenizer, text: str, passages: Sequence[Passage]) -> list[list[Paragraph]]:
    """Tokenise passages of a text.

    Args:
        tokenizer: the tokenizer packaged with the weights.
        text: the article's text.
        passages: the stretches to read, in order, not overlapping.

    Returns:
        For each passage its paragraphs: none if it holds no word, several if it is longer than a window.
    """
    view = canonical(text)
    parts = [view[p.start : p.end] for p in passages]
    encodings = tokenizer.encode_batch(parts, add_special_tokens=False) if parts else []
    return [
        list(_paragraphs(text, passage, encoding.ids, encoding.offsets, encoding.word_ids))
        for passage, encoding in zip(passages, encodings, strict=True)
    ]


def _paragraphs(
    text: str,
    passage: Passage,
    ids: list[int],
    offsets: list[tuple[int, int]],
    word_ids: list[int | None],
) -> Iterator[Paragraph]:
    words: list[tuple[int, int]] = []
    first: list[int] = []
    previous = None
    base = passage.start
    for i, (word, (start, end)) in enumerate(zip(word_ids, offsets, strict=True)):
        if word != previous:
            words.append((base + start, base + end))
            first.append(i)
            previous = word
        else:
            words[-1] = (words[-1][0], base + end)
    case = _cases(text, passage, words, first, len(ids))
    at = 0
    while at < len(words):
        stop = _break(ids, first, at)
        low = first[at]
        high = first[stop] if stop < len(words) else len(ids)
        high = min(high, low + LONGEST_PARAGRAPH - 2)
        yield Paragraph(ids[low:high], case[low:high], words[at:stop], [i - low for i in first[at:stop]])
        at = stop


def _cases(text: str, passage: Passage, words: list[tuple[int, int]], first: list[int], pieces: int) -> list[int]:
    if passage.headline:
        return [0] * pieces
    case = [0] * pieces
    ends = [*first[1:], pieces] if first else []
    for (start, end), low, high in zip(words, first, ends, strict=True):
        value = _case(text[start:end])
        for i in range(low, high):
            case[i] = value
    return case


def _case(word: str) -> int:
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper():
        return 2
    return 1 if word.islower() else 0


def _break(ids: list[int], first: list[int], at: int) -> int:
    """Where the paragraph that begins at word ``at`` ends: at the end if all fits, else at a sentence's end."""
    room = LONGEST_PARAGRAPH - 2
    if len(ids) - first[at] <= room:
        return len(first)
    stop = at + 1
    while stop < len(first) and first[stop] - first[at] <= room:
        stop += 1
    stop = max(at + 1, stop - 1)
    for i in range(stop, at + (stop - at) // 3, -1):
        if ids[first[i - 1]] in _SENTENCE_END:
            return i
    return stop


def pack(paragraphs: Sequence[Paragraph], limit: int = WINDOW, first_limit: int | None = None) -> list[Window]:
    """Lay paragraphs into windows, in order, as many as fit in each.

    Args:
        paragraphs: tokenised paragraphs.
        limit: pieces a window may hold (a longer paragraph stands alone).
        first_limit: another limit for the first window, which shifts all others (for training).
    """
    windows: list[Window] = []
    room = limit if first_limit is None else first_limit
    for number, part in enumerate(paragraphs):
        if not windows or (len(windows[-1].ids) + len(part.ids) + 1 > room and len(windows[-1].ids) > 1):
            if windows:
                room = limit
            windows.append(Window())
        windows[-1].add(part, number)
    return windows
