"""Every statement of an export holds its value in its own words, at its place in the text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from wording import Words, holds_count, holds_date, numbers_in  # noqa: E402

from recount.resources.countries import country_names  # noqa: E402
from recount.resources.gazetteer import load_places_csv, open_gazetteer  # noqa: E402

PLACES = HERE.parent.parent / "examples" / "gazetteer.csv"


@pytest.fixture(scope="module")
def other_names():
    """Other names of what some words name, by the gazetteer alone."""
    gazetteer = open_gazetteer(load_places_csv(PLACES))
    countries = country_names()

    def names(words: str) -> set[str]:
        found = set()
        for place in gazetteer.lookup(words):
            found |= {place.name, place.admin1 or "", countries.get(place.country or "", "")}
        for name in gazetteer.find(words):
            for place in name.candidates:
                found |= {place.name, countries.get(place.country or "", "")}
        return found - {""}

    return names


def check(recount, ledger, folder, names, everything, *options):
    incidents = recount.rows(ledger, "incidents", folder / "i.jsonl", *everything, *options)
    documents = recount.rows(ledger, "documents", folder / "d.jsonl", *options)
    actors = recount.rows(ledger, "actors", folder / "a.jsonl", *options)
    texts = {document["id"]: document["text"] for document in documents}
    aliases: dict[str, set[str]] = {}
    for actor in actors:
        aliases.setdefault(actor["actor"], set()).update(actor["aliases"])
    words = Words(names, aliases, {**country_names(), "XV": "Talvora"})
    said = [statement for incident in incidents for statement in incident["statements"]]
    wrong = [
        (statement["property"], statement["value"], statement["original"], problem)
        for statement in said
        if (problem := words.problem(statement, texts[statement["document"]])) is not None
    ]
    return said, wrong, words, texts


@pytest.mark.parametrize("options", [(), ("--include-names",)], ids=["masked", "with names"])
def test_all_words_of_the_examples_hold_their_values(
    recount, examples_ledger, tmp_path, other_names, everything, options
):
    said, wrong, _, _ = check(recount, examples_ledger, tmp_path, other_names, everything, *options)
    assert len(said) > 300
    assert wrong == []


@pytest.mark.shared
@pytest.mark.parametrize("options", [(), ("--include-names",)], ids=["masked", "with names"])
def test_all_words_of_the_mission_documents_hold_their_values(
    recount, mission_ledger, tmp_path, other_names, everything, options
):
    said, wrong, _, _ = check(recount, mission_ledger, tmp_path, other_names, everything, *options)
    assert len(said) > 250
    assert wrong == []


def test_the_check_finds_values_that_are_not_in_the_words(
    recount, examples_ledger, tmp_path, other_names, everything
):
    said, _, words, texts = check(recount, examples_ledger, tmp_path, other_names, everything)
    turned = {
        "killed": {"low": 777, "value": 777, "high": 777},
        "wounded": {"low": 777, "value": 777, "high": 777},
        "date": {"start": "1999-01-31", "end": "1999-01-31"},
        "place": {"name": "Qqqq", "site": None, "admin1": None, "admin2": None, "country": None},
        "perpetrator": {"actor": "Zzzz"},
    }
    caught: dict[str, list[bool]] = {name: [] for name in turned}
    for statement in said:
        value = turned.get(statement["property"])
        if value is None or "unknown" in statement["value"]:
            continue
        false = {**statement, "value": {**statement["value"], **value}}
        problem = words.problem(false, texts[statement["document"]])
        caught[statement["property"]].append(problem is not None)
    dates = caught.pop("date")
    assert all(all(found) and len(found) > 3 for found in caught.values())
    assert sum(dates) > 0.5 * len(dates)  # "this morning" holds for any date
    assert words.problem({**said[0], "start": said[0]["start"] + 1}, texts[said[0]["document"]])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("at least 1,200 people", [1200]),
        ("Thirty-eight people", [38]),
        ("two hundred and five", [205]),
        ("12 men and three women", [12, 3]),
        ("three dozen", [36]),
        ("no one", [0, 1]),
    ],
)
def test_the_check_reads_numbers(text, numbers):
    assert numbers_in(text) == numbers


def test_the_check_reads_counts_and_dates():
    count = {"low": 2, "value": 2, "high": 2, "qualifier": "exact", "who": None}
    assert holds_count(count, "Ada Orrin and Bo Tarn")
    assert not holds_count(count, "three men")
    assert holds_count(count, "a farmer and his son")
    several = {**count, "qualifier": "multiple", "value": None, "high": None}
    assert holds_count(several, "the officers")
    assert not holds_count(several, "the officer")
    assert not holds_count(several, "nine officers")
    assert not holds_count({**count, "low": 3, "value": 3, "high": 3}, "a farmer and his son")
    assert not holds_count({**count, "low": 5, "value": 5, "high": 5}, "Ada Orrin and Bo Tarn")
    assert not holds_count({**count, "qualifier": "dozens", "low": 24, "value": None}, "many men")
    day = {"start": "2031-05-02", "end": "2031-05-02"}
    assert holds_date(day, "2 May")
    assert holds_date(day, "on Friday")
    assert holds_date(day, "this morning")
    assert not holds_date(day, "on Monday")
    assert not holds_date(day, "2 June 2031")
    assert not holds_date(day, "May 1999")
    assert not holds_date(day, "the market")
