"""Acts that lay no words at anybody's door."""

from __future__ import annotations

import pytest

from onrecord.attribution.acts import is_act
from tests.attribution.by_words import relation

ACTS = [
    ("The owners filed an appeal.", "The owners", "filed", "an appeal"),
    ("Two senators have introduced a bill on fares.", "Two senators", "have introduced", "a bill on fares"),
    ("The union opposes the merger.", "The union", "opposes", "the merger"),
    ("The club has long sought a new ground.", "The club", "has long sought", "a new ground"),
    ("The school offered the family a refund.", "The school", "offered", "the family a refund"),
    ("She read the file twice.", "She", "read", "the file twice"),
    ("Farmers refused to sell their land.", "Farmers", "refused", "to sell their land"),
    ("The bank agreed to refund the fees.", "The bank", "agreed", "to refund the fees"),
    ("Pell conceded defeat, signaling a new course.", "Pell", "signaling", "a new course"),
    ("Port unions joined the strike, underscoring its reach.", "Port unions", "underscoring", "its reach"),
]
SPEECH = [
    ("The owners said an appeal was filed.", "The owners", "said", "an appeal was filed"),
    ("The ministry issued an apology to riders.", "The ministry", "issued", "an apology to riders"),
    ("Customers filed a suit accusing the bank of fraud.", "Customers", "filed a suit accusing", "the bank of fraud"),
    ("The sign read “Keep out”.", "The sign", "read", "“Keep out”"),
    ("The mayor offered that rain was to blame.", "The mayor", "offered", "that rain was to blame"),
    ("Police refused to say where he was.", "Police", "refused", "to say where he was"),
    ("The party would not go into figures.", "The party", "would not", "go into figures"),
    ("The firm agreed that it was late.", "The firm", "agreed", "that it was late"),
    ("The army wants to leave.", "The army", "wants", "to leave"),
    ("Pell shook his head, signaling that he would stay.", "Pell", "signaling", "that he would stay"),
    ("The bank is signaling a cut in rates.", "The bank", "is signaling", "a cut in rates"),
]


@pytest.mark.parametrize(("text", "source", "cue", "said"), ACTS)
def test_acts_say_nothing(text: str, source: str, cue: str, said: str) -> None:
    """What somebody did is no statement."""
    assert is_act(text, relation(text, source, cue, said))


@pytest.mark.parametrize(("text", "source", "cue", "said"), SPEECH)
def test_speech_stays(text: str, source: str, cue: str, said: str) -> None:
    """Quoted words, a clause or a word of speech make a statement of it."""
    assert not is_act(text, relation(text, source, cue, said))
