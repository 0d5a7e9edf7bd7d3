"""Ways to rewrite an article, each with what its law says of the score."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape
from zlib import crc32

from onrecord.model import Attribution, Channel, Identity, Report, Source, Span

_UNNAMED = frozenset({Identity.ANONYMOUS_SOURCE, Identity.UNNAMED_PERSON, Identity.UNNAMED_GROUP})
_FULL_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w.’'-]*)*(?:,[^,]{3,60},?)?")
_COMMON = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Tt]wo|[Tt]hree|[Mm]any|[Ss]everal)\s+)?(?:[A-Za-z][\w-]*\s+){0,3}[a-z][\w-]*"
)
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_SAID = frozenset({"said", "says", "say"})
_SENTENCE_STARTS = re.compile(r"(?:^|\n|[.!?][”\"’')]*\s+)$")
_OPENED = re.compile(r"[“\"](?=[A-Z])")
_UNNAMINGS = ("an official", "a former aide", "a person with knowledge of the matter", "a source")
_NAMINGS = (
    "Maria Keller, the deputy transport minister",
    "Tomas Lindqvist, who runs the harbour office",
    "Ruth Okafor, a professor of law at Norwell University",
    "Halvik police chief Anders Brandt",
)
_REASONS = (
    ", who asked not to be named because the contract threatens leakers with dismissal,",
    ", who spoke on condition of anonymity for fear of losing the licence,",
    ", who did not want to be identified because a relative still works there,",
    ", whose names are being withheld because they have been threatened at home,",
)
_RELAYS = (
    "The Halvik Courier reported that ",
    "According to the Halvik Courier, ",
    "Norwell Radio reported on Monday that ",
    "The Brekke Times wrote that ",
)
_QUOTED_WORDS = (
    "Sources say it may reportedly hint at trouble. ",
    "Everybody knows they are allegedly liars. ",
    "It is believed that some say so. ",
)
_FOOTER = (
    "<nav><ul><li><a href='/news'>News</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    "<aside class='related'><h2>Most read</h2><p><a href='/a'>Officials said the bridge was closed</a></p></aside>"
    "<footer><p>© Halvik Courier. All rights reserved.</p><p>Subscribe to our newsletter</p></footer>"
)


class Direction(Enum):
    """What a law says of the score of the rewritten article."""

    NO_HIGHER = "no higher"
    NO_LOWER = "no lower"
    EQUAL = "equal"
    NO_NEW_SIGNAL = "no signal against the outlet added"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One way to rewrite.

    Attributes:
        law: its number in the rubric.
        name: what it does.
        direction: what the law says.
        page: whether what it makes is a page; its base is then the plain page of the text.
        door: whether what it makes goes in by the web door.
        make: the rewritten articles of a text and its report, best places first.
    """

    law: int
    name: str
    direction: Direction
    make: Callable[[Read], Iterator[str]]
    page: bool = False
    door: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What is rewritten: a text, its report, and where its annotated cues are (none: all count)."""

    text: str
    report: Report
    cues: tuple[Span, ...]


def page(text: str) -> str:
    """A text as a plain web page: headline and paragraphs."""
    head, *rest = [part for part in text.split("\n") if part.strip()]
    body = "".join(f"<p>{escape(part)}</p>\n" for part in rest)
    title = escape(head)
    return (
        f"<html lang='en'><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>\n{body}</article></body></html>"
    )


def _one_of(ways: Sequence[str], read: Read) -> str:
    """One of several ways to put it, the same for the same text."""
    return ways[crc32(read.text.encode()) % len(ways)]


def _told(read: Read) -> Iterator[tuple[Attribution, Source, Span, Span]]:
    """Attributions outside the headline that annotators marked too, with their source, mention and cue."""
    sources = {s.id: s for s in read.report.sources}
    head = read.report.article.blocks[0].end
    for a in read.report.attributions:
        if not a.sources or not a.mention or not a.cue or a.channel is Channel.DECLINED_COMMENT:
            continue
        marked = not read.cues or any(a.cue.overlaps(c) for c in read.cues)
        if marked and a.mention.start > head and not _in_quotation(read.text, a.mention.start):
            yield a, sources[a.sources[0]], a.mention, a.cue


def _in_quotation(text: str, place: int) -> bool:
    """Whether a quotation is open at a place of its paragraph."""
    before = text[text.rfind("\n", 0, place) + 1 : place]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _is_common(words: str) -> bool:
    """Whether a mention is a common noun with a few words before it, a sentence's capital aside."""
    return bool(_COMMON.fullmatch(words[:1].lower() + words[1:]))


