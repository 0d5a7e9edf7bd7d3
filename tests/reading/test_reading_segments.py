"""Sentences and quotations inside a block."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading import quotations, sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in quotations(text, Span(0, len(text)))]


SENTENCES = [
    ["The U.S. president spoke.", "He left the U.S.", "The senator stayed."],
    ["Gen. J. K. Quill met Mr. Tern on Jan. 5 at 3 p.m. Monday.", "It was No. 5.", "They left at 5 p.m.", "All slept."],
    ["Sen. Ida Gull (D-Calif.) said no.", "Rep. Rolf Tern, R-Ill., agreed."],
    ["Acme Inc. said so.", "He works for Acme Inc.", "The firm is old."],
    ["It cost 3.5 million.", "(He declined.)", "Then he left...", "And returned…", "The end"],
    ["Did he?", "Yes!", "OK.", "iPhone sales rose."],
    ["It happened on Nov. 5.", "2024 was hot."],
    ["“We won.”", "“They lost,” she said.", '"It is so."', "He left."],
    ["“Stop!” Gull said.", "“Why?” he asked.", "“Who knows?” Ms. Gull, the mayor, added."],
    ["He likes the “Stop! Look! Listen!” campaign.", "It is old."],
    ["She said he was, e.g., late.", "Officials vs. judges, i.e. nobody, won."],
    ["Visit courier.example today.", "Version 2.0.1 is out."],
    ["Taller than you and I.", "The end."],
    ["Police found guns, knives, etc.", "Nobody was hurt."],
]


@pytest.mark.parametrize("expected", SENTENCES, ids=lambda parts: parts[0][:24])
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    """Abbreviations, initials, figures, quotations and brackets do not end a sentence."""
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize("expected", SENTENCES, ids=lambda parts: parts[0][:24])
def test_white_space_does_not_matter(expected: list[str]) -> None:
    """Line ends and runs of spaces, as in a page's source, change nothing."""
    ragged = "\n\t " + " ".join(expected).replace(" ", "\n\n      ") + "\u00a0\n"
    assert [" ".join(sentence.split()) for sentence in split(ragged)] == expected


@pytest.mark.parametrize("expected", SENTENCES, ids=lambda parts: parts[0][:24])
def test_quote_style_does_not_matter(expected: list[str]) -> None:
    """Straight and curly marks give the same sentences."""
    straight = [part.replace("“", '"').replace("”", '"') for part in expected]
    assert split(" ".join(straight)) == straight


def test_long_quotations_are_split_and_keep_their_marks() -> None:
    """A run of quoted sentences is parted at its stops; the marks stay with their sentences."""
    text = "“We do not know how much was lost in the basin on Monday. We will publish our report this week,” she said. He agreed."
    assert split(text) == [
        "“We do not know how much was lost in the basin on Monday.",
        "We will publish our report this week,” she said.",
        "He agreed.",
    ]


def test_bullets_part_and_are_no_part() -> None:
    """Bullets inside a block begin a new sentence and belong to none."""
    assert split("• One thing. • Two things • Three") == ["One thing.", "Two things", "Three"]
    assert split("1. First item. Second sentence.") == ["1. First item.", "Second sentence."]


def test_only_the_block_is_looked_at() -> None:
    """Offsets are those of the whole text, and nothing outside the block is read."""
    text = "Before. “In here. And here.” After."
    start, end = text.index("“"), text.index(" After")
    assert [s.of(text) for s in sentences(text, Span(start + 1, end - 1))] == ["In here.", "And here."]
    assert [s.of(text) for s in quotations(text, Span(start, end))] == ["“In here. And here.”"]
    assert quotations(text, Span(start + 1, end - 1)) == ()


