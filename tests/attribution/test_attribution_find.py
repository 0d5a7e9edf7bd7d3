"""What the engine finds: plain cases that must never fail, and the rules on top of the tagger."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribution import Relation, find_relations, with_plain
from onrecord.attribution.tagger import Tagger, packaged_tagger
from onrecord.attribution.windows import Passage
from onrecord.model import Span
from onrecord.reading import read_text, sentences


def found(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each relation, as words."""
    article = read_text(text)
    parts = [s for b in article.judged_blocks for s in sentences(text, b.span)]
    return [
        (_words(article.text, r.source), _words(article.text, r.cue), _words(article.text, r.content))
        for r in find_relations(article, parts)[0]
    ]


def _words(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[s:e] for s, e in ranges)


def test_a_quotation_with_its_speaker() -> None:
    """The plainest case: words in quotation marks, a name, a verb."""
    (source, cue, content), *rest = found("“The dam will hold,” Vera Lindholm, the engineer, said on Monday.")
    assert source.startswith("Vera Lindholm")
    assert cue == "said"
    assert "The dam will hold" in content
    assert not rest


def test_indirect_speech() -> None:
    """No quotation marks: the statement is what follows the cue."""
    ((source, cue, content),) = found("The ministry said that three bridges had been closed overnight.")
    assert (source, cue) == ("The ministry", "said")
    assert content == "that three bridges had been closed overnight"


def test_according_to() -> None:
    """The source may come last."""
    ((source, cue, content),) = found("Half of the wells are dry, according to the district's water office.")
    assert (source, cue) == ("the district's water office", "according to")
    assert content == "Half of the wells are dry"


def test_a_statement_around_its_cue_is_one() -> None:
    """A quotation that goes on behind the speaker is one statement in two parts."""
    ((_, cue, content),) = found("“We counted twice,” the clerk said, “and we counted the same.”")
    assert cue == "said"
    assert content == "“We counted twice,” … “and we counted the same.”"


def test_text_without_attributions_has_none() -> None:
    """Nothing said, nothing found."""
    assert found("The train leaves at nine. Rain fell on the hills for most of the night.") == []


@pytest.mark.parametrize(
    "text", ["Hello.", "“”", "?", "😀😀😀 said", "\u200f\u202bhe said\u202c", "a" * 5000, "He said " * 900]
)
def test_odd_text_breaks_nothing(text: str) -> None:
    """Short, empty-looking, right-to-left, endless: relations or none, offsets valid."""
    for relation in packaged_tagger().relations(text, [Passage(0, len(text))]):
        for start, end in (*relation.source, *relation.cue, *relation.content):
            assert 0 <= start < end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("He said “the dam” is dry.\n'’\"—é\u0301😀"), max_size=300))
def test_ranges_are_valid_in_any_text(text: str) -> None:
    """Ranges are inside the text and not empty; a relation has a cue."""
    for relation in packaged_tagger().relations(text, [Passage(0, len(text))]):
        assert relation.cue
        for start, end in (*relation.source, *relation.cue, *relation.content):
            assert 0 <= start < end <= len(text)


def test_the_result_does_not_depend_on_other_articles() -> None:
    """What was read before leaves no trace."""
    text = "Officials said on Tuesday that the ferry was safe."
    before = found(text)
    found("“Nobody asked us,” the widow said. " * 40)
    assert found(text) == before


def test_a_missing_model_is_named(tmp_path: object) -> None:
    """A broken installation says which file it lacks."""
    from pathlib import Path

    with pytest.raises(FileNotFoundError, match=r"tagger\.onnx"):
        Tagger(Path(str(tmp_path)))


def _plain(text: str) -> list[tuple[str, str, str]]:
    new = with_plain(text, [Span(0, len(text))], [], [])
    return [(_words(text, r.source), _words(text, r.cue), _words(text, r.content)) for r in new]


def test_a_missed_according_to_is_read_by_rule() -> None:
    """The wording alone decides."""
    assert _plain("A deal may come soon, according to the people, who asked not to be named.") == [
        ("the people", "according to", "A deal may come soon")
    ]


def test_a_missed_refusal_is_read_by_rule() -> None:
    """ "Did not respond" shows that an answer was sought."""
    assert _plain("Brell Lines did not respond to requests for comment.") == [
        ("Brell Lines", "did not respond", "to requests for comment")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The owner could not be reached for comment.", ("The owner", "could not be reached", "for comment")),
        ("Police would not name the firms.", ("Police", "would not name", "the firms")),
        ("The club has not replied to our letter.", ("The club", "has not replied", "to our letter")),
        ("The bank didn’t respond.", ("The bank", "didn’t respond", "didn’t respond")),
        ("The army does not wish to comment.", ("The army", "does not wish", "to comment")),
    ],
)
def test_silence_in_other_words(text: str, told: tuple[str, str, str]) -> None:
    """Each tells that somebody was asked; where nothing follows, the cue is all there is."""
    assert _plain(text) == [told]


@pytest.mark.parametrize(
    "text",
    ["In states that charge fees, turnout fell.", "Nobody knew that it leaked.", "The well could not be dug deeper."],
)
def test_no_speaker_no_claim(text: str) -> None:
    """A place, nobody and a thing that cannot be done say nothing."""
    assert _plain(text) == []


def test_rules_leave_quotations_alone() -> None:
    """What a speaker says of others is the speaker's."""
    text = "“According to him, all is well,” she said."
    assert with_plain(text, [Span(0, len(text))], [], [Span(0, 32)]) == []


def test_words_that_a_rule_lays_at_another_door_leave_the_first() -> None:
    """A statement does not run on into the next speaker's."""
    text = "She warned of war. The Kremlin has brushed such talk aside as nonsense."
    first = Relation(((0, 3),), ((4, 10),), ((11, 17), (42, 70)))
    kept, new = with_plain(text, [Span(0, 18), Span(19, 71)], [first], [])
    assert [text[s:e] for s, e in kept.content] == ["of war"]
    assert [text[s:e] for s, e in new.source] == ["The Kremlin"]
