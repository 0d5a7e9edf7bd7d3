"""People named before who speak together in one word: "the Pells", "both women", "the two men"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.people import People, Person

_PAIR = re.compile(r"(?:both|(?:the|these|those)\s+two|both\s+(?:of\s+)?the)\s+(?P<who>women|men)\b", re.IGNORECASE)
_AGREES = {"women": "she", "men": "he"}
_NEAR = 600  # characters back in which a pair is named
_MOST = 4  # members of a family who speak at once


def together(text: str, read: Mention, people: People) -> list[Mention]:
    """The people that a mention of ``text`` means together, in the order in which they were named; none if no such."""
    members = _pair(text, read, people) or _family(read, people)
    return [
        replace(read, kind=Kind.PERSON, name=person.name, title=None, head=person.surname, plural=False, pronoun=None)
        for person in members
    ]


def _pair(text: str, read: Mention, people: People) -> list[Person]:
    said = _PAIR.match(read.span.of(text))
    if not said:
        return []
    pronoun = _AGREES[said.group("who").lower()]
    place = read.span.start
    near = [p for p in people.people if p.pronoun == pronoun and place - _NEAR < p.last_named(place)]
    last = sorted(near, key=lambda p: p.last_named(place))[-2:]
    return last if len(last) == 2 else []


def _family(read: Mention, people: People) -> list[Person]:
    """Those of one surname, of its plural: "the Currys", "the Joneses"."""
    words = read.words.split()
    if len(words) != 1 or not words[0].istitle() or not words[0].endswith("s"):
        return []
    if people.find(words[0], read.span.start):
        return []
    surnames = {words[0].lower()[:-1], words[0].lower().removesuffix("es")}
    family = [p for p in people.people if p.surname in surnames and len(p.words) > 1]
    return family[:_MOST] if len(family) > 1 else []
