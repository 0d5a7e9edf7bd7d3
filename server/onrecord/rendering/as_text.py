"""The report as a page of plain text, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.model import Attribution, Channel, Report, Source, Verdict
from onrecord.rendering import words
from onrecord.rendering.as_json import encodable
from onrecord.rendering.excerpts import excerpt, tidy

WIDTH = 88
EXAMPLES = 3  # statements shown of one source, or without any
STYLES = {"well_sourced": "green", "mostly_sourced": "cyan", "thinly_sourced": "yellow", "poorly_sourced": "red"}


def to_text(report: Report, *, width: int = WIDTH, color: bool = False) -> str:
    """A summary a standards editor can read top to bottom.

    Args:
        report: what was found.
        width: columns to fold at.
        color: whether to emphasise with ANSI codes. Nothing is said by colour alone.

    Returns:
        Lines ending in a line feed. Control characters of the article are left out: they could drive the terminal.
    """
    out = Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    with out.capture() as captured:
        for part in (_head, _score, _signals, _sources, _agentless, _hedges, _notes):
            part(out, report)
    lines = (line.rstrip() for line in captured.get().splitlines())
    return encodable("\n".join(lines).strip("\n") + "\n")


def _head(out: Console, report: Report) -> None:
    article = report.article
    out.print(tidy(words.headline(report)), style="bold")
    facts = [article.site, article.byline, article.published, f"{article.words:,} words"]
    out.print(tidy(" · ".join(fact for fact in facts if fact)), style="dim")
    out.print()


def _score(out: Console, report: Report) -> None:
    if report.verdict:
        _verdict(out, report, report.verdict)
    elif report.reason:
        out.print(f"Not scored: {tidy(words.no_score(report.reason))}", style="bold")
        out.print("What was found is listed all the same.")
        out.print()
    out.print(words.WHAT_IT_MEASURES)


def _verdict(out: Console, report: Report, verdict: Verdict) -> None:
    low, high = verdict.interval
    line = Text(f"{verdict.score:.1f} of 100", style="bold")
    line.append(f"  {words.BANDS[verdict.band]}", style=f"bold {STYLES[verdict.band.value]}")
    line.append(f"  ({words.range_line(low, high)})", style="dim")
    out.print(line)
    out.print()
    reasons = {signal.id: signal.why for signal in report.signals}
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for number, entry in enumerate(verdict.breakdown):
        amount = words.points(entry.points) if number else f"{entry.points:.1f}"
        table.add_row(amount, Text(words.line_title(entry.id), style="bold"))
        if entry.id in reasons:
            table.add_row("", tidy(reasons[entry.id]))
    table.add_row("─────", "")
    table.add_row(Text(f"{verdict.score:.1f}", style="bold"), "")
    out.print(table)
    out.print()


def _signals(out: Console, report: Report) -> None:
    """Signals that the breakdown has no line for; in a report without a score, all of them."""
    shown = {entry.id for entry in report.verdict.breakdown} if report.verdict else set()
    rest = [signal for signal in report.signals if signal.id not in shown]
    if not rest:
        return
    _title(out, "What stands out")
    for signal in rest:
        _item(out, f"{words.line_title(signal.id)}: {tidy(signal.why)}")


def _sources(out: Console, report: Report) -> None:
    if not report.sources:
        return
    _title(out, "Sources", _shares(report))
    said = {found.id: found for found in report.attributions}
    relays = words.relays(report)
    ranked = sorted((s for s in report.sources if s not in relays), key=lambda source: -int(source.rung))
    for rung, group in groupby(ranked, key=lambda source: int(source.rung)):
        out.print()
        out.print(f"{words.rung_name(rung).capitalize()} – {words.rung_plain(rung)}", style="underline")
        for source in group:
            _source(out, report, source, [said[a] for a in source.attributions if a in said])
    if relays:
        out.print()
        out.print("Passing on what others say", style="underline")
        for source in relays:
            _source(out, report, source, [said[a] for a in source.attributions if a in said])


def _source(out: Console, report: Report, source: Source, found: Sequence[Attribution]) -> None:
    count = f"{len(found)} statement{'' if len(found) == 1 else 's'}"
    _item(out, f"{tidy(words.source_line(source))} ({words.source_kind(source)}; {count})")
    for attribution in found[:EXAMPLES]:
        note = " [declined to comment]" if attribution.channel is Channel.DECLINED_COMMENT else ""
        out.print(Padding(f"“{excerpt(report, attribution)}”{note}", (0, 0, 0, 4)), style="dim")
    if len(found) > EXAMPLES:
        out.print(Padding(f"and {len(found) - EXAMPLES} more", (0, 0, 0, 4)), style="dim")


def _agentless(out: Console, report: Report) -> None:
    loose = [found for found in report.attributions if not found.sources]
    if not loose:
        return
    _title(out, "Claims at nobody's door", str(len(loose)))
    for attribution in loose[:EXAMPLES]:
        _item(out, f"“{excerpt(report, attribution)}”")
    if len(loose) > EXAMPLES:
        _item(out, f"and {len(loose) - EXAMPLES} more")


def _hedges(out: Console, report: Report) -> None:
    own = [hedge for hedge in report.hedges if not hedge.in_quotation]
    quoted = len(report.hedges) - len(own)
    if not report.hedges:
        return
    _title(out, "Hedges", f"{len(own)} in the outlet's own words, {quoted} within quotations and not counted")
    for kind, label in words.HEDGES.items():
        used = Counter(tidy(h.span.of(report.article.text)).lower() for h in own if h.kind is kind)
        if used:
            listing = ", ".join(word if times == 1 else f"{word} ×{times}" for word, times in used.most_common())
            _item(out, f"{label}: {listing}")


def _notes(out: Console, report: Report) -> None:
    if report.article.warnings:
        _title(out, "About the reading")
        for note in report.article.warnings:
            _item(out, tidy(note.message))
    out.print()
    out.print(f"Rules {report.ruleset_version} · {' '.join(report.engine)}", style="dim")


def _title(out: Console, text: str, detail: str = "") -> None:
    out.print()
    out.print(Rule(Text(text, style="bold"), align="left", style="dim"))
    if detail:
        out.print(detail, style="dim")


def _item(out: Console, text: str) -> None:
    table = Table.grid(padding=(0, 1))
    table.add_row("-", text)
    out.print(table)


def _shares(report: Report) -> str:
    return ", ".join(_share_parts(report))


def _share_parts(report: Report) -> Iterator[str]:
    summary = report.summary
    yield f"{len(report.sources)} in all"
    if summary.attributions:
        yield f"{summary.named_share:.0%} of statements named"
        yield f"{summary.unnamed_share:.0%} unnamed"
        yield f"{summary.agentless_share:.0%} with no source"
