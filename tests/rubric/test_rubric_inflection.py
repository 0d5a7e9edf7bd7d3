"""Regular inflection of listed words."""

from __future__ import annotations

import pytest

from onrecord.rubric.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("listed", "forms"),
    [
        ("state", ("state", "states", "stated", "stating")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("convey", ("convey", "conveys", "conveyed", "conveying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("point out", ("point out", "points out", "pointed out", "pointing out")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("say, says, said, saying", ("say", "says", "said", "saying")),
    ],
)
def test_verbs(listed: str, forms: tuple[str, ...]) -> None:
    """Regular verbs are inflected at their first word, irregular ones taken as listed."""
    assert verb_forms(listed) == forms


@pytest.mark.parametrize(
    ("listed", "forms"),
    [("claim", ("claim", "claims")), ("speech", ("speech", "speeches")), ("reply, replies", ("reply", "replies"))],
)
def test_nouns(listed: str, forms: tuple[str, ...]) -> None:
    """Regular nouns get their plural, irregular ones are taken as listed."""
    assert noun_forms(listed) == forms
