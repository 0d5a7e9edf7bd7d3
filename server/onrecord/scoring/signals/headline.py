"""Headline and opening against the body."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import HedgeKind, Span
from onrecord.scoring.case import Case, Item
from onrecord.scoring.content import content_words
from onrecord.scoring.explain import excerpt
from onrecord.scoring.signals.findings import UNNAMED_CEILING, Finding, names_of, whole

_RESTATES = 0.5  # share of the headline's content words that a statement must have to be its ground
_LEAST_WORDS = 2
_LEAST_IN_LEAD = 2
_NO_HEDGES = (HedgeKind.APPROXIMATOR, HedgeKind.BOOSTER)


def restated(case: Case, claim: Span) -> list[Item]:
    """The attributions further on whose statements a claim of headline or opening restates."""
    wanted = content_words(claim.of(case.article.text))
    found = []
    for item in case.items:
        if item.weighed and item.place >= claim.end:
            shared = wanted & item.stems
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
        ground = restated(case, claim) or (_lead_on_topic(case) if place == "headline" else [])
        if ground and all(i.found.rung <= UNNAMED_CEILING for i in ground):
            names = names_of(case, ground)
            words = {
                "place": place,
                "source": " and ".join(f"“{excerpt(n)}”" for n in names[:2]) if names else "nobody's door",
                "phrase": excerpt(claim.of(case.article.text)),
            }
            return Finding(1, (claim, *(whole(i.found) for i in ground)), words)
    return None


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
