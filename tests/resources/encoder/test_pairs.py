"""Scores of pairs: the two ways to work them out agree, and none is made for nothing."""

from __future__ import annotations

import numpy as np
import pytest

from recount.resources.encoder.digests import SHIPPED
from recount.resources.encoder.labels import DISTANCES, PAIR_ROLES, SENTENCE_GAPS, bucket, buckets
from recount.resources.encoder.pairs import load_tables, pair_logits, probability, row_logits
from recount.resources.encoder.reading import FoundSpan

TEXT = "Gunmen in Ostrelle killed seven people. A bomb hurt two near Vennick. Both were claimed."
ONES = [(FoundSpan(19, 25, 6, 7, 0.9), "trigger"), (FoundSpan(42, 46, 14, 15, 0.8), "trigger")]
OTHERS = [(FoundSpan(0, 6, 0, 1, 0.9), "perpetrator"), (FoundSpan(26, 31, 8, 9, 0.7), "killed")]


@pytest.mark.parametrize("name", ["link", "peer"])
def test_a_row_scores_as_the_pair_it_stands_for(made_reading, name):
    table = getattr(load_tables(SHIPPED / "pairs.npz"), name)
    reading = made_reading(TEXT)
    projected = getattr(reading, name)
    told = pair_logits(table, projected, reading, ONES, OTHERS)
    sentences = reading.tokens.sentences
    for i, (one, tag) in enumerate(ONES):
        for j, (other, role) in enumerate(OTHERS):
            row = [
                *(one.first, one.last, other.first, other.last),
                *(PAIR_ROLES.index(tag), PAIR_ROLES.index(role)),
                bucket(other.first - one.first, DISTANCES),
                bucket(sentences[other.first] - sentences[one.first], SENTENCE_GAPS),
            ]
            (score,) = row_logits(table, projected, np.asarray([row]))
            assert score == pytest.approx(told[i, j], abs=1e-4)


def test_no_spans_give_no_scores(made_reading):
    table = load_tables(SHIPPED / "pairs.npz").link
    reading = made_reading(TEXT)
    assert pair_logits(table, reading.link, reading, [], OTHERS).shape == (0, 2)
    assert pair_logits(table, reading.link, reading, ONES, []).shape == (2, 0)


def test_probabilities_lie_between_0_and_1_even_of_huge_scores():
    told = probability(np.asarray([-1e9, -1.0, 0.0, 1.0, 1e9], dtype=np.float32))
    assert told[2] == 0.5
    assert np.all((told >= 0) & (told <= 1))
    assert np.all(np.diff(told) > 0)


def test_every_distance_has_a_class_of_its_own_side():
    found = {bucket(value, DISTANCES) for value in range(-500, 501)}
    assert found == set(range(buckets(DISTANCES)))
    assert bucket(-1, DISTANCES) != bucket(1, DISTANCES)
