"""The check of an exported model: what it counts, and when it stops a training."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip(
    "torch", reason="NOT RUN: PyTorch is not installed (the extra train; make smoke-train)"
)

from recount.model import RecountError
from recount.training.check import Comparison, ModelScores, _spans, require_close


def test_spans_of_states():
    states = np.asarray([0, 1, 2, 1, 0, 2, 2, 0, 1])
    assert list(_spans(states)) == [(1, 3), (3, 4), (5, 7), (8, 9)]


@pytest.mark.parametrize("field", ["tags", "links", "peers"])
def test_more_than_half_a_point_lost_stops_it(field):
    whole = ModelScores(0.8, 0.8, 0.8)
    small = {"tags": 0.8, "links": 0.8, "peers": 0.8}
    require_close(Comparison(1, whole, ModelScores(**{**small, field: 0.796})))
    with pytest.raises(RecountError, match=r"loses 0\.6 points"):
        require_close(Comparison(1, whole, ModelScores(**{**small, field: 0.794})))


def test_a_small_model_may_be_better():
    require_close(Comparison(1, ModelScores(0.5, 0.5, 0.5), ModelScores(0.9, 0.9, 0.9)))
