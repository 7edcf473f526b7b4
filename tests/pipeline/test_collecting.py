"""Garbage is collected less often while a build runs, and as before after it."""

import gc

import pytest

from recount.pipeline.collecting import YOUNG, few_collections


@pytest.fixture(autouse=True)
def thresholds():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_that_fewer_are_made_within_only():
    gc.set_threshold(700, 10, 10)
    with few_collections():
        assert gc.get_threshold() == (YOUNG, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_that_an_error_leaves_it_as_before():
    gc.set_threshold(700, 10, 10)
    with pytest.raises(ZeroDivisionError), few_collections():
        raise ZeroDivisionError
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("own", [0, 10 * YOUNG])
def test_that_a_callers_larger_number_stays(own):
    gc.set_threshold(own, 10, 10)
    with few_collections():
        assert gc.get_threshold()[0] == own
