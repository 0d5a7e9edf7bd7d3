"""What a cue says of the statement it carries, and what act it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.model import Span, Stance
from onrecord.rubric import CueAct, CueEntry, rubric
from onrecord.wording.phrases import PhraseTree, words_of
from onrecord.wording.tokens import tokenize

CACHED_CUES = 4096  # cues repeat: said, according to


@dataclass(frozen=True, slots=True)
class CueReading:
    """A cue read against the rubric."""

    stance: Stance
    act: CueAct


_TELLING = frozenset({"tell", "tells", "told", "telling", "warned"})
_ASKING = frozenset({"ask", "asks", "asked", "asking"})
_BIDDING = _TELLING | _ASKING
_DO = (
    r"(?:not\s+)?to\s+(?!(?:the|an?|his|her|their|its|our|my|this|that|those|these|him|them|me|us|say|have|be\s+the)\b)"
    r"[a-z]"
)
# "told jurors to ignore the jokes", not "told the plan to merge was dead"
_TO_DO = re.compile(rf"(?:(?!(?:the|an?|his|her|their|its|this|that|no)\b)[\w’'-]+\s+){{0,2}}?{_DO}")
# "asked the judges to exclude the messages", not "asked whether the plan to leave was dead"
_TO_DO_LATER = re.compile(
    rf"(?!(?:who|what|when|where|why|how|which|whether|if|about|for)\b)(?:[\w’'-]+\s+){{0,5}}?{_DO}", re.IGNORECASE
)

WORDLESS = CueReading(Stance.NEUTRAL, CueAct.SPEECH)  # a colon, a dash
UNKNOWN = CueReading(Stance.NEUTRAL, CueAct.ACT)  # "enforces", "nominated": nothing is said that we know of


_NEGATIONS = frozenset({"not", "'t", "’t", "never"})
_KEPT_MANNERS = frozenset({"reply", "only", "immediately", "rely", "apply", "comply"})  # verbs, and what the lists have


def stance_of(cue: str) -> Stance:
    """What the cue says of the statement it carries; neutral for words the rubric does not list.

    Args:
        cue: the cue's words as they stand in the text: *has pointed out that*, *according to*, a colon.
    """
    return _read(cue).stance


def stance_in(cue: str, statement: str) -> Stance:
    """What a cue says of its statement, seen with it: whoever is told or asked *to do* something is directed.

    Args:
        cue: as in ``stance_of``.
        statement: the words it carries.
    """
    words = cue.lower().split()
    bidding = _BIDDING.intersection(words)
    if bidding:
        order = _TO_DO.match(statement) if bidding & _TELLING else _TO_DO_LATER.match(statement)
        if (
            order
            or (words[-1] == "to" and len(words) > 1)
            or (bidding & _ASKING and statement.lower().startswith("that "))
        ):
            return Stance.DIRECTIVE
    return stance_of(cue)


def act_of(cue: str) -> CueAct:
    """What the cue says was done; an act for words the rubric does not list, speech for a colon or a dash.

    Args:
        cue: as in ``stance_of``.
    """
    return _read(cue).act


@lru_cache(maxsize=CACHED_CUES)
def _read(cue: str) -> CueReading:
    """The first listed word or phrase is the head and gives the stance; a refusal or a written form changes the act."""
    forms = _without_manner(tokenize(cue, Span(0, len(cue))).forms)
    listed = tuple(_entries(forms))
    if not listed:
        return UNKNOWN if any(character.isalpha() for character in cue) else WORDLESS
    place, head = listed[0]
    acts = {entry.act for _, entry in listed}
    if CueAct.DECLINE in acts or (head.act in (CueAct.SPEECH, CueAct.WRITING) and _refused(forms, place)):
        return CueReading(Stance.NEUTRAL, CueAct.DECLINE)
    written = head.act is CueAct.SPEECH and CueAct.WRITING in acts
    return CueReading(head.stance, CueAct.WRITING if written else head.act)


def _without_manner(forms: Sequence[str]) -> Sequence[str]:
    """A cue without an adverb behind its negation: "has not publicly commented"."""
    if _NEGATIONS.isdisjoint(forms[:-2]):
        return forms
    kept = [forms[0]]
    for before, form, after in zip(forms, forms[1:], [*forms[2:], ""], strict=False):
        manner = before in _NEGATIONS and form.endswith("ly") and form not in _KEPT_MANNERS and after
        kept += [] if manner else [form]
    return kept


def _entries(forms: Sequence[str]) -> Iterator[tuple[int, CueEntry]]:
    """Listed cues with the place they begin at, longest first at each place, none overlapping another."""
    free = 0
    for place in _cue_tree().places(forms):
        found = next(_cue_tree().at(forms, place), None) if place >= free else None
        if found:
            free, entry = found
            yield place, entry


def _refused(forms: Sequence[str], head: int) -> bool:
    """Whether a refusing word stands before the head."""
    tree = _refusal_tree()
    return any(True for place in tree.places(forms[:head]) for _ in tree.at(forms, place))


@cache
def _cue_tree() -> PhraseTree[CueEntry]:
    return PhraseTree((words_of(form), entry) for entry in rubric().cues for form in entry.forms)


@cache
def _refusal_tree() -> PhraseTree[str]:
    return PhraseTree((words_of(form), form) for form in rubric().refusals)
