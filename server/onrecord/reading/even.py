"""An article without the accidents of typing and page making, for the rooms behind; and the way back to its places.

One space stands between words, one kind of dash and of apostrophe; a headline is spelt as the body spells its words; a
paragraph that stands twice is read once. The score must not hang on any of these (rubric, section 7, laws 4 and 5).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from onrecord.model import Article, Block, Span
from onrecord.reading.headline_case import body_cased

_DASH = "—"
_APOSTROPHE = "’"
_UNEVEN = re.compile(r"(?P<dash>(?<=\s)(?:--|–|—)(?=\s))|(?P<apostrophe>(?<=\w)['’](?=\w))|\s{2,}|[^\S ]")


@dataclass(frozen=True, slots=True)
class Evened:
    """An even article.

    Attributes:
        article: with the even text.
        printed: the text as it came.
        places: where in the even text something was put in another's place, in order.
        losses: how many code points shorter the even text is up to and with each of them.
    """

    article: Article
    printed: str
    places: Sequence[int] = ()
    losses: Sequence[int] = ()

    def place(self, place: int) -> int:
        """Where a code point of the even text stands in the text as it came."""
        before = bisect_left(self.places, place)
        return place + (self.losses[before - 1] if before else 0)

    def words(self, span: Span) -> str:
        """The words of a range of the even text, as they came."""
        return self.printed[self.place(span.start) : self.place(span.end)]


def evened(article: Article) -> Evened:
    """The even article; what stands twice is left out."""
    text = body_cased(article)
    repeats = frozenset(_repeats(article.blocks, text))
    stretches = list(_stretches(article.blocks, text, repeats))
    lost = list(accumulate(end - start - len(becomes) for start, end, becomes in stretches))
    starts = [start for start, _, _ in stretches]

    def moved(place: int) -> int:
        before = bisect_left(starts, place)
        return place - (lost[before - 1] if before else 0)

    kept = [0, *(end for _, end, _ in stretches)]
    pieces = [text[at:start] + becomes for at, (start, _, becomes) in zip(kept, stretches, strict=False)]
    blocks = (replace(b, start=moved(b.start), end=moved(b.end)) for b in article.blocks if b not in repeats)
    links = (replace(k, span=Span(moved(k.span.start), moved(k.span.end))) for k in article.links)
    even = replace(article, text="".join([*pieces, text[kept[-1] :]]), blocks=tuple(blocks), links=tuple(links))
    return Evened(even, article.text, [moved(start) for start in starts], lost)


def _repeats(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """Paragraphs that say word for word what the article said before."""
    seen: set[str] = set()
    for block in blocks:
        words = " ".join(block.span.of(text).split())
        if block.judged and words in seen:
            yield block
        seen.add(words)


def _stretches(blocks: Sequence[Block], text: str, repeats: Collection[Block]) -> Iterator[tuple[int, int, str]]:
    """Where the text is uneven or repeats itself, and what stands there instead."""
    end = 0
    for block in blocks:
        if block in repeats:
            yield end, block.end, ""
        else:
            for found in _UNEVEN.finditer(text, block.start, block.end):
                becomes = _DASH if found["dash"] else _APOSTROPHE if found["apostrophe"] else " "
                if found.group() != becomes:
                    yield found.start(), found.end(), becomes
        end = block.end
