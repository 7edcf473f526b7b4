"""The rules on cases worked out by hand from the table of adjudication rules."""

from dataclasses import replace
from datetime import date

import pytest

from recount.model import CountValue, Qualifier, count_of
from recount.reconcile import RULES, Reading


def read(*figures, **more):
    """Readings of independent voices; a number stands for an exact count."""
    values = [count_of(f, Qualifier.EXACT) if isinstance(f, int) else f for f in figures]
    return [Reading(value, f"v{at}", **more) for at, value in enumerate(values)]


def vague(qualifier):
    return count_of(0, qualifier)


def numbers(rule, readings):
    found = RULES[rule](readings)
    return found.low, found.best, found.high


AT_LEAST_72 = count_of(72, Qualifier.AT_LEAST)
ABOUT_60 = count_of(60, Qualifier.ABOUT)
UP_TO_30 = count_of(30, Qualifier.UP_TO)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("recount", (60, 60, 72)),
        ("acled", (60, 60, 60)),
        ("ucdp", (60, 60, 72)),
        ("gtd", (60, 60, 60)),
        ("conservative", (60, 60, 60)),
        ("representative", (60, 60, 60)),
        ("informative", (72, 72, 72)),
    ],
)
def test_two_voices_around_60_and_at_least_72(rule, expected):
    assert numbers(rule, read(ABOUT_60, AT_LEAST_72)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("recount", (4, 5, 9)),
        ("acled", (5, 5, 5)),
        ("ucdp", (4, 4, 9)),
        ("gtd", (5, 5, 5)),
        ("conservative", (4, 4, 4)),
        ("representative", (5, 5, 5)),
        ("informative", (9, 9, 9)),
    ],
)
def test_five_voices_of_which_three_agree(rule, expected):
    assert numbers(rule, read(5, 9, 5, 4, 5)) == expected


@pytest.mark.parametrize("rule", list(RULES))
def test_one_exact_figure_is_the_same_under_every_rule(rule):
    assert numbers(rule, read(7)) == (7, 7, 7)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("recount", (None, None, None)),
        ("acled", (0, 0, 0)),
        ("ucdp", (None, None, None)),
        ("gtd", (None, None, None)),
        ("conservative", (None, None, None)),
        ("representative", (None, None, None)),
        ("informative", (None, None, None)),
    ],
)
def test_no_figure_is_zero_for_acled_only(rule, expected):
    assert numbers(rule, []) == expected


@pytest.mark.parametrize(
    ("qualifier", "number"),
    [
        (Qualifier.SEVERAL, 3),
        (Qualifier.MULTIPLE, 3),
        (Qualifier.DOZENS, 12),
        (Qualifier.HUNDREDS, 100),
        (Qualifier.COUPLE, 2),
    ],
)
def test_acled_gives_vague_words_its_own_numbers(qualifier, number):
    assert numbers("acled", read(vague(qualifier))) == (number, number, number)


def test_acled_reads_several_as_ten_where_the_scale_is_large():
    assert numbers("acled", read(vague(Qualifier.SEVERAL), 240))[1] == 10


def test_acled_takes_the_more_reliable_voice_over_the_lowest():
    low, high = read(4, 9)
    low = Reading(low.value, "a", reliability=0.4)
    high = Reading(high.value, "b", reliability=0.9)
    assert numbers("acled", [low, high]) == (9, 9, 9)


def test_ucdp_takes_the_most_reliable_and_keeps_the_range():
    low = Reading(count_of(4, Qualifier.EXACT), "a", reliability=0.4)
    high = Reading(count_of(9, Qualifier.EXACT), "b", reliability=0.9)
    assert numbers("ucdp", [low, high]) == (4, 9, 9)


def test_gtd_takes_the_most_recent_source():
    first = read(4, published=date(2031, 5, 2))
    last = [Reading(count_of(11, Qualifier.AT_LEAST), "z", date(2031, 5, 4))]
    assert numbers("gtd", first + last) == (11, 11, 11)


def test_gtd_passes_over_the_perpetrators_own_figure():
    first = read(4, published=date(2031, 5, 2))
    claim = [Reading(count_of(40, Qualifier.EXACT), "z", date(2031, 5, 4), partisan=True)]
    assert numbers("gtd", first + claim) == (4, 4, 4)


def test_gtd_passes_over_a_doubtful_source():
    first = read(4, published=date(2031, 5, 2))
    doubt = [Reading(count_of(40, Qualifier.EXACT), "z", date(2031, 5, 4), reliability=0.1)]
    assert numbers("gtd", first + doubt) == (4, 4, 4)


def test_gtd_takes_the_majority_of_the_last_day_and_else_the_lowest():
    day = date(2031, 5, 4)
    assert numbers("gtd", read(8, 6, 8, published=day)) == (8, 8, 8)
    assert numbers("gtd", read(8, 6, published=day)) == (6, 6, 6)


def test_reliability_moves_the_median():
    low = Reading(count_of(4, Qualifier.EXACT), "a", reliability=0.2)
    high = Reading(count_of(9, Qualifier.EXACT), "b", reliability=0.8)
    assert numbers("recount", [low, high]) == (4, 9, 9)


def test_up_to_30_allows_none():
    assert numbers("recount", read(UP_TO_30)) == (0, 30, 30)


def test_a_part_raises_the_whole():
    reading = Reading(count_of(10, Qualifier.EXACT), "a", part=13)
    assert numbers("recount", [reading]) == (13, 13, 13)


def test_a_vague_voice_raises_the_upper_end_to_its_lower_bound():
    assert numbers("recount", read(20, vague(Qualifier.DOZENS))) == (20, 20, 24)


def test_a_range_keeps_its_ends():
    between = count_of(10, Qualifier.BETWEEN, upper=15)
    assert numbers("recount", read(between)) == (10, 10, 15)
    assert numbers("informative", read(between, 12)) == (12, 12, 15)


def test_a_mode_is_broken_by_reliability_then_by_the_lower_number():
    first = Reading(count_of(9, Qualifier.EXACT), "a", reliability=0.9)
    second = Reading(count_of(4, Qualifier.EXACT), "b", reliability=0.2)
    assert numbers("representative", [first, second])[1] == 9
    assert numbers("representative", read(9, 4))[1] == 4


def test_every_rule_gives_a_reason():
    readings = read(ABOUT_60, AT_LEAST_72, CountValue(None, None, None, Qualifier.EXACT))
    assert all(len(rule(readings).reasons) > 0 for rule in RULES.values())


def test_a_lower_bound_speaks_for_the_number_that_another_voice_states():
    bound = Reading(count_of(2, Qualifier.AT_LEAST), "a", date(2021, 5, 3))
    stated = Reading(count_of(5, Qualifier.EXACT), "b", date(2021, 5, 2))
    assert numbers("recount", [bound, stated])[1] == 5


def test_people_told_one_by_one_speak_for_a_number_and_may_be_told_twice():
    singly = Reading(count_of(2, Qualifier.EXACT), "a", date(2021, 5, 3), singly=True)
    stated = Reading(count_of(5, Qualifier.EXACT), "b", date(2021, 5, 2))
    assert numbers("recount", [singly, stated])[1] == 5
    assert numbers("recount", [singly]) == (1, 2, 2)
    assert numbers("recount", [replace(singly, value=count_of(1, Qualifier.EXACT))]) == (1, 1, 1)
