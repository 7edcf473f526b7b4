from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.resources.grammar import Anchor, Relation, TimeKind, TimeUnit, find_times

PIECES = st.sampled_from(
    [
        "on Friday ",
        " 8 October ",
        " 2021 ",
        " , ",
        " ( ",
        " ) ",
        " between ",
        " and ",
        " to ",
        " - ",
        " May ",
        " 3 ",
        " the same day ",
        " two ",
        " days ",
        " ago ",
        " earlier ",
        " last ",
        " week ",
        " of ",
        " 12.05.2023 ",
        " Eid al-Fitr ",
        " every ",
        " since ",
        " late ",
        " night ",
        " in ",
        " the ",
        " end ",
        " 5 pm ",
        " \n\n ",
        " 31 ",
        " first ",
        " half",
    ]
)
FORMS = (
    "{d.day} {d:%B} {d.year:04d}",
    "{d:%B} {d.day}, {d.year:04d}",
    "{d:%A}, {d:%B} {d.day}, {d.year:04d}",
    "{d.day} {d:%b} {d.year:04d}",
    "{d:%b}. {d.day}, {d.year:04d}",
    "{d.year:04d}-{d.month:02d}-{d.day:02d}",
)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))


@given(DAYS, st.sampled_from(FORMS))
def test_written_days_are_read_back(day, form):
    found = find_times(f"It happened on {form.format(d=day)} near Osset")
    assert len(found) == 1
    assert (found[0].year, found[0].month, found[0].day) == (day.year, day.month, day.day)
    assert found[0].needs_anchor is None


@given(st.lists(PIECES, max_size=14))
def test_spans_lie_in_the_text_and_hold_their_words(pieces):
    text = " ".join(piece.strip(" ") for piece in pieces)
    previous = 0
    for found in find_times(text):
        assert previous <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.words
        previous = found.end


@given(st.text(max_size=120))
def test_any_text_is_read_without_error(text):
    assert all(found.end <= len(text) for found in find_times(text))


def test_nested_expressions_give_the_longest_with_the_inner_date():
    found = find_times("On the same day (25th May 2031) a depot burned.")
    assert [f.words for f in found] == ["the same day (25th May 2031)"]
    assert found[0].relation is Relation.EXPLICIT
    assert found[0].inner is not None
    assert found[0].inner.day == 25


def test_flags_say_what_an_expression_needs():
    text = "Yesterday a bus burned. The next day it rained. Every Friday they meet."
    yesterday, next_day, friday = find_times(text)
    assert yesterday.needs_anchor is Anchor.PUBLICATION
    assert next_day.needs_anchor is Anchor.NARRATIVE
    assert next_day.kind is TimeKind.RELATIVE_NARRATIVE
    assert friday.repeated


def test_counted_units_keep_amount_and_direction():
    found = find_times("Six weeks earlier the bridge fell.")[0]
    assert (found.amount, found.unit, found.direction) == (6, TimeUnit.WEEK, -1)


def test_clock_time_keeps_its_zone():
    found = find_times("It began at 14:30 GMT.")[0]
    assert (found.kind, found.zone) == (TimeKind.TIME_OF_DAY, "gmt")


def test_part_of_day_stays_with_its_day():
    found = find_times("Late on Tuesday and in the early hours of Sunday shots rang out.")
    assert [(f.weekday, f.day_part) for f in found] == [(1, "late"), (6, "early")]


@pytest.mark.parametrize(
    "text",
    [
        "He may march with Private March.",
        "A 12-year-old boy was lost.",
        "The 4 May Brigade was blamed.",
        "The Sunday Times has the list.",
        "Some 1990 people marched.",
        "At 1930 GMT it rained.",
    ],
)
def test_other_senses_are_left_alone(text):
    assert [f.words for f in find_times(text) if f.kind is not TimeKind.TIME_OF_DAY] == []


def test_words_of_the_future_are_marked():
    assert find_times("They will vote on Friday.")[0].future
    assert not find_times("They voted on Friday.")[0].future


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It fell on the fourteenth of May.", 14),
        ("It fell on the twenty-first of May.", 21),
        ("It fell on May the fourth.", 4),
        ("It fell early May 4 at his home.", 4),
    ],
)
def test_ordinal_days_in_words_are_read(text, day):
    found = find_times(text)[0]
    assert (found.kind, found.month, found.day) == (TimeKind.DAY, 5, day)


