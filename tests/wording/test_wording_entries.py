"""Every entry of the rubric's hedges and agentless cues against its own examples and forms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.model import Article, Block, BlockKind, Span
from onrecord.rubric import HedgeEntry, WordingEntry, rubric
from onrecord.wording import find_hedges
from onrecord.wording.lexicon import lexicon
from onrecord.wording.phrases import Phrase, expand

HEDGES = pytest.mark.parametrize("entry", rubric().hedges, ids=lambda entry: entry.id)
ENTRIES = pytest.mark.parametrize("entry", [*rubric().hedges, *rubric().agentless], ids=lambda entry: entry.id)
STAND_INS = {"<digits>": "40", "<stop>": ".", "<colon>": ":", "<plural>": "lawyers", "<word>": "young"}


def _spans(entry: WordingEntry, text: str) -> dict[Span, str]:
    found = lexicon().find(text, Span(0, len(text)))
    matches = found.hedges if isinstance(entry, HedgeEntry) else found.agentless
    return {match.span: match.entry.id for match in matches}


@ENTRIES
def test_the_hit_is_found(entry: WordingEntry) -> None:
    """The example that hits gives a wording of that entry."""
    assert entry.id in _spans(entry, entry.hit).values()


@HEDGES
def test_the_hit_is_of_the_kind(entry: HedgeEntry) -> None:
    """The example that hits gives a hedge of the entry's kind."""
    article = Article(entry.hit, (Block(0, BlockKind.PARAGRAPH, 0, len(entry.hit)),))
    assert entry.kind in {hedge.kind for hedge in find_hedges(article, ())}


@ENTRIES
def test_the_miss_is_not_found(entry: WordingEntry) -> None:
    """The example that looks alike gives no wording of that entry."""
    assert entry.id not in _spans(entry, entry.miss).values()


@ENTRIES
def test_the_miss_looks_alike(entry: WordingEntry) -> None:
    """The miss shares a word with what the entry looks for, so that it can go wrong."""
    words = {word[:4] for form in entry.words for phrase in _phrases(form) for word in phrase}
    assert words & {word.strip(".,:").lower()[:4] for word in entry.miss.split()}


@ENTRIES
def test_every_form_can_be_found(entry: WordingEntry) -> None:
    """No form is hidden behind a longer or earlier one: each is found whole where its guards let it pass."""
    befores = ("", *(b for form in entry.only_after for b in map(" ".join, _phrases(form))))
    afters = ("zebras", *(a for form in entry.only_before for a in map(" ".join, _phrases(form))))
    for form in entry.words:
        for phrase in _phrases(form):
            words = " ".join(STAND_INS.get(word, word) for word in phrase)
            found = (_whole(entry, before, words, after) for before in ("Zebras", *befores) for after in afters)
            assert any(found), words


def _phrases(form: str) -> Iterator[Phrase]:
    """The phrases of a form, each group of single words by enough of them for every word to have its turn."""
    groups = rubric().groups
    for phrase in expand(form, groups, closed=True):
        turns = [_single(word) for word in phrase]
        for turn in range(max(map(len, turns))):
            yield tuple(words[turn % len(words)] for words in turns)


def _single(word: str) -> list[str]:
    members = rubric().groups.get(word.strip("<>"), ()) if word.startswith("<") else ()
    return [member for member in members if " " not in member and not member.startswith("<")] or [word]


def _whole(entry: WordingEntry, before: str, words: str, after: str) -> bool:
    """Whether the words between two others give one wording and no longer one."""
    start, words, end = (_as_written(part) for part in (f"{before} ", words, f" {after}"))
    start = start.replace("<start>", "Run:")
    return Span(len(start), len(start + words)) in _spans(entry, start + words + end + " run")


def _as_written(words: str) -> str:
    for name, stand_in in STAND_INS.items():
        words = words.replace(name, stand_in)
    return words.replace(" '", "'")
