"""Parts of groups told before: "both", "two of them", "the third", "one of the officers, who …"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.layout import Layout
from onrecord.sourcing.lexicon import singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.register import Register

ANYBODY = frozenset({"them", "these", "those", "person", "source"})  # words that tell nothing of a group
_PART = re.compile(
    r"(?:(?P<single>one|another|the\s+(?:first|second|third|fourth|fifth|other|latter|former))|two|three|four|five|six|both|all|none|"
    r"neither|each|others|the\s+(?:others|two|three|four|pair|rest))(?:\s+of\s+(?:the\s+|these\s+|those\s+)?(?P<noun>\w+))?\s*(?=$|[,–—(]|who\b)",
    re.IGNORECASE,
)
_REACH = 3  # paragraphs
# "Witness B", "Soldier F", "Officer 12": what courts and inquiries put in place of a name.
_CODED = re.compile(
    r"\b(?:Witness|Soldier|Officer|Agent|Patient|Juror|Complainant|Victim|Survivor|Girl|Boy|Child|Mother|Doctor|Nurse|Employee|"
    r"Person|Man|Woman|Source|Claimant|Applicant|Whistleblower)\s+(?:[A-Z]{1,2}|\d{1,3}|[A-Z]\d{1,3})(?=$|[\s,;.)])"
)


def source_of(read: Mention, layout: Layout, register: Register) -> Draft:
    """The source of a mention: a group told before or one of it, else what the register finds or opens."""
    coded = _CODED.search(read.span.of(layout.text))
    if coded:
        return _coded(read, coded, layout, register)
    return _part(read, layout, register) or register.resolve(read, layout.paragraph(read.span.start))


def _coded(read: Mention, coded: re.Match[str], layout: Layout, register: Register) -> Draft:
    """Somebody told by a letter or number in place of a name: one of those whose names were withheld before."""
    one = replace(
        read, kind=Kind.ROLE, words=coded.group(), name=None, title=None, head=coded.group().lower(), plural=False,
        definite=True, pronoun=None,
    )  # fmt: skip
    draft = register.resolve(one, layout.paragraph(read.span.start))
    hidden = (d for d in register.gathered.drafts if d.plural and d.anonymity.disclosed)
    draft.group = draft.group or next(hidden, None)
    return draft


def _part(read: Mention, layout: Layout, register: Register) -> Draft | None:
    """A group told before, for "both" or "two of them"; for "the third" a new source that belongs to it."""
    part = None if read.kind in (Kind.PERSON, Kind.BODY) else _PART.match(read.span.of(layout.text))
    group = _group(read, part, layout, register) if part else None
    if not group or not part or part.group("single") is None:
        return group
    one = replace(
        read, kind=Kind.ROLE, name=None, title=group.title, head=group.head, sector=group.sector, plural=False,
        definite=False, placed=group.placed, pronoun=None,
    )  # fmt: skip
    draft = register.resolve(one, layout.paragraph(read.span.start))
    draft.group = group
    return draft


def _group(read: Mention, part: re.Match[str], layout: Layout, register: Register) -> Draft | None:
    """The group that a part of it stands for: "one", "two of them", "the third", "one of the officers"."""
    near = register.gathered.recent(layout.paragraph(read.span.start), _REACH)
    groups = [draft for draft in near if draft.plural and draft.unnamed]
    wanted = singular(part.group("noun").lower()) if part.group("noun") else None
    named = [draft for draft in groups if wanted and singular(draft.head) == wanted]
    if wanted and wanted not in ANYBODY and not named:
        return None
    return next(iter(named or groups), None)
