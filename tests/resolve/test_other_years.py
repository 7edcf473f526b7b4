"""Years of names and of beginnings are none of the text's own."""

from __future__ import annotations

import pytest

from recount.resolve.other_years import is_of_past
from recount.resources.grammar import find_times


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The faction rejects the 2021 peace deal and fights on.", True),
        ("Hundreds have died since the rebels took up arms in May 2020.", True),
        ("The war began in May 2020, on the eve of a vote.", True),
        ("Men shot two in Orm in May 2020.", False),
        ("In 2021, men shot two in Orm.", False),
    ],
)
def test_years_of_names_and_beginnings(text, past):
    time = next(time for time in find_times(text) if time.year is not None)
    assert is_of_past(text, time) is past
