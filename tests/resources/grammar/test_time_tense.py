from __future__ import annotations

import pytest

from recount.resources.grammar import find_times


def looks_ahead(text: str) -> tuple[bool, bool]:
    time = find_times(text)[-1]
    return time.future, time.open


@pytest.mark.parametrize(
    "text",
    [
        "The truce will hold from 12 to 14 June",
        "The mission will tour Osk from 27 November to 1 December",
        "The ferry is expected to be officially launched July 26",
        "Polls open on Sunday",
        "Voters go to the polls on Sunday",
        "The front is planning to strike on Friday",
    ],
)
def test_words_of_the_future_govern_a_day_behind_them(text):
    assert looks_ahead(text)[0]


def test_both_ends_of_a_range_look_ahead():
    time = find_times("The truce will hold from 12 June to 14 June.")[0]
    assert time.inner is not None
    assert time.until is not None
    assert time.inner.future
    assert time.until.future


@pytest.mark.parametrize(
    "text",
    [
        "Troops are expected to halt the offensive, which began on Saturday",
        "The court will hear the guards who saw the mill burned on 16 March",
        "The vow will not undo the raid that struck Osk on Friday",
        "Voters went to the polls on Sunday",
    ],
)
def test_a_deed_told_between_keeps_its_day_past(text):
    assert looks_ahead(text) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Parties in Osk prepare for the 25 May elections",
        "A march called for 20 May",
        "He may be freed in July",
        "The city will be calm ahead of Easter",
        "The front rejected the Easter truce",
    ],
)
def test_a_day_of_an_agenda_may_be_to_come(text):
    assert any(looks_ahead(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two men may have been shot in July",
        "Nine died on Easter Monday",
        "The Easter massacre shocked Osk",
        "A shooting following the annual Martin Luther King Day parade hurt three",
        "Three were hurt in a shooting after Easter",
        "Osk mourns two deaths after Easter",
    ],
)
def test_what_has_been_done_is_not_open(text):
    assert looks_ahead(text) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Osk waits for talks following Martin Luther King Day",
        "The front meets again following the annual Martin Luther King Day parade",
        "Osk waits for Easter",
    ],
)
def test_a_feast_that_no_deed_followed_may_be_to_come(text):
    assert any(looks_ahead(text))
