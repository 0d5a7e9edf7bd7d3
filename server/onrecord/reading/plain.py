"""Plain text to an Article. The text stays as it is; blocks are ranges of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Article, Block, BlockKind, Genre
from onrecord.reading.charset import decode, without_surrogates
from onrecord.reading.errors import Unreadable
from onrecord.reading.genre import says_opinion
from onrecord.reading.language import looks_english
from onrecord.reading.promo import byline_in, ends_the_article, is_promo, is_stopped, lists_other_stories

LONGEST_HEADLINE = 200  # characters
LONGEST_HEADING = 80
LIKE = 0.6
WIDEST_WRAPPED = 120  # characters a line; wider lines are paragraphs of their own
LEAST_FOR_LANGUAGE = 60  # words
_MARGIN = re.compile(r"[\s\ufeff]*")  # a byte order mark may have come in with the text
_BULLET = re.compile(r"(?:[•▪‣●◦∙·*–—-]|\d{1,2}[.)]|\(\d{1,2}\))[ \t\u00a0]+(?=\S)")
_CERTAIN_BULLET = re.compile(r"[•▪‣●◦∙]\s*(?=\S)")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_QUOTED = re.compile(r">[ \t]?(?=\S)")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A range of the text that becomes a block; ``blank`` says that a blank line follows."""

    start: int
    end: int
    kind: BlockKind
    blank: bool = False

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def read_text(
    data: bytes | str,
    *,
    content_type: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Article:
    """Read plain text.

    Args:
        data: the text. ``Article.text`` is this text unchanged, so that offsets are offsets of the input.
        content_type: the HTTP header's value, for its charset.
        url: where the text was found.
        title: the headline if the caller knows it; a first line with these words is the headline.

    Raises:
        Unreadable: see its codes.
    """
    decoded = decode(data, content_type)
    text = decoded.text
    pieces = _titled(text, _pieces(text), " ".join(title.split()) if title else None)
    if not pieces:
        raise Unreadable("nothing_to_read", "The text has no words to read.")
    pieces = _without_furniture(text, pieces)
    blocks = tuple(Block(number, piece.kind, piece.start, piece.end) for number, piece in enumerate(pieces))
    headline = next((piece.of(text) for piece in pieces if piece.kind is BlockKind.HEADLINE), None)
    prose = " ".join(text[block.start : block.end] for block in blocks if block.judged)
    sure = len(prose.split()) >= LEAST_FOR_LANGUAGE and looks_english(prose)
    found = title or headline
    return Article(
        text=text,
        blocks=blocks,
        title=" ".join(without_surrogates(found).split()) if found else None,
        byline=next((name for piece in pieces[:6] if (name := byline_in(piece.of(text)))), None),
        url=url,
        language="en" if sure else None,
        genre=_genre(text, pieces),
        charset=decoded.charset,
        warnings=decoded.notes,
    )


def _genre(text: str, pieces: Sequence[_Piece]) -> Genre:
    return Genre.OPINION if any(says_opinion(piece.of(text)) for piece in pieces[:3]) else Genre.NEWS


def _pieces(text: str) -> list[_Piece]:
    """Paragraphs, items and headings in order; each with at least one letter or digit."""
    paragraphs = list(_paragraphs(text))
    if len(paragraphs) == 1:
        paragraphs = _unspaced(text, paragraphs[0])
    found = [piece for lines in paragraphs for piece in _of_paragraph(text, lines)]
    return [piece for piece in found if any(c.isalnum() for c in piece.of(text))]


def _paragraphs(text: str) -> Iterator[list[_Piece]]:
    """Runs of lines without a blank line between them; every Unicode line end counts."""
    lines: list[_Piece] = []
    at = 0
    for line in text.splitlines(keepends=True):
        margin = _MARGIN.match(line)
        start = margin.end() if margin else 0
        bare = line[start:].rstrip()
        if bare:
            lines.append(_Piece(at + start, at + start + len(bare), BlockKind.PARAGRAPH))
        elif lines:
            yield lines
            lines = []
        at += len(line)
    if lines:
        yield lines


def _unspaced(text: str, lines: list[_Piece]) -> list[list[_Piece]]:
    """A text without blank lines: each line is a paragraph, unless the lines are one wrapped paragraph."""
    inner = range(1, len(lines))
    wide = max(line.end - line.start for line in lines)
    goes_on = sum(text[lines[at].start].islower() and not is_stopped(lines[at - 1].of(text)) for at in inner)
    if len(lines) > 2 and wide <= WIDEST_WRAPPED and goes_on * 3 >= len(lines):
        return [lines]
    return [[line] for line in lines]


def _of_paragraph(text: str, lines: list[_Piece]) -> Iterator[_Piece]:
    """The blocks of one paragraph: its items, or its lines where they are too wide to be wrapped, or all of it."""
    wide = max(line.end - line.start for line in lines) > WIDEST_WRAPPED
    current: _Piece | None = None
    last = ""
    signed = False
    for place, line in enumerate(lines):
        words = line.of(text)
        item = _item(
            words, first=place == 0, after=last, listed=current is not None and current.kind is BlockKind.LIST_ITEM
        )
        mark = item or (_marked(words) if place == 0 or _HASHES.match(words) else None)
        parted, signed = signed, place < 3 and byline_in(words) is not None
        if current is None or mark or wide or parted or signed or (place == 1 and _is_title_over(text, current, line)):
            if current is not None:
                yield current
            skip, kind = mark or (0, BlockKind.PARAGRAPH)
            current = _Piece(line.start + skip, line.end, kind)
        else:
            current = replace(current, end=line.end)
        last = words
    if current is not None:
        yield replace(current, blank=True)


def _item(words: str, *, first: bool, after: str, listed: bool) -> tuple[int, BlockKind] | None:
    """How long the bullet at the start of a line is; a dash in a wrapped line is no bullet."""
    bullet = _CERTAIN_BULLET.match(words) or _BULLET.match(words)
    fits = first or listed or after.endswith(":") or is_stopped(after) or words[0] in "•▪‣●◦∙"
    return (bullet.end(), BlockKind.LIST_ITEM) if bullet and fits else None


def _marked(words: str) -> tuple[int, BlockKind] | None:
    """Markdown's marks for headings and quotations."""
    if hashes := _HASHES.match(words):
        return hashes.end(), BlockKind.HEADING
    if quoted := _QUOTED.match(words):
        return quoted.end(), BlockKind.QUOTE
    return None


def _is_title_over(text: str, first: _Piece, second: _Piece) -> bool:
    """Whether the first line of a paragraph is a title of its own: the next word would have fitted beside it."""
    title = first.of(text)
    below = second.of(text)
    fits = len(title) + len(below.split(maxsplit=1)[0]) + 1 <= (second.end - second.start) * 0.8
    return first.kind is BlockKind.PARAGRAPH and fits and _reads_like_title(title) and not below[0].islower()


def _reads_like_title(words: str) -> bool:
    short = len(words) <= LONGEST_HEADING and len(words.split()) <= 12
    return short and not is_stopped(words) and words[-1] not in ',;-–—”"’' and not words[0].islower()


def _titled(text: str, pieces: list[_Piece], title: str | None) -> list[_Piece]:
    """Set the headline and the headings between paragraphs."""
    for at, piece in enumerate(pieces):
        words = " ".join(piece.of(text)[: LONGEST_HEADLINE + 1].split())
        follows = at + 1 < len(pieces)
        if at == 0 and follows and (_is_like(words, title) if title else _is_headline(words, piece, pieces[1], text)):
            pieces[0] = replace(piece, kind=BlockKind.HEADLINE)
        elif piece.kind is BlockKind.HEADING and not follows:
            pieces[at] = replace(piece, kind=BlockKind.PARAGRAPH)
        elif piece.kind is BlockKind.PARAGRAPH and follows and at > 0 and _is_heading(words, pieces[at + 1]):
            pieces[at] = replace(piece, kind=BlockKind.HEADING)
    return pieces


def _is_like(words: str, title: str) -> bool:
    """Whether two wordings are of one title: most words of the longer one are in both."""
    one, other = (frozenset(re.findall(r"\w+", wording[: 2 * LONGEST_HEADLINE].lower())) for wording in (words, title))
    return bool(one) and len(one & other) >= LIKE * max(len(one), len(other))


def _is_headline(words: str, piece: _Piece, following: _Piece, text: str) -> bool:
    """Whether the first line is a headline: short, set apart, and no sentence of the text."""
    if len(words) >= LONGEST_HEADLINE or piece.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or is_promo(words):
        return False
    if piece.kind is BlockKind.HEADING:
        return True
    if words[-1] in ",;:" or (is_stopped(words) and not words.endswith(("!", "?")) and not _ABBREVIATED.search(words)):
        return False
    below = following.of(text)
    return piece.blank or (len(below) > len(words) and is_stopped(below)) or byline_in(below) is not None


def _is_heading(words: str, following: _Piece) -> bool:
    if following.kind is BlockKind.LIST_ITEM:
        return len(words.split()) <= 8 and (words.endswith(":") or _reads_like_title(words)) and words[0].isupper()
    return _reads_like_title(words) and words[-1] != ":"


def _without_furniture(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Call promo what reads like page furniture, and headings with nothing left under them."""
    ended = listing = False
    found: list[_Piece] = []
    for piece in pieces:
        words = " ".join(piece.of(text).split())
        if piece.kind is BlockKind.HEADLINE:
            found.append(piece)
            continue
        promo = is_promo(words)
        heading = promo or piece.kind is BlockKind.HEADING
        ended = ended or (heading and ends_the_article(words))
        listing = lists_other_stories(words) if heading else listing and not is_stopped(words)
        repeated = found[:1] and found[0].kind is BlockKind.HEADLINE and words == " ".join(found[0].of(text).split())
        found.append(replace(piece, kind=BlockKind.PROMO) if promo or ended or listing or repeated else piece)
    for at in range(len(found) - 1, -1, -1):
        if found[at].kind is BlockKind.HEADING:
            found[at] = replace(found[at], kind=BlockKind.PROMO)
        elif found[at].kind is not BlockKind.PROMO:
            break
    return found
