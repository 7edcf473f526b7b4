"""Figures that the outlet takes back."""

from __future__ import annotations

import pytest

from recount.extract.rules.counts import is_retracted


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
