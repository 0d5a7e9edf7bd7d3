"""One article laid out for judgement: its attributions with weight and place, its hedges, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Attribution, Block, BlockKind, Channel, Hedge, Source, Span
from onrecord.rubric import Rubric
from onrecord.scoring.channels import is_press
from onrecord.scoring.content import content_words
from onrecord.sourcing import Attributed
from onrecord.wording import CueAct, act_of, quotations_touching, within_quotation

HEADS = frozenset({BlockKind.HEADLINE, BlockKind.DEK})
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_OPENING = 80  # characters of a statement, or behind a cue, in which an inner source and its cue stand
_MARKS = " \t\n\r\"'“”‘’«».,;:!?–—-…"


@dataclass(frozen=True, slots=True)
class Item:
    """An attribution under judgement.

    Attributes:
        place: code point at which it begins (cue or mention).
        weight: prominence, shared out over the uses of one source; 0 where it is not weighed.
        stems: the words of its statement that carry meaning.
    """

    found: Attribution
    told: Attributed
    place: int
    weight: float
    stems: frozenset[str]

    @property
    def weighed(self) -> bool:
        """Whether it counts in the base."""
        return self.weight > 0


@dataclass(frozen=True, slots=True)
class Case:
    """All that signals and score look at.

    Attributes:
        printed: the words of a range as they came, where the article was read in another spelling.
    """

    article: Article
    rules: Rubric
    items: tuple[Item, ...]
    sources: Mapping[str, Source]
    hedges: tuple[Hedge, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]
    printed: Callable[[Span], str] | None = None

    def words(self, span: Span) -> str:
        """The words of a range, to be shown to the reader."""
        return self.printed(span) if self.printed else span.of(self.article.text)

    @property
    def weighed(self) -> tuple[Item, ...]:
        """The attributions that count."""
        return tuple(item for item in self.items if item.weighed)

    @property
    def heads(self) -> tuple[Block, ...]:
        """Headline and dek."""
        return tuple(b for b in self.article.judged_blocks if b.kind in HEADS)

    @property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs, list items and block quotes, in order."""
        return tuple(b for b in self.article.judged_blocks if b.kind in PROSE)

    @property
    def lead(self) -> tuple[Block, ...]:
        """The opening paragraphs."""
        return lead_blocks(self.article, self.rules.score.lead_paragraphs)

    @property
    def closing(self) -> tuple[Block, ...]:
        """The closing paragraphs."""
        return tuple(b for b in self.prose if b.kind is BlockKind.PARAGRAPH)[-self.rules.score.closing_paragraphs :]

    def own_hedges(self) -> tuple[Hedge, ...]:
        """Hedges in the outlet's own words."""
        return tuple(h for h in self.hedges if not h.in_quotation)

    def quoted(self, span: Span) -> bool:
        """Whether a range lies in somebody's direct quotation."""
        return bool(quotations_touching(self.quotations, span))


class Prominence:
    """The weight of a place: headline, opening paragraphs, or the rest."""

    def __init__(self, article: Article, rules: Rubric) -> None:
        self._settings = rules.score
        self._blocks = article.blocks
        self._lead = frozenset(b.id for b in lead_blocks(article, rules.score.lead_paragraphs))

    def of(self, place: int) -> float:
        """The weight of an attribution that begins at a code point."""
        at = bisect_right(self._blocks, place, key=lambda b: b.start) - 1
        block = self._blocks[at] if at >= 0 else None
        if block and block.kind in HEADS:
            return self._settings.headline_weight
        return self._settings.lead_weight if block and block.id in self._lead else self._settings.body_weight


def lead_blocks(article: Article, count: int) -> tuple[Block, ...]:
    """The blocks of the first ``count`` paragraphs; the items of one list are one."""
    blocks: list[Block] = []
    previous = None
    for block in article.judged_blocks:
        if block.kind in PROSE:
            count -= not (block.kind is previous is BlockKind.LIST_ITEM)
            if count < 0:
                break
            blocks.append(block)
            previous = block.kind
    return tuple(blocks)


def weigh(
    article: Article,
    rules: Rubric,
    pairs: Iterable[tuple[Attribution, Attributed]],
    quotations: Sequence[Span],
) -> tuple[Item, ...]:
    """Give each attribution its weight.

    The k-th use of a source counts 1/k, so that one talkative source does not carry an article; a statement
    repeated word for word counts once; a refusal to comment is shown and never weighed, and neither is
    whoever passes on what somebody else says: the origin is weighed, or a relay would raise the score.
    What a speaker attributes inside a direct quotation is the speaker's (law 6): shown, and never weighed. So is what a
    speaker says that others think or want ("Pell said the board feared a strike"); an outlet's word for it is not.
    """
    pairs = tuple(pairs)
    spoken = {f.id for f, _ in pairs if f.cue is not None and within_quotation(quotations, f.cue)}
    accounts = spoken | {found.id for found, told in pairs if _is_own_account(article, found, told)}
    passed_on = {(relayer, _words(article, f)) for f, _ in pairs if f.id not in accounts for relayer in f.relay}
    inner = [
        (set(f.relay), min(f.cue, f.mention or f.cue))
        for f, _ in pairs
        if f.relay and f.cue and f.id not in accounts and f.channel is not Channel.DECLINED_COMMENT
    ]
    prominence = Prominence(article, rules)
    uses: dict[str, int] = {}
    said: set[tuple[tuple[str, ...], str]] = set()
    items = []
    for found, told in pairs:
        place = min(span.start for span in (found.cue, found.mention) if span is not None)
        words = _words(article, found)
        key = (found.sources, words)
        weight = 0.0
        relays = bool(found.sources) and ((found.sources[0], words) in passed_on or _hosts(found, inner))
        twice = key in said
        shown = found.channel is Channel.DECLINED_COMMENT or found.id in accounts
        if not shown and not twice and not relays:
            said.add(key)
            weight = prominence.of(place)
            if found.sources:
                lead = found.sources[0]
                uses[lead] = uses.get(lead, 0) + 1
                weight /= uses[lead]
        items.append(Item(found, told, place, weight, content_words(words)))
    return tuple(items)


def _is_own_account(article: Article, found: Attribution, told: Attributed) -> bool:
    """Whether an attribution inside another's statement is that speaker's account of what somebody thinks or does."""
    host = told.through
    if host is None or not found.relay or found.cue is None or is_press(host):
        return False
    return act_of(found.cue.of(article.text)) in (CueAct.THOUGHT, CueAct.ACT)


def _hosts(found: Attribution, inner: Sequence[tuple[set[str], Span]]) -> bool:
    """Whether what is said is that somebody else says something: "the Courier reported that Pell said"."""
    if not found.statement:
        return False
    opens = [min(found.statement).start, *([found.cue.end] if found.cue else [])]
    return any(
        found.sources[0] in relay
        and begins.start <= max(found.statement).end
        and any(0 <= begins.start - place <= _OPENING for place in opens)
        for relay, begins in inner
    )


def _words(article: Article, found: Attribution) -> str:
    """The words of a statement, for comparison with others."""
    return " ".join(" ".join(s.of(article.text).lower() for s in found.statement).strip(_MARKS).split())
