"""Headline and opening against the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log1p

from onrecord.model import HedgeKind, Span, Stance
from onrecord.scoring.case import Case, Item
from onrecord.scoring.content import content_words
from onrecord.scoring.explain import excerpt, label
from onrecord.scoring.signals.findings import UNNAMED_CEILING, Finding, names_of, quoted_list, whole

_SHARED = 0.55  # content words that a statement right below the headline shares with it
_SHARED_BELOW = 1.2  # as many more for each step down
_BELOW = 200  # characters of the first step; each further one is e times as long
_RESTATES = 0.5  # share of the content words of an opening claim that a statement must have to be its ground
_LEAST_WORDS = 2
_LEAST_IN_LEAD = 2
_NO_HEDGES = (HedgeKind.APPROXIMATOR, HedgeKind.BOOSTER)


def restated(case: Case, head: Span) -> list[Item]:
    """The attributions whose statements say what a headline says: the further down, the more words they must share.

    What the first sentences say is mostly what the headline says, in whatever words. The line was drawn on labelled
    headlines (``evaluation/headlines.py``); likeness of word vectors added nothing.
    """
    wanted = content_words(head.of(case.article.text))
    behind = (item for item in case.items if item.place >= head.end)  # also what is only shown bears a headline out
    return [
        i for i in behind if len(wanted & i.stems) >= _SHARED + _SHARED_BELOW * log1p((i.place - head.end) / _BELOW)
    ]


def _restated_in_full(case: Case, claim: Span) -> list[Item]:
    """The attributions further on whose statements have most words of a claim of the opening."""
    wanted = content_words(claim.of(case.article.text))
    found = []
    for item in case.weighed:
        shared = wanted & item.stems if item.place >= claim.end else frozenset()
        if len(shared) >= _LEAST_WORDS and len(shared) / len(wanted) >= _RESTATES:
            found.append(item)
    return found


def on_topic(case: Case) -> list[Item]:
    """The weighed attributions whose statements share a word of weight with the headline."""
    topic = {w for head in case.heads for w in content_words(head.span.of(case.article.text))}
    ends = max((head.end for head in case.heads), default=0)
    return [i for i in case.weighed if i.place >= ends and topic & i.stems]


def _lead_on_topic(case: Case) -> list[Item]:
    """The opening's attributions, where they are what a headline in other words must rest on."""
    items = [i for i in case.weighed if any(b.start <= i.place < b.end for b in case.lead)]
    topical = on_topic(case) if len(items) >= _LEAST_IN_LEAD else []
    return items if any(i in topical for i in items) else []


def headline_overclaims(case: Case) -> Finding | None:
    """Headline or opening state as fact what the text lays at a source on rung 4 or lower."""
    for place, claim in _claims(case):
        in_head = place == "headline"
        ground = (restated(case, claim) or _lead_on_topic(case)) if in_head else _restated_in_full(case, claim)
        if ground and _nobody_named(ground):
            names = names_of(case, ground)
            words = {
                "place": place,
                "source": " and ".join(f"“{excerpt(n)}”" for n in names[:2]) if names else "nobody's door",
                "phrase": excerpt(case.words(claim)),
            }
            return Finding(1, (claim, *(whole(i.found) for i in ground)), words)
    return None


def headline_drops_hedge(case: Case) -> Finding | None:
    """The headline is sure where every statement it restates is hedged; what names nobody overclaims already."""
    for place, claim in _claims(case):
        ground = restated(case, claim) if place == "headline" else []
        if ground and not _nobody_named(ground) and all(_doubted(case, i) for i in ground):
            words = {
                "phrase": excerpt(case.words(claim)),
                "examples": quoted_list(case.words(whole(i.found)) for i in ground),
            }
            return Finding(1, (claim, *(whole(i.found) for i in ground)), words)
    return None


def central_claim_one_source(case: Case) -> Finding | None:
    """What bears the headline out comes from one source or none, and that has no name, or the headline hides it."""
    bare = [claim for place, claim in _claims(case) if place == "headline"]
    for head in case.heads:
        own = [i for i in case.weighed if head.start <= i.place < head.end]
        ground = own + [i for i in restated(case, head.span) if i not in own]
        origins = list(dict.fromkeys(source for i in ground for source in i.found.sources))
        proven = any(i.told.witness or i.found.verifiable for i in ground)
        if ground and len(origins) <= 1 and not proven and (head.span in bare or _nobody_named(ground)):
            who = f"one source, {label(case.sources[origins[0]])}" if origins else "no source that is told"
            words = {"phrase": excerpt(case.words(head.span)), "source": who}
            return Finding(1, (head.span, *(whole(i.found) for i in ground)), words)
    return None


def _nobody_named(ground: Iterable[Item]) -> bool:
    return all(i.found.rung <= UNNAMED_CEILING for i in ground)


def _doubted(case: Case, item: Item) -> bool:
    """Whether the outlet's own words leave a statement open: a hedge outside quotations, or a cue like "claimed"."""
    hedged = any(h.id in item.found.hedges and not h.in_quotation and h.kind not in _NO_HEDGES for h in case.hedges)
    return hedged or item.found.cue_stance is Stance.DOUBTING


def _claims(case: Case) -> Iterator[tuple[str, Span]]:
    """The bare claims of headline, dek and first paragraph: no source, no hedge, no question."""
    opening = [s for b in case.prose[:1] for s in case.sentences if b.span.contains(s)]
    for place, span in [("headline", h.span) for h in case.heads] + [("opening", s) for s in opening]:
        hedged = any(span.contains(h.span) and h.kind not in _NO_HEDGES for h in case.hedges)
        owned = any(whole(i.found).overlaps(span) for i in case.items)
        if not hedged and not owned and not span.of(case.article.text).rstrip().endswith("?"):
            yield place, span


def lead_rests_on_unnamed(case: Case) -> Finding | None:
    """Most attributions of the opening paragraphs name nobody, and none names a person with a role."""
    lead = case.lead
    items = [i for i in case.weighed if any(b.start <= i.place < b.end for b in lead)]
    low = [i for i in items if i.found.rung <= UNNAMED_CEILING]
    least = case.rules.signals["lead_rests_on_unnamed"].threshold or 1.0
    if len(items) < _LEAST_IN_LEAD or len(low) / len(items) < least or any(i.found.rung >= 7 for i in items):
        return None
    words = {"count": str(len(low)), "total": str(len(items))}
    return Finding(1, tuple(whole(i.found) for i in low), words)
