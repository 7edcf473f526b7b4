"""One document through read, extract and resolve: only what the ledger does not have yet."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from recount.ledger import (
    DocumentEntry,
    ExtractionEntry,
    Guard,
    Mask,
    RenditionEntry,
    ResolutionEntry,
    Standing,
    View,
    Writer,
    sighted,
)
from recount.model import (
    BODY_KINDS,
    CONTEXT_MARK,
    Document,
    Extraction,
    MentionRole,
    Resolution,
    Sighting,
    Skipped,
    SkipReason,
)
from recount.pipeline.keys import extraction_key, resolution_key
from recount.pipeline.report import Callback, Progress, Step
from recount.pipeline.stages import Extractor, Item, ReadsAhead, Resources, Stages

LOG = logging.getLogger(__name__)

_MOST_CITED = 80
"""Characters of a name given as source; longer ones are descriptions, not outlets."""

_MOST_CONTEXT = 20_000
"""Characters of a report beside its accounts that linking sees: a long feature's lead is
enough to know it by."""

_BUGS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fault in a stage raises: it costs the one document, never the build."""

T = TypeVar("T")


class StageFaultError(Exception):
    """A stage failed on one document; the document is left out and reported."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger has of a document: current keys, sightings, day of the first build."""

    standing: Standing
    sightings: tuple[Sighting, ...]
    seen_day: str | None
    has_bytes: bool


@dataclass(slots=True)
class Tools:
    """What every document of one build is handled with."""

    stages: Stages
    extractor: Extractor
    resources: Resources
    guard: Guard
    view: View
    writer: Writer
    today: date | None
    progress: Callback
    known: dict[str, Known] = field(default_factory=dict)

    def extraction_key(self, rendition: str) -> str:
        """Return the key of this build's extraction of a rendition."""
        name, version = self.extractor.name, self.extractor.version
        return extraction_key(rendition, name, version, self.resources.digest)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done for one document."""

    new: bool = False
    read: bool = False
    extracted: bool = False
    resolved: bool = False


def begin(tools: Tools, item: Item, met: Sighting, done: int) -> Begun:
    """Read an input as far as the ledger does not have it, and begin to extract from it.

    Raises:
        ReadError: the input cannot be read.
        StageFaultError: a stage failed on it.
    """
    known = tools.known.get(item.document_id)
    rendition = tools.stages.rendition(item)
    document, entry = None, None
    masks: tuple[Mask, ...] = ()
    stale = known is None or known.standing.rendition != rendition
    # A document whose bytes were dropped held a withheld name: only reading it again
    # tells what of its path and title must be masked too.
    if stale or (known is not None and not known.has_bytes and tools.guard.salt is not None):
        tools.progress(Progress(Step.READ, done, None, met.path))
        raw = _guarded(item.path, lambda: tools.stages.read(item))
        document, masks = tools.guard.document(raw)
        if stale:
            day = None if tools.today is None else tools.today.isoformat()
            kept = None if masks or tools.guard.held_in(item.data) else item.data
            entry = RenditionEntry(document, kept, _body_words(document), day)
    return Begun(tools, _Met(item.document_id, rendition, known, document, entry), met, masks, done)


@dataclass(frozen=True, slots=True)
class _Met:
    document_id: str
    rendition: str
    known: Known | None
    document: Document | None
    entry: RenditionEntry | None


class Begun:
    """A document that was read, and whose extraction may be under way."""

    def __init__(
        self, tools: Tools, met: _Met, sighting: Sighting, masks: Sequence[Mask], done: int
    ) -> None:
        before = () if met.known is None else met.known.sightings
        new = sighted(before, tools.guard.sighting(sighting, masks))
        said = before if new is None else (*(s for s in before if s.path != new.path), new)
        self._tools = tools
        self._met = met
        self._new = new
        self._said = tuple(sorted(said, key=lambda s: s.path))
        self._done = done
        self._path = sighting.path
        self._work = _Work(tools, met, self._said, done, sighting.path)
        self._work.begin()

    def finish(self) -> Outcome:
        """Bring the document up to date and store what is new of it, in one transaction.

        Raises:
            StageFaultError: a stage failed on it.
            LedgerError: the ledger cannot be written.
        """
        tools, met, work = self._tools, self._met, self._work
        extraction = work.extract()
        resolution = work.resolve()
        standing = Standing(met.document_id, met.rendition, work.extraction, work.resolution)
        changed = met.known is None or met.known.standing != standing
        if self._new is not None or met.entry is not None or changed:
            tools.progress(Progress(Step.STORE, self._done, None, self._path))
            tools.writer.store(
                DocumentEntry(
                    standing if changed else None,
                    met.entry,
                    () if self._new is None else (self._new,),
                    extraction,
                    resolution,
                )
            )
        has_bytes = (
            met.entry.content is not None
            if met.known is None and met.entry
            else (met.known is not None and met.known.has_bytes)
        )
        tools.known[met.document_id] = Known(standing, self._said, work.seen_day, has_bytes)
        return Outcome(
            new=met.known is None,
            read=met.entry is not None,
            extracted=extraction is not None,
            resolved=resolution is not None,
        )


def refresh(tools: Tools, known: Known, done: int) -> Outcome:
    """Bring a stored document up to date that this build was not given.

    Raises:
        StageFaultError: a stage failed on it.
        LedgerError: the ledger cannot be written.
    """
    standing = known.standing
    met = _Met(standing.document, standing.rendition, known, None, None)
    work = _Work(tools, met, known.sightings, done, standing.document)
    extraction = work.extract()
    resolution = work.resolve()
    fresh = Standing(standing.document, standing.rendition, work.extraction, work.resolution)
    if fresh != standing:
        tools.progress(Progress(Step.STORE, done, None, standing.document))
        tools.writer.store(DocumentEntry(fresh, None, (), extraction, resolution))
    return Outcome(extracted=extraction is not None, resolved=resolution is not None)


class _Work:
    """Extracts and resolves one document where the ledger's keys are not those of now."""

    def __init__(
        self, tools: Tools, met: _Met, said: tuple[Sighting, ...], done: int, path: str
    ) -> None:
        self._tools = tools
        self._met = met
        self._said = said
        self._done = done
        self._path = path
        self._document = met.document
        self._extraction: Extraction | None = None
        self._begun: Callable[[], Extraction] | None = None
        today = None if tools.today is None else tools.today.isoformat()
        self.seen_day = today if met.known is None else met.known.seen_day
        self.extraction = tools.extraction_key(met.rendition)
        self.resolution = resolution_key(
            self.extraction, said, self.seen_day, tools.stages.resolve_version
        )

    def document(self) -> Document:
        """Return the document, from the ledger if it was not read just now."""
        if self._document is None:
            self._document = self._tools.view.rendition(self._met.rendition)
        return self._document

    def begin(self) -> None:
        """Begin to extract, with an extractor that reads beside other work."""
        extractor = self._tools.extractor
        if isinstance(extractor, ReadsAhead) and not self._is_extracted():
            document = self.document()
            self._tools.progress(Progress(Step.EXTRACT, self._done, None, self._path))
            self._begun = _guarded(self._path, lambda: extractor.begin(document))

    def _is_extracted(self) -> bool:
        known = self._met.known
        return known is not None and known.standing.extraction == self.extraction

    def extract(self) -> ExtractionEntry | None:
        """Return the extraction, ``None`` when the ledger has it."""
        if self._is_extracted():
            return None
        document, begun = self.document(), self._begun
        if begun is None:
            self._tools.progress(Progress(Step.EXTRACT, self._done, None, self._path))
            found = _guarded(self._path, lambda: self._tools.extractor.extract(document))
        else:
            found = _guarded(self._path, begun)
        self._extraction = found
        words = account_words(document, found)
        return ExtractionEntry(self.extraction, found, words, _cites(document, found))

    def resolve(self) -> ResolutionEntry | None:
        """Return the resolution, ``None`` when the ledger has it."""
        known = self._met.known
        if known is not None and known.standing.resolution == self.resolution:
            return None
        document, tools = self.document(), self._tools
        found = self._extraction
        if found is None:
            found = tools.view.extraction(self.extraction)
        tools.progress(Progress(Step.RESOLVE, self._done, None, self._path))
        resolved = _guarded(self._path, lambda: self._resolved(document, found))
        return ResolutionEntry(self.resolution, self.extraction, resolved)

    def _resolved(self, document: Document, found: Extraction) -> Resolution:
        stages = self._tools.stages
        latest = None if self.seen_day is None else date.fromisoformat(self.seen_day)
        publication = stages.publication(document, self._said, latest)
        outlet = next((s.outlet for s in self._said if s.outlet), document.outlet)
        return stages.resolve(
            document,
            found,
            publication=publication,
            outlet=outlet,
            resources=self._tools.resources,
        )


