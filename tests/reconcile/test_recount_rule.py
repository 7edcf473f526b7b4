"""The default rule: what many voices support, in the order in which they spoke."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import CountValue, FindingStatus, Property, Qualifier, count_of
from recount.reconcile import RULES, Reading

K, W = Property.KILLED, Property.WOUNDED


def said(*figures, **more):
    """Readings from (number, day of May or ``None``)."""
    return [
        Reading(
            count_of(number, Qualifier.EXACT),
            f"v{at}",
            None if day is None else date(2031, 5, day),
            **more,
        )
        for at, (number, day) in enumerate(figures)
    ]


def numbers(readings):
    found = RULES["recount"](readings)
    return found.low, found.best, found.high


def test_a_toll_that_grew_is_its_latest_total():
    assert numbers(said((4, 2), (4, 2), (6, 3), (7, 4))) == (4, 7, 7)


def test_a_single_high_figure_does_not_outweigh_a_majority():
    assert numbers(said((4, 2), (4, 3), (4, 4), (11, 3))) == (4, 4, 11)


def test_an_early_high_figure_is_not_what_the_toll_grew_to():
    assert numbers(said((12, 2), (7, 3), (7, 4))) == (7, 7, 12)


def test_of_figures_with_equal_weight_the_later_stands_then_the_lower():
    assert numbers(said((5, 3), (30, 2)))[1] == 5
    assert numbers(said((5, 2), (30, 3)))[1] == 30
    assert numbers(said((5, None), (30, None)))[1] == 5


def test_a_doubtful_figure_leaves_room_for_nobody():
    assert numbers(said((5, 2), doubtful=True)) == (0, 5, 5)


def test_a_doubtful_figure_weighs_less_and_does_not_lower_a_sure_one():
    readings = said((9, 3), doubtful=True) + said((4, 2))
    assert numbers(readings) == (4, 4, 9)


def test_reliable_voices_weigh_more():
    trusted = said((8, 2), reliability=0.9)
    others = said((3, 2), reliability=0.2) + said((3, 2), reliability=0.2)
    assert numbers(trusted + others)[1] == 8


def test_one_of_the_wounded_may_have_died_where_voices_do_not_differ():
    assert numbers(said((2, 3), hurt=4)) == (2, 2, 3)
    assert numbers(said((2, 3), (3, 3), hurt=4))[2] == 3
    assert numbers(said((60, 3), hurt=143)) == (60, 60, 60)


def test_people_told_beside_raise_the_highest_only():
    assert numbers(said((1, 2), beside=1)) == (1, 1, 2)
    assert numbers(said((1, 2), beside=3)) == (1, 1, 4)


def test_people_told_beside_do_not_lower_a_higher_figure():
    assert numbers(said((1, 2), beside=1) + said((5, 2)))[2] == 5


def test_people_told_beside_leave_a_bound_that_is_open_open():
    most = CountValue(12, None, None, Qualifier.DOZENS)
    assert numbers([Reading(most, "a"), *said((1, 2), beside=1)])[2] == 12
    assert (
        numbers([Reading(CountValue(12, None, None, Qualifier.DOZENS), "a", beside=1)])[2] is None
    )


def test_people_told_beside_are_a_reason():
    found = RULES["recount"](said((1, 2), beside=1))
    assert any("told beside" in reason for reason in found.reasons)


def test_wounded_without_a_count_of_dead_leave_one_death_open(make):
    from recount.reconcile import reconcile

    infos = make.by_id([make.document("a", "2031-05-03")])
    record = make.account("a", counts={W: [make.exactly(3)]})
    found = reconcile("i", [record], infos, {}).finding(K)
    assert (found.low, found.best, found.high) == (0, None, 1)
    assert found.status is FindingStatus.UNKNOWN
    bare = make.account("a")
    assert reconcile("i", [bare], infos, {}).finding(K) is None


values = st.tuples(st.integers(0, 200), st.integers(1, 28) | st.none())


@given(st.lists(values, min_size=1, max_size=8))
@settings(deadline=None)
def test_best_is_a_number_that_a_voice_states(rows):
    readings = said(*rows)
    low, best, high = numbers(readings)
    assert best in {number for number, _ in rows}
    assert low <= best <= high
    assert numbers(readings[::-1]) == (low, best, high)


@given(st.integers(0, 500))
@settings(deadline=None)
def test_bounds_of_words_stay(number):
    value = CountValue(number, None, None, Qualifier.DOZENS)
    assert numbers([Reading(value, "a")]) == (number, number, None) or number == 0
