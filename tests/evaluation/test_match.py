"""Spans and clusters with known answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.evaluation.match import Tally3, b_cubed, ceaf_e, conll, match_spans, muc, overlap

# The worked example of Luo (2005): three gold entities, the first two of five and two mentions.
GOLD = {
    1: "a",
    2: "a",
    3: "a",
    4: "a",
    5: "a",
    6: "b",
    7: "b",
    8: "c",
    9: "c",
    10: "c",
    11: "c",
    12: "c",
}
FUSED = {**dict.fromkeys(range(1, 6), "x"), **dict.fromkeys(range(6, 13), "y")}


def test_muc_of_luos_example():
    score = muc(FUSED, GOLD)
    assert (score.recall, score.precision) == (1.0, 0.9)
    assert score.f1 == pytest.approx(0.947, abs=0.001)


def test_b_cubed_of_luos_example():
    score = b_cubed(FUSED, GOLD)
    assert score.recall == 1.0
    assert score.f1 == pytest.approx(0.865, abs=0.001)


def test_ceaf_of_luos_example():
    score = ceaf_e(FUSED, GOLD)
    assert score.f1 == pytest.approx(0.733, abs=0.001)


@given(st.dictionaries(st.integers(0, 30), st.integers(0, 6), min_size=2))
def test_gold_itself_scores_one_and_any_answer_stays_between(gold):
    assert b_cubed(gold, gold).f1 == 1.0
    assert ceaf_e(gold, gold).f1 == 1.0
    one = dict.fromkeys(gold, 0)
    assert 0.0 <= conll(one, gold) <= 1.0


def test_an_item_that_is_not_predicted_stands_alone():
    assert b_cubed({}, {1: "a", 2: "a"}).recall == 0.5
    assert b_cubed({}, {1: "a", 2: "a"}).precision == 1.0


def test_overlap_is_over_the_longer_span():
    assert overlap(((0, 10),), ((0, 4),)) == 0.4
    assert overlap(((0, 4), (6, 10)), ((0, 10),)) == 0.8


def test_each_gold_span_is_matched_once():
    found = [((0, 10),), ((1, 9),)]
    assert match_spans(found, [((0, 10),)]) == Tally3(right=1, found=2, gold=1)


def test_less_than_half_is_no_match():
    assert match_spans([((0, 4),)], [((0, 10),)]).right == 0
