"""Who bore somebody's words to the reader: "through her lawyer", footage that a station showed, a paper it obtained."""

from __future__ import annotations

import re

from onrecord.attribution import Relation
from onrecord.model import Span
from onrecord.sourcing.layout import hull
from onrecord.sourcing.mentions import Kind, Mention, read_mention

_REACH = 200  # characters
_SPEAKS_FOR_ONE = (
    r"(?:lawyer|attorney|solicitor|barrister|counsel|advocate|agent|manager|publicist|spokes(?:man|woman|person)|"
    r"representative|press\s+(?:officer|secretary|chief|agent)|aide|advis[eo]r|assistant|secretary|intermediary|go-between)s?\b"
)
# An interpreter puts words into another language and is none of these; a statement is its author's.
_THROUGH = rf"(?P<bearer>(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?{_SPEAKS_FOR_ONE})"
_THROUGH_BEFORE = re.compile(rf"[“\"]?[Tt]hrough\s+{_THROUGH}[^.;“”\"]*$")
_THROUGH_BEHIND = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?through\s+{_THROUGH}")
_SHOWS = (
    r"(?:broadcast|aired|showed|shows|posted|published|released|shared|ran|carried|printed|uploaded|circulated|"
    r"read\s+(?:out|aloud)(?:\s+from)?|read\s+from|quoted\s+from|quotes\s+from|played)"
)
_LATELY = r"(?:\s+(?:has|have|had|also|then|later|earlier|yesterday|(?:last|this)\s+\w+|on\s+[A-Z]\w+day))*"
_IN_WHICH = re.compile(rf"(?P<bearer>[^,.;:“”\"]{{2,80}}?){_LATELY}\s+{_SHOWS}\s+[^.;:“”\"]{{3,100}}\bin\s+which\s*$")
_HANDED = re.compile(r"\b(?:obtained|seen|reviewed|leaked|shown|first\s+reported)\s+(?:by|to)(?=\s)")
_SPEAKERS = (Kind.PERSON, Kind.ROLE, Kind.BODY, Kind.RELAYER, Kind.PRONOUN)


def bearer_of(text: str, relation: Relation, sentence: Span, read: Mention) -> Span | None:
    """The words for who passed a source's words on without a cue of their own, None if nobody did.

    Args:
        text: the article's text.
        relation: the source's.
        sentence: where it stands.
        read: the source as read there. A body speaks through its spokesman itself.
    """
    if read.kind in (Kind.BODY, Kind.DOCUMENT, Kind.RELAYER) or read.collective:
        return None
    return _through(text, relation, sentence) or _shown_by(text, sentence, read)


def handed_to(text: str, mention: Span, sentence: Span) -> int | None:
    """Where the words for the outlet begin that got hold of a document: "an audit obtained by …"."""
    found = _HANDED.search(text, mention.start, min(sentence.end, mention.end + _REACH))
    near = found and (found.start() <= mention.end or not text[mention.end : found.start()].strip(" ,"))
    return found.end() if found and near else None


def _through(text: str, relation: Relation, sentence: Span) -> Span | None:
    """His lawyer, of "Through his lawyer, the driver said" and "the driver said through his lawyer"."""
    low, high = hull(relation.source).start, relation.cue[-1][1]
    before = text[max(sentence.start, low - _REACH) : low]
    found = _THROUGH_BEFORE.match(before.lstrip())
    if found:
        at = low - len(before.lstrip()) + found.start("bearer")
        return Span(at, at + len(found.group("bearer")))
    behind = _THROUGH_BEHIND.match(text, high, min(sentence.end, high + _REACH))
    return Span(*behind.span("bearer")) if behind else None


def _shown_by(text: str, sentence: Span, read: Mention) -> Span | None:
    """The station, of "the station showed footage in which a worker said"; what is its own it does not pass on."""
    if read.whose in ("its", "their") or read.span.start - sentence.start > _REACH:
        return None
    found = _IN_WHICH.match(text, sentence.start, read.span.start)
    bearer = Span(*found.span("bearer")) if found else None
    return bearer if bearer and read_mention(text, bearer).kind in _SPEAKERS else None
