"""What cues say of the statements they carry."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.model import Stance
from onrecord.rubric import CueAct, CueEntry, CueGroup, rubric
from onrecord.wording import act_of, stance_in, stance_of

GROUPS = pytest.mark.parametrize("group", rubric().cue_groups.values(), ids=lambda group: group.id)


def _groups_in(sentence: str) -> set[str]:
    """The groups of the words and word pairs of a sentence."""
    words = sentence.strip(".").lower().split()
    forms = {form: cue for cue in rubric().cues for form in cue.forms}
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return {forms[form].group for form in (*words, *pairs) if form in forms}


@GROUPS
def test_the_hit_has_a_cue_of_the_group_and_the_miss_has_none(group: CueGroup) -> None:
    """The examples of a group show what belongs to it and what does not."""
    assert group.id in _groups_in(group.hit)
    assert group.id not in _groups_in(group.miss)


@GROUPS
def test_the_hit_is_read_with_the_groups_stance_and_act(group: CueGroup) -> None:
    """The cue within the example has the stance and the act that the group declares."""
    verb = group.hit.split(maxsplit=2)[2]
    assert (stance_of(verb), act_of(verb)) == (group.stance, group.act)


@pytest.mark.parametrize("entry", rubric().cues, ids=lambda entry: f"{entry.group}-{entry.lemma}")
def test_every_listed_form_is_read_as_listed(entry: CueEntry) -> None:
    """All forms of a cue have its stance and its act."""
    for form in entry.forms:
        assert (stance_of(form), act_of(form)) == (entry.stance, entry.act), form


@pytest.mark.parametrize(
    ("cue", "stance", "act"),
    [
        ("said", Stance.NEUTRAL, CueAct.SPEECH),
        ("has pointed out that", Stance.FACTIVE, CueAct.SPEECH),
        ("was quoted as saying", Stance.NEUTRAL, CueAct.SPEECH),
        ("according to", Stance.NEUTRAL, CueAct.SPEECH),
        ("claims", Stance.DOUBTING, CueAct.SPEECH),
        ("further claims that", Stance.DOUBTING, CueAct.SPEECH),
        ("acknowledged", Stance.FACTIVE, CueAct.SPEECH),
        ("confirmed", Stance.FACTIVE, CueAct.SPEECH),
        ("revealed that", Stance.FACTIVE, CueAct.SPEECH),
        ("found", Stance.FACTIVE, CueAct.WRITING),
        ("characterized", Stance.NEUTRAL, CueAct.SPEECH),
        ("described", Stance.NEUTRAL, CueAct.SPEECH),
        ("denounced", Stance.EVALUATIVE, CueAct.SPEECH),
        ("pressed for", Stance.DIRECTIVE, CueAct.SPEECH),
        ("called for", Stance.DIRECTIVE, CueAct.SPEECH),
        ("called", Stance.NEUTRAL, CueAct.SPEECH),
        ("thanked", Stance.EVALUATIVE, CueAct.ACT),
        ("warned", Stance.NEUTRAL, CueAct.SPEECH),
        ("said in a statement", Stance.NEUTRAL, CueAct.WRITING),
        ("acknowledged in a letter", Stance.FACTIVE, CueAct.WRITING),
        ("believes", Stance.NEUTRAL, CueAct.THOUGHT),
        ("does not believe", Stance.NEUTRAL, CueAct.THOUGHT),
        ("declined to comment", Stance.NEUTRAL, CueAct.DECLINE),
        ("did not say", Stance.NEUTRAL, CueAct.SPEECH),
        ("didn’t respond to a request for comment", Stance.NEUTRAL, CueAct.DECLINE),
        ("refused to confirm", Stance.NEUTRAL, CueAct.DECLINE),
        ("would neither confirm nor deny", Stance.NEUTRAL, CueAct.DECLINE),
        ("could\u00a0not\nbe  reached", Stance.NEUTRAL, CueAct.DECLINE),
        ("said he did not know", Stance.NEUTRAL, CueAct.SPEECH),
        ("SAID", Stance.NEUTRAL, CueAct.SPEECH),
        (":", Stance.NEUTRAL, CueAct.SPEECH),
        ("—", Stance.NEUTRAL, CueAct.SPEECH),
        ("", Stance.NEUTRAL, CueAct.SPEECH),
        ("frobnicated", Stance.NEUTRAL, CueAct.ACT),
    ],
)
def test_cues(cue: str, stance: Stance, act: CueAct) -> None:
    """A cue is read by its head word, with refusals and written forms taken into account."""
    assert (stance_of(cue), act_of(cue)) == (stance, act)


@pytest.mark.parametrize(
    ("cue", "statement", "stance"),
    [
        ("told", "to leave the quay", Stance.DIRECTIVE),
        ("told", "drivers to avoid the bridge", Stance.DIRECTIVE),
        ("asked", "the board to publish the log", Stance.DIRECTIVE),
        ("was asking", "that somebody read out the order", Stance.DIRECTIVE),
        ("is asked to", "call the harbour office", Stance.DIRECTIVE),
        ("told", "the plan to sell the quay was dead", Stance.NEUTRAL),
        ("told", "that nobody had to leave", Stance.NEUTRAL),
        ("asked", "whether the plan to sell was dead", Stance.NEUTRAL),
        ("asked", "“Who has to leave?”", Stance.NEUTRAL),
        ("urged", "drivers to avoid the bridge", Stance.DIRECTIVE),
        ("said", "he wanted to leave", Stance.NEUTRAL),
    ],
)
def test_told_or_asked_to_do_something(cue: str, statement: str, stance: Stance) -> None:
    """The words behind tell whether somebody is directed."""
    assert stance_in(cue, statement) is stance
