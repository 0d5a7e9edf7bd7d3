"""Blocks as a browser saw them: its numbers and texts go through unchanged."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from onrecord.model import Article
from onrecord.reading import Unreadable, read_html
from onrecord.reading.page import BLOCK_TAGS
from tests.reading import pages


def stamped(html: str, start: int = 100) -> tuple[str, list[tuple[int, str]]]:
    """Number the elements that hold text and no blocks, as a content script does, with ragged white space."""
    soup = BeautifulSoup(html, "lxml")
    blocks: list[tuple[int, str]] = []
    for tag in soup.body.find_all(True) if soup.body else []:
        inner = tag.find(lambda t: t.name in BLOCK_TAGS) is not None
        outer = tag.find_parent(attrs={"data-onrecord-block": True}) is not None
        if tag.name in BLOCK_TAGS and not inner and not outer and tag.get_text().strip():
            number = start + 3 * len(blocks)
            tag["data-onrecord-block"] = str(number)
            blocks.append((number, "\n   " + tag.get_text().replace(" ", "  ", 1) + "\n"))
    return str(soup), blocks


def judged(article: Article) -> list[str]:
    return [" ".join(block.span.of(article.text).split()) for block in article.judged_blocks]


@pytest.mark.parametrize("manner", [name for name in pages.MANNERS if name != "breaks"])
def test_given_blocks_are_used_unchanged(manner: str) -> None:
    """Every block has the given number and exactly the given text, and the article is the same as without blocks."""
    html, blocks = stamped(pages.MANNERS[manner]())
    article = read_html(html, blocks=blocks)
    texts = dict(blocks)
    assert judged(article) == [pages.HEADLINE, *pages.BODY]
    assert all(block.span.of(article.text) == texts[block.id] for block in article.blocks)
    assert article.text == "\n\n".join(texts[block.id] for block in article.blocks)


@pytest.mark.parametrize("manner", [name for name in pages.MANNERS if name != "breaks"])
def test_both_ways_agree_on_kinds(manner: str) -> None:
    """A page read by itself and one read with a browser's blocks have the same judged kinds and words."""
    html, blocks = stamped(pages.MANNERS[manner]())
    seen, plain = read_html(html, blocks=blocks), read_html(pages.MANNERS[manner]())
    assert [b.kind for b in seen.judged_blocks] == [b.kind for b in plain.judged_blocks]
    assert judged(seen) == judged(plain)
    assert (seen.title, seen.byline, seen.genre) == (plain.title, plain.byline, plain.genre)


def test_wrapped_runs_of_text_are_blocks() -> None:
    """Runs that share an element come in an element of their own; each is a block."""
    html = (
        f"<h1 data-onrecord-block='0'>{pages.HEADLINE}</h1><div><p data-onrecord-block='1'>{pages.LEAD}</p><br><br>"
        f"<p data-onrecord-block='2'>{pages.QUOTED}</p></div><p><span data-onrecord-block='3'>{pages.COUNCIL}</span><br><br>"
        f"<span data-onrecord-block='4'>{pages.CLOSE}</span></p>"
    )
    texts = [pages.HEADLINE, pages.LEAD, pages.QUOTED, pages.COUNCIL, pages.CLOSE]
    article = read_html(html, blocks=list(enumerate(texts)))
    assert [block.id for block in article.judged_blocks] == [0, 1, 2, 3, 4]


def test_surrogates_keep_the_length() -> None:
    """A lone surrogate becomes one replacement character, so that the browser's offsets hold."""
    html, blocks = stamped(pages.broadsheet())
    blocks = [(number, text.replace("harbour", "harb\ud83dur")) for number, text in blocks]
    article = read_html(html.replace("harbour", "harb\udc00ur"), blocks=blocks)
    lengths = {number: len(text) for number, text in blocks}
    assert "harb\ufffdur" in article.text
    assert all(block.end - block.start == lengths[block.id] for block in article.blocks)


def test_unknown_repeated_and_missing_numbers_are_survived() -> None:
    """Numbers in the page without a text, texts without an element, and repeated stamps do no harm."""
    html, blocks = stamped(pages.broadsheet())
    odd = html.replace("<footer", '<footer data-onrecord-block="x"').replace(
        "<main", '<main data-onrecord-block="99999"'
    )
    odd = odd.replace("</body>", '<p data-onrecord-block="100">repeated</p></body>')
    article = read_html(odd, blocks=[*blocks, (-5, "nowhere in the page"), (5000, "nor here")])
    assert judged(article) == [pages.HEADLINE, *pages.BODY]


def test_text_without_a_number_is_not_seen() -> None:
    """What the browser did not number was not visible and is left out."""
    html, blocks = stamped(pages.broadsheet())
    hidden = html.replace(pages.SHORT, pages.SHORT).replace(
        "</article>", "<p>Hidden words, the mayor said, are hidden.</p></article>"
    )
    assert "Hidden words" not in read_html(hidden, blocks=blocks).text


def test_links_lie_in_the_given_text() -> None:
    """A link is placed where its words occur once in the given text; else it is left out."""
    linked = pages.broadsheet().replace("port authority", '<a href="/pa">port authority</a>')
    linked = linked.replace("Bathing is banned", '<a href="/b">i</a> Bathing is banned')
    html, blocks = stamped(linked)
    article = read_html(html, blocks=blocks, url="https://courier.example/")
    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("port authority", "https://courier.example/pa")
    ]


def test_headline_from_the_data_gets_an_unused_number() -> None:
    """A headline that the browser did not show gets a number that the browser did not give."""
    html, blocks = stamped(pages.blog().replace(f'<h1 class="entry-title">{pages.HEADLINE}</h1>', ""))
    first = read_html(html, blocks=blocks).blocks[0]
    assert first.selector is None
    assert first.id not in dict(blocks)


@pytest.mark.parametrize("blocks", [[(1, "a"), (1, "b")], [("1", "a")], [(True, "a")], [(1.5, "a")], [(1, None)]])
def test_malformed_blocks_are_refused(blocks: list[tuple[int, str]]) -> None:
    """Numbers that come twice or are no whole numbers are an error of the caller."""
    with pytest.raises(Unreadable) as caught:
        read_html(pages.blog(), blocks=blocks)
    assert caught.value.code == "bad_blocks"


def test_no_block_in_the_page_is_nothing_to_read() -> None:
    """Blocks that match no element leave nothing to read."""
    for blocks in ([], [(1, "words")], [(1, "  ")]):
        with pytest.raises(Unreadable) as caught:
            read_html(pages.blog(), blocks=blocks)
        assert caught.value.code == "nothing_to_read"


def test_blocks_are_bounded() -> None:
    """Texts larger than a page may be are refused."""
    with pytest.raises(Unreadable) as caught:
        read_html(pages.blog(), blocks=[(1, "x" * (5 * 1024 * 1024 + 1))])
    assert caught.value.code == "too_large"
