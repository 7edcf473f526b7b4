"""What the writer is handed: whole units, each stored in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recount.model import (
    Document,
    Extraction,
    Incident,
    Judgement,
    Resolution,
    Sighting,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Which rendition, extraction and resolution of a document are the current ones (keys)."""

    document: str
    rendition: str
    extraction: str
    resolution: str


@dataclass(frozen=True, slots=True)
class RenditionEntry:
    """A document as a reader reads it; ``content`` are its bytes, ``None``: not to be kept.

    ``words`` is the number of words of the body; ``seen_day`` (ISO) the day of the build.
    """

    document: Document
    content: bytes | None
    words: int
    seen_day: str | None


@dataclass(frozen=True, slots=True)
class ExtractionEntry:
    """An extraction under the key of its inputs.

    ``words`` are those of each account, in the order of the extraction's accounts;
    ``cites`` are names that the text gives as its sources.
    """

    key: str
    extraction: Extraction
    words: tuple[str, ...]
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionEntry:
    """A resolution under the key of its inputs, and the key of the extraction it resolves."""

    key: str
    extraction: str
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """All that one transaction stores of one document; ``None``: the ledger has it already."""

    standing: Standing | None
    rendition: RenditionEntry | None = None
    sightings: tuple[Sighting, ...] = ()
    extraction: ExtractionEntry | None = None
    resolution: ResolutionEntry | None = None


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """The whole result of linking and reconciling; the writer stores what differs.

    ``judgements`` are read once, one after the other; people's among them are left out, for
    they are stored when they are made.
    ``voices`` maps document id to voice, ``aliases`` an id that is no longer an
    incident's own to the incident that it now means. ``inputs`` is the digest of all
    that was linked, by which a later build knows that nothing changed.
    """

    judgements: Iterable[Judgement]
    voices: Mapping[str, str]
    incidents: tuple[Incident, ...]
    rule: str
    inputs: str
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Supplied:
    """A place or an actor that the user supplied, as canonical JSON in ``body``."""

    kind: str
    id: str
    body: str
