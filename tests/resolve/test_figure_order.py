"""Which number of a date in figures is the day."""

from __future__ import annotations

import pytest

from recount.resolve.figure_order import ordered_day
from recount.resources.grammar import find_times


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [
        ("Tuesday 05/06/2029. Men shot two on 2 June.", 5, 6),
        ("05/06/2029. Men shot two on 2 May, and one on 4 May.", 6, 5),
        ("Monday 05/07/2029 | Orm Post", 7, 5),
        ("Tuesday 13/03/2029 | Orm Post", 13, 3),
        ("12/03/2029. A mine killed two on Saturday the 10th.", 12, 3),
    ],
)
def test_the_weekday_or_the_days_told_show_the_order(text, day, month):
    times = find_times(text)
    found = ordered_day(times[0], times)
    assert found is not None
    assert (found.day, found.month) == (day, month)


def test_without_either_it_stays_unread():
    times = find_times("05/06/2029. Men shot two yesterday.")
    assert ordered_day(times[0], times) is None
