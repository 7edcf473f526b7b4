"""Expected calibration error and AUROC on known numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.evaluation.exam.calibration import auroc, expected_error, judged
from recount.model import Realis


def test_confidence_that_is_the_share_right_has_no_error():
    told = [(0.5, True), (0.5, False)] * 5 + [(1.0, True)] * 10
    assert expected_error(told) == 0.0


def test_sure_and_wrong_is_the_whole_error():
    assert expected_error([(1.0, False)] * 4) == 1.0


def test_bins_hold_equal_numbers():
    told = [(at / 100, at % 2 == 0) for at in range(100)]
    by_hand = [abs(sum(c for c, _ in told[at : at + 10]) / 10 - 0.5) for at in range(0, 100, 10)]
    assert expected_error(told) == pytest.approx(sum(by_hand) / 10, abs=1e-4)


def test_nothing_has_no_error_and_no_order():
    assert expected_error([]) == 0.0
    assert auroc([]) == auroc([(0.5, True)]) == 0.0


def test_auroc_is_one_when_every_right_one_is_surer():
    assert auroc([(0.9, True), (0.8, True), (0.7, False)]) == 1.0
    assert auroc([(0.5, True), (0.5, False)]) == 0.5


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.5, 0.9]), st.booleans()), max_size=30))
def test_neither_depends_on_the_order(told):
    assert expected_error(told) == expected_error(told[::-1])
    assert auroc(told) == auroc(told[::-1])


def test_an_account_is_right_when_paired_and_of_the_same_standing(account, paired):
    gold = [account((0, 5)), account((20, 25), realis=Realis.PLANNED)]
    ours = [
        account((0, 5), realis=Realis.ATTEMPTED, confidence=0.9),
        account((20, 25), confidence=0.8),
        account((50, 55), confidence=0.7),
    ]
    assert judged(paired(gold, ours)) == [(0.9, True), (0.8, False), (0.7, False)]
