"""Each sample article gets the report that was written for it by hand, before any engine read it.

What the files ``seeds/NAME.expected.toml`` may say:

- ``about``: one line for the start page.
- ``status``, ``reason`` (code), ``bands`` (any of these), ``score`` (lowest, highest).
- ``[[source]]``: ``name`` (occurs in the source's name), ``identity`` and ``sector`` (any of these), ``title`` (in
  the source's), ``rung`` (lowest, highest).
- ``[[statement]]``: ``phrase`` lies in the statement of an attribution to ``source``, with this cue ``stance``.
- ``[[agentless]]``: ``phrase`` lies in the statement of an attribution without a source, at rung 0.
- ``[[declined]]``: an attribution to ``source`` has the channel of a declined comment.
- ``[[hedge]]``: ``exact`` words or a longer run of them, ``kind``, and how many ``times`` at least.
- ``[signals]``: ``fire`` and ``quiet``.
- ``[text]``: ``without`` what is on the page but not of the article.

Names and phrases are compared without regard to case.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.model import Attribution, Report, Source

SEEDS = Path(__file__).parents[1] / "seeds"
PATHS = sorted(path for path in SEEDS.iterdir() if path.suffix in {".html", ".txt"})

NAMED_BY = ("phrase", "name", "exact", "source")  # what a test case is called by


@cache
def expected(path: Path) -> dict[str, Any]:
    """What the report must be."""
    return tomllib.loads(path.with_suffix(".expected.toml").read_text("utf-8"))


@cache
def report(path: Path) -> Report:
    """What the report is."""
    return onrecord.score_file(path)


def each(table: str) -> list[Any]:
    """One test case for every entry of a table in every file."""
    return [
        pytest.param(path, entry, id=f"{path.stem}: {next(entry[key] for key in NAMED_BY if key in entry)}")
        for path in PATHS
        for entry in expected(path).get(table, [])
    ]


def within(part: str, whole: str | None) -> bool:
    """Whether the words occur, in whatever case."""
    return whole is not None and part.casefold() in whole.casefold()


def named(found: Report, name: str) -> list[Source]:
    """The sources whose name or mentions hold these words; those closest in length first."""

    def words(source: Source) -> str:
        return " | ".join([source.name, *(m.of(found.article.text) for m in source.mentions)])

    return sorted((s for s in found.sources if within(name, words(s))), key=lambda s: len(s.name))


def saying(found: Report, phrase: str) -> list[Attribution]:
    """The attributions whose statement holds the phrase."""
    return [a for a in found.attributions if any(within(phrase, span.of(found.article.text)) for span in a.statement)]


def outline(found: Report) -> str:
    """All attributions, for the message of a test that fails."""
    names = {source.id: source.name for source in found.sources}
    return "\n".join(
        f"  {a.rung} {[names[s] for s in a.sources]} {a.channel.value}: "
        + " … ".join(span.of(found.article.text) for span in a.statement)
        for a in found.attributions
    )


def test_every_seed_has_its_expectations_and_the_other_way_round() -> None:
    """No sample without a report, no report without a sample; at least seven of them."""
    told = sorted(path.name.removesuffix(".expected.toml") for path in SEEDS.glob("*.expected.toml"))
    assert told == sorted(path.stem for path in PATHS)
    assert len(told) >= 7


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_phrases_are_on_the_page(path: Path) -> None:
    """An expectation that quotes what the sample does not say could never be met."""
    page = " ".join(path.read_text("utf-8").split())
    for table in ("statement", "agentless", "hedge"):
        for entry in expected(path).get(table, []):
            assert within(entry.get("phrase") or entry["exact"], page), entry


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_status_score_and_band(path: Path) -> None:
    """Scored or not, and within the range worked out by hand."""
    wanted, found = expected(path), report(path)
    assert found.status.value == wanted["status"], found.reason
    if found.reason:
        assert found.reason.code == wanted["reason"]
    if found.verdict:
        low, high = wanted["score"]
        assert low <= found.verdict.score <= high, outline(found)
        assert found.verdict.band.value in wanted["bands"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_breakdown_sums_to_the_score(path: Path) -> None:
    """What is shown adds up to what is shown."""
    verdict = report(path).verdict
    if verdict:
        assert round(sum(line.points for line in verdict.breakdown), 6) == verdict.score
        assert verdict.interval[0] <= verdict.score <= verdict.interval[1] + 1


@pytest.mark.parametrize(("path", "entry"), each("source"))
def test_source(path: Path, entry: dict[str, Any]) -> None:
    """The source is there once, with its identity, sector, title and rung."""
    found = report(path)
    sources = named(found, entry["name"])
    assert sources, f"no source {entry['name']!r}; there are {[s.name for s in found.sources]}"
    fits = [s for s in sources if _fits(s, entry)]
    assert fits, f"wanted {entry}; found {sources}"


def _fits(source: Source, entry: dict[str, Any]) -> bool:
    low, high = entry.get("rung", (0, 8))
    return (
        source.identity.value in entry.get("identity", [source.identity.value])
        and source.sector.value in entry.get("sector", [source.sector.value])
        and ("title" not in entry or within(entry["title"], source.title))
        and low <= source.rung <= high
    )


@pytest.mark.parametrize(("path", "entry"), each("statement"))
def test_statement(path: Path, entry: dict[str, Any]) -> None:
    """The statement is laid at the door of its source or relayer, with the stance of its cue where one is told."""
    found = report(path)
    ids = {source.id for source in named(found, entry["source"])}
    hits = [a for a in saying(found, entry["phrase"]) if ids & {*a.sources, *a.relay}]
    assert hits, f"nobody named {entry['source']!r} says {entry['phrase']!r}; found\n{outline(found)}"
    if "stance" in entry:
        assert entry["stance"] in {a.cue_stance.value for a in hits}


@pytest.mark.parametrize(("path", "entry"), each("agentless"))
def test_agentless(path: Path, entry: dict[str, Any]) -> None:
    """The claim is found and lies at nobody's door."""
    found = report(path)
    hits = saying(found, entry["phrase"])
    assert any(not a.sources and a.rung == 0 for a in hits), f"{entry['phrase']!r}; found\n{outline(found)}"


