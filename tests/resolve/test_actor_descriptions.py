"""Where a text describes somebody."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recount.resolve.actor_descriptions import descriptions

NOUNS = frozenset({"officer", "officers", "police", "people", "combatants"})
SMALL = frozenset({"of", "and", "the", "was"})


def words(text: str) -> list[str]:
    return [found.words for found in descriptions(text, NOUNS, SMALL)]


def test_a_determiner_and_three_words_belong_to_a_description():
    assert words("He met the three injured old officers.") == ["the three injured old officers"]


def test_small_words_end_a_description():
    assert words("the mayor of Velm and officers") == ["officers"]


def test_nouns_in_a_row_are_one_description():
    assert words("two police officers left") == ["two police officers"]


def test_a_possessive_is_no_description():
    assert words("the officer's car") == []


def test_the_end_of_a_word_with_a_hyphen_counts():
    assert words("thirty-six people and non-combatants") == ["six people", "combatants"]


def test_marks_part_what_stands_beside_them():
    assert words("the enemy -- officers came") == ["officers"]


@given(st.lists(st.sampled_from([*NOUNS, *SMALL, "two", "old", "x-ray", ",", "12"]), max_size=30))
def test_descriptions_lie_apart_and_end_with_a_noun(parts):
    text = " ".join(parts)
    found = list(descriptions(text, NOUNS, SMALL))
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(one.noun in NOUNS and one.words.endswith(one.noun) for one in found)
