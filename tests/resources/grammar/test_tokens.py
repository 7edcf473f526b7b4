from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recount.resources.grammar.tokens import BREAK, tokenize


def test_possessive_s_is_a_token_of_its_own():
    assert tokenize("Velmar's mayor").lows == ("velmar", "'", "s", "mayor")


def test_numbers_and_abbreviations_stay_whole():
    assert tokenize("The U.S. lost 1,200 at 5:30 p.m.").lows == (
        "the",
        "u.s.",
        "lost",
        "1,200",
        "at",
        "5:30",
        "p.m.",
    )


def test_blank_line_breaks_phrases_and_single_line_end_does_not():
    assert tokenize("one\ntwo\n\nthree").lows == ("one", "two", BREAK, "three")


@given(st.text(max_size=80))
def test_tokens_lie_in_the_text_in_order(text):
    tokens = tokenize(text)
    previous = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert previous <= start < end <= len(text)
        previous = end
