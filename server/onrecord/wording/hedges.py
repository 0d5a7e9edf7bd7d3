"""Hedges and boosters of an article, and the wordings that lay a claim at nobody's door."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution import Clues
from onrecord.model import Article, BlockKind, Hedge, HedgeKind, Span
from onrecord.wording.learned import learned_hedges
from onrecord.wording.lexicon import Wordings, lexicon
from onrecord.wording.quoted import quotations_touching, within_quotation

_WHEN = r"(?:\s+(?:on|in|at|last|this|late|early)\s+[^\W\d]+|\s+(?:yesterday|today|earlier|later))"
_BY = r"\s+by\s+(?!\d|then\b|now\b|the\s+end\b|next\b|mid|\w+day\b|\w+ing\b)"
# Who did it may stand behind the time ("was told on Monday by …") or behind the charge ("accused of theft by …").
_LATE_AGENT = re.compile(rf"{_WHEN}{{0,2}}{_BY}", re.IGNORECASE)
_AGENT_BEHIND_NOUN = re.compile(
    rf"(?:\s+(?!that\b|which\b|who\b|\w+ing\b)[^\s,.;:!?“”\"()]+){{1,8}}?{_BY}", re.IGNORECASE
)
CASELESS = frozenset({BlockKind.HEADLINE, BlockKind.DEK, BlockKind.HEADING})  # set in title case or capitals by many


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article's words hand away.

    Attributes:
        hedges: hedges and boosters in text order, not overlapping, with ids ``h1``, ``h2`` and so on; ``attribution``
            is left to the caller.
        agentless: wordings that lay a claim at nobody's door, outside quotations, in text order.
    """

    hedges: tuple[Hedge, ...]
    agentless: tuple[Span, ...]


def read_wording(article: Article, quotations: Sequence[Span], clues: Clues | None = None) -> Wording:
    """The hedges and agentless cues in the article's own text.

    Args:
        article: what was read.
        quotations: ranges of direct quotations, in any order, that do not lie in one another. A hedge that begins in
            one is the speaker's.
        clues: what the network makes of the words; without them the lists decide alone.
    """
    quoted = sorted(quotations)
    hedges: list[tuple[Span, HedgeKind]] = []
    agentless: list[Span] = []
    for block in article.judged_blocks:
        found = lexicon().find(article.text, block.span, caseless=block.kind in CASELESS)
        hedges += [(m.span, m.entry.kind) for m in found.hedges]
        cues = _without_agent(article.text, found, block.span)
        agentless.extend(cue for cue in cues if not quotations_touching(quoted, cue))
    if clues:
        known = sorted([span for span, _ in hedges] + agentless)
        hedges += [(span, HedgeKind.EPISTEMIC) for span in _apart(learned_hedges(article.text, clues), known)]
    numbered = enumerate(sorted(hedges, key=lambda h: h[0]), start=1)
    told = (Hedge(f"h{number}", span, kind, _begins_in(quoted, span)) for number, (span, kind) in numbered)
    return Wording(tuple(told), tuple(agentless))


def _apart(spans: Iterable[Span], known: Sequence[Span]) -> Iterator[Span]:
    """Those of some ranges that touch none of the known ones, which are sorted and do not overlap much."""
    for span in spans:
        at = bisect_left(known, span.end, key=lambda k: k.start)
        if not any(k.overlaps(span) for k in known[max(0, at - 2) : at]):
            yield span


def find_hedges(article: Article, quotations: Sequence[Span]) -> tuple[Hedge, ...]:
    """The hedges and boosters alone; see ``read_wording``."""
    return read_wording(article, quotations).hedges


def agentless_cues(text: str, span: Span) -> tuple[Span, ...]:
    """Wordings that lay a claim at somebody's door without saying whose: *reportedly*, *is said to*, *it is believed*.

    Args:
        text: the article's text.
        span: the block or sentence to look at; wordings beyond its edges are not seen.

    Returns:
        Their ranges in ``text``, in text order. A passive whose agent follows (*by the police*) is not among them.
    """
    return tuple(_without_agent(text, lexicon().find(text, span), span))


def _without_agent(text: str, found: Wordings, within: Span) -> Iterator[Span]:
    return (match.span for match in found.agentless if not _has_agent(text, match.span, within.end))


def _begins_in(quotations: Sequence[Span], span: Span) -> bool:
    return within_quotation(quotations, Span(span.start, span.start + 1))


def _has_agent(text: str, cue: Span, end: int) -> bool:
    last = cue.of(text).rsplit(maxsplit=1)[-1].lower()
    if last in ("as", "of"):
        return _AGENT_BEHIND_NOUN.match(text, cue.end, end) is not None
    return (last == "told" or last.endswith("ed")) and _LATE_AGENT.match(text, cue.end, end) is not None
