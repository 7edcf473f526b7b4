"""Made readings: tokens that are words, with chosen scores."""

from __future__ import annotations

import re

import numpy as np
import pytest

from recount.resources.encoder.digests import SHIPPED
from recount.resources.encoder.labels import CLASSES, OUTSIDE, PAIR_WIDTH, STATES, TAGS
from recount.resources.encoder.reading import TextReading
from recount.resources.encoder.tokenise import WordPieces
from recount.resources.encoder.windows import Tokens


@pytest.fixture(scope="session")
def pieces() -> WordPieces:
    """The shipped vocabulary."""
    return WordPieces(SHIPPED / "tokenizer.json")


@pytest.fixture(scope="session")
def made_reading():
    """Make a reading of a text cut into tokens of at most ``size`` letters.

    ``states`` gives a tag's state (outside, begin, inside) of each token.
    """

    def make(text: str, states: dict[str, list[int]] | None = None, size: int = 3) -> TextReading:
        found = list(re.finditer(rf"\w{{1,{size}}}|[^\w\s]", text))
        count = len(found)
        tokens = Tokens(
            tuple(range(count)),
            tuple(m.start() for m in found),
            tuple(m.end() for m in found),
            tuple(text.count(". ", 0, m.start()) for m in found),
        )
        tags = np.zeros((count, len(TAGS), STATES), dtype=np.float32)
        tags[:, :, OUTSIDE] = 1.0
        for tag, column in (states or {}).items():
            for at, state in enumerate(column[:count]):
                tags[at, TAGS.index(tag)] = 0.05
                tags[at, TAGS.index(tag), state] = 0.9
        chance = np.random.default_rng(1)
        shape = (count, 4 * PAIR_WIDTH)
        return TextReading(
            text,
            tokens,
            tags,
            {name: np.full((count, n), 1 / n, dtype=np.float32) for name, n in CLASSES.items()},
            chance.normal(size=shape).astype(np.float32),
            chance.normal(size=shape).astype(np.float32),
            np.asarray(tokens.starts, dtype=np.int64),
            np.asarray(tokens.ends, dtype=np.int64),
        )

    return make
