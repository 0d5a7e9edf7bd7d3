"""Acts that say nothing: "filed an appeal", "opposes the bill", "offered them tea", "refused to sell".

The tagger's corpus counts them as attitudes; the rubric counts only what is said, written, believed or meant. Quoted
words, a clause ("offered that …") or a word of speech ("issued an apology") make speech of them again.
"""

from __future__ import annotations

from functools import cache
from itertools import dropwhile

from onrecord.attribution.decoding import Relation
from onrecord.rubric import CueAct, rubric
from onrecord.word_list import words

_AHEAD = 60  # characters of a statement in which its first words stand
_QUOTES = '"“”„«»‹›'
_BEFORE_VERB = words(
    """
    again already also always are be been being did do does even finally first formally had has have is it just
    later long never not now officially only publicly recently since still that then to was were which who will
    would
    """
)
_CLAUSE = frozenset({"because", "how", "if", "that", "to", "what", "when", "where", "whether", "which", "who", "why"})
# With an object these are acts whatever the object is called.
_ACTS = frozenset({"file", "introduce", "support", "oppose", "sign", "seek"})
# And these unless the object is a word of speech: an apology, a warning.
_GIVING = frozenset({"issue", "publish", "release", "offer", "read", "circulate", "print", "register", "record"})
# Behind a comma and with an object these say what the article makes of it: "…, signaling a new phase".
_READINGS = frozenset(
    "signaling signalling underscoring underlining highlighting illustrating reflecting marking mirroring echoing "  # noqa: SIM905
    "cementing foreshadowing".split()
)
_REFUSING = frozenset({"decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing"})
_TELLING = words(
    """
    answer appear be comment elaborate engage field give go hand meet provide release share sit speak take talk
    """
)


def is_act(text: str, relation: Relation) -> bool:
    """Whether a relation tells what somebody did and lays no words at anybody's door."""
    if not relation.content or any(_is_quoted(text, *part) for part in relation.content):
        return False
    cue = relation.cue[0][0]
    verb, *rest = [*_verb_first(text[cue : relation.cue[-1][1]].lower().split()), ""]
    first = relation.content[0][0]
    behind = text[first : first + _AHEAD].lower().split()[:4]
    if not behind or first < cue:
        return False
    if behind[0] == "to":
        return _is_act_to(verb, rest, behind)
    if behind[0] in _CLAUSE or not _telling_verbs().isdisjoint(rest):
        return False
    if verb in _READINGS and text[max(0, cue - 2) : cue].startswith(","):
        return True
    return verb in _forms(_ACTS) or (verb in _forms(_GIVING) and _telling_nouns().isdisjoint([*rest, *behind]))


def _is_quoted(text: str, start: int, end: int) -> bool:
    return any(mark in text[max(0, start - 1) : end + 1] for mark in _QUOTES)


def _verb_first(words: list[str]) -> list[str]:
    return list(dropwhile(lambda word: word in _BEFORE_VERB, words))


def _is_act_to(verb: str, rest: list[str], behind: list[str]) -> bool:
    """Whether "agreed to pay" or "refused to sell" is an act: with "refused to say" nobody sells anything."""
    if verb in _REFUSING:
        return len(behind) > 1 and not rest[:-1] and behind[1] not in _TELLING | _telling_verbs()
    return f"{verb} to" in _act_forms()


@cache
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset(form for cue in rubric().cues if cue.lemma in lemmas for form in cue.forms)


@cache
def _act_forms() -> frozenset[str]:
    return frozenset(form for cue in rubric().cues if cue.act is CueAct.ACT for form in cue.forms)


@cache
def _telling_verbs() -> frozenset[str]:
    """Verbs of speech and thought, in all forms, save those that are acts with an object."""
    acts = (CueAct.SPEECH, CueAct.THOUGHT)
    forms = {form for cue in rubric().cues if cue.act in acts and len(cue.forms) > 2 for form in cue.forms}
    return frozenset(forms) - _forms(_ACTS) - _forms(_GIVING)


@cache
def _telling_nouns() -> frozenset[str]:
    """Nouns of speech and writing, singular and plural."""
    acts = (CueAct.SPEECH, CueAct.WRITING)
    return frozenset(f for cue in rubric().cues if cue.act in acts and len(cue.forms) <= 2 for f in cue.forms)
