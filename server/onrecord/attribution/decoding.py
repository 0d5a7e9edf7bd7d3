"""From the network's numbers to relations: which words are source, cue and content, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.attribution.windows import SEPARATOR, Window

ROLES = ("source", "cue", "content")
LABELS = ("outside", *(f"{part}-{role}" for role in ROLES for part in ("begin", "inside")))
INSIDE_CONTENT = LABELS.index("inside-content")
DISTANCES = 9
BUCKETS = 2 * DISTANCES + 2  # before, self, after, and the CLS word
NOWHERE = 0
IMPOSSIBLE = np.float32(-1e4)

Floats = npt.NDArray[np.float32]
Ranges = tuple[tuple[int, int], ...]
_WORD = re.compile(r"\w")
_QUOTES = "\"“”„«»'‘’"


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as the tagger finds it: half-open code-point ranges, in text order, of each role.

    ``source`` is empty where nobody is named; ``content`` is in several parts where the cue stands inside it.
    """

    source: Ranges
    cue: Ranges
    content: Ranges


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's output for the words of one window: emissions ``[n, 7]`` and pointer features ``[n, 4, d]``."""

    emissions: Floats
    pointers: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """The decoder's own learned numbers: ``[7, 7]`` label transitions and ``[2, BUCKETS]`` distance preferences."""

    transitions: Floats
    distance: Floats


def allowed() -> npt.NDArray[np.bool_]:
    """Which label may follow which: an inside only its own role's begin or inside."""
    table = np.ones((len(LABELS), len(LABELS)), bool)
    for inside in range(2, len(LABELS), 2):
        table[:, inside] = False
        table[[inside - 1, inside], inside] = True
    return table


def bucket_table(size: int) -> npt.NDArray[np.int64]:
    """Bucket of the distance from word i to word j, ``[size, size]``: signed powers of two; CLS has its own."""
    offset = np.arange(size)[None, :] - np.arange(size)[:, None]
    magnitude = np.ceil(np.log2(np.maximum(np.abs(offset), 1))).astype(np.int64)
    magnitude = np.minimum(magnitude, DISTANCES - 1) + 1
    table = np.where(offset > 0, DISTANCES + magnitude, np.where(offset < 0, magnitude - 1, DISTANCES))
    table[:, 0] = BUCKETS - 1
    return table


_BUCKET = bucket_table(512)


def best_labels(windows: Sequence[Window], scores: Sequence[Scores], weights: Weights) -> list[list[int]]:
    """The likeliest label sequence of each window (Viterbi, all windows side by side)."""
    if not windows:
        return []
    longest = max(len(w.words) for w in windows)
    emissions = np.zeros((longest, len(windows), len(LABELS)), np.float32)
    emissions[:, :, 1:] = IMPOSSIBLE
    for column, (window, score) in enumerate(zip(windows, scores, strict=True)):
        emissions[: len(window.words), column] = score.emissions
        fixed = [i for i, word in enumerate(window.words) if word == SEPARATOR]
        emissions[fixed, column, 1:] = IMPOSSIBLE
    move = np.where(allowed(), weights.transitions, IMPOSSIBLE)
    best = emissions[0]
    back = np.zeros((longest, len(windows), len(LABELS)), np.int8)
    for t in range(1, longest):
        paths = best[:, :, None] + move
        back[t] = paths.argmax(1)
        best = paths.max(1) + emissions[t]
    labels = np.zeros((longest, len(windows)), np.int8)
    labels[-1] = best.argmax(1)
    columns = np.arange(len(windows))
    for t in range(longest - 1, 0, -1):
        labels[t - 1] = back[t, columns, labels[t]]
    return [labels[: len(w.words), column].tolist() for column, w in enumerate(windows)]


@dataclass(slots=True)
class _Spans:
    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


def _spans(labels: Sequence[int]) -> _Spans:
    """Runs of one role as half-open word ranges; a source or cue that begins where another ends is the same one's."""
    found = _Spans()
    i = 0
    while i < len(labels):
        if labels[i] == 0:
            i += 1
            continue
        j = i + 1
        inside = labels[i] + labels[i] % 2
        while j < len(labels) and labels[j] == inside:
            j += 1
        spans: list[tuple[int, int]] = getattr(found, ROLES[(inside - 2) // 2])
        if spans and spans[-1][1] == i and inside != INSIDE_CONTENT:
            spans[-1] = (spans[-1][0], j)
        else:
            spans.append((i, j))
        i = j
    return found


def relations(text: str, window: Window, scores: Scores, labels: Sequence[int], weights: Weights) -> list[Relation]:
    """Link the spans of one window into relations, in order of their cues.

    A cue that the network gives no content comes with none: bare, for the caller to complete or to leave.
    """
    spans = _spans(labels)
    contents: dict[tuple[int, int], list[tuple[int, int]]] = {cue: [] for cue in spans.cue}
    for content in spans.content:
        if not _WORD.search(text[window.words[content[0]][0] : window.words[content[1] - 1][1]]):
            continue
        near = _near(text, window, content, spans.cue)
        if near:
            contents[near[_pick(scores, weights, 1, content[0], [c[0] for c in near])]].append(content)
    taken = [_offsets(window, span) for span in (*spans.source, *spans.cue)]
    found = []
    for cue, parts in contents.items():
        here = window.paragraph[cue[0]]
        sources = [s for s in spans.source if window.paragraph[s[0]] == here]
        sources = sources or [s for s in spans.source if here - 2 <= window.paragraph[s[0]] < here]
        choice = _pick(scores, weights, 0, cue[0], [NOWHERE, *(s[0] for s in sources)])
        source = (_offsets(window, sources[choice - 1]),) if choice else ()
        content_ranges = _joined(text, sorted(_offsets(window, part) for part in parts), taken)
        found.append(Relation(source, (_offsets(window, cue),), content_ranges))
    return found


def _near(
    text: str, window: Window, content: tuple[int, int], cues: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Cues of the same paragraph; for a quotation without one, those of the two paragraphs before."""
    cues = list(cues)
    here = window.paragraph[content[0]]
    same = [cue for cue in cues if window.paragraph[cue[0]] == here]
    if same:
        return same
    start = window.words[content[0]][0]
    if text[start] in _QUOTES or text[max(0, start - 1)] in _QUOTES:
        return [cue for cue in cues if here - 2 <= window.paragraph[cue[0]] < here]
    return []


def _pick(scores: Scores, weights: Weights, which: int, word: int, candidates: Sequence[int]) -> int:
    """Index of the candidate word that pointer ``which`` prefers from ``word``."""
    ask = scores.pointers[word, 2 * which]
    answer = scores.pointers[list(candidates), 2 * which + 1]
    distance = weights.distance[which][_BUCKET[word, list(candidates)]]
    return int(np.argmax(answer @ ask / len(ask) ** 0.5 + distance))


def _offsets(window: Window, span: tuple[int, int]) -> tuple[int, int]:
    return window.words[span[0]][0], window.words[span[1] - 1][1]


def _joined(text: str, parts: list[tuple[int, int]], taken: Iterable[tuple[int, int]]) -> Ranges:
    """Join parts that at most one word of nobody's keeps apart: a slip of the tagger, not a real gap."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined:
            low = joined[-1][1]
            gap = text[low:start]
            if len(gap.split()) <= 1 and "\n" not in gap and not any(a < start and b > low for a, b in taken):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return tuple(joined)
