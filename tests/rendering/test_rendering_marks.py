"""Spans that overlap in any way become elements that nest."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.model import Span
from onrecord.rendering.marks import Mark, annotate

TEXT = "a<b>&\"c' de\nfgh é🏗 ij"


class Reader(HTMLParser):
    """Reads annotated text back: each character with the classes that cover it; refuses what does not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.read: list[tuple[str, frozenset[str]]] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.open.append((tag, values["class"] or ""))
        if "id" in values:
            self.anchors.append(values["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.read += [(character, frozenset(name for _, name in self.open)) for character in data]


def read(markup: Markup) -> Reader:
    """The annotated text, read back."""
    reader = Reader()
    reader.feed(str(markup))
    reader.close()
    assert not reader.open
    return reader


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    """Up to eight marks anywhere in the text, empty ones too."""
    places = draw(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8))
    tags = draw(st.lists(st.sampled_from(["mark", "span", "b"]), min_size=8, max_size=8))
    return [
        Mark(Span(min(place), max(place)), tags[n], f"c{n}", rank=n % 3, anchor=f"m{n}")
        for n, place in enumerate(places)
    ]


@given(marks(), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_each_character_lies_in_just_the_marks_that_cover_it(found: list[Mark], one: int, other: int) -> None:
    """Reading the markup back gives the text and, for each character, the marks over it; anchors come once."""
    within = Span(min(one, other), max(one, other))
    reader = read(annotate(TEXT, within, found))
    expected = [
        (TEXT[at], frozenset(m.classes for m in found if m.span.start <= at < m.span.end))
        for at in range(within.start, within.end)
    ]
    assert reader.read == expected
    begun = [m.anchor for m in found if m.span.overlaps(within) and m.span.start >= within.start]
    assert sorted(reader.anchors) == sorted(begun)


def test_a_crossing_mark_is_closed_and_opened_again() -> None:
    """The crossing pair a(bc)d shows where the second element is split."""
    found = [Mark(Span(0, 4), "mark", "x"), Mark(Span(2, 6), "b", "y", note=Markup("<i>!</i>"))]
    assert str(annotate("abcdefg", Span(0, 7), found)) == (
        '<mark class="x">ab<b class="y">cd</b></mark><b class="y">ef</b><i>!</i>g'
    )


def test_text_and_attributes_are_escaped() -> None:
    """Neither the article's text nor a class can break out."""
    found = [Mark(Span(0, 8), "mark", 'x"><script>')]
    markup = str(annotate("<script>", Span(0, 8), found))
    assert "<script" not in markup
