"""Two incidents in one sentence."""

from __future__ import annotations

import pytest

from recount.extract.learned.coordinated import (
    are_coordinated,
    of_other_half,
    told_apart,
    told_together,
)
from recount.model import Span


def spans(text, *words):
    return (Span(text.index(word), text.index(word) + len(word)) for word in words)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A shooting in Velm and a bomb in Tarnow killed five.", "shooting", "bomb"),
        ("An ambush near Velm and an air strike on Orr left 12 dead.", "ambush", "air strike"),
        ("Gunmen shot two in Velm, and bombers killed three in Orr.", "shot", "killed"),
    ],
)
def test_and_joins_two_incidents_with_a_place_each(text, first, second):
    assert are_coordinated(text, *spans(text, first, second))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A bomb exploded and gunmen opened fire in Velm.", "exploded", "opened fire"),
        ("A blast in Velm and a raid in Velm killed five.", "blast", "raid"),
        ("A blast in Velm on Monday killed five in Orr.", "blast", "killed"),
    ],
)
def test_without_and_or_a_second_place_nothing_is_joined(text, first, second):
    assert not are_coordinated(text, *spans(text, first, second))


def test_the_order_of_the_two_says_nothing():
    text = "A shooting in Velm and a bomb in Tarnow killed five."
    assert are_coordinated(text, *spans(text, "bomb", "shooting"))


def test_each_of_the_two_has_the_words_of_its_own_half():
    text = "A shooting in Velm and a bomb in Tarnow killed five."
    triggers, words = list(spans(text, "shooting", "bomb")), list(spans(text, "Velm", "Tarnow"))
    assert of_other_half(text, triggers, words).tolist() == [[False, True], [True, False]]
    scores = told_apart(text, triggers)
    assert scores[0, 1] == scores[1, 0] < 0 == scores[0, 0]


def test_nothing_is_apart_in_a_sentence_of_one_incident():
    text = "A blast in Velm on Monday killed five in Orr."
    triggers = list(spans(text, "blast", "killed"))
    assert not told_apart(text, triggers).any()


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Armed men entered Velm, firing on people.", "entered", "firing"),
        ("Raiders stormed the post, then setting it on fire.", "stormed", "setting"),
    ],
)
def test_a_deed_and_what_its_doer_does_in_it_are_one(text, first, second):
    assert told_together(text, list(spans(text, first, second)))[0, 1] > 0


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Armed men entered Velm. Firing was heard in Tarn.", "entered", "Firing"),
        ("Armed men entered Velm and killed two.", "entered", "killed"),
        ("Armed men entered Velm after killing two.", "entered", "killing"),
    ],
)
def test_other_verbs_say_nothing_of_one_deed(text, first, second):
    assert not told_together(text, list(spans(text, first, second))).any()
