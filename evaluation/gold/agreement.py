"""How far two annotators of the gold articles agree: ``python -m evaluation.gold agreement``.

``first/`` and ``second/`` hold the two independent passes; ``articles/`` what was settled. Attributions pair as they
do with the engine's; facets are compared on the pairs by Krippendorff's alpha (rungs as numbers, the rest as names).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from evaluation.gold.marks import GoldArticle, GoldAttribution, read_all
from evaluation.gold.metrics import alpha, f1
from evaluation.gold.pairing import Parts, paired, share

FOLDER = Path(__file__).parent


def compare(first: Path = FOLDER / "first", second: Path = FOLDER / "second") -> list[str]:
    """The table of agreement, as lines."""
    one = {a.id: a for a in read_all(first)}
    two = {a.id: a for a in read_all(second)}
    both = sorted(set(one) & set(two))
    facets: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    totals = [0, 0, 0]
    shares: dict[str, list[float]] = defaultdict(list)
    for name in both:
        a, b = one[name], two[name]
        if a.text != b.text:
            raise ValueError(f"{name}: the two passes differ in their text")
        pairs = paired([_parts(x) for x in a.attributions], [_parts(x) for x in b.attributions])
        totals = [totals[0] + len(pairs), totals[1] + len(a.attributions), totals[2] + len(b.attributions)]
        for i, j in pairs:
            x, y = a.attributions[i], b.attributions[j]
            for facet, values in _facets(a, x, b, y).items():
                facets[facet].append(values)
            for part, p, q in zip(("source", "cue", "statement"), _parts(x), _parts(y), strict=True):
                shares[part].append(share(p, q))
    found = f1(totals[0] / totals[2], totals[0] / totals[1])
    lines = [f"{len(both)} articles, {totals[1]} attributions in the first pass, {totals[2]} in the second\n"]
    lines.append(f"{'the same attribution found':28}F1 {100 * found:.1f}")
    lines += [
        f"{f'{part}: characters shared':28}{100 * sum(values) / len(values):.1f} %, "
        f"equal in {100 * sum(v == 1 for v in values) / len(values):.1f} %"
        for part, values in shares.items()
    ]
    lines.append(f"\n{'facet':20}{'pairs':>7}{'equal':>9}{'alpha':>8}")
    for facet, values in facets.items():
        left, right = [v[0] for v in values], [v[1] for v in values]
        same = 100 * sum(x == y for x, y in values) / len(values)
        agreed = alpha(left, right, ordered=facet == "rung")
        lines.append(f"{facet:20}{len(values):7}{same:8.1f} %{agreed:8.3f}")
    return lines


def _parts(attribution: GoldAttribution) -> Parts:
    return Parts.of(attribution.source, attribution.cue, attribution.content)


def _facets(
    a: GoldArticle, x: GoldAttribution, b: GoldArticle, y: GoldAttribution
) -> dict[str, tuple[Hashable, Hashable]]:
    """Values by facet; of several sources the first one's."""

    def lead(article: GoldArticle, attribution: GoldAttribution, facet: str) -> str:
        return str(getattr(article.sources[attribution.sources[0]], facet)) if attribution.sources else "none"

    told: dict[str, tuple[Hashable, Hashable]] = {
        facet: (lead(a, x, facet), lead(b, y, facet)) for facet in ("identity", "sector")
    }
    for facet in ("channel", "stance", "disclosed", "reason", "verifiable", "rung"):
        told[facet] = (getattr(x, facet), getattr(y, facet))
    told["relay hops"] = (len(x.relay), len(y.relay))
    return told
