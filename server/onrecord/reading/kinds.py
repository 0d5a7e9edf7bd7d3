"""What each leaf of the article is: paragraph, heading, item, quotation, caption, or furniture after all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import BlockKind
from onrecord.reading.body import Parts, nearest, reads_like_prose
from onrecord.reading.furniture import Part
from onrecord.reading.page import HEADINGS, Box, Leaf
from onrecord.reading.promo import ends_the_article, is_stopped, lists_other_stories

LONGEST_HEADING = 120  # characters, for paragraphs set in bold
ALL_LINK = 0.85
LONGEST_INVITATION = 40  # words
_INVITING = re.compile(
    r"/(?:newsletters?|subscri(?:be|ption)s?|sign-?up|register|donate|member(?:ship)?s?|support-us)\b", re.IGNORECASE
)
_JUDGED_AS_THEY_ARE = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


def kinds_of(leaves: Sequence[Leaf], parts: Parts) -> tuple[BlockKind, ...]:
    """A kind for each of the article's leaves, given in document order."""
    kinds = [_kind(leaf, parts) for leaf in leaves]
    _drop_lists_of_links(leaves, kinds)
    _drop_what_follows(leaves, kinds)
    _drop_idle_headings(kinds)
    return tuple(kinds)


def _kind(leaf: Leaf, parts: Parts) -> BlockKind:
    if Part.CAPTION in parts.of(leaf):
        return BlockKind.CAPTION
    if leaf.promo or _is_teaser(leaf) or _is_invitation(leaf):
        return BlockKind.PROMO
    kind = _by_element(leaf.box)
    if kind is not BlockKind.PARAGRAPH:
        return kind
    if leaf.strong and leaf.words > 1 and len(leaf.plain) <= LONGEST_HEADING and not is_stopped(leaf.plain):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH if nearest(leaf.box) == "p" or reads_like_prose(leaf) else BlockKind.PROMO


def _by_element(box: Box) -> BlockKind:
    for around in box.chain():
        if around.name in HEADINGS:
            return BlockKind.HEADING
        if around.name == "blockquote":
            return BlockKind.QUOTE
        if around.name == "li":
            return BlockKind.LIST_ITEM
        if around.name in ("article", "main", "td"):
            break
    return BlockKind.PARAGRAPH


def _is_teaser(leaf: Leaf) -> bool:
    """Whether a leaf is nothing but a link to another story, or the summary inside of such a link."""
    return leaf.linked >= ALL_LINK


def _is_invitation(leaf: Leaf) -> bool:
    """Whether a short run ends in a link to sign up or pay."""
    last = leaf.links[-1] if leaf.links else None
    return (
        last is not None
        and leaf.words <= LONGEST_INVITATION
        and bool(_INVITING.search(last[2]))
        and not is_stopped(leaf.plain)
    )


def _drop_lists_of_links(leaves: Sequence[Leaf], kinds: list[BlockKind]) -> None:
    """A list that is half links is a list of links: its other items are furniture too."""
    lists: dict[Box | None, list[int]] = {}
    for at, leaf in enumerate(leaves):
        item = next((box for box in leaf.box.chain() if box.name == "li"), None)
        if item is not None:
            lists.setdefault(item.parent, []).append(at)
    for items in lists.values():
        if 2 * sum(leaves[at].linked >= ALL_LINK for at in items) > len(items):
            for at in items:
                kinds[at] = BlockKind.PROMO


def _drop_what_follows(leaves: Sequence[Leaf], kinds: list[BlockKind]) -> None:
    """After a heading such as "Comments" or "Related stories" comes what it says, not the article."""
    ended = False
    listing = False
    for at, leaf in enumerate(leaves):
        heading = kinds[at] in (BlockKind.HEADING, BlockKind.PROMO)
        ended = ended or (heading and ends_the_article(leaf.plain))
        if heading:
            listing = lists_other_stories(leaf.plain)
        elif kinds[at] is BlockKind.PARAGRAPH and leaf.linked < ALL_LINK:
            listing = False
        if ended or listing:
            kinds[at] = BlockKind.CAPTION if kinds[at] is BlockKind.CAPTION else BlockKind.PROMO


def _drop_idle_headings(kinds: list[BlockKind]) -> None:
    """A heading with nothing of the article under it belongs to what was left out."""
    useful = False
    for at in range(len(kinds) - 1, -1, -1):
        if kinds[at] is BlockKind.HEADING and not useful:
            kinds[at] = BlockKind.PROMO
        useful = useful or kinds[at] in _JUDGED_AS_THEY_ARE


def judged(kinds: Mapping[int, BlockKind]) -> bool:
    """Whether any of the leaves is text of an article."""
    return any(kind in _JUDGED_AS_THEY_ARE for kind in kinds.values())
