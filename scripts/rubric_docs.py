"""Write docs/rubric, one page for each family of rules, from the rules themselves.

python scripts/rubric_docs.py            # write the pages
python scripts/rubric_docs.py --check    # write nothing, end with 1 if a page is not as the rules have it
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from onrecord.model import HedgeKind
from onrecord.rubric import (
    CueEntry,
    CueGroup,
    Entry,
    HedgeEntry,
    Modifier,
    Rubric,
    Rung,
    SignalRule,
    Standard,
    Vocabulary,
    WordingEntry,
    rubric,
    vocabulary,
)
from onrecord.rubric.data import packaged
from onrecord.rubric.vocabulary_loading import vocabulary_names

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rubric"
MARK = "<!-- Written by scripts/rubric_docs.py from server/onrecord/rubric. Change the rules there, not here. -->"

Lines = list[str]


def page_index(rules: Rubric) -> Lines:
    """What the rubric measures, and where to find the rest."""
    return [
        "# The rubric",
        "",
        "On Record measures how openly an article sources what it claims: could a reader tell who says so, how they "
        "know, and check it? It never measures truth. A false claim can be well attributed, a true leak thinly.",
        "",
        f"- [Rungs](rungs.md): the {len(rules.rungs)} steps of the ladder of transparency, and what moves along it",
        f"- [Signals](signals.md): {len(rules.signals)} findings about the whole article that add or take points",
        "- [Score](score.md): the numbers the score is made with, and why they are as they are",
        f"- [Hedges](hedges.md): {len(rules.hedges)} families of words that lower, hand away or raise commitment",
        f"- [Cues](cues.md): {len(rules.cues)} words that lay a statement at somebody's door",
        "- [Vocabulary](vocabulary.md): other word lists",
        f"- [Standards](standards.md): the {len(rules.standards)} standards and decisions that the rules rest on",
        "",
        "Every rule says what it means and what it rests on, and shows one example that hits and one that looks alike "
        "and misses. All examples are invented.",
    ]


def page_rungs(rules: Rubric) -> Lines:
    """The ladder, highest rung first, and the modifiers."""
    lines = ["# Rungs", "", "Each attribution stands on one rung. The value is what the rung is worth in the score."]
    for rung in reversed(tuple(rules.rungs.values())):
        lines += _rung(rung, rules.standards)
    lines += ["", "# Modifiers", "", "What moves an attribution up or down the ladder."]
    for modifier in rules.modifiers.values():
        lines += _modifier(modifier, rules.standards)
    return lines


def page_signals(rules: Rubric) -> Lines:
    """The signals, as the file orders them."""
    bound = f"{rules.score.signal_bound:g}"
    lines = ["# Signals", "", f"Findings about the whole article. All together add or take at most {bound} points."]
    for signal in rules.signals.values():
        lines += _signal(signal, rules.standards)
    return lines


def page_score(rules: Rubric) -> Lines:
    """The numbers of the score."""
    lines = ["# Score", "", "| setting | value | reason |", "|---|---|---|"]
    reasons = rules.score.reasons
    return lines + [f"| `{name}` | {getattr(rules.score, name):g} | {reasons[name]} |" for name in reasons]


def page_hedges(rules: Rubric) -> Lines:
    """The hedges by kind, then the word groups they use."""
    lines = [
        "# Hedges",
        "",
        "Words within a direct quotation belong to the speaker and never count against the outlet. Elsewhere a "
        "reportive hedge takes half a rung from a source on rung 3 or lower, a cue without a source is rung 0, "
        "speculation that nobody owns counts at the end of an article, and so does a headline that drops its text's "
        "doubt. Approximators and boosters are shown and never scored.",
        "",
        "`<group>` stands for any word of a group (at the end of this page), "
        "`<group?>` for one or none; `<digits>` is a figure, `<plural>` a noun in the plural, `<word>` any word that "
        "opens no clause, `<start>` and `<stop>` are the edges of a clause, `<colon>` is a colon.",
    ]
    for kind in HedgeKind:
        lines += ["", f"## {_spoken(kind)}"]
        for entry in (entry for entry in rules.hedges if entry.kind is kind):
            lines += _hedge(entry, rules.standards)
    lines += ["", "## Cues without a source", "", "They lay a claim at nobody's door, and are no hedges in themselves."]
    for cue in rules.agentless:
        lines += _wording(cue, rules.standards)
    lines += ["", "## Word groups", ""]
    return lines + [f"- `<{name}>`: {_quoted(words)}" for name, words in rules.groups.items()]


def page_cues(rules: Rubric) -> Lines:
    """The cues by group."""
    lines = [
        "# Cues",
        "",
        "A cue is read by its head word. One that is not listed counts as an act of no stance: nothing is said that we "
        "know of. A colon or a dash is neutral speech. Stance moves no rung; a factive cue with an unnamed source is a "
        "signal, and what is only ever claimed does not bear out a bare headline.",
    ]
    lines += ["", f"Before a cue of speech or writing, these make it a refusal: {_quoted(rules.refusals)}."]
    lines += ["", "Before *that*, these are speech only behind a name or a pronoun, for they are nouns as often:"]
    lines += [f"{_quoted(sorted(rules.nouns_too))}."]
    for group in rules.cue_groups.values():
        lines += _cue_group(group, [cue for cue in rules.cues if cue.group == group.id], rules.standards)
    return lines


def page_standards(rules: Rubric) -> Lines:
    """The standards, as the file orders them."""
    lines = [
        "# Standards",
        "",
        "Ideas in our words. *Read*: the document or a copy of it was read. *Quoted*: only another",
    ]
    lines[-1] += " page that quotes it."
    for standard in rules.standards.values():
        lines += _standard(standard)
    return lines


def page_vocabulary(rules: Rubric) -> Lines:
    """The word lists of the rooms above."""
    lines = ["# Vocabulary", "", "Word lists by which sources are told apart."]
    for name in vocabulary_names(packaged()):
        lines += _vocabulary(vocabulary(name), rules.standards)
    return lines


PAGES: Mapping[str, Callable[[Rubric], Lines]] = {
    "README.md": page_index,
    "rungs.md": page_rungs,
    "signals.md": page_signals,
    "score.md": page_score,
    "hedges.md": page_hedges,
    "cues.md": page_cues,
    "vocabulary.md": page_vocabulary,
    "standards.md": page_standards,
}


def pages() -> dict[str, str]:
    """All pages by file name."""
    rules = rubric()
    return {name: "\n".join([MARK, "", *page(rules), ""]) for name, page in PAGES.items()}


def stale(folder: Path) -> list[str]:
    """Names of pages that are missing, differ from the rules, or belong to no family."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def _rung(rung: Rung, standards: Mapping[str, Standard]) -> Lines:
    title = f"## {rung.number}: {rung.name}"
    about = ["", f"*{rung.plain}* · value {rung.value:g} · `{rung.id}`", "", rung.definition, ""]
    return ["", title, *about, *_examples(rung.hit, rung.miss), _rests_on(rung.standards, standards)]


