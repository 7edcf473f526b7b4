from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import CountValue, Qualifier, Unknown
from recount.resolve.quantity import resolve_quantity
from recount.resources.grammar import find_quantities

HEDGES = st.sampled_from(
    [
        "",
        "at least",
        "more than",
        "up to",
        "about",
        "nearly",
        "fewer than",
        "an estimated",
        "no fewer than",
    ]
)


def values(text: str) -> list[CountValue | Unknown]:
    return [resolve_quantity(quantity, text).value for quantity in find_quantities(text)]


@given(HEDGES, st.integers(min_value=2, max_value=10**7))
def test_bounds_are_ordered_and_the_number_is_kept(hedge, number):
    value = values(f"The blast killed {hedge} {number:,} herders.")[0]
    assert isinstance(value, CountValue)
    known = [bound for bound in (value.low, value.value, value.high) if bound is not None]
    assert known == sorted(known)
    assert value.value == number


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=999))
def test_ranges_keep_both_ends(low, more):
    value = values(f"Between {low} and {low + more} herders died.")[0]
    assert isinstance(value, CountValue)
    assert (value.low, value.value, value.high) == (low, None, low + more)
    assert value.qualifier is Qualifier.BETWEEN


@pytest.mark.parametrize(
    "text",
    ["He paid $5,000.", "She is 30 years old.", "It lies 12 km off.", "It rained for 3 days."],
)
def test_measures_are_no_counts(text):
    assert all(isinstance(value, Unknown) for value in values(text))


def test_including_governs_a_list_up_to_the_next_verb():
    text = "It killed 28, including 13 troops and 2 nurses, and wounded 40."
    assert [value.part for value in values(text) if isinstance(value, CountValue)] == [
        False,
        True,
        True,
        False,
    ]


def test_part_names_the_words_it_rests_on():
    text = "Thirteen of the dead were soldiers."
    resolved = resolve_quantity(find_quantities(text)[0], text)
    assert [span.of(text) for span in resolved.spans] == ["of the"]


def test_a_group_of_members_is_not_a_part():
    value = values("It killed 25 members of the Lumarite community.")[0]
    assert isinstance(value, CountValue)
    assert not value.part


def test_further_figures_say_so():
    text = "Another 3 people died."
    reasons = resolve_quantity(find_quantities(text)[0], text).reasons
    assert any(reason.startswith("further") for reason in reasons)


def test_others_are_told_from_further_deaths():
    text = "It killed 4 herders and wounded 22 others."
    reasons = resolve_quantity(find_quantities(text)[1], text).reasons
    assert any(reason.startswith("others") for reason in reasons)
    assert not any(reason.startswith("further") for reason in reasons)
