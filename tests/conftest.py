"""Fixtures that every part uses."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder beside the checkout; its absence is said, not passed over."""
    if not SHARED.is_dir():
        pytest.skip("NOT RUN: the data folder ../shared is absent")
    return SHARED


@pytest.fixture(scope="session")
def fake():
    """The package of the invented island."""
    import fake_island

    return fake_island


@pytest.fixture
def island(fake):
    """A fresh copy of the invented island."""
    return fake.velmora()


@pytest.fixture(scope="session")
def as_document():
    """Make a document of plain text: one body segment a paragraph, no reader involved."""
    from recount.model import (
        Document,
        Language,
        Publication,
        PublicationBasis,
        Segment,
        SegmentKind,
        SourceMap,
        SourcePlace,
        bytes_hash,
        content_id,
        text_hash,
    )

    def make(text: str, *, headings: tuple[str, ...] = (), language: str = "en") -> Document:
        segments: list[Segment] = []
        at = 0
        governing = None
        for paragraph in text.split("\n\n"):
            start = text.index(paragraph, at)
            at = start + len(paragraph)
            heading = paragraph in headings
            item = paragraph.lstrip().startswith(("•", "- "))
            kind = SegmentKind.LIST_ITEM if item else SegmentKind.BODY
            kind = SegmentKind.HEADING if heading else kind
            segment = Segment(len(segments), kind, start, at, None if heading else governing)
            if heading or paragraph.rstrip().endswith(":"):
                governing = segment.index
            segments.append(segment)
        data = text.encode()
        identity = content_id("document", bytes_hash(data))
        return Document(
            id=identity,
            sha256=bytes_hash(data),
            size=len(data),
            media_type="text/plain",
            rendition=content_id("rendition", identity, "test", "1"),
            reader="test",
            reader_version="1",
            text=text,
            text_sha256=text_hash(text),
            segments=tuple(segments),
            title=None,
            outlet=None,
            url=None,
            author=None,
            language=Language(language, 1.0),
            published=Publication(None, None, PublicationBasis.UNKNOWN),
            source_map=SourceMap((SourcePlace(0, "", 0, exact=True),)),
        )

    return make


@pytest.fixture(scope="session")
def resources():
    """The shipped places and actors, opened once."""
    from recount.resources.bundle import load

    return load()


@pytest.fixture(scope="session")
def read_rules(as_document, resources):
    """Return what the rules extractor finds in a text, with the document."""
    from recount.extract import RulesExtractor

    extractor = RulesExtractor(resources)

    def read(text: str, **options):
        document = as_document(text, **options)
        return document, extractor.extract(document)

    return read
