"""``GET /v1/rubric``."""

from __future__ import annotations

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from onrecord.rubric import rubric


def test_every_rule_comes_with_its_standards(client: FlaskClient) -> None:
    """All that a report can name is explained, and nothing cites what is not a standard of the rubric."""
    told = client.get("/v1/rubric").get_json()
    rules = rubric()
    assert told["ruleset_version"] == rules.version
    assert [rung["id"] for rung in told["rungs"]] == [rung.id for rung in rules.rungs.values()]
    assert {signal["id"] for signal in told["signals"]} == set(rules.signals)
    assert {number["id"] for number in told["score"]} == set(rules.score.reasons)
    for part in ("rungs", "modifiers", "signals", "hedges", "agentless", "cues"):
        assert told[part]
        for rule in told[part]:
            assert all(rule[key] for key in ("definition", "hit", "miss"))
            assert rule["standards"]
            assert all(s["id"] in rules.standards and s["organisation"] for s in rule["standards"])


def test_who_has_this_version_gets_no_body(client: FlaskClient) -> None:
    """The entity tag is the rule set's version."""
    tag = client.get("/v1/rubric").headers["ETag"]
    assert tag == f'"{rubric().version}"'
    again = client.get("/v1/rubric", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_the_rules_are_read_only(client: FlaskClient) -> None:
    """Other methods are refused with a problem."""
    answer = client.post("/v1/rubric")
    assert answer.status_code == 405
    assert answer.content_type == "application/problem+json"


def test_the_page_of_the_rules_has_each_under_its_id(client: FlaskClient) -> None:
    """What a report's rules and signals lead to, with definition and standard."""
    page = BeautifulSoup(client.get("/rubric").text, "lxml")
    assert not page.find_all("script")
    rules = rubric()
    for rule in (*rules.rungs.values(), *rules.modifiers.values(), *rules.signals.values(), *rules.hedges):
        section = page.find("section", id=rule.id)
        assert section is not None
        assert rule.definition in section.get_text()
        assert "Rests on" in section.get_text()
