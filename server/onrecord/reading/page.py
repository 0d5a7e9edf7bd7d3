"""A parsed page as boxes and leaves: which block-level element each run of visible text lies in.

A *box* is a block-level element; a *leaf* is one run of text with no box boundary in it, what a reader sees as one
paragraph, heading, item or cell. Everything later works on leaves, so that each finding knows its element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, PreformattedString, Tag

from onrecord.reading.errors import MAX_DEPTH, MAX_DEPTHS, MAX_MARKUP, Unreadable
from onrecord.reading.inline import Inline, join
from onrecord.reading.promo import is_promo
from onrecord.word_list import words

STAMP = "data-onrecord-block"

BLOCK_TAGS = words(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary
    table tbody td template tfoot th thead tr ul
    """
)
TEXT_TAGS = words(
    """
    p h1 h2 h3 h4 h5 h6 figcaption pre dt
    """
)
SKIPPED_TAGS = words(
    """
    applet audio button canvas datalist embed head iframe input link map meta meter noembed noframes noscript object
    optgroup option output progress rp rt script select style svg textarea title video
    """
)
HEADINGS = words(
    """
    h1 h2 h3 h4 h5 h6
    """
)
_OFF_SCREEN = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"))
_INVISIBLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s{0,999}<\?xml\b[^>]{0,1000}>", re.IGNORECASE)
_STAMP_VALUE = re.compile(r"-?\d{1,15}")
_NAME_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
LONGEST_NAMES = 300  # characters of a class or id attribute that are looked at


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A block-level element.

    Attributes:
        number: its place among the page's boxes, in document order.
        depth: how many boxes lie around it.
        names: each of its class names and its id, split into lower-case words.
        given: the number that a browser stamped on it, None where there is none or none is known.
    """

    number: int
    depth: int
    tag: Tag = field(repr=False)
    name: str
    parent: Box | None = field(repr=False)
    names: tuple[tuple[str, ...], ...]
    given: int | None = None

    def chain(self) -> Iterator[Box]:
        """The box and the boxes around it, from the inside out."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def attribute(self, name: str) -> str:
        """An attribute's value as one lower-case string, empty where there is none."""
        return attribute(self.tag, name).lower()


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A run of text in one box.

    Attributes:
        number: its place among the page's leaves, in document order.
        text: as it goes into the article: white space collapsed, or as the browser gave it.
        plain: the text with white space collapsed in any case; all decisions rest on this.
        links: ranges of ``text`` and the raw ``href`` over them.
        linked: share of the run that is link text, 0 to 1.
        strong: whether all of it is set in bold.
        promo: whether its wording is that of page furniture.
    """

    number: int
    box: Box
    text: str
    plain: str
    links: tuple[tuple[int, int, str], ...] = ()
    linked: float = 0.0
    strong: bool = False
    promo: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.plain.split())


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """The parsed page."""

    soup: BeautifulSoup
    tags: tuple[Tag, ...]
    boxes: tuple[Box, ...]
    leaves: tuple[Leaf, ...]


def parse(html: str, given: Mapping[int, str] | None = None) -> Page:
    """Parse a page and find its boxes and leaves.

    Args:
        html: the page, decoded.
        given: texts of the blocks that a browser stamped, by their number. Text outside of them was not visible to
            the reader and is left out. Without it, stamps in the page are not looked at.

    Raises:
        Unreadable: ``too_complex`` for more markup or deeper nesting than any article has.
    """
    if html.count("<") > MAX_MARKUP:
        raise Unreadable("too_complex", f"The page has more than {MAX_MARKUP:,} elements.")
    declaration = _XML_DECLARATION.match(html)
    html = html[declaration.end() :] if declaration else html
    # the line end keeps Beautiful Soup from taking a bare word for a file name
    soup = BeautifulSoup(html.replace("\x00", "\ufffd") + "\n", "lxml")
    walk = _Walk(given)
    walk.over(soup)
    leaves = tuple(walk.finished())
    if sum(leaf.box.depth for leaf in leaves) > MAX_DEPTHS:
        raise Unreadable("too_complex", "The page has too many elements, too deeply nested.")
    tags = tuple(node for node in soup.descendants if isinstance(node, Tag))
    return Page(soup, tags, tuple(walk.boxes), leaves)


def attribute(tag: Tag, name: str) -> str:
    """An attribute's value as one string."""
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


@dataclass(frozen=True, slots=True)
class _Style:
    """What the inline elements around a text say of it."""

    href: str | None = None
    strong: bool = False


