"""The packaged rules, and what the loader refuses."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from onrecord.model import HedgeKind, Stance
from onrecord.rubric import CueAct, Per, RubricError, rubric
from onrecord.rubric.data import packaged, parse, version
from onrecord.rubric.loading import build

SIGNALS = {
    "headline_overclaims",
    "headline_drops_hedge",
    "central_claim_one_source",
    "anonymous_attack",
    "plural_for_one",
    "response_not_sought",
    "documents_not_linked",
    "independent_corroboration",
    "lead_rests_on_unnamed",
    "figures_disagree",
    "intelligence_sole_basis",
    "factive_unnamed",
    "closing_speculation",
    "agentless_density",
    "bare_sources",
    "anonymity_unexplained",
    "hearsay_chain",
    "limits_stated",
    "response_included",
    "several_named_sources",
    "primary_documents_linked",
}


@pytest.fixture
def data() -> dict[str, dict[str, Any]]:
    """The packaged data, free to be broken."""
    return copy.deepcopy({name: dict(table) for name, table in packaged().items()})


def test_the_package_is_read_once() -> None:
    """Two calls give the same object."""
    assert rubric() is rubric()


def test_rungs_have_the_values_of_the_ladder() -> None:
    """The nine rungs stand in order with the values that the rubric's score is defined by."""
    values = {number: rung.value for number, rung in rubric().rungs.items()}
    assert values == {0: 0, 1: 10, 2: 20, 3: 35, 4: 55, 5: 65, 6: 80, 7: 95, 8: 100}
    assert list(values) == list(range(9))
    assert rubric().rungs[3].id == "RUNG-3"


def test_modifiers_have_the_amounts_of_the_rubric() -> None:
    """A relay takes a whole rung down to 1, corroboration adds a half up to 4.5, a stacked hedge takes a half."""
    found = {m.id: (m.amount, m.limit, m.highest_rung) for m in rubric().modifiers.values()}
    assert found == {"relay_hop": (-1, 1, None), "corroborated": (0.5, 4.5, None), "stacked_hedge": (-0.5, 0, 3)}


def test_signals_are_those_that_can_be_found() -> None:
    """The file lists the signals whose detection exists, negative and positive."""
    signals = rubric().signals
    assert set(signals) == SIGNALS
    assert {s.id for s in signals.values() if s.points > 0} == {
        "limits_stated",
        "response_included",
        "several_named_sources",
        "independent_corroboration",
        "primary_documents_linked",
    }
    assert all(abs(s.points) <= abs(s.limit) for s in signals.values())
    assert signals["bare_sources"].per is Per.EACH


def test_score_settings_each_have_a_reason() -> None:
    """No number of the score stands without the reason for it."""
    settings = rubric().score
    numbers = set(type(settings).__dataclass_fields__) - {"reasons"}
    assert set(settings.reasons) == numbers
    assert (settings.headline_weight, settings.lead_weight, settings.body_weight) == (2.0, 1.5, 1.0)
    assert (settings.band_well, settings.band_mostly, settings.band_thinly) == (80, 60, 40)
    assert (settings.minimum_words, settings.minimum_attributions, settings.signal_bound) == (120, 3, 25)


def test_no_standard_is_cited_from_memory() -> None:
    """Every citation was read or quoted, and what On Record decides itself is called so."""
    standards = rubric().standards
    assert "our-judgement" in standards
    assert {s.certainty.value for s in standards.values()} == {"read", "quoted"}
    assert standards["w3c-8.2.1.5"].section == "8.2.1.5"


def test_every_kind_of_hedge_has_entries() -> None:
    """No kind of the model is without words."""
    assert {entry.kind for entry in rubric().hedges} == set(HedgeKind)


def test_cues_are_broad_and_cover_every_stance_and_act() -> None:
    """There are at least two hundred cues, and each stance and each act occurs."""
    cues = rubric().cues
    assert len({cue.lemma for cue in cues}) >= 200
    assert {cue.stance for cue in cues} == set(Stance)
    assert {cue.act for cue in cues} == set(CueAct)
    assert all(cue.group in rubric().cue_groups for cue in cues)
    assert all(form == form.lower() for cue in cues for form in cue.forms)


def test_hits_and_misses_differ() -> None:
    """An example that hits is never given as the one that misses."""
    rules = rubric()
    examples = [(r.hit, r.miss) for r in rules.rungs.values()]
    examples += [(m.hit, m.miss) for m in rules.modifiers.values()]
    examples += [(s.hit, s.miss) for s in rules.signals.values()]
    examples += [(h.hit, h.miss) for h in rules.hedges]
    examples += [(g.hit, g.miss) for g in rules.cue_groups.values()]
    assert all(hit != miss for hit, miss in examples)


