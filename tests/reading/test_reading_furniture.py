"""Page furniture changes nothing in the judged text (rubric, law 4)."""

from __future__ import annotations

import pytest

from onrecord.reading import read_html, read_text
from onrecord.reading.promo import byline_in, is_promo
from tests.reading import pages

PLAIN_LIST = (
    '<div><h3>More stories</h3><ul><li><a href="/7">Council approves new cycle path along the river</a></li>'
    '<li><a href="/8">School reopens after repairs</a></li></ul></div>'
)
PLAIN_COMMENTS = (
    "<div><h3>2 comments</h3><div><p>I think that the inspectors are wrong, officials said last year it was safe, and it "
    "was not, and never will be.</p><p>Reportedly they knew, which is a scandal, and somebody should say so.</p></div></div>"
)
INVITATIONS = (
    '<div class="x"><p>Sign up for our newsletter to get the latest news in your inbox.</p></div>'
    "<p>Share on Facebook</p><p>Advertisement</p><div>5 min read</div>"
)
SIGNATURES = (
    "<p>Ana Petrel is a reporter covering the coast. She can be reached at ana@courier.example.</p>"
    "<p>(Reporting by Ana Petrel; Editing by Rolf Tern)</p>"
)
TEASER = (
    '<div class="q7"><a href="/9"><h4>Ferry timetable changes in spring</h4><p>The ferry company said it would run fewer '
    "boats, and at other hours, from April.</p></a></div>"
)
APPENDED = {
    "navigation": pages.NAV,
    "share bar": pages.SHARE,
    "related stories": pages.RELATED,
    "comments": pages.COMMENTS,
    "many comments": pages.COMMENTS * 4,
    "footer": pages.FOOTER,
    "sidebar": pages.SIDEBAR,
    "cookie notice": pages.COOKIES,
    "list of links": PLAIN_LIST,
    "unnamed comments": PLAIN_COMMENTS,
    "invitations": INVITATIONS,
    "signatures": SIGNATURES,
    "teaser": TEASER,
}


def judged(html: str) -> list[str]:
    article = read_html(html)
    return [block.span.of(article.text) for block in article.judged_blocks]


def after_text(html: str, addition: str) -> str:
    """Put something right behind the last paragraph, in the same box."""
    at = html.index(pages.CLOSE) + len(pages.CLOSE)
    at = html.index(">", at) + 1 if html[at] == "<" else at
    return html[:at] + addition + html[at:]


@pytest.mark.parametrize("furniture", APPENDED)
@pytest.mark.parametrize("manner", pages.MANNERS)
def test_appended_furniture_changes_nothing(manner: str, furniture: str) -> None:
    """The judged text is the same with furniture behind the text, at the article's end, and at the page's end."""
    html, addition = pages.MANNERS[manner](), APPENDED[furniture]
    expected = [pages.HEADLINE, *pages.BODY]
    assert judged(html.replace("</body>", addition + "</body>")) == expected
    assert judged(after_text(html, addition)) == expected
    assert judged(html.replace("</article>", addition + "</article>", 1)) == expected


@pytest.mark.parametrize(
    "furniture", ["navigation", "share bar", "related stories", "sidebar", "cookie notice", "teaser"]
)
@pytest.mark.parametrize("manner", pages.MANNERS)
def test_furniture_before_the_article_changes_nothing(manner: str, furniture: str) -> None:
    """The same holds for what stands over the article."""
    html = pages.MANNERS[manner]()
    start = "<body class='single has-sidebar'>"
    assert judged(html.replace(start, start + APPENDED[furniture])) == [pages.HEADLINE, *pages.BODY]


def test_class_names_of_states_and_topics_are_not_furniture() -> None:
    """An article with open comments, filed under newsletters, in a page with a sidebar, is still an article."""
    html = pages.blog().replace("hentry", "hentry comments-open has-share-bar category-newsletter")
    html = html.replace('<div id="page">', '<div id="page" class="content-sidebar-wrap with-sidebar">')
    assert judged(html) == [pages.HEADLINE, *pages.BODY]