QUOTATIONS = [
    ("“We won,” he said, “and they lost.”", ["“We won,”", "“and they lost.”"]),
    ("He was ‘aware’ of it, and ‘not amused’.", ["‘aware’", "‘not amused’"]),
    ("‘We won’t go,’ she said. ‘It’s ours.’", ["‘We won’t go,’", "‘It’s ours.’"]),
    ("The soldiers’ ‘northern unit’ and rock ’n’ roll in the ’90s, the dogs’ bones.", ["‘northern unit’"]),
    ("‘The soldiers’ positions fell,’ he said.", ["‘The soldiers’ positions fell,’"]),
    ("the ‘brothers’ and ‘sisters’", ["‘brothers’", "‘sisters’"]),
    ("It’s the people’s choice, said the farmers’ union.", []),
    ("He said “she told me ‘no’ and left” twice.", ["“she told me ‘no’ and left”"]),
    ("She called it “an ‘absolute’ disgrace”.", ["“an ‘absolute’ disgrace”"]),
    ("“An open paragraph that goes on. It does.", ["“An open paragraph that goes on. It does."]),
    ("He said: “An open end that goes on. ", ["“An open end that goes on."]),
    ("“We won, he said. “We lost,” she said.", ["“We won, he said.", "“We lost,”"]),
    ("We won,” he said. “They lost,” she said.", ["“They lost,”"]),
    ("said “yes”; “no”—“maybe”.", ["“yes”", "“no”", "“maybe”"]),
    ("(“The plan”) is old", ["“The plan”"]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations_in_curly_marks(text: str, expected: list[str]) -> None:
    """Direct quotations are found with their marks; apostrophes are none."""
    assert quoted(text) == expected


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations_in_straight_marks(text: str, expected: list[str]) -> None:
    """The same with straight marks, at the same places."""
    table = str.maketrans("“”‘’", "\"\"''")
    assert quoted(text.translate(table)) == [part.translate(table) for part in expected]


def test_other_marks() -> None:
    """Guillemets, low marks, wire style and mixed pairs are quotations as well; inches are not."""
    assert quoted("« Bonjour », „Hallo“, »Welt«") == ["« Bonjour »", "„Hallo“", "»Welt«"]
    assert quoted("``Old wire style,'' he said.") == ["``Old wire style,''"]
    assert quoted('“mixed" quote') == ['“mixed"']
    assert quoted('a 6" pipe and a 5" tube') == []
    assert quoted('"" “ \' " “”') == []


def test_sentences_and_quotations_are_linear() -> None:
    """Marks and stops in any number take time in proportion."""
    for piece in ['"', "'", "“a ", "a. ", "A. ", "'a ", "“", "!", ". ", "x", " ", "“A! ”B "]:
        text = piece * (80_000 // len(piece)) + "”" * 1000
        begin = time.perf_counter()
        sentences(text, Span(0, len(text)))
        assert time.perf_counter() - begin < 4


bits = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        ".",
        "!",
        "?",
        "…",
        " ",
        "\n",
        "Mr.",
        "U.S.",
        "He",
        "said",
        "no",
        "5",
        "• ",
        "(",
        ")",
        ",",
    ]
)
texts = st.one_of(st.text(max_size=200), st.lists(bits, max_size=60).map("".join))


@settings(max_examples=400, deadline=None)
@given(texts, st.integers(0, 10), st.integers(0, 10))
def test_spans_of_any_text_are_sound(text: str, before: int, behind: int) -> None:
    """Spans are ordered, apart, inside the block, trimmed; sentences lose nothing but white space and bullets."""
    block = Span(min(before, len(text)), max(min(before, len(text)), len(text) - behind))
    for spans in (sentences(text, block), quotations(text, block)):
        at = block.start
        for span in spans:
            assert at <= span.start < span.end <= block.end
            at = span.end
    found = sentences(text, block)
    kept = {i for span in found for i in range(span.start, span.end)}
    lost = "".join(text[i] for i in range(block.start, block.end) if i not in kept)
    assert all(span.of(text) == span.of(text).strip() for span in found)
    assert not lost.strip().strip("•▪‣●◦·* \t\n").translate(dict.fromkeys(map(ord, " \n\t\r•▪‣●◦·*"))).strip()
