"""What a page says of itself: JSON-LD first, then OpenGraph, meta elements, microdata, the title element."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4.element import Tag

from onrecord.reading import jsonld
from onrecord.reading.page import attribute

LONGEST = 1000  # characters of any one value
MOST_ELEMENTS = 500  # of one name
_TELLING = frozenset(("html", "title", "link", "script", "time"))
_SEPARATORS = re.compile(r"\s+[|–—·»:•-]+\s+|\s*[|»]\s*")
_DATES = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "og:pubdate",
)
_AUTHORS = ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_SECTIONS = ("article:section", "section", "parsely-section", "og:section", "dc.subject.section")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; every value is as the page gives it, white space collapsed.

    Attributes:
        title: the headline as the page's data give it, without the site's name.
        titles: every wording of the title, to know the headline by.
        url: the canonical address, absolute; else the one the caller gave.
        sections: the parts of the site the article is filed under.
        types: schema.org types of the page's own article, lower case.
        kind: OpenGraph type.
        declared: whether the page says in its data that it is an article.
    """

    title: str | None = None
    titles: tuple[str, ...] = ()
    description: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    sections: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    kind: str | None = None
    declared: bool = False


def metadata(tags: Iterable[Tag], url: str | None = None) -> Metadata:
    """Read the page's own data.

    Args:
        tags: the page's elements.
        url: where the page was found, if that is known.
    """
    page = _Elements(tags)
    every = jsonld.objects(page.named("script"))
    articles = [value for value in every if jsonld.is_article(value)]
    own = _own(articles, page.first("og:title") or page.title)
    site = page.first("og:site_name") or _first(own.get("publisher")) or page.first("application-name", "publisher")
    titles = _titles(page, own)
    kind = (page.first("og:type") or "").lower() or None
    types = jsonld.types(own) | page.item_types
    stated = types if articles else types.union(*(jsonld.types(value) for value in every))
    return Metadata(
        title=without_site(titles[0], site) if titles else None,
        titles=titles,
        description=_first(own.get("description"))
        or page.first("og:description", "description", "twitter:description"),
        byline=_byline(page, own),
        published=_published(page, own),
        url=_address(page, url),
        site=site,
        language=_language(page),
        sections=(*jsonld.texts(own.get("articleSection")), *page.every(_SECTIONS)),
        types=stated,
        kind=kind,
        declared=bool(articles or types) or kind == "article",
    )


def without_site(title: str, site: str | None) -> str:
    """A title element's text without the site's name at its end or start."""
    parts = [part for part in _SEPARATORS.split(title) if part]
    if len(parts) < 2:
        return title
    known = " ".join(site.lower().split()) if site else None
    if known and parts[-1].lower() == known:
        return title[: title.lower().rindex(known)].rstrip(" |–—·»:•-")
    if known and parts[0].lower() == known:
        return title[title.lower().index(known) + len(known) :].lstrip(" |–—·»:•-")
    last = title.rfind("|")
    return title[:last].rstrip() if last > 20 else title


def absolute(href: str, base: str | None) -> str | None:
    """An absolute http or https address, None for anything else."""
    try:
        address = urljoin(base or "", href.strip()[:4000])
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


class _Elements:
    """The page's elements that tell of it: meta elements by name, property or itemprop; the rest by element name."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self._values: dict[str, list[str]] = {}
        self._named: dict[str, list[Tag]] = {name: [] for name in _TELLING}
        self._properties: dict[str, Tag] = {}
        self.item_types: frozenset[str] = frozenset()
        for tag in tags:
            if tag.name == "meta":
                self._add_meta(tag)
            if tag.name in _TELLING and len(self._named[tag.name]) < MOST_ELEMENTS:
                self._named[tag.name].append(tag)
            if tag.attrs:
                self._add_properties(tag)

    @property
    def title(self) -> str | None:
        """The title element's text; an svg's or a second one does not count."""
        found = next((t for t in self._named["title"] if t.parent is None or t.parent.name != "svg"), None)
        return _clean(found.get_text()) if found else None

    def named(self, name: str) -> list[Tag]:
        """Elements of one name."""
        return self._named[name]

    def property_of(self, name: str) -> Tag | None:
        """The first element with an ``itemprop`` or ``rel`` of that name, in lower case."""
        return self._properties.get(name)

    def first(self, *names: str) -> str | None:
        """The first meta value under the first of these names that has any."""
        return next((self._values[name][0] for name in names if name in self._values), None)

    def every(self, names: Iterable[str]) -> tuple[str, ...]:
        """All meta values under these names."""
        return tuple(value for name in names for value in self._values.get(name, ()))

    def _add_meta(self, tag: Tag) -> None:
        value = _clean(attribute(tag, "content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attribute(tag, key).strip().lower()
            if name and value:
                self._values.setdefault(name, []).append(value)

    def _add_properties(self, tag: Tag) -> None:
        for key in ("itemprop", "rel"):
            for name in attribute(tag, key)[:LONGEST].lower().split():
                self._properties.setdefault(name, tag)
        kind = attribute(tag, "itemtype")[:LONGEST].rsplit("/", 1)[-1].strip().lower()
        if kind.endswith(("article", "blogposting")):
            self.item_types |= {kind}


def _clean(text: str) -> str | None:
    return " ".join(text[:LONGEST].split()) or None


def _first(value: object) -> str | None:
    return next((text[:LONGEST] for text in jsonld.texts(value)), None)


def _own(articles: list[dict[str, Any]], title: str | None) -> dict[str, Any]:
    """The article object that the page is about: the one with the page's title, else the first."""
    for value in articles:
        headline = _first(value.get("headline"))
        if headline and title and (headline in title or title in headline):
            return value
    return articles[0] if articles else {}


def _titles(page: _Elements, own: dict[str, Any]) -> tuple[str, ...]:
    data = (_first(own.get("headline")), page.first("og:title"), page.first("twitter:title"))
    found = (*data, _first(own.get("name")), page.first("headline"), page.title)
    return tuple(dict.fromkeys(title for title in found if title))


def _byline(page: _Elements, own: dict[str, Any]) -> str | None:
    names = [name for name in jsonld.texts(own.get("author")) if "://" not in name]
    if not names:
        names = [name for name in page.every(_AUTHORS) if "://" not in name][:1]
    tag = page.property_of("author")
    if not names and tag is not None:
        names = [_clean(tag.get_text(" ")) or ""]
    cleaned = (re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) for name in names if len(name) < 200)
    return ", ".join(dict.fromkeys(name for name in cleaned if name))[:LONGEST] or None


def _published(page: _Elements, own: dict[str, Any]) -> str | None:
    stated = _first(own.get("datePublished")) or page.first(*_DATES)
    for tag in (page.property_of("datepublished"), *page.named("time")):
        stated = stated or (attribute(tag, "datetime") or attribute(tag, "content") if tag else None)
    return stated.strip()[:64] or None if stated else None


def _address(page: _Elements, url: str | None) -> str | None:
    links = [attribute(link, "href") for link in page.named("link") if "canonical" in attribute(link, "rel").lower()]
    for href in (*links[:1], page.first("og:url")):
        found = absolute(href, url) if href else None
        if found:
            return found
    return url


def _language(page: _Elements) -> str | None:
    stated = next((attribute(html, "lang") or attribute(html, "xml:lang") for html in page.named("html")), "")
    stated = stated or page.first("content-language", "og:locale", "language") or ""
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", stated.strip())
    return found.group().lower() if found else None
