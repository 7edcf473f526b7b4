"""What the opening of a sentence says of the one before."""

from __future__ import annotations

import pytest

from recount.extract.learned.openings import Opening, opening_of


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Last October two policemen died.", Opening.PAST),
        ("IN EARLY JANUARY TWO POLICEMEN DIED.", Opening.PAST),
        ("“Ten months before, a mine had killed four.", Opening.PAST),
        ("But only weeks earlier the depot was burned.", Opening.PAST),
        ("In a previous ambush three were shot.", Opening.PAST),
        ("Meanwhile, gunmen shelled Osset.", Opening.ANOTHER),
        ("In a separate night raid two were taken.", Opening.ANOTHER),
        ("In 2019 a mine killed four.", Opening.ASIDE),
        ("Last week's vote was calm.", Opening.ASIDE),
        ("In March 2031, talks began.", Opening.ASIDE),
        ("Earlier the town was shelled.", Opening.ASIDE),
        ("In addition, two were hurt.", Opening.LIKELY),
        ("Then gunmen shelled Osset.", None),
        ("", None),
    ],
)
def test_an_opening_says_what_follows(text, opening):
    assert opening_of(text, 0, len(text)) is opening
