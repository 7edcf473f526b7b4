"""Tolls that held before another."""

from __future__ import annotations

import pytest

from recount.resolve.superseded import is_superseded


@pytest.mark.parametrize(
    ("text", "figure", "old"),
    [
        ("The toll is 12. Officials had earlier put it at ten.", "ten", True),
        ("The toll was raised to 21 from 17.", "17", True),
        ("The toll was raised to 21 from 17.", "21", False),
        ("Initial reports said four guards had died.", "four", True),
        ("Police first put the toll at nine.", "nine", True),
        ("Gunmen first shot two guards and then killed eight clerks.", "eight", False),
        ("Earlier, officials said that ten died, but now twelve are dead.", "twelve", False),
        ("Ten clerks were killed.", "Ten", False),
    ],
)
def test_words_before_a_figure_say_that_it_held_before(text, figure, old):
    assert is_superseded(text, text.index(figure)) is old
