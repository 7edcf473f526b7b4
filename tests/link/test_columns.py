"""Scores and pairs by column are those of two accounts at a time."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest

from recount.link import weights as w
from recount.link.block import blocks, candidate_pairs
from recount.link.columns import columns_of
from recount.link.compare import compare
from recount.link.described import describe
from recount.link.scores import by_distinct, one_by_one, score
from recount.link.spread import Index, found_in
from recount.model import IncidentType, Realis, Stance
from recount.resources.distance import edges_apart, plain_name

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"
TOWNS = ("Ostrava Bay", "Mill Hollow", "Cape Oru", None)
DAYS = ("2031-05-01", "2031-05-02", "2031-05-07", "2031-05", "2031", None)
TALE = (
    "The {0} patrol found forty crates of lamp oil under the {1} pier while Tovik Marrenau and "
    "Ilse Vandahl argued about tide tables, barnacles, gasket prices, obsidian buttons, quinces "
    "and a trombone; later the {0} constable measured every gangway, ledger, windlass, mooring "
    "and turnstile, wrote {1} in pencil, and left by the customs stair with a lantern, two "
    "geese, a barometer and the harbour choir."
)


@pytest.fixture(scope="module")
def world():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        from linking_world import make_world
    finally:
        sys.path.remove(str(BENCHMARKS))
    made = make_world(incidents=40, days=20, countries=2)
    return describe(made.records, made.documents)


@pytest.fixture(scope="module")
def mixed(make):
    """Accounts that differ in everything that is compared, some of one document."""
    draw = random.Random(7)
    infos = {
        f"d{at:02}": make.document(f"d{at:02}", draw.choice([*DAYS[:3], None])) for at in range(40)
    }
    records = []
    for at in range(90):
        key = f"d{draw.randrange(40):02}"
        town = draw.choice(TOWNS)
        place = town and make.place(
            town,
            draw.choice(["Northmark", "Southmark", None]),
            draw.choice(["XV", "XV", "XW", None]),
            draw.choice([1.0, 1.4, None]),
            2.0,
        )
        words = (
            TALE.format(draw.choice("abcdef"), draw.randrange(90)) if draw.random() < 0.5 else ""
        )
        records.append(
            make.account(
                key,
                at,
                kind=draw.choice(list(IncidentType)[:6]),
                when=draw.choice(DAYS),
                where=place,
                site=draw.choice(["mosque", "market", "clinic", "road", None]),
                killed=draw.choice([None, 3, 12, 12, 40]),
                claims=draw.choice(
                    [[], [("Ash Front", Stance.CLAIMED)], [("Salt League", Stance.BLAMED)]]
                ),
                target=draw.choice([None, "Harbour Guard"]),
                weapon=draw.choice([None, "car bomb"]),
                words=words,
                realis=draw.choice(
                    [Realis.ACTUAL, Realis.ACTUAL, Realis.ATTEMPTED, Realis.COMMEMORATED]
                ),
            )
        )
    return describe(records, infos)


@pytest.mark.parametrize("which", ["world", "mixed"])
def test_scores_by_column_are_those_of_two_accounts(which, request):
    features = request.getfixturevalue(which)
    columns = columns_of(features)
    found = 0
    for left, right in blocks(columns):
        by_column, singly = score(columns, left, right), one_by_one(columns, left, right, compare)
        assert by_column.score.tolist() == singly.score.tolist()
        assert by_column.bare.tolist() == singly.bare.tolist()
        found += int((singly.score >= w.SAME_AT).sum())
    assert found > 5


@pytest.mark.parametrize("which", ["world", "mixed"])
def test_pairs_near_in_time_and_place_are_all_found(which, request):
    features = request.getfixturevalue(which)
    found = candidate_pairs(features)
    assert len(set(found)) == len(found)
    near = {
        (a, b)
        for a in range(len(features))
        for b in range(a + 1, len(features))
        if meet(features[a], features[b])
    }
    assert near <= set(found)
    rest = [(features[a], features[b]) for a, b in set(found) - near]
    assert all(a.report is not None or lacks(a) or lacks(b) for a, b in rest)


def meet(a, b) -> bool:
    """Whether days and places say that two accounts are to be compared, in plain words."""
    if lacks(a) or lacks(b):
        return False
    gap = max((b.date.start - a.date.end).days, (a.date.start - b.date.end).days)
    one, two = a.place, b.place
    known = one.country is not None and two.country is not None
    if gap > w.BLOCK_SLACK_DAYS or (known and one.country != two.country):
        return False
    fine = [p.name is not None for p in (one, two)]
    edges = edges_apart(one, two)
    if all(fine) and one.name != two.name and edges is not None and edges > w.PLACE_APART_KM:
        return False
    wide = [
        p.country and (p.admin1 is None or not f) for p, f in zip((one, two), fine, strict=True)
    ]
    if known and (any(wide) or plain_name(one.admin1) == plain_name(two.admin1)):
        return True
    return all(fine) and beside(one.lat, two.lat) and beside(one.lon, two.lon)


def lacks(item) -> bool:
    return item.days is None or item.days > w.BLOCK_WIDE_DAYS or item.place is None


def beside(one, two) -> bool:
    return one is not None and two is not None and abs(one // 1 - two // 1) <= 1


def test_pairs_are_worked_on_in_bounded_pieces(monkeypatch):
    monkeypatch.setattr("recount.link.spread.MOST_AT_ONCE", 3)
    keys = np.array([1, 1, 1, 2, 2, 5])
    index = Index.of(keys, np.arange(6), np.zeros(6, dtype=np.int64))
    sought = np.array([2, 1, 7, 5])
    met = [
        (row, place)
        for rows, places in found_in(index, sought, sought)
        for row, place in zip(rows.tolist(), places.tolist(), strict=True)
    ]
    assert sorted(met) == [(0, 3), (0, 4), (1, 0), (1, 1), (1, 2), (3, 5)]


def test_values_are_compared_once_however_many_pairs_have_them():
    calls = []

    def weigh(a, b):
        calls.append((a, b))
        return 10 * a + b

    found = by_distinct(np.array([3, 1, 3, 3]), np.array([2, 2, 2, 9]), weigh)
    assert found.tolist() == [32, 12, 32, 39]
    assert sorted(calls) == [(1, 2), (3, 2), (3, 9)]


def test_many_different_values_need_no_table(monkeypatch):
    monkeypatch.setattr("recount.link.scores.DENSE", 1)
    found = by_distinct(np.array([300, 1]), np.array([2, 700]), lambda a, b: a - b)
    assert found.tolist() == [298, -699]
