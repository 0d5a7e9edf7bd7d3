"""What bears statements out: a second source, documents that can be opened, and one source that poses as several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.model import Channel, Identity
from onrecord.scoring.case import Case, Item
from onrecord.scoring.rungs import NAMED, UNNAMED
from onrecord.scoring.signals.findings import Finding, names_of, quoted_list, whole

_LEAST_SHARED = 4  # content words
_SAME = 0.6  # share of all content words of both that they have in common
_PARTLY_SAME = 0.4  # share of the shorter's, where a cue says that it bears out what was said ("confirmed")
_BEARING_OUT = re.compile(r"\b(?:confirm|corroborat|echo|back|verif|agree)\w*\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:den|reject|disput|dismiss|rebut|refut|contradict|question|doubt|counter)\w*\b", re.IGNORECASE
)
_SPEECH = (Channel.QUOTE, Channel.INDIRECT, Channel.STATEMENT, Channel.DOCUMENT, Channel.BROADCAST)
_LEAST_RUNG = 3  # a second source that cannot be placed bears nothing out
_MOST_COMPARED = 200  # attributions: what lies behind them in a very long text is not compared
_CALLED = r"(?P<noun>source|official|insider|aide|adviser|advisor|diplomat|executive|officer|investigator)"
_SEVERAL = re.compile(rf"(?:(?:the|some|several|many)\s+)?(?:[\w-]+\s+){{0,2}}{_CALLED}s", re.IGNORECASE)
_THE_ONE = re.compile(rf"(?:the|this|that)\s+(?:[\w-]+\s+)?{_CALLED}", re.IGNORECASE)


def independent_corroboration(case: Case) -> Finding | None:
    """Two sources that have nothing to do with each other say the same, one of them at least by name."""
    pairs = list(_pairs(case))
    if not pairs:
        return None
    shown = [names_of(case, pair) for pair in pairs]
    examples = "; ".join(" and ".join(names[:2]) for names in shown[:3])
    spans = dict.fromkeys(whole(i.found) for pair in pairs for i in pair)
    return Finding(1, tuple(spans), {"examples": examples})


def _pairs(case: Case) -> Iterator[tuple[Item, Item]]:
    able = [i for i in case.weighed if _is_able(case, i)][:_MOST_COMPARED]
    for one, other in combinations(able, 2):
        shared = len(one.stems & other.stems)
        same = shared >= _SAME * len(one.stems | other.stems)
        bearing = shared >= _PARTLY_SAME * min(len(one.stems), len(other.stems))
        alike = shared >= _LEAST_SHARED and (same or (bearing and _BEARING_OUT.search(_cue(case, other))))
        named = any(i.told.identity in NAMED for i in (one, other))
        apart = not whole(one.found).overlaps(whole(other.found))
        if alike and named and apart and not _belong_together(case, one, other):
            yield one, other


def _is_able(case: Case, item: Item) -> bool:
    """Whether a source speaks for itself, is told well enough to count, and does not speak against something."""
    told = item.found.sources and item.found.rung >= _LEAST_RUNG and not item.found.relay
    return bool(told) and item.found.channel in _SPEECH and not _AGAINST.search(_cue(case, item))


def _cue(case: Case, item: Item) -> str:
    return item.found.cue.of(case.article.text) if item.found.cue else ""


def _belong_together(case: Case, one: Item, other: Item) -> bool:
    """Whether two attributions share a source, or their sources a body."""
    bodies = [
        {(case.sources[s].affiliation or case.sources[s].name).lower() for s in i.found.sources} for i in (one, other)
    ]
    return bool(set(one.found.sources) & set(other.found.sources) or bodies[0] & bodies[1])


def plural_for_one(case: Case) -> Finding | None:
    """“Sources said”, and then “the source”: a plural where the text knows of one."""
    text = case.article.text
    groups: dict[str, Item] = {}
    singles: set[str] = set()
    found: list[Item] = []
    for item in case.weighed:
        mention = " ".join(item.found.mention.of(text).lower().split()) if item.found.mention else ""
        several, one = _SEVERAL.fullmatch(mention), _THE_ONE.fullmatch(mention)
        if item.told.identity not in UNNAMED:
            continue
        if several:
            groups.setdefault(several["noun"], item)
        elif not one:
            singles.add(mention)
        elif one["noun"] in groups and not any(one["noun"] in single for single in singles):
            found += [groups[one["noun"]], item]
    if not found:
        return None
    spans = tuple(dict.fromkeys(whole(i.found) for i in found))
    names = dict.fromkeys(i.found.mention.of(text) for i in found if i.found.mention)
    return Finding(1, spans, {"examples": quoted_list(names)})


def primary_documents_linked(case: Case) -> Finding | None:
    """Documents that the reader can open."""
    items = [i for i in case.weighed if i.found.verifiable]
    first = {i.found.verifiable: i for i in reversed(items)}
    if not first:
        return None
    chosen = sorted(first.values(), key=lambda i: i.place)
    return Finding(
        len(chosen), tuple(whole(i.found) for i in chosen), {"examples": quoted_list(_record(case, i) for i in chosen)}
    )


def _record(case: Case, item: Item) -> str:
    """The words of the link or of the citation; who speaks in the record is not what can be opened."""
    linked = next((ln for ln in case.article.links if ln.url == item.found.verifiable), None)
    if linked:
        return linked.span.of(case.article.text)
    cited = item.found.verifiable or ""
    return names_of(case, [item])[0] if "://" in cited else cited


def documents_not_linked(case: Case) -> Finding | None:
    """Documents that the reader cannot open, on a page that has links; a text without any may have lost them."""
    if not case.article.links:
        return None
    first: dict[str, Item] = {}
    opened = {s for i in case.items if i.found.verifiable for s in i.found.sources}
    for item in case.weighed:
        if item.told.identity is Identity.DOCUMENT and item.found.channel is Channel.DOCUMENT and not item.found.relay:
            first.setdefault(item.found.sources[0], item)
    closed = [item for source, item in first.items() if source not in opened]
    if not closed:
        return None
    return Finding(
        len(closed), tuple(whole(i.found) for i in closed), {"examples": quoted_list(names_of(case, closed))}
    )
