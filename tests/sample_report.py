"""A small report made by hand, for tests of the rooms that show reports."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import (
    Anonymity,
    Article,
    Attribution,
    Band,
    Block,
    BlockKind,
    Channel,
    Hedge,
    HedgeKind,
    Identity,
    NotScored,
    Points,
    ReadingNote,
    Reason,
    Report,
    Sector,
    Signal,
    Source,
    Span,
    Stance,
    Statement,
    Summary,
    Verdict,
)

LINES = (
    (BlockKind.HEADLINE, "Crane at Halvik <b>safe</b> 🏗 again"),
    (BlockKind.PARAGRAPH, "Mara Lindqvist, the harbour master, said the crane had reportedly been inspected & passed."),
    (BlockKind.LIST_ITEM, "Officials who feared for their jobs said it might fall."),
    (BlockKind.LIST_ITEM, "It is said to creak."),
    (BlockKind.CAPTION, "The crane. Photo: archive"),
    (BlockKind.PROMO, "Read more about cranes"),
)
TEXT = "\n".join(line for _, line in LINES)


def span(words: str) -> Span:
    """Where some words lie in the text; they must be there once."""
    assert TEXT.count(words) == 1, words
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _blocks() -> tuple[Block, ...]:
    places = [(kind, span(line)) for kind, line in LINES]
    return tuple(Block(number, kind, at.start, at.end) for number, (kind, at) in enumerate(places))


def _attribution(name: str, statement: str, mention: str | None, sources: tuple[str, ...], rung: float) -> Attribution:
    return Attribution(
        id=name,
        statement=(span(statement),),
        cue=None,
        mention=span(mention) if mention else None,
        sources=sources,
        channel=Channel.INDIRECT,
        cue_stance=Stance.NEUTRAL,
        relay=(),
        basis=None,
        anonymity=Anonymity(disclosed=rung == 4, reason=Reason.SPECIFIC if rung == 4 else Reason.NONE),
        verifiable=None,
        hedges=(),
        rung=rung,
        rules=(f"RUNG-{int(rung)}",),
        why=f"Because of {name} <i>.",
    )


REPORT = Report(
    article=Article(
        text=TEXT,
        blocks=_blocks(),
        title="Crane at Halvik <b>safe</b> 🏗 again",
        byline="Ines Holm",
        site="The Courier",
        language="en",
        warnings=(ReadingNote("input_truncated", "Only the beginning was read."),),
    ),
    ruleset_version="0123456789ab",
    engine=("onrecord-tagger", "1"),
    verdict=Verdict(41.5, (34, 49), Band.THINLY, (Points("base", 47.5), Points("headline_overclaims", -6.0))),
    sources=(
        Source(
            "s1",
            "Mara Lindqvist",
            Identity.NAMED_PERSON,
            Sector.GOVERNMENT,
            "the harbour master",
            None,
            (span("Mara Lindqvist"),),
            ("a1",),
            7,
            "named",
        ),
        Source(
            "s2",
            "Officials",
            Identity.ANONYMOUS_SOURCE,
            Sector.UNKNOWN,
            None,
            None,
            (span("Officials"),),
            ("a2",),
            4.5,
            "unnamed",
        ),
    ),
    attributions=(
        _attribution("a1", "the crane had reportedly been inspected & passed", "Mara Lindqvist", ("s1",), 7),
        _attribution("a2", "it might fall", "Officials", ("s2",), 4.5),
        _attribution("a3", "It is said to creak", None, (), 0),
    ),
    statements=(Statement("st1", span(LINES[1][1]), ("a1",), ("s1",)),),
    hedges=(
        Hedge("h1", span("reportedly"), HedgeKind.REPORTIVE, False, "a1"),
        Hedge("h2", span("is said to"), HedgeKind.REPORTIVE, False, "a3"),
        Hedge("h3", span("might"), HedgeKind.EPISTEMIC, True, "a2"),
    ),
    signals=(
        Signal(
            "headline_overclaims",
            -6.0,
            "The headline says more than <the text>.",
            "W3C 8.2.1.5",
            (span("Crane at Halvik"),),
        ),
    ),
    summary=Summary(3, 0.33, 0.33, 0.34, 0.0, 20.0, 1),
)

NOT_SCORED = replace(REPORT, verdict=None, reason=NotScored("too_short", "The article has 40 words; 120 are needed"))
