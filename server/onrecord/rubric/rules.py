"""What the rubric consists of, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import HedgeKind, Stance


class Certainty(StrEnum):
    """How a standard's wording is known."""

    READ = "read"
    QUOTED = "quoted"


class Per(StrEnum):
    """Whether a signal counts once an article or for each finding."""

    ONCE = "once"
    EACH = "each"


class CueAct(StrEnum):
    """What a cue says was done: the hint it gives about the channel."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    ACT = "act"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Standard:
    """A published standard of journalism that a rule rests on.

    Attributes:
        id: how rules refer to it.
        organisation: who published it.
        document: in which document.
        idea: what it asks for, in our words.
        certainty: whether the document (or a copy) was read, or only another page that quotes it.
        section: number or name of the section, where known.
        note: what else must be known to trust the citation.
    """

    id: str
    organisation: str
    document: str
    idea: str
    certainty: Certainty
    section: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the transparency ladder.

    Attributes:
        id: ``RUNG-0`` to ``RUNG-8``.
        number: 0 to 8.
        value: what the step is worth in the score, 0 to 100.
        plain: a phrase that a reader understands without the rubric.
        hit: an attribution that stands on this rung.
        miss: one that looks alike and does not.
    """

    id: str
    number: int
    value: float
    name: str
    plain: str
    definition: str
    standards: tuple[str, ...]
    hit: str
    miss: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """What moves an attribution up or down the ladder.

    Attributes:
        amount: rungs added, negative when it moves down.
        limit: the rung that the modifier does not pass.
        highest_rung: the highest rung it applies to, None for all.
    """

    id: str
    amount: float
    limit: float
    highest_rung: float | None
    definition: str
    standard: str
    hit: str
    miss: str


@dataclass(frozen=True, slots=True)
class SignalRule:
    """A finding about the whole article that adds or takes points.

    Attributes:
        points: points of one finding, -8 to 6.
        per: whether they count once or for each finding.
        limit: the sum of all findings goes no further than this; same sign as ``points``.
        threshold: the count or share from which the signal holds, None where one finding is enough.
        why: template of the sentence a reader sees, with named placeholders in braces.
    """

    id: str
    title: str
    points: float
    per: Per
    limit: float
    threshold: float | None
    definition: str
    standards: tuple[str, ...]
    why: str
    hit: str
    miss: str


@dataclass(frozen=True, slots=True)
class ScoreSettings:
    """The numbers of the score. See score.toml for the reason of each, also under ``reasons`` by field name.

    Attributes:
        headline_weight: weight of an attribution in the headline or dek.
        lead_weight: weight in the first ``lead_paragraphs`` paragraphs.
        body_weight: weight elsewhere.
        lead_paragraphs: how many paragraphs open the article.
        signal_bound: all signals together add or take at most this, in points.
        band_well: lowest score that is well sourced; so on for the others.
        minimum_words: under this many words there is no score.
        minimum_attributions: under this many, and without hedged claims, there is no score.
        closing_paragraphs: how many paragraphs close the article.
        bootstrap_rounds: samples drawn for the interval.
        bootstrap_seed: seed of the draw.
        interval_coverage: share of the samples that lies in the interval, 0 to 1.
    """

    headline_weight: float
    lead_weight: float
    body_weight: float
    lead_paragraphs: int
    signal_bound: float
    band_well: float
    band_mostly: float
    band_thinly: float
    minimum_words: int
    minimum_attributions: int
    closing_paragraphs: int
    bootstrap_rounds: int
    bootstrap_seed: int
    interval_coverage: float
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingEntry:
    """A family of wordings with one meaning.

    Attributes:
        words: surface forms; ``<group>`` stands for any word of a group, ``<group?>`` for one or none.
        lowercase: whether a capital letter makes it something else (*May*); said of nothing in a headline.
        not_before: what must not come next; words, phrases or ``<group>``.
        not_after: what must not come before.
        only_before: one of these must come next, if any are given.
        only_after: one of these must come before, if any are given.
    """

    id: str
    words: tuple[str, ...]
    definition: str
    standard: str
    hit: str
    miss: str
    lowercase: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeEntry(WordingEntry):
    """A family of hedges.

    Attributes:
        kind: what they do to the claim.
        agentless: whether it lays a claim at nobody's door, and so is the cue of a source-less attribution.
    """

    kind: HedgeKind
    agentless: bool = False


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Cues that do the same: one stance, one act."""

    id: str
    stance: Stance
    act: CueAct
    definition: str
    standard: str
    hit: str
    miss: str


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A cue.

    Attributes:
        lemma: the form a dictionary has.
        forms: all forms in lower case, the lemma among them; a form may be several words.
        group: id of its group.
    """

    lemma: str
    forms: tuple[str, ...]
    stance: Stance
    act: CueAct
    group: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of a vocabulary that mean the same.

    Attributes:
        value: what the words are taken to mean; the room that uses the vocabulary knows the values.
    """

    id: str
    value: str
    words: tuple[str, ...]
    hit: str
    miss: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A word list with its definition and the standard it rests on."""

    name: str
    definition: str
    standard: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """All rules, read only.

    Attributes:
        version: fingerprint of the data, 12 hexadecimal digits.
        groups: word groups that the words and guards of wordings refer to as ``<name>``.
        agentless: cues without a source that are no hedges (*was told*, *the court heard*).
        refusals: words before a cue of speech that turn it into a refusal to speak.
        nouns_too: forms of cues that are as often a noun.
    """

    version: str
    standards: Mapping[str, Standard]
    rungs: Mapping[int, Rung]
    modifiers: Mapping[str, Modifier]
    signals: Mapping[str, SignalRule]
    score: ScoreSettings
    groups: Mapping[str, tuple[str, ...]]
    hedges: tuple[HedgeEntry, ...]
    agentless: tuple[WordingEntry, ...]
    cue_groups: Mapping[str, CueGroup]
    cues: tuple[CueEntry, ...]
    refusals: tuple[str, ...]
    nouns_too: frozenset[str]
