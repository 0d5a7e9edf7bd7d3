"""The room of judgement: rungs, signals, score, and the sentences that explain them."""

from onrecord.scoring.judge import judge

__all__ = ["judge"]
