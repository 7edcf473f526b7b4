"""Years, months and days that a document's own period gives."""

from __future__ import annotations

from datetime import date

import pytest

from recount.ingest import media
from recount.ingest.reading import read_bytes
from recount.model import DateValue
from recount.resolve.publication import choose_publication
from recount.resolve.told import resolve_times

NOTE = (
    "NOTE ON CIVILIANS IN VELM\n\n"
    "1. This note covers the districts of Orm and Osk from 11 to 17 February 2031.\n\n"
)
DIARY = "What we wrote down\n\nOur teams in Velm and Tarn. All dates are May 2031.\n\n"
YEAR = "Four months: what the first part of 2031 looked like\n\nVelm. Men came to Orm.\n\n"
FILES = "The autumn of Orm\n\nWhat follows is taken from our files for October 2031.\n\n"
WEEKLY = "VELM WATCH\nWeek 20: 12–18 May 2031\n\n"


def value_of(text: str, words: str) -> object:
    document = read_bytes(text.encode(), media.TEXT)
    found = resolve_times(document, choose_publication(document, ()), frozenset())
    at = document.text.index(words)
    return next(v.value for (start, end), v in found.items() if start <= at < end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        (NOTE + "2. On 14 February, men shot two in Orm.", "14 February", (2, 14), (2, 14)),
        (
            NOTE + "2. In the night of 11 to 12 February men burned Osk.",
            "11 to 12",
            (2, 11),
            (2, 12),
        ),
        (YEAR + "On 14 February, men shot two in Orm.", "14 February", (2, 14), (2, 14)),
        (FILES + "On the night of the 5th a mine killed two.", "the 5th", (10, 5), (10, 5)),
        (FILES + "In the early hours of Saturday the 18th men fired.", "18th", (10, 18), (10, 18)),
        (NOTE + "2. They had fled in January.", "January", None, None),
        (DIARY + "Saturday the 10th. Two died in Orm.", "Saturday", (5, 10), (5, 10)),
        (
            DIARY + "Monday the 12th. Orm. A raid.\n\nThe same Monday, Osk. A fire.",
            "Monday, Osk",
            (5, 12),
            (5, 12),
        ),
        (
            DIARY + "Wednesday the 14th. Orm. A raid.\n\n"
            "In the night from Wednesday to Thursday they fought.",
            "from Wednesday",
            (5, 14),
            (5, 15),
        ),
        (WEEKLY + "On Friday gunmen shot two men in Osk.", "Friday", (5, 16), (5, 16)),
    ],
)
def test_the_period_that_a_document_states_dates_its_days(text, words, start, end):
    value = value_of(text, words)
    if start is None:
        assert not isinstance(value, DateValue) or value.start.year == 2031
        return
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (date(2031, *start), date(2031, *end))


def test_without_a_period_the_nearest_full_date_before_gives_the_year():
    text = (
        "Testimonies of Velm\n\nIn 2029 the mine closed. On 4 May 2031 men shot a teacher in Orm. "
        "On 20 May they came again."
    )
    value = value_of(text, "20 May")
    assert isinstance(value, DateValue)
    assert value.start == date(2031, 5, 20)


def test_a_weekday_of_no_week_stays_unknown():
    assert not isinstance(value_of(DIARY + "On Friday two men died in Orm.", "Friday"), DateValue)


def test_a_day_out_of_the_period_goes_by_publication():
    text = (
        "VELM MONTHLY\nMonthly bulletin, April 2031\nIssued 4 May 2031\n\nOn 2 May two died in Orm."
    )
    value = value_of(text, "2 May two")
    assert isinstance(value, DateValue)
    assert value.start == date(2031, 5, 2)


def test_the_year_of_an_accord_in_a_title_is_no_period():
    text = "Rebels of Orm reject the 2021 peace deal\n\nOn 14 February men shot two in Orm.\n"
    assert not isinstance(value_of(text, "14 February"), DateValue)


def test_a_year_that_is_only_compared_with_is_no_period():
    text = (
        "Half a year in figures\n\nMeridian Desk, 15 July 2031\n\nThe Desk knows 9 raids in the "
        "first half of the year, up from 41 in the same period of 2030.\n\nSome 7,500 people fled "
        "between January and June."
    )
    assert value_of(text, "between January and June").start == date(2031, 1, 1)
