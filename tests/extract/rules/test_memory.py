"""Old deeds that are remembered, and news on a day of memory."""

from __future__ import annotations

import pytest

from recount.extract.rules.memory import is_news, remembered


def at(text, word):
    start = text.index(word)
    return text, start, start + len(word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Crowds gathered on the anniversary of the Velm massacre.", "massacre"),
        ("A memorial to the victims of the 1998 bombing was unveiled.", "bombing"),
        ("The trial over the 2019 killing of two judges opened.", "killing"),
        ("A court heard testimony about the 2014 attack on a school.", "attack"),
        ("He was convicted of a bombing in Velm in 2009.", "bombing"),
    ],
)
def test_what_a_day_or_a_court_remembers_is_old(text, word):
    assert remembered(*at(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen killed five in Velm on the anniversary of the massacre.", "killed"),
        ("A judge was shot dead in Velm before the trial of two rebels.", "shot"),
        ("The trial opened. An attack on the court killed two.", "attack"),
    ],
)
def test_what_happens_now_is_not_remembered(text, word):
    assert not remembered(*at(text, word))


def test_a_killing_on_a_day_of_memory_is_news():
    assert is_news(*at("Gunmen killed five, the anniversary of the massacre.", "killed"))
    assert not is_news(*at("Mourners remembered those killed on the anniversary.", "killed"))


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Each year old women walk to the well where, in 1998, soldiers shot sixty men.", True),
        ("They laid flowers at the kiln where forty were shot in 1944.", True),
        ("They fled the kiln where forty were shot in 1944.", False),
        ("They laid flowers at the kiln where forty were shot on Monday.", False),
    ],
)
def test_people_go_to_a_place_of_an_old_deed_to_remember_it(text, old):
    assert remembered(*at(text, "shot")) is old
