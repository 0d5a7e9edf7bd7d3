"""The Python door: bytes or text in, a report out. The other doors go through this one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from os import PathLike
from pathlib import Path

from onrecord import pipeline
from onrecord.model import Report
from onrecord.reading import MAX_BYTES, Unreadable, read_html, read_text
from onrecord.rendering import to_json

__all__ = [
    "HTML_SUFFIXES",
    "TEXT_SUFFIXES",
    "Report",
    "Unreadable",
    "__version__",
    "score_any",
    "score_file",
    "score_html",
    "score_text",
    "to_json",
]

HTML_SUFFIXES = frozenset({".html", ".htm"})
TEXT_SUFFIXES = frozenset({".txt", ".md"})
MARKUP = re.compile(r"<(?:!doctype|!--|\?xml|[a-z])", re.IGNORECASE)
SNIFFED_BYTES = 256

try:
    __version__ = version("onrecord")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+source"


def score_html(
    html: bytes | str,
    *,
    url: str | None = None,
    title: str | None = None,
    content_type: str | None = None,
    blocks: Sequence[tuple[int, str]] | None = None,
) -> Report:
    """Score the article on a page.

    Args:
        html: the page, as it came over the wire or already decoded.
        url: where it came from; goes into the report and resolves relative links. Nothing is fetched.
        title: headline to use instead of the page's own.
        content_type: the ``Content-Type`` it was served with, for its charset.
        blocks: ``(id, text)`` of the elements stamped ``data-onrecord-block``, when a browser sends what it saw; all
            spans then lie in these texts.

    Raises:
        Unreadable: if there is no article to be had from it; ``code`` says why.
    """
    return pipeline.score(read_html(html, content_type=content_type, url=url, title=title, blocks=blocks))


def score_text(
    text: bytes | str,
    *,
    url: str | None = None,
    title: str | None = None,
    content_type: str | None = None,
) -> Report:
    """Score an article given as plain text; offsets in the report count in this very text.

    Raises:
        Unreadable: if there is nothing to read in it; ``code`` says why.
    """
    return pipeline.score(read_text(text, content_type=content_type, url=url, title=title))


def score_any(data: bytes, *, url: str | None = None, title: str | None = None) -> Report:
    """Score bytes of unknown kind: a page if they open with markup, else plain text.

    Raises:
        Unreadable: as ``score_html`` and ``score_text`` do.
    """
    score = score_html if _is_markup(data) else score_text
    return score(data, url=url, title=title)


def score_file(path: str | PathLike[str], *, url: str | None = None, title: str | None = None) -> Report:
    """Score a file: ``.html`` and ``.htm`` as a page, ``.txt`` and ``.md`` as text, others by how they begin.

    Raises:
        OSError: if the file cannot be opened or read.
        Unreadable: if there is no article in it; ``code`` says why.
    """
    file = Path(path)
    with file.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)  # one more than is read, so that the reading room can say "too large"
    suffix = file.suffix.lower()
    if suffix in HTML_SUFFIXES:
        return score_html(data, url=url, title=title)
    if suffix in TEXT_SUFFIXES:
        return score_text(data, url=url, title=title)
    return score_any(data, url=url, title=title)


def _is_markup(data: bytes) -> bool:
    head = data[:SNIFFED_BYTES]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    start = head.decode("utf-16" if wide else "utf-8-sig", "ignore").lstrip()
    return MARKUP.match(start) is not None
