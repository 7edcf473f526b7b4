"""Words for victims: persons, in words that read well."""

import pytest

from recount.model import ActorKind, ActorValue, Span, Unknown
from recount.resolve.victims import bare_victim, names_nobody, victim_value


@pytest.mark.parametrize(
    "words", ["59 - year - old", "year", "Dr", "a couple thousand times", "horse", "by a driver"]
)
def test_words_that_tell_of_no_person_are_no_victim(words):
    assert names_nobody(words)


@pytest.mark.parametrize("words", ["two nurses", "Dr Olo Marrash", "a 59-year-old baker"])
def test_words_that_tell_of_somebody_are_a_victim(words):
    assert not names_nobody(words)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("Two Merinians", "Merinians"),
        ("at least 12 Merinians", "Merinians"),
        ("Ana Vell", "Ana Vell"),
    ],
)
def test_a_number_is_no_part_of_who_was_hurt(words, bare):
    assert bare_victim(words, Span(0, len(words))).of(words) == bare


def test_a_noun_of_a_headline_is_no_name():
    name = ActorValue("Policeman", ActorKind.UNKNOWN, generic=False)
    assert victim_value(name, "Policeman") == ActorValue(
        "police", ActorKind.STATE_FORCES, generic=True
    )


def test_a_surname_like_a_capital_stands_for_no_government():
    seat = ActorValue("Government of Merin", ActorKind.STATE_FORCES, generic=False)
    assert victim_value(seat, "Merin").actor == "Merin"


def test_words_that_no_list_has_are_kept():
    assert victim_value(Unknown("x"), "a baker").actor == "a baker"
