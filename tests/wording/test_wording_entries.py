"""Every entry of the rubric's hedges against its own examples and forms."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Block, BlockKind, Span
from onrecord.rubric import HedgeEntry, rubric
from onrecord.wording import find_hedges
from onrecord.wording.lexicon import lexicon
from onrecord.wording.phrases import expand

ENTRIES = pytest.mark.parametrize("entry", rubric().hedges, ids=lambda entry: entry.id)


def _found(text: str) -> set[str]:
    return {match.entry.id for match in lexicon().find(text, Span(0, len(text)))}


@ENTRIES
def test_the_hit_is_found(entry: HedgeEntry) -> None:
    """The example that hits gives a hedge of that entry, and of its kind."""
    assert entry.id in _found(entry.hit)
    article = Article(entry.hit, (Block(0, BlockKind.PARAGRAPH, 0, len(entry.hit)),))
    assert entry.kind in {hedge.kind for hedge in find_hedges(article, ())}


@ENTRIES
def test_the_miss_is_not_found(entry: HedgeEntry) -> None:
    """The example that looks alike gives no hedge of that entry."""
    assert entry.id not in _found(entry.miss)


@ENTRIES
def test_the_miss_looks_alike(entry: HedgeEntry) -> None:
    """The miss shares a word with what the entry looks for, so that it can go wrong."""
    words = {word[:4] for form in entry.words for phrase in expand(form, rubric().groups) for word in phrase}
    assert words & {word.strip(".,:").lower()[:4] for word in entry.miss.split()}


@ENTRIES
def test_every_form_can_be_found(entry: HedgeEntry) -> None:
    """No form is hidden behind a longer or earlier one: each is found whole where its guards let it pass."""
    befores = ("", *(b for form in entry.only_after for b in map(" ".join, expand(form, rubric().groups))))
    afters = ("zebras", *(a for form in entry.only_before for a in map(" ".join, expand(form, rubric().groups))))
    for form in entry.words:
        for phrase in expand(form, rubric().groups):
            words = " ".join(phrase)
            assert any(_whole(before, words, after) for before in ("Zebras", *befores) for after in afters), words


def _whole(before: str, words: str, after: str) -> bool:
    """Whether the words between two others give one hedge and no longer one."""
    start, words, end = (
        part.replace("<digits>", "40").replace(" '", "'") for part in (f"{before} ", words, f" {after}")
    )
    start = start.replace("<start>", "Run:")
    text = start + words + end.replace("<stop>", ".") + " run"
    return Span(len(start), len(start + words)) in {m.span for m in lexicon().find(text, Span(0, len(text)))}
