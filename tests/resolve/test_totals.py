"""Which figures are totals, and which no longer hold."""

from __future__ import annotations

import pytest

from recount.resolve.totals import is_rejected, is_total


@pytest.mark.parametrize(
    "sentence",
    [
        "One of the five died at dawn, taking the number of dead to four.",
        "Three more have died, taking to twelve the number of dead.",
        "The toll rose to nine.",
        "The number of wounded has since grown to eleven.",
        "With him, the number of those killed on Friday stands at three.",
        "By Tuesday the number had grown to nine.",
    ],
)
def test_a_new_total(sentence):
    assert is_total(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A network of doctors gave a toll of 11 dead.",
        "The rebels spoke of a higher figure.",
        "Nine people were killed.",
    ],
)
def test_what_another_source_says_is_no_new_total(sentence):
    assert not is_total(sentence)


def test_a_figure_that_held_before():
    text = "Nine people, not thirteen, were killed."
    assert is_rejected(text, text.index("thirteen"))
    assert not is_rejected(text, 0)
