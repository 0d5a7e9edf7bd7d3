"""The report as one HTML page that stands alone: the article with its statements marked, and why. No script."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.model import Attribution, Block, BlockKind, HedgeKind, Report, Source
from onrecord.rendering import words
from onrecord.rendering.as_json import encodable
from onrecord.rendering.excerpts import excerpt, tidy
from onrecord.rendering.marks import Mark, annotate

STYLE = (files("onrecord.rendering") / "templates" / "report.css").read_text("utf-8")
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
PAGE_POLICY = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'"
"""Content-Security-Policy of the page: nothing but its own style sheet, by hash. Also in the page, for saved copies."""

TAGS = {
    BlockKind.HEADLINE: "h1",
    BlockKind.DEK: "p",
    BlockKind.HEADING: "h2",
    BlockKind.PARAGRAPH: "p",
    BlockKind.LIST_ITEM: "li",
    BlockKind.QUOTE: "blockquote",
    BlockKind.CAPTION: "p",
}
STATEMENT, MENTION, HEDGE, SIGNAL = 0, 1, 2, 3  # order of nesting at equal ranges


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution as the list beside the article shows it."""

    number: int
    attribution: Attribution
    sources: tuple[Source, ...]
    relay: tuple[Source, ...]
    excerpt: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the ladder in the legend."""

    rung: int
    count: int


def to_page(report: Report) -> str:
    """The annotated page. Everything of the article is escaped; the page loads nothing and runs nothing."""
    template = _environment().get_template("report.html")
    findings = tuple(_findings(report))
    counts = Counter(int(found.rung) for found in report.attributions)
    page = template.render(
        report=report,
        article=report.article,
        verdict=report.verdict,
        whys={signal.id: signal.why for signal in report.signals},
        body=_body(report, findings),
        headed=any(block.kind is BlockKind.HEADLINE for block in report.article.blocks),
        findings=findings,
        legend=[Step(rung, counts[rung]) for rung in sorted(counts, reverse=True)],
        hedges=_hedge_counts(report),
        quoted_hedges=sum(hedge.in_quotation for hedge in report.hedges),
        relays=words.relays(report),
        words=words,
        style=Markup(STYLE),  # noqa: S704 - our own packaged file
        policy=PAGE_POLICY,
    )
    return encodable(page)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _findings(report: Report) -> Iterator[Finding]:
    sources = {source.id: source for source in report.sources}
    in_order = sorted(report.attributions, key=lambda found: min(found.statement).start if found.statement else 0)
    for number, found in enumerate(in_order, start=1):
        yield Finding(
            number,
            found,
            tuple(sources[s] for s in found.sources if s in sources),
            tuple(sources[s] for s in found.relay if s in sources),
            excerpt(report, found),
        )


def _body(report: Report, findings: Iterable[Finding]) -> Markup:
    """The article's blocks in order, list items gathered into lists, promos left out."""
    marks = sorted(_marks(report, findings), key=lambda mark: mark.span)
    shown = [block for block in report.article.blocks if block.kind is not BlockKind.PROMO]
    pieces: list[Markup] = []
    for is_list, group in groupby(shown, key=lambda block: block.kind is BlockKind.LIST_ITEM):
        items = Markup("\n").join(_block(report.article.text, block, marks) for block in group)
        pieces.append(Markup("<ul>\n{}\n</ul>").format(items) if is_list else items)
    return Markup("\n").join(pieces)


def _block(text: str, block: Block, marks: Iterable[Mark]) -> Markup:
    body = annotate(text, block.span, marks)
    return Markup('<{0} class="{1}">{2}</{0}>').format(TAGS[block.kind], block.kind.value, body)


def _marks(report: Report, findings: Iterable[Finding]) -> Iterator[Mark]:
    for finding in findings:
        yield from _statement_marks(finding)
    for hedge in report.hedges:
        if not hedge.in_quotation and hedge.kind is not HedgeKind.APPROXIMATOR:
            yield Mark(hedge.span, "span", f"hedge {hedge.kind.value}", HEDGE)
    for signal in report.signals:
        for number, span in enumerate(signal.spans):
            yield Mark(span, "span", "signal", SIGNAL, anchor=f"{signal.id}-{number}")


def _statement_marks(finding: Finding) -> Iterator[Mark]:
    found = finding.attribution
    spans = sorted(found.statement)
    note = Markup('<sup><a href="#finding-{}" aria-label="Finding {}: {}">{}</a></sup>').format(
        found.id, finding.number, words.rung_name(found.rung), finding.number
    )
    for number, span in enumerate(spans):
        yield Mark(
            span,
            "mark",
            f"r{int(found.rung)}",
            STATEMENT,
            anchor=found.id if number == 0 else None,
            note=note if number == len(spans) - 1 else Markup(""),
        )
    if found.mention:
        yield Mark(found.mention, "span", "mention", MENTION)


def _hedge_counts(report: Report) -> list[tuple[HedgeKind, list[tuple[str, int]]]]:
    """Hedges in the outlet's own words, by kind, most used first."""
    own = [hedge for hedge in report.hedges if not hedge.in_quotation]
    counted = {
        kind: Counter(tidy(h.span.of(report.article.text)).lower() for h in own if h.kind is kind) for kind in HedgeKind
    }
    return [(kind, used.most_common()) for kind, used in counted.items() if used]
