"""Hedges and boosters of an article, and the wordings that lay a claim at nobody's door."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Article, BlockKind, Hedge, Span
from onrecord.wording.lexicon import agentless_lexicon, lexicon

_WHEN = r"(?:\s+(?:on|in|at|last|this|late|early)\s+[^\W\d]+|\s+(?:yesterday|today|earlier|later))"
_BY = r"\s+by\s+(?!\d|then\b|now\b|the\s+end\b|next\b|mid|\w+day\b|\w+ing\b)"
# Who did it may stand behind the time ("was told on Monday by …") or behind the charge ("accused of theft by …").
_LATE_AGENT = re.compile(rf"{_WHEN}{{0,2}}{_BY}", re.IGNORECASE)
_AGENT_BEHIND_NOUN = re.compile(
    rf"(?:\s+(?!that\b|which\b|who\b|\w+ing\b)[^\s,.;:!?“”\"()]+){{1,8}}?{_BY}", re.IGNORECASE
)
CASELESS = frozenset({BlockKind.HEADLINE, BlockKind.DEK, BlockKind.HEADING})  # set in title case or capitals by many


def find_hedges(article: Article, quotations: Sequence[Span]) -> tuple[Hedge, ...]:
    """All hedges and boosters in the article's own text.

    Args:
        article: what was read.
        quotations: ranges of direct quotations, in any order, that do not lie in one another. A hedge that begins in
            one is the speaker's.

    Returns:
        In text order, not overlapping, with ids ``h1``, ``h2`` and so on; ``attribution`` is left to the caller.
    """
    matches = [
        match
        for block in article.judged_blocks
        for match in lexicon().find(article.text, block.span, caseless=block.kind in CASELESS)
    ]
    quoted = _Ranges(quotations)
    return tuple(
        Hedge(id=f"h{number}", span=match.span, kind=match.entry.kind, in_quotation=match.span.start in quoted)
        for number, match in enumerate(matches, start=1)
    )


def agentless_cues(text: str, span: Span) -> tuple[Span, ...]:
    """Wordings that lay a claim at somebody's door without saying whose: *reportedly*, *is said to*, *it is believed*.

    Args:
        text: the article's text.
        span: the block or sentence to look at; wordings beyond its edges are not seen.

    Returns:
        Their ranges in ``text``, in text order. A passive whose agent follows (*by the police*) is not among them.
    """
    return tuple(m.span for m in agentless_lexicon().find(text, span) if not _has_agent(text, m.span, span.end))


def _has_agent(text: str, cue: Span, end: int) -> bool:
    last = cue.of(text).rsplit(maxsplit=1)[-1].lower()
    if last in ("as", "of"):
        return _AGENT_BEHIND_NOUN.match(text, cue.end, end) is not None
    return (last == "told" or last.endswith("ed")) and _LATE_AGENT.match(text, cue.end, end) is not None


class _Ranges:
    """Whether a place lies in one of some ranges, in logarithmic time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, int):
            return False
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._spans[at].end
