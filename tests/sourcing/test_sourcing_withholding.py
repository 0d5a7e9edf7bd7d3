"""Ways of saying that a name is withheld, and why; of whom it is said; and what only looks like it."""

from __future__ import annotations

import pytest

from onrecord.model import Identity, Reason, Span
from onrecord.rubric import Entry, vocabulary
from onrecord.sourcing.anonymity import anonymity_in, withholdings
from onrecord.sourcing.wordings import Wordings
from tests.sourcing.by_hand import told

NONE, STOCK, SPECIFIC = Reason.NONE, Reason.STOCK, Reason.SPECIFIC
DISCLOSING = ("none", "stock", "specific", "fear")


@pytest.mark.parametrize("entry", [e for e in vocabulary("anonymity").entries if e.value in DISCLOSING], ids=str)
def test_each_entrys_examples(entry: Entry) -> None:
    """The hit is found, the miss is not."""
    assert withholdings(entry.hit, Span(0, len(entry.hit)))
    assert not withholdings(entry.miss, Span(0, len(entry.miss)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The vet begged us not to print her surname.", NONE),
        ("He preferred not to be quoted by name.", NONE),
        ("She wouldn’t give her full name.", NONE),
        ("They insisted that their names not be used.", NONE),
        ("The Herald has agreed not to identify them.", NONE),
        ("The Herald is not publishing his name.", NONE),
        ("Her identity is known to the editors.", NONE),
        ("His name is known to the Evening Herald.", NONE),
        ("Her name has been changed.", NONE),
        ("He identified himself only as a driver.", NONE),
        ("She would give only her initials.", NONE),
        ("He asked to be identified only by his middle name.", NONE),
        ("Both wished to remain anonymous.", NONE),
        ("They were granted anonymity.", NONE),
        ("He spoke to reporters on deep background.", NONE),
        ("No one was willing to be quoted by name.", NONE),
        ("She did not want her surname published.", NONE),
        ("The stoker, not his real name, left in May.", NONE),
        ("He asked the editor of the Herald not to name him.", NONE),
        ("She refused to go on the record.", NONE),
        ("He spoke under a pseudonym.", NONE),
        ("She made the same request.", NONE),
        ("He had no authority to talk to the press.", STOCK),
        ("She cannot be named for legal reasons.", STOCK),
        ("He asked not to be named, citing company policy.", STOCK),
        ("They cannot be identified under the rules of the court.", STOCK),
        ("The aides, who weren’t cleared to discuss the arrests, shrugged.", STOCK),
        ("He asked not to be named because the bid has not been announced.", STOCK),
        ("They spoke on condition of anonymity in order to speak candidly.", STOCK),
        ("The general spoke under the ministry’s ground rules.", STOCK),
        ("He asked that his name be kept secret, given the sensitivity of the talks.", STOCK),
        ("The weekly withheld her name because she has signed a confidentiality agreement.", SPECIFIC),
        ("He asked us to keep his name out of it, for fear of the landlord.", SPECIFIC),
        ("Because her brother is still on the payroll, she asked not to be named.", SPECIFIC),
        ("His wife works for the mill, so he asked us not to use his name.", SPECIFIC),
        ("Fearing reprisals, he would not be identified.", SPECIFIC),
        ("To protect her children, we are not naming her.", SPECIFIC),
        ("He would be out of work by noon if I named him.", SPECIFIC),
        ("She asked for anonymity, as she still has family in the valley.", SPECIFIC),
        ("He was not authorised to speak and feared losing his pension.", SPECIFIC),
        ("The Herald does not name victims of assault.", SPECIFIC),
    ],
)
def test_disclosures(text: str, reason: Reason) -> None:
    """Verbs, objects and negations in any mixture, with the reason that goes with them."""
    found = anonymity_in(text, Span(0, len(text)))
    assert (found.disclosed, found.reason) == (True, reason)


