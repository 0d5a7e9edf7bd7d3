"""One sentence per attribution and source that a reader understands without the rubric.

A name stands as a label with a colon behind it, and the article's own words in quotation marks: so one sentence fits
"the Kremlin", "three nurses" and two speakers at once, whatever the grammar of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import Attribution, Channel, Hedge, HedgeKind, Identity, Reason, Sector, Source, Stance
from onrecord.rubric import Rubric
from onrecord.scoring.rungs import UNNAMED
from onrecord.sourcing import Attributed

_LONGEST = 60
_CALLED_NOTHING_MORE = "RUNG-2"


def excerpt(text: str, limit: int = _LONGEST) -> str:
    """Words of the article for use in a sentence, shortened at a word."""
    text = " ".join(text.split()).strip("“”\"'‘’ ")
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:–— ") + " …"


def why_attribution(
    text: str,
    found: Attribution,
    told: Attributed,
    sources: Mapping[str, Source],
    hedges: Sequence[Hedge],
    rules: Rubric,
) -> str:
    """Why an attribution stands on its rung."""
    speakers = [sources[s] for s in found.sources]
    cue = f"“{excerpt(found.cue.of(text))}”" if found.cue and found.cue.of(text).strip() else ""
    if not speakers:
        return f"{cue or 'The wording'} lays the claim at nobody's door: the reader cannot tell who says so."
    if found.channel is Channel.DECLINED_COMMENT:
        return _declined(speakers, cue)
    parts = [
        *_who_they_are(speakers, found, told, rules),
        *_on_the_way(found, told, sources),
        *_wording(text, found, told, cue, hedges),
    ]
    return _sentence(parts)


def label(source: Source) -> str:
    """What a source is called in a sentence: a name as it is, the article's own words in quotation marks."""
    if source.identity is Identity.NAMED_ORGANIZATION and source.name[:1].islower():
        return f"“{excerpt(source.affiliation or source.name)}”"  # told by its voice: "spokeswoman for the hospital"
    named = source.identity in (Identity.NAMED_PERSON, Identity.NAMED_ORGANIZATION)
    return source.name if named else f"“{excerpt(source.name)}”"


def _declined(speakers: Sequence[Source], cue: str) -> str:
    who = _listed(label(s) for s in speakers)
    asked = "was given the chance to answer" if len(speakers) == 1 else "were given the chance to answer"
    words = f" ({cue})" if cue else ""
    return _sentence([f"{who} {asked}{words}, which is shown and never counted against the article"])


def _sentence(parts: Sequence[str]) -> str:
    sentence = "; ".join(parts) + "."
    return sentence[0].upper() + sentence[1:]


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _who_they_are(speakers: Sequence[Source], found: Attribution, told: Attributed, rules: Rubric) -> Iterator[str]:
    """Who speaks; those of whom the same is told stand together."""
    groups: dict[str, list[str]] = {}
    for place, source in enumerate(speakers):
        groups.setdefault(_who_is(source, found, told, rules, place == 0), []).append(label(source))
    for told_of, names in groups.items():
        yield f"{_listed(names)}: {told_of}"


def _who_is(source: Source, found: Attribution, told: Attributed, rules: Rubric, first: bool) -> str:
    """What the reader is told of a speaker; what belongs to the attribution is told of the first one."""
    if told.witness:
        return "tells what its own reporters did, saw or could not find out"
    if first and told.relayer:
        return "reports that are not named, so that the reader cannot tell who first said it"
    match source.identity:
        case Identity.NAMED_PERSON:
            who = _person(source, first and told.role_told)
            return f"{who}; {_record(told)}" if first and told.verifiable else who
        case Identity.NAMED_ORGANIZATION if first and told.spokesperson:
            return "somebody unnamed speaks for this body"
        case Identity.NAMED_ORGANIZATION:
            return "speaks as a body, with no person named"
        case Identity.DOCUMENT:
            return _document(found, told)
        case _ if first and told.office:
            return "unnamed, but told by an office that only one person holds"
    return next(rung.plain for rung in rules.rungs.values() if rung.id == found.rules[0])


def _person(source: Source, role_told: bool) -> str:
    role = source.title or source.affiliation
    if role:
        return f"named, and the article tells who this is (“{excerpt(role)}”)"
    return (
        "named, and the article tells who this is" if role_told else "named, but the article does not tell who this is"
    )


def _document(found: Attribution, told: Attributed) -> str:
    if told.verifiable:
        return f"a document; {_record(told)}"
    if found.rules[0] == _CALLED_NOTHING_MORE:
        return "a document, and nothing tells which"
    return "a document that the reader cannot open from here"


def _record(told: Attributed) -> str:
    if told.verifiable and "://" in told.verifiable:
        return "what is cited is linked, so that the reader can open it"
    return f"the record is cited so exactly (“{excerpt(told.verifiable or '')}”) that the reader can look it up"


def _on_the_way(found: Attribution, told: Attributed, sources: Mapping[str, Source]) -> Iterator[str]:
    """Through whom it came, who bears it out, and what is said about a name withheld."""
    if found.relay:
        yield f"it reached this article through {_listed(label(sources[r]) for r in found.relay)}"
    if "corroborated" in found.rules:
        yield "more than one source says so"
    if found.anonymity.reason is Reason.STOCK and told.identity in UNNAMED:
        yield "the reason given for withholding the name is a formula"


def _wording(text: str, found: Attribution, told: Attributed, cue: str, hedges: Sequence[Hedge]) -> Iterator[str]:
    """What the outlet's words add to the statement, or take from it."""
    if found.cue_stance is Stance.DOUBTING:
        yield f"{cue} keeps its distance from the claim"
    # A court's finding is what makes it so.
    if found.cue_stance is Stance.FACTIVE and told.identity in UNNAMED and told.sector is not Sector.COURTS:
        yield f"{cue} presents as true what the reader cannot check"
    reportive = next((h for h in hedges if h.kind is HedgeKind.REPORTIVE and not h.in_quotation), None)
    if reportive and found.rung <= 3:
        yield f"“{excerpt(reportive.span.of(text))}” takes a further step back"


def why_source(source: Source, told: Sequence[Attributed]) -> str:
    """How well the reader is told who a source is.

    Args:
        source: the source.
        told: the attributions in which it speaks; none if it only passes on what others say.
    """
    who = _told_of(source, told)
    return who if told else f"{who} Here it only passes on what others say."


def _told_of(source: Source, told: Sequence[Attributed]) -> str:
    match source.identity:
        case Identity.NAMED_PERSON:
            role_told = any(t.role_told and t.sources[0] == source.id for t in told)
            return _sentence([_person(source, role_told)])
        case Identity.NAMED_ORGANIZATION if not told:
            return "A named body."
        case Identity.NAMED_ORGANIZATION if all(t.spokesperson for t in told):
            return "A body for which somebody unnamed speaks."
        case Identity.NAMED_ORGANIZATION:
            return "A named body that speaks as such."
        case Identity.DOCUMENT:
            return "A document."
        case Identity.ANONYMOUS_SOURCE:
            return "The article says that the name is withheld."
        case Identity.UNNAMED_PERSON:
            return "One person whose name the reader is not told."
    return "A group: nobody in it is named."
