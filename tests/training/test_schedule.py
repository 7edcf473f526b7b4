"""The schedule: seeded, within bounds, each set as often as the recipe says."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from recount.resources.encoder.labels import TAGS
from recount.training.recipe import SMOKE, WHOLE, seeded
from recount.training.schedule import TOKENS, schedule
from recount.training.sources import SOURCES
from recount.training.targets import Piece


def piece(source: str, number: int, size: int) -> Piece:
    pairs = np.zeros((0, 9), dtype=np.int64)
    tags = np.zeros((size, len(TAGS)), dtype=np.int8)
    return Piece(source, np.full(size, number, dtype=np.int64), tags, {}, pairs, pairs)


@pytest.fixture(scope="module")
def pieces():
    return {
        "one": [piece("one", n, 20 + n) for n in range(100)],
        "two": [piece("two", n, 380) for n in range(40)],
    }


ROUNDS = {"one": 2.0, "two": 0.25}


def shape(batches):
    return [[(p.source, int(p.ids[0])) for p in batch] for batch in batches]


def test_the_same_seed_gives_the_same_batches_and_another_seed_others(pieces):
    assert shape(schedule(pieces, ROUNDS, 1)) == shape(schedule(pieces, ROUNDS, 1))
    assert shape(schedule(pieces, ROUNDS, 1)) != shape(schedule(pieces, ROUNDS, 2))


def test_each_set_is_read_as_often_as_told(pieces):
    told = Counter(p.source for batch in schedule(pieces, ROUNDS, 1) for p in batch)
    assert told == {"one": 200, "two": 10}


def test_no_batch_is_larger_than_the_bound(pieces):
    for batch in schedule(pieces, ROUNDS, 1):
        assert len(batch) * (max(len(p.ids) for p in batch) + 2) <= TOKENS


def test_a_set_that_is_absent_is_passed_over(pieces):
    assert schedule({}, {"none": 3.0}, 1) == []


def test_recipes_name_known_sets_only():
    known = {source.name for source in SOURCES}
    for recipe in (WHOLE, SMOKE):
        for stage in recipe.stages:
            assert set(stage.rounds) <= known


def test_another_seed_changes_seeds_alone():
    other = seeded(WHOLE, 9)
    assert [stage.seed for stage in other.stages] == [9, 10, 11, 12, 13]
    assert [s.rounds for s in other.stages] == [s.rounds for s in WHOLE.stages]
    assert len({stage.name for stage in WHOLE.stages}) == len(WHOLE.stages)
