"""Plain text: the text stays as it is, and its blocks are paragraphs, items and headings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article, BlockKind
from onrecord.reading import Unreadable, read_text
from tests.reading import pages

HEADLINE, LEAD, QUOTED, SHORT, CLOSE = pages.HEADLINE, pages.LEAD, pages.QUOTED, pages.SHORT, pages.CLOSE


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    article = read_text(text, title=title)
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def wrapped(text: str, width: int = 60) -> str:
    lines = [""]
    for word in text.split():
        fits = len(lines[-1]) + len(word) < width
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if fits else [lines[-1], word]
    return "\n".join(lines)


def test_paragraphs_headings_and_items() -> None:
    """Blank lines part paragraphs, bullets make items, a short line without a stop is a heading."""
    text = f"{HEADLINE}!\n\n{LEAD}\n\nAt a Glance\n\n  • {SHORT}\n  • {CLOSE}\n\nDeployment and Desertion\n\n{QUOTED}\n"
    assert kinds(text) == [
        ("headline", f"{HEADLINE}!"),
        ("paragraph", LEAD),
        ("heading", "At a Glance"),
        ("list_item", SHORT),
        ("list_item", CLOSE),
        ("heading", "Deployment and Desertion"),
        ("paragraph", QUOTED),
    ]


def test_text_is_the_input_itself() -> None:
    """Not a character of the input is changed, so that offsets are the caller's."""
    text = f"\r\n\t{HEADLINE}\r\n\r\n\u00a0{LEAD}\x0b\x0c\u2028{QUOTED}   \n\n"
    assert read_text(text).text == text
    assert read_text(text.encode()).text == text


@pytest.mark.parametrize(
    "first",
    [
        "DESERTED – Whole Crew Leaves the Harbour!",
        "Who pays for the harbour?",
        "Minister steps down after audit, sources say",
        "Envoy meets rebels in the U.S.",
    ],
)
def test_short_first_lines_are_headlines(first: str) -> None:
    """A short first line, set apart, is the headline, also with ! or ? or an abbreviation at its end."""
    article = read_text(f"{first}\n\n{LEAD}\n\n{CLOSE}\n")
    assert (article.blocks[0].kind, article.title) == (BlockKind.HEADLINE, first)


@pytest.mark.parametrize(
    "first", ["The mayor resigned on Monday.", "“We are closing,” the owner said.", "He said:", LEAD * 2, "“We won.”"]
)
def test_ordinary_first_sentences_are_no_headlines(first: str) -> None:
    """A text that starts with its lead has no headline."""
    article = read_text(f"{first}\n\n{LEAD}\n\n{CLOSE}\n")
    assert (article.blocks[0].kind, article.title) == (BlockKind.PARAGRAPH, None)


def test_given_title_makes_its_line_the_headline() -> None:
    """A first line with the words of the given title is the headline, whatever it looks like."""
    assert kinds(f"It is over.\n\n{LEAD}", title="It is  over.")[0] == ("headline", "It is over.")
    assert kinds(f"It is over.\n\n{LEAD}", title="Other")[0] == ("paragraph", "It is over.")


def test_hard_wrapped_paragraphs_are_one_block() -> None:
    """Lines of one paragraph belong together, a dash at a line's start included."""
    dashed = "The plan, the engineer told the council on Monday\n- and not for the first time -\nwould cost too much to build."
    text = f"{wrapped(LEAD)}\n\n{wrapped(QUOTED)}\n\n{dashed}\n"
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 3
    assert [" ".join(words.split()) for _, words in kinds(text)] == [LEAD, QUOTED, " ".join(dashed.split())]


def test_without_blank_lines_each_line_is_a_block() -> None:
    """Pasted text with one line for each paragraph is parted at the line ends."""
    assert kinds(f"{HEADLINE}\n{LEAD}\n{QUOTED}\n{CLOSE}") == [
        ("headline", HEADLINE),
        ("paragraph", LEAD),
        ("paragraph", QUOTED),
        ("paragraph", CLOSE),
    ]


def test_one_wrapped_paragraph_without_blank_lines_is_one_block() -> None:
    """Sentences are not cut in lines that were wrapped at a margin."""
    assert len(kinds(wrapped(f"{LEAD} {pages.COUNCIL} {CLOSE}", 50))) == 1


def test_long_lines_in_one_paragraph_are_paragraphs() -> None:
    """Lines too long to be wrapped are paragraphs, though no blank line parts them."""
    text = f"{HEADLINE}\n\n{LEAD} {SHORT}\n{QUOTED} {SHORT}\n\n{CLOSE}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "1.", "2)", "(3)", "▪"])
