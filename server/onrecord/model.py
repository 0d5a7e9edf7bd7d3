"""The value types that pass between the rooms. Nothing of ours is imported here but the facets' vocabularies.

Offsets are half-open ranges of Unicode code points in ``Article.text``; ``Report.to_dict`` converts to UTF-16 units on
request. Names and values of the facets are those of the rubric (docs/rubric).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from onrecord.facets import (
    Band,
    BlockKind,
    Channel,
    Genre,
    HedgeKind,
    Identity,
    Reason,
    Sector,
    Stance,
    Status,
)

__all__ = [
    "Anonymity",
    "Article",
    "Attribution",
    "Band",
    "Block",
    "BlockKind",
    "Channel",
    "Genre",
    "Hedge",
    "HedgeKind",
    "Identity",
    "Json",
    "Link",
    "NotScored",
    "OffsetUnit",
    "Points",
    "ReadingNote",
    "Reason",
    "Report",
    "Sector",
    "Signal",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Summary",
    "Verdict",
]

OffsetUnit = Literal["codepoint", "utf16"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the article's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """One element of the page, or one paragraph of plain text.

    Attributes:
        id: number of the block; as sent by the caller, else counted from 0 in document order.
        kind: what it is to the article.
        start: first code point in the article's text.
        end: one past the last.
        selector: CSS path of the element in the page as it was read, None for plain text.
    """

    id: int
    kind: BlockKind
    start: int
    end: int
    selector: str | None = None

    @property
    def span(self) -> Span:
        """The block's range."""
        return Span(self.start, self.end)

    @property
    def judged(self) -> bool:
        """Whether the block is the article's own text."""
        return self.kind not in (BlockKind.CAPTION, BlockKind.PROMO)


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink over a range of the article's text."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something the reader of a report should know about how the input was read."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from a page or a text file.

    Attributes:
        text: all blocks' texts with white space between them; for plain text, the input itself.
        blocks: in text order, not overlapping.
        published: as the page gives it, ISO 8601 where it does.
        charset: the encoding the bytes were read as, None if the input was already text.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    genre: Genre = Genre.NEWS
    links: tuple[Link, ...] = ()
    charset: str | None = None
    warnings: tuple[ReadingNote, ...] = ()

    @property
    def judged_blocks(self) -> tuple[Block, ...]:
        """The blocks that are the article's own text."""
        return tuple(block for block in self.blocks if block.judged)

    @property
    def words(self) -> int:
        """How many words the article's own text has."""
        return sum(len(self.text[b.start : b.end].split()) for b in self.judged_blocks)


@dataclass(frozen=True, slots=True)
class Source:
    """The person, body, document or shadow behind one or more mentions.

    Attributes:
        name: the fullest name, or the reporter's own words for somebody unnamed.
        title: office or role as the article gives it anywhere.
        rung: the highest rung any of its attributions reaches.
    """

    id: str
    name: str
    identity: Identity
    sector: Sector
    title: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()
    attributions: tuple[str, ...] = ()
    rung: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Anonymity:
    """Whether the text says that a name is withheld, and what reason it gives."""

    disclosed: bool = False
    reason: Reason = Reason.NONE


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement laid at somebody's door. See the rubric for each facet."""

    id: str
    statement: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    sources: tuple[str, ...]
    channel: Channel
    cue_stance: Stance
    relay: tuple[str, ...]
    basis: str | None
    anonymity: Anonymity
    verifiable: str | None
    hedges: tuple[str, ...]
    rung: float
    rules: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage as an annotator would copy it out: whole sentences with their attribution."""

    id: str
    span: Span
    attributions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word or phrase that lowers, hands away or raises commitment."""

    id: str
    span: Span
    kind: HedgeKind
    in_quotation: bool
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """A finding about the whole article that adds or takes points.

    Attributes:
        why: one sentence with the words of the article in it.
        standard: the published standards the rule rests on, as text.
        spans: the passages it rests on.
        title: the rule's name for a reader.
    """

    id: str
    points: float
    why: str
    standard: str
    spans: tuple[Span, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """One line of the score's breakdown; the lines sum to the score."""

    id: str
    points: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts and shares a reader or researcher wants first. Shares are of weighed attributions, 0 to 1."""

    attributions: int = 0
    named_share: float = 0.0
    unnamed_share: float = 0.0
    agentless_share: float = 0.0
    intelligence_share: float = 0.0
    hedges_per_1000_words: float = 0.0
    independent_named_sources: int = 0


@dataclass(frozen=True, slots=True)
class NotScored:
    """Why there is no score."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score and what it is made of: 0 to 100, an interval around it, the band, and the sum."""

    score: float
    interval: tuple[int, int]
    band: Band
    breakdown: tuple[Points, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found in one article. Exactly one of ``verdict`` and ``reason`` is set."""

    article: Article
    ruleset_version: str
    engine: tuple[str, str]
    verdict: Verdict | None = None
    reason: NotScored | None = None
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    signals: tuple[Signal, ...] = ()
    summary: Summary = field(default_factory=Summary)

    @property
    def status(self) -> Status:
        """Scored or not."""
        return Status.SCORED if self.verdict else Status.NOT_SCORED

    def to_dict(self, offset_unit: OffsetUnit = "codepoint") -> Json:
        """The report as plain JSON values, schema ``onrecord/report/1``.

        Args:
            offset_unit: what ``start`` and ``end`` count: ``codepoint``, or ``utf16`` code units as browsers do.
        """
        from onrecord.serial import report_dict

        return report_dict(self, offset_unit)
