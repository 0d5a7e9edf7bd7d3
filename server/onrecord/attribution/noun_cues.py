"""Claims told by a noun and its owner: "the ministry's claim that the dam holds", "Moscow's denials of involvement".

The owner is the source, the noun the cue, and the clause or noun behind "that" or "of" the statement. Nothing else is
read: "a claim to fame", "the bank's claims department" and "yesterday's warning that …" lay nothing at a door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.attribution.decoding import Relation
from onrecord.attribution.noun_phrases import phrase_before
from onrecord.attribution.ranges import Taken, trimmed
from onrecord.model import Span
from onrecord.rubric import CueAct, rubric
from onrecord.word_list import words

_LINK = re.compile(r"\b(?P<noun>[^\W\d_]+)\s+(?P<link>that|of)\s+(?P<next>[^\s,;:.!?]+)")
_OWNER = re.compile(
    r"(?:(?P<noun>[^\W_][^\s,;:!?“”\"()]*?)(?:['’]s|(?<=s)['’])|\b(?P<pronoun>my|our|his|her|their|its))"
    r"\s+(?:[^\W\d_][\w-]*\s+){0,2}$",
    re.IGNORECASE,
)
_REACH = 80  # characters before the noun in which its owner ends
NOUN_FORMS = 2  # singular and plural; a verb has more
_ACTS = frozenset({CueAct.SPEECH, CueAct.WRITING, CueAct.THOUGHT})
# What is said stands behind "of" with these; behind others it is a theme, a kind or a measure: "an order of chips".
_TAKES_OF = words(
    """
    accusation acknowledgement acknowledgment admission allegation announcement assertion claim condemnation
    confession confirmation criticism denial denunciation description disclosure forecast pledge praise
    prediction promise rejection revelation rumor rumour speculation warning
    """
)
# "That" behind a noun begins what is said if a subject follows, and not "the letter that leaked".
_NO_SUBJECT = words(
    """
    also are be became been began brought came can caused cost could did do does drew first gave got had has
    have helped is kept later led left lost made may might must never not now once put ran set shall should
    sparked still then took was went were will won would
    """
)
_DAYS = re.compile(
    r"(?:yesterday|today|tonight|tomorrow|\w+day|(?:this|last|next)\s+\w+|day|night|week|weekend|month|year|decade|spring"
    r"|summer|autumn|fall|winter|morning|evening|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|\d+)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\s(?:(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do)(?:n['’]t)?"
    r"|went|came|drew|led|made|met|fell|won|sparked|prompted|angered)(?=\s)"
)
_NOUN_END = re.compile(
    r"[,;:!?.—–]|\s(?:and|or|but|who|which|that|when|while|after|before|because|if|as|since|until|by|in|on|at|from|with)"
    r"(?=\s)"
)
_CLAUSE_END = re.compile(r"[,;:!?—–]\s|\s(?:but|while|although|though)(?=\s)")


def noun_cues(text: str, sentences: Iterable[Span], taken: Taken, spoken: Taken) -> list[Relation]:
    """The claims of this wording, outside quotations and where nothing is known yet.

    Args:
        text: the article's text.
        sentences: its sentences, none longer than a sentence is.
        taken: the cues and sources of what is known.
        spoken: its direct quotations.
    """
    return [
        relation
        for sentence in sentences
        for relation in _in_sentence(text, sentence)
        if not spoken.overlaps(*relation.cue[0])
        and not any(taken.overlaps(*part) for part in (*relation.cue, *relation.source))
    ]


def _in_sentence(text: str, sentence: Span) -> Iterator[Relation]:
    for match in _LINK.finditer(text, sentence.start, sentence.end):
        noun = _lemmas().get(match["noun"].lower())
        if noun is None or not _tells(noun, match):
            continue
        owner = _owner(text, sentence.start, match.start("noun"))
        content = _statement(text, match, sentence, owner)
        if owner and content[0] < content[1]:
            yield Relation((owner,), (match.span("noun"),), (content,))


@cache
def _lemmas() -> dict[str, str]:
    """The forms of the nouns that are cues of saying, writing and thinking, with their singulars."""
    entries = (c for c in rubric().cues if c.act in _ACTS and len(c.forms) == NOUN_FORMS)
    return {form: cue.lemma for cue in entries for form in cue.forms if " " not in form}


def _tells(noun: str, match: re.Match[str]) -> bool:
    """Whether what follows is what is said: a clause with its subject, or the matter of a claim."""
    if match["link"] == "of":
        return noun in _TAKES_OF
    word = match["next"].lower()
    return word not in _NO_SUBJECT and not word.endswith("ed")


def _owner(text: str, low: int, end: int) -> tuple[int, int] | None:
    """Who has the noun that begins at ``end``; days and years have none to speak of."""
    match = _OWNER.search(text, max(low, end - _REACH), end)
    if match is None:
        return None
    if match["pronoun"]:
        return match.span("pronoun")
    stop = match.end("noun")
    start = phrase_before(text, low, stop)
    return None if _DAYS.fullmatch(text[start:stop].rsplit(maxsplit=1)[-1]) else (start, stop)


def _statement(text: str, match: re.Match[str], sentence: Span, owner: tuple[int, int] | None) -> tuple[int, int]:
    """What is said: a noun as far as it goes, or a clause to its end.

    Where the claim is what its sentence is about, the second finite verb is the sentence's own: "The firm's claim that
    it was robbed | was rejected".
    """
    if match["link"] == "of":
        start = match.start("next")
        stop = min(_first(_NOUN_END, text, start, sentence.end), _first(_FINITE, text, start, sentence.end))
        return trimmed(text, start, stop)
    start = match.start("link")
    stop = _first(_CLAUSE_END, text, start, sentence.end)
    if owner and not text[sentence.start : owner[0]].strip(" \"'“‘"):
        own = _first(_FINITE, text, start, stop)
        stop = _first(_FINITE, text, min(stop, own + 1), stop)
    return trimmed(text, start, stop)


def _first(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.search(text, start, end)
    return found.start() if found else end
