"""Words marked as people that count nobody who was hit."""

from __future__ import annotations

import pytest

from recount.model import Span
from recount.resolve.countless import counts_nobody


def nobody(text, words):
    start = text.index(words)
    return counts_nobody(text, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The raid killed ten goats at Osset.", "ten goats"),
        ("The raid killed ten wild goats.", "ten"),
        ("A cook was killed while hunting deer.", "deer"),
    ],
)
def test_animals_are_no_people(text, words):
    assert nobody(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ten goat-herds were killed at Osset.", "Ten"),
        ("Ten goat herds were killed.", "Ten goat herds"),
        ("A bull's owner was killed.", "A bull's owner"),
    ],
)
def test_people_who_keep_animals_are_people(text, words):
    assert not nobody(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mother of three was killed.", "three"),
        ("The Tarn father of two was killed.", "of two"),
        ("The sister of the two clerks was killed.", "two clerks"),
    ],
)
def test_those_whose_kin_somebody_is_are_not_hit(text, words):
    assert nobody(text, words)


def test_those_whose_kin_somebody_is_are_hit_where_the_next_words_say_so():
    assert not nobody("A brother of two clerks killed at Osset wept.", "two clerks")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dead were ages 18, 21 and 35.", "18, 21 and 35"),
        ("Their ages were given as 18 and 21.", "18 and 21"),
        ("The clerk, whose age was listed as 18, died.", "18"),
        ("Two clerks, both 24, were killed.", "24"),
        ("A cook and his sons of 17 and 20 were killed.", "17 and 20"),
        ("A couple and their children, 5 and 9, were killed.", "5 and 9"),
        ("They found a bomb of about 20 kilograms.", "about 20 kilograms"),
    ],
)
def test_ages_count_nobody(text, words):
    assert nobody(text, words)


def test_a_number_beside_no_age_counts():
    assert not nobody("Of the clerks, 24 were killed.", "24")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Now playing 0:47 clerk hurt in raid", "47 clerk"),
        ("Photo 3 of 12 A cook was killed.", "12"),
        ("Slide 2 / 5 A cook was killed.", "5"),
    ],
)
def test_films_and_pictures_count_nobody(text, words):
    assert nobody(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is a crime to kill another person.", "another person"),
        ("A gun could injure someone.", "someone"),
        ("He may shoot or kill people.", "people"),
    ],
)
def test_anyone_whom_a_law_protects_is_not_hit(text, words):
    assert nobody(text, words)


def test_another_person_who_was_hit_counts():
    assert not nobody("The raid killed another person.", "another person")


def test_too_many_is_no_count():
    assert nobody("There have been too many deaths.", "many deaths")


def test_many_is_a_count():
    assert not nobody("There were many dead.", "many dead")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We hope that we will not have a fatality at Osset.", "a fatality"),
        ("They crossed the river without losing anybody, and without a death.", "a death"),
    ],
)
def test_a_death_that_was_not_counts_nobody(text, words):
    at = text.index(words)
    assert counts_nobody(text, Span(at, at + len(words)))


def test_a_death_that_was_counts():
    text = "The blast caused a death at Osset."
    at = text.index("a death")
    assert not counts_nobody(text, Span(at, at + len("a death")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is luck that another child was not killed.", "another child"),
        ("Bullets meant for three clerks hit a wall.", "three clerks"),
        ("Bullets intended for the three clerks hit a wall.", "three clerks"),
    ],
)
def test_who_was_spared_is_nobody(text, words):
    assert nobody(text, words)


def test_who_was_not_killed_by_one_may_have_been_by_another():
    assert not nobody("The child was not killed by police, but by raiders.", "The child")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The sisters, aged 38, 51 and 67, were found dead.", "67"),
        ("The boy was shot in a fight with the owner and his son.", "owner and his son"),
        ("Act before another boy is killed.", "another boy"),
        ("A helicopter was hit while evacuating casualties.", "casualties"),
        ("Sixty guests were rescued.", "Sixty"),
        ("The blast levelled seven blocks.", "seven blocks"),
    ],
)
def test_ages_opponents_the_saved_and_things_are_nobody_hit(text, words):
    assert nobody(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ten clerks were hurt before two guards were killed.", "two guards"),
        ("Ten clerks of two shops were killed.", "Ten clerks of two shops"),
        ("Two boys were released from hospital on Sunday.", "Two boys"),
    ],
)
def test_people_beside_such_words_are_counted(text, words):
    assert not nobody(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About a hundred women sat down before the gate.", "About a hundred women"),
        ("Nine clerks, all in black, marched to the town hall.", "Nine clerks"),
    ],
)
def test_people_who_did_something_themselves_were_not_hit(text, words):
    assert nobody(text, words)


def test_people_hurt_while_they_marched_were_hit():
    assert not nobody("Nine marchers were hurt.", "Nine marchers")
