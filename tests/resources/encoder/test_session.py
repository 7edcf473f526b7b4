"""The shipped encoder: shapes, probabilities, and the same result for the same text."""

from __future__ import annotations

import numpy as np
import pytest

from recount.resources.encoder.labels import CLASSES, PAIR_WIDTH, TAGS
from recount.resources.encoder.session import Encoder
from recount.resources.encoder.windows import MOST

TEXT = "Gunmen killed seven people in Ostrelle on Monday. A bomb hurt two near Vennick. "


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(threads=1)


def test_a_reading_has_scores_for_every_token(encoder):
    reading = encoder.read(TEXT)
    count = len(reading.tokens)
    assert reading.tags.shape == (count, len(TAGS), 3)
    assert np.allclose(reading.tags.sum(axis=-1), 1, atol=1e-4)
    for name, size in CLASSES.items():
        assert reading.classes[name].shape == (count, size)
        assert np.allclose(reading.classes[name].sum(axis=-1), 1, atol=1e-4)
    assert reading.link.shape == reading.peer.shape == (count, 4 * PAIR_WIDTH)


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_text_has_an_empty_reading(encoder, text):
    reading = encoder.read(text)
    assert len(reading.tokens) == 0
    assert reading.tags.shape[0] == 0
    assert reading.spans("trigger", 0.5) == ()


def test_the_same_text_gives_the_same_scores(encoder):
    assert np.array_equal(encoder.read(TEXT).tags, encoder.read(TEXT).tags)


def test_every_token_of_a_long_text_is_read(encoder):
    reading = encoder.read(TEXT * 60)
    assert len(reading.tokens) > 2 * MOST
    assert np.all(np.abs(reading.link).sum(axis=1) > 0)
