"""Whether "both" stands for two people."""

import pytest

from recount.resolve.both import both_are_people
from recount.resolve.counted import read_counted


@pytest.mark.parametrize(
    "text",
    [
        "both men were killed",
        "both were hurt",
        "both of them",
        "both the driver and the guard died",
        "both he and the boy",
        "both in their 20s",
        "both Ana Vell and Ben Tash were there",
        "both",
    ],
)
def test_both_counts_two_people(text):
    assert both_are_people(text, len("both"))


@pytest.mark.parametrize(
    "text",
    [
        "both sides agreed",
        "both governments signed",
        "both attacks failed",
        "both the ministry and the army denied it",
        "both NATO and the Alliance",
        "BOTH THE INTERIOR MINISTRY AND THE ARMY",
    ],
)
def test_both_sides_count_nobody(text):
    assert not both_are_people(text, len("both"))


def test_losses_of_both_sides_have_no_figure_of_their_own():
    assert read_counted("both sides", 0, 10) == ()
