"""The words in which a report speaks to people, the same in every form."""

from __future__ import annotations

from math import floor

from onrecord.model import Band, HedgeKind, Identity, NotScored, Reason, Report, Sector, Source
from onrecord.rubric import rubric

WHAT_IT_MEASURES = (
    "This measures how openly the article says where its claims come from. It does not measure whether they are true."
)
BANDS = {
    Band.WELL: "well sourced",
    Band.MOSTLY: "mostly sourced",
    Band.THINLY: "thinly sourced",
    Band.POORLY: "poorly sourced",
}
HEDGES = {
    HedgeKind.REPORTIVE: "handing the claim away",
    HedgeKind.EPISTEMIC: "lowering certainty",
    HedgeKind.WEASEL: "an unnamed crowd",
    HedgeKind.SPECULATIVE: "speculating",
    HedgeKind.APPROXIMATOR: "round figures",
    HedgeKind.BOOSTER: "raising certainty",
}
IDENTITIES = {
    Identity.NAMED_PERSON: "named person",
    Identity.NAMED_ORGANIZATION: "named organisation",
    Identity.DOCUMENT: "document",
    Identity.ANONYMOUS_SOURCE: "anonymity granted",
    Identity.UNNAMED_PERSON: "unnamed person",
    Identity.UNNAMED_GROUP: "unnamed group",
    Identity.NONE: "no source",
}
SECTORS = {sector: sector.value.replace("_", " ") for sector in Sector} | {
    Sector.DIPLOMACY: "diplomacy and international bodies",
    Sector.UNKNOWN: "",
}
REASONS = {
    Reason.NONE: "no reason given for withholding the name",
    Reason.STOCK: "a stock reason for withholding the name",
    Reason.SPECIFIC: "a specific reason for withholding the name",
}
BREAKDOWN = {
    "base": "Where the statements come from, weighed by place and use",
    "bound": "Findings about the whole article count for no more than this",
    "clamp": "Kept between 0 and 100",
}


def rung_name(rung: float) -> str:
    """The name of the step of the ladder; a half step has the name of the step below."""
    return rubric().rungs[floor(rung)].name


def rung_plain(rung: float) -> str:
    """What the step means, in words that need no rubric."""
    return rubric().rungs[floor(rung)].plain


def line_title(identifier: str) -> str:
    """What a line of the breakdown or a signal is called."""
    signal = rubric().signals.get(identifier)
    if signal:
        return signal.title
    return BREAKDOWN.get(identifier, identifier.replace("_", " ").capitalize())


def source_line(source: Source) -> str:
    """A source with title and affiliation, as a caption would give them."""
    parts = [source.name]
    if source.title and source.title.casefold() not in source.name.casefold():
        parts.append(source.title)
    if source.affiliation and source.affiliation.casefold() not in " ".join(parts).casefold():
        parts.append(source.affiliation)
    return ", ".join(parts)


def source_kind(source: Source) -> str:
    """Identity and sector of a source in a few words."""
    return ", ".join(part for part in (IDENTITIES[source.identity], SECTORS[source.sector]) if part)


def no_score(reason: NotScored) -> str:
    """Why there is no score, as a sentence."""
    message = reason.message.strip()
    return message if message.endswith((".", "!", "?")) else f"{message}."


def headline(report: Report) -> str:
    """The article's title, or a stand-in."""
    return report.article.title or "Untitled article"


def points(value: float) -> str:
    """Points with their sign, one decimal."""
    return f"{value:+.1f}"


def range_line(low: int, high: int) -> str:
    """What the interval says."""
    return f"{low} to {high} when its statements are drawn again at random"


def relays(report: Report) -> tuple[Source, ...]:
    """The sources that only pass on what others say; their rung is what their name alone is worth."""
    speaking = {source for found in report.attributions for source in found.sources}
    return tuple(source for source in report.sources if source.id not in speaking)
