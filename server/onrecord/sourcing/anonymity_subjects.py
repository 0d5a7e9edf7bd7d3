"""Of whom a disclosure speaks: its subject, or the owner of the name that is withheld."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.anonymity import Disclosure
from onrecord.sourcing.anonymity_clauses import clause_start
from onrecord.sourcing.wordings import Word, words_of

_VERBS = re.compile(
    r"\s(?:(?:also|all|both|each|only|then)\s+)?(?:is|are|was|were|has|have|had|would|will|do|does|did|could|can|cannot|may|must|should|"
    r"ask(?:s|ed)?|request(?:s|ed)?|spoke|speaks?|declined?|declines|refused?|agreed?|agrees|insist(?:s|ed)?|demand(?:s|ed)?|want(?:s|ed)?|"
    r"wish(?:es|ed)?|gave|gives?|talked|sought|preferred|chose|remain(?:s|ed)?|stayed|begged|pleaded|opted|withheld|made|told|testified|"
    r"identified|who|whose)(?:n[’']t)?\s"
)
_FIRST_NAME = re.compile(
    r"\b(?:first|last|given|family|full)\s+(?:and\s+last\s+)?names?\b|\b(?:surnames?|forenames?|initials?)\b",
    re.IGNORECASE,
)
# A pronoun is a whole subject, whatever is said of it before it comes to the name: "He still sails there and asked …".
_ALONE = re.compile(r"\s*(?P<pronoun>he|she|they)\s+(?!and\b)", re.IGNORECASE)
_LONGEST_SUBJECT = 200  # characters
_LONGEST_OWNER = 60
# What stands between a subject and the words that withhold.
_AUXILIARY = frozenset(
    "is are was were be been being has have had do does did can could may might must shall should will would also "  # noqa: SIM905
    "again too still only since then later even specifically".split()
)
_ASKED_WITHIN = 7  # words
_NOBODY = re.compile(r"(?:none|neither|nobody|no[\s-]one|not\s+one|few|hardly\s+any)\b", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "they", "who", "whom", "whose", "i", "we", "both", "all", "each"})
_OPENS_CLAUSE = frozenset("and but or because since as though although while when if so that".split())  # noqa: SIM905
# A sentence that begins with something else than its subject.
_NO_SUBJECT = re.compile(
    r"(?:\w+ing|because|since|as|for|citing|given|due|owing|like|out|to|worried|afraid|under|in|on|at|when|while|after|though|although)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:his|her)\s", re.IGNORECASE)
# Words that say something of whoever they stand beside, without a verb of their own.
_VERBLESS = re.compile(r"(?:\w+ing|conditions?|under|on|in|by|for|if|without|anonymous\w*|a|an|,)\b|,", re.IGNORECASE)


def subject_of(text: str, told: Disclosure) -> Span | None:
    """The subject of a disclosure: "They" of "They spoke on condition of anonymity"; None without one."""
    if _NOBODY.match(text, told.place):
        verb = _VERBS.search(text, told.place, told.words.end)
        return Span(told.place, verb.start()) if verb else None
    close = _owner_before(text, told) or _close_subject(text, told)
    if close:
        return close
    own = clause_start(text, told.sentence, told.place)
    return _first_subject(text, told, own) or (_first_subject(text, told, told.sentence.start) if own else None)


def _owner_before(text: str, told: Disclosure) -> Span | None:
    """Whose name it is: "the doctor" of "the doctor's name does not appear"."""
    if text[told.place] not in "'’":
        return None
    low = max(told.sentence.start, told.place - _LONGEST_OWNER)
    article = max(text.rfind(f" {word} ", low, told.place) for word in ("the", "a", "an", "this", "that"))
    return Span(article + 1, told.place) if article >= 0 else None


def _first_subject(text: str, told: Disclosure, start: int) -> Span | None:
    """The subject at the beginning of a sentence or of a part of it."""
    before = text[start : min(told.place, start + _LONGEST_SUBJECT)]
    comma = before.rfind(",") if _NO_SUBJECT.match(before) else -1
    start += comma + 1
    before = before[comma + 1 :]
    alone = _ALONE.match(before + " ")
    if alone:
        return Span(start + alone.start("pronoun"), start + alone.end("pronoun"))
    verb = _VERBS.search(before + " ")
    end = verb.start() if verb else 0 if _VERBLESS.match(text, told.place) else len(before.rstrip())
    while end and text[start].isspace():
        start, end = start + 1, end - 1
    return Span(start, start + end) if end > 0 else None


def _close_subject(text: str, told: Disclosure) -> Span | None:
    """The pronoun right before the words that withhold, unless it is one of several subjects."""
    words = _before(text, told)
    last = words[-1] if words else None
    if last is None or last.lower not in {"he", "she", "they", "both", "all"}:
        return None
    joined = len(words) > 1 and words[-2].lower == "and" and not any(w.mark for w in words[-3:-2])
    return None if joined else Span(last.start, last.end)


@cache
def _asking() -> frozenset[str]:
    """The verbs by which somebody asks for a name to be withheld."""
    groups = {e.id: e.words for e in vocabulary("anonymity").entries}
    return frozenset(w for name in ("asking", "agreeing", "declining") for w in groups[name] if " " not in w)


def _before(text: str, told: Disclosure) -> list[Word]:
    """The words before those that withhold, auxiliaries, the verb of asking and whoever is asked left out."""
    words = words_of(text, Span(max(told.sentence.start, told.place - _LONGEST_SUBJECT), told.place))
    low = max(0, len(words) - _ASKED_WITHIN)
    asked = next((i for i in range(len(words) - 1, low - 1, -1) if words[i].lower in _asking()), len(words))
    words = words if any(w.mark for w in words[asked:]) else words[:asked]
    while words and words[-1].lower in _AUXILIARY:
        words.pop()
    return words


def other_subject(text: str, told: Disclosure, after: int) -> Span | None:
    """Somebody else than the speaker whose name is withheld: "the driver" of "police said the driver asked not to …".

    Args:
        text: the article's text.
        told: the disclosure.
        after: where the speaker's cue ends.
    """
    words = [w for w in _before(text, told) if w.start >= after]
    if _VERBLESS.match(text, told.place) or not words or words[-1].mark or words[-1].lower in _PRONOUNS | _OPENS_CLAUSE:
        return None
    first = next((i + 1 for i in range(len(words) - 1, -1, -1) if words[i].mark or words[i].lower in _OPENS_CLAUSE), 0)
    owned = any(w.lower in _PRONOUNS | _AUXILIARY for w in words[first:])
    return None if owned or first == len(words) else Span(words[first].start, words[-1].end)


def of_one(text: str, told: Disclosure) -> bool:
    """Whether the name withheld is that of one person ("his", "her")."""
    return _OWNER.search(told.words.of(text) + " ") is not None


def first_name_only(text: str, told: Disclosure) -> bool:
    """Whether only a part of a name is withheld: "who gave only her first name"."""
    return _FIRST_NAME.search(text, told.place, min(told.sentence.end, told.place + _LONGEST_SUBJECT)) is not None
