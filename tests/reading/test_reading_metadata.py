"""What a page says of itself, and what kind of page it is."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Genre
from onrecord.reading import read_html, read_text
from tests.reading import pages


def read(
    head: str = "", *, url: str | None = "https://courier.example/news/a", attributes: str = "", body: str = ""
) -> Article:
    body = body or f"<article><h1>{pages.HEADLINE}</h1>{pages.paragraphs()}</article>"
    return read_html(pages.page(body, head=head, attributes=attributes), url=url)


def test_json_ld_comes_first() -> None:
    """Linked data beats meta elements; entities and objects in it are resolved."""
    head = (
        '<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":["NewsArticle","Article"],"headline":'
        '"Rock &amp; sand","author":[{"name":"Ana Petrel"},"Rolf Tern",{"name":["Ida Gull"]}],"datePublished":"2024-11-05",'
        '"publisher":{"name":"Linked Courier"}}]</script><meta property="og:title" content="Other">'
        '<meta name="author" content="Nobody"><meta property="article:published_time" content="1999-01-01">'
    )
    article = read(head)
    assert (article.title, article.byline, article.published, article.site) == (
        "Rock & sand",
        "Ana Petrel, Rolf Tern, Ida Gull",
        "2024-11-05",
        "Linked Courier",
    )


def test_meta_elements_serve_without_linked_data() -> None:
    """OpenGraph and meta elements give title, byline, date and site."""
    head = (
        f'<meta property="og:title" content="{pages.HEADLINE}"><meta property="og:site_name" content="The Example Courier">'
        '<meta name="author" content="By Ana Petrel"><meta property="article:published_time" content="2024-11-05T10:00Z">'
    )
    article = read(head)
    assert (article.title, article.byline, article.published, article.site) == (
        pages.HEADLINE,
        "Ana Petrel",
        "2024-11-05T10:00Z",
        "The Example Courier",
    )


def test_the_page_itself_serves_without_any_data() -> None:
    """The title element loses the site's name; byline and date are read from the page."""
    body = (
        f"<article><h1>{pages.HEADLINE}</h1><p>By Ana Petrel</p><time datetime='2024-11-05'>Tuesday</time>"
        f"{pages.paragraphs()}</article>"
    )
    article = read(body=body)
    assert (article.title, article.byline, article.published) == (pages.HEADLINE, "Ana Petrel", "2024-11-05")
    assert "By Ana Petrel" not in [block.span.of(article.text) for block in article.judged_blocks]


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "",
        "null",
        "[[[]]]",
        '{"@graph": 5}',
        '{"@type": 7, "headline": {}}',
        '{"@type":"NewsArticle","headline":["a",{"b":1}],"author":{"name":[[]]},"datePublished":5,"articleSection":{}}',
        "[" * 50_000,
        '{"@type":"NewsArticle","wordCount":' + "9" * 6000 + "}",
    ],
)
def test_broken_linked_data_is_survived(script: str) -> None:
    """Linked data of any shape never keeps a page from being read."""
    article = read(f'<script type="application/ld+json">{script}</script>')
    assert [block.span.of(article.text) for block in article.judged_blocks] == [pages.HEADLINE, *pages.BODY]


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ('lang="en-GB"', "", "en"),
        ('lang="DE_at"', "", "de"),
        ('xml:lang="fr"', "", "fr"),
        ("", '<meta http-equiv="content-language" content="nl">', "nl"),
        ("", '<meta property="og:locale" content="es_MX">', "es"),
        ('lang=""', "", None),
        ('lang="english"', "", None),
        ("", "", None),
    ],
)
def test_language_is_the_mark_ups(attributes: str, head: str, language: str | None) -> None:
    """The language is the primary subtag in lower case, and None where none is given."""
    assert read(head, attributes=attributes).language == language


def test_canonical_address_is_absolute() -> None:
    """A relative canonical address starts from the page's; a bad one is passed over."""
    assert read('<link rel="canonical" href="/b">').url == "https://courier.example/b"
    assert read('<meta property="og:url" content="https://courier.example/c">').url == "https://courier.example/c"
    assert read('<link rel=canonical href="javascript:x">').url == "https://courier.example/news/a"
    assert read('<link rel=canonical href="http://[broken">', url=None).url is None


OPINIONS = [
    '<script type="application/ld+json">{"@type":"OpinionNewsArticle","headline":"x"}</script>',
    '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["Sport","Opinion"]}</script>',
    '<meta property="article:section" content="Editorials">',
    '<meta property="og:title" content="Opinion | The harbour deserves better">',
]


@pytest.mark.parametrize("head", OPINIONS)
def test_opinion_by_its_data(head: str) -> None:
    """Type, section or title call a page opinion."""
    assert read(head).genre is Genre.OPINION


@pytest.mark.parametrize("path", ["opinion/2024/harbour", "commentisfree/2024/harbour", "local/editorials/harbour"])
def test_opinion_by_its_address(path: str) -> None:
    """A part of the path calls a page opinion; a word in the last part does not."""
    assert read(url=f"https://courier.example/{path}").genre is Genre.OPINION
    assert read(url="https://courier.example/news/opinion-polls-open").genre is Genre.NEWS


def test_opinion_by_a_kicker_and_not_by_a_menu() -> None:
    """The line over the headline counts; a link in the menu does not."""
    kicker = f'<article><div class="kicker">Opinion</div><h1>{pages.HEADLINE}</h1>{pages.paragraphs()}</article>'
    menu = f'<nav><a href="/opinion">Opinion</a></nav><article><h1>{pages.HEADLINE}</h1>{pages.paragraphs()}</article>'
    assert read(body=kicker).genre is Genre.OPINION
    assert read(body=menu).genre is Genre.NEWS


def test_live_blogs_and_listings() -> None:
    """Live blogs say so in their data or address; a page of teasers is a list of stories."""
    live = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm"}</script>'
    teasers = "".join(
        f'<div><h3><a href="/{n}">Story number {n} about the harbour and the town</a></h3><p>The council said it would look '
        "into the matter, and report back in spring.</p></div>"
        for n in range(9)
    )
    assert read(live).genre is Genre.LIVE_BLOG
    assert read(url="https://courier.example/news/live/storm").genre is Genre.LIVE_BLOG
    assert read('<meta property="og:type" content="website">', body=f"<main>{teasers}</main>").genre is Genre.LISTING


@pytest.mark.parametrize(
    ("first", "genre"),
    [
        ("OPINION: The harbour deserves better", Genre.OPINION),
        ("Editorial | The harbour deserves better", Genre.OPINION),
        ("Opinion", Genre.OPINION),
        ("Opinion polls show the mayor ahead", Genre.NEWS),
        ("Commentary on the plan was scarce", Genre.NEWS),
    ],
)
def test_opinion_in_plain_text(first: str, genre: Genre) -> None:
    """The first lines of a text can call it opinion."""
    assert read_text(f"{first}\n\n{pages.LEAD}\n\n{pages.CLOSE}\n").genre is genre
