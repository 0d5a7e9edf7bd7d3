"""The sentences that say why: plain, true, and grammatical whatever the article's words; attributions by hand."""

from __future__ import annotations

import pytest

from onrecord.rubric import rubric
from onrecord.scoring.assemble import attributions, with_findings
from onrecord.wording import find_hedges
from tests.sourcing.by_hand import Parts, article, sourced


def whys(text: str, *parts: Parts) -> list[str]:
    """The sentence of each attribution."""
    read = article(text)
    pairs = attributions(read, sourced(text, *parts), find_hedges(read, ()), (), rubric())
    return [found.why for found, _ in pairs]


@pytest.mark.parametrize(
    ("text", "parts", "sentence"),
    [
        (
            "Nora Fink, the harbour master, said it was safe.",
            ("Nora Fink, the harbour master,", "said", "it was safe"),
            "Nora Fink: named, and the article tells who this is (“harbour master”).",
        ),
        (
            "Nora Fink said it was safe.",
            ("Nora Fink", "said", "it was safe"),
            "Nora Fink: named, but the article does not tell who this is.",
        ),
        (
            "A spokeswoman for the hospital said it was safe.",
            ("A spokeswoman for the hospital", "said", "it was safe"),
            "“hospital”: somebody unnamed speaks for this body.",
        ),
        (
            "The Kremlin said it was safe.",
            ("The Kremlin", "said", "it was safe"),
            "Kremlin: speaks as a body, with no person named.",
        ),
        (
            "Documents said it was safe.",
            ("Documents", "said", "it was safe"),
            "“Documents”: a document, and nothing tells which.",
        ),
        (
            "Nora Fink, the harbour master, declined to comment.",
            ("Nora Fink, the harbour master,", "declined", "to comment"),
            "Nora Fink was given the chance to answer (“declined”), which is shown and never counted against the article.",
        ),
        (
            "Nora Fink, the harbour master, and Piet Vos said it was safe.",
            ("Nora Fink, the harbour master, and Piet Vos", "said", "it was safe"),
            "Nora Fink: named, and the article tells who this is (“harbour master”); Piet Vos: named, but the article does "
            "not tell who this is.",
        ),
        (
            "The jury found it was safe.",
            ("The jury", "found", "it was safe"),
            "“jury”: unnamed, known only by agency, rank or place.",
        ),
        (
            "Port officials confirmed it was safe.",
            ("Port officials", "confirmed", "it was safe"),
            "“Port officials”: unnamed, known only by agency, rank or place; “confirmed” presents as true what the reader "
            "cannot check.",
        ),
        (
            "The crane reportedly fell.",
            ("", "reportedly", "fell"),
            "“reportedly” lays the claim at nobody's door: the reader cannot tell who says so.",
        ),
    ],
)
def test_why_attributions(text: str, parts: Parts, sentence: str) -> None:
    """A label, a colon, and what the reader is told."""
    assert whys(text, parts) == [sentence]


def test_who_only_passes_on_stands_on_a_rung_of_its_own() -> None:
    """An outlet with a name is worth a name, whatever it passes on."""
    text = "Nora Fink told the newspaper Harbour Light that it was safe."
    found = sourced(text, ("Nora Fink", "told", "that it was safe"))
    read = article(text)
    sources = with_findings(found.sources, attributions(read, found, (), (), rubric()))
    (outlet,) = (s for s in sources if "Harbour Light" in s.name)
    told = (
        "A named body. Here it only passes on what others say. Counted under media, by its name, title or description."
    )
    assert (outlet.rung, outlet.why) == (6, told)
