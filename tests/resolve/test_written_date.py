"""Dates that a user writes."""

from __future__ import annotations

from datetime import date

import pytest

from recount.resolve.written_date import read_date


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("2031-05-04", date(2031, 5, 4)),
        ("20310504", date(2031, 5, 4)),
        ("2031-05", date(2031, 5, 1)),
        ("4 May 2031", date(2031, 5, 4)),
    ],
)
def test_iso_and_news_are_read(words, start):
    value = read_date(words)
    assert value is not None
    assert value.start == start


def test_figures_of_two_orders_are_not():
    assert read_date("04/05/2031") is None