@pytest.mark.parametrize(
    "text",
    [
        *("before Friday", "until yesterday", "by last week"),
        *("by midday on Friday", "by the evening of Friday", "until late Friday"),
    ],
)
def test_one_end_alone_is_a_bound(text):
    assert find_times(f"They stayed {text}.")[0].relation is Relation.BOUND


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, the court will rule.",
        "The council meets again Friday.",
        "He said talks would resume on Friday.",
        "The funeral takes place Friday.",
        "The envoy was to arrive here Friday with a delegation.",
    ],
)
def test_a_clause_of_what_is_to_come_marks_its_day(text):
    found = next(f for f in find_times(text) if f.weekday == 4)
    assert found.future


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, gunmen killed a man who will be buried soon.",
        "He would have left on Friday.",
        "He said on Friday that talks will resume.",
        "The man who will face trial was arrested Friday.",
        "She said he would kill her, and on Friday he did.",
        "He was to blame for the raid on Friday.",
    ],
)
def test_words_of_the_future_elsewhere_mark_nothing(text):
    assert not next(f for f in find_times(text) if f.weekday == 4).future


def test_a_part_of_something_else_dates_nothing():
    for text in ("the last five days of the campaign", "the last day of the siege"):
        kinds = {found.kind for found in find_times(f"In {text} they marched.")}
        assert kinds <= {TimeKind.DURATION}


def test_two_days_joined_are_no_range_of_all_between():
    assert [f.words for f in find_times("They met on 3 and 9 May.")] == ["9 May"]
    assert find_times("They met on 3 and 4 May.")[0].kind is TimeKind.RANGE


@pytest.mark.parametrize(
    "text",
    [
        "A 2014 white pickup hit a 2026 silver-coloured sedan.",
        "His parents sometimes stay overnight in Osset.",
        "The war is today more than ever unsolved.",
        "It is unsolved--today, more than ever--in Osset.",
    ],
)
def test_what_dates_nothing_is_no_time(text):
    assert find_times(text) == ()


def test_a_part_of_a_month_may_have_a_preposition():
    (early,) = find_times("It was planned early in December.")
    (late,) = find_times("It was planned late in March 2031.")
    assert (early.part, late.part) == ("early", "late")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("in the night from Sunday to Monday", "Sunday", "Monday"),
        ("on the night of Sunday to Monday", "Sunday", "Monday"),
        ("on the night of Sunday and Monday", "Sunday", "Monday"),
        ("overnight between Sunday and Monday", "Sunday", "Monday"),
    ],
)
def test_a_night_of_two_weekdays_is_both(text, first, second):
    (found,) = find_times(text)
    assert found.kind is TimeKind.RANGE
    assert found.inner is not None
    assert found.until is not None
    assert (found.inner.words, found.until.words) == (first, second)


@pytest.mark.parametrize(
    "text",
    ["SUN 4/MON 5 MAY (night)", "from Sunday 4 to Monday 5 May", "the night of Sunday 4 to 5 May"],
)
def test_days_of_one_month_may_have_their_weekdays(text):
    (found,) = [time for time in find_times(text) if time.kind is TimeKind.RANGE]
    assert found.inner is not None
    assert found.until is not None
    assert (found.inner.day, found.until.day, found.until.month) == (4, 5, 5)


def test_what_is_called_last_never_lies_ahead():
    (found,) = find_times("It will be told that troops tried to break up a march last Friday.")
    assert not found.future


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "It marks the evening of 17 May last year, when men fled.",
            "the evening of 17 May last year",
        ),
        ("On Sunday, 3 May last year, two men fled.", "Sunday, 3 May last year"),
        (
            "In the early hours of Saturday the 20th men fired.",
            "the early hours of Saturday the 20th",
        ),
        ("On the night of the 5th a van was left.", "the night of the 5th"),
        ("On the 8th armed men led away five.", "8th"),
        ("Sun 21/1 Tarn", "Sun 21/1"),
    ],
)
def test_days_with_more_words_are_one_expression(text, words):
    assert [time.words for time in find_times(text)] == [words]


@pytest.mark.parametrize(
    "text", ["On the 8th floor men fired.", "On the night of the 5th anniversary men sang."]
)
def test_ordinals_of_things_are_no_days(text):
    assert find_times(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "before dawn on Friday",
        "well before sunrise on Friday",
        "before daybreak Friday",
        "shortly before noon on Friday",
        "minutes before midnight on Friday",
    ],
)
def test_what_came_before_dawn_came_on_that_day(text):
    found = next(f for f in find_times(f"They struck {text}.") if f.weekday == 4)
    assert found.relation is None


@pytest.mark.parametrize("text", ["before noon on Friday", "by dawn on Friday", "before Friday"])
def test_a_limit_stays_a_bound(text):
    found = next(f for f in find_times(f"They left {text}.") if f.weekday == 4)
    assert found.relation is Relation.BOUND


def test_a_ride_by_night_is_of_no_night():
    assert find_times("They fired at an overnight bus.") == ()
    assert find_times("They fired at a bus overnight.")[0].words == "overnight"
