"""One invented article in the mark-up of many kinds of site, and furniture to put around it."""

from __future__ import annotations

HEADLINE = "Harbour dredging halted after oil spill, inspectors say"
LEAD = "Dredging in the outer harbour was halted on Monday after an oil spill, inspectors of the port authority said."
QUOTED = (
    "“We do not know yet how much was lost,” said Marta Quill, the chief inspector. "
    "“We will publish our report this week.”"
)
SHORT = "The operator declined to comment."
HEADING = "What happens next"
ITEMS = (
    "About 40 litres were lost, the operator reportedly told the council.",
    "Bathing is banned until Friday.",
    "Tests take two days, according to the laboratory.",
)
COUNCIL = (
    "The council, which owns the basin, meets on Thursday. Two members, who asked not to be named because the talks "
    "are private, said they expected a long debate, and a close vote."
)
CLOSE = "A spokesperson for the ministry said it was “aware of the matter” and would await the inspectors’ findings."
BODY = (LEAD, QUOTED, SHORT, HEADING, *ITEMS, COUNCIL, CLOSE)

DATA = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The '
    'Example Courier"},{"@type":"NewsArticle","headline":"' + HEADLINE + '","author":[{"@type":"Person","name":"Ana '
    'Petrel"}],"datePublished":"2024-11-05T10:00:00Z","publisher":{"@type":"Organization","name":"The Example Courier"}'
    "}]}</script>"
)
NAV = (
    '<header class="site-header"><a href="/">The Example Courier</a><nav><ul><li><a href="/">Home</a></li>'
    '<li><a href="/opinion">Opinion</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>'
)
SHARE = (
    '<div class="share-tools"><span>Share</span><ul><li><a href="#f">Facebook</a></li><li><a href="#x">X</a></li>'
    "<li><a href='#m'>Email</a></li></ul></div>"
)
RELATED = (
    '<section class="related-stories"><h2>Related stories</h2><article class="card"><h3><a href="/1">Mayor opens the new '
    "bridge to traffic after years of delay</a></h3><p>The bridge, which cost 40 million, was opened on Sunday, the "
    'mayor said, with music and speeches.</p></article><article class="card"><h3><a href="/2">Ferry timetable changes '
    "in spring</a></h3><p>The ferry company said it would run fewer boats, and at other hours, from the first of April."
    "</p></article></section>"
)
COMMENTS = (
    '<div id="comments"><h3>3 comments</h3><ol class="comment-list">'
    + "".join(
        f'<li class="comment"><article class="comment-body"><p><b>reader{n}</b></p><p>I think that officials knew about '
        "the oil for weeks, and said nothing, and reportedly the mayor was told as well, which is a scandal, if you "
        f"ask me, and number {n} to say so.</p></article></li>"
        for n in range(12)
    )
    + "</ol></div>"
)
FOOTER = (
    '<footer class="site-footer"><p>© 2024 The Example Courier. All rights reserved. Sources say we are read by many.</p>'
    "<ul><li><a href='/about'>About us</a></li><li><a href='/privacy'>Privacy</a></li></ul></footer>"
)
SIDEBAR = (
    '<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/3">Five walks for a rainy afternoon</a></li>'
    "<li><a href='/4'>Bakery wins prize for its rye bread</a></li></ol><p>Sign up for our morning newsletter.</p></aside>"
)
COOKIES = '<div class="cookie-banner"><p>We use cookies to improve your experience, and so do our partners.</p></div>'


def page(body: str, *, head: str = DATA, attributes: str = 'lang="en-GB"', title: str = HEADLINE) -> str:
    """A whole page."""
    return (
        f"<!DOCTYPE html><html {attributes}><head><meta charset='utf-8'><title>{title} | The Example Courier</title>"
        f"{head}</head><body class='single has-sidebar'>{body}</body></html>"
    )


def items() -> str:
    """The list's items."""
    return "".join(f"<li>{item}</li>" for item in ITEMS)


def paragraphs(*, ad: str = "") -> str:
    """The text as most sites write it."""
    return (
        f"<p>{LEAD}</p>{ad}<p>{QUOTED}</p><p>{SHORT}</p>{ad}<h2>{HEADING}</h2><ul>{items()}</ul>"
        f"<p>{COUNCIL}</p>{ad}<p>{CLOSE}</p>"
    )


