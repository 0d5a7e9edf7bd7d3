"""When there is no score: the reasons, in the order in which they are looked at."""

from __future__ import annotations

from onrecord.model import Genre, HedgeKind, NotScored
from onrecord.reading import looks_english
from onrecord.scoring.case import Case

_OWNERLESS = (HedgeKind.REPORTIVE, HedgeKind.WEASEL, HedgeKind.EPISTEMIC, HedgeKind.SPECULATIVE)
_GENRES = {
    Genre.OPINION: ("opinion", "By its own markup or wording this is opinion: it is not held to the rules of news."),
    Genre.LIVE_BLOG: ("live_blog", "This is a live blog: it never stands still, and its parts are sourced apart."),
    Genre.LISTING: ("listing", "This page lists articles; it is none itself."),
}


def not_scored(case: Case) -> NotScored | None:
    """The first reason against a score, or None."""
    article, settings = case.article, case.rules.score
    text = " ".join(b.span.of(article.text) for b in article.judged_blocks)
    if not text.strip():
        return NotScored("no_article", "No article text was found on the page.")
    if article.genre in _GENRES:
        return NotScored(*_GENRES[article.genre])
    if not looks_english(text):
        return NotScored("not_english", "The text does not read as English, the only language the rules are made for.")
    if article.words < settings.minimum_words:
        return NotScored(
            "too_short",
            f"The article's own text has {article.words} words; under {settings.minimum_words} chance would decide.",
        )
    ownerless = [h for h in case.own_hedges() if h.kind in _OWNERLESS]
    if len(case.weighed) < settings.minimum_attributions and not ownerless:
        return NotScored(
            "too_few_attributions",
            f"Fewer than {settings.minimum_attributions} attributions and no hedged claims: there is nothing to judge.",
        )
    return None
