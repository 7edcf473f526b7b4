"""The learned extractor with the shipped model, loaded once."""

from __future__ import annotations

import pytest

from recount.extract.learned.extractor import LearnedExtractor
from recount.extract.rules.scan import scan_document
from recount.resources.encoder.session import Encoder
from recount.resources.lexicon import load_lexicon


@pytest.fixture(scope="session")
def learned(resources) -> LearnedExtractor:
    return LearnedExtractor(resources, Encoder(threads=1))


@pytest.fixture(scope="session")
def read_learned(as_document, learned):
    """Return what the learned extractor finds in a text, with the document."""

    def read(text: str, **options):
        document = as_document(text, **options)
        return document, learned.extract(document)

    return read


@pytest.fixture(scope="session")
def scanned(as_document, resources):
    """Return what the finders find in a text."""

    def scan(text: str):
        return scan_document(as_document(text), resources, load_lexicon())

    return scan
