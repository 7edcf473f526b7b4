"""Loaders of the public sets, on invented rows in the sets' shapes."""

from __future__ import annotations

import gzip
import json

import pytest

from recount.model import IncidentType
from recount.resources.encoder.labels import SCOPES, STANCES, TAGS, TYPES
from recount.training.sets import muc4, own, shootings, spans
from recount.training.sets.files import digest_of, in_part, read_rows

MUC_TEXT = (
    "OSTRELLE, 3 JAN 31 -- THE VENNICK FRONT KIDNAPPED MAYOR ORLO PELL YESTERDAY."
    " THE VENNICK FRONT COMMANDOS FLED. A BOMB DAMAGED THE TOWN HALL OF QUAND."
)


def write(path, rows):
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(lines) if path.suffix == ".gz" else lines)
    return path


def words(example, tag):
    return [example.text[m.start : m.end] for m in example.marks if m.tag == tag]


def held_key(modulus, *, held):
    return next(f"key{n}" for n in range(1_000) if in_part(f"key{n}", modulus) is held)


@pytest.fixture
def kidnapping():
    return {
        "INCIDENT: TYPE": ["KIDNAPPING"],
        "PERP: ORGANIZATION ID": ['"VENNICK FRONT"'],
        "HUM TGT: NAME": ['"ORLO PELL"'],
    }


def test_a_filler_is_marked_wherever_it_stands(kidnapping):
    example = muc4.example_of(MUC_TEXT, [kidnapping])
    assert words(example, "perpetrator_organisation") == ["VENNICK FRONT", "VENNICK FRONT"]
    assert words(example, "victim_name") == ["ORLO PELL"]


def test_a_filler_has_the_types_that_its_template_may_be(kidnapping):
    example = muc4.example_of(MUC_TEXT, [kidnapping])
    (mark,) = [m for m in example.marks if m.tag == "victim_name"]
    assert dict(mark.classes)["type"] == {TYPES.index(IncidentType.ABDUCTION)}
    assert mark.groups == {"0"}


def test_fillers_of_two_templates_are_in_two_groups(kidnapping):
    bombing = {"INCIDENT: TYPE": ["BOMBING"], "PHYS TGT: ID": ['"TOWN HALL"']}
    example = muc4.example_of(MUC_TEXT, [kidnapping, bombing])
    groups = {m.tag: m.groups for m in example.marks if m.tag in muc4.TAGS}
    assert groups["physical_target"] == {"1"}
    assert groups["victim_name"] == {"0"}


def test_a_text_without_templates_tells_of_no_terror():
    example = muc4.example_of(MUC_TEXT, [])
    assert example.marks == ()
    assert example.outside == {"terror"}


def test_texts_of_the_exam_are_left_out(tmp_path, kidnapping):
    rows = [{"id": name, "text": MUC_TEXT, "templates": [kidnapping]} for name in ("a", "b")]
    path = write(tmp_path / "train.jsonl", rows)
    assert len(list(muc4.load(path, frozenset({"a"})))) == 1


def test_an_attribution_ties_its_source_cue_and_content(tmp_path):
    text = "Rain will come, the mayor said. It did."
    row = {
        "text": text,
        "attributions": [
            [
                {"role": "Content", "spans": [0, 14]},
                {"role": "Source", "spans": [16, 25]},
                {"role": "Cue", "spans": [26, 30]},
            ]
        ],
    }
    path = write(tmp_path / "train.jsonl.gz", [row, row])
    (example,) = spans.polnear(path)
    assert words(example, "source") == ["the mayor"]
    assert words(example, "cue") == ["said"]
    assert {m.groups for m in example.marks} == {frozenset({"0"})}


def test_the_dev_part_of_sentences_with_places_is_left_out(tmp_path):
    rows = [
        {"text": held_key(5, held=held), "spans": [{"start": 0, "end": 3, "label": label}]}
        for held in (True, False)
        for label in ("LOCATION",)
    ]
    (example,) = spans.event_location(write(tmp_path / "train.jsonl.gz", rows))
    assert not in_part(example.text, 5)
    assert words(example, "event_place") == [example.text[:3]]


@pytest.mark.parametrize("end", [0, 1, 2])
def test_sentences_whose_label_of_a_place_is_no_word_are_left_out(tmp_path, end):
    row = {
        "text": held_key(5, held=False),
        "spans": [{"start": 0, "end": end, "label": "LOCATION"}],
    }
    assert list(spans.event_location(write(tmp_path / "train.jsonl.gz", [row]))) == []


