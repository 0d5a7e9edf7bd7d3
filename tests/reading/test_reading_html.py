"""Pages of many manners become the same article."""

from __future__ import annotations

import pytest

from onrecord.model import Article, BlockKind, Genre
from onrecord.reading import read_html
from onrecord.reading.page import parse
from tests.reading import pages

URL = "https://courier.example/news/harbour?page=1"


def judged(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.judged_blocks]


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


@pytest.mark.parametrize("manner", pages.MANNERS)
def test_every_manner_of_mark_up_gives_the_same_article(manner: str) -> None:
    """The judged blocks are the headline and the body, word for word, whatever the tags around them."""
    article = read_html(pages.MANNERS[manner](), url=URL)
    assert judged(article) == [pages.HEADLINE, *pages.BODY]
    assert article.genre is Genre.NEWS
    assert article.language == "en"


@pytest.mark.parametrize("manner", pages.MANNERS)
def test_kinds_follow_the_elements(manner: str) -> None:
    """Headline, paragraphs, heading and items are told apart in every manner of mark-up."""
    found = [block.kind for block in read_html(pages.MANNERS[manner]()).judged_blocks]
    paragraph, item = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
    assert found == [BlockKind.HEADLINE, *[paragraph] * 3, BlockKind.HEADING, *[item] * 3, paragraph, paragraph]


@pytest.mark.parametrize("manner", pages.MANNERS)
def test_selectors_hit_their_element_and_no_other(manner: str) -> None:
    """Each selector selects one element in the page as read, and that element holds the block's words."""
    html = pages.MANNERS[manner]()
    article = read_html(html)
    soup = parse(html).soup
    for block in article.blocks:
        assert block.selector is not None
        hits = soup.select(block.selector)
        assert len(hits) == 1
        assert block.span.of(article.text) in " ".join(hits[0].get_text(" ").split()).replace(
            "READ MORE: ", "READ MORE: "
        )


@pytest.mark.parametrize("manner", pages.MANNERS)
def test_blocks_are_ordered_and_joined_by_blank_lines(manner: str) -> None:
    """Blocks are numbered from 0, do not overlap, and the text is their texts joined."""
    article = read_html(pages.MANNERS[manner]())
    assert [block.id for block in article.blocks] == list(range(len(article.blocks)))
    assert article.text == "\n\n".join(block.span.of(article.text) for block in article.blocks)
    assert all(a.end + 2 == b.start for a, b in zip(article.blocks, article.blocks[1:], strict=False))


def test_selectors_are_short() -> None:
    """A selector starts at the nearest element that is unique, not at the root."""
    article = read_html(pages.blog())
    assert article.blocks[0].selector == "h1"
    assert article.blocks[1].selector == "#main > article > div > p:nth-of-type(1)"


def test_inline_elements_are_joined_and_hidden_ones_left_out() -> None:
    """Words split over inline elements stay one word; what no reader sees is not read."""
    body = (
        "<article><h1>Bridge closed after storm damage</h1><p>The bri<b>dge</b> was <i>closed</i> on\n  Monday,<script>x()</script>"
        "<span style='display: none'>hidden words</span><span hidden>more hidden</span> the mayor"
        "<span class='sr-only'>(opens in a new tab)</span> said, and traf\u00adfic&nbsp;was sent<br>around.</p>"
        "<noscript><p>Please enable scripts to read this page, and all others, too.</p></noscript>"
        "<template><p>A template that nobody sees, said nobody at all, on no day.</p></template>"
        "<p>Repairs will take two weeks, she said, and cost more than planned.</p></article>"
    )
    article = read_html(f"<html><body>{body}</body></html>")
    assert judged(article)[1:] == [
        "The bridge was closed on Monday, the mayor said, and traffic was sent around.",
        "Repairs will take two weeks, she said, and cost more than planned.",
    ]


def test_shadow_roots_of_saved_pages_are_read() -> None:
    """Saved pages hold shadow roots as templates; their text counts, but no selector reaches it."""
    inner = "".join(f"<p>{text}</p>" for text in (pages.LEAD, pages.QUOTED, pages.CLOSE))
    html = f"<h1>{pages.HEADLINE}</h1><x-story><template shadowrootmode='open'>{inner}</template></x-story>"
    article = read_html(html)
    assert judged(article) == [pages.HEADLINE, pages.LEAD, pages.QUOTED, pages.CLOSE]
    assert [block.selector for block in article.blocks] == ["h1", None, None, None]


