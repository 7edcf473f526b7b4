"""A reading: spans never cut a word, and characters find their tokens."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.resources.encoder.labels import BEGIN, INSIDE, OUTSIDE

TEXT = "Gunmen in Ostrelle killed seventeen villagers. Others fled north-west, toward Vennick."

states = st.lists(st.sampled_from([OUTSIDE, BEGIN, INSIDE]), min_size=40, max_size=40)
offsets = st.integers(0, len(TEXT))


@settings(deadline=None)
@given(states)
def test_a_span_never_cuts_a_word(made_reading, column):
    reading = made_reading(TEXT, {"victim": column})
    for span in reading.spans("victim", 0.5):
        for edge in (span.start, span.end):
            if 0 < edge < len(TEXT):
                assert not (TEXT[edge - 1].isalnum() and TEXT[edge].isalnum())


def test_a_joining_word_at_the_edge_goes_but_not_the_first_letters_of_a_word(made_reading):
    reading = made_reading("or Orvastel", {"place": [INSIDE] * 40}, size=2)
    (span,) = reading.spans("place", 0.5)
    assert reading.text[span.start : span.end] == "Orvastel"


@settings(deadline=None)
@given(states)
def test_spans_rise_and_do_not_overlap(made_reading, column):
    spans = made_reading(TEXT, {"victim": column}).spans("victim", 0.5)
    for here, after in pairwise(spans):
        assert here.end <= after.start
        assert here.last < after.first
    for span in spans:
        assert 0 <= span.score <= 1


@settings(deadline=None)
@given(states)
def test_every_token_inside_is_in_a_span(made_reading, column):
    reading = made_reading(TEXT, {"victim": column})
    covered = {
        at for span in reading.spans("victim", 0.5) for at in range(span.first, span.last + 1)
    }
    inside = reading.inside("victim")
    marks = {
        at
        for at in range(len(reading.tokens))
        if not reading.text[reading.tokens.starts[at] : reading.tokens.ends[at]].isalnum()
    }
    words = {"and", "or", "a", "an", "the", "of", "s", "in", "on", "at", "by", "to"}
    idle = marks | {
        at
        for at in range(len(reading.tokens))
        if reading.text[reading.tokens.starts[at] : reading.tokens.ends[at]].casefold() in words
    }
    assert {at for at in range(len(reading.tokens)) if inside[at] >= 0.5} <= covered | idle


@settings(deadline=None)
@given(offsets, offsets)
def test_the_token_range_of_characters_holds_every_token_that_overlaps_them(
    made_reading, one, other
):
    reading = made_reading(TEXT)
    start, end = sorted((one, other))
    first, last = reading.token_range(start, end)
    assert 0 <= first <= last < len(reading.tokens)
    over = [
        at
        for at in range(len(reading.tokens))
        if reading.tokens.starts[at] < end and start < reading.tokens.ends[at]
    ]
    if over:
        assert (first, last) == (over[0], over[-1])


def test_a_begin_parts_two_neighbours(made_reading):
    reading = made_reading("red cat dog", {"target": [BEGIN, BEGIN, INSIDE]})
    assert [(s.start, s.end) for s in reading.spans("target", 0.5)] == [(0, 3), (4, 11)]


def test_a_begin_inside_a_word_parts_nothing(made_reading):
    reading = made_reading("soldiers", {"target": [BEGIN, BEGIN, INSIDE]})
    assert [(s.start, s.end) for s in reading.spans("target", 0.5)] == [(0, 8)]


def test_a_colon_alone_is_a_cue_and_nothing_else(made_reading):
    columns = {"cue": [OUTSIDE, OUTSIDE, BEGIN], "source": [OUTSIDE, OUTSIDE, BEGIN]}
    reading = made_reading("Police: two dead", columns)
    assert [(s.start, s.end) for s in reading.spans("cue", 0.5)] == [(6, 7)]
    assert reading.spans("source", 0.5) == ()


def test_no_other_mark_alone_is_a_cue(made_reading):
    reading = made_reading("Police, two dead", {"cue": [OUTSIDE, OUTSIDE, BEGIN]})
    assert reading.spans("cue", 0.5) == ()
