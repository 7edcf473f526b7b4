from __future__ import annotations

import pytest

from recount.resolve.stated_day import stated_day
from recount.resources.grammar import find_times


def found(text: str) -> tuple[int | None, int | None, int | None] | None:
    stated = stated_day(text, 0, find_times(text))
    return None if stated is None else (stated.time.year, stated.time.month, stated.time.day)


@pytest.mark.parametrize(
    "text",
    [
        "Two shot in Osk Posted: Tuesday, May 6, 2031 8:18 PM EST Updated: Friday, June 6, 2031",
        "Two shot in Osk. By Vera Lunt vlunt@osktimes.example Osk Times May 6, 2031 OSK -- Two men",
        "May 6, 2031 5:40 PM\nOSK (AGENCY) - Two men were shot.",
        "Two shot in Osk\nBy Vera Lunt\nTuesday, May 6, 2031 8:42 EDT\nTwo men were shot.",
        "Two men fled. Vera Lunt reports. (Published Tuesday, May 6, 2031)\nTwo men were shot.",
        "Published: Tuesday, 13/5/2031\nTwo men were shot.",
    ],
)
def test_heads_of_pages_state_their_day(text):
    assert found(text) in ((2031, 5, 6), (2031, 5, 13))


def test_of_films_beside_a_text_the_newest_dates_it():
    text = "A. (Published Friday, May 2, 2031) B. (Published Monday, May 5, 2031)\nTwo were shot."
    assert found(text) == (2031, 5, 5)


@pytest.mark.parametrize(
    "text",
    [
        "On May 6, 2031, two men were shot in Osk.",
        "The fair closed. Yesterday May 6, 2031, the ministry said so.",
        "Two men were shot in Osk on Tuesday, May 6, 2031. They fled.",
        "The law was published on a Monday. A raid of May 6, 2031 killed two.",
        "Vera Lunt, 39, died Tuesday, May 6, 2031, at Osk.",
        "Posted: 5/6/2031\nTwo men were shot.",
    ],
)
def test_days_of_a_story_are_not_that_of_the_page(text):
    assert found(text) is None
