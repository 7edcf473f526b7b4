"""Windows: every token is read off exactly once, with words on both sides of it."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.resources.encoder.windows import MOST, OVERLAP, sentence_numbers, windows_of

lengths = st.lists(st.integers(1, 900), min_size=1, max_size=40)
"""Tokens of each sentence; some are longer than a window."""


def numbered(sizes: list[int]) -> list[int]:
    return [number for number, size in enumerate(sizes) for _ in range(size)]


@settings(deadline=None)
@given(lengths)
def test_every_token_is_kept_exactly_once(sizes):
    sentences = numbered(sizes)
    kept = [at for w in windows_of(sentences) for at in range(w.keep_start, w.keep_end)]
    assert kept == list(range(len(sentences)))


@settings(deadline=None)
@given(lengths)
def test_a_window_holds_what_it_keeps_and_is_not_too_long(sizes):
    for window in windows_of(numbered(sizes)):
        assert 0 < window.end - window.start <= MOST
        assert window.start <= window.keep_start < window.keep_end <= window.end


@settings(deadline=None)
@given(lengths)
def test_neighbours_share_tokens_so_that_none_is_read_at_an_edge(sizes):
    for here, after in pairwise(windows_of(numbered(sizes))):
        assert here.end - after.start >= OVERLAP
        assert here.keep_end == after.keep_start
        assert min(here.end - here.keep_end, after.keep_start - after.start) >= OVERLAP // 2


@settings(deadline=None)
@given(st.integers(1, MOST))
def test_a_short_text_is_one_window(count):
    (window,) = windows_of([0] * count)
    assert (window.start, window.end) == (0, count)


def test_a_window_ends_with_a_sentence_where_it_can():
    first, *_ = windows_of(numbered([200, 150, 200]))
    assert first.end == 350


@settings(deadline=None)
@given(lengths, st.lists(st.integers(0, 5_000), min_size=1, max_size=50))
def test_a_token_has_the_number_of_the_sentence_that_it_starts_in(sizes, starts):
    begins = [0, *accumulate(sizes)]
    for start, number in zip(sorted(starts), sentence_numbers(sorted(starts), begins), strict=True):
        assert begins[number] <= start
        assert number + 1 == len(begins) or start < begins[number + 1]
