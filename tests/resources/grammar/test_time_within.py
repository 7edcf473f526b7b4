from __future__ import annotations

import pytest

from recount.resources.grammar import Relation, TimeKind, TimeUnit, find_times


def only(text: str):
    found = find_times(text)
    assert len(found) == 1, [f.words for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "part", "weekday"),
    [
        ("Held on the first Sunday of March, the fair was raided.", "first", 6),
        ("The bridge at Osk fell on the last Friday in April.", "last", 4),
        ("A mine went off on the 2nd Tuesday of last month.", "second", 1),
    ],
)
def test_the_nth_weekday_lies_in_its_month(text, part, weekday):
    time = only(text)
    assert (time.kind, time.part, time.weekday) == (TimeKind.SPAN_OF, part, weekday)
    assert time.relation is Relation.WITHIN


def test_the_nth_weekend_lies_in_its_month():
    time = only("Six died on the first weekend of May in Osk.")
    assert (time.part, time.unit) == ("first", TimeUnit.WEEKEND)


@pytest.mark.parametrize(
    "text",
    [
        "The council meets the first Friday of the month in Osk.",
        "Drills are held the second Tuesday of each month.",
    ],
)
def test_the_nth_weekday_of_any_month_is_a_habit(text):
    assert only(text).repeated


def test_last_before_a_day_belongs_to_it():
    time = only("The mill was burned last August 8 by raiders.")
    assert (time.words, time.month, time.day) == ("last August 8", 8, 8)


def test_a_weekend_is_named_by_its_day_or_feast():
    assert only("Nine were hurt over the 4 July weekend.").unit is TimeUnit.WEEKEND
    holiday = only("Nine were hurt over the Fourth of July holiday weekend.")
    assert (holiday.kind, holiday.unit) == (TimeKind.NAMED_DAY, TimeUnit.WEEKEND)


def test_weekday_and_number_are_one_day():
    time = only("The ferry was shelled on Friday the 23rd.")
    assert (time.kind, time.weekday, time.day, time.month) == (TimeKind.DAY, 4, 23, None)


def test_the_start_of_the_year_is_that_of_the_present_one():
    time = only("Two bridges fell at the start of the year.")
    assert (time.kind, time.part) == (TimeKind.SPAN_OF, "early")
    assert time.inner is not None
    assert time.inner.unit is TimeUnit.YEAR


@pytest.mark.parametrize(
    "text",
    [
        "Toys lay under the Christmas tree.",
        "He lives at 12 Easter Road.",
        'The "9 May" proclamation was read aloud.',
        "They were held for three days after the raid.",
    ],
)
def test_names_and_wares_and_lengths_are_no_days(text):
    assert all(time.kind is TimeKind.DURATION for time in find_times(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A March raid on Osk failed.", "March"),
        ("THE FRONT RECALLED ITS 2029 SEIZURE OF THE OSK COURTHOUSE.", "2029"),
        ("Funds for fiscal years 2031 and 2032 were cut.", "2031"),
    ],
)
def test_months_and_years_say_which_event_is_meant(text, words):
    assert words in [time.words for time in find_times(text)]


def test_four_figures_before_hours_are_a_time_of_day():
    kinds = {time.words: time.kind for time in find_times("At 1835 hours shells fell on Osk.")}
    assert kinds == {"1835 hours": TimeKind.TIME_OF_DAY}


def test_a_deed_named_by_its_day_is_dated_by_it():
    assert only("The May 2 drive-by shooting shook Osk.").words == "May 2"
