"""Mentions over a whole article: who is whom, and what the article tells about them."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.model import Attribution, Channel, Identity, Reason, Report, Sector, Source
from tests.sourcing.by_hand import sourced


def sources(text: str) -> dict[str, Source]:
    """The sources of a text by name."""
    return {s.name: s for s in onrecord.score_text(text).sources}


def only(report: Report) -> Attribution:
    """The one attribution of a report."""
    (found,) = report.attributions
    return found


def test_surname_pronoun_and_title_are_one_person() -> None:
    """Full name, surname, "she" and "the mayor" lead to one source with her title."""
    found = sources(
        "Mayor Lena Ortwin said the bridge would close.\n\n“It is not safe,” Ortwin said. She said work would "
        "start in May.\n\nThe mayor said nobody had been hurt."
    )
    assert list(found) == ["Lena Ortwin"]
    assert found["Lena Ortwin"].title == "Mayor"
    assert len(found["Lena Ortwin"].mentions) == 4


def test_the_full_name_may_come_after_the_quotation() -> None:
    """A surname is known from a later full mention."""
    found = sources("“It is not safe,” Ortwin said.\n\nLena Ortwin, the mayor, said work would start in May.")
    assert list(found) == ["Lena Ortwin"]


def test_two_people_of_one_surname_stay_two() -> None:
    """Never merged."""
    found = sources(
        "Anna Brell, a nurse, said she had called twice.\n\nKarl Brell, a driver, said he had not heard it."
    )
    assert set(found) == {"Anna Brell", "Karl Brell"}


def test_two_spellings_of_one_name_are_one() -> None:
    """Transliterations differ by a letter."""
    found = sources("President Oleksandr Zaharenko said no.\n\nOleksandr Zaharenkoo said later that he meant it.")
    assert len(found) == 1


def test_a_group_of_two_nations_stays_one_source() -> None:
    """ "Russian and Ukrainian officials" is a group; nobody in it is named."""
    (source,) = sources("Russian and Ukrainian officials said the bridge was open.").values()
    assert (source.identity, source.rung) == (Identity.UNNAMED_GROUP, 3)


def test_joint_speakers_are_two_sources_of_one_attribution() -> None:
    """ "Brell and Ortwin said" is two people behind one cue."""
    report = onrecord.score_text("Karl Brell and Lena Ortwin said the bridge was safe.")
    assert len(only(report).sources) == 2


def test_a_collective_agency_is_an_unnamed_group() -> None:
    """Without a name of its own it cannot be held to what it says."""
    (source,) = sources("Ukrainian intelligence claims the unit was moved.").values()
    assert (source.identity, source.sector) == (Identity.UNNAMED_GROUP, Sector.INTELLIGENCE)


def test_a_named_agency_is_a_named_body() -> None:
    """The SBU has a name."""
    (source,) = sources("The SBU said the unit had been moved.").values()
    assert (source.identity, source.sector) == (Identity.NAMED_ORGANIZATION, Sector.INTELLIGENCE)


def test_a_spokesperson_without_a_name_is_an_institutional_voice() -> None:
    """The body is named, the person is not: rung 5."""
    (source,) = sources("A spokesman for Boeing said the jet was safe.").values()
    assert (source.name, source.identity, source.rung) == ("Boeing", Identity.NAMED_ORGANIZATION, 5)
    assert source.sector is Sector.BUSINESS


def test_a_spokesperson_for_a_person_is_somebody_unnamed() -> None:
    """No body speaks through him."""
    found = sources("Ada Pell left on Friday. A spokesman for Ada Pell said she was tired.")
    assert [s.identity for s in found.values()] == [Identity.UNNAMED_PERSON]


def test_an_outlet_that_cites_somebody_is_a_relay() -> None:
    """The source is whoever is cited; the outlet passed it on, and that costs a rung. Its own voice is not weighed."""
    report = onrecord.score_text(
        "The broadcaster Suspilne, citing intelligence officials, reported that the depot had burned."
    )
    cited, reported = report.attributions
    names = {s.id: s.name for s in report.sources}
    assert [names[s] for s in cited.sources] == ["intelligence officials"]
    assert [names[r] for r in cited.relay] == ["Suspilne"]
    assert (cited.rung, cited.channel) == (2, Channel.BROADCAST)
    assert ([names[s] for s in reported.sources], reported.relay) == (["Suspilne"], ())
    assert report.summary.named_share == 0


def test_anonymity_with_a_formula() -> None:
    """ "Not authorized to speak" is a stock reason."""
    found = only(onrecord.score_text("The deal is off, said an official who was not authorized to speak publicly."))
    assert (found.anonymity.disclosed, found.anonymity.reason) == (True, Reason.STOCK)


def test_anonymity_with_a_specific_reason_and_a_basis() -> None:
    """Described, how they know, why unnamed: rung 4."""
    report = onrecord.score_text(
        "Two nurses who worked those shifts, and who feared dismissal if they were named, said the bells went unanswered."
    )
    found = next(a for a in report.attributions if a.cue and a.cue.of(report.article.text) == "said")
    assert found.anonymity.reason is Reason.SPECIFIC
    assert found.basis == "who worked those shifts"
    assert found.rung == 4


def test_the_outlet_itself_is_a_witness() -> None:
    """ "We" outside quotation marks is the reporter's own witness."""
    report = onrecord.score_text("We saw that the gate had been left open all night.")
    assert [a.channel for a in report.attributions] in ([Channel.OWN_WITNESS], [])


