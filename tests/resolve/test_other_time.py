"""Figures that a month or a year long before dates: another incident's."""

from __future__ import annotations

import pytest


def numbers(statements):
    return [s.value.value for s in statements if s.primary]


@pytest.mark.parametrize(
    "told",
    [
        "In July 2030 a raid there killed three cooks.",
        "Three cooks were killed there last year.",
        "Three cooks who were shot dead in May 2030 are buried there.",
        "It was hit before, in August 2030, when three cooks were killed.",
        "An August 2030 raid killed three cooks.",
    ],
)
def test_the_dead_of_a_month_or_a_year_long_before_are_anothers(killed_in, told):
    text = f"A man was hurt in Osset on 5 May 2031. {told}"
    words = next(w for w in ("three cooks", "Three cooks") if w in told)
    assert numbers(killed_in(text, ("5 May 2031", "date"), (words, "killed"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "A man was hurt in Osset on 5 May 2031. Three cooks were killed, too.",
        "A man was hurt in Osset on 5 May 2031. Three cooks were killed on 4 May.",
        "A man was hurt in Osset on 5 May 2031. Three cooks were killed in May 2031.",
        "Three cooks were killed and a man hurt last year. He spoke on 5 May 2031.",
        "A man was hurt on 5 May 2031. Three cooks were killed beside him, a guard since 2029.",
        "A man was hurt on 5 May 2031. Three cooks sent there in March were killed.",
        "A man was hurt on 5 May 2031. Three cooks died in the worst raid since March 2030.",
        "A man was hurt on 5 May 2031. The mine, laid in 2029, killed Three cooks.",
        "A man was hurt, a court heard on 5 May 2031. Three cooks were killed in May 2030.",
        "A man was hurt on 5 May 2031. Three cooks died at the 2029 Bridge.",
    ],
)
def test_the_incidents_own_dead_stay(killed_in, text):
    assert numbers(killed_in(text, ("5 May 2031", "date"), ("Three cooks", "killed"))) == [3]


def test_a_part_goes_with_its_whole(killed_in):
    text = "A man was hurt on 5 May 2031. In all 40 cooks were killed last year, 30 of them shot."
    statements = killed_in(text, ("5 May 2031", "date"), ("40 cooks", "killed"))
    assert statements == []


def test_a_long_word_of_capitals_is_read_at_once(killed_in):
    place = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 3
    text = f"A man was hurt on 5 May 2031. The attack in {place}, told in 2030, killed three cooks."
    assert numbers(killed_in(text, ("5 May 2031", "date"), ("three cooks", "killed"))) == [3]
