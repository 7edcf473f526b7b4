"""Numbers that count people, and figures that the outlet takes back."""

from __future__ import annotations

import pytest

from recount.extract.rules.number_of_people import counts_people, is_retracted
from recount.resources.grammar.numbers import find_quantities


@pytest.mark.parametrize(
    ("text", "retracted"),
    [
        ("An earlier version of this report said 19 died; it was 9.", True),
        ("The paper wrongly reported 19 dead.", True),
        ("Nine died. Earlier, officials said 19 were missing.", False),
    ],
)
def test_a_figure_that_is_corrected_is_taken_back(text, retracted):
    assert is_retracted(text, text.index("19")) is retracted


def test_the_corrected_figure_stands():
    text = "An earlier version of this report said 19 died; it was 9."
    assert not is_retracted(text, text.index("9."))


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        ("Two clerks, aged 16 and 17, were shot dead.", ["Two clerks"]),
        ("Six members of one household were killed.", ["Six members"]),
        ("One family was killed, and two clerks.", ["One family", "two clerks"]),
    ],
)
def test_ages_and_the_family_of_members_count_nobody(text, counting):
    told = [text[q.start : q.end] for q in find_quantities(text) if counts_people(text, q)]
    assert told == counting
