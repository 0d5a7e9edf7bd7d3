"""Relations made by hand, so that the room is tested without the tagger."""

from __future__ import annotations

from onrecord.attribution import Relation
from onrecord.model import Article, Block, BlockKind
from onrecord.reading import quotations, sentences
from onrecord.sourcing import Attributed, Sourcing, resolve

Parts = tuple[str, str, str]  # source, cue, statement, as they stand in the text


def article(text: str, headline: bool = False) -> Article:
    """An article whose paragraphs are parted by empty lines; the first is the headline if asked for."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        kind = BlockKind.HEADLINE if headline and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(number, kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(text, tuple(blocks))


def sourced(text: str, *parts: Parts, headline: bool = False) -> Sourcing:
    """What the room makes of these attributions, each part the first of its words at or behind the one before."""
    relations, low = [], 0
    for source, cue, content in parts:
        at = min((text.index(words, low) for words in (source, cue, content) if words in text[low:]), default=low)
        relations.append(Relation(_range(text, source, at), _range(text, cue, at), _range(text, content, at)))
        low = at
    read = article(text, headline)
    spans = [s for block in read.blocks for s in sentences(text, block.span)]
    quoted = [q for block in read.blocks for q in quotations(text, block.span)]
    return resolve(read, relations, spans, quoted)


def told(text: str, *parts: Parts, headline: bool = False) -> list[Attributed]:
    """The attributions, in the order of their cues."""
    return list(sourced(text, *parts, headline=headline).attributed)


def _range(text: str, words: str, low: int) -> tuple[tuple[int, int], ...]:
    start = text.index(words, low) if words in text[low:] else text.index(words)
    return ((start, start + len(words)),) if words else ()
