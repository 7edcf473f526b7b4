"""What the words of one count name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.resolve.counted import read_counted


def numbers(words):
    """Return the best or least number of each item."""
    return [
        item.value.value if item.value.value is not None else item.value.low
        for item in read_counted(words, 0, len(words))
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a farmer and his son", [1, 1]),
        ("a father and daughter", [1, 1]),
        ("a husband and wife", [1, 1]),
        ("a husband and father", [1]),
        ("a couple and their three children", [2, 3]),
        ("Aro Vell, 25, and Ben Tash, 31", [1, 1]),
        ("Ana Bek, 44, a cashier; Odo Lim, 61; and his grandson Ilo, 9", [1, 1, 1]),
        ("Deputies Ana Bek and Odo Lim", [1, 1]),
        ("a family of five", [5]),
        ("A father of three", [1]),
        ("both soldiers", [2]),
        ("Both he and the boy", [1, 1]),
        ("twin sons", [2]),
        ("Two of the nine", [2]),
        ("all four", [4]),
        ("no one", [0]),
        ("Nobody else", [0]),
        ("a woman of about twenty", [1]),
        ("two sisters, 16 and 20,", [2]),
        ("a guard, missing since April,", [1]),
        ("her husband, Odo Lim, and his two brothers", [1, 2]),
        ("the 109 men and boys", [109]),
        ("seven people, including three children", [7]),
        ("a clerk and two guards, one of them an officer", [1, 2]),
        ("one person, the guard,", [1]),
        ("at least one", [1]),
        ("19", [19]),
        ("scores", [40]),
        ("the gunmen", [2]),
        ("an undetermined number", [2]),
        ("an entire family", [2]),
        ("an elder of the family", [1]),
        ("most of the crew", [2]),
        ("more", [2]),
        ("no", [0]),
        ("Taliban leader,", [1]),
        ("a police officer", [1]),
        ("police officers", [2]),
        ("two brothers and a nephew, 16", [2, 1]),
        ("9 people (3 women, 2 children)", [9]),
        ("9 people (3 women, 2 children) and a guard", [9, 1]),
        ("Aro Vell (25) and Ben Tash (31)", [1, 1]),
        ("both the driver and the guard", [1, 1]),
        ("a man and wife", [1, 1]),
        ("his girlfriend and brother", [1, 1]),
        ("a boyfriend and son", [1, 1]),
        ("his friend and teammate", [1]),
        ("a neighbour and friend", [1]),
        ("his friend and his teammate", [1, 1]),
        ("two clerks, ages 16 and 20,", [2]),
    ],
)
def test_people_are_counted_as_the_words_list_them(words, expected):
    assert numbers(words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It fell into the sea without harming anyone.", "anyone", 0),
        ("There were no reports of casualties.", "casualties", 0),
        ("The bridge fell without loss of life.", "life", 0),
        ("There was no immediate word on casualties.", "casualties", 2),
    ],
)
def test_harm_that_is_denied_counts_nobody(text, words, expected):
    start = text.index(words)
    found = read_counted(text, start, start + len(words))
    assert [i.value.value if i.value.value is not None else i.value.low for i in found] == [
        expected
    ]


@settings(deadline=None)
@given(st.text(alphabet="ab AB,;3 and two men", max_size=60))
def test_items_lie_in_the_words_in_order(words):
    items = read_counted(words, 0, len(words))
    assert all(0 <= item.span.start <= item.span.end <= len(words) for item in items)
    assert [i.span.start for i in items] == sorted(i.span.start for i in items)