def _modifier(modifier: Modifier, standards: Mapping[str, Standard]) -> Lines:
    amount = f"{modifier.amount:+g} rungs, to {modifier.limit:g} at the furthest"
    if modifier.highest_rung is not None:
        amount += f", on rung {modifier.highest_rung:g} or lower"
    about = ["", amount, "", modifier.definition, ""]
    examples = _examples(modifier.hit, modifier.miss)
    return ["", f"## `{modifier.id}`", *about, *examples, _rests_on((modifier.standard,), standards)]


def _signal(signal: SignalRule, standards: Mapping[str, Standard]) -> Lines:
    amount = f"{signal.points:+g} points {signal.per}"
    if signal.limit != signal.points:
        amount += f", {signal.limit:+g} at most"
    if signal.threshold is not None:
        amount += f" · threshold {signal.threshold:g}"
    about = ["", f"{amount} · `{signal.id}`", "", signal.definition, "", f"> {signal.why}", ""]
    examples = _examples(signal.hit, signal.miss)
    return ["", f"## {signal.title}", *about, *examples, _rests_on(signal.standards, standards)]


def _hedge(entry: HedgeEntry, standards: Mapping[str, Standard]) -> Lines:
    note = " A cue without a source: the claim is laid at nobody's door." if entry.agentless else ""
    return _wording(entry, standards, note)


def _wording(entry: WordingEntry, standards: Mapping[str, Standard], note: str = "") -> Lines:
    lines = ["", f"### {entry.id}", "", entry.definition + note, "", f"- words: {_quoted(entry.words)}"]
    guards = {
        "not before": entry.not_before,
        "not after": entry.not_after,
        "only before": entry.only_before,
        "only after": entry.only_after,
    }
    lines += [f"- {name}: {_quoted(words)}" for name, words in guards.items() if words]
    if entry.lowercase:
        lines.append("- only in lower case, but for headlines")
    return [*lines, *_examples(entry.hit, entry.miss), _rests_on((entry.standard,), standards)]


def _cue_group(group: CueGroup, cues: Sequence[CueEntry], standards: Mapping[str, Standard]) -> Lines:
    lemmas = dict.fromkeys(cue.lemma for cue in cues)
    about = ["", f"stance {group.stance} · act {group.act}", "", group.definition, "", f"- words: {_quoted(lemmas)}"]
    examples = _examples(group.hit, group.miss)
    return ["", f"## {_spoken(group.id)}", *about, *examples, _rests_on((group.standard,), standards)]


def _standard(standard: Standard) -> Lines:
    place = ", ".join(part for part in (standard.organisation, standard.document, standard.section) if part)
    known = f"{standard.certainty}" + (f"; {standard.note}" if standard.note else "")
    return ["", f'<a id="{standard.id}"></a>', "", f"## {place}", "", standard.idea, "", f"`{standard.id}` · {known}"]


def _vocabulary(words: Vocabulary, standards: Mapping[str, Standard]) -> Lines:
    lines = ["", f"## {_spoken(words.name)}", "", words.definition, "", _rests_on((words.standard,), standards)]
    for entry in words.entries:
        lines += _entry(entry)
    return lines


def _entry(entry: Entry) -> Lines:
    about = ["", f"### {entry.id}", "", f"means `{entry.value}`", "", f"- words: {_quoted(entry.words)}"]
    return about + _examples(entry.hit, entry.miss)


def _examples(hit: str, miss: str) -> Lines:
    return [f"- hit: {hit}", f"- miss: {miss}"]


def _rests_on(ids: Iterable[str], standards: Mapping[str, Standard]) -> str:
    return f"- rests on: {' · '.join(_citation(standards[i]) for i in ids)}"


def _citation(standard: Standard) -> str:
    name = ", ".join(part for part in (standard.organisation, standard.section) if part)
    return f"[{name}](standards.md#{standard.id})"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _spoken(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the pages.

    Returns:
        The exit status: 1 if pages were to be checked and some are stale, else 0.
    """
    parser = argparse.ArgumentParser(description="Write docs/rubric from the rules.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is not current")
    if parser.parse_args(arguments).check:
        names = stale(FOLDER)
        if names:
            print(f"not current: {', '.join(names)}; run python scripts/rubric_docs.py", file=sys.stderr)
        return int(bool(names))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in pages().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
