"""Who bore somebody's words to the reader: "through her lawyer", footage that a station showed, a paper it obtained."""

from __future__ import annotations

import re

from onrecord.attribution import Relation
from onrecord.model import Span
from onrecord.sourcing.grammar import OWNERS
from onrecord.sourcing.layout import hull
from onrecord.sourcing.mentions import Kind, Mention, read_mention
from onrecord.sourcing.relays import OWN_WORDS, quoting_document

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
# Who is told behind "quoted in", up to the words that go on.
_BEARER = (
    r"(?P<bearer>[^\s,.;:“”\"()]+"
    r"(?:\s+(?!(?:as|that|who|which|when|where|after|before|on|and|said|says)\b)[^\s,.;:“”\"()]+){0,9})"
)
_QUOTED_BY = re.compile(rf"\b(?:quoted|cited)\s+(?:\w+\s+)?(?:in|by)\s+{_BEARER}")
_QUOTED_AT = re.compile(
    r"[\s,]*(?:(?:who|which)\s+)?(?:(?:was|were|is|are|has|have|had|been|also|later|widely|both|all)\s+){0,4}"
)
_AS_SPOKEN = r"(?:messages?|letters?|statements?|notes?|words|remarks|comments|voice\s+notes?|tributes?|pleas?|apology)"
_PASSED_ON = (
    rf"\b[Ii]n\s+(?:[\w-]+\s+){{0,4}}?{_AS_SPOKEN}\s+(?:(?:to\s+)?[\w-]+\s+){{0,3}}?"
    r"(?:passed\s+on|passed\s+along|relayed|conveyed|read(?:\s+(?:out|aloud))?|recited|delivered|transmitted|recounted)"
    rf"(?:\s+(?!by\b)[\w-]+){{0,5}}\s+by\s+{_BEARER}"
)
_PASSED_ON_BEFORE = re.compile(rf"{_PASSED_ON}[^.;“”\"]{{0,40}},\s+$")
_PASSED_ON_BEHIND = re.compile(rf"[^.;“”\"]{{0,60}}?{_PASSED_ON}")
_TELLS = (
    r"(?:said|says|recalled|recalls|remembered|remembers|added|adds|claimed|claims|wrote|writes|reported|reports|alleged|"
    r"maintains|insisted|insists|testified|records?|recorded|notes?|noted|states?|stated|shows?)"
)
# Words between commas that tell who tells it: ", Ada Pell said,", ", as the Courier first reported,".
_ASIDE = (
    r",\s+(?:according\s+to\s+(?P<teller>[^,.;:\n“”\"]{2,80})|(?:as\s+)?(?P<bearer>[^,.;:\n“”\"]{2,80}?)\s+"
    rf"(?:first\s+|later\s+|also\s+)?{_TELLS}(?:\s+[^,.;:\n“”\"]{{1,40}})?),"
)
_BETWEEN = re.compile(rf"{_ASIDE}\s+$")
_BEHIND = re.compile(rf"[^,.;:\n“”\"]{{0,60}}(?<!\bthat){_ASIDE}(?=\s)")
_TOLD = re.compile(r"\b(?:told|asked|warned|assured|promised|confided)\b")
_AT_THE_END = re.compile(r"[,\s”\"]*according\s+to\s+(?P<teller>[^,.;:\n“”\"]{2,80})(?=[.;\n]|$)")
_ACCORDING = re.compile(r"According\s+to\s+(?P<teller>[^,.;:\n“”\"]{2,80}),\s+$")
_ASIDE_REACH = 120  # characters
_OPENING = 30  # characters of "In it, as the Courier reported,"
_VERB = 40  # characters: "record that"
_RECORDS = re.compile(
    r"\b(?:records?|recorded|notes?|noted|states?|stated|shows?|recounts?|describes?|says?)\s+(?:that|how)\s+$"
)
_ITS_SOURCE = re.compile(r"(?P<owner>[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){0,2}?(?:source|informant)s?\b")
# "Had told him", where he speaks, is his account of it.
_TOLD_ONE = re.compile(
    r"(?P<had>had\s+)?(?:told|tells|asked|warned|assured|promised|advised|ordered|urged)\s+(?P<told>him|her|them)\b"
    r"(?!(?:\s+[a-z]+s?)?\s+to\b|\s+[a-z]+s?\s+that\b)"
)
_POSSESSIVES = {"him": "his", "her": "her", "them": "their"}
_OWN_CLAUSE = OWNERS | {"who", "which", "that", "what", "where", "as"}
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
    found = (
        _quoted_by(text, relation, sentence)
        or _aside(text, relation, sentence)
        or _recorded_by(text, relation, sentence)
    )
    if found or read.kind in (Kind.BODY, Kind.DOCUMENT, Kind.RELAYER) or read.collective:
        return found
    return (
        _through(text, relation, sentence)
        or _passed_on(text, relation, sentence)
        or _shown_by(text, sentence, read)
        or _told_its_own(text, relation)
    )