def test_the_rubric_is_read_only() -> None:
    """Nobody can change a rule for the others."""
    with pytest.raises(TypeError):
        rubric().signals["new"] = rubric().signals["bare_sources"]  # type: ignore[index]


def test_version_is_twelve_hexadecimal_digits() -> None:
    """The fingerprint is short enough to print and long enough to tell rule sets apart."""
    assert len(rubric().version) == 12
    assert int(rubric().version, 16) >= 0


def test_version_does_not_depend_on_the_order_of_files(data: dict[str, dict[str, Any]]) -> None:
    """Whatever order a file system lists, the fingerprint is the same."""
    assert version(dict(reversed(data.items()))) == rubric().version


def test_version_changes_with_any_rule(data: dict[str, dict[str, Any]]) -> None:
    """One changed number is another rule set."""
    data["rungs.toml"]["rung"][0]["value"] = 99
    assert version(data) != rubric().version


@pytest.mark.parametrize("file", ["standards", "rungs", "signals", "score", "hedges", "cues"])
def test_a_missing_file_is_named(data: dict[str, dict[str, Any]], file: str) -> None:
    """The error says which file is not there."""
    del data[f"{file}.toml"]
    with pytest.raises(RubricError, match=rf"{file}\.toml, whole file: no such file"):
        build(data)


@pytest.mark.parametrize("key", ["definition", "standards", "hit", "miss", "why", "points", "title"])
def test_a_missing_key_is_named(data: dict[str, dict[str, Any]], key: str) -> None:
    """The error says which entry lacks what."""
    del data["signals.toml"]["signal"][0][key]
    with pytest.raises(RubricError, match=rf"signals\.toml, headline_overclaims: {key} is missing"):
        build(data)


@pytest.mark.parametrize("key", ["definition", "standard", "hit", "miss"])
def test_a_hedge_without_its_standard_or_examples_is_refused(data: dict[str, dict[str, Any]], key: str) -> None:
    """Each hedge must say what it is, on which standard it rests, and show a hit and a miss."""
    del data["hedges.toml"]["hedge"][0][key]
    with pytest.raises(RubricError, match=rf"hedges\.toml, reportedly: {key} is missing"):
        build(data)


def test_blank_text_is_refused(data: dict[str, dict[str, Any]]) -> None:
    """A definition of spaces is none."""
    data["rungs.toml"]["rung"][1]["definition"] = "  "
    with pytest.raises(RubricError, match="definition must be text"):
        build(data)


@pytest.mark.parametrize(
    ("file", "array"),
    [("signals", "signal"), ("rungs", "rung"), ("hedges", "hedge"), ("cues", "group"), ("standards", "standard")],
)
def test_unknown_keys_are_refused(data: dict[str, dict[str, Any]], file: str, array: str) -> None:
    """A misspelt key is an error, not a rule without effect."""
    data[f"{file}.toml"][array][0]["pionts"] = 1
    with pytest.raises(RubricError, match="unknown key pionts; known are"):
        build(data)


def test_unknown_settings_are_refused(data: dict[str, dict[str, Any]]) -> None:
    """A setting that nothing reads is an error."""
    data["score.toml"]["headline_wieght"] = {"value": 1, "reason": "typo"}
    with pytest.raises(RubricError, match=r"score\.toml, top level: unknown key headline_wieght"):
        build(data)


def test_settings_without_reason_are_refused(data: dict[str, dict[str, Any]]) -> None:
    """A number nobody justified does not load."""
    del data["score.toml"]["signal_bound"]["reason"]
    with pytest.raises(RubricError, match=r"score\.toml, signal_bound: reason is missing"):
        build(data)


@pytest.mark.parametrize(("file", "array"), [("signals", "signal"), ("hedges", "hedge"), ("standards", "standard")])
def test_duplicate_ids_are_refused(data: dict[str, dict[str, Any]], file: str, array: str) -> None:
    """Two rules cannot share an id."""
    entries = data[f"{file}.toml"][array]
    entries.append(entries[0])
    with pytest.raises(RubricError, match="the id is given twice"):
        build(data)


def test_unknown_standards_are_refused(data: dict[str, dict[str, Any]]) -> None:
    """A rule cannot rest on a standard that is not listed."""
    data["signals.toml"]["signal"][0]["standards"] = ["ap-imagined"]
    with pytest.raises(RubricError, match="no standard has the id 'ap-imagined'"):
        build(data)


