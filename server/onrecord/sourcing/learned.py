"""Who a source is by what the network makes of the words around it, weighed with what the rules found.

The numbers of each word come from the tagger (``Clues``), in groups of columns, one for each way of looking at a
source (``POOLS``). Their means over all its mentions, and a row of numbers for each thing the rules found, add up to
a vote for every identity and sector. Fitted by ``training/facets.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from onrecord.attribution import Clues
from onrecord.model import Identity, Sector
from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.kinds import Kind

Numbers = npt.NDArray[np.float32]

POOLS = ("mention", "head", "around", "introduction", "article")
AROUND = 6  # words on either side
_INTRODUCED_BEFORE, _INTRODUCED_BEHIND = 6, 14  # words around the first place of a name
# Behind these the words of a mention tell more of its head: "officials in the spy agency".
_HEAD_END = re.compile(r"\s*[,(]|\s+(?:of|from|at|for|in|on|with|who|which|that)\s")
IDENTITIES = tuple(i for i in Identity if i not in (Identity.NONE, Identity.ANONYMOUS_SOURCE))
SECTORS = tuple(Sector)


def told_by_rules(draft: Draft) -> Iterator[str]:
    """What the rules found about a source, as the names under which it is weighed."""
    yield f"identity {draft.identity}"
    yield f"sector {draft.sector}"
    yield f"{draft.kind} {draft.sector}"
    words = draft.name.split()
    if len(words) == 1:
        yield f"{draft.kind} one word"
        if draft.name.isupper():
            yield "capitals"
    if draft.plural:
        yield "plural"
    if draft.title:
        yield "title"
    if draft.affiliation:
        yield "affiliation"
    if draft.agrees:
        yield "he or she"
    if draft.voice:
        yield "voice"
    if draft.person and draft.person.learned:
        yield "learned"


def pooled(clues: Clues, views: Sequence[Numbers], text: str, drafts: Sequence[Draft]) -> list[Numbers]:
    """The clues to each source, once for every way of looking at it.

    Args:
        clues: of the article.
        views: the columns that each of ``POOLS`` looks at, ``[words, width]``.
        text: the article's text.
        drafts: its sources.

    Returns:
        For each pool ``[sources, width]``: means, zero for sources whose words the network did not read.
    """
    owner = np.array([i for i, draft in enumerate(drafts) for _ in draft.mentions], np.int64)
    spans = [span for draft in drafts for span in draft.mentions]
    starts = np.array([s.start for s in spans], np.int64)
    ends = np.array([s.end for s in spans], np.int64)
    heads = np.array([_head_end(text, s.start, s.end) for s in spans], np.int64)
    low, high = clues.rows(starts, ends)
    read = high > low
    owner, low, high = owner[read], low[read], high[read]
    last = np.clip(clues.rows(starts[read], heads[read])[1], low + 1, high)
    met = np.array([_met(draft) for draft in drafts], np.int64)
    first = np.minimum(clues.rows(met, met + 1)[0], max(0, len(clues) - 1))
    ranges = {
        "mention": (owner, low, high),
        "head": (owner, last - 1, last),
        "around": (owner, np.maximum(low - AROUND, 0), np.minimum(high + AROUND, len(clues))),
        "introduction": (np.arange(len(drafts)), np.maximum(first - _INTRODUCED_BEFORE, 0),
                         np.minimum(first + _INTRODUCED_BEHIND, len(clues))),
    }  # fmt: skip
    means = [_means(view, *ranges[pool], len(drafts)) for pool, view in zip(POOLS, views[:-1], strict=False)]
    return [*means, np.broadcast_to(views[-1].mean(0), (len(drafts), views[-1].shape[1]))]


def _head_end(text: str, start: int, end: int) -> int:
    found = _HEAD_END.search(text, start + 1, end)
    return found.start() if found else end


def _met(draft: Draft) -> int:
    """Where the article first speaks of a source."""
    places = draft.person.places if draft.person else []
    return min(places[:1] + [span.start for span in draft.mentions[:1]], default=0)


def _means(values: Numbers, owner: npt.NDArray[np.int64], low: npt.NDArray[np.int64], high: npt.NDArray[np.int64],
           sources: int) -> Numbers:  # fmt: skip
    """The mean of rows ``low`` to ``high``, then over all such ranges of each source."""
    means: Numbers = np.zeros((sources, values.shape[1]), np.float32)
    if not len(owner) or not len(values):
        return means
    padded = np.concatenate([values, np.zeros((1, values.shape[1]), np.float32)])  # so that a range may end at the end
    sums = np.add.reduceat(padded, np.stack([low, high], 1).ravel())[::2] / (high - low)[:, None]
    np.add.at(means, owner, sums)
    means /= np.maximum(np.bincount(owner, minlength=sources), 1)[:, None]
    return means


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was fitted.

    Attributes:
        told: the votes of each thing that the rules can find, for the identities, then the sectors.
        always: the votes everybody gets.
        tagger: version of the tagger that gives the clues.
    """

    told: dict[str, Numbers]
    always: Numbers
    tagger: str

    def votes(self, clues: Sequence[Numbers], drafts: Sequence[Draft]) -> Numbers:
        """The votes for each source, ``[sources, identities and sectors]``."""
        votes = np.sum(clues, axis=0, dtype=np.float32) + self.always
        for row, draft in zip(votes, drafts, strict=True):
            for name in told_by_rules(draft):
                np.add(row, self.told.get(name, 0.0), out=row)
        return votes


