"""The rules of the rubric as data: definitions, numbers and words in TOML, each with its standard, a hit and a miss."""

from onrecord.rubric.loading import rubric
from onrecord.rubric.rules import (
    Certainty,
    CueAct,
    CueEntry,
    CueGroup,
    Entry,
    HedgeEntry,
    Modifier,
    Per,
    Rubric,
    Rung,
    ScoreSettings,
    SignalRule,
    Standard,
    Vocabulary,
    WordingEntry,
)
from onrecord.rubric.schema import RubricError
from onrecord.rubric.vocabulary_loading import vocabulary

__all__ = [
    "Certainty",
    "CueAct",
    "CueEntry",
    "CueGroup",
    "Entry",
    "HedgeEntry",
    "Modifier",
    "Per",
    "Rubric",
    "RubricError",
    "Rung",
    "ScoreSettings",
    "SignalRule",
    "Standard",
    "Vocabulary",
    "WordingEntry",
    "rubric",
    "vocabulary",
]
