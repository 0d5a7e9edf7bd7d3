"""Closed classes of English words that the room's readers of mentions and names share."""

from __future__ import annotations

FIRST_PERSON = frozenset({"i", "we", "us", "me"})
PRONOUNS = frozenset("which he she they it him her them his their its i we who you hers".split())  # noqa: SIM905
AGREEMENT = {
    "which": "it",
    "him": "he",
    "his": "he",
    "her": "she",
    "hers": "she",
    "them": "they",
    "their": "they",
    "its": "it",
}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
ARTICLES = DEFINITE | {"a", "an", "our", "my", "one"}
# What ends the first noun phrase of a mention.
CUTS = frozenset(
    "of for from at in with to on about who that whose which by near familiar briefed close speaking involved and or "  # noqa: SIM905
    "published seen obtained released issued filed reviewed provided compiled commissioned conducted "
    "as including such like within inside across around working living citing quoting under behind after before".split()
)
STOPPERS = frozenset(
    "the a an and or but by to in on at for with from as that said told his her their its when while after before "  # noqa: SIM905
    "like including against between since than".split()
)
RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
CLAUSE_MARKS = frozenset({",", "(", "—", "–", ";", ":", "-"})
PARTICLES = frozenset("van von der den de da di du del della la le el al bin bint ibn ben abu ter ten dos das".split())  # noqa: SIM905
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Words for callings and places that are common surnames behind a given name.
SURNAMES = frozenset(
    "king cook baker bishop pope prince dean farmer carpenter judge major marshall singer shepherd driver banks church "  # noqa: SIM905
    "house post mills field fields park grant press lane law".split()
)
MEMBERSHIP = frozenset({"of", "from", "at", "with", "for"})
HEADING_VERBS = frozenset(
    "heads leads runs chairs directs represents owns teaches studies edits coaches manages oversees founded headed "  # noqa: SIM905
    "led ran chaired directed owned".split()
)
SPOKESPEOPLE = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "press officer"}
)
# Nouns for people that say nothing of where they belong: the words around them do.
QUANTIFIERS = frozenset("one two three four five six some many most several all both none neither each few".split())  # noqa: SIM905
AGENT_NOUNS = frozenset(
    "official officer source agent analyst adviser advisor aide chief director people person".split()  # noqa: SIM905
)
AGENT_ENDINGS = ("er", "or", "ist", "ant", "ent", "ian", "man", "woman", "head", "chief", "ee", "ive")
INTELLIGENCE = frozenset({"intelligence", "spy", "counterintelligence"})
MILITARY = frozenset({"military", "army", "defense", "defence", "navy", "naval"})
