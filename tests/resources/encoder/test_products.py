"""The probe of 8-bit products, and that its answer never changes a score."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

from recount.resources.encoder import session
from recount.resources.encoder.digests import SHIPPED
from recount.resources.encoder.products import (
    LEFT,
    PROBE,
    PROBE_COLUMNS,
    PROBE_DEPTH,
    PROBE_ROWS,
    RIGHT,
    has_exact_products,
)
from recount.resources.encoder.session import Encoder

TEXT = "Gunmen killed seven people in Ostrelle on Monday. A bomb hurt two near Vennick. " * 8


class _CutOff:
    """A product whose sums stop at what 16 bits can hold."""

    def __init__(self, *_, **__):
        pass

    def run(self, outputs, inputs):
        rows, depth = inputs["left"].shape
        pairs = min(2 * LEFT * RIGHT, 2**15 - 1)
        return [np.full((rows, 4), depth // 2 * pairs, dtype=np.int32)]


def test_the_shipped_probe_makes_the_product_that_it_should():
    run = onnxruntime.InferenceSession(str(SHIPPED / PROBE), providers=["CPUExecutionProvider"])
    ones = np.ones((PROBE_ROWS, PROBE_DEPTH), dtype=np.uint8)  # no sum of these is cut off
    (told,) = run.run(["sums"], {"left": ones})
    assert told.shape == (PROBE_ROWS, PROBE_COLUMNS)
    assert (told == RIGHT * PROBE_DEPTH).all()


def test_sums_that_are_cut_off_are_noticed(monkeypatch, tmp_path):
    monkeypatch.setattr(onnxruntime, "InferenceSession", _CutOff)
    assert not has_exact_products(tmp_path / PROBE)


@pytest.mark.skipif(
    not has_exact_products(SHIPPED / PROBE), reason="NOT RUN: this processor cuts off sums"
)
def test_both_ways_give_the_same_scores(monkeypatch):
    fast = Encoder(threads=1).read(TEXT)
    monkeypatch.setattr(session, "has_exact_products", lambda probe: False)
    slow = Encoder(threads=1).read(TEXT)
    assert np.array_equal(fast.tags, slow.tags)
    assert np.array_equal(fast.link, slow.link)
