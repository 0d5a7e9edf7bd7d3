"""One sentence per attribution and source that a reader understands without the rubric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Attribution, Channel, Hedge, HedgeKind, Identity, Reason, Source, Stance
from onrecord.rubric import Rubric
from onrecord.sourcing import Attributed

_LONGEST = 60


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
    names = [sources[s] for s in found.sources]
    cue = excerpt(found.cue.of(text)) if found.cue else ""
    if not names:
        return f"“{cue}” lays the claim at nobody's door: the reader cannot tell who says so."
    who = _names(names)
    if found.channel is Channel.DECLINED_COMMENT:
        return f"{who} was given the chance to speak (“{cue}”); shown, and never counted against the article."
    parts = [_who_is(names[0], who, told, _plain(found, rules))]
    if told.relay:
        relays = " and ".join(sources[r].name for r in told.relay)
        parts.append(f"it reached this article through {relays}")
    if told.anonymity.reason is Reason.STOCK and told.identity not in (Identity.NAMED_PERSON,):
        parts.append("the reason given for withholding the name is a formula")
    if found.cue_stance is Stance.DOUBTING:
        parts.append(f"“{cue}” keeps its distance from the claim")
    if found.cue_stance is Stance.FACTIVE and names[0].identity in _SHADOWS:
        parts.append(f"“{cue}” presents as true what the reader cannot check")
    reportive = next((h for h in hedges if h.kind is HedgeKind.REPORTIVE and not h.in_quotation), None)
    if reportive and found.rung <= 3:
        parts.append(f"“{excerpt(reportive.span.of(text))}” takes a further step back")
    sentence = "; ".join(parts) + "."
    return sentence[0].upper() + sentence[1:]


_SHADOWS = (Identity.ANONYMOUS_SOURCE, Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP)


def _names(sources: Sequence[Source]) -> str:
    names = [s.name if s.identity not in _SHADOWS else f"“{s.name}”" for s in sources]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _plain(found: Attribution, rules: Rubric) -> str:
    """The attribution's own rung in plain words, before relays and hedges moved it."""
    return next(rung.plain for rung in rules.rungs.values() if rung.id == found.rules[0])


def _who_is(source: Source, who: str, told: Attributed, plain: str) -> str:
    if told.witness:
        return f"{who} tells what its own reporters did, saw or could not find out"
    match source.identity:
        case Identity.NAMED_PERSON:
            role = source.title or source.affiliation
            told_role = f"is named, and the article tells the role: {role}" if role else "is named, but no role is told"
            return f"{who} {told_role}"
        case Identity.NAMED_ORGANIZATION if told.spokesperson:
            return f"somebody unnamed speaks for {who}"
        case Identity.NAMED_ORGANIZATION:
            return f"{who} speaks as a body, with no person named"
        case Identity.DOCUMENT if told.verifiable and "://" not in told.verifiable:
            return f"the document is cited so exactly ({told.verifiable}) that the reader can look it up: {who}"
        case Identity.DOCUMENT if told.verifiable:
            return f"the document is linked ({who}): the reader can open it"
        case Identity.DOCUMENT:
            return f"the statement rests on a document ({who}) that the reader cannot open from here"
    if told.relayer:
        return f"{who} stands for reports that are not named: the reader cannot tell who first said it"
    return f"{who}: {plain}"


def why_source(source: Source) -> str:
    """How well the reader is told who a source is."""
    match source.identity:
        case Identity.NAMED_PERSON:
            role = source.title or source.affiliation
            return f"Named{f', with role: {role}' if role else '; the article tells no role'}."
        case Identity.NAMED_ORGANIZATION:
            return "A named body that speaks as such."
        case Identity.DOCUMENT:
            return "A document."
        case Identity.ANONYMOUS_SOURCE:
            return "The article says that the name is withheld."
        case Identity.UNNAMED_PERSON:
            return "One person whose name the reader is not told."
    return "A group: nobody in it is named."
