"""Marked gold articles: text with ``[[tags|words]]`` and a TOML file of what is said of them (see GUIDE.md)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from onrecord.facets import Channel, HedgeKind, Identity, Reason, Sector, Stance
from training.marks import Mark, unmarked

ARTICLES = Path(__file__).with_name("articles")
TOPICS = frozenset(
    {"war", "politics", "courts", "crime", "business", "health", "science", "technology", "sport", "local"}
)
SLICES = frozenset(
    [
        "nesting",
        "relay",
        "second_in_sentence",
        "colon_headline",
        "trailing_headline",
        "agentless_passive",
        "agentless_adverb",
        "noun_cue",
        "multi_paragraph_quote",
        "dash",
        "lead_in",
        "transcript",
        "question",
        "negated_cue",
        "odd_quotes",
        "single_quotes",
        "guillemets",
        "quote_in_quote",
        "pronoun",
        "late_name",
        "document",
        "long_cue",
        "plural",
        "thought",
    ]
)
HEDGES = {
    "hr": HedgeKind.REPORTIVE, "hw": HedgeKind.WEASEL, "he": HedgeKind.EPISTEMIC,
    "hs": HedgeKind.SPECULATIVE, "ha": HedgeKind.APPROXIMATOR, "hb": HedgeKind.BOOSTER,
}  # fmt: skip
_ROLE = re.compile(r"(\d+)([sct])")
_NONE = "none"

Range = tuple[int, int]


class GoldError(ValueError):
    """A gold article breaks the guide's form; the message names the file and the slip."""


@dataclass(frozen=True, slots=True)
class GoldSource:
    """A source as the annotator tells it."""

    name: str
    identity: Identity
    sector: Sector
    title: str
    affiliation: str


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution: code-point ranges into the article's text, and its facets."""

    number: int
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    sources: tuple[str, ...]
    channel: Channel
    stance: Stance
    relay: tuple[str, ...]
    basis: str
    disclosed: bool
    reason: Reason
    verifiable: bool
    rung: float
    slices: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article. ``text`` is headline and paragraphs, parted by an empty line."""

    id: str
    topic: str
    manner: str
    text: str
    links: tuple[tuple[int, int, str], ...]
    hedges: tuple[tuple[int, int, HedgeKind], ...]
    sources: Mapping[str, GoldSource]
    attributions: tuple[GoldAttribution, ...]

    def html(self) -> str:
        """The article as a plain web page; its blocks are the text's paragraphs, in order."""
        blocks = list(re.finditer(r"[^\n]+", self.text))
        lines = [f"<p>{self._linked(*b.span())}</p>" for b in blocks[1:]]
        title = self._linked(*blocks[0].span())
        head = f"<title>{escape(blocks[0].group())}</title>"
        body = f"<article><h1>{title}</h1>{''.join(lines)}</article>"
        return f'<!doctype html><html lang="en"><meta charset="utf-8">{head}<body>{body}</body></html>'

    def _linked(self, start: int, end: int) -> str:
        parts, at = [], start
        for low, high, url in self.links:
            if start <= low and high <= end:
                parts += [escape(self.text[at:low]), f'<a href="{escape(url)}">{escape(self.text[low:high])}</a>']
                at = high
        return "".join([*parts, escape(self.text[at:end])])


def read(path: Path) -> GoldArticle:
    """Read one article.

    Args:
        path: its ``.txt`` file; the ``.toml`` file lies beside it.

    Raises:
        GoldError: marks or facets are not as the guide wants them.
    """
    marked = path.read_text(encoding="utf-8").strip("\n")
    facts = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    try:
        text, marks = unmarked(marked)
        return _article(path.stem, text, marks, facts)
    except (KeyError, ValueError, TypeError) as error:
        raise GoldError(f"{path.name}: {type(error).__name__}: {error}") from error


def read_all(folder: Path = ARTICLES) -> Iterator[GoldArticle]:
    """All articles of a folder, by name."""
    for path in sorted(folder.glob("*.txt")):
        yield read(path)


def _article(name: str, text: str, marks: list[Mark], facts: dict[str, Any]) -> GoldArticle:
    spans: dict[int, dict[str, list[Range]]] = {}
    hedges, links = [], []
    for mark in marks:
        start, end = mark.start, mark.end
        for tag in mark.tags:
            role = _ROLE.fullmatch(tag)
            if tag.startswith("a:"):
                links.append((start, end, tag.removeprefix("a:")))
            elif tag in HEDGES:
                hedges.append((start, end, HEDGES[tag]))
            elif role:
                spans.setdefault(int(role.group(1)), {"s": [], "c": [], "t": []})[role.group(2)].append((start, end))
            else:
                raise ValueError(f"no such tag: {tag!r}")
    if facts["topic"] not in TOPICS:
        raise ValueError(f"no such topic: {facts['topic']!r}")
    sources = {key: _source(value) for key, value in facts.get("sources", {}).items()}
    told = {entry["n"]: entry for entry in facts.get("attributions", [])}
    if set(told) != set(spans) or len(told) != len(facts.get("attributions", [])):
        raise ValueError(f"numbers in the text {sorted(spans)} are not those in the TOML file {sorted(told)}")
    attributions = tuple(_attribution(n, spans[n], told[n], sources) for n in sorted(spans))
    used = {key for a in attributions for key in (*a.sources, *a.relay)}
    if set(sources) - used:
        raise ValueError(f"sources that say nothing: {sorted(set(sources) - used)}")
    hedges.sort()
    return GoldArticle(
        name, facts["topic"], facts["manner"], text, tuple(sorted(links)), tuple(hedges), sources, attributions
    )


def _source(value: dict[str, Any]) -> GoldSource:
    _known(value, {"name", "identity", "sector", "title", "affiliation"})
    return GoldSource(
        value["name"], Identity(value["identity"]), Sector(value["sector"]), value.get("title", ""),
        value.get("affiliation", ""),
    )  # fmt: skip


def _attribution(
    number: int, spans: dict[str, list[Range]], told: dict[str, Any], sources: Mapping[str, GoldSource]
) -> GoldAttribution:
    _known(told, {"n", "sources", "channel", "stance", "relay", "basis", "disclosed", "reason", "verifiable", "rung",
                  "slices"})  # fmt: skip
    keys, relay, slices = (tuple(told.get(key, ())) for key in ("sources", "relay", "slices"))
    missing = {*keys, *relay} - set(sources)
    if missing:
        raise ValueError(f"attribution {number} names sources that are not described: {sorted(missing)}")
    if set(slices) - SLICES:
        raise ValueError(f"attribution {number} has slices that the guide lacks: {sorted(set(slices) - SLICES)}")
    if not spans["t"]:
        raise ValueError(f"attribution {number} has no statement")
    if not keys and told["rung"] != 0:
        raise ValueError(f"attribution {number} has no source and rung {told['rung']}")
    return GoldAttribution(
        number, *(tuple(sorted(spans[role])) for role in "sct"), keys, Channel(told.get("channel", _NONE)),
        Stance(told.get("stance", Stance.NEUTRAL)), relay, told.get("basis", ""), told.get("disclosed", False),
        Reason(told.get("reason", _NONE)), told.get("verifiable", False), told["rung"], frozenset(slices),
    )  # fmt: skip


def _known(value: dict[str, Any], keys: set[str]) -> None:
    if set(value) - keys:
        raise ValueError(f"unknown keys: {sorted(set(value) - keys)}")
