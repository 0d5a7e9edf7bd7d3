"""Which leaves of a page are its article: readability's choice, mended by the page's own structure.

Readability drops short paragraphs, lists and quotations, and may keep a stray box. Its choice therefore only tells
where the article lies; inside that frame everything is kept that reads like prose and is not marked as furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.reading import outline
from onrecord.reading.furniture import Part, part_of
from onrecord.reading.page import HEADINGS, Box, Leaf, Page
from onrecord.reading.promo import is_stopped

FRAME_SHARE = 0.8  # of the chosen text lies in the article's frame
MARKED_SHARE = 0.4  # of the chosen text lies in what the page marks as the article's body
WRAPPER_SHARE = 0.6  # of all prose in a box means that it wraps the page, whatever it is called
LEAST_PROSE = 40  # characters
_OWN_TEXT = HEADINGS | frozenset(["p", "li", "blockquote", "dd", "pre", "td", "figcaption"])
_KEY_POINTS = frozenset(
    ("at a glance", "key points", "key takeaways", "the gist", "in brief", "what we know", "highlights", "summary",
     "key facts", "what to know", "takeaways", "in short", "the main points")
)  # fmt: skip


class Parts:
    """The parts of one page: for every leaf whether it lies in furniture, comments, a caption."""

    def __init__(self, page: Page, headline: Leaf | None) -> None:
        self._own = {box.number: part_of(box) for box in page.boxes}
        for box in _wrappers(page, headline, self._own):
            self._own[box.number] = None
        for leaf in page.leaves:
            if _title_of_points(leaf):
                self._own.update(dict.fromkeys(_small_frame(leaf.box), Part.KEY_POINTS))
        self._all: dict[int, frozenset[Part]] = {}
        for box in page.boxes:  # parents come before their children
            above = self._all[box.parent.number] if box.parent else frozenset()
            own = self._own[box.number]
            self._all[box.number] = above | {own} if own else above

    def of(self, leaf: Leaf) -> frozenset[Part]:
        """All that the boxes around a leaf say of it."""
        return self._all[leaf.box.number]

    def is_furniture(self, leaf: Leaf) -> bool:
        """Whether a leaf lies outside of any article text."""
        parts = self.of(leaf)
        return Part.COMMENTS in parts or (Part.FURNITURE in parts and Part.KEY_POINTS not in parts)


def body_of(page: Page, parts: Parts, headline: Leaf | None) -> tuple[int, ...]:
    """The numbers of the article's leaves, in document order; promos and captions among them are still in."""
    leaves = [leaf for leaf in page.leaves if not parts.is_furniture(leaf)]
    if headline is not None and not any(reads_like_prose(leaf) and not leaf.promo for leaf in leaves):
        leaves = [leaf for leaf in page.leaves if not _in_chrome(leaf, parts)]  # every paragraph is called a widget
    kept = outline.chosen(leaves)
    if not any(reads_like_prose(page.leaves[number]) for number in kept):
        kept = _fallback(leaves)
    if not kept:
        return ()
    frame = _marked(page, kept) or _frame(page, kept)
    first, last = min(kept), max(kept)
    inside = set(kept).intersection(leaf.number for leaf in leaves if _inside(leaf.box, frame))
    for leaf in leaves:
        between = first <= leaf.number <= last
        if _inside(leaf.box, frame) and _belongs(leaf, parts, between=between):
            inside.add(leaf.number)
        elif headline is not None and headline.number < leaf.number < first and _is_intro(leaf):
            inside.add(leaf.number)  # an introduction set apart from the other paragraphs
    return tuple(sorted(inside))


def _in_chrome(leaf: Leaf, parts: Parts) -> bool:
    """Whether a leaf is outside of the article by its elements, not by class names alone, or is a comment."""
    return Part.COMMENTS in parts.of(leaf) or any(box.name in ("nav", "footer", "aside") for box in leaf.box.chain())