def _put(text: str, span: Span, words: str) -> str:
    """The text with other words in place of some, capitalised where a sentence begins."""
    if _SENTENCE_STARTS.search(text[: span.start]):
        words = words[0].upper() + words[1:]
    return text[: span.start] + words + text[span.end :]


def unname(read: Read) -> Iterator[str]:
    """Lloyd Austin, the defense secretary, said → an official said."""
    text = read.text
    for a, source, mention, _ in _told(read):
        named = source.identity is Identity.NAMED_PERSON and len(a.sources) == 1 and not a.relay
        if named and _FULL_NAME.fullmatch(mention.of(text)) and not text.startswith(("'s", "’s"), mention.end):
            yield _put(text, mention, _one_of(_UNNAMINGS, read))


def name(read: Read) -> Iterator[str]:
    """Officials said → Maria Keller, the deputy transport minister, said."""
    text = read.text
    for a, source, mention, cue in _told(read):
        if source.identity in _UNNAMED and len(a.sources) == 1 and _is_common(mention.of(text)):
            comma = "," if mention.end < cue.start else ""
            yield _put(text, mention, _one_of(_NAMINGS, read) + comma)


def _beside(read: Read) -> Iterator[tuple[Attribution, Source, Span, Span]]:
    """Those whose source stands right before a verb of saying."""
    text = read.text
    for a, source, mention, cue in _told(read):
        if cue.of(text).lower() in _SAID and cue.start == mention.end + 1:
            yield a, source, mention, cue


def reportedly(read: Read) -> Iterator[str]:
    """Officials said → officials reportedly said."""
    text = read.text
    for a, _, _, cue in _beside(read):
        if a.rung <= 3:
            yield f"{text[: cue.start]}reportedly {text[cue.start :]}"


def nobody(read: Read) -> Iterator[str]:
    """Officials said → it is said."""
    text = read.text
    for _, _, mention, cue in _beside(read):
        yield _put(text, Span(mention.start, cue.end), "it is said")


def reason(read: Read) -> Iterator[str]:
    """Officials said → officials, who asked not to be named because …, said; "they, who" is no English."""
    text = read.text
    for a, source, mention, _ in _beside(read):
        words = mention.of(text)
        unnamed = source.identity in _UNNAMED and not a.anonymity.disclosed
        if unnamed and _is_common(words) and words.lower() not in _PRONOUNS:
            yield text[: mention.end] + _one_of(_REASONS, read) + text[mention.end :]


def relay(read: Read) -> Iterator[str]:
    """Officials said → the Halvik Courier reported that officials said."""
    text = read.text
    for a, source, mention, cue in _beside(read):
        behind = bool(a.statement) and min(a.statement).start > cue.start
        if _SENTENCE_STARTS.search(text[: mention.start]) and behind and not a.relay:
            words = mention.of(text)
            named = source.identity is Identity.NAMED_PERSON and words.lower() not in _PRONOUNS
            lower = words if named else words[0].lower() + words[1:]
            yield text[: mention.start] + _one_of(_RELAYS, read) + lower + text[mention.end :]


def repeat(read: Read) -> Iterator[str]:
    """The paragraph of one source once more."""
    text = read.text
    for block in read.report.article.judged_blocks[1:]:
        inside = [a for a in read.report.attributions if a.cue and block.start <= a.cue.start < block.end]
        if len(inside) == 1 and inside[0].sources:
            paragraph = text[block.start : block.end]
            yield f"{text[: block.end]}\n\n{paragraph}{text[block.end :]}"


