"""The whole engine on the gold articles: ``python -m evaluation.gold measure [--split dev|test] [--errors]``.

Attributions pair with the annotated ones where cue and source overlap (or are missing on both sides) and so do the
statements, best first. Facets are compared on the pairs; recall stands beside them. Articles are dev or test by a hash
of their id.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.attribution_scorer import Count
from evaluation.gold.marks import GoldArticle, GoldAttribution
from evaluation.gold.metrics import Clustering, counted, macro_f1, quadratic_kappa
from evaluation.gold.pairing import Parts, paired, share
from evaluation.names import alike
from onrecord.facets import HedgeKind, Identity, Reason
from onrecord.model import Attribution, Report, Span
from onrecord.pipeline import score
from onrecord.reading import read_html

RUNGS = [float(r) for r in range(9)]
_DEV_SHARE = 128  # of 256 values of the hash' first byte
_NEAR = 0.5


def split_of(article: GoldArticle) -> str:
    """``dev`` or ``test``."""
    return "dev" if hashlib.sha256(article.id.encode()).digest()[0] < _DEV_SHARE else "test"


@dataclass(slots=True)
class Result:
    """Counts and facet pairs over some articles.

    Attributes:
        relations: attributions found, by overlap.
        near: the same with statements that share half of their characters.
        slices: recall by slice.
        facets: (gold, given) by facet, over the pairs.
        hedges: by kind.
        lost: annotated attributions without a partner, as (article, number).
        extra: found attributions without a partner, as (article, words).
    """

    relations: Count = field(default_factory=Count)
    near: Count = field(default_factory=Count)
    slices: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    facets: dict[str, list[tuple[Any, Any]]] = field(default_factory=lambda: defaultdict(list))
    hedges: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    clusters: Clustering = field(default_factory=Clustering)
    lost: list[tuple[str, str]] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str, str, str, str]] = field(default_factory=list)


def measure(articles: Iterable[GoldArticle]) -> Result:
    """Score every article through the front door and compare."""
    result = Result()
    for article in articles:
        report = score(read_html(article.html().encode()))
        if report.article.text != article.text:
            raise ValueError(f"{article.id}: reading changed the text; spans cannot be compared")
        _add(result, article, report)
    return result


def _add(result: Result, article: GoldArticle, report: Report) -> None:
    text = article.text
    pairs = _paired(article.attributions, report.attributions)
    near = sum(_content_share(g, a) >= _NEAR for g, a in pairs)
    for count, hits in ((result.relations, len(pairs)), (result.near, near)):
        count.add(hits, len(report.attributions), hits, len(article.attributions))
    found = {g.number for g, _ in pairs}
    used = {a.id for _, a in pairs}
    for gold in article.attributions:
        for name in gold.slices:
            result.slices[name].add(0, 0, gold.number in found, 1)
        if gold.number not in found:
            result.lost.append((article.id, _shown(text, gold)))
    result.extra += [
        (article.id, f"[{_words(text, a.mention)}] [{_words(text, a.cue)}] {_words(text, a.statement[0])}")
        for a in report.attributions
        if a.id not in used
    ]
    _facets(result, article, report, pairs)
    _hedges(result, article, report)


def _facets(
    result: Result, article: GoldArticle, report: Report, pairs: Sequence[tuple[GoldAttribution, Attribution]]
) -> None:
    ours = {s.id: s for s in report.sources}
    for gold, found in pairs:
        lead = article.sources[gold.sources[0]] if gold.sources else None
        given = ours[found.sources[0]] if found.sources else None
        told: dict[str, tuple[Any, Any]] = {
            "channel": (gold.channel, found.channel),
            "stance": (gold.stance, found.cue_stance),
            "rung": (float(gold.rung), _whole(found)),
            "reason": (gold.reason, found.anonymity.reason),
            "verifiable": (gold.verifiable, bool(found.verifiable)),
        }
        if lead:
            told["identity"] = (lead.identity, given.identity if given else Identity.NONE)
            told["sector"] = (lead.sector, given.sector if given else "none")
            told["name in part"] = (True, bool(given) and alike(lead.name, given.name))  # type: ignore[union-attr]
        if gold.relay or found.relay:
            told["relay chain"] = (True, _same_chain(article, gold, report, found))
        if gold.reason is not Reason.NONE or found.anonymity.reason is not Reason.NONE:
            told["reason where any"] = told["reason"]
        for facet, pair in told.items():
            result.facets[facet].append(pair)
            if pair[0] != pair[1]:
                result.wrong.append((facet, article.id, str(pair[0]), str(pair[1]), _shown(article.text, gold)))
    clusters: dict[str, set[int]] = defaultdict(set)
    given_clusters: dict[str, set[int]] = defaultdict(set)
    for gold, found in pairs:
        if gold.sources and found.sources:
            clusters[gold.sources[0]].add(gold.number)
            given_clusters[found.sources[0]].add(gold.number)
    result.clusters.add([frozenset(c) for c in clusters.values()], [frozenset(c) for c in given_clusters.values()])


def _whole(found: Attribution) -> float:
    """The rung before modifiers: what the rule of the rung says."""
    rule = next((r for r in found.rules if r.startswith("RUNG-")), None)
    return float(rule.removeprefix("RUNG-")) if rule else float(round(found.rung))


def _hedges(result: Result, article: GoldArticle, report: Report) -> None:
    """By overlap. What somebody believes is annotated as a cue; found as a hedge too, it is neither right nor wrong."""
    beliefs = [Span(*part) for g in article.attributions for part in g.cue]
    for kind in {k for _, _, k in article.hedges} | {h.kind for h in report.hedges}:
        gold = [(s, e) for s, e, k in article.hedges if k is kind]
        spans = [h.span for h in report.hedges if h.kind is kind]
        if kind is HedgeKind.EPISTEMIC:
            marked = [Span(*span) for span in gold]
            spans = [s for s in spans if any(s.overlaps(m) for m in marked) or not any(b.contains(s) for b in beliefs)]
        given = _ranges(spans)
        right = sum(any(a < y and x < b for x, y in gold) for a, b in given)
        hit = sum(any(a < y and x < b for x, y in given) for a, b in gold)
        result.hedges[kind].add(right, len(given), hit, len(gold))


def _paired(gold: Sequence[GoldAttribution], found: Sequence[Attribution]) -> list[tuple[GoldAttribution, Attribution]]:
    wanted = [Parts.of(g.source, g.cue, g.content) for g in gold]
    given = [
        Parts.of(*(_ranges(s for s in spans if s) for spans in ([a.mention], [a.cue], a.statement))) for a in found
    ]
    return [(gold[i], found[j]) for i, j in paired(wanted, given)]


def _ranges(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in spans]


def _content_share(gold: GoldAttribution, found: Attribution) -> float:
    return share(Parts.of((), (), gold.content).content, Parts.of((), (), _ranges(found.statement)).content)


def _same_chain(article: GoldArticle, gold: GoldAttribution, report: Report, found: Attribution) -> bool:
    ours = {s.id: s.name for s in report.sources}
    wanted = [article.sources[key].name for key in gold.relay]
    given = [ours[key] for key in found.relay]
    return len(wanted) == len(given) and all(alike(a, b) for a, b in zip(wanted, given, strict=True))


def _words(text: str, span: Span | None) -> str:
    return span.of(text) if span else "–"


def _shown(text: str, gold: GoldAttribution) -> str:
    source, cue, content = (
        " … ".join(text[a:b] for a, b in ranges) or "–" for ranges in (gold.source, gold.cue, gold.content)
    )
    return f"[{source}] [{cue}] {content}"


def figures(result: Result) -> dict[str, float]:
    """The figures that have floors, in percent."""

    def macro(facet: str) -> float:
        return macro_f1([p[0] for p in result.facets[facet]], [p[1] for p in result.facets[facet]])

    rungs = result.facets["rung"]
    return {
        "found": result.relations.f1,
        "identity": 100 * macro("identity"),
        "sector": 100 * macro("sector"),
        "rung": 100 * quadratic_kappa([p[0] for p in rungs], [p[1] for p in rungs], RUNGS),
        "clusters": 100 * result.clusters.conll,
    }


def table(result: Result) -> list[str]:
    """The result as lines of text."""
    lines = [f"{'attributions':24}{'P':>7}{'R':>7}{'F1':>7}"]
    for name, count in (("found (overlap)", result.relations), ("statement half right", result.near)):
        lines.append(f"{name:24}{count.precision:7.1f}{count.recall:7.1f}{count.f1:7.1f}")
    lines += ["", f"{'facet, on those found':24}{'n':>6}  figure"]
    macro = ("identity", "sector", "channel", "stance")
    for facet, pairs in sorted(result.facets.items()):
        gold, given = [p[0] for p in pairs], [p[1] for p in pairs]
        right = 100 * sum(g == p for g, p in pairs) / len(pairs)
        extra = f", macro F1 {100 * macro_f1(gold, given):.1f}" if facet in macro else ""
        if facet == "rung":
            extra = f", quadratic kappa {quadratic_kappa(gold, given, RUNGS):.3f}"
        lines.append(f"{facet:24}{len(pairs):6}  {right:5.1f} % right{extra}")
    lines.append(f"{'clusters of mentions':24}{'':6}  CoNLL F1 {100 * result.clusters.conll:.1f}")
    lines += ["", f"{'hedges':24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}"]
    for kind, count in sorted(result.hedges.items()):
        lines.append(f"{kind:24}{count.precision:7.1f}{count.recall:7.1f}{count.f1:7.1f}{count.gold:6}")
    lines += ["", f"{'slice':24}{'gold':>6}{'R':>7}"]
    for name, count in sorted(result.slices.items()):
        lines.append(f"{name:24}{count.gold:6}{count.recall:7.1f}")
    return lines


def errors(result: Result) -> list[str]:
    """What went wrong, for reading: lost, extra, and facets that differ."""
    lines = [f"LOST  {where}: {what}" for where, what in result.lost]
    lines += [f"EXTRA {where}: {what}" for where, what in result.extra]
    lines += [
        f"WRONG {facet} {where}: {gold} taken for {given}: {what}" for facet, where, gold, given, what in result.wrong
    ]
    tally = Counter(facet for facet, *_ in result.wrong)
    for facet in sorted(tally):
        lines += [f"{n:4} {facet}: {g} taken for {p}" for g, p, n in counted(result.facets[facet])]
    return lines
