"""Dead told late in news of wounded: they may be another incident's."""

from __future__ import annotations

import pytest

from recount.resolve.doubtful import CONFIDENCE

FILLING = "Officials gave no names and asked the people of Osset to stay at home. " * 8


def late(killed_in, title, lead, told="A raider killed two cooks in Tarn."):
    text = f"{lead} {FILLING}{told}"
    found = killed_in(text, ("Two clerks", "wounded"), ("two cooks", "killed"), title=title)
    return [s.confidence for s in found if s.primary]


def test_the_dead_told_late_in_news_of_wounded_are_doubtful(killed_in):
    found = late(killed_in, "Two cooks hurt in Osset blast", "Two clerks were hurt in Osset.")
    assert found == [CONFIDENCE]


@pytest.mark.parametrize(
    ("title", "lead", "told"),
    [
        ("Clerk killed, two hurt in Osset", "Two clerks were hurt.", "It killed two cooks."),
        ("Two hurt in Osset blast", "Two clerks were hurt, one died.", "It killed two cooks."),
        ("Two hurt in Osset blast", "Two clerks were hurt.", "Later two cooks died in hospital."),
        ("Osset market reopens", "Two clerks were hurt.", "It killed two cooks."),
        (None, "Two clerks were hurt.", "It killed two cooks."),
    ],
)
def test_others_are_not(killed_in, title, lead, told):
    assert late(killed_in, title, lead, told) != [CONFIDENCE]
