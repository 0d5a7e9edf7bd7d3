"""Which passages are statements; attributions are made by hand."""

from __future__ import annotations

from onrecord.model import Anonymity, Attribution, Channel, Reason, Span, Stance
from onrecord.reading import read_text, sentences
from onrecord.scoring.statements import statements

PLAIN = Anonymity(disclosed=False, reason=Reason.NONE)


def attribution(
    text: str, number: int, source: str, cue: str, said: str, channel: Channel = Channel.INDIRECT
) -> Attribution:
    """An attribution of the first places where these words stand; an empty source is none."""
    return Attribution(
        id=f"a{number}",
        statement=(_place(text, said),),
        cue=_place(text, cue),
        mention=None,
        sources=(source,) if source else (),
        channel=channel,
        cue_stance=Stance.NEUTRAL,
        relay=(),
        basis=None,
        anonymity=PLAIN,
        verifiable=None,
        hedges=(),
        rung=6,
        rules=(),
        why="",
    )


def _place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def told(text: str, *found: Attribution) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Words, attributions and sources of the statements."""
    article = read_text(text)
    parts = [s for block in article.judged_blocks for s in sentences(text, block.span)]
    return [(s.span.of(text), s.attributions, s.sources) for s in statements(found, parts, article)]


def test_a_statement_is_its_whole_sentence() -> None:
    """And no more, where the next sentence has a subject of its own."""
    text = "On Monday Pell said the dam would hold. The dam was built in 1950."
    found = attribution(text, 1, "pell", "said", "the dam would hold")
    assert told(text, found) == [("On Monday Pell said the dam would hold.", ("a1",), ("pell",))]


def test_a_sentence_that_hangs_on_carries_it_on() -> None:
    """ "It" is the dam of which Pell spoke; the paragraph's end ends the statement."""
    text = "Pell said the dam would hold. It had been checked in May. That took a week.\n\nIt is old."
    found = attribution(text, 1, "pell", "said", "the dam would hold")
    assert told(text, found) == [(text[: text.index("\n")], ("a1",), ("pell",))]


def test_nobodys_claim_is_not_carried_on() -> None:
    """There is no speaker to go on speaking."""
    text = "The dam reportedly leaks. It is old."
    assert told(text, attribution(text, 1, "", "reportedly", "leaks")) == [("The dam reportedly leaks.", ("a1",), ())]


def test_one_passage_is_one_statement_and_who_speaks_outermost_leads() -> None:
    """What Pell tells that engineers fear is in Pell's statement, also if it comes first."""
    text = "Engineers fear a leak, Pell said."
    inner = attribution(text, 1, "engineers", "fear", "a leak", Channel.THOUGHT)
    outer = attribution(text, 2, "pell", "said", "Engineers fear a leak")
    assert told(text, inner, outer) == [(text, ("a2", "a1"), ("pell", "engineers"))]


def test_two_speakers_in_two_sentences_are_two_statements() -> None:
    """Side by side is not one inside the other."""
    text = "Pell said the dam would hold. Berg said the wall leaked."
    one = attribution(text, 1, "pell", "said", "the dam would hold")
    two = attribution(text, 2, "berg", "Berg said", "the wall leaked")
    assert [sources for _, _, sources in told(text, one, two)] == [("pell",), ("berg",)]


def test_a_speakers_sentences_are_one_statement_within_a_paragraph() -> None:
    """Also around a sentence that nobody is said to say; a new paragraph begins a new one."""
    text = "Pell said rain fell. The survey has mapped wells. More will follow, she added.\n\nPell hopes so."
    one = attribution(text, 1, "pell", "said", "rain fell")
    two = attribution(text, 2, "pell", "added", "More will follow")
    three = attribution(text, 3, "pell", "hopes", "so.")
    assert [ids for _, ids, _ in told(text, one, two, three)] == [("a1", "a2"), ("a3",)]


def test_another_speaker_between_is_another_statement() -> None:
    """Unless the sentence between hangs on what the first one said."""
    text = "Pell said rain fell. {} feel it was hail. It was rain, she added."
    for between, count in (("Farmers", 3), ("Many of them", 1)):
        said = text.format(between)
        one = attribution(said, 1, "pell", "said", "rain fell")
        two = attribution(said, 2, "farmers", "feel", "it was hail")
        three = attribution(said, 3, "pell", "added", "It was rain")
        assert len(told(said, one, two, three)) == count


def test_no_attribution_no_statement() -> None:
    """An article without sources has none."""
    assert told("The dam was built in 1950.") == []
