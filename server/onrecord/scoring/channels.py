"""The way a statement reached the reporter, read off the cue, the source and the quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Channel, Identity, Sector, Span
from onrecord.sourcing import Attributed
from onrecord.wording import CueAct

_WRITTEN = re.compile(
    r"\b(?:in|with|through|via)\s+(?:a|an|the|his|her|their|its)\s+(?:\w+\s+){0,2}"
    r"(?:statement|news\s+release|press\s+release|letter|email|e-mail|note|communiqu[eé])\b|\bstatement\s+(?:said|read)",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\btweet(?:ed|s|ing)?\b|\bposted\b|\b(?:on|to)\s+(?:Twitter|Facebook|Instagram|Telegram|X|TikTok|YouTube|social\s+media)\b"
)
_AIRED = re.compile(
    r"\b(?:told|tells)\s+(?:the\s+)?(?:BBC|CNN|NPR|NBC|ABC|CBS|MSNBC|Fox\s+News|Sky\s+News|ITV|Al\s+Jazeera)\b"
    r"|\bin\s+a\s+(?:radio|television|TV|broadcast)\s+(?:interview|address)\b",
    re.IGNORECASE,
)
_RUN = re.compile(r"\S+")
_MOSTLY = 0.5  # share of a statement's words inside quotation marks that makes it a quote


def channel_of(text: str, told: Attributed, act: CueAct, quotations: Sequence[Span]) -> Channel:
    """The channel of one attribution.

    Args:
        text: the article's text.
        told: the attribution and what is told about its source.
        act: what the cue says was done.
        quotations: the article's direct quotations.
    """
    by_source = _by_source(told, act)
    if by_source:
        return by_source
    frame = _frame(text, told)
    if _POSTED.search(frame):
        return Channel.SOCIAL_POST
    if _is_press(told):
        return Channel.PRESS_REPORT
    if act is CueAct.WRITING or _WRITTEN.search(frame):
        return Channel.STATEMENT
    if _AIRED.search(frame):
        return Channel.BROADCAST
    if is_quoted(text, told, quotations):
        return Channel.QUOTE
    return Channel.THOUGHT if act is CueAct.THOUGHT else Channel.INDIRECT


def _by_source(told: Attributed, act: CueAct) -> Channel | None:
    """The channel where who speaks, or that they would not, settles it."""
    if told.identity is Identity.NONE:
        return Channel.NONE
    if told.witness:
        return Channel.OWN_WITNESS
    if act is CueAct.DECLINE:
        return Channel.DECLINED_COMMENT
    return Channel.DOCUMENT if told.identity is Identity.DOCUMENT else None


def _is_press(told: Attributed) -> bool:
    """Whether another outlet stands between: one by name, the media, or whoever a relay went through."""
    outlet = told.sector is Sector.MEDIA and told.identity is Identity.NAMED_ORGANIZATION
    return outlet or told.relayer or bool(told.relay)


def is_quoted(text: str, told: Attributed, quotations: Sequence[Span]) -> bool:
    """Whether at least half of a statement stands in quotation marks."""
    words = [Span(*m.span()) for start, end in told.relation.content for m in _RUN.finditer(text, start, end)]
    quoted = sum(any(q.contains(word) for q in quotations) for word in words)
    return bool(words) and quoted / len(words) >= _MOSTLY


def _frame(text: str, told: Attributed) -> str:
    """The passage without the statement: what the outlet itself says of how it was said."""
    left = []
    at = told.passage.start
    for start, end in told.relation.content:
        if start > at:
            left.append(text[at:start])
        at = max(at, end)
    left.append(text[at : told.passage.end])
    return " ".join(" ".join(left).split())