@pytest.mark.parametrize(("path", "entry"), each("declined"))
def test_declined(path: Path, entry: dict[str, Any]) -> None:
    """That a response was sought is found."""
    found = report(path)
    ids = {source.id for source in named(found, entry["source"])}
    declined = [a for a in found.attributions if a.channel.value == "declined_comment" and ids & set(a.sources)]
    assert declined, outline(found)


@pytest.mark.parametrize(("path", "entry"), each("hedge"))
def test_hedge(path: Path, entry: dict[str, Any]) -> None:
    """The hedge is found as often as it stands in the outlet's own words, and is of its kind."""
    found = report(path)
    hits = [
        h
        for h in found.hedges
        if not h.in_quotation
        and h.kind.value == entry["kind"]
        and within(f" {entry['exact']} ", f" {h.span.of(found.article.text)} ")
    ]
    listing = [(h.span.of(found.article.text), h.kind.value, h.in_quotation) for h in found.hedges]
    assert len(hits) >= entry.get("times", 1), listing


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_signals(path: Path) -> None:
    """Those that must fire do, and those that must not do not."""
    fired = {signal.id: signal.why for signal in report(path).signals}
    wanted = expected(path).get("signals", {})
    missing = set(wanted.get("fire", ())) - set(fired)
    false = {name: fired[name] for name in wanted.get("quiet", ()) if name in fired}
    assert (missing, false) == (set(), {})


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_page_furniture_is_not_judged(path: Path) -> None:
    """Menus, share bars, captions, comments and promos are not the article's own text."""
    article = report(path).article
    judged = "\n".join(block.span.of(article.text) for block in article.judged_blocks)
    for words in expected(path).get("text", {}).get("without", ()):
        assert words not in judged
