"""Hedges in sentences as news has them: what is found, of which kind, and what is left alone."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Block, BlockKind, HedgeKind, Span
from onrecord.wording import find_hedges

REPORTIVE, EPISTEMIC, WEASEL = HedgeKind.REPORTIVE, HedgeKind.EPISTEMIC, HedgeKind.WEASEL
SPECULATIVE, APPROXIMATOR, BOOSTER = HedgeKind.SPECULATIVE, HedgeKind.APPROXIMATOR, HedgeKind.BOOSTER

Expected = list[tuple[HedgeKind, str]]


def _article(*blocks: tuple[BlockKind, str]) -> Article:
    """An article of blocks with one line break between them."""
    found, text = [], ""
    for number, (kind, content) in enumerate(blocks):
        found.append(Block(number, kind, len(text), len(text) + len(content)))
        text += content + "\n"
    return Article(text, tuple(found))


def _found(sentence: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Expected:
    article = _article((kind, sentence))
    return [(hedge.kind, hedge.span.of(article.text)) for hedge in find_hedges(article, ())]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # wordings like those of a thinly sourced war report
        ("At least 18 recruits left their newly assigned camp.", [(APPROXIMATOR, "At least")]),
        ("Some 18 recruits left the camp.", [(APPROXIMATOR, "Some")]),
        (
            "Thousands of recruits have reportedly been moved north, roughly 18 of them by night.",
            [(REPORTIVE, "reportedly"), (APPROXIMATOR, "roughly")],
        ),
        (
            "The recruits are said to have left posts approximately seven kilometers from the river, raising questions "
            "about morale.",
            [(REPORTIVE, "are said to"), (APPROXIMATOR, "approximately"), (SPECULATIVE, "raising questions about")],
        ),
        (
            "The departures hint at deeper issues—potentially exposing weaknesses in training.",
            [(SPECULATIVE, "hint at"), (EPISTEMIC, "potentially")],
        ),
        (
            "They also raise the stakes, risking an incident over the loss and potential exposure of staff.",
            [(SPECULATIVE, "raise the stakes"), (SPECULATIVE, "risking"), (EPISTEMIC, "potential")],
        ),
        ("The loss of 18 recruits may reflect broader problems.", [(SPECULATIVE, "may reflect")]),
        ("By winter, over 10,000 recruits had crossed the river.", [(APPROXIMATOR, "over")]),
        ("The pact could unsettle two seas.", [(EPISTEMIC, "could")]),
        # reportive
        ("The vault was allegedly empty.", [(REPORTIVE, "allegedly")]),
        ("A man said to be the driver was held.", [(REPORTIVE, "said to be")]),
        ("A man believed to be the driver was held.", [(WEASEL, "believed to be")]),
        ("She is also understood to favour a sale.", [(REPORTIVE, "is also understood to")]),
        ("It’s believed that the letter was burned.", [(WEASEL, "It’s believed")]),
        ("It was later found that nobody had asked.", []),
        ("The theft was reported to police.", []),
        ("Two suspected members of the ring fled.", [(REPORTIVE, "suspected")]),
        ("Officers suspected the cashier.", []),
        ("The supposed cure was chalk.", [(REPORTIVE, "supposed")]),
        ("You are supposed to sign here.", []),
        ("He filed two insurance claims after the flood.", []),
        # epistemic and word senses
        ("The mill may close in May, and not on May 5.", [(EPISTEMIC, "may")]),
        ("May Ling, 40, said she left last May.", []),
        ("The might of the guild was gone; it might not return.", [(EPISTEMIC, "might")]),
        ("The union might, some argue, leave.", [(EPISTEMIC, "might"), (WEASEL, "some argue")]),
        ("It has long been suspected that he lied.", [(REPORTIVE, "It has long been suspected")]),
        ("They could hear the bell but could not see it.", []),
        ("The ministry could not be reached for comment.", []),
        ("He couldn’t say when it would end.", []),
        ("He ran as fast as he could.", []),
        ("The tide could be higher tonight.", [(EPISTEMIC, "could")]),
        ("Of 800 likely voters, most would likely stay home.", [(EPISTEMIC, "likely")]),
        ("The deal appears to be dead.", [(EPISTEMIC, "appears")]),
        ("She appeared on stage at nine.", []),
        ("It would appear the ferry was late.", [(EPISTEMIC, "appear")]),
        ("Answer as soon as possible.", []),
        ("A possible motive is envy.", [(EPISTEMIC, "possible")]),
        ("The school has great potential.", []),
        ("Sales were lower than expected.", []),
        ("The vote is not expected before June.", [(EPISTEMIC, "expected")]),
        ("The survey suggested a shift.", [(EPISTEMIC, "suggested")]),
        ("The mayor suggested a shift.", []),
        ("The mayor suggested that the vote was bought.", [(EPISTEMIC, "suggested")]),
        ("“I don’t think it will rain,” she said.", [(EPISTEMIC, "think")]),
        ("“I believe in rain,” she said.", []),
        ("The brewery said it expects to sell less.", [(EPISTEMIC, "expects")]),
        ("The brewery expects to sell less.", [(EPISTEMIC, "expects")]),
        ("The brewer told the guild that she expects frost.", [(EPISTEMIC, "expects")]),
        ("There is no reason to believe the frost will last.", [(EPISTEMIC, "believe")]),
        ("The guild is inclined to think he left.", [(EPISTEMIC, "think")]),
        ("He was led to the quay to think.", []),
        ("It is still unclear who felled the oak.", [(EPISTEMIC, "unclear")]),
        ("The cause of the fire remains unknown.", [(EPISTEMIC, "unknown")]),
        ("The oak was a gift of an unknown sailor.", []),
        ("The brewer was unclear about the price.", []),
        ("The cellar holds the largest possible cask.", []),
        # speculative framing
        ("Hops rose on fears that the frost would last.", [(SPECULATIVE, "on fears that")]),
        ("The pool was shut over growing concerns about mould.", [(SPECULATIVE, "over growing concerns about")]),
        ("The brewer was asked to comment on fears that she had raised.", []),
        ("The owner, may he rest, and the mill, it may be, are gone.", [(EPISTEMIC, "may"), (EPISTEMIC, "may")]),
        # weasels
        ("Some say the mill was sold; some said nothing.", [(WEASEL, "Some say")]),
        ("Many believe the vote was fair.", [(WEASEL, "Many believe")]),
        ("It is widely thought that he paid.", [(WEASEL, "It is widely thought")]),
        ("Observers have long argued otherwise.", [(WEASEL, "Observers have long argued")]),
        ("Some of the observers argue at night.", []),
        ("Some allotment holders are convinced it was arson.", [(WEASEL, "Some allotment holders are convinced")]),
        ("Many in Lisbon think otherwise.", [(WEASEL, "Many in Lisbon think")]),
        ("Critics of the scheme say it leaks.", [(WEASEL, "Critics of the scheme say")]),
        ("Critics of the scheme at City Hall say it leaks.", []),
        ("Party insiders whisper that he will go.", [(WEASEL, "Party insiders whisper")]),
        ("Some call her brisk; others describe a bully.", [(WEASEL, "Some call"), (WEASEL, "others describe")]),
        ("Her lawyer, her brother and others say she is well.", []),
        ("Analysts say the bank is sound, and residents fear the noise.", []),
        ("The report cast some doubt on the alibi.", [(SPECULATIVE, "cast some doubt on")]),
        ("Two sailors are feared dead.", [(WEASEL, "are feared")]),
        ("The sale was seen as inevitable, and can be seen as a start.", [(WEASEL, "was seen as")]),
        # speculation
        ("The outage sparked new fears of sabotage.", [(SPECULATIVE, "sparked new fears")]),
        (
            "The post was deleted, raising awkward questions about it.",
            [(SPECULATIVE, "raising awkward questions about")],
        ),
        (
            "Her silence set tongues wagging and is feeding talk of a split.",
            [(SPECULATIVE, "set tongues wagging"), (SPECULATIVE, "feeding talk of")],
        ),
        ("The loan came amid mounting fears of default.", [(SPECULATIVE, "amid mounting fears of")]),
        ("The minister hinted that a tax would follow.", [(SPECULATIVE, "hinted that")]),
        ("He fed the ducks and talked of rain.", []),
        ("Whether it holds remains to be seen.", [(SPECULATIVE, "remains to be seen")]),
        ("She raised questions about the vote.", []),
        # figures
        ("About 300 came to talk about 1989.", [(APPROXIMATOR, "About")]),
        ("The film is about a dog.", []),
        ("Nearly half left after almost two hours.", [(APPROXIMATOR, "Nearly"), (APPROXIMATOR, "almost")]),
        ("It cost up to £4m, more than $5 a head.", [(APPROXIMATOR, "up to"), (APPROXIMATOR, "more than")]),
        ("Over two days she won over a dozen rivals.", []),
        ("He at least tried.", []),
        (
            "It lasted less than an hour and took roughly a fifth.",
            [(APPROXIMATOR, "less than"), (APPROXIMATOR, "roughly")],
        ),
        ("The vein is perhaps two metres thick.", [(APPROXIMATOR, "perhaps")]),
        ("Entry is free for everyone under 18.", []),
        ("Thirty or so stayed.", [(APPROXIMATOR, "or so")]),
        # boosters
        ("The massive leak was clearly no accident.", [(BOOSTER, "massive"), (BOOSTER, "clearly")]),
        ("The exits are clearly marked.", []),
        ("It was an absolutely catastrophic night.", [(BOOSTER, "absolutely"), (BOOSTER, "catastrophic")]),
        ("An extraordinary meeting was called.", []),
    ],
)
def test_sentences(sentence: str, expected: Expected) -> None:
    """Each sentence gives these hedges, in this order, and no others."""
    assert _found(sentence) == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Guild May Close Mill", [(EPISTEMIC, "May")]),
        ("GUILD MAY CLOSE MILL", [(EPISTEMIC, "MAY")]),
        ("Guild may close mill", [(EPISTEMIC, "may")]),
        ("Guild Closed Mill in May", []),
        ("Insiders: Mill Knew of Debt", [(WEASEL, "Insiders")]),
        ("May Fair Returns", []),
        ("Vote Set For May 5", []),
    ],
)
def test_capitals_say_nothing_in_a_headline(headline: str, expected: Expected) -> None:
    """A headline's letter case does not decide what is found."""
    assert _found(headline, BlockKind.HEADLINE) == expected


