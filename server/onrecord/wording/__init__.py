"""The words of an article: hedges, boosters, agentless claims, and what cues say of the statements they carry."""

from onrecord.rubric import CueAct
from onrecord.wording.cues import act_of, stance_in, stance_of
from onrecord.wording.hedges import agentless_cues, find_hedges

__all__ = ["CueAct", "act_of", "agentless_cues", "find_hedges", "stance_in", "stance_of"]