def test_dek_is_found_by_class_and_by_description() -> None:
    """The summary under the headline is a dek; a lead that the description repeats stays a paragraph."""
    dek = "Work stopped on Monday while the water is tested."
    by_class = pages.broadsheet().replace("<address", f'<p class="article__standfirst">{dek}</p><address')
    by_words = (
        pages.broadsheet()
        .replace("<address", f"<div>{dek}</div><address")
        .replace("</head>", f'<meta name="description" content="{dek}"></head>')
    )
    lead = pages.broadsheet().replace("</head>", f'<meta name="description" content="{pages.LEAD}"></head>')
    for html in (by_class, by_words):
        assert kinds(read_html(html))[:3] == [
            ("headline", pages.HEADLINE),
            ("dek", dek),
            ("paragraph", pages.LEAD),
        ]
    assert kinds(read_html(lead))[1] == ("paragraph", pages.LEAD)


def test_headline_is_the_h1_most_like_the_title() -> None:
    """A site's name in an h1 is not the headline; a headline in another element is found by its words."""
    logo = pages.blog().replace(pages.NAV, '<div class="logo"><h1>The Example Courier</h1></div>')
    other = pages.blog().replace(
        f'<h1 class="entry-title">{pages.HEADLINE}</h1>', f'<h2 class="title">{pages.HEADLINE}</h2>'
    )
    plain = pages.blog().replace(
        f'<h1 class="entry-title">{pages.HEADLINE}</h1>', f'<div class="headline">{pages.HEADLINE}</div>'
    )
    for html in (logo, other, plain):
        article = read_html(html)
        assert judged(article) == [pages.HEADLINE, *pages.BODY]
        assert article.blocks[0].kind is BlockKind.HEADLINE
        assert article.blocks[0].selector is not None


def test_headline_only_in_the_data_has_no_selector() -> None:
    """A page that shows no headline gets the one in its data, without an element."""
    html = pages.blog().replace(f'<h1 class="entry-title">{pages.HEADLINE}</h1>', "")
    first = read_html(html).blocks[0]
    assert (first.kind, first.selector) == (BlockKind.HEADLINE, None)
    assert judged(read_html(html)) == [pages.HEADLINE, *pages.BODY]


def test_headline_repeated_in_the_text_is_not_said_twice() -> None:
    """A second element with the headline's words is no part of the article."""
    html = pages.blog().replace('<div class="entry-content">', f'<div class="entry-content"><h2>{pages.HEADLINE}</h2>')
    assert judged(read_html(html)) == [pages.HEADLINE, *pages.BODY]


def test_given_title_wins() -> None:
    """A title that the caller knows is the article's title."""
    assert read_html(pages.blog(), title="  Another\ntitle \ud800").title == "Another title \ufffd"


def test_quotations_captions_and_bold_headings_have_their_kinds() -> None:
    """Block quotations, captions and paragraphs set in bold are what they look like."""
    body = (
        f"<article><h1>{pages.HEADLINE}</h1><p>{pages.LEAD}</p><blockquote><p>{pages.QUOTED}</p></blockquote>"
        "<figure><img src=a><figcaption>The basin on Monday, before the spill was seen.</figcaption></figure>"
        f"<p><strong>Deployment of booms</strong></p><p>{pages.COUNCIL}</p><p><b>{pages.SHORT}</b></p></article>"
    )
    assert kinds(read_html(pages.page(body)))[1:] == [
        ("paragraph", pages.LEAD),
        ("quote", pages.QUOTED),
        ("caption", "The basin on Monday, before the spill was seen."),
        ("heading", "Deployment of booms"),
        ("paragraph", pages.COUNCIL),
        ("paragraph", pages.SHORT),
    ]


