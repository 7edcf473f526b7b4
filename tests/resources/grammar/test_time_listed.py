"""Days in figures and hours that head the lines of a list or a live page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.resources.grammar import find_times
from recount.resources.grammar.time_listed import STAMP, listed_times


def days(*heads: str) -> list[tuple[int | None, int | None]]:
    text = "\n".join(f"{head} OSSET, Tarn. Two men were shot." for head in heads)
    return [(t.month, t.day) for t in listed_times(text, 0, len(text)) if t.part != STAMP]


@pytest.mark.parametrize(
    ("heads", "read"),
    [
        (("15/10", "16/10", "18/10"), [(10, 15), (10, 16), (10, 18)]),
        (("10/15", "10/16", "10/18"), [(10, 15), (10, 16), (10, 18)]),
        (("3/5", "4/5", "9/5"), [(5, 3), (5, 4), (5, 9)]),
        (("12.05.", "14.05.", "17.05."), [(5, 12), (5, 14), (5, 17)]),
    ],
)
def test_lines_that_follow_each_other_open_with_days(heads, read):
    assert days(*heads) == read


@pytest.mark.parametrize(
    "heads",
    [
        ("15/10", "16/10"),
        ("1/3", "2/3", "3/3"),
        ("3/5", "4/6", "5/7"),
        ("15/20", "16/20", "17/20"),
        ("1.1", "1.2", "1.3"),
    ],
)
def test_few_lines_parts_of_a_whole_and_open_orders_are_no_days(heads):
    assert days(*heads) == []


def test_a_score_inside_a_line_is_no_day():
    text = "15/10 OSSET. Two shot.\n16/10 TARN. Won 3/1 at home.\n17/10 VELM. A mine."
    assert [t.words for t in find_times(text)] == ["15/10", "16/10", "17/10"]


@pytest.mark.parametrize(
    "hours",
    [
        ("21:40", "19:10", "12:05", "08:11"),
        ("08.05", "09.40", "12.15", "15.30"),
        ("8.05am", "9.40am", "12.15pm", "3.30pm"),
    ],
)
def test_hours_that_follow_each_other_stamp_entries(hours):
    text = "\n".join(f"{hour} Police say that it goes on." for hour in hours)
    assert [t.part for t in listed_times(text, 0, len(text))] == [STAMP] * 4


@pytest.mark.parametrize(
    "hours", [("21:40", "08:11", "12:05", "19:10"), ("08:05", "09:40", "12:15")]
)
def test_hours_without_an_order_and_few_are_none(hours):
    text = "\n".join(f"{hour} Police say that it goes on." for hour in hours)
    assert listed_times(text, 0, len(text)) == ()


@given(st.text(alphabet="0123456789/.: \nA", max_size=80))
def test_any_figures_give_ranges_of_the_text(text):
    for time in listed_times(text, 0, len(text)):
        assert text[time.start : time.end] == time.words
