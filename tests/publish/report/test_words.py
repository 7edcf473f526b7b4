"""Values in words: never more exact than they are."""

from __future__ import annotations

import pytest

from recount.model import CountValue, DatePrecision, DateValue, Qualifier, count_of
from recount.publish.report import words


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ((18, 23, 30), "23 (18–30)"),
        ((7, 7, 7), "7"),
        ((24, None, None), "24 or more"),
        ((None, None, 9), "9 or fewer"),
        ((20, None, 30), "20–30"),
        ((None, 10, 10), "10"),
        ((None, None, None), "not known"),
        ((1000, 2000, 3000), "2,000 (1,000–3,000)"),
        ((0, 0, 0), "0"),
    ],
)
def test_bounds_are_told(bounds, told):
    assert words.bounds(*bounds) == told


@pytest.mark.parametrize("qualifier", Qualifier)
def test_every_qualifier_has_words(qualifier):
    value = count_of(5, qualifier, upper=8, who="people")
    assert words.figure(value).endswith("people")
    assert "None" not in words.figure(value)


def test_part_is_named_as_part():
    value = CountValue(1, 1, 1, Qualifier.EXACT, "soldiers", part=True)
    assert words.figure(value) == "1 soldiers, a part of the whole"


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ("2031-03-04", "2031-03-04", "day", "4 March 2031"),
        ("2031-03-01", "2031-03-31", "month", "March 2031"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2031-03-04", "2031-03-06", "range", "4–6 March 2031"),
        ("2031-02-27", "2031-03-06", "range", "27 February 2031 – 6 March 2031"),
    ],
)
def test_dates_are_told_as_far_as_known(start, end, precision, told):
    from datetime import date

    value = DateValue(date.fromisoformat(start), date.fromisoformat(end), DatePrecision(precision))
    assert words.when(value) == told