def _guarded(path: str, work: Callable[[], T]) -> T:
    try:
        return work()
    except _BUGS as error:
        LOG.info("a stage failed on %s", path, exc_info=True)
        message = f"Recount failed on it ({type(error).__name__}: {error}); please report it."
        raise StageFaultError(message) from error


def fault(path: str, error: StageFaultError) -> Skipped:
    """Return the line for an input on which a stage failed."""
    return Skipped(path, SkipReason.UNREADABLE, str(error))


def account_words(document: Document, extraction: Extraction) -> tuple[str, ...]:
    """Return the words that linking sees of each account, in the extraction's order.

    The first account carries the title and what no account's extent holds (``AccountRecord``).
    """
    own = [_plain(document.words(account.extent)) for account in extraction.accounts]
    if len(own) > 0:
        rest = [document.title or "", *_between(document, extraction)]
        own[0] += CONTEXT_MARK + _plain("\n".join(rest))[:_MOST_CONTEXT]
    return tuple(own)


def _plain(words: str) -> str:
    return words.replace(CONTEXT_MARK, " ")


def _between(document: Document, extraction: Extraction) -> Iterator[str]:
    """Yield the pieces of the body that lie in no account's extent."""
    extents = sorted((a.extent.start, a.extent.end) for a in extraction.accounts)
    for segment in document.segments:
        if segment.kind not in BODY_KINDS:
            continue
        at = segment.start
        for start, end in extents:
            if end <= at or start >= segment.end:
                continue
            if start > at:
                yield document.text[at:start]
            at = max(at, min(end, segment.end))
        yield document.text[at : segment.end]


def _body_words(document: Document) -> int:
    return sum(
        len(document.text[segment.start : segment.end].split())
        for segment in document.segments
        if segment.kind in BODY_KINDS
    )


def _cites(document: Document, extraction: Extraction) -> tuple[str, ...]:
    """Return the words that name a source in the text; link knows which are outlets."""
    sources = [mention for mention in extraction.mentions if mention.role is MentionRole.SOURCE]
    sources += [
        attribution.source
        for attribution in _attributions(extraction)
        if attribution is not None and attribution.source is not None
    ]
    names = {" ".join(document.words(mention.span).split()) for mention in sources}
    return tuple(sorted(name for name in names if 0 < len(name) <= _MOST_CITED))


def _attributions(extraction: Extraction) -> list[Any]:
    found = [account.attribution for account in extraction.accounts]
    found += [link.attribution for account in extraction.accounts for link in account.links]
    found += [tally.attribution for tally in extraction.tallies]
    return found
