"""All rules at once, out of the package's TOML files."""

from __future__ import annotations

from functools import cache

from onrecord.rubric.cues import load_cues
from onrecord.rubric.data import Data, packaged, version
from onrecord.rubric.hedges import load_hedges
from onrecord.rubric.ladder import load_ladder
from onrecord.rubric.rules import Rubric
from onrecord.rubric.settings import load_score_settings
from onrecord.rubric.signals import load_signals
from onrecord.rubric.standards import load_standards


def build(data: Data) -> Rubric:
    """The rubric that parsed files give.

    Raises:
        RubricError: naming file, entry and problem, if they are not as they must be.
    """
    standards = load_standards(data)
    rungs, modifiers = load_ladder(data, standards)
    groups, hedges, agentless = load_hedges(data, standards)
    cue_groups, cues, refusals, nouns_too = load_cues(data, standards)
    return Rubric(
        version=version(data),
        standards=standards,
        rungs=rungs,
        modifiers=modifiers,
        signals=load_signals(data, standards),
        score=load_score_settings(data),
        groups=groups,
        hedges=hedges,
        agentless=agentless,
        cue_groups=cue_groups,
        cues=cues,
        refusals=refusals,
        nouns_too=nouns_too,
    )


@cache
def rubric() -> Rubric:
    """The rubric of the package, read and checked once.

    Raises:
        RubricError: if the package's data are broken.
    """
    return build(packaged())
