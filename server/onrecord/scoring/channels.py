"""The way a statement reached the reporter, read off the cue, the source and the quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Channel, Identity, Sector, Span, Stance
from onrecord.scoring.quoting import holds_quotation
from onrecord.sourcing import Attributed
from onrecord.wording import CueAct

_WRITTEN = re.compile(
    r"\b(?:in|with|through|via|by)\s+(?:(?:a|an|the|his|her|their|its)\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:statement|news\s+release|press\s+release|letter|note|communiqu[eé])\b|\bstatement\s+(?:said|read)"
    r"|\b(?:statement|release|letter|communiqu[eé])s?\s+(?:\w+\s+){0,3}?(?:by|from)\b",
    re.IGNORECASE,
)
# A message to the reporter is speech by other means; only what was sent to others is a document.
_MESSAGE = re.compile(
    r"\b(?:in|by|via)\s+(?:(?:an?|his|her|their|its)\s+)?(?:[\w-]+\s+)?(?:e-?mails?|text\s+messages?|texts?)\b",
    re.IGNORECASE,
)
_NETWORK = (
    r"(?:Twitter|Facebook|Instagram|Telegram|X|TikTok|YouTube|WhatsApp|Reddit|Weibo|WeChat|LinkedIn|Bluesky|Mastodon|"
    r"Threads|VK|Truth\s+Social)"
)
_POSTED = re.compile(
    r"\b[Tt]weet(?:ed|s|ing)?\b|\bposted\b|\bsocial\s+media\b"
    rf"|\b(?:[Oo]n|[Tt]o|[Ii]n|[Vv]ia)\s+(?:(?:a|an|the|his|her|their|its|our)\s+)?(?:[\w-]+\s+){{0,2}}{_NETWORK}\b"
)
_POSTER = re.compile(
    rf"\b(?:forum|social\s+media|{_NETWORK}|posts|posted\s+(?:by|on|to)|tweets?|(?:one|another|an?)\s+(?:forum\s+)?user)\b|(?<!\w)@\w{{3,}}",
    re.IGNORECASE,
)
_AIRED = re.compile(
    r"\bin\s+a\s+(?:[\w-]+\s+)?(?:radio|television|TV|broadcast|televised)\s+(?:interview|address|speech|appearance)\b"
    r"|\b(?:on|over)\s+(?:[\w-]+\s+){0,2}(?:radio|television|TV)\b",
    re.IGNORECASE,
)
# "We do not comment on leaks": a refusal in so many words.
_NO_COMMENT = re.compile(
    r"[\W_]*(?:(?:it|he|she|they|we|i|that)\s+)?[\W_]*(?:(?:do|does|did|will|would|could|can)(?:\s+not|n['’]t)|cannot|won['’]t)\s+"
    r"(?:be\s+)?(?:comment|discuss|respond\s+to|answer\s+questions|be\s+drawn)|[\W_]*(?:(?:it|he|she|they|we|i)\s+(?:have|has|had)\s+)?no\s+comment\b",
    re.IGNORECASE,
)


def channel_of(text: str, told: Attributed, act: CueAct, stance: Stance, quotations: Sequence[Span]) -> Channel:
    """The channel of one attribution; of several that fit, the one that tells most.

    Args:
        text: the article's text.
        told: the attribution and what is told about its source.
        act: what the cue says was done.
        stance: what the cue says of the statement: findings ("found") are no written statements.
        quotations: the article's direct quotations.
    """
    by_source = _by_source(text, told, act)
    if by_source:
        return by_source
    frame = _frame(text, told)
    if _POSTED.search(frame):
        return Channel.SOCIAL_POST
    if is_press(told):
        return Channel.PRESS_REPORT
    if told.record:
        return Channel.DOCUMENT
    if _AIRED.search(frame):
        return Channel.BROADCAST
    written = act is CueAct.WRITING and stance is not Stance.FACTIVE and not _MESSAGE.search(frame)
    if written or _WRITTEN.search(frame):
        return Channel.STATEMENT
    if holds_quotation(text, told, quotations) or _is_turn(text, told):
        return Channel.QUOTE
    return Channel.THOUGHT if act is CueAct.THOUGHT else Channel.INDIRECT


def _by_source(text: str, told: Attributed, act: CueAct) -> Channel | None:
    """The channel where who speaks, through whom, or that they would not, settles it."""
    if told.identity is Identity.NONE:
        return Channel.NONE
    if told.witness:
        return Channel.OWN_WITNESS
    said = text[told.relation.content[0][0] : told.relation.content[-1][1]] if told.relation.content else ""
    if act is CueAct.DECLINE or _NO_COMMENT.match(said):
        return Channel.DECLINED_COMMENT
    if told.mention and told.identity is not Identity.NAMED_PERSON and _POSTER.search(told.mention.of(text)):
        return Channel.SOCIAL_POST
    if told.outlet:
        return Channel.BROADCAST if told.outlet.broadcast else Channel.PRESS_REPORT
    return Channel.DOCUMENT if told.identity is Identity.DOCUMENT else None


def is_press(told: Attributed) -> bool:
    """Whether another outlet speaks: one by name, or the media."""
    return told.relayer or (told.sector is Sector.MEDIA and told.identity is Identity.NAMED_ORGANIZATION)


def _is_turn(text: str, told: Attributed) -> bool:
    """Whether a statement is a speaker's turn in a transcript: a name and a colon at the beginning of a paragraph."""
    start, end = told.relation.cue[0]
    mention = told.mention
    return (
        text[start:end].strip() == ":" and mention is not None and mention.start > 0 and text[mention.start - 1] == "\n"
    )


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
