"""The room's work grows with an article, not with its square: calls are counted, since times depend on the machine."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from onrecord.attribution import Relation
from onrecord.model import Article, Block, BlockKind
from onrecord.reading import quotations, sentences
from onrecord.sourcing import resolve

FEW, TIMES = 40, 4
MOST = 1.3  # times linear; 4 would be the square
VOICES = (
    ("He", "added", "that it would stay so"),
    ("The officer", "said", "the crane had failed"),
    ("The company", "denied", "that it had cracks"),
    ("One of the dockers, who asked not to be named,", "said", "it had"),
    ("Two of them", "said", "otherwise"),
)


def _name(number: int, same_surname: bool) -> str:
    letters = "".join("bcdfghklmn"[int(digit)] + "aeiou"[int(digit) % 5] for digit in str(number + 1000))
    return f"{letters.capitalize()} {'Pell' if same_surname else letters[::-1].capitalize()}"


def _article(people: int, same_surname: bool, one_paragraph: bool) -> tuple[Article, list[Relation]]:
    """An article in which so many officers of firms speak, each followed by five voices that only point."""
    told, relations, at = [], [], 0
    gap = " " if one_paragraph else "\n\n"
    for number in range(people):
        name = _name(number, same_surname)
        first = (f"{name}, an officer of {name.split()[0]} Holdings,", "said", "the quay was shut")
        for source, cue, content in (first, *VOICES):
            ends = [at + len(source), at + len(source) + 1 + len(cue), at + len(source) + 2 + len(cue) + len(content)]
            relations.append(Relation(((at, ends[0]),), ((ends[0] + 1, ends[1]),), ((ends[1] + 1, ends[2]),)))
            told.append(f"{source} {cue} {content}.")
            at = ends[2] + 1 + len(gap)
    text = gap.join(told)
    parts = [text] if one_paragraph else told
    blocks, low = [], 0
    for number, part in enumerate(parts):
        blocks.append(Block(number, BlockKind.PARAGRAPH, low, low + len(part)))
        low += len(part) + len(gap)
    return Article(text, tuple(blocks)), relations


def _calls(article: Article, relations: list[Relation]) -> int:
    """Calls of Python functions and generators while the sources of an article are found."""
    parts = [s for block in article.blocks for s in sentences(article.text, block.span)]
    quoted = [q for block in article.blocks for q in quotations(article.text, block.span)]
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        resolve(article, relations, parts, quoted)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("one_paragraph", [False, True])
@pytest.mark.parametrize("same_surname", [False, True])
def test_work_is_linear(same_surname: bool, one_paragraph: bool) -> None:
    """Four times the people, pronouns and roles are four times the work."""
    _calls(*_article(2, same_surname, one_paragraph))  # word lists are read once
    few = _calls(*_article(FEW, same_surname, one_paragraph))
    many = _calls(*_article(TIMES * FEW, same_surname, one_paragraph))
    assert many < MOST * TIMES * few
