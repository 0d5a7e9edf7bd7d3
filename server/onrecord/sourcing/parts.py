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


def source_of(read: Mention, layout: Layout, register: Register) -> Draft:
    """The source of a mention: a group told before or one of it, else what the register finds or opens."""
    return _part(read, layout, register) or register.resolve(read, layout.paragraph(read.span.start))


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
