"""Finding the headline and the words under it: readability drops both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.reading.metadata import Metadata, without_site
from onrecord.reading.page import HEADINGS, Box, Leaf
from onrecord.reading.promo import is_signature
from onrecord.word_list import words

LIKE = 0.6  # share of the longer wording's words that two wordings of one title have in common
LONGEST_HEADLINE = 400  # characters
MOST_LEAVES = 5000  # from the start in which a headline is looked for
MOST_MAINS = 50
_WORD = re.compile(r"\w+")
_HEADLINE_NAMES = frozenset(("headline", "title", "hed"))
_DEK_NAMES = words(
    """
    dek deck standfirst subtitle subhead subheadline subheading subhed strapline summary
    """
)
_CHROME = frozenset(("nav", "footer", "aside"))


def headline_of(leaves: Sequence[Leaf], data: Metadata, body: Iterable[int]) -> Leaf | None:
    """The element that is the headline.

    The ``h1`` most like the title in the page's data; else the last ``h1`` before the text; else another heading or
    title element that has the title's very words.

    Args:
        leaves: all text of the page.
        data: what the page says of itself.
        body: numbers of the leaves that are taken for the article.
    """
    wordings = [_words(without_site(title, data.site)) for title in data.titles] + [_words(t) for t in data.titles]
    first = min(body, default=len(leaves))
    mains = [
        leaf for leaf in leaves if _in_heading(leaf, ("h1",)) and not _in_chrome(leaf) and not _is_site(leaf, data)
    ]
    ranked = sorted(mains[:MOST_MAINS], key=lambda leaf: (-_likeness(leaf, wordings), leaf.number))
    if ranked and _likeness(ranked[0], wordings) >= LIKE:
        return ranked[0]
    before = [leaf for leaf in mains if leaf.number <= first]
    if before and not wordings:
        return before[-1]
    others = [leaf for leaf in leaves if leaf.number <= first and _titled(leaf) and not _in_chrome(leaf)]
    exact = [leaf for leaf in others if _likeness(leaf, wordings) >= 0.9]
    return exact[0] if exact else before[-1] if before else None


def dek_of(leaves: Sequence[Leaf], headline: Leaf, data: Metadata, body: Sequence[int]) -> Leaf | None:
    """The summary between headline and text, if there is one.

    Known by its class or ``itemprop``, as a subheading right under the headline, or by having the very words of the
    page's description; a first paragraph that lies among the others is the lead, whatever the description says.
    """
    others = [number for number in body if number > headline.number]
    end = next((number for number in others if _is_prose(leaves[number]) and not _is_dek(leaves[number])), len(leaves))
    beside = leaves[others[1]].box.parent if len(others) > 1 else None
    for leaf in leaves[headline.number + 1 : min(end + 1, headline.number + 12)]:
        if leaf.words < 4 or leaf.linked > 0.5 or leaf.promo or _in_chrome(leaf):
            continue
        described = data.description is not None and _words(leaf.plain) == _words(data.description)
        after = leaves[leaf.number + 1].plain if leaf.number + 1 < len(leaves) else ""
        signed = is_signature(after)  # the byline stands between it and the text
        under = leaf.number == headline.number + 1 and _in_heading(leaf, ("h2", "h3"))
        if (
            _is_dek(leaf)
            or (under and _same_frame(leaf, headline))
            or (described and (signed or leaf.box.parent is not beside))
        ):
            return leaf
    return None


def _is_dek(leaf: Leaf) -> bool:
    near = [box for box, _ in zip(leaf.box.chain(), range(2), strict=False)]
    named = any(not _DEK_NAMES.isdisjoint(name) for box in near for name in box.names)
    return named or any(box.attribute("itemprop") in ("description", "alternativeheadline") for box in near)


def _same_frame(leaf: Leaf, headline: Leaf) -> bool:
    """Whether a subheading lies in the headline's own frame, apart from the paragraphs."""
    return (
        leaf.box.parent is headline.box.parent
        and leaf.box.parent is not None
        and leaf.box.parent.name in ("header", "hgroup")
    )


def _is_prose(leaf: Leaf) -> bool:
    return leaf.words >= 12 and not _in_heading(leaf, HEADINGS)


def _in_heading(leaf: Leaf, names: Iterable[str]) -> bool:
    return any(box.name in names for box in _few(leaf.box))


def _titled(leaf: Leaf) -> bool:
    if len(leaf.plain) > LONGEST_HEADLINE:
        return False
    named = any(not _HEADLINE_NAMES.isdisjoint(name) for box in _few(leaf.box) for name in box.names)
    return named or _in_heading(leaf, HEADINGS) or leaf.strong


def _few(box: Box) -> list[Box]:
    return [b for b, _ in zip(box.chain(), range(3), strict=False)]


def _in_chrome(leaf: Leaf) -> bool:
    return any(box.name in _CHROME for box in leaf.box.chain())


def _is_site(leaf: Leaf, data: Metadata) -> bool:
    return len(leaf.plain) > LONGEST_HEADLINE or (data.site is not None and _words(leaf.plain) == _words(data.site))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text[:2000].lower()))


def _likeness(leaf: Leaf, wordings: Sequence[frozenset[str]]) -> float:
    """Share of words in common with the likest wording, 0 to 1."""
    own = _words(leaf.plain)
    return max((len(own & other) / max(len(own), len(other)) for other in wordings if own and other), default=0.0)
