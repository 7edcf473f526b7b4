"""Documents: one report as published, its clean text, and where each character stood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from recount.model.span import Span


class SegmentKind(StrEnum):
    """What part of a page a segment is."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CLUTTER = "clutter"


BODY_KINDS = frozenset(
    {SegmentKind.BODY, SegmentKind.HEADING, SegmentKind.LIST_ITEM, SegmentKind.QUOTATION}
)
"""Kinds whose words may tell of incidents; captions may only add evidence to one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A block of the text, ``text[start:end]``, with a kind.

    ``heading`` is the index (in the document's segments) of the nearest heading
    or list lead-in that governs this segment, if any. ``reason`` says why a
    segment was found to be clutter.
    """

    index: int
    kind: SegmentKind
    start: int
    end: int
    heading: int | None = None
    reason: str | None = None

    @property
    def span(self) -> Span:
        """The segment's range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where a run of clean text stood: ``part`` (page, member), offset and length there.

    Offsets count code points of the decoded source for text formats, characters
    of the page for PDF, and of the part for DOCX.
    """

    text_start: int
    part: str
    source_start: int
    exact: bool
    """True when the run maps one character to one; false when a run stands for an
    entity, a collapsed run of blanks or a line break that the reader put in."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """For every character of the clean text, its place in the source.

    Runs are sorted by ``text_start`` and cover the text from 0 to its end.
    """

    runs: tuple[SourcePlace, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(run.text_start for run in self.runs))

    def locate(self, offset: int) -> tuple[str, int]:
        """Return the part and the offset in it of the character at ``offset`` of the text.

        Raises:
            IndexError: the map is empty or the offset is negative.
        """
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            message = f"no place in the source for offset {offset}"
            raise IndexError(message)
        run = self.runs[at]
        shift = offset - run.text_start if run.exact else 0
        return run.part, run.source_start + shift


class PublicationBasis(StrEnum):
    """What a publication date rests on, strongest first."""

    GIVEN = "given"
    """Supplied by the user (sources.csv, a JSON line, a feed entry)."""
    METADATA = "metadata"
    """The file's own metadata."""
    STATED = "stated"
    """Printed in the page: a dateline, a line under the title."""
    INFERRED = "inferred"
    """Worked out from a weekday and a date, or from the dates the text tells of."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published: first and last possible day, and the basis.

    ``latest`` is a day after which it cannot have been published (a later
    headline on the page, the day it was first read), even when the date is
    unknown. ``note`` says how the date was found.
    """

    start: date | None
    end: date | None
    basis: PublicationBasis
    note: str = ""
    span: Span | None = None
    latest: date | None = None

    @property
    def day(self) -> date | None:
        """The day of publication when it is known to the day."""
        return self.start if self.start is not None and self.start == self.end else None

    @property
    def label(self) -> str | None:
        """The date as far as it is known: ``2021-11-05``, ``2021-11``, ``2021`` or ``None``."""
        if self.start is None or self.end is None:
            return None
        if self.start == self.end:
            return self.start.isoformat()
        same_year = self.start.year == self.end.year
        if same_year and self.start.month == self.end.month:
            return f"{self.start:%Y-%m}"
        if same_year:
            return f"{self.start:%Y}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


@dataclass(frozen=True, slots=True)
class Language:
    """A language as ISO 639-1 code ("en", "und" when undetermined) and a probability."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """One rendition of one report: what its bytes say, as one reader reads them.

    ``id`` is the hash of the bytes; ``rendition`` the id of document, reader
    and version. Two documents are equal when all of their fields are.
    A document is a pure function of its bytes: path, outlet, url and a date
    supplied from outside are sightings.
    """

    id: str
    sha256: str
    size: int
    media_type: str
    rendition: str
    reader: str
    reader_version: str
    text: str
    text_sha256: str
    segments: tuple[Segment, ...]
    title: str | None
    outlet: str | None
    url: str | None
    author: str | None
    language: Language
    published: Publication
    source_map: SourceMap
    sketch: tuple[int, ...] = ()
    """MinHash sketch of the body text, for near-copies."""
    links: tuple[tuple[int, int, str], ...] = ()
    """Hyperlinks as (start, end, url) in the text, where the format has them."""

    def words(self, span: Span) -> str:
        """Return the words that the span bounds."""
        return self.text[span.start : span.end]

    def segment_at(self, offset: int) -> Segment | None:
        """Return the segment that holds the character at ``offset``, if any."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if at < 0 or offset >= self.segments[at].end:
            return None
        return self.segments[at]


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a document was met, and what was said about it there. Many per document.

    ``path`` is relative to the folder that was read, with members after ``!``
    (``feeds/a.zip!b.html``). ``reliability`` is between 0 and 1.
    """

    document: str
    path: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    reliability: float | None = None


class SkipReason(StrEnum):
    """Why an input gave no document, or a document no incidents."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    HOSTILE = "hostile"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, with one clear sentence saying why.

    ``damaged``, ``encrypted``, ``hostile`` and ``unreadable`` make the build end with exit
    code 3; the others (an empty file, a format or language that nobody reads) do not.
    """

    path: str
    reason: SkipReason
    message: str

    @property
    def bad(self) -> bool:
        """Whether the input was damaged or hostile, not merely unread."""
        return self.reason in {
            SkipReason.DAMAGED,
            SkipReason.ENCRYPTED,
            SkipReason.HOSTILE,
            SkipReason.UNREADABLE,
        }
