"""The stages by name, as one object, so that a test can hand in small ones of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from recount.model import (
    AccountRecord,
    Document,
    DocumentInfo,
    Extraction,
    Incident,
    Judgement,
    Publication,
    ReadError,
    Resolution,
    Sighting,
    Skipped,
)
from recount.version import __version__


class Item(Protocol):
    """One document's bytes as found (``recount.ingest.Item`` is one)."""

    @property
    def path(self) -> str:
        """Path relative to the folder that was read, members after ``!``."""
        ...

    @property
    def data(self) -> bytes:
        """The document's bytes."""
        ...

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        ...

    @property
    def document_id(self) -> str:
        """The id of the document that these bytes are."""
        ...


class Sources(Protocol):
    """What the tables beside the documents say of them."""

    @property
    def problems(self) -> tuple[Skipped, ...]:
        """Tables or rows of them that could not be used."""
        ...

    def sighting(self, item: Any) -> Sighting:
        """Return where an item was met, with what the tables say about it."""
        ...


class Extractor(Protocol):
    """Reads one document at a time (``recount.extract.Extractor`` is one)."""

    @property
    def name(self) -> str:
        """Name in the list of extractors."""
        ...

    @property
    def version(self) -> str:
        """Raised when the same text gives another extraction."""
        ...

    def extract(self, document: Document) -> Extraction:
        """Return what the document names."""
        ...


@runtime_checkable
class ReadsAhead(Protocol):
    """An extractor that can begin with a document while others are worked on."""

    def begin(self, document: Document) -> Callable[[], Extraction]:
        """Begin with a document; return what waits for its extraction and gives it."""
        ...


class Resources(Protocol):
    """Places, actors and vocabularies of one build."""

    @property
    def digest(self) -> str:
        """Changes when any place or actor does."""
        ...


class Resolve(Protocol):
    """The stage that gives the words of an extraction their values."""

    def __call__(
        self,
        document: Document,
        extraction: Extraction,
        *,
        publication: Publication,
        outlet: str | None,
        resources: Any,
    ) -> Resolution:
        """Return the values of everything that was extracted."""
        ...


@dataclass(frozen=True, slots=True)
class Stages:
    """Every function that the pipeline calls, in the order in which it calls them.

    ``rendition`` gives the id of the rendition that ``read`` would make, without reading.
    ``load`` takes the CSV bodies of users' places and actors. Versions are raised when a
    stage gives another result for the same input.
    """

    find: Callable[[Sequence[Path]], Iterator[Any]]
    sources: Callable[[Sequence[Path]], Sources]
    rendition: Callable[[Any], str]
    read: Callable[[Any], Document]
    trouble: Callable[[str, ReadError], Skipped]
    load: Callable[[Sequence[Any], Sequence[Any]], Resources]
    extractors: Mapping[str, Callable[[Any], Extractor]]
    publication: Callable[[Document, Sequence[Sighting], date | None], Publication]
    resolve: Resolve
    resolve_version: str
    voices: Callable[[Sequence[DocumentInfo]], Mapping[str, str]]
    judge: Callable[
        [Sequence[AccountRecord], Mapping[str, DocumentInfo], Sequence[Judgement]],
        Sequence[Judgement],
    ]
    cluster: Callable[[Sequence[str], Sequence[Judgement]], tuple[tuple[str, ...], ...]]
    reconcile: Callable[..., Incident]
    link_version: str


def real_stages(folder: Path | None = None) -> Stages:
    """Return the stages of Recount itself; loading them takes some tenths of a second.

    Args:
        folder: the user's data folder, for a GeoNames dump in it.
    """
    from recount import extract, ingest, link, reconcile, resolve
    from recount.ingest.trouble import skipped
    from recount.link import weights
    from recount.resources import bundle

    def load(places: Sequence[Any], actors: Sequence[Any]) -> Resources:
        return bundle.load(places=places, actors=actors, folder=folder)

    return Stages(
        find=ingest.find,
        sources=ingest.load_sources,
        rendition=ingest.rendition_of,
        read=ingest.read,
        trouble=skipped,
        load=load,
        extractors=extract.EXTRACTORS,
        publication=resolve.choose_publication,
        resolve=resolve.resolve,
        resolve_version=resolve.VERSION,
        voices=link.independent_voices,
        judge=link.judge,
        cluster=link.cluster,
        reconcile=reconcile.reconcile,
        link_version=f"{__version__}/{weights.METHOD}",
    )