@pytest.mark.parametrize(
    "text",
    [
        "He asked not to be disturbed.",
        "The suspect, who has not been named, fled.",
        "The named official left.",
        "She asked for her name to be added.",
        "She gave her name as Ilse Kroon.",
        "Like many islanders, he uses only one name.",
        "The ship was not to be named after a general.",
        "The donor lost his anonymity when the bank wrote to him.",
        "The singer changed her name.",
        "The band recorded background music.",
        "The pilot was not authorised to land.",
        "The leaders met to discuss sensitive questions.",
        "They were barred from speaking at the rally.",
        "His name is known to every fan.",
        "She asked for the same soup.",
        "An anonymous letter reached the mayor.",
        "The residents feared losing the bus.",
        "The unnamed minister resigned.",
        "The minister declined to comment.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    """No name is withheld."""
    assert not anonymity_in(text, Span(0, len(text))).disclosed


def test_several_subjects() -> None:
    """Each of those in the subject, and the group that one of them belongs to."""
    text = (
        "Two customs officers said the seal was broken. A lorry driver said it was old. “We saw it,” "
        "one of the officers said.\n\nHe, his colleague and the driver asked not to be named because they were not authorised to speak."
    )
    found = told(
        text,
        ("Two customs officers", "said", "the seal was broken"),
        ("A lorry driver", "said", "it was old"),
        ("one of the officers", "said", "“We saw it,”"),
    )
    assert [a.anonymity.reason for a in found] == [STOCK] * 3


def test_at_the_end_for_all() -> None:
    """ "None of the …": whoever was called so, however far back."""
    text = (
        "A nurse on the ward said the bells rang. Three nurses said nobody came.\n\nThe trust said it was sorry.\n\n"
        "The ward has forty beds.\n\nNone of the nurses would be named, because they could lose their jobs."
    )
    found = told(
        text,
        ("A nurse on the ward", "said", "the bells rang"),
        ("Three nurses", "said", "nobody came"),
        ("The trust", "said", "it was sorry"),
    )
    assert [a.anonymity.reason for a in found] == [SPECIFIC, SPECIFIC, NONE]


@pytest.mark.parametrize(
    "words",
    [
        "The Harbour Post is withholding her name because her contract ends in May.",
        "She did not want her name printed because her contract ends in May.",
        "We are not naming her because her contract ends in May.",
        "The woman asked us to keep her name out of print because her contract ends in May.",
        "(She would lose her contract if we named her.)",
    ],
)
def test_in_the_next_sentence(words: str) -> None:
    """By her own wish or by the outlet's, it is the last unnamed speaker's name."""
    text = f"A crane driver said the brake had failed. {words}"
    (found,) = told(text, ("A crane driver", "said", "the brake had failed"))
    assert (found.identity, found.anonymity.reason) == (Identity.ANONYMOUS_SOURCE, SPECIFIC)


@pytest.mark.parametrize(
    "said",
    ["the driver had asked not to be named", "the boy could not be named", "the caller declined to give his name"],
)
def test_somebody_else_in_the_statement(said: str) -> None:
    """Whose name the police keep is not the police."""
    text = f"Detectives said {said} for fear of revenge."
    (found,) = told(text, ("Detectives", "said", said))
    assert not found.anonymity.disclosed


def test_a_disclosure_joined_to_the_statement() -> None:
    """The subject of both verbs is the speaker."""
    text = "A baker said the flour was wet and asked not to be named."
    (found,) = told(text, ("A baker", "said", "the flour was wet"))
    assert found.anonymity.disclosed


def test_silence_alone_does_not_make_an_anonymous_source() -> None:
    """It gives a stock reason for a name that nobody asked to withhold."""
    text = "A guard, who was not authorised to speak to the press, said the gate was open."
    (found,) = told(text, ("A guard", "said", "the gate was open"))
    assert (found.identity, found.anonymity.reason) == (Identity.UNNAMED_PERSON, STOCK)


def test_letters_in_place_of_names() -> None:
    """Witnesses of a hearing belong to those whose names its order suppressed."""
    text = (
        "Two serving officers gave evidence under an order suppressing their names because they work under cover. "
        "Witness B called the lamp useless. Witness D said it was new."
    )
    found = told(text, ("Witness B", "called", "the lamp useless"), ("Witness D", "said", "it was new"))
    assert [(a.identity, a.anonymity.reason) for a in found] == [(Identity.ANONYMOUS_SOURCE, SPECIFIC)] * 2
    assert found[0].sources != found[1].sources


def test_a_group_is_told_by_its_members() -> None:
    """Where each of them asked."""
    text = (
        "Two drillers say the pipe leaked. One said it had rusted. He asked not to be named for fear of dismissal. "
        "The other said it was new. He asked for the same cover."
    )
    found = told(
        text,
        ("Two drillers", "say", "the pipe leaked"),
        ("One", "said", "it had rusted"),
        ("The other", "said", "it was new"),
    )
    assert found[0].anonymity == found[1].anonymity
    assert found[0].anonymity.reason is SPECIFIC
    assert found[2].anonymity.disclosed


def test_patterns_take_time_by_the_word() -> None:
    """However often a pattern nearly begins."""
    wordings = Wordings([("<ask> <words?> not named", "x")], {"ask": ("asked",)})

    def steps(times: int) -> int:
        text = "asked " * times
        count = 0
        step = wordings._step

        def counted(active: dict[int, int], word: object) -> dict[int, int]:
            nonlocal count
            count += len(active) + 1
            return step(active, word)  # type: ignore[arg-type]

        wordings._step = counted  # type: ignore[method-assign,assignment]
        wordings.find(text + "not named", Span(0, len(text) + 9))
        wordings._step = step  # type: ignore[method-assign]
        return count

    assert steps(400) < 5 * steps(100)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He spoke on condition that neither he nor his unit be identified.", NONE),
        ("She asked the Herald to name neither her nor her village.", NONE),
        ("His name will not be used.", NONE),
        ("The surgeon's name does not appear here.", NONE),
        ("He wanted it kept nameless, and the note is unnamed here.", NONE),
        ("She would rather not see her name in the paper.", NONE),
        ("He gave only his rank.", NONE),
        ("They insisted on anonymity, the figures not being public.", STOCK),
        ("He asked not to be named, not being the designated spokesman.", STOCK),
        ("He asked not to be identified as the inquiry is still open.", STOCK),
        ("She asked for anonymity, as staff are instructed to call the press office.", STOCK),
        ("The guests gave interviews under the usual ground rules.", STOCK),
        ("She cannot be named because of a court order.", SPECIFIC),
        ("He asked not to be named: the last porter who spoke was beaten.", SPECIFIC),
        ("She has a hearing before the licensing board and asked for her name to be left out.", SPECIFIC),
        ("The clerk would forfeit her severance if identified.", SPECIFIC),
    ],
)
def test_families_and_places_of_reasons(text: str, reason: Reason) -> None:
    """Behind a colon, in a participle, in the clause before; a reason of everybody's is stock."""
    found = anonymity_in(text, Span(0, len(text)))
    assert (found.disclosed, found.reason) == (True, reason)


@pytest.mark.parametrize(
    "text",
    [
        "The couple changed their house.",
        "The captain gave his name only when the lamp was lit.",
        "The rain prevented the team from being late.",
        "The officer said he was late.",
    ],
)
def test_near_misses_of_new_families(text: str) -> None:
    """A name given later, a rule on something else."""
    assert not anonymity_in(text, Span(0, len(text))).disclosed


def test_a_refusal_is_no_disclosure() -> None:
    """Who says himself that he may not speak only declines; who is said to be unable to is told of."""
    text = "A guard said he was not authorised to discuss the fire."
    found = told(text, ("A guard", "said", "he was not authorised to discuss the fire"))
    assert not found[0].anonymity.disclosed


def test_a_pseudonym_is_a_name_withheld() -> None:
    """Of a bare name; somebody named in full keeps it."""
    text = "“The pumps were off,” said Ludo, a stoker. It is not his real name."
    found = told(text, ("Ludo, a stoker", "said", "“The pumps were off,”"))
    assert found[0].identity is Identity.ANONYMOUS_SOURCE
    assert found[0].anonymity.disclosed
    text = "“The pumps were off,” said Ludo Brandt, a stoker. Ludo is not his real name, friends joked."
    found = told(text, ("Ludo Brandt, a stoker", "said", "“The pumps were off,”"))
    assert found[0].identity is Identity.NAMED_PERSON


def test_a_disclosure_waits_for_whoever_is_met_behind_it() -> None:
    """Told before the source speaks, in the same paragraph."""
    text = "Secrecy rules prevent the arbiter from being quoted by name. The arbiter said the claim was settled."
    found = told(text, ("The arbiter", "said", "the claim was settled"))
    assert found[0].anonymity.disclosed


def test_the_same_terms_keep_their_reason() -> None:
    """Who speaks under the same terms has the reason told before."""
    text = (
        "A clerk, granted anonymity to speak candidly about the talks, said the bid was low. "
        "Another, under the same terms, said it was high."
    )
    found = told(text, ("A clerk", "said", "the bid was low"), ("Another", "said", "it was high"))
    assert found[1].anonymity.reason is STOCK


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A porter, who begged us not to print a name, laughed.", NONE),
        ("A cook, who did not want naming, laughed.", NONE),
        ("The waiter, left unnamed at his own wish, laughed.", NONE),
        ("She did not want her bakery named.", NONE),
        ("He asked that neither his name nor his street be mentioned.", NONE),
        ("She did not want to appear by name.", NONE),
        ("A clerk, who asked not to be named, said it was too early to speak of a fire in the family home.", NONE),
        ("A guest who was in the hall and asked not to be named said that two men lost their jobs.", NONE),
        ("A clerk, who asked to remain anonymous, said it had rained since May.", NONE),
        ("A judge, who asked not to be named because the case is open, said the clerk could lose his job.", STOCK),
        ("A judge, who under the court's rules cannot be named, laughed.", STOCK),
        ("He spoke on background under the bank's rules.", STOCK),
        ("He cannot be named for professional reasons.", STOCK),
        ("She was granted anonymity to discuss the merger.", STOCK),
        ("She may not speak to reporters.", STOCK),
        ("He asked not to be named because he sits on the panel that leads the talks.", SPECIFIC),
        ("A miner, who fears for his pension and asked not to be named, laughed.", SPECIFIC),
        ("A surgeon, who cannot be named without ending her career, laughed.", SPECIFIC),
        ("He asked not to be named because he signed a secrecy pledge.", SPECIFIC),
        ("A nurse, whose name we keep back because two colleagues were moved for less, laughed.", SPECIFIC),
        ("A guard, who feared a month of extra duty if he were found out, laughed.", SPECIFIC),
        ("She asked not to be named and said she could lose her lease.", SPECIFIC),
        ("He asked that his name be left out: “They would come for my brother.”", SPECIFIC),
    ],
)
def test_reasons_end_where_the_main_clause_goes_on(text: str, reason: Reason) -> None:
    """What is said behind a disclosure is no reason for it; a clause before, behind or beside it may be one."""
    found = anonymity_in(text, Span(0, len(text)))
    assert (found.disclosed, found.reason) == (True, reason)


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to give the details of the sale.",
        "She did not want her son named after a general.",
        "Prosecutors said they would charge the man if he were identified.",
        "The porter may not speak German.",
    ],
)
def test_near_misses_of_wider_families(text: str) -> None:
    """A name given to a child, an unknown suspect, a matter kept back."""
    assert not anonymity_in(text, Span(0, len(text))).disclosed


def test_a_pronoun_is_a_whole_subject() -> None:
    """Whatever is said of it before it comes to the name; who speaks behind it may be meant."""
    text = "A rower said the oars were taken. He still trains there and asked not to be named for fear of a ban."
    (found,) = told(text, ("A rower", "said", "the oars were taken"))
    assert (found.identity, found.anonymity.reason) == (Identity.ANONYMOUS_SOURCE, SPECIFIC)
    text = "Her nephew works at the pit. He asked that his name be left out; the nephew said the pump was new."
    (found,) = told(text, ("the nephew", "said", "the pump was new"))
    assert found.identity is Identity.ANONYMOUS_SOURCE
