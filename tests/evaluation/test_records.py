"""The scorers of maverick, wikievents and re3d on hand-made rows."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace

import pytest

from recount.evaluation import maverick, re3d, wikievents
from recount.evaluation.match import Tally3
from recount.evaluation.product import ReadAccount
from recount.model import IncidentType, Property, Qualifier, Realis, Scope, Span, Stance


def record(name, event, deaths=(1, 1, 1), day=date(2031, 3, 4), city="Orlan", title="Title"):
    return maverick.Record(
        id=name,
        event=event,
        country="Kenya",
        start=day,
        end=day,
        city=city,
        location="",
        lat=1.0,
        lon=2.0,
        precision="3",
        context="Clash",
        violence="Shooting",
        actors=(maverick.Actor("Grey Hand", "Political actor", perpetrator=True, victim=False),),
        deaths=deaths,
        injuries=(None, None, None),
        author="Wire",
        source=f"Wire (2031-03-05) {title}",
    )


def values(scores):
    return {score.name: score.value for score in scores}


def test_pairs_of_records_are_scored_beside_the_exact_key():
    records = [record("a", "1"), record("b", "1"), record("c", "2")]
    rows = [
        maverick.RecordRow(name, cluster) for name, cluster in (("a", "x"), ("b", "x"), ("c", "y"))
    ]
    found = values(maverick.score(records, rows))
    assert found["pair_f1"] == 1.0
    assert found["exact_key_f1"] == pytest.approx(0.5)


def test_presets_are_checked_against_minimum_mode_and_maximum():
    assert maverick.expected("conservative", [3, 5, 5]) == 3
    assert maverick.expected("representative", [3, 5, 5]) == 5
    assert maverick.expected("informative", [3, 5, 5]) == 5
    assert maverick.expected("representative", [3, 5]) is None


def test_the_products_presets_follow_the_definitions():
    records = [record(n, "1", deaths=(d, d, d)) for n, d in (("a", 3), ("b", 5), ("c", 5))]
    assert maverick.rules_exact(records) == [True, True, True]


def test_a_record_becomes_an_account_with_date_place_actor_and_figure():
    made = maverick.account_record(record("a", "1", deaths=(2, 1, 4)))
    assert made.primary(Property.DATE).value.start == date(2031, 3, 4)
    assert made.primary(Property.PLACE).value.country == "KE"
    killed = made.primary(Property.KILLED).value
    assert (killed.low, killed.value, killed.high) == (1, 2, 4)
    assert killed.qualifier is Qualifier.BETWEEN
    assert made.of(Property.PERPETRATOR)[0].value.actor == "Grey Hand"
    assert maverick.document_info(record("a", "1")).published.day == date(2031, 3, 5)


def test_records_that_agree_in_everything_are_linked():
    twins = maverick.link_records([record("a", "1"), record("b", "1", title="Another")])
    assert twins[0].cluster == twins[1].cluster


def test_records_of_one_source_are_two_incidents_of_one_report():
    apart = maverick.link_records([record("a", "1"), record("b", "2")])
    assert apart[0].cluster != apart[1].cluster


def wiki(triggers=(), arguments=()):
    return wikievents.Marked("a", "x" * 60, tuple(triggers), tuple(arguments))


def test_an_argument_is_right_when_it_holds_the_head_in_its_role():
    gold = wiki([Span(0, 5)], [("target", 20, 27), ("place", 30, 35)])
    row = wiki([Span(0, 5), Span(40, 44)], [("target", 12, 27), ("weapon", 30, 35)])
    found = values(wikievents.score([gold], [row]))
    assert found["trigger_precision"] == 0.5
    assert found["trigger_recall"] == 1.0
    assert found["argument_precision"] == 0.5
    assert found["argument_recall"] == 0.5


def test_a_phrase_that_says_a_found_head_again_counts_neither_way():
    gold = [("target", 8, 16)]
    assert wikievents.match_arguments([("target", 8, 16), ("target", 0, 16)], gold) == Tally3(
        1, 1, 1
    )
    assert wikievents.match_arguments([("target", 0, 16), ("target", 20, 25)], gold) == Tally3(
        1, 2, 1
    )


def read_as(record):
    document = SimpleNamespace(accounts=(ReadAccount(record, "i", Realis.ACTUAL, Scope.UNCLEAR),))
    return wikievents.predict(wikievents.Marked("a", "x" * 60, (), ()), document)


def test_whom_somebody_holds_responsible_is_an_attacker(records):
    claims = [
        ("The Ashen Front", Stance.CLAIMED),
        ("The army", Stance.DENIED),
        (None, Stance.UNCLAIMED),
    ]
    record = records.account("d", when=None, where=None, claims=claims)
    assert [role for role, _, _ in read_as(record).arguments] == ["perpetrator"]


def test_accounts_of_types_that_the_data_do_not_mark_are_left_out(records):
    record = records.account("d", kind=IncidentType.AGREEMENT)
    assert read_as(record).triggers == ()


def test_wikievents_text_is_rebuilt_and_other_types_are_left_out(tmp_path):
    row = {
        "doc_id": "a",
        "sentences": [
            [[["Bomb", 0, 4], ["kills", 5, 10], ["guard", 11, 16]], "Bomb kills guard"],
            [[["They", 18, 22], ["met", 23, 26], [".", 26, 27]], "They met."],
        ],
        "entity_mentions": [{"id": "T1", "start": 2, "end": 3}],
        "event_mentions": [
            {
                "event_type": "Life.Die.Unspecified",
                "trigger": {"start": 1, "end": 2},
                "arguments": [{"entity_id": "T1", "role": "Victim"}],
            },
            {"event_type": "Contact.Meet", "trigger": {"start": 4, "end": 5}, "arguments": []},
        ],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(row))
    (gold,) = wikievents.load(tmp_path)
    assert gold.text == "Bomb kills guard\n\nThey met."
    assert [span.of(gold.text) for span in gold.triggers] == ["kills"]
    assert [gold.text[s:e] for _, s, e in gold.arguments] == ["guard"]


def test_entities_are_scored_by_type_with_half_overlap():
    gold = re3d.Entities("a", "x" * 60, (("Person", 0, 10), ("Location", 20, 30)))
    row = re3d.Entities("a", "x" * 60, (("Person", 2, 10), ("Weapon", 20, 30)))
    found = values(re3d.score([gold], [row]))
    assert found["Person_f1"] == 1.0
    assert found["Location_recall"] == 0.0
    assert found["precision"] == 0.5
