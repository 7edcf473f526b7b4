from __future__ import annotations

from datetime import date

import pytest
from tests.resolve.test_told import value_of

from recount.model import DateValue, Publication, PublicationBasis
from recount.resolve.told_beside import with_year_beside
from recount.resources.grammar.times import find_times

GIVEN = Publication(date(2031, 5, 14), date(2031, 5, 14), PublicationBasis.GIVEN)


def days_of(text: str, words: str) -> tuple[date, date]:
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    return value.start, value.end


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Shelled on 3 March, Osk fell on the 9th.", "9th", (2031, 3, 9), (2031, 3, 9)),
        ("Osk fell on the 9th.", "9th", (2031, 5, 9), (2031, 5, 9)),
        (
            "Jailed in March 2029, he was freed in June of that year.",
            "June",
            (2029, 6, 1),
            (2029, 6, 30),
        ),
        (
            "Jailed on 3 March 2029, he fled on 6 June of the same year.",
            "6 June",
            (2029, 6, 6),
            (2029, 6, 6),
        ),
        ("Osk was raided in April and May 2030.", "April", (2030, 4, 1), (2030, 4, 30)),
        ("It was hit on 3 May, 9 May and 2 June 2029.", "3 May", (2029, 5, 3), (2029, 5, 3)),
    ],
)
def test_months_and_years_come_from_the_dates_told_beside(text, words, start, end):
    assert days_of(text, words) == (date(*start), date(*end))


def test_a_list_that_runs_back_gives_no_year():
    text = "It was hit in May and April 2029."
    times = find_times(text)
    assert with_year_beside(text, times[0], times[1:]).year is None