@cache
def weights() -> Weights:
    """The weights that come with the package."""
    text = (resources.files("onrecord.sourcing") / "weights" / "facets.json").read_text(encoding="utf-8")
    kept = json.loads(text)
    told = {name: np.array(votes, np.float32) for name, votes in kept["told"].items()}
    return Weights(told, np.array(kept["always"], np.float32), kept["tagger"])


def tell(drafts: Sequence[Draft], clues: Clues, text: str) -> None:
    """Give each source the identity and sector that clues and rules together speak for.

    Where the article's words settle what a source is, the vote is only for the sector; one of a group is of its sector.
    """
    if not drafts or not len(clues):
        return
    fitted = weights()
    views = np.split(clues.values, len(POOLS), axis=1)
    votes = fitted.votes(pooled(clues, views, text, drafts), drafts)
    identities, sectors = np.split(votes, [len(IDENTITIES)], axis=1)
    names = any(draft.identity is Identity.NAMED_PERSON for draft in drafts)
    for draft, row, sector in zip(drafts, identities, sectors.argmax(1), strict=True):
        draft.judged = SECTORS[sector]
        if not _is_settled(draft):
            row[[IDENTITIES.index(identity) for identity in _ruled_out(draft, text, names=names)]] = -np.inf
            draft.identity = IDENTITIES[int(row.argmax())]
    for draft in drafts:
        if draft.group:
            draft.judged = draft.group.judged


def _ruled_out(draft: Draft, text: str, *, names: bool) -> list[Identity]:
    """What words alone tell that a source is not: a body or somebody never named nobody's name, a name no stranger.

    Args:
        draft: the source.
        text: the article's text.
        names: the article names somebody who speaks.
    """
    if draft.person is not None:
        return [Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP, Identity.DOCUMENT]
    faceless = draft.name.islower() and (not names or _is_somebody(draft, text))
    return [Identity.NAMED_PERSON] if faceless or draft.kind is Kind.BODY else []


def _is_somebody(draft: Draft, text: str) -> bool:
    """Whether a source is brought in as one of many: "an official", not "the skipper", who may be named elsewhere."""
    words = draft.mentions[0].of(text).lower().split() if draft.mentions else []
    return words[:1] in (["a"], ["an"], ["another"], ["one"], ["some"])


def _is_settled(draft: Draft) -> bool:
    """Whether words settle what a source is: a name withheld, somebody introduced by title, age or "who", a voice."""
    person = draft.person
    introduced = person is not None and (person.told or bool(person.title))
    return draft.voice or introduced or draft.identity in (Identity.NONE, Identity.ANONYMOUS_SOURCE)