class _Walk:
    """One pass over the tree, without recursion: pages may nest as deep as they like."""

    def __init__(self, given: Mapping[int, str] | None) -> None:
        self.given = given
        self.boxes: list[Box] = []
        self.owners: list[Box] = []
        self.runs: list[list[Inline]] = []
        self.at: dict[int, int] = {}
        self.open = False

    def over(self, soup: BeautifulSoup) -> None:
        pending: list[tuple[object, Box | None, _Style]] = [(soup, None, _Style())]
        while pending:
            node, box, style = pending.pop()
            if isinstance(node, Tag):
                inside, style = self._enter(node, box, style)
                if inside is not box:
                    self.open = False
                    pending.append((None, box, style))
                pending.extend((child, inside, style) for child in reversed(self._children(node)))
            elif node is None:
                self.open = False
            elif isinstance(node, NavigableString) and box is not None and _is_text(node):
                self._text(str(node), box, style)

    def finished(self) -> Iterator[Leaf]:
        number = 0
        for owner, run in zip(self.owners, self.runs, strict=True):
            joined = join(run)
            text = joined.text
            if self.given is not None and owner.given is not None:
                text = self.given[owner.given]
                joined = joined.placed_in(text)
            if any(c.isalnum() for c in text):
                plain = " ".join(text.split())
                yield Leaf(number, owner, text, plain, joined.links, joined.linked, joined.strong, is_promo(plain))
                number += 1

    def _children(self, tag: Tag) -> list[object]:
        name = tag.name
        if name in SKIPPED_TAGS or (name == "template" and not _is_shadow_root(tag)):
            return []
        if self.given is None and tag.attrs and _is_hidden(tag):
            return []
        return list(tag.children)

    def _enter(self, tag: Tag, box: Box | None, style: _Style) -> tuple[Box | None, _Style]:
        name = tag.name
        if name == "br" and box is not None:
            self._break(box, style)
        number = self._stamped(tag)
        in_text = box is not None and box.name in TEXT_TAGS
        if name in BLOCK_TAGS or number is not None or ("-" in name and not in_text):
            # a block ends the paragraph it stands in; the parser, other than browsers, nests it
            around = box.parent if box and box.name == "p" else box
            new = Box(len(self.boxes), around.depth + 1 if around else 0, tag, name, around, _names(tag), number)
            if new.depth > MAX_DEPTH:
                raise Unreadable("too_complex", f"The page's elements lie more than {MAX_DEPTH} deep.")
            self.boxes.append(new)
            if number is not None:
                self._begin(new)
            return new, _Style(style.href, name == "th")
        if name == "a":
            return box, _Style(attribute(tag, "href") or style.href, style.strong)
        if name in ("b", "strong"):
            return box, _Style(style.href, True)
        return box, style

    def _break(self, box: Box, style: _Style) -> None:
        """A line break is a space; two of them part paragraphs, as in pages that know no other way."""
        if self.given is not None:
            self._text(" ", box, style)
            return
        self._text(" ", box, style, line_end=True)
        run = self.runs[-1]
        earlier = (run[at] for at in range(len(run) - 2, -1, -1))
        before = next((piece for piece in earlier if piece.line_end or not piece.text.isspace()), None)
        self.open = before is None or not before.line_end

    def _stamped(self, tag: Tag) -> int | None:
        if self.given is None:
            return None
        value = attribute(tag, STAMP)
        number = int(value) if _STAMP_VALUE.fullmatch(value) else None
        # the first element wins where a page repeats a number
        return number if number in self.given and number not in self.at else None

    def _begin(self, box: Box) -> None:
        if box.given is not None:
            self.at[box.given] = len(self.runs)
        self.owners.append(box)
        self.runs.append([])

    def _text(self, text: str, box: Box, style: _Style, *, line_end: bool = False) -> None:
        if self.given is not None:
            owner = next((b for b in box.chain() if b.given is not None), None)
            if owner is not None and owner.given is not None:
                self.runs[self.at[owner.given]].append(Inline(text, style.href, style.strong))
            return
        if not self.open:
            self._begin(box)
            self.open = True
        self.runs[-1].append(Inline(text, style.href, style.strong, line_end))


def _is_text(node: NavigableString) -> bool:
    """Whether a node is text, and no comment, declaration or processing instruction."""
    return not isinstance(node, PreformattedString) or isinstance(node, CData)


def _is_shadow_root(template: Tag) -> bool:
    """Saved pages hold shadow roots as templates: ``shadowrootmode``, or ``shadowmode`` in Chromium's MHTML."""
    return template.has_attr("shadowrootmode") or template.has_attr("shadowmode")


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or (tag.name == "dialog" and not tag.has_attr("open")):
        return True
    if _INVISIBLE.search(attribute(tag, "style")[:1000]):
        return True
    if not _OFF_SCREEN.isdisjoint(attribute(tag, "class")[:LONGEST_NAMES].split()):
        return True
    # whole pages are aria-hidden while a notice lies over them, so only what holds no paragraph is decoration
    return attribute(tag, "aria-hidden") == "true" and tag.find(["p", "h1"]) is None


def _names(tag: Tag) -> tuple[tuple[str, ...], ...]:
    names = f"{attribute(tag, 'class')[:LONGEST_NAMES]} {attribute(tag, 'id')[:LONGEST_NAMES]}".split()
    return tuple(tuple(part.lower() for part in _NAME_PARTS.findall(name)) for name in names)
