"""Who a source is by the words around it, weighed with what the rules found."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.attribution.clues import Clues
from onrecord.attribution.tagger import packaged_tagger
from onrecord.model import Identity, Sector, Span
from onrecord.pipeline import score
from onrecord.reading import read_text
from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.learned import IDENTITIES, POOLS, SECTORS, pooled, tell, told_by_rules, weights
from onrecord.sourcing.mentions import Kind

TEXT = "Brine Hollow said fares would rise. The men of the port, though, said otherwise."


def draft(*spans: tuple[int, int], kind: Kind = Kind.UNKNOWN, identity: Identity = Identity.UNNAMED_PERSON) -> Draft:
    """A source with mentions."""
    made = Draft(1, kind, "Brine Hollow", identity, Sector.UNKNOWN)
    made.mentions = [Span(*s) for s in spans]
    return made


def clues(width: int = 1) -> Clues:
    """Each word's number is its place in the text."""
    words = [(m, m + len(w)) for m, w in _words(TEXT)]
    values = np.repeat(np.arange(len(words), dtype=np.float32)[:, None], width, 1)
    places = np.array(words)
    return Clues(places[:, 0], places[:, 1], values, np.zeros((len(words), 2), np.float32))


def _words(text: str) -> list[tuple[int, str]]:
    at, found = 0, []
    for word in text.split():
        at = text.index(word, at)
        found.append((at, word))
        at += len(word)
    return found


def test_clues_are_means_over_all_mentions() -> None:
    """Over each mention first, so that a long one weighs no more; "the men of the port" has its head before "of"."""
    start = TEXT.index("The men")
    told = clues()
    mention, head, *_ = pooled(told, [told.values] * len(POOLS), TEXT, [draft((0, 12), (start, start + 19))])
    assert mention.tolist() == [[np.mean([0.5, 8.0])]]  # words 0 and 1; words 6 to 10
    assert head.tolist() == [[np.mean([1, 7])]]


def test_a_source_that_was_not_read_gets_no_clues() -> None:
    """A block that repeats another has none; the rules' votes stay."""
    told = clues()
    far = len(TEXT) + 5
    mention, head, around, *_ = pooled(told, [told.values] * len(POOLS), TEXT, [draft((far, far + 4))])
    assert mention.tolist() == head.tolist() == around.tolist() == [[0.0]]


@pytest.mark.parametrize("identity", [Identity.ANONYMOUS_SOURCE, Identity.NONE])
def test_what_is_settled_stays(identity: Identity) -> None:
    """A withheld name is told by the article's words, not by clues."""
    one = draft((0, 12), identity=identity)
    width = len(POOLS) * (len(IDENTITIES) + len(SECTORS))
    tell([one], clues(width), TEXT)
    assert one.identity is identity
    assert one.judged in SECTORS


def test_whatever_the_rules_find_has_a_name() -> None:
    """Names are stable: the fitted file is read by them."""
    assert set(told_by_rules(draft((0, 12)))) == {"identity unnamed_person", "sector unknown", "unknown unknown"}
    assert set(told_by_rules(draft((0, 12)))) <= set(weights().told) | {"unknown unknown"}


def test_the_two_halves_belong_together() -> None:
    """The weights of the rules' findings were fitted with the tagger that is packaged beside them."""
    assert weights().tagger == packaged_tagger().version


def test_the_report_says_how_a_sector_is_known() -> None:
    """By the source's own words, or judged by what stands around them."""
    text = "The tram depot opens on Monday, the transport ministry said. Brine Hollow, which leases the land, agreed."
    whys = [source.why for source in score(read_text(text)).sources]
    assert whys
    assert all("Counted under" in why or "Nothing tells" in why for why in whys)
