"""Lines of facts about the article, credited pictures and invitations are not its text."""

from __future__ import annotations

import pytest

from onrecord.model import BlockKind
from onrecord.reading import read_html
from onrecord.reading.promo import is_promo

PROSE = "The council met for three hours on Monday and settled nothing, as it had done in the week before that."


@pytest.mark.parametrize(
    "line",
    [
        "By the newsroom · World · 3 min read",
        "Jane Doe | Politics | 14 September 2026",
        "The quay after dark. Photo: The Lantern",
        "Boats at the quay on Sunday. Picture by Odd Farrow",
    ],
)
def test_lines_about_the_article_are_furniture(line: str) -> None:
    """Byline, section, date and credit."""
    assert is_promo(line)


@pytest.mark.parametrize(
    "line",
    [
        "The vote was 9 | 2, a clerk said, and it took three minutes.",
        "She showed the court a photo: Anna stood at the gate and waved.",
        "He was said to have left on 14 September 2026.",
    ],
)
def test_sentences_that_look_alike_are_not(line: str) -> None:
    """A date, a bar or a photo in a sentence is news."""
    assert not is_promo(line)


def test_a_box_that_ends_in_a_link_to_sign_up_is_furniture() -> None:
    """Without a telling class, the link tells."""
    box = '<div class="box"><strong>Every Friday.</strong> Council and courts in one email. <a href="/newsletter">Join us</a></div>'
    page = f"<html><body><article><h1>Council settles nothing</h1><p>{PROSE}</p>{box}<p>{PROSE[::-1]} {PROSE}</p></article></body></html>"
    article = read_html(page)
    assert not any("Every Friday" in b.span.of(article.text) for b in article.judged_blocks)


def test_a_standfirst_told_by_the_description_and_a_byline_is_the_dek() -> None:
    """Also where it stands in one column with the paragraphs."""
    dek = "Three hours of talk, and no decision on the bridge that everybody came for."
    page = (
        f'<html><head><meta name="description" content="{dek}"></head><body><div><h1>Council settles nothing</h1><p>{dek}</p>'
        f"<p>Jane Doe · Local · 14 September 2026</p><p>{PROSE}</p><p>{PROSE} It will meet again.</p></div></body></html>"
    )
    article = read_html(page)
    assert [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.DEK] == [dek]
