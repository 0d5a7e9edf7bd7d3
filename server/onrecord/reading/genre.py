"""What kind of page this is, by its own mark-up and wording: news, opinion, live blog, or a list of stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from onrecord.model import Genre
from onrecord.reading.body import Parts, reads_like_prose
from onrecord.reading.metadata import Metadata
from onrecord.reading.page import HEADINGS, Leaf
from onrecord.word_list import words

_OPINION = words(
    """
    opinion opinions editorial editorials commentary commentaries column columns columnist columnists op-ed op-eds
    oped comment viewpoint viewpoints letters
    """
)
_OPINION_PATHS = words(
    """
    opinion opinions editorial editorials commentary commentisfree op-ed oped columns columnists viewpoints
    """
)
_LIVE_PATHS = frozenset(("live", "liveblog", "live-blog", "live-updates", "live-news"))
_OPINION_START = re.compile(
    r"(?:opinion|editorial|commentary|op-ed|column|letter\s+to\s+the\s+editor)\s*(?::|\||–|—|\s-\s)", re.IGNORECASE
)
_ANY_CAPITALS = re.compile(r"(?:OPINION|EDITORIAL|COMMENTARY|OP-ED)\b\s*(?:\([A-Za-z .]{1,40}\)\s*)?(?:[:|–—-]|$)")
_KICKER_NAMES = words(
    """
    kicker eyebrow overline section label category topic flag slug rubric pretitle genre
    """
)
KICKER_DISTANCE = 8  # leaves before the headline
LONGEST_KICKER = 40  # characters
LEAST_TEASERS = 5
LEAST_ARTICLE = 100  # words without a linked heading or item between them


def genre_of(data: Metadata, headline: Leaf | None, leaves: Sequence[Leaf], parts: Parts) -> Genre:
    """The page's kind.

    Args:
        data: what the page says of itself.
        headline: its element, if there is one.
        leaves: all text of the page.
        parts: which of it is furniture.
    """
    steps = _steps(data.url)
    if "liveblogposting" in data.types or not _LIVE_PATHS.isdisjoint(steps):
        return Genre.LIVE_BLOG
    filed = {section.strip().lower() for section in data.sections}
    if "opinionnewsarticle" in data.types or not _OPINION.isdisjoint(filed) or not _OPINION_PATHS.isdisjoint(steps):
        return Genre.OPINION
    titles = (*data.titles, headline.plain) if headline else data.titles
    if any(says_opinion(title) for title in titles) or (headline and _has_kicker(headline, leaves, parts)):
        return Genre.OPINION
    if not data.declared and _lists_stories(leaves, parts):
        return Genre.LISTING
    return Genre.NEWS


def says_opinion(line: str) -> bool:
    """Whether a headline or first line calls the text opinion ("OPINION: ...", "Editorial | ...")."""
    start = line[:100].strip()
    return bool(_OPINION_START.match(start) or _ANY_CAPITALS.match(start)) or start.lower() in _OPINION


def _steps(url: str | None) -> frozenset[str]:
    try:
        path = urlsplit(url).path if url else ""
    except ValueError:
        return frozenset()
    return frozenset(path.lower().split("/")[:-1])


def _has_kicker(headline: Leaf, leaves: Sequence[Leaf], parts: Parts) -> bool:
    """Whether a short line over the headline files it as opinion; the same word in a menu says nothing."""
    for leaf in leaves[max(0, headline.number - KICKER_DISTANCE) : headline.number]:
        if leaf.plain.strip(" :|").lower() not in _OPINION or parts.is_furniture(leaf):
            continue
        near = [box for box, _ in zip(leaf.box.chain(), range(2), strict=False)]
        named = any(not _KICKER_NAMES.isdisjoint(name) for box in near for name in box.names)
        framed = leaf.box.parent is headline.box.parent or any(box is headline.box.parent for box in leaf.box.chain())
        if named or (framed and leaf.number == headline.number - 1):
            return True
    return False


def _lists_stories(leaves: Iterable[Leaf], parts: Parts) -> bool:
    """Whether the page is mostly links to stories, with little text between them."""
    teasers = run = longest = 0
    for leaf in leaves:
        if parts.is_furniture(leaf) or leaf.promo:
            continue
        if leaf.linked > 0.8 and leaf.words >= 4:
            near = [box.name for box, _ in zip(leaf.box.chain(), range(3), strict=False)]
            teasers += 1
            run = 0 if "li" in near or not HEADINGS.isdisjoint(near) else run
        elif reads_like_prose(leaf):
            run += leaf.words
            longest = max(longest, run)
    return teasers >= LEAST_TEASERS and longest < LEAST_ARTICLE
