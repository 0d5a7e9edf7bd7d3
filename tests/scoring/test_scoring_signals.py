"""Signals: each entry's example fires, its counter-example does not, and quotations never count against the outlet."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.rubric import rubric, vocabulary
from onrecord.scoring.signals import DETECTORS
from onrecord.scoring.signals.findings import any_of

FILLER = (
    "\n\nThe harbour of Halvik lies at the mouth of a short river. It has two quays, one crane and a shed that was put up "
    "in a single summer. Boats come in with the tide and leave with the next one, most of them laden with timber, some of "
    "them with salt. Piet Vos, the chief pilot, said the river had shifted. In winter the water freezes as far as the second buoy, and the pilots have little to do but to paint. "
    "Vos said the pilots painted the buoys red. A bakery stands where the customs house used to be. Its owner opens at five, long before the first boat, and closes "
    "when the bread is gone. On Sundays there is a market on the square behind the church, with cheese, wool and tools, "
    "and in August a race for rowing boats that nobody from outside the town has won since the war. The road along the "
    "coast was laid anew two years ago. It floods less often now, Vos said. A bus runs three times a day, and once at night."
)


def signals(text: str) -> dict[str, float]:
    """The signals that fire on a text, with their points."""
    return {s.id: s.points for s in onrecord.score_text(text).signals}


def article(headline: str, *paragraphs: str) -> str:
    """A text with a headline, some paragraphs and enough words to be scored."""
    return "\n\n".join([headline, *paragraphs]) + FILLER


def test_every_rule_has_its_detector() -> None:
    """The data and the code name the same signals."""
    assert set(DETECTORS) == set(rubric().signals)


CASES = {
    "headline_overclaims": (
        article(
            "Mayor Took Bribes From Builder", "People close to the inquiry say the mayor took bribes from a builder."
        ),
        article(
            "Mayor Took Bribes From Builder",
            "Judge Ada Holm ruled on Monday that the mayor took bribes from a builder. Holm said the sum was large.",
        ),
    ),
    "headline_drops_hedge": (
        article(
            "Ferry Sank On Hidden Reef",
            "The ferry may have sunk on a hidden reef, said Ida Roth, who leads the inquiry.",
        ),
        article(
            "Ferry Sank On Hidden Reef",
            "The ferry may have sunk on a hidden reef, said Ida Roth, who leads the inquiry.",
            "The divers’ leader, Jon Vik, said the ferry sank on the hidden reef.",
        ),
    ),
    "central_claim_one_source": (
        article("Spillway dam unsafe", "The spillway dam is unsafe, said Ines Okafor, the dam inspector."),
        article(
            "Spillway dam unsafe",
            "The spillway dam is unsafe, said Ines Okafor, the dam inspector.",
            "Jon Vik, an engineer at the operator, said the spillway dam was unsafe in winter.",
        ),
    ),
    "anonymous_attack": (
        article("Minister to go", "A former aide said the minister was incompetent."),
        article("Minister to go", "A former aide said “the minister was incompetent”."),
    ),
    "plural_for_one": (
        article("Merger off", "Sources said the merger was off.", "The source said the banks had pulled out."),
        article(
            "Merger off",
            "Sources said the merger was off.",
            "Another source said the banks had pulled out.",
            "The source put the loss at a million.",
        ),
    ),
    "response_not_sought": (
        article("Inspectors held", "Prosecutor Ada Holm said on Monday that Rolf Kern had bribed three inspectors."),
        article(
            "Inspectors held",
            "Prosecutor Ada Holm said on Monday that Rolf Kern had bribed three inspectors.",
            "Kern said the money was a loan.",
        ),
    ),
    "independent_corroboration": (
        article(
            "Crane cracks",
            "Ada Holm, the harbour master, said the crane at the quay had cracked at noon.",
            "Tom Eze, a docker, said the crane at the quay had cracked at noon.",
        ),
        article(
            "Crane cracks",
            "Ada Holm, the harbour master, said the crane at the quay had cracked at noon.",
            "Tom Eze, a docker, said the crane was green.",
        ),
    ),
    "lead_rests_on_unnamed": (
        article(
            "Dam closed",
            "Officials said on Tuesday the dam is unsafe.",
            "Experts warned that repairs were put off.",
            "Residents said they had heard it creak.",
        ),
        article(
            "Dam closed", "Ines Okafor, the dam inspector, said on Tuesday the dam is unsafe.", "Experts said it is."
        ),
    ),
    "figures_disagree": (
        article(
            "Mine floods", "At least 12 miners were trapped.", "Roughly 12 miners had gone down, the operator said."
        ),
        article("Mine floods", "At least 12 miners were trapped.", "The mine opened in 1912. It has 40 lamps."),
    ),
    "intelligence_sole_basis": (
        article(
            "Convoy crosses border",
            "Military intelligence said the convoy crossed at night.",
            "The intelligence service claims the convoy carried fuel.",
        ),
        article(
            "Convoy crosses border",
            "Military intelligence said the convoy crossed at night.",
            "Lena Ruiz, who runs the border café, said the convoy had forty lorries.",
        ),
    ),
    "factive_unnamed": (
        article("Chairman out", "Officials confirmed that the chairman had resigned."),
        article("Chairman out", "Officials said that the chairman had resigned."),
    ),
    "agentless_density": (
        article("Site sold", "The firm reportedly sold the site.", "The buyer is said to be foreign."),
        article("Site sold", "The firm sold the site, said Paul Adeyemi, its lawyer."),
    ),
    "bare_sources": (
        article("Merger off", "Sources said the merger was off."),
        article("Merger off", "Two members of the supervisory board of Halden Foods said the merger was off."),
    ),
    "anonymity_unexplained": (
        article("Merger off", "A board member who asked not to be named said the merger was off."),
        article(
            "Merger off",
            "A board member, who asked not to be named because the contract threatens leakers with a lawsuit, said the "
            "merger was off.",
        ),
    ),
    "limits_stated": (
        article(
            "Gate open", "The guard, Tom Ware, said the gate was open. His account could not be independently verified."
        ),
        article("Gate open", "The guard, Tom Ware, said the gate was open. Two laboratories verified his account."),
    ),
    "response_included": (
        article("Bribes alleged", "Prosecutor Ada Holm said the builder paid. The builder, Rolf Kern, denied it."),
        article("Bribes alleged", "Prosecutor Ada Holm said the builder paid. She said it went on for years."),
    ),
    "several_named_sources": (
        article(
            "Crane sways",
            "Mara Lindqvist, the harbour master, said the crane swayed.",
            "Tom Eze, a docker, said he heard a crack.",
            "Rut Salo, who lives next to the quay, said she saw it too.",
        ),
        article(
            "Crane sways", "Mara Lindqvist, the harbour master, said the crane swayed.", "Lindqvist said so twice."
        ),
    ),
    "closing_speculation": (
        "Resignations at ministry"
        + FILLER
        + "\n\nThe resignations hint at deeper trouble and may reflect a loss of faith.",
        "Resignations at ministry"
        + FILLER
        + "\n\nThe resignations hint at deeper trouble, said Aino Brandt, who teaches public law in Tarn.",
    ),
}


@pytest.mark.parametrize("name", ["accusations", "attacks", "judgements", "limits"])
def test_words_of_the_lists_are_found_in_their_examples(name: str) -> None:
    """Each entry's example has one of its words, its counter-example none of the list."""
    for entry in vocabulary(name).entries:
        assert any_of(name).search(entry.hit), entry.id
        assert not any_of(name).search(entry.miss), entry.id


@pytest.mark.parametrize("name", CASES)
def test_a_signal_fires_on_its_case(name: str) -> None:
    """An article that does it gets the signal."""
    assert name in signals(CASES[name][0])


@pytest.mark.parametrize("name", CASES)
def test_a_signal_is_quiet_on_its_counter_case(name: str) -> None:
    """One that looks alike and does not do it gets none."""
    assert name not in signals(CASES[name][1])


def test_the_explanation_is_a_whole_sentence() -> None:
    """No placeholder is left open, and every signal names its standard."""
    for hit, _ in CASES.values():
        for signal in onrecord.score_text(hit).signals:
            assert "{" not in signal.why
            assert signal.why.endswith(".")
            assert signal.standard


def test_words_in_quotation_marks_never_count_against_the_outlet() -> None:
    """The speaker may speculate, deny limits and say "reportedly"."""
    text = article(
        "Harbour master on the crane",
        "“It reportedly cracked. Sources say it may hint at deeper trouble, raising questions about us all,” Mara "
        "Lindqvist, the harbour master, said.",
    )
    fired = signals(text)
    assert not {"agentless_density", "bare_sources", "closing_speculation"} & set(fired)
