"""The way a statement came, read off cue, source and quotation marks; attributions are made by hand."""

from __future__ import annotations

import pytest

from onrecord.model import Channel
from onrecord.reading import quotations
from onrecord.rubric import rubric
from onrecord.scoring.channels import channel_of
from onrecord.scoring.rungs import rung_of
from onrecord.wording import act_of, stance_in
from tests.sourcing.by_hand import Parts, article, sourced


def channels(text: str, *parts: Parts) -> list[Channel]:
    """The channels, in the order of the cues."""
    found = []
    for told in sourced(text, *parts).attributed:
        cue = " ".join(text[start:end] for start, end in told.relation.cue)
        said = " ".join(text[start:end] for start, end in told.relation.content)
        quoted = [q for block in article(text).blocks for q in quotations(text, block.span)]
        found.append(channel_of(text, told, act_of(cue), stance_in(cue, said), quoted))
    return found


@pytest.mark.parametrize(
    ("text", "parts", "channel"),
    [
        (
            "Nora Fink said at least “nine of the cranes” had cracks.",
            ("Nora Fink", "said", "at least “nine of the cranes” had cracks"),
            Channel.QUOTE,
        ),
        ("Nora Fink said nine cranes had cracks.", ("Nora Fink", "said", "nine cranes had cracks"), Channel.INDIRECT),
        (
            "Nora Fink said the men belonged to the so\u2011called “Heron Guard.”",
            ("Nora Fink", "said", "the men belonged to the so\u2011called “Heron Guard.”"),
            Channel.INDIRECT,
        ),
        ("Nora Fink hopes it will rain.", ("Nora Fink", "hopes", "it will rain"), Channel.THOUGHT),
        (
            "Nora Fink estimated the loss at 3 million.",
            ("Nora Fink", "estimated", "the loss at 3 million"),
            Channel.INDIRECT,
        ),
        (
            "Nora Fink did not say who had signed the log.",
            ("Nora Fink", "did not say", "who had signed the log"),
            Channel.INDIRECT,
        ),
        (
            "Nora Fink would not say who had signed the log.",
            ("Nora Fink", "would not say", "who had signed the log"),
            Channel.DECLINED_COMMENT,
        ),
        (
            "The port said it “does not comment on leaked papers”.",
            ("The port", "said", "it “does not comment on leaked papers”"),
            Channel.DECLINED_COMMENT,
        ),
        (
            "In a closed Facebook group for dockers, Nora Fink wrote that the crane had cracks.",
            ("Nora Fink", "wrote", "that the crane had cracks"),
            Channel.SOCIAL_POST,
        ),
        (
            "Nora Fink wrote on her Telegram channel that the crane had cracks.",
            ("Nora Fink", "wrote", "that the crane had cracks"),
            Channel.SOCIAL_POST,
        ),
        (
            "Users of the forum Quayside blamed the night shift.",
            ("Users of the forum Quayside", "blamed", "the night shift"),
            Channel.SOCIAL_POST,
        ),
        (
            "Families on the post said they were told nothing.",
            ("Families on the post", "said", "they were told nothing"),
            Channel.INDIRECT,
        ),
        (
            "Brell Cranes said in a statement that the crane was safe.",
            ("Brell Cranes", "said", "that the crane was safe"),
            Channel.STATEMENT,
        ),
        (
            "In an email on Friday, Nora Fink said the crane was “quite safe”.",
            ("Nora Fink", "said", "the crane was “quite safe”"),
            Channel.QUOTE,
        ),
        (
            "In a filing to the exchange, Brell Cranes said the order “was lost”.",
            ("Brell Cranes", "said", "the order “was lost”"),
            Channel.DOCUMENT,
        ),
        (
            "The report says the crane “had cracks”.",
            ("The report", "says", "the crane “had cracks”"),
            Channel.DOCUMENT,
        ),
        (
            "Nora Fink told Radio Halvik that the crane “had cracks”.",
            ("Nora Fink", "told", "that the crane “had cracks”"),
            Channel.BROADCAST,
        ),
        (
            "Nora Fink told the newspaper Harbour Light that the crane “had cracks”.",
            ("Nora Fink", "told", "that the crane “had cracks”"),
            Channel.PRESS_REPORT,
        ),
        (
            "A review by this newspaper of 40 logs found nine without a signature.",
            ("A review by this newspaper of 40 logs", "found", "nine without a signature"),
            Channel.OWN_WITNESS,
        ),
        (
            "Nora Fink said the “Night Heron” had left port.",
            ("Nora Fink", "said", "the “Night Heron” had left port"),
            Channel.INDIRECT,
        ),
        (
            "Nora Fink said the book, “A Song for the Dockers,” was burned.",
            ("Nora Fink", "said", "the book, “A Song for the Dockers,” was burned"),
            Channel.INDIRECT,
        ),
        (
            "Nora Fink said the “Night Heron” had left “in great haste”.",
            ("Nora Fink", "said", "the “Night Heron” had left “in great haste”"),
            Channel.QUOTE,
        ),
        (
            "Nora Fink said the crew shouted “Fire!” from the deck.",
            ("Nora Fink", "said", "the crew shouted “Fire!” from the deck"),
            Channel.QUOTE,
        ),
        (
            "Nora Fink said the crew had to stop writing “Crane” in the log.",
            ("Nora Fink", "said", "the crew had to stop writing “Crane” in the log"),
            Channel.QUOTE,
        ),
        ("“Nonsense,” Nora Fink said.", ("Nora Fink", "said", "“Nonsense,”"), Channel.QUOTE),
        (
            "Nora Fink Says Cranes Had “Fatal Cracks” in Them",
            ("Nora Fink", "Says", "Cranes Had “Fatal Cracks” in Them"),
            Channel.QUOTE,
        ),
        ("This is an extract.\n\nFINK: I signed nothing.", ("FINK", ":", "I signed nothing"), Channel.QUOTE),
    ],
)
def test_channels(text: str, parts: Parts, channel: Channel) -> None:
    """The one that tells most wins."""
    assert channels(text, parts) == [channel]


