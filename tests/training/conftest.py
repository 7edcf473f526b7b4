"""What the tests of training share; those that need PyTorch say so where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from recount.resources.encoder.digests import SHIPPED
from recount.resources.encoder.tokenise import WordPieces

CORPORA = Path(__file__).parent.parent.parent / "corpora"


@pytest.fixture(scope="session")
def torch():
    """PyTorch, of the extra ``train``."""
    return pytest.importorskip(
        "torch", reason="NOT RUN: PyTorch is not installed (the extra train; make smoke-train)"
    )


@pytest.fixture(scope="session")
def tokenise() -> WordPieces:
    """The vocabulary of the start weights, as shipped."""
    return WordPieces(SHIPPED / "tokenizer.json")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The project's own corpora."""
    return CORPORA
