"""What an extractor is: a document in, an extraction out, nothing remembered between."""

from __future__ import annotations

from typing import Protocol

from recount.model import Document, Extraction


class Extractor(Protocol):
    """Reads one document at a time; the same document always gives the same extraction."""

    name: str
    version: str
    languages: frozenset[str]
    """ISO 639-1 codes that it reads; a document in another is kept and reported as unread."""

    def extract(self, document: Document) -> Extraction:
        """Return what the document names and which words belong to which incident."""
        ...
