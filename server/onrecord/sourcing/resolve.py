"""Relations to sources: who stands behind each mention, and what the article tells about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution import Clues, Relation
from onrecord.model import Article, Source, Span
from onrecord.sourcing.anonymity import Disclosure, disclosures
from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.attributing import Attributor
from onrecord.sourcing.facts import asks_for_anonymity
from onrecord.sourcing.gathered import Gathered
from onrecord.sourcing.headlines import joined_to_headline
from onrecord.sourcing.layout import Layout, hull
from onrecord.sourcing.learned import tell
from onrecord.sourcing.naming import read_names
from onrecord.sourcing.nested import with_inner_speakers
from onrecord.sourcing.origins import with_origins
from onrecord.sourcing.outlets import Outlets
from onrecord.sourcing.register import Register
from onrecord.sourcing.relays import hosts, passed_on
from onrecord.sourcing.shared import once_for_all
from onrecord.sourcing.tokens import tokens
from onrecord.sourcing.withholding import Withholding


@dataclass(frozen=True, slots=True)
class Sourcing:
    """All sources of an article and, in the order of the relations given, what each attribution tells."""

    sources: tuple[Source, ...]
    attributed: tuple[Attributed, ...]


def resolve(
    article: Article,
    relations: Sequence[Relation],
    sentences: Sequence[Span],
    quotations: Sequence[Span],
    clues: Clues | None = None,
) -> Sourcing:
    """Find the sources behind relations; those that only ask for anonymity lay nothing at anybody's door.

    Args:
        article: the article they were found in.
        relations: as the attribution room gives them, any order.
        sentences: the sentences of its own text, in text order.
        quotations: its direct quotations.
        clues: what the network makes of the article's words; without them the rules decide alone.
    """
    met = meet(article, relations, sentences, quotations)
    if clues:
        tell(met.gathered.drafts, clues, met.layout.text)
    found = once_for_all(met.found, met.gathered)
    for inner, host in hosts(article.text, met.spoken):
        found[inner] = passed_on(article.text, found[inner], found[host])
    return Sourcing(tuple(draft.finished() for draft in met.gathered.drafts), tuple(found))


@dataclass(frozen=True, slots=True)
class Met:
    """An article's sources as the rules meet them, before what holds everywhere is laid together.

    Attributes:
        layout: the article.
        gathered: the sources.
        spoken: the relations, in the order of their cues.
        found: what each of them tells.
    """

    layout: Layout
    gathered: Gathered
    spoken: list[Relation]
    found: list[Attributed]


def meet(article: Article, relations: Sequence[Relation], sentences: Sequence[Span], quotations: Sequence[Span]) -> Met:
    """Meet the sources of an article in text order; see ``resolve``."""
    layout = Layout(article, sentences, quotations)
    passages = [tokens(layout.text, block.span) for block in article.judged_blocks]
    outlets = Outlets(article, layout.text, passages)
    register = Register(read_names(article, passages))
    withheld = list(disclosures(layout.text, sentences, quotations))
    reasons = [reason for told in withheld for reason in told.reasons]
    spoken = [r for r in _without_dateline(layout, relations) if not _withholds(article.text, r, reasons)]
    spoken = with_inner_speakers(layout.text, with_origins(layout.text, spoken, sentences, outlets), sentences)
    spoken = sorted(spoken, key=lambda r: r.cue)
    found = _in_text_order(layout, outlets, register, spoken, withheld)
    return Met(layout, register.gathered, spoken, joined_to_headline(found, layout, register.gathered))


def _withholds(text: str, relation: Relation, reasons: Sequence[Span]) -> bool:
    """Whether a relation only tells that a name is withheld, or why."""
    cue = hull(relation.cue)
    return asks_for_anonymity(text, cue) or any(reason.contains(cue) for reason in reasons)


def _without_dateline(layout: Layout, relations: Sequence[Relation]) -> list[Relation]:
    """Relations but for the town that opens the body in capitals: "NEW DELHI: The minister said …".

    Somebody else speaks behind it, and it does not come again as the speakers of a transcript do.
    """
    opening = layout.opening()
    first = next((r for r in relations if r.source and r.source[0][0] == opening), None)
    if first is None or hull(first.cue).of(layout.text) != ":" or not first.content:
        return list(relations)
    label, said = hull(first.source).of(layout.text), hull(first.content)
    others = [hull(r.source) for r in relations if r.source and r is not first]
    speaks = any(said.contains(other) for other in others)
    town = label.isupper() and speaks and all(other.of(layout.text) != label for other in others)
    return [r for r in relations if not (town and r is first)]


def _in_text_order(
    layout: Layout,
    outlets: Outlets,
    register: Register,
    relations: Sequence[Relation],
    withheld: Sequence[Disclosure],
) -> list[Attributed]:
    """What is told about each relation; mentions and disclosures of withheld names are read in text order."""
    attributor = Attributor(layout, outlets, register, relations)
    withholding = Withholding(layout, outlets, register)
    steps: list[tuple[int, int, int | Disclosure]] = [(_place(r), 0, i) for i, r in enumerate(relations)]
    steps += [(d.place, 1, d) for d in withheld]
    found: dict[int, Attributed] = {}
    done: list[Attributed] = []
    for place, _, step in sorted(steps, key=lambda s: s[:2]):
        if isinstance(step, Disclosure):
            withholding.disclose(step, done)
            continue
        found[step] = attributor.attribute(step, relations[step])
        done.append(found[step])
        withholding.speaks(found[step], place)
    return [found[i] for i in range(len(relations))]


def _place(relation: Relation) -> int:
    return (relation.source or relation.cue)[0][0]