def test_standards_from_memory_are_refused(data: dict[str, dict[str, Any]]) -> None:
    """What is only recalled must not be cited."""
    data["standards.toml"]["standard"][1]["certainty"] = "recalled"
    with pytest.raises(RubricError, match="certainty must be one of read, quoted, not 'recalled'"):
        build(data)


@pytest.mark.parametrize(
    ("file", "array", "key"),
    [("signals", "signal", "per"), ("hedges", "hedge", "kind"), ("cues", "group", "stance"), ("cues", "group", "act")],
)
def test_unknown_values_are_refused(data: dict[str, dict[str, Any]], file: str, array: str, key: str) -> None:
    """Only the values of the model are taken."""
    data[f"{file}.toml"][array][0][key] = "sometimes"
    with pytest.raises(RubricError, match=f"{key} must be one of .*, not 'sometimes'"):
        build(data)


@pytest.mark.parametrize("points", [-9, 7, "six", True])
def test_points_out_of_bounds_are_refused(data: dict[str, dict[str, Any]], points: object) -> None:
    """No single finding may decide a band."""
    data["signals.toml"]["signal"][0]["points"] = points
    with pytest.raises(RubricError, match="points must be a number from"):
        build(data)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"points": 0}, "points must not be 0"),
        ({"points": -2, "limit": 4, "per": "each"}, "leaves no room"),
        ({"points": -2, "limit": -1, "per": "each"}, "leaves no room"),
        ({"points": -2, "limit": -4, "per": "once"}, "limit must equal points"),
        ({"why": "The headline {} overstates."}, "placeholders in why must be names"),
        ({"why": "The headline {source overstates."}, "why is no template"),
    ],
)
def test_signals_that_cannot_work_are_refused(
    data: dict[str, dict[str, Any]], change: dict[str, object], problem: str
) -> None:
    """Points, limit and sentence of a signal must fit together."""
    data["signals.toml"]["signal"][0].update(change)
    with pytest.raises(RubricError, match=problem):
        build(data)


def test_a_ladder_with_a_missing_rung_is_refused(data: dict[str, dict[str, Any]]) -> None:
    """All nine rungs must be there."""
    del data["rungs.toml"]["rung"][3]
    with pytest.raises(RubricError, match="one rung for each number"):
        build(data)


def test_a_ladder_that_does_not_rise_is_refused(data: dict[str, dict[str, Any]]) -> None:
    """A higher rung is worth more."""
    data["rungs.toml"]["rung"][0]["value"] = 90
    with pytest.raises(RubricError, match=r"RUNG-8: value 90\.0 is not above that of RUNG-7"):
        build(data)


def test_bands_that_do_not_rise_are_refused(data: dict[str, dict[str, Any]]) -> None:
    """The bands follow each other."""
    data["score.toml"]["band_mostly"]["value"] = 85
    with pytest.raises(RubricError, match="must rise"):
        build(data)


@pytest.mark.parametrize("form", ["May", "it’s said", "may  be", ""])
def test_hedges_that_could_never_be_found_are_refused(data: dict[str, dict[str, Any]], form: str) -> None:
    """Forms must be spelt as the matcher spells a text."""
    data["hedges.toml"]["hedge"][0]["words"] = [form]
    with pytest.raises(RubricError, match="reportedly: words"):
        build(data)


def test_references_to_unknown_groups_are_refused(data: dict[str, dict[str, Any]]) -> None:
    """A misspelt group is an error, not a form that matches nothing."""
    data["hedges.toml"]["hedge"][0]["not_after"] = ["<pronuon>"]
    with pytest.raises(RubricError, match="refers to <pronuon>, which is no group"):
        build(data)


def test_groups_cannot_contain_themselves(data: dict[str, dict[str, Any]]) -> None:
    """A group may refer to groups above it only, so that expansion ends."""
    data["hedges.toml"]["groups"]["be"] = ["<be>"]
    with pytest.raises(RubricError, match="groups: be: '<be>' refers to <be>, which is no group"):
        build(data)


def test_a_cue_in_two_groups_is_refused(data: dict[str, dict[str, Any]]) -> None:
    """A form has one stance and one act."""
    data["cues.toml"]["group"][1]["verbs"].append("say, says, said, saying")
    with pytest.raises(RubricError, match="'say' stands in neutral-speech too"):
        build(data)


def test_text_that_is_not_toml_is_refused() -> None:
    """The error names the file and the place."""
    with pytest.raises(RubricError, match=r"rungs\.toml, whole file: not TOML: .*line 1"):
        parse("rungs.toml", "name = rung\n")