def handed_to(text: str, mention: Span, sentence: Span) -> int | None:
    """Where the words for the outlet begin that got hold of a document: "an audit obtained by …"."""
    found = _HANDED.search(text, mention.start, min(sentence.end, mention.end + _REACH))
    near = found and (found.start() <= mention.end or not text[mention.end : found.start()].strip(" ,"))
    return found.end() if found and near else None


def _quoted_by(text: str, relation: Relation, sentence: Span) -> Span | None:
    """The report, of "dockers quoted in the report" and "a docker is quoted in the report as saying"."""
    mention = hull(relation.source)
    found = _QUOTED_BY.search(text, mention.start, min(sentence.end, mention.end + _REACH))
    if not found or not (found.start() < mention.end or _QUOTED_AT.fullmatch(text, mention.end, found.start())):
        return None
    return _speaking(text, Span(*found.span("bearer")))


def _speaking(text: str, bearer: Span) -> Span | None:
    """Words for somebody or something that can pass words on, None for others."""
    return bearer if read_mention(text, bearer).kind in (*_SPEAKERS, Kind.DOCUMENT) else None


def _aside(text: str, relation: Relation, sentence: Span) -> Span | None:
    """Who tells it beside the source or the cue: "One of the agents, Ada Pell said, told him that …"."""
    mention, cue = hull(relation.source), hull(relation.cue)
    found = _BETWEEN.search(text, max(sentence.start, mention.start - _ASIDE_REACH), mention.start)
    if found and found.start() - sentence.start > _OPENING:
        found = None  # "The bus was late, Pell says, a claim the board disputes"
    found = found or _ACCORDING.match(text, sentence.start, mention.start)
    if mention.end < cue.start < mention.end + _REACH:
        found = found or _BETWEEN.match(text, mention.end, cue.start) or _BEHIND.match(text, cue.end, cue.end + _REACH)
        found = found or _told_at_the_end(text, relation)
    if not found:
        return None
    name = "teller" if found.group("teller") else "bearer"
    own = found.group(name).split()[0].lower() in _OWN_CLAUSE
    return None if own else _speaking(text, Span(*found.span(name)))


def _told_at_the_end(text: str, relation: Relation) -> re.Match[str] | None:
    """Commander Pell, of "The skipper told them that he had slept, according to Commander Pell"."""
    said, end = relation.content, hull(relation.cue).end
    found = _AT_THE_END.match(text, said[-1][1]) if said and said[0][0] > end else None
    paper = found and not OWN_WORDS.isdisjoint(found.group("teller").lower().split())
    return None if paper or not _TOLD.search(text, hull(relation.cue).start, end) else found


def _recorded_by(text: str, relation: Relation, sentence: Span) -> Span | None:
    """The minutes, of "The minutes of the board record that the bursar had warned"."""
    at = hull(relation.source).start
    found = _RECORDS.search(text, max(sentence.start, at - _VERB), at)
    paper = quoting_document(text, sentence, found.start()) if found else None
    return paper if paper and paper.start == sentence.start else None


def _told_its_own(text: str, relation: Relation) -> Span | None:
    """Who alone knows of it: "His surgeon told him", "Its source, a docker, claims", "a docker had told him"."""
    mention, cue = hull(relation.source), hull(relation.cue)
    its = _ITS_SOURCE.match(text, mention.start, mention.end)
    if its:
        return Span(*its.span("owner"))
    told = _TOLD_ONE.match(text, cue.start, cue.end + _VERB)
    if not told:
        return None
    own = mention.of(text).split()[0].lower() == _POSSESSIVES[told.group("told")]
    return Span(*told.span("told")) if own or told.group("had") else None


def _passed_on(text: str, relation: Relation, sentence: Span) -> Span | None:
    """The family, of "she wrote in a message passed on by the family" and "In a letter read by a friend, he said"."""
    low, high = hull(relation.source).start, relation.cue[-1][1]
    found = _PASSED_ON_BEFORE.search(text, max(sentence.start, low - _REACH), low)
    found = found or _PASSED_ON_BEHIND.match(text, high, min(sentence.end, high + _REACH))
    return _speaking(text, Span(*found.span("bearer"))) if found else None


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