def test_entities_and_toponyms_keep_to_their_parts(tmp_path):
    free, held = held_key(5, held=False), held_key(5, held=True)
    entity = {"type": "Weapon", "start": 2, "end": 7}
    rows = [{"id": i, "text": "a rifle", "entities": [entity]} for i in (free, held)]
    (example,) = spans.re3d(write(tmp_path / "documents.jsonl", rows), frozenset())
    assert words(example, "armament") == ["rifle"]
    assert list(spans.re3d(tmp_path / "documents.jsonl", frozenset({digest_of("a rifle")}))) == []
    rows = [
        {"id": i, "text": "in Quand", "toponyms": [{"start": 3, "end": 8}]} for i in (free, held)
    ]
    (example,) = spans.toponyms(write(tmp_path / "lgl.jsonl", rows), frozenset())
    assert (example.source, words(example, "toponym")) == ("lgl", ["Quand"])


def test_participants_of_shootings_are_marked_by_what_befell_them(tmp_path):
    free, held = held_key(10, held=False), held_key(10, held=True)
    people = [
        {"name": "Orlo Pell", "status": "Killed", "type": "Victim"},
        {"name": "Ansa Quiry", "status": "Injured", "type": "Victim"},
        {"name": "Tam Ruddle", "status": "Arrested", "type": "Subject-Suspect"},
        {"name": "Mono", "status": "Killed", "type": "Victim"},
    ]
    text = "Orlo Pell died; Ansa Quiry was hurt. Ruddle was held. Mono."
    write(
        tmp_path / "incidents.jsonl",
        [{"incident": i, "participants": people} for i in (free, held)],
    )
    write(
        tmp_path / "articles.jsonl.gz",
        [{"incident": free, "text": text}, {"incident": held, "text": text + " More."}],
    )
    (example,) = shootings.load(tmp_path, frozenset())
    assert words(example, "dead_name") == ["Orlo Pell"]
    assert words(example, "hurt_name") == ["Ansa Quiry"]
    assert words(example, "suspect_name") == ["Ruddle"]
    assert list(shootings.load(tmp_path, frozenset({digest_of(text)}))) == []


def account(**changes):
    empty = {
        name: []
        for name in (
            *("perpetrators", "targets", "victims", "weapons", "places", "counts"),
            "responsibility",
        )
    }
    return {
        "id": "a1",
        "type": "Attack",
        "realis": "actual",
        "scope": "political",
        "triggers": [[7, 12]],
        "site": None,
        "date": None,
        **empty,
        **changes,
    }


def standoff_row(text, *accounts):
    return {
        "text_sha256": digest_of(text),
        "accounts": list(accounts),
        "tallies": [],
        "clutter": [],
    }


def test_standoff_labels_find_their_text_by_its_digest(tmp_path):
    text = "Gunmen fired at a bus; rebels denied it."
    told = account(
        perpetrators=[[0, 6]],
        responsibility=[{"actor": [23, 29], "stance": "denied", "by": None}],
    )
    path = write(tmp_path / "t.jsonl", [standoff_row(text, told), standoff_row("elsewhere", told)])
    (example,) = own.standoff(path, {digest_of(text): text})
    assert words(example, "trigger") == ["fired"]
    assert words(example, "perpetrator") == ["Gunmen"]
    (_, stance) = [m for m in example.marks if m.tag == own.RESPONSIBLE]
    assert dict(stance.classes)["stance"] == {[s.value for s in STANCES].index("denied")}


def test_words_of_two_incidents_belong_to_both_and_may_be_of_either_scope(tmp_path):
    text = "Gunmen fired at a bus; rebels denied it."
    rows = [standoff_row(text, account(), account(id="a2", scope="criminal"))]
    (example,) = own.standoff(write(tmp_path / "t.jsonl", rows), {digest_of(text): text})
    (trigger,) = [m for m in example.marks if m.tag == "trigger"]
    assert trigger.groups == {"a1", "a2"}
    assert {SCOPES[at].value for at in dict(trigger.classes)["scope"]} == {"political", "criminal"}


def test_passages_mark_only_what_the_network_knows(corpora):
    known = set(TAGS)
    for example in own.passages(corpora / "passages"):
        for mark in example.marks:
            assert mark.tag in known
            assert 0 <= mark.start < mark.end <= len(example.text)


def test_rounds_say_nothing_of_what_they_do_not_mark(corpora):
    examples = list(own.rounds(corpora / "rounds"))
    assert len(examples) >= 520
    for example in examples:
        assert {mark.tag for mark in example.marks} <= example.tags == own.ROUNDS
        assert not example.tags & {"perpetrator", "victim", "source", "clutter", "tally"}
        assert all(tags < own.ROUNDS for _, tags in example.hubs)


def test_rows_are_read_zipped_or_not(tmp_path):
    for name in ("a.jsonl", "a.jsonl.gz"):
        assert list(read_rows(write(tmp_path / name, [{"a": 1}, {"b": "é"}]))) == [
            {"a": 1},
            {"b": "é"},
        ]
