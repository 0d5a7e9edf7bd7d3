"""Claims that the wording lays at nobody's door: which words they claim, and what gives way to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.decoding import Ranges, Relation
from onrecord.attribution.patterns import LONGEST_SENTENCE
from onrecord.attribution.ranges import trimmed
from onrecord.model import Span

_CLAUSE = re.compile(r",\s+(?:and|but|while|though|although|whereas)\s+")
_RELATIVE = re.compile(r"(?:(?<=\s)|^)(?:where|which|who|whom|whose|that)\s")
_FARTHEST_SUBJECT = 8  # words between "where" and the verb of its clause
_TIME = re.compile(
    r"(?:(?:on|in|late|early|earlier|later)\s+)*(?:yesterday|today|tonight|earlier|later|(?:last|this)\s+\w+|\w+day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"(?:is|was|has\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+|now\s+)?(?:said|believed|thought|reported|claimed|alleged|understood|rumou?red|"
    r"expected|hoped|feared|assumed|suggested|speculated)"
)
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
_NOBODY = frozenset({"nobody", "no", "not", "never", "nothing", "none"})
_AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "it", "that", "to", "also", "now"}
)
# What these passives tell of was said to the subject: it is the hearer, and the claim follows the verb.
_TELLING = frozenset(
    {
        "advised",
        "asked",
        "assured",
        "heard",
        "hears",
        "informed",
        "instructed",
        "promised",
        "reminded",
        "told",
        "urged",
        "warned",
    }
)


def with_agentless(
    text: str, relations: Sequence[Relation], cues: Sequence[Span], sentences: Sequence[Span]
) -> list[Relation]:
    """Add the claims that are laid at nobody's door ("are said to", "reportedly", "had been told").

    Args:
        text: the article's text.
        relations: what the tagger found.
        cues: agentless cues outside quotations, in text order.
        sentences: the sentences of the article's own text, in text order.

    Returns:
        All relations in the order of their cues. Where the tagger took the subject of an agentless passive for its
        source, the claim is nobody's all the same: "the deserters" of "the deserters are said to" say nothing. An
        agentless cue as the main verb of what a source says adds nothing: it is a hedge on that statement. One in a
        relative clause there is a claim of its own inside the statement.
    """
    relations = [_nobodys(text, relation) for relation in relations]
    now: list[Relation | None] = list(relations)
    new: list[Relation] = []
    near = _by_sentence(relations, sentences)
    for at, here in _cues_by_sentence(cues, sentences):
        places = [place for place in near[at] if now[place]]
        left, added = _in_sentence(text, sentences[at], here, [now[place] for place in places])
        for place, relation in zip(places, left, strict=True):
            now[place] = relation
        new += added
    return sorted([*(r for r in now if r), *new], key=lambda r: r.cue)


def _nobodys(text: str, relation: Relation) -> Relation:
    """A relation without its source where that is the "it" of "it is said", or "reportedly" itself."""
    if not relation.source:
        return relation
    source = text[relation.source[0][0] : relation.source[-1][1]].lower()
    if source in _HEARSAY:
        return replace(relation, source=(), cue=tuple(sorted((*relation.source, *relation.cue))))
    passive = source == "it" and _EXPLETIVE.fullmatch(text[relation.cue[0][0] : relation.cue[-1][1]].lower())
    return replace(relation, source=()) if passive else relation


def _cues_by_sentence(cues: Sequence[Span], sentences: Sequence[Span]) -> Iterator[tuple[int, list[Span]]]:
    """The cues of each sentence that has any, unless it is too long to be one."""
    found: dict[int, list[Span]] = defaultdict(list)
    for cue in cues:
        at = bisect_right(sentences, cue.start, key=lambda s: s.start) - 1
        if at >= 0 and sentences[at].contains(cue) and sentences[at].end - sentences[at].start <= LONGEST_SENTENCE:
            found[at].append(cue)
    yield from found.items()


def _by_sentence(relations: Sequence[Relation], sentences: Sequence[Span]) -> dict[int, list[int]]:
    """The places of the relations that reach into each sentence."""
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    found: dict[int, list[int]] = defaultdict(list)
    for place, relation in enumerate(relations):
        reached = {
            at for start, end in _all(relation) for at in range(bisect_right(ends, start), bisect_left(starts, end))
        }
        for at in reached:
            found[at].append(place)
    return found


def _in_sentence(
    text: str, sentence: Span, cues: Sequence[Span], relations: Sequence[Relation | None]
) -> tuple[list[Relation | None], list[Relation]]:
    """What a sentence's agentless cues leave of its relations, one by one, and what they add.

    Only those who speak in the clause of the cue can own its words: a statement that runs on into it from another
    sentence loses them.
    """
    left, added = list(relations), list[Relation]()
    for place, cue in enumerate(cues):
        left = [None if r and _gives_way(text, r, cue) else r for r in left]
        clause = _between_semicolons(text, sentence, cue)
        own = [r for r in left if r and _touches((*r.source, *r.cue), clause)]
        if any(_touches(r.cue, cue) for r in own):
            continue
        outer = [part for r in own if r.source for part in r.content if _touches((part,), cue)]
        if outer:
            content = _inner_claim(text, max(outer), cue, clause)
        else:
            content = _claim(text, clause, cue, cues[place + 1 :], [*own, *added])
            if not content and text[cue.start : cue.start + 3].lower() == "it ":
                content = _claim(text, clause, cue, (), ())  # "It is said the ruling shows": others speak inside it
        if content:
            left = [r if r is None or r in own else _without(text, r, (*content, (cue.start, cue.end))) for r in left]
            left = [None if r and not r.source and _touches(r.content, cue) else r for r in left]
            added.append(Relation((), ((cue.start, cue.end),), content))
    return left, added


def _between_semicolons(text: str, sentence: Span, cue: Span) -> Span:
    end = text.find(";", cue.end, sentence.end)
    start = max(sentence.start, text.rfind(";", sentence.start, cue.start) + 1)
    return Span(start, sentence.end if end < 0 else end)


def _without(text: str, relation: Relation, claimed: Ranges) -> Relation | None:
    """A relation without the parts of its statement between the first and the last of other words; none if all go."""
    low, high = min(start for start, _ in claimed), max(end for _, end in claimed)
    if not _touches(relation.content, Span(low, high)):
        return relation
    parts = [piece for start, end in relation.content for piece in ((start, min(end, low)), (max(start, high), end))]
    kept = tuple(trimmed(text, start, end) for start, end in parts if start < end)
    kept = tuple((start, end) for start, end in kept if start < end)
    return replace(relation, content=kept) if kept else None


def _touches(ranges: Ranges, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in ranges)


def _gives_way(text: str, relation: Relation, agentless: Span) -> bool:
    """Whether a tagged relation is only the agentless claim, taken for more.

    Its source is the hearer, its cue adds nothing but an auxiliary, or tells of silence ("have reportedly told
    nobody").
    """
    if not _touches(relation.cue, agentless):
        return False
    cue = relation.cue
    outside = text[cue[0][0] : agentless.start] + " " + text[agentless.end : cue[-1][1]]
    start = relation.content[0][0]
    first = text[start : start + 40].split(maxsplit=1)[:1]
    words = {word.lower() for word in [*outside.split(), *(w for w in first if w.lower() in _NOBODY)]}
    return not relation.source or words <= _AUXILIARIES or not words.isdisjoint(_NOBODY) or _tells(text, agentless)


def _tells(text: str, cue: Span) -> bool:
    return not _TELLING.isdisjoint(cue.of(text).lower().split())


def _is_aside(text: str, cue: Span) -> bool:
    """Whether a cue is set between commas or behind the claim: "…, it is said"."""
    return text[cue.start : cue.start + 2].lower() == "it" and text[: cue.start][-4:].rstrip().endswith((",", "—", "–"))


def _claim(text: str, clause: Span, cue: Span, later: Sequence[Span], found: Sequence[Relation]) -> Ranges:
    """The clause around an agentless cue, as far as nobody else's words reach."""
    aside = _is_aside(text, cue)
    others = [part for r in found if r.source or not aside for part in _all(r)]
    low = max((e for _, e in others if clause.start < e <= cue.start), default=clause.start)
    high = min((s for s, _ in others if cue.end <= s < clause.end), default=clause.end)
    high = min([high, *(c.start for c in later if _is_aside(text, c))])
    low = max([low, *(m.end() for m in _CLAUSE.finditer(text, low, cue.start))])
    high = min([high, *(m.start() for m in _CLAUSE.finditer(text, cue.end, high))])
    before, after = trimmed(text, low, cue.start), trimmed(text, cue.end, high)
    if _TIME.fullmatch(text, *after):
        after = (after[1], after[1])
    if _tells(text, cue):
        before = trimmed(text, low, max(low, text.rfind(",", low, cue.start))) if after[0] == after[1] else (low, low)
    return tuple(part for part in (before, after) if part[0] < part[1])


def _inner_claim(text: str, statement: tuple[int, int], cue: Span, clause: Span) -> Ranges:
    """What an agentless cue claims inside somebody's statement; nothing if it is that statement's main verb."""
    low, high = max(statement[0], clause.start), min(statement[1], clause.end)
    after = trimmed(text, cue.end, max(cue.end, high))
    marks = [m for m in _RELATIVE.finditer(text, low, cue.start) if m.start() > low]
    if not marks or len(text[marks[-1].end() : cue.start].split()) > _FARTHEST_SUBJECT:
        return ()
    parts = (trimmed(text, marks[-1].end(), cue.start), after)
    return tuple(part for part in parts if part[0] < part[1])


def _all(relation: Relation) -> Ranges:
    return (*relation.source, *relation.cue, *relation.content)
