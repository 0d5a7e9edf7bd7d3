"""From relations with their sources to the attributions, statements and sources of the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Article, Attribution, Hedge, HedgeKind, Source, Span, Statement
from onrecord.rubric import Rubric
from onrecord.scoring.channels import channel_of, is_quoted
from onrecord.scoring.explain import why_attribution, why_source
from onrecord.scoring.rungs import rung_of
from onrecord.sourcing import Attributed, Sourcing
from onrecord.wording import CueAct, act_of, stance_in

Pair = tuple[Attribution, Attributed]
Passed = tuple[Span, tuple[str, ...], list[str]]  # a passage, its sources, the attributions in it
_MODALS = frozenset({"might", "may", "could", "would", "should", "will", "can", "must", "cannot", "if"})


def attributions(
    article: Article, sourcing: Sourcing, hedges: Sequence[Hedge], quotations: Sequence[Span], rules: Rubric
) -> list[Pair]:
    """The attributions of the report, ids ``a1`` on, in the order of their cues.

    Acts that say nothing ("thanked", "voted") and what somebody might or will say ("could find") are left out unless
    words are quoted with them.
    """
    sources = {source.id: source for source in sourcing.sources}
    pairs: list[Pair] = []
    for told in sourcing.attributed:
        cue = Span(told.relation.cue[0][0], told.relation.cue[-1][1])
        words = cue.of(article.text)
        act = act_of(words) if told.sources else CueAct.SPEECH
        if not is_quoted(article.text, told, quotations) and (
            act is CueAct.ACT
            or (act is not CueAct.DECLINE and _is_modal(words))
            or _is_framing(article.text, cue, hedges)
        ):
            continue
        said = " ".join(article.text[start:end] for start, end in told.relation.content)
        stance = stance_in(words, said)
        touching = [h for h in hedges if _hedges(h, told)]
        rung, rules_used = rung_of(told, sources, touching if told.sources else (), rules)
        found = Attribution(
            id=f"a{len(pairs) + 1}",
            statement=tuple(Span(*part) for part in told.relation.content),
            cue=cue,
            mention=told.mention,
            sources=told.sources,
            channel=channel_of(article.text, told, act, stance, quotations),
            cue_stance=stance,
            relay=told.relay,
            basis=told.basis,
            anonymity=told.anonymity,
            verifiable=told.verifiable,
            hedges=tuple(h.id for h in touching),
            rung=rung,
            rules=rules_used,
            why="",
        )
        why = why_attribution(article.text, found, told, sources, touching, rules)
        pairs.append((replace(found, why=why), told))
    return pairs


def _is_modal(cue: str) -> bool:
    """Whether a cue tells what might be said or thought, and not what was."""
    return bool(cue) and cue.split(maxsplit=1)[0].lower() in _MODALS


def _is_framing(text: str, cue: Span, hedges: Iterable[Hedge]) -> bool:
    """Whether a cue is only the outlet's speculation: "the resignations hint at deeper trouble"."""
    return any(
        h.kind is HedgeKind.SPECULATIVE and h.span.overlaps(cue) and h.span.of(text).lower().endswith(" at")
        for h in hedges
    )


def _hedges(hedge: Hedge, told: Attributed) -> bool:
    ranges = (*told.relation.content, *told.relation.cue)
    return any(start <= hedge.span.start < end for start, end in ranges)


def with_attributions(hedges: Iterable[Hedge], pairs: Iterable[Pair]) -> tuple[Hedge, ...]:
    """Hedges that know the attribution they stand in (the first of several)."""
    owner: dict[str, str] = {}
    for found, _ in pairs:
        for hedge in found.hedges:
            owner.setdefault(hedge, found.id)
    return tuple(replace(h, attribution=owner.get(h.id)) for h in hedges)


def with_findings(sources: Iterable[Source], pairs: Sequence[Pair]) -> tuple[Source, ...]:
    """Sources that know their attributions and best rung; those that none of the attributions needs are left out."""
    used: dict[str, list[Attribution]] = {}
    for found, _ in pairs:
        for source in (*found.sources, *found.relay):
            used.setdefault(source, []).append(found)
    return tuple(
        replace(
            source,
            attributions=tuple(a.id for a in used[source.id]),
            rung=max((a.rung for a in used[source.id] if source.id in a.sources), default=0.0),
            why=why_source(source),
        )
        for source in sources
        if source.id in used
    )


def statements(pairs: Iterable[Pair], sentences: Sequence[Span], article: Article) -> tuple[Statement, ...]:
    """The passages an annotator would copy out: the sentences that an attribution touches, run by run.

    Attributions of one passage and source share one statement, and so do sentences of one source that follow one
    another. A run ends with its block.
    """
    starts = [s.start for s in sentences]
    blocks = [b.start for b in article.blocks]
    found: dict[tuple[Span, tuple[str, ...]], list[str]] = {}
    for attribution, _ in pairs:
        for run in _runs(attribution, sentences, starts, blocks):
            _share(found, run, attribution)
    ordered = _followed_up(sorted((span, sources, ids) for (span, sources), ids in found.items()), article)
    return tuple(
        Statement(f"st{n}", span, tuple(ids), sources) for n, (span, sources, ids) in enumerate(ordered, start=1)
    )


def _followed_up(found: Iterable[Passed], article: Article) -> list[Passed]:
    """Join passages of one source that nothing but white space parts, within a block."""
    joined: list[Passed] = []
    blocks = [b.start for b in article.blocks]
    for span, sources, ids in found:
        if joined and sources and joined[-1][1] == sources:
            before = joined[-1][0]
            same_block = bisect_right(blocks, before.start) == bisect_right(blocks, span.start)
            if same_block and not article.text[before.end : span.start].strip():
                joined[-1] = (Span(before.start, max(before.end, span.end)), sources, joined[-1][2] + ids)
                continue
        joined.append((span, sources, ids))
    return joined


def _share(found: dict[tuple[Span, tuple[str, ...]], list[str]], run: Span, attribution: Attribution) -> None:
    """Enter a run, joined with those of the same source that it overlaps."""
    joined, ids = run, [attribution.id]
    for span, sources in [key for key in found if key[1] == attribution.sources and key[0].overlaps(run)]:
        joined = Span(min(joined.start, span.start), max(joined.end, span.end))
        ids = found.pop((span, sources)) + ids
    found[joined, attribution.sources] = list(dict.fromkeys(ids))


def _runs(
    attribution: Attribution, sentences: Sequence[Span], starts: Sequence[int], blocks: Sequence[int]
) -> list[Span]:
    parts = [*attribution.statement, *(s for s in (attribution.cue, attribution.mention) if s)]
    touched = sorted({i for part in parts for i in _touched(part, sentences, starts)})
    runs: list[Span] = []
    previous = None
    for i in touched:
        sentence = sentences[i]
        same_block = previous == i - 1 and bisect_right(blocks, runs[-1].start) == bisect_right(blocks, sentence.start)
        if same_block:
            runs[-1] = Span(runs[-1].start, sentence.end)
        else:
            runs.append(sentence)
        previous = i
    return runs


def _touched(part: Span, sentences: Sequence[Span], starts: Sequence[int]) -> range:
    first = max(0, bisect_right(starts, part.start) - 1)
    last = bisect_right(starts, part.end - 1) - 1
    if first < len(sentences) and sentences[first].end <= part.start:
        first += 1
    return range(first, last + 1)
