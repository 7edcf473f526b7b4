"""Sketches: near-copies look alike, other texts do not, and every machine agrees."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from recount.resources.sketch import PERMUTATIONS, containment, similarity, sketch

RANDOM = random.Random(7)
WORDS = [f"word{number}" for number in range(3000)]
LONG = [RANDOM.choice(WORDS) for _ in range(800)]


def test_a_sketch_is_the_same_everywhere():
    assert (
        sketch("Two soldiers died in a clash near Orm.")[:2]
        == sketch("two SOLDIERS died, in a clash near orm")[:2]
    )
    assert len(sketch("Two soldiers died.")) == PERMUTATIONS
    assert all(0 <= value < 2**63 for value in sketch("Two soldiers died."))


def test_a_text_without_words_has_no_sketch():
    assert sketch(" -- ") == ()
    assert similarity((), sketch("Two died.")) == 0.0


def test_an_edited_copy_is_similar_and_another_text_is_not():
    edited = [("new" if number % 40 == 0 else word) for number, word in enumerate(LONG)]
    other = [RANDOM.choice(WORDS) for _ in range(800)]
    whole = sketch(" ".join(LONG))
    assert 0.6 < similarity(whole, sketch(" ".join(edited))) < 0.95
    assert similarity(whole, sketch(" ".join(other))) < 0.05


def test_a_shortened_copy_is_contained_though_less_similar():
    whole, part = sketch(" ".join(LONG)), sketch(" ".join(LONG[:320]))
    assert similarity(whole, part) < 0.55
    assert containment(whole, part) > 0.75
    assert containment(part, whole) == containment(whole, part)


@given(st.text(max_size=200))
def test_a_text_is_similar_to_itself(text):
    own = sketch(text)
    assert similarity(own, own) == (1.0 if own else 0.0)
