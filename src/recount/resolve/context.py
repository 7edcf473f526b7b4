"""What resolving one document needs at hand: its finders' results and its resolvers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recount.model import (
    BODY_KINDS,
    Account,
    DateValue,
    Document,
    Extraction,
    Link,
    LinkRole,
    Publication,
    Resolved,
    SegmentKind,
    Span,
)
from recount.resolve.actor import ActorResolver
from recount.resolve.place import PlaceResolver
from recount.resolve.since_when import opening_day
from recount.resolve.time_event import EventTimes
from recount.resolve.told import counted_from_events, resolve_times
from recount.resources.actors import learn_aliases
from recount.resources.bundle import Resources
from recount.resources.gazetteer import PlaceName
from recount.resources.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Context:
    """One document with its resolvers; built once, used for all of its accounts."""

    document: Document
    publication: Publication
    outlet: str | None
    places: PlaceResolver
    actors: ActorResolver
    sentences: tuple[Span, ...]
    times: dict[tuple[int, int], Resolved[DateValue]]
    counted: EventTimes
    """Times that count from an event named after them."""
    people: frozenset[str]
    """The names of natural persons in the text, and each word of them, in small letters."""

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def time_at(self, start: int, end: int) -> Resolved[DateValue] | None:
        """Return the resolved value of the time expression at this range."""
        return self.times.get((start, end))

    def time_for(self, account: Account, link: Link) -> Resolved[DateValue] | None:
        """Return the day that a linked time gives an account, which may not be its own value."""
        own = self.counted.day_for(account, link)
        if own is not None:
            return own
        told = self.time_at(link.mention.start, link.mention.end)
        return opening_day(self.text, account, link, told) or told

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that holds the character at ``offset``."""
        return bisect_right(self.sentences, offset, key=lambda s: s.start) - 1

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds the character at ``offset``, else the whole text."""
        at = self.sentence_of(offset)
        return self.sentences[at] if at >= 0 else Span(0, len(self.text))

    def names_person(self, words: Span) -> bool:
        """Return whether words are a person's name, or one word of it."""
        return words.of(self.text).casefold() in self.people

    def sentence_text(self, offset: int) -> str:
        """Return the words of the sentence that holds the character at ``offset``."""
        at = self.sentence_of(offset)
        return self.sentences[at].of(self.text) if at >= 0 else ""


def make_context(
    document: Document,
    extraction: Extraction,
    publication: Publication,
    outlet: str | None,
    resources: Resources,
) -> Context:
    """Return the context of a document under a publication date."""
    text = document.text
    learned = learn_aliases(text, resources.actors)
    sentences = tuple(
        sentence
        for segment in document.segments
        if segment.kind in BODY_KINDS
        for sentence in split_sentences(text, segment.start, segment.end)
    )
    names = resources.gazetteer.find(text)
    times = resolve_times(document, publication, _event_dates(extraction))
    counted = counted_from_events(document)
    return Context(
        document=document,
        publication=publication,
        outlet=outlet,
        places=PlaceResolver(resources.gazetteer, text, names, None, _told(document, names)),
        actors=ActorResolver(
            text,
            resources.actors,
            learned,
            resources.actors.find(text, learned),
            document=document.id,
        ),
        sentences=sentences,
        times=times,
        counted=EventTimes(text, counted, sentences, extraction.accounts, times),
        people=_people(text, extraction),
    )


def _told(document: Document, names: Sequence[PlaceName]) -> tuple[PlaceName, ...]:
    """Return the names of places outside what is no part of the report: headlines of others."""
    clutter = [s for s in document.segments if s.kind is SegmentKind.CLUTTER]
    starts = [segment.start for segment in clutter]

    def is_told(name: PlaceName) -> bool:
        at = bisect_right(starts, name.start) - 1
        return at < 0 or name.start >= clutter[at].end

    return tuple(name for name in names if is_told(name))


def _people(text: str, extraction: Extraction) -> frozenset[str]:
    names = [text[name.start : name.end].casefold() for name in extraction.names]
    return frozenset(word for name in names for word in (name, *name.split()))


def _event_dates(extraction: Extraction) -> frozenset[tuple[int, int]]:
    """Ranges of the times that date an incident; the rest date sayings and background."""
    return frozenset(
        (link.mention.start, link.mention.end)
        for account in extraction.accounts
        for link in account.links
        if link.role is LinkRole.DATE
    )
