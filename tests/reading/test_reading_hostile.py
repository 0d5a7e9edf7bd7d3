"""Pages made to break a reader: an article, or a reason, and soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article
from onrecord.reading import Unreadable, read_html

PARAGRAPH = "<p>The council met on Monday, officials said, and the mayor said that it would meet again, and again, and again.</p>"
ARTICLE = f"<article><h1>Council meets again</h1>{PARAGRAPH * 4}</article>"
SECONDS = 8.0  # on a loaded machine; each of these takes well under two on an idle one

READ = {
    "deep, within bounds": "<div>" * 400 + ARTICLE + "</div>" * 400,
    "attributes that readability cleans": "<div " + "width=1 " * 100_000 + ">" + ARTICLE,
    "attributes in an attribute": '<p title="' + " color=red" * 100_000 + '">x</p>' + ARTICLE,
    "attributes in the text": "<p>" + "&lt; color=red " * 50_000 + "</p>" + ARTICLE,
    "many styles": f'<p style="x" width=1 height=2 onx=3 color=red>{PARAGRAPH}' * 1000,
    "long class": '<div class="' + "story " * 100_000 + '">' + ARTICLE,
    "comments": "<!--" + "<!-- " * 50_000 + "-->" + ARTICLE,
    "character data": "<![CDATA[" * 1000 + "]]>" + ARTICLE,
    "entities": "<p>" + "&amp;" * 200_000 + "</p>" + ARTICLE,
    "entity bomb": "<!DOCTYPE x ["
    + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 20))
    + "]><p>&e19;</p>"
    + ARTICLE,
    "doctype": "<!DOCTYPE html PUBLIC '-//X" + "x" * 10_000 + "><html>" + ARTICLE,
    "XML declaration": '<?xml version="1.0" encoding="utf-16"?><html><body>' + ARTICLE,
    "null characters": ARTICLE.replace("council", "coun\x00cil"),
    "surrogates": ARTICLE.replace("council", "coun\ud800cil"),
    "breaks": "<div>" + "The mayor said it, again.<br>" * 20_000 + "</div>",
    "double breaks": "<div>" + "The mayor said it, again.<br><br>" * 4000 + "</div>",
    "white space": "<p>" + " " * 2_000_000 + "x</p>" + ARTICLE,
    "one long paragraph": "<p>" + "The mayor said it, and left. " * 100_000 + "</p>",
    "quotation marks": "<p>" + "\"'“" * 100_000 + "</p>" + ARTICLE,
    "open paragraphs": "<p>The mayor said it, again.<span>" * 2000,
    "links around all": "<a href=x>" * 2000 + ARTICLE,
    "headings": "<h1>Council meets again</h1>" * 5000 + ARTICLE,
    "bad link": ARTICLE.replace("council", '<a href="http://[x">council</a>'),
    "odd tags": f'<o:p>{ARTICLE}</o:p><a"b>x</a"b><p/><//><html><html><body id=x id=y>',
    "frames within": f"<iframe>{PARAGRAPH}</iframe><object>{PARAGRAPH}</object>{ARTICLE}",
}
REFUSED = {
    "10,000 nested divs": ("<div>" * 10_000 + ARTICLE + "</div>" * 10_000, "too_complex"),
    "10,000 nested divs with text": ("<div>x" * 10_000, "too_complex"),
    "nested tables": ("<table><tr><td>" * 500 + ARTICLE, "too_complex"),
    "300,000 elements": ("<b></b>" * 300_000 + ARTICLE, "too_complex"),
    "deep and wide": ("<div>" * 400 + PARAGRAPH * 10_000, "too_complex"),
    "open brackets": ("<" * 1_000_000 + ARTICLE, "too_complex"),
    "frameset": ("<html><frameset cols=1><frame src=a><noframes>old</noframes></frameset></html>", "nothing_to_read"),
    "scripts only": (
        "<html><head><title>x</title></head><body><script>alert(1)</script></body></html>",
        "nothing_to_read",
    ),
    "images only": ("<img src=a><img src=b>", "nothing_to_read"),
    "comment only": ("<!-- words -->", "nothing_to_read"),
    "marks only": ("<p>***</p><p>—</p>", "nothing_to_read"),
    "declaration only": ('<?xml version="1.0"?>', "nothing_to_read"),
}


@pytest.mark.parametrize("case", READ)
def test_hostile_pages_are_read_in_time(case: str) -> None:
    """The article is found among what was put there to hide it, within seconds."""
    begin = time.perf_counter()
    article = read_html(READ[case])
    assert time.perf_counter() - begin < SECONDS
    assert any("said" in block.span.of(article.text) for block in article.blocks)
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)
    assert "\x00" not in article.text
    article.text.encode()


@pytest.mark.parametrize("case", REFUSED)
def test_hostile_pages_are_refused_in_time(case: str) -> None:
    """What cannot be read is refused with its code and one sentence, within seconds."""
    html, code = REFUSED[case]
    begin = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        read_html(html)
    assert time.perf_counter() - begin < SECONDS
    assert caught.value.code == code
    assert caught.value.message.endswith(".")


def test_words_without_any_mark_up_are_read() -> None:
    """Bytes that are no page at all become blocks, even where they look like a file name."""
    for words in ("article.html", "https://courier.example/a", "The mayor said so, and left the town."):
        assert read_html(words).text == words


snippets = st.sampled_from(
    ["<p>", "</p>", "<div class='comments'>", "</div>", "<h1>", "<li>", "<ul>", "<table>", "<td>", "<br>", "<br><br>", "<a href='/x'>",
     "</a>", "<article>", "<template shadowrootmode=open>", "<b>", "<!--", "-->", "<script>", "</script>", "<aside>", "<form>",
     "The mayor said, on Monday, that it was over.", "“No,” she said.", "Read more", "&nbsp;", "&#0;", "\x00", "\n", "<blockquote>",
     "<p data-onrecord-block='1'>", "<x-y>", "<title>Mayor</title>", "<meta property='og:title' content='Mayor'>"]
)  # fmt: skip


def read_or_refuse(html: str, blocks: list[tuple[int, str]] | None) -> tuple[Article | None, str]:
    try:
        return read_html(html, blocks=blocks, url="https://courier.example/"), ""
    except Unreadable as problem:
        return None, problem.code


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(snippets, max_size=40).map("".join)), st.booleans())
def test_any_mark_up_is_read_or_refused(html: str, stamped: bool) -> None:
    """Tags in any order give an article whose blocks are sound, or a reason."""
    article, code = read_or_refuse(html, [(1, "a given\n text ")] if stamped else None)
    if article is None:
        assert code in ("empty", "nothing_to_read")
        return
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        at = block.end
    assert len({block.id for block in article.blocks}) == len(article.blocks)
    assert all(0 <= link.span.start < link.span.end <= len(article.text) for link in article.links)
