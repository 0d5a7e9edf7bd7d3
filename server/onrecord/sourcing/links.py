"""Links to records: where an article leads its readers to what it cites."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from urllib.parse import urlsplit

from onrecord.model import Article, Span

_WIDE = frozenset({"co", "com", "org", "gov", "ac", "net"})  # second labels under a country's


class RecordLinks:
    """The links of an article that lead somewhere else than to the outlet's own pages."""

    def __init__(self, article: Article) -> None:
        own = _domain(article.url)
        outward = [link for link in article.links if _domain(link.url) != own and not _shares(link.url)]
        self._links = sorted(outward, key=lambda link: link.span.start)
        self._longest = max((link.span.end - link.span.start for link in outward), default=0)

    def on(self, spans: Iterable[Span]) -> str | None:
        """The first link that lies on one of some spans."""
        found = []
        for span in spans:
            at = bisect_left(self._links, span.start - self._longest, key=lambda link: link.span.start)
            while at < len(self._links) and self._links[at].span.start < span.end:
                if self._links[at].span.overlaps(span):
                    found.append(at)
                    break
                at += 1
        return self._links[min(found)].url if found else None


def _domain(url: str | None) -> str | None:
    """The registrable part of the host, near enough: its last two labels, three under "co.uk" and the like."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = host.split(".")
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _WIDE
    return ".".join(labels[-3 if wide else -2 :]) or None


def _shares(url: str) -> bool:
    """Links that pass a story on instead of leading to a record."""
    return any(part in url for part in ("/share", "/intent/", "sharer", "mailto:"))