def spaces(read: Read) -> Iterator[str]:
    """Doubled spaces and no-break spaces."""
    text = read.text
    head, rest = text[: read.report.article.blocks[0].end], text[read.report.article.blocks[0].end :]
    yield head + re.sub(r"(?<=\w) (?=\w+ \w+ \w+ )", "  ", rest)


def quotation_marks(read: Read) -> Iterator[str]:
    """Straight quotation marks for curly ones, or the other way round."""
    text = read.text
    if any(mark in text for mark in "“”’"):
        yield text.translate(str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"}))
    elif '"' in text and not re.search(r'\s"\s', text):
        curly = re.sub(r'(^|[\s(\[])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")
        yield re.sub(r"(?<=\w)'(?=\w)", "’", curly)


def dashes(read: Read) -> Iterator[str]:
    """Dashes of another length."""
    text = read.text
    if re.search(r"\s(?:--|–|—)\s", text):
        yield re.sub(r"(\s)(?:--|–|—)(\s)", lambda m: f"{m[1]}{'–' if '—' in m[0] else '—'}{m[2]}", text)


def loud_headline(read: Read) -> Iterator[str]:
    """The headline in capitals."""
    text = read.text
    whole = page(text)
    loud = re.sub(r"(<h1>)(.*?)(</h1>)", lambda m: m[1] + re.sub(r"&[a-z#\dx]+;|.", _upper, m[2]) + m[3], whole)
    if loud != whole:
        yield loud


def _upper(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("&") and len(match[0]) > 1 else match[0].upper()


def wrappers(read: Read) -> Iterator[str]:
    """Elements around the paragraphs and in them that mean nothing."""
    text = read.text
    wrapped = re.sub(r"<p>(\S+)", r"<div class='x'><p><span>\1</span>", page(text)).replace("</p>", "</p></div>")
    yield wrapped.replace("<article>", "<main><section><article>").replace("</article>", "</article></section></main>")


def furniture(read: Read) -> Iterator[str]:
    """What stands around articles: a menu, most read, a footer."""
    text = read.text
    yield page(text).replace("</body>", _FOOTER + "</body>")


def quoted_words(read: Read) -> Iterator[str]:
    """Words in a speaker's mouth that would count against the outlet."""
    text = read.text
    for a, _, _, _ in _told(read):
        if a.channel is Channel.QUOTE:
            start = a.statement[0].start
            mark = _OPENED.search(text, max(0, start - 1), start + 2)
            if mark:
                opened = mark.end()
                yield text[:opened] + _one_of(_QUOTED_WORDS, read) + text[opened:]


REWRITES = (
    Rewrite(1, "a named person unnamed", Direction.NO_HIGHER, unname),
    Rewrite(1, "an unnamed source named", Direction.NO_LOWER, name),
    Rewrite(2, "“reportedly” before an unnamed source's cue", Direction.NO_HIGHER, reportedly),
    Rewrite(2, "the source taken away", Direction.NO_HIGHER, nobody),
    Rewrite(3, "a specific reason for anonymity added", Direction.NO_LOWER, reason),
    Rewrite(3, "an outlet put before the source", Direction.NO_HIGHER, relay),
    Rewrite(4, "white space doubled", Direction.EQUAL, spaces),
    Rewrite(4, "quotation marks straight or curly", Direction.EQUAL, quotation_marks),
    Rewrite(4, "dashes of another length", Direction.EQUAL, dashes),
    Rewrite(4, "headline in capitals", Direction.EQUAL, loud_headline, page=True),
    Rewrite(4, "elements that mean nothing", Direction.EQUAL, wrappers, page=True),
    Rewrite(4, "page furniture behind the text", Direction.EQUAL, furniture, page=True),
    Rewrite(5, "a paragraph said twice", Direction.NO_HIGHER, repeat),
    Rewrite(6, "words in quotation marks", Direction.NO_NEW_SIGNAL, quoted_words),
    Rewrite(7, "another order of articles, the web door", Direction.EQUAL, lambda read: iter((read.text,)), door=True),
)