def test_a_person_who_passes_something_on_is_no_press_report() -> None:
    """Only another outlet is."""
    text = "Nora Fink said a colonel had told staff to “stop counting”."
    found = channels(
        text,
        ("Nora Fink", "said", "a colonel had told staff to “stop counting”"),
        ("a colonel", "had told", "to “stop counting”"),
    )
    assert found == [Channel.QUOTE, Channel.QUOTE]


def test_what_somebody_unnamed_passes_on_stands_no_higher() -> None:
    """A named minister, known only through an unnamed clerk, is as good as the clerk."""
    text = "A clerk in the port office said Nora Fink, the harbour master, had ordered the log rewritten."
    found = sourced(
        text,
        ("A clerk in the port office", "said", "Nora Fink, the harbour master, had ordered the log rewritten"),
        ("Nora Fink, the harbour master,", "had ordered", "the log rewritten"),
    )
    rules = rubric()
    by_id = {s.id: s for s in found.sources}
    assert [rung_of(a, by_id, (), rules)[1][0] for a in found.attributed] == ["RUNG-3", "RUNG-3"]


@pytest.mark.parametrize(
    ("text", "mention", "rung"),
    [
        ("Nora Fink, 58, from across the lane, said it fell.", "Nora Fink, 58, from across the lane,", "RUNG-7"),
        ("Nora Fink said it fell.", "Nora Fink", "RUNG-6"),
        ("Documents said it fell.", "Documents", "RUNG-2"),
        ("Their lawyer said it fell.", "Their lawyer", "RUNG-5"),
        ("A technician there said it fell.", "A technician there", "RUNG-3"),
        ("A security source said it fell.", "A security source", "RUNG-2"),
        ("Section 12 of the Harbours Act said it fell.", "Section 12 of the Harbours Act", "RUNG-8"),
    ],
)
def test_rungs_of_sources(text: str, mention: str, rung: str) -> None:
    """Before modifiers."""
    found = sourced(text, (mention, "said", "it fell"))
    by_id = {s.id: s for s in found.sources}
    (told,) = found.attributed
    assert rung_of(told, by_id, (), rubric())[1][0] == rung