def test_bullets_make_items(bullet: str) -> None:
    """Each bulleted line is an item without its bullet; what wraps under it belongs to it."""
    text = f"{LEAD}\n\nThe points:\n{bullet} {wrapped(CLOSE)}\n{bullet} {SHORT}\n\n{QUOTED}"
    found = [(kind, " ".join(words.split())) for kind, words in kinds(text)]
    assert found == [
        ("paragraph", LEAD),
        ("heading", "The points:"),
        ("list_item", CLOSE),
        ("list_item", SHORT),
        ("paragraph", QUOTED),
    ]


def test_markdown_headings_and_quotations() -> None:
    """Marks of Markdown set the kind and are no part of the block."""
    text = f"# {HEADLINE}\n\n{LEAD}\n\n## What next\n\n> {QUOTED}\n\n{CLOSE}"
    assert kinds(text) == [
        ("headline", HEADLINE),
        ("paragraph", LEAD),
        ("heading", "What next"),
        ("quote", QUOTED),
        ("paragraph", CLOSE),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_line_end_counts(end: str) -> None:
    """Line ends of every system and of Unicode part lines."""
    assert kinds(f"{HEADLINE}{end}{end}{LEAD}{end}{end}{CLOSE}") == [
        ("headline", HEADLINE),
        ("paragraph", LEAD),
        ("paragraph", CLOSE),
    ]


def test_surrogates_keep_the_length() -> None:
    """A lone surrogate becomes one replacement character."""
    text = f"{LEAD} \ud800 and \udfff \U0001f600.\n\n{CLOSE}"
    article = read_text(text)
    assert article.text == text.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd")


def test_language_is_set_only_when_sure() -> None:
    """English text of 60 words is called English; short or other text is called nothing."""
    assert read_text(f"{LEAD}\n\n{QUOTED}\n\n{pages.COUNCIL}\n\n{CLOSE}").language == "en"
    assert read_text(LEAD).language is None
    assert read_text("Der Rat tagt am Montag und der Bürgermeister sagte, man werde sehen. " * 10).language is None


def test_byline_is_no_prose() -> None:
    """A byline under the headline is read and not judged."""
    article = read_text(f"{HEADLINE}\nBy Ana Petrel\n\n{LEAD}\n\n{CLOSE}")
    assert article.byline == "Ana Petrel"
    assert [b.span.of(article.text) for b in article.judged_blocks] == [HEADLINE, LEAD, CLOSE]


def test_marks_without_words_are_nothing_to_read() -> None:
    """Rules and dots are not a text."""
    with pytest.raises(Unreadable) as caught:
        read_text("* * *\n\n-----\n")
    assert caught.value.code == "nothing_to_read"


def check(article: Article, text: str) -> None:
    """What holds for every article read from text."""
    assert article.text == text
    assert [block.id for block in article.blocks] == list(range(len(article.blocks)))
    at = 0
    for block in article.blocks:
        words = text[block.start : block.end]
        assert at <= block.start < block.end <= len(text)
        assert words == words.strip()
        at = block.end


def read_or_refuse(data: bytes | str, content_type: str | None = None) -> tuple[Article | None, str]:
    try:
        return read_text(data, content_type=content_type), ""
    except Unreadable as problem:
        return None, problem.code


pieces = st.sampled_from(
    [HEADLINE, LEAD, QUOTED, SHORT, "\n", "\n\n", "\r\n", "\u2028", "• ", "- ", "1. ", "# ", " ", "\t", "“", "By Ana"]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(pieces, max_size=30).map("".join)))
def test_blocks_of_any_text_are_sound(text: str) -> None:
    """Whatever the text, blocks are ordered, apart, trimmed, and inside of it."""
    article, code = read_or_refuse(text)
    if article is None:
        assert code in ("empty", "nothing_to_read")
    else:
        check(article, text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "text/plain; charset=utf-8", "text/plain; charset=big5", "x"]))
def test_any_bytes_are_read_or_refused(data: bytes, content_type: str | None) -> None:
    """Bytes of any kind give an article or a reason."""
    article, code = read_or_refuse(data, content_type)
    if article is None:
        assert code in ("empty", "binary", "nothing_to_read")
    else:
        check(article, article.text)


def test_known_title_rules_out_other_first_lines() -> None:
    """With a title at hand, a first line with other words is no headline, and one much like it is."""
    assert kinds(f"In summary\n\n{LEAD}\n\n{CLOSE}", title=HEADLINE)[0][0] != "headline"
    assert kinds(f"{HEADLINE.upper()}\n\n{LEAD}\n\n{CLOSE}", title=HEADLINE)[0] == ("headline", HEADLINE.upper())


def test_headline_repeated_in_the_text_is_not_said_twice() -> None:
    """Scraped texts often begin with the headline twice."""
    assert [kind for kind, _ in kinds(f"{HEADLINE}\n\n{HEADLINE}\n\n{LEAD}\n\n{CLOSE}")][:3] == [
        "headline",
        "promo",
        "paragraph",
    ]
