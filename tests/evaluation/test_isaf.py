"""The isaf scorer on hand-made releases."""

from __future__ import annotations

import json
from datetime import date

import pytest

from recount.evaluation.isaf import IsafRow, Release, coded, load, score, skeleton
from recount.model import Qualifier, count_of

DAY = date(2031, 3, 4)


def scores(*pairs):
    return {s.name: s.value for s in score(pairs)}


def release(province="orlan", killed=0, captured=0):
    return Release("a", "", DAY, province, killed, captured)


def test_everything_right_is_one():
    found = scores((release(killed=3, captured=2), IsafRow("a", DAY, "Orlan", 3, 2)))
    assert set(found.values()) == {1.0}


def test_each_value_is_scored_alone():
    found = scores((release(killed=3), IsafRow("a", None, "Pell", 3, 1)))
    assert found == {
        "date": 0.0,
        "province": 0.0,
        "killed": 1.0,
        "captured": 0.0,
        "killed_where_some": 1.0,
        "captured_where_some": 0.0,
    }


def test_a_release_without_a_province_is_left_out_of_that_score():
    found = {
        s.name: s.over for s in score([(release(province=None), IsafRow("a", DAY, None, 0, 0))])
    }
    assert found["province"] == 0
    assert found["date"] == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("paktya", "Paktia"),
        ("wardak", "Maidan Wardak"),
        ("sar-e pul", "Sar-e Pol"),
        ("kunar", "Konar"),
    ],
)
def test_spellings_of_a_province_agree(left, right):
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(("left", "right"), [("paktya", "Paktika"), ("kunar", "Kunduz")])
def test_different_provinces_do_not(left, right):
    assert skeleton(left) != skeleton(right)


def test_rows_are_read_and_marks_for_no_province_dropped(tmp_path):
    gold = {
        "start_date": "2031-03-04",
        "province": ["??"],
        "min_killed": 1,
        "min_captured": 2,
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps({"id": "a", "text": "t", "gold": gold}))
    assert load(tmp_path) == (Release("a", "t", DAY, None, 1, 2),)


@pytest.mark.parametrize(
    ("number", "qualifier", "words", "least"),
    [
        (3, Qualifier.EXACT, "three insurgents", 3),
        (3, Qualifier.AT_LEAST, "at least three insurgents", 3),
        (30, Qualifier.MORE_THAN, "more than 30 insurgents", 31),
        (0, Qualifier.MULTIPLE, "multiple insurgents", 3),
        (0, Qualifier.SEVERAL, "several insurgents", 3),
        (0, Qualifier.MULTIPLE, "numerous insurgents", 4),
    ],
)
def test_figures_are_written_as_the_coders_wrote_them(number, qualifier, words, least):
    assert coded(count_of(number, qualifier), words) == least
