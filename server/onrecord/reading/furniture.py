"""Page furniture by its mark-up: what a page's own tags, roles, class names and ids say is not the article.

Class names are read word by word (``article-comments`` is comments), except where a word only tells a state of
something else (``has-sidebar``, ``comments-open``) or a topic (``tag-newsletter``).
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from onrecord.reading.page import Box
from onrecord.word_list import words


class Part(Enum):
    """What part of a page a box is."""

    COMMENTS = "comments"
    FURNITURE = "furniture"
    CAPTION = "caption"
    KEY_POINTS = "key points"


_COMMENTS = words(
    """
    comment comments commenting commentlist disqus livefyre viafoura spotim openweb respond replies
    """
)
_FURNITURE = words(
    """
    related recirc recirculation recommended recommendations outbrain taboola trending mostread popular teaser
    teasers share sharing sharebar social addthis sharethis sharedaddy follow ad ads advert advertisement
    advertising adslot adunit banner sponsor sponsored promo promos promotion newsletter newsletters subscribe
    subscription signup donate donation cta nav navbar navigation menu breadcrumb breadcrumbs footer sidebar cookie
    cookies consent gdpr modal popup toolbar topbar pagination pager taglist tags widget widgets search login byline
    bylines timestamp pubdate readtime pullquote bio skip toc
    """
)
_PAIRS = (
    ("most", "read"),
    ("most", "popular"),
    ("read", "next"),
    ("up", "next"),
    ("sign", "up"),
    ("author", "box"),
    ("author", "info"),
    ("author", "card"),
    ("author", "profile"),
    ("about", "author"),
    ("pull", "quote"),
    ("entry", "meta"),
    ("post", "meta"),
    ("article", "meta"),
    ("story", "meta"),
)
_CAPTION = words(
    """
    caption figcaption captions cutline photocredit imagecredit credit
    """
)
_KEY_POINTS = words(
    """
    glance takeaway takeaways keypoints highlights
    """
)
_STATES = words(
    """
    has no not with without is are open closed enabled disabled active hide hidden show
    """
)
_TOPICS = words(
    """
    category tag tax term topic keyword
    """
)
_TAGS = frozenset(("nav", "footer", "aside", "menu", "dialog", "fieldset", "search"))
_ROLES = words(
    """
    navigation banner complementary contentinfo search dialog alertdialog alert menu menubar toolbar tablist
    """
)


def part_of(box: Box) -> Part | None:
    """What the box says it is, if it says anything that sets it apart from article text."""
    marked = [_part_of_name(name) for name in box.names if name]
    if Part.COMMENTS in marked:
        return Part.COMMENTS
    if Part.KEY_POINTS in marked:
        return Part.KEY_POINTS
    if box.name == "form" and box.tag.find(["article", "main", "h1"]) is None:
        return Part.FURNITURE  # some sites wrap whole pages in a form; others are for writing, not for reading
    if box.name in _TAGS or box.attribute("role") in _ROLES or Part.FURNITURE in marked:
        return Part.FURNITURE
    if box.name in ("figcaption", "figure", "caption") or Part.CAPTION in marked:
        return Part.CAPTION
    return None


def _part_of_name(name: tuple[str, ...]) -> Part | None:
    words = frozenset(name)
    if name[0] in _TOPICS or not _STATES.isdisjoint(words):
        return None
    if not _COMMENTS.isdisjoint(words):
        return Part.COMMENTS
    pairs = frozenset(pairwise(name))
    if not _KEY_POINTS.isdisjoint(words) or ("key", "points") in pairs or ("key", "facts") in pairs:
        return Part.KEY_POINTS
    if not _FURNITURE.isdisjoint(words) or any(pair in pairs for pair in _PAIRS):
        return Part.FURNITURE
    return None if _CAPTION.isdisjoint(words) else Part.CAPTION
