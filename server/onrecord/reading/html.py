"""A page to an Article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Article, BlockKind, Genre
from onrecord.reading.assembly import Part, assemble
from onrecord.reading.body import Parts, body_of
from onrecord.reading.charset import Decoded, decode, without_surrogates
from onrecord.reading.errors import MAX_BYTES, Unreadable
from onrecord.reading.genre import genre_of
from onrecord.reading.headline import dek_of, headline_of
from onrecord.reading.kinds import judged, kinds_of
from onrecord.reading.metadata import Metadata, absolute, metadata
from onrecord.reading.page import Leaf, Page, attribute, parse
from onrecord.reading.promo import byline_in
from onrecord.reading.selectors import Selectors


def read_html(
    data: bytes | str,
    *,
    content_type: str | None = None,
    url: str | None = None,
    title: str | None = None,
    blocks: Sequence[tuple[int, str]] | None = None,
) -> Article:
    """Read a page.

    Args:
        data: the page; bytes are decoded as browsers do, see ``charset``.
        content_type: the HTTP header's value.
        url: where the page was found; relative links start from it unless the page says otherwise.
        title: the headline if the caller knows it better than the page.
        blocks: what a browser saw: number and text of each block. ``data`` then carries the numbers in
            ``data-onrecord-block``, and the article's text is made of the given texts, unchanged.

    Returns:
        The article; without judged blocks if the page has text but no article.

    Raises:
        Unreadable: see its codes.
    """
    given = _checked(blocks) if blocks is not None else None
    decoded = decode(data, content_type, markup=True)
    page = parse(decoded.text, given)
    if not page.leaves:
        raise Unreadable("nothing_to_read", "The page has no text to read.")
    own = metadata(page.tags, url)
    if title:
        title = " ".join(without_surrogates(title).split()) or None
        own = replace(own, title=title or own.title, titles=(*filter(None, [title]), *own.titles))
    return _article(page, own, decoded, url)


def _article(page: Page, data: Metadata, decoded: Decoded, url: str | None) -> Article:
    parts = Parts(page, headline_of(page.leaves, data, ()))
    body = body_of(page, parts, headline_of(page.leaves, data, ()))
    headline = headline_of(page.leaves, data, body)
    kinds = _kinds(page, parts, body)
    genre = genre_of(data, headline, page.leaves, parts)
    byline = data.byline or next((n for leaf in page.leaves if (n := byline_in(leaf.plain))), None)
    if judged(kinds):
        kinds |= _title_kinds(page, data, headline, body, kinds)
    chosen = _in_order(page, data, headline, kinds)
    made = assemble(chosen, Selectors(page.tags), _base(page, url or data.url))
    return Article(
        text=made.text,
        blocks=made.blocks,
        title=data.title or (headline.plain if headline else None),
        byline=byline,
        published=data.published,
        url=data.url,
        site=data.site,
        language=data.language,
        genre=Genre(genre),
        links=made.links,
        charset=decoded.charset,
        warnings=decoded.notes,
    )


def _kinds(page: Page, parts: Parts, body: Sequence[int]) -> dict[int, BlockKind]:
    leaves = [page.leaves[number] for number in body]
    kinds = dict(zip(body, kinds_of(leaves, parts), strict=True))
    # a page without an article still has its text, none of it judged
    return kinds if judged(kinds) else {leaf.number: BlockKind.PROMO for leaf in page.leaves}


def _title_kinds(
    page: Page, data: Metadata, headline: Leaf | None, body: Sequence[int], kinds: Mapping[int, BlockKind]
) -> dict[int, BlockKind]:
    """The headline and dek, and what goes with them: the headline repeated in the text is not said twice."""
    if headline is None:
        return {}
    repeated = [number for number in kinds if page.leaves[number].plain == headline.plain]
    found = dict.fromkeys(repeated, BlockKind.PROMO) | {headline.number: BlockKind.HEADLINE}
    dek = dek_of(page.leaves, headline, data, [number for number in body if kinds[number] is not BlockKind.PROMO])
    return found | ({dek.number: BlockKind.DEK} if dek else {})


def _in_order(page: Page, data: Metadata, headline: Leaf | None, kinds: Mapping[int, BlockKind]) -> list[Part]:
    """Document order, headline first: what stands over it (a caption, a kicker) follows."""
    first = [headline.number] if headline and kinds.get(headline.number) is BlockKind.HEADLINE else []
    numbers = first + [number for number in sorted(kinds) if number not in first]
    chosen = [Part(page.leaves[number].text, kinds[number], page.leaves[number]) for number in numbers]
    if not first and data.title and judged(kinds):
        chosen.insert(0, Part(data.title, BlockKind.HEADLINE))
    return chosen


def _base(page: Page, url: str | None) -> str | None:
    href = next((attribute(tag, "href") for tag in page.tags if tag.name == "base" and tag.has_attr("href")), None)
    return absolute(href, url) or url if href else url


def _checked(blocks: Sequence[tuple[int, str]]) -> dict[int, str]:
    """The given texts by number.

    Raises:
        Unreadable: ``bad_blocks`` if a number comes twice or is no whole number; ``too_large``.
    """
    given: dict[int, str] = {}
    for number, text in blocks:
        if isinstance(number, bool) or not isinstance(number, int) or not isinstance(text, str):
            raise Unreadable("bad_blocks", "Each block needs a whole number and a text.")
        if number in given:
            raise Unreadable("bad_blocks", f"Block {number} is given twice.")
        given[number] = without_surrogates(text)
    if sum(map(len, given.values())) > MAX_BYTES:
        raise Unreadable("too_large", f"The blocks are larger than {MAX_BYTES // (1024 * 1024)} MB.")
    return given
