"""From relations with their sources to the attributions and sources of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Article, Attribution, Hedge, HedgeKind, Source, Span
from onrecord.rubric import Rubric
from onrecord.scoring.channels import channel_of
from onrecord.scoring.explain import why_attribution, why_source
from onrecord.scoring.quoting import is_quoted
from onrecord.scoring.rungs import rung_alone, rung_of
from onrecord.sourcing import Attributed, Sourcing
from onrecord.wording import CueAct, act_of, stance_in

Pair = tuple[Attribution, Attributed]
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
        idle = act is CueAct.ACT or (act is not CueAct.DECLINE and _is_modal(words))
        if (idle or _is_framing(article.text, cue, hedges)) and not is_quoted(article.text, told, quotations):
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
    used: dict[str, list[Pair]] = {}
    for pair in pairs:
        for source in (*pair[0].sources, *pair[0].relay):
            used.setdefault(source, []).append(pair)
    return tuple(_with_findings(source, used[source.id]) for source in sources if source.id in used)


def _with_findings(source: Source, pairs: Sequence[Pair]) -> Source:
    """A source that only passes on what others say stands on the rung that its name alone gives it."""
    speaking = [(found, told) for found, told in pairs if source.id in found.sources]
    return replace(
        source,
        attributions=tuple(found.id for found, _ in pairs),
        rung=max((found.rung for found, _ in speaking), default=rung_alone(source)),
        why=f"{why_source(source, [told for _, told in speaking])} {source.why}".rstrip(),
    )
