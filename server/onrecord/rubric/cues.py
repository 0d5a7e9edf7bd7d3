"""The cues by stance and act, out of ``cues.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.model import Stance
from onrecord.rubric.data import Data, top
from onrecord.rubric.inflection import noun_forms, verb_forms
from onrecord.rubric.rules import CueAct, CueEntry, CueGroup
from onrecord.rubric.schema import RubricError, Table, by_id

FILE = "cues.toml"

Cues = tuple[Mapping[str, CueGroup], tuple[CueEntry, ...], tuple[str, ...], frozenset[str]]


def load_cues(data: Data, standards: Iterable[str]) -> Cues:
    """Groups by id, cues in the file's order, the words that turn a cue of speech into a refusal, and forms like nouns.

    Raises:
        RubricError: if the file is not as it must be, or two groups claim the same form.
    """
    known = tuple(standards)
    table = top(data, FILE)
    refusals, nouns_too = table.words("refusals"), frozenset(table.words("nouns_too"))
    pairs = tuple(_group(t, known) for t in table.tables("group"))
    table.finish()
    groups = by_id(FILE, (group for group, _ in pairs))
    entries = tuple(entry for _, members in pairs for entry in members)
    _refuse_ambiguity(entries)
    return groups, entries, refusals, nouns_too


def _group(table: Table, standards: Iterable[str]) -> tuple[CueGroup, tuple[CueEntry, ...]]:
    group = CueGroup(
        id=table.identifier(),
        stance=table.choice("stance", Stance),
        act=table.choice("act", CueAct),
        definition=table.text("definition"),
        standard=table.standard(standards),
        hit=table.text("hit"),
        miss=table.text("miss"),
    )
    entries = (
        *_entries(group, table.optional_words("verbs"), verb_forms),
        *_entries(group, table.optional_words("nouns"), noun_forms),
        *_entries(group, table.optional_words("phrases"), lambda phrase: (phrase,)),
    )
    table.finish()
    if not entries:
        raise table.error("a group needs verbs, nouns or phrases")
    return group, entries


def _entries(group: CueGroup, listed: Iterable[str], inflect: Callable[[str], tuple[str, ...]]) -> Iterator[CueEntry]:
    for words in listed:
        forms = tuple(dict.fromkeys(inflect(words)))
        yield CueEntry(lemma=forms[0], forms=forms, stance=group.stance, act=group.act, group=group.id)


def _refuse_ambiguity(entries: Iterable[CueEntry]) -> None:
    """A form may stand in one group only; noun and verb of one group may share it."""
    owner: dict[str, CueEntry] = {}
    for entry in entries:
        for form in entry.forms:
            other = owner.setdefault(form, entry)
            if other.group != entry.group:
                raise RubricError(FILE, entry.group, f"{form!r} stands in {other.group} too")
