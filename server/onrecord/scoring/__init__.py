"""The room of judgement: rungs, signals, score, and the sentences that explain them."""

from onrecord.scoring.case import Case
from onrecord.scoring.judge import judge, lay_out

__all__ = ["Case", "judge", "lay_out"]