PROMOS = """
Watch a report: Boats Thought the Storm Was a Drill
Watch: Mayor speaks on the pier
WATCH | The moment the bridge fell
Read more: Council votes on budget
READ MORE
Related: Why did the bridge fall?
Related articles
See also: The long way home
Advertisement
Story continues below
Sign up for our daily newsletter
Sign up here to get the briefing in your inbox.
Subscribe to our newsletter.
Follow us on Facebook and Instagram.
Follow Ana Petrel on Mastodon @petrel
Download our app for breaking news.
© 2024 The Example Courier
Copyright 2024 The Example Courier. All rights reserved.
(Reporting by Ana Petrel; Editing by Rolf Tern)
Photo: Ana Petrel / Example Agency
Credit: Ana Petrel
12 comments
Leave a comment
5 min read
Published Nov. 5, 2024 at 3:14 p.m. EST
Updated 3 hours ago
November 5, 2024 | 10:14 AM ET
By Ana Petrel
BY ANA PETREL, STAFF WRITER
By Ana Petrel and Rolf Tern in Seahaven
Share
Share on Facebook Share on X Email Print
Comments (3)
Ana Petrel is a reporter covering courts. She can be reached at ana@courier.example.
We use cookies to improve your experience.
Click here to read the full report.
The Example Agency contributed to this report.
Support our journalism: donate today
Get the latest news delivered to your inbox.
More from World
Skip to content
Live updates: storm reaches coast
Video: Storm reaches coast
""".strip().splitlines()
PROSE = """
Watch groups said the vote was unfair.
Watching from the street, Ms. Quill said the fire spread in minutes.
Follow-up tests showed the water was safe, officials said.
Advertisement spending rose 4 percent, the company said.
Related charges were dropped on Monday, prosecutors said.
More than 40 people were hurt, police said.
By Monday, the river had risen two feet, officials said.
By the time police arrived, two men had fled.
By Tuesday Evening
“Read the bill,” she said.
Read in court, the letter blamed the mayor.
See: the minister does not answer to me, he said.
Share prices fell 3 percent on Monday, according to the exchange.
Comments from the minister drew anger.
Copyright law protects the song, the judge ruled.
Support for the measure rose, a poll by the newsroom found.
Get the vaccine, doctors say.
Published reports said the firm would close.
Updated figures show 12 dead.
Ana Petrel is a reporter who was in the room, the court heard.
Popular among voters, the mayor won.
E-mail messages show he knew, the report says.
Strategic and Political Fallout
At a Glance
Nov. 5, 2024, was the night everything changed, she said.
Print workers walked out on Monday.
Live fire was heard, residents said.
We use cookies to bake cheesecake bases, said the chef.
Subscribe-only services grew 9 percent.
Top officials knew, the memo says.
Find out what happened, the minister told police.
""".strip().splitlines()


@pytest.mark.parametrize("line", PROMOS)
def test_furniture_is_known_by_its_wording(line: str) -> None:
    """Lines that invite, credit, date or sign are furniture, also with other white space."""
    assert is_promo(line)
    assert is_promo("  " + line.replace(" ", " \n  ") + "\n")


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_furniture_stays(line: str) -> None:
    """Sentences and headings that share their first words with furniture are not lost."""
    assert not is_promo(line)


def test_promos_in_plain_text_are_not_judged() -> None:
    """In a text file furniture is kept as promo, and the judged blocks stay the same."""
    plain = f"{pages.HEADLINE}\n\n{pages.LEAD}\n\n{pages.CLOSE}\n"
    added = f"{pages.HEADLINE}\n\nBy Ana Petrel\n\n{pages.LEAD}\n\nWatch: The pier\n\n{pages.CLOSE}\n\nRelated stories\n\nMayor opens bridge\n"
    texts = [[b.span.of(a.text) for b in a.judged_blocks] for a in (read_text(plain), read_text(added))]
    assert texts[0] == texts[1] == [pages.HEADLINE, pages.LEAD, pages.CLOSE]


def test_bylines_give_the_names() -> None:
    """A byline is read for its names; a sentence that begins with "By" is not one."""
    assert byline_in("By Ana Petrel") == "Ana Petrel"
    assert byline_in("Words by Ana  van Petrel and Rolf Tern") == "Ana van Petrel and Rolf Tern"
    assert byline_in("By Monday Morning") is None
    assert byline_in("By most accounts the mayor knew") is None


def test_paragraphs_in_boxes_named_like_furniture_are_read_if_there_is_nothing_else() -> None:
    """Some builders call every paragraph a widget; comments are not taken for the article even then."""
    boxes = "".join(f"<div class='widget'><p>{text}</p></div>" for text in (pages.LEAD, pages.QUOTED, pages.CLOSE))
    html = pages.page(f"{pages.NAV}<h1>{pages.HEADLINE}</h1>{boxes}{pages.COMMENTS}{pages.FOOTER}")
    assert judged(html) == [pages.HEADLINE, pages.LEAD, pages.QUOTED, pages.CLOSE]
    assert judged(pages.page(f"{pages.NAV}<h1>{pages.HEADLINE}</h1>{pages.COMMENTS}{pages.FOOTER}")) == []
