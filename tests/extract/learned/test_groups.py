"""Groups of triggers: a partition that does not hang on their order."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recount.extract.learned.groups import group


@st.composite
def symmetric(draw):
    """Scores between up to nine triggers, no two of them equal."""
    count = draw(st.integers(1, 9))
    pairs = count * (count - 1) // 2
    values = draw(st.lists(st.integers(-8_000, 8_000), min_size=pairs, max_size=pairs, unique=True))
    scores = np.zeros((count, count), dtype=np.float32)
    scores[np.triu_indices(count, 1)] = np.asarray(values, dtype=np.float32) / 1_000
    return scores + scores.T


bounds = st.floats(-3, 3)


@settings(deadline=None)
@given(symmetric(), bounds)
def test_groups_are_a_partition_in_order(scores, bound):
    groups = group(scores, bound)
    assert sorted(at for members in groups for at in members) == list(range(len(scores)))
    assert list(groups) == sorted(groups)
    assert all(list(members) == sorted(members) for members in groups)


@settings(deadline=None)
@given(symmetric(), bounds, st.randoms(use_true_random=False))
def test_the_order_of_triggers_changes_nothing(scores, bound, chance):
    # Means of several scores may tie by chance, and a tie is cut by order.
    assume(len(scores) < 4)
    order = list(range(len(scores)))
    chance.shuffle(order)
    moved = group(scores[np.ix_(order, order)], bound)
    back = {frozenset(order[at] for at in members) for members in moved}
    assert back == {frozenset(members) for members in group(scores, bound)}


@settings(deadline=None)
@given(symmetric())
def test_a_bound_above_every_score_joins_nothing_and_one_below_joins_all(scores):
    assert len(group(scores, 9.0)) == len(scores)
    assert len(group(scores, -9.0)) == 1


def test_one_wrong_pair_alone_joins_nothing():
    scores = np.full((4, 4), -4.0, dtype=np.float32)
    for one, other in ((0, 1), (2, 3)):
        scores[one, other] = scores[other, one] = 5.0
    scores[1, 2] = scores[2, 1] = 3.0
    assert group(scores, 0.0) == ((0, 1), (2, 3))