def test_ids_count_in_text_order() -> None:
    """Hedges are numbered over all blocks, and point into the article's text."""
    article = _article(
        (BlockKind.HEADLINE, "Mill reportedly sold"), (BlockKind.PARAGRAPH, "It may be so, perhaps for about 3 years.")
    )
    hedges = find_hedges(article, ())
    assert [hedge.id for hedge in hedges] == ["h1", "h2", "h3", "h4"]
    assert [hedge.span.of(article.text) for hedge in hedges] == ["reportedly", "may", "perhaps", "about"]
    assert all(hedge.attribution is None for hedge in hedges)


def test_blocks_that_are_not_judged_are_left_out() -> None:
    """Captions and promos are not the article's own text."""
    article = _article((BlockKind.CAPTION, "Perhaps a mill."), (BlockKind.PROMO, "Maybe read this."))
    assert find_hedges(article, ()) == ()


def test_a_phrase_does_not_run_over_the_edge_of_a_block() -> None:
    """The end of one block and the start of the next are no phrase."""
    assert find_hedges(_article((BlockKind.LIST_ITEM, "Some"), (BlockKind.LIST_ITEM, "say")), ()) == ()


def test_words_in_quotations_are_the_speakers() -> None:
    """A hedge within a quotation is marked so, in whatever order the quotations are given; one outside is not."""
    text = "“It may fail,” she said. The mill might close. “Perhaps,” he said."
    article = _article((BlockKind.PARAGRAPH, text))
    quotations = [Span(text.index("“Perhaps"), text.index(" he")), Span(0, text.index(" she"))]
    found = {hedge.span.of(text): hedge.in_quotation for hedge in find_hedges(article, quotations)}
    assert found == {"may": True, "might": False, "Perhaps": True}


@pytest.mark.parametrize("text", ["", " ", "…", "’", "\u00ad", "\ud800 may be", "😀 may 😀", "it may \u00ad be"])
def test_odd_texts_do_no_harm(text: str) -> None:
    """Empty, unprintable and broken texts are read like any other."""
    assert [words for _, words in _found(text)] == (["may"] if "may" in text else [])
