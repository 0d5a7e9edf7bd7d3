"""The words of an article: hedges, boosters, agentless claims, and what cues say of the statements they carry."""

from onrecord.rubric import CueAct
from onrecord.wording.cues import act_of, stance_in, stance_of
from onrecord.wording.hedges import Wording, agentless_cues, find_hedges, read_wording
from onrecord.wording.quoted import quotations_touching, within_quotation

__all__ = [
    "CueAct",
    "Wording",
    "act_of",
    "agentless_cues",
    "find_hedges",
    "quotations_touching",
    "read_wording",
    "stance_in",
    "stance_of",
    "within_quotation",
]