def reads_like_prose(leaf: Leaf) -> bool:
    """Whether a leaf is a sentence or more, or leads up to a quotation, and is not a link."""
    long = len(leaf.plain) >= 2 * LEAST_PROSE
    ended = is_stopped(leaf.plain) or leaf.plain.endswith((":", ","))
    return leaf.linked < 0.5 and (long or (len(leaf.plain) >= LEAST_PROSE // 2 and ended))


def _is_intro(leaf: Leaf) -> bool:
    return reads_like_prose(leaf) and nearest(leaf.box) in _OWN_TEXT and is_stopped(leaf.plain)


def _belongs(leaf: Leaf, parts: Parts, *, between: bool) -> bool:
    """Whether a leaf in the article's frame is to be looked at, though readability left it out.

    Args:
        leaf: the leaf.
        parts: what the boxes around it are.
        between: whether it lies between leaves that readability chose.
    """
    if leaf.promo or Part.CAPTION in parts.of(leaf):
        return True
    own = nearest(leaf.box) in _OWN_TEXT
    if between:
        return own or reads_like_prose(leaf)
    return reads_like_prose(leaf) and (own or len(leaf.plain) >= 2 * LEAST_PROSE)


def nearest(box: Box) -> str:
    """The element a text belongs to; a cell or item counts through the boxes that only wrap it."""
    return next((b.name for b in box.chain() if b.name in _OWN_TEXT), box.name)


def _inside(box: Box, frame: Box) -> bool:
    return any(b is frame for b in box.chain())


def _marked(page: Page, kept: Iterable[int]) -> Box | None:
    """The box that the page itself marks as the body of the article, if that is where readability looked as well."""
    marked = {box.number for box in page.boxes if box.attribute("itemprop") == "articlebody"}
    sizes: Counter[Box] = Counter()
    total = 0
    for number in kept:
        leaf = page.leaves[number]
        total += len(leaf.plain)
        sizes.update({box: len(leaf.plain) for box in leaf.box.chain() if box.number in marked})
    best = max(sizes, key=lambda box: (sizes[box], -box.number), default=None)
    return best if best is not None and sizes[best] >= MARKED_SHARE * total else None


def _frame(page: Page, kept: Iterable[int]) -> Box:
    """The innermost box that holds nearly all of the chosen text, or the article element right around it."""
    sizes: Counter[Box] = Counter()
    for number in kept:
        for box in page.leaves[number].box.chain():
            sizes[box] += len(page.leaves[number].plain)
    whole = max(sizes.values())
    holding = [box for box, size in sizes.items() if size >= FRAME_SHARE * whole]
    frame = max(holding, key=lambda box: box.number)
    if frame.name in _OWN_TEXT and frame.parent is not None:
        frame = frame.parent  # an article of one paragraph
    return next((box for box in frame.chain() if box.name == "article"), frame)


def _fallback(leaves: Sequence[Leaf]) -> frozenset[int]:
    """Prose in the page's own article or main element, else prose anywhere."""
    prose = [leaf for leaf in leaves if reads_like_prose(leaf) and not leaf.promo]
    for name in ("article", "main"):
        inside = [leaf for leaf in prose if any(box.name == name for box in leaf.box.chain())]
        if inside:
            return frozenset(leaf.number for leaf in inside)
    return frozenset(leaf.number for leaf in prose)


def _wrappers(page: Page, headline: Leaf | None, own: dict[int, Part | None]) -> list[Box]:
    """Boxes that hold the article, though they are named like furniture."""
    inner = [box for box in page.boxes if box.name in ("main", "body") or box.attribute("itemprop") == "articlebody"]
    around: dict[Box, None] = {}
    for box in (*inner, *([headline.box] if headline else [])):
        for outer in box.chain():
            if outer in around:
                break
            around[outer] = None
    sizes: Counter[Box] = Counter()
    total = 0
    for leaf in page.leaves:
        if reads_like_prose(leaf) and not any(own[b.number] is Part.COMMENTS for b in leaf.box.chain()):
            total += len(leaf.plain)
            sizes.update({box: len(leaf.plain) for box in leaf.box.chain() if own[box.number] is Part.FURNITURE})
    return [*around, *(box for box, size in sizes.items() if size > WRAPPER_SHARE * total)]


def _title_of_points(leaf: Leaf) -> bool:
    return len(leaf.plain) < 40 and leaf.plain.strip().rstrip(":").lower() in _KEY_POINTS


def _small_frame(box: Box) -> list[int]:
    """The box around a list's title and its list, at most three steps out."""
    frame = [b for b, _ in zip(box.chain(), range(3), strict=False)]
    aside = next((place for place, b in enumerate(frame) if b.name in ("aside", "section")), 0)
    return [b.number for b in frame[: aside + 1]]
