"""Optimal assignment against trying every permutation."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from recount.evaluation.assign import assign

POINTS = st.sampled_from([-2.0, 0.0, 1.0, 2.5, 3.0, 4.0, 5.5])
LEAST = 1.0


@st.composite
def matrices(draw):
    columns = draw(st.integers(1, 5))
    rows = draw(st.integers(0, 5))
    return [[draw(POINTS) for _ in range(columns)] for _ in range(rows)]


def best_by_trying(scores):
    rows, columns = len(scores), max((len(row) for row in scores), default=0)
    size = max(rows, columns)
    return max(
        sum(
            scores[i][order[i]]
            for i in range(rows)
            if order[i] < columns and scores[i][order[i]] >= LEAST
        )
        for order in permutations(range(size))
    )


@given(matrices())
def test_no_other_assignment_sums_higher(scores):
    pairs = assign(scores, LEAST)
    assert sum(scores[i][j] for i, j in pairs) == best_by_trying(scores)


@given(matrices())
def test_every_row_and_column_is_used_at_most_once_and_no_pair_is_below_the_least(scores):
    pairs = assign(scores, LEAST)
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})
    assert all(scores[i][j] >= LEAST for i, j in pairs)


def test_two_good_pairs_win_over_one_best_pair():
    assert assign([[5.0, 4.0], [4.5, 0.0]], 1.0) == ((0, 1), (1, 0))


def test_nothing_to_assign_gives_nothing():
    assert assign([], 1.0) == ()
    assert assign([[], []], 1.0) == ()