@pytest.mark.parametrize("box", ["div class='at-a-glance'", "aside class='key-points'", "aside", "section class='box'"])
def test_key_points_are_article_text(box: str) -> None:
    """A box that sums up the article belongs to it, even in an aside."""
    points = f"<{box}><h3>At a Glance</h3><ul>{pages.items()}</ul></{box.split(maxsplit=1)[0]}>"
    html = pages.page(
        f"<article><h1>{pages.HEADLINE}</h1><p>{pages.LEAD}</p>{points}<p>{pages.QUOTED}</p><p>{pages.COUNCIL}</p></article>"
    )
    assert judged(read_html(html))[2:6] == ["At a Glance", *pages.ITEMS]


def test_links_carry_absolute_addresses() -> None:
    """Links over the article's words are absolute; others than web addresses are left out."""
    linked = pages.LEAD.replace("port authority", '<a href="../report.pdf">port <b>authority</b></a>').replace(
        "oil spill", '<a href="javascript:alert(1)">oil spill</a>'
    )
    html = pages.blog().replace(pages.LEAD, linked)
    article = read_html(html, url="https://courier.example/news/2024/harbour")
    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("port authority", "https://courier.example/news/report.pdf")
    ]


def test_base_element_moves_relative_links() -> None:
    """Relative links start from the page's base address."""
    html = pages.blog().replace("<head>", '<head><base href="https://cdn.example/a/">')
    html = html.replace("port authority", '<a href="b">port authority</a>')
    assert [link.url for link in read_html(html, url=URL).links] == ["https://cdn.example/a/b"]


def test_page_without_an_article_has_no_judged_blocks() -> None:
    """A log-in page is read, and nothing in it is judged."""
    html = "<html><body><nav><a href='/'>Home</a></nav><form><label>Name</label><input></form><footer>© 2024</footer></body></html>"
    article = read_html(html)
    assert article.judged_blocks == ()
    assert "Home" in article.text


def test_stamps_already_in_a_page_mean_nothing() -> None:
    """A page that brings its own block numbers is read like any other."""
    hostile = (
        pages.blog().replace("<p>", '<p data-onrecord-block="7">').replace("<nav>", '<nav data-onrecord-block="1">')
    )
    plain, other = read_html(pages.blog()), read_html(hostile)
    assert (other.text, other.blocks) == (plain.text, plain.blocks)


def test_reading_is_deterministic() -> None:
    """The same bytes give the same article every time."""
    html = pages.tabloid().encode()
    first = read_html(html, url=URL)
    assert all(read_html(html, url=URL) == first for _ in range(5))


def test_words_that_lead_up_to_a_quotation_are_kept() -> None:
    """Text without a stop counts where it hands over to a quotation; a label without one does not."""
    body = (
        f"<h1>{pages.HEADLINE}</h1><div class='text'>{pages.LEAD}<br><br>Asked about the spill, the minister declared,"
        f"<blockquote>{pages.QUOTED}</blockquote>Seahaven, north pier<br><br><b>The bill for the town</b><br><br>"
        f"{pages.COUNCIL}<br><br>{pages.CLOSE}</div>"
    )
    assert kinds(read_html(pages.page(body)))[1:] == [
        ("paragraph", pages.LEAD),
        ("paragraph", "Asked about the spill, the minister declared,"),
        ("quote", pages.QUOTED),
        ("promo", "Seahaven, north pier"),
        ("heading", "The bill for the town"),
        ("paragraph", pages.COUNCIL),
        ("paragraph", pages.CLOSE),
    ]


def test_single_line_breaks_are_spaces() -> None:
    """One line break joins with a space, two part paragraphs, however they are written."""
    body = f"<h1>{pages.HEADLINE}</h1><div>{pages.LEAD}<br>{pages.SHORT}<br>\n <br/>{pages.CLOSE}</div>"
    assert judged(read_html(pages.page(body)))[1:] == [f"{pages.LEAD} {pages.SHORT}", pages.CLOSE]


def test_paragraphs_that_are_never_closed_are_apart() -> None:
    """A paragraph ends where the next begins, as in browsers, also with open inline elements between."""
    body = f"<h1>{pages.HEADLINE}</h1>" + "".join(
        f"<p><font>{text}" for text in (pages.LEAD, pages.QUOTED, pages.CLOSE)
    )
    assert judged(read_html(pages.page(body)))[1:] == [pages.LEAD, pages.QUOTED, pages.CLOSE]