def blog() -> str:
    """WordPress and its like: entry-header, entry-content, sharing and comments below."""
    return page(
        f'{COOKIES}<div id="page">{NAV}<div id="primary"><main id="main"><article class="post-1 post category-social-media'
        f' tag-comments hentry"><header class="entry-header"><h1 class="entry-title">{HEADLINE}</h1><div class="entry-meta">'
        f'<span class="posted-on">November 5, 2024</span> <span class="byline">by Ana Petrel</span></div></header>'
        f'<div class="entry-content">{paragraphs()}<div class="sharedaddy">{SHARE}</div></div><footer class="entry-footer">'
        f'Tags: <a href="/t">harbour</a></footer></article>{COMMENTS}</main></div>{SIDEBAR}</div>{FOOTER}'
    )


def broadsheet() -> str:
    """Semantic elements, figures, a standfirst, related links in an aside between the paragraphs."""
    aside = '<aside class="related"><h3>Read more</h3><a href="/5">Basin closed last year</a></aside>'
    figure = '<figure><img src="a.jpg" alt=""><figcaption>The dredger in the basin. Photograph: Ana Petrel</figcaption></figure>'
    return page(
        f'{NAV}<main><article><header><p class="kicker">Local news</p><h1>{HEADLINE}</h1>'
        f'<address rel="author">By Ana Petrel</address><time datetime="2024-11-05">5 November 2024</time></header>{figure}'
        f'<div class="content__article-body" itemprop="articleBody">{paragraphs(ad=aside)}</div>{SHARE}</article>{RELATED}'
        f"</main>{FOOTER}"
    )


def tabloid() -> str:
    """Boxes within boxes, advertisements and invitations between the paragraphs, no article element."""
    ad = (
        '<div class="ad-slot"><span>Advertisement</span></div><div class="box"><p>Watch: Oil drifts past the pier</p></div>'
        '<p><strong>READ MORE:</strong> <a href="/6">Basin closed last year</a></p>'
    )
    return page(
        f'{NAV}<div class="wrap"><div class="col-main"><div class="story"><h1>{HEADLINE}</h1><div class="author-info">'
        f'By Ana Petrel</div><div class="story-body">{paragraphs(ad=ad)}<p>Follow us on Facebook and Instagram.</p></div>'
        f"{SHARE}</div>{RELATED}</div>{SIDEBAR}</div>{COMMENTS}{FOOTER}"
    )


def divs() -> str:
    """A site made by script: nothing but div and span, with names that say nothing."""
    inner = "".join(
        f'<div class="css-1f"><div class="css-9z"><span>{text}</span></div></div>' for text in (LEAD, QUOTED, SHORT)
    )
    rest = "".join(f'<div class="css-1f"><span>{text}</span></div>' for text in (COUNCIL, CLOSE))
    return page(
        f'<div id="root"><div class="css-a1">{NAV}</div><div class="css-b2"><div class="css-c3"><h1 class="css-h">{HEADLINE}'
        f'</h1></div><div class="css-d4">{inner}<h2>{HEADING}</h2><ul>{items()}</ul>{rest}</div></div></div>{FOOTER}'
    )


def table() -> str:
    """A page of the old kind: tables for layout, no class names, the headline in bold."""
    return page(
        '<table width="100%"><tr><td width="150"><a href="/">Home</a><br><a href="/news">News</a></td><td>'
        f"<h1>{HEADLINE}</h1><p>{LEAD}<p>{QUOTED}<p>{SHORT}<h3>{HEADING}</h3><ul>{items()}</ul><p>{COUNCIL}<p>{CLOSE}"
        "</td></tr><tr><td colspan=2>© 2024 The Example Courier</td></tr></table>"
    )


def breaks() -> str:
    """Paragraphs parted by two line breaks in one element."""
    return page(
        f"{NAV}<h1>{HEADLINE}</h1><div class='text'>{LEAD}<br><br>{QUOTED}<br/> <br/>{SHORT}<h3>{HEADING}</h3>"
        f"<ul>{items()}</ul>{COUNCIL}<br><br>{CLOSE}</div>{FOOTER}"
    )


def form() -> str:
    """A page that its server wraps in one form."""
    return page(
        f'<form id="aspnetForm" method="post"><input type="hidden" name="s" value="x">{NAV}<div id="content"><h1>{HEADLINE}'
        f'</h1><div class="article-text">{paragraphs()}</div></div><input type="text"><button>Go</button>{FOOTER}</form>'
    )


def amp() -> str:
    """Custom elements around ordinary paragraphs."""
    ad = '<amp-ad width="300" height="250"></amp-ad>'
    return page(
        f"<amp-story-header><h1>{HEADLINE}</h1></amp-story-header><main><bsp-article-body>{paragraphs(ad=ad)}"
        f"</bsp-article-body></main>{FOOTER}"
    )


MANNERS = {
    "blog": blog,
    "broadsheet": broadsheet,
    "tabloid": tabloid,
    "divs": divs,
    "table": table,
    "breaks": breaks,
    "form": form,
    "amp": amp,
}
