"""Whatever the text, attributions are ranges of it that cut no character, the same however the work is shared out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.attribution import find_relations, with_agentless, with_plain
from onrecord.attribution.decoding import Relation
from onrecord.attribution.graphemes import whole_graphemes
from onrecord.attribution.tagger import packaged_tagger
from onrecord.attribution.windows import Passage
from onrecord.model import Report
from onrecord.reading import read_text

SAYING = (
    "Maria Pohl said the bridge would stay shut.",
    "“We saw it coming,” he added, “and nobody listened.”",
    "According to the ministry, two people were hurt.",
    "Officials reportedly knew: «It was plain», one told the court.",
)
ODD = (
    "",
    "\u0301",
    "\u200f",
    "\u202e",
    "\u200d",
    "👩‍👩‍👧‍👦",
    "🇫🇷🇩🇪",
    "👍🏽",
    "\ufe0f",
    "葛\U000e0100",
    "e\u0301",
    "\r\n",
    "\x85",
    "\u2028",
    "\u2029",
    "\v",
    "\f",
    "\x1c",
    '"',
    "“",
    "”",
    "'",
    "’",
    "«",
    "»",
    "‹",
    "—",
    "--",
    ":",
    "(",
    "\ud800",
    "\udfff",
    "\x00",
    " ",
)


def spans(report: Report) -> list[tuple[int, int]]:
    """Every range of an attribution in a report."""
    parts = [p for a in report.attributions for p in (*a.statement, a.cue, a.mention) if p]
    return [(p.start, p.end) for p in parts]


def assert_sound(report: Report) -> None:
    text = report.article.text
    edges = {0, *(m.end() for m in regex.finditer(r"\X", text))}
    for start, end in spans(report):
        assert 0 <= start < end <= len(text)
        assert {start, end} <= edges
        assert text[start:end].strip()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*SAYING, *ODD, "\n\n", "\n"]), max_size=14).map("".join))
def test_sound_on_speech_among_oddities(text: str) -> None:
    assert_sound(pipeline.score(read_text("Note. " + text)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_sound_on_any_text(text: str) -> None:
    assert_sound(pipeline.score(read_text("Note. " + text)))


@pytest.mark.parametrize("mark", ODD)
@pytest.mark.parametrize("at", ["before", "inside", "after"])
def test_sound_with_an_oddity_beside_each_edge(mark: str, at: str) -> None:
    sentence = SAYING[1]
    words = {"before": mark + sentence, "inside": mark.join(sentence.split(" ")), "after": sentence + mark}[at]
    assert_sound(pipeline.score(read_text(words)))


@pytest.mark.parametrize(
    "text",
    [
        "said",
        "“”",
        "“" * 500,
        "\u202e" * 50 + SAYING[0],
        SAYING[0].replace(" ", "\u00a0"),
        "'" * 99 + "said",
        ":" * 300,
    ],
)
def test_sound_on_the_extreme(text: str) -> None:
    assert_sound(pipeline.score(read_text("Note. " + text)))


def test_a_megabyte_without_a_newline() -> None:
    text = (SAYING[0] + " ") * (1_000_000 // (len(SAYING[0]) + 1))
    found = packaged_tagger().relations(text[:200_000], [Passage(0, 200_000)])
    assert len(found) > 3000
    assert all(0 <= a < b <= 200_000 for r in found for ranges in (r.source, r.cue, r.content) for a, b in ranges)
    report = pipeline.score(read_text("word " * 200_000))
    assert report.attributions == ()


def test_a_range_that_cuts_a_grapheme_is_widened() -> None:
    text = "Zoe\u0301 said: \u201c👩\u200d👧 came\u201d"
    cut = Relation(((0, 3),), ((5, 9),), ((13, len(text)),))
    (whole,) = whole_graphemes(text, [cut])
    assert whole.source == ((0, 4),)
    assert text[slice(*whole.content[0])].startswith("👩\u200d👧")


def test_the_same_for_any_number_of_threads_and_any_company() -> None:
    paragraphs = [*SAYING, "The weather stayed fine over the harbour.", "She denied it, calling the claim absurd."] * 6
    text = "\n\n".join(paragraphs)
    passages, at = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(at, at + len(paragraph)))
        at += len(paragraph) + 2
    tagger = packaged_tagger()
    whole = tagger.relations(text, passages)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == whole for found in pool.map(lambda _: tagger.relations(text, passages), range(8)))
    alone = [r for p in passages for r in tagger.relations(text, [p])]
    assert tagger.relations(text, passages, apart=True) == alone


def test_finding_twice_finds_the_same() -> None:
    article = read_text("\n\n".join(SAYING))
    parts = ()
    (once, clues), (again, same) = find_relations(article, parts), find_relations(article, parts)
    assert once == again
    assert clues.values.tolist() == same.values.tolist()
    assert with_plain(article.text, parts, [], ()) == with_agentless(article.text, [], [], parts) == []
