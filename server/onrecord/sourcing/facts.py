"""What an article tells around one attribution: how the source knows, why it is unnamed, what a reader can check."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from onrecord.model import Anonymity, Article, Reason, Span
from onrecord.rubric import vocabulary
from onrecord.sourcing.lexicon import anonymity_formulas
from onrecord.sourcing.tokens import nth_word_end

_PHRASE_END = re.compile(r"[,;:.!?—–\"“”()]|\s(?:said|says|told|and|but|because)\b")
# "… asked not to be named because the contract forbids it": a reason behind the formula, up to the clause's end.
_REASON = re.compile(
    r"\b(?:nam|identifi|anonym)\w*,?\s+(?:because|since|as\s+(?:he|she|they|it)|for\s+fear|out\s+of|fearing|citing|due\s+to|to\s+avoid|to\s+protect)\b[^.;”\"]*",
    re.IGNORECASE,
)
_FORMULAIC = re.compile(
    r"\b(?:private|sensitiv\w*|public\w*|confidential\w*|authori[sz]\w*|ongoing|candid\w*|freely)\b", re.IGNORECASE
)
_FORMULA_REACH = 6  # words behind the cue
_BASIS_LIMIT = 14  # words


@cache
def _basis_pattern() -> re.Pattern[str]:
    words = sorted((w for e in vocabulary("basis").entries for w in e.words), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")\b", re.IGNORECASE)


def basis_in(text: str, passage: Span) -> str | None:
    """How the source knows, in the article's words ("who attended the briefing"), or None if it is not told."""
    found = _basis_pattern().search(text, passage.start, passage.end)
    if not found:
        return None
    limit = nth_word_end(text, found.end(), passage.end, _BASIS_LIMIT)
    stop = _PHRASE_END.search(text, found.end(), limit)
    return " ".join(text[found.start() : stop.start() if stop else limit].split())


def anonymity_in(text: str, passage: Span) -> Anonymity:
    """Whether a passage says that a name is withheld, and the best reason it gives."""
    formulas = anonymity_formulas(passage.of(text))
    if not formulas:
        return Anonymity()
    values = {f.value for f in formulas}
    explained = "stock" not in values and _REASON.search(text, passage.start, passage.end)
    if "specific" in values or ("none" in values and explained and not _FORMULAIC.search(explained.group())):
        reason = Reason.SPECIFIC
    else:
        reason = Reason.STOCK if "stock" in values or explained else Reason.NONE
    return Anonymity("none" in values or "specific" in values or _withholds(formulas[0].words), reason)


def _withholds(words: str) -> bool:
    """A stock reason for silence also tells that there is one; "familiar with the matter" does not."""
    return any(part in words for part in ("authori", "permitted", "allowed", "discuss", "speak", "sensitiv"))


def asks_for_anonymity(text: str, cue: Span) -> bool:
    """Whether a cue begins the words by which a name is withheld: "asked not to be named"."""
    formulas = anonymity_formulas(text[cue.start : nth_word_end(text, cue.end, len(text), _FORMULA_REACH)])
    return any(f.value == "none" and f.words.startswith(cue.of(text).lower()) for f in formulas)


def record_link(article: Article, spans: tuple[Span, ...]) -> str | None:
    """A link to somewhere else than the outlet's own pages that lies on one of the spans."""
    own = _domain(article.url)
    for link in article.links:
        if any(link.span.overlaps(span) for span in spans) and _domain(link.url) != own and not _shares(link.url):
            return link.url
    return None


def _domain(url: str | None) -> str | None:
    """The registrable part of the host, near enough: its last two labels, three under "co.uk" and the like."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = host.split(".")
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in {"co", "com", "org", "gov", "ac", "net"}
    return ".".join(labels[-3 if wide else -2 :]) or None


def _shares(url: str) -> bool:
    """Links that pass a story on instead of leading to a record."""
    return any(part in url for part in ("/share", "/intent/", "sharer", "mailto:"))
