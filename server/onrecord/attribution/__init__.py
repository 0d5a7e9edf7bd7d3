"""The room of attributions: an article goes in, who says what comes out, as ranges of the text."""

from onrecord.attribution.agentless import with_agentless
from onrecord.attribution.clues import Clues
from onrecord.attribution.continuing import hangs_on
from onrecord.attribution.decoding import Relation
from onrecord.attribution.find import engine, find_relations
from onrecord.attribution.graphemes import whole_graphemes
from onrecord.attribution.patterns import with_plain
from onrecord.attribution.ranges import Taken
from onrecord.attribution.tagger import Tagger

__all__ = [
    "Clues",
    "Relation",
    "Tagger",
    "Taken",
    "engine",
    "find_relations",
    "hangs_on",
    "whole_graphemes",
    "with_agentless",
    "with_plain",
]