def test_a_link_to_a_record_makes_it_verifiable() -> None:
    """A link on the document, to somewhere else than the outlet."""
    page = (
        "<html><body><article><h1>Audit finds holes</h1><p>The <a href='https://records.example.org/audit.pdf'>audit"
        "</a> found that eleven invoices were missing from the harbour board's books for last year.</p>"
        "<p>The <a href='https://paper.example/old'>report</a> said that the board had known of it since the spring, "
        "and that nobody had told the council.</p></article></body></html>"
    )
    found = onrecord.score_html(page, url="https://paper.example/new").attributions
    assert [a.verifiable for a in found if a.channel is Channel.DOCUMENT][-2:] == [
        "https://records.example.org/audit.pdf",
        None,
    ]
    assert 8 in [a.rung for a in found]


@pytest.mark.parametrize("count", [400])
def test_an_article_with_hundreds_of_sources(count: int) -> None:
    """No crash and no merging; each name its own source."""
    first = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Kit", "Lou", "Max", "Nan", "Oz", "Pia"]
    last = [a + b for a in ("Bren", "Cal", "Dor", "Els", "Fen") for b in ("by", "der", "low", "mar", "ton")]
    people = [f"{f} {n}" for n in last for f in first][:count]
    found = sources("\n\n".join(f"{p} said the water was cold." for p in people))
    assert len(found) >= 0.98 * count


@pytest.mark.parametrize(
    ("office", "same"),
    [("The Norwell senator", True), ("The senator", True), ("A senator", False), ("The Halvik governor", False)],
)
def test_an_office_told_with_a_place_is_its_only_holder(office: str, same: bool) -> None:
    """ "The Norwell senator" is the one senator whose title leaves the place open; somebody new is told with "a"."""
    text = f"Sen. Ada Pell said the port was full.\n\n{office} said the quay was empty."
    found = sourced(text, ("Sen. Ada Pell", "said", "the port was full"), (office, "said", "the quay was empty"))
    assert (found.attributed[0].sources == found.attributed[1].sources) is same


def test_of_two_holders_the_last_named_is_meant() -> None:
    """ "The senator" is who bore the title last."""
    text = "Sen. Ada Pell said so.\n\nSen. Tom Reed denied it.\n\nThe senator called it a lie."
    found = sourced(
        text, ("Sen. Ada Pell", "said", "so"), ("Sen. Tom Reed", "denied", "it"), ("The senator", "called", "it a lie")
    )
    assert found.attributed[2].sources == found.attributed[1].sources


@pytest.mark.parametrize(
    ("words", "same"), [("The 41-year-old", True), ("The billionaire", True), ("The singer", False)]
)
def test_epithets(words: str, same: bool) -> None:
    """Age and fortune are whoever was named last; "the singer" is not the mayor."""
    text = f"Mayor Ada Pell said the port was full.\n\n{words} said the quay was empty."
    who = "Ada Pell, 41," if not same else "Ada Pell"
    text = text.replace("Mayor Ada Pell", f"Mayor {who}" if not same else who)
    mention = text[: text.index(" said")]
    found = sourced(text, (mention, "said", "the port was full"), (words, "said", "the quay was empty"))
    assert (found.attributed[0].sources == found.attributed[1].sources) is same
