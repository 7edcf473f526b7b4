"""What resolving one document needs at hand: its finders' results and its resolvers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recount.model import (
    BODY_KINDS,
    DatePrecision,
    DateValue,
    Document,
    Extraction,
    LinkRole,
    Publication,
    Resolved,
    Span,
)
from recount.resolve.actor import ActorResolver
from recount.resolve.place import PlaceResolver
from recount.resolve.publication import later_datelines
from recount.resolve.time import Anchors, resolve_time
from recount.resources.actors import learn_aliases
from recount.resources.bundle import Resources
from recount.resources.grammar import TimeExpression, TimeKind
from recount.resources.grammar.times import find_times
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

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def time_at(self, start: int, end: int) -> Resolved[DateValue] | None:
        """Return the resolved value of the time expression at this range."""
        return self.times.get((start, end))

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that holds the character at ``offset``."""
        return bisect_right(self.sentences, offset, key=lambda s: s.start) - 1

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
    return Context(
        document=document,
        publication=publication,
        outlet=outlet,
        places=PlaceResolver(resources.gazetteer, text, names, None),
        actors=ActorResolver(
            text,
            resources.actors,
            learned,
            resources.actors.find(text, learned),
            document=document.id,
        ),
        sentences=sentences,
        times=_resolve_times(document, publication, _event_dates(extraction)),
    )


def _event_dates(extraction: Extraction) -> frozenset[tuple[int, int]]:
    """Ranges of the times that date an incident; the rest date sayings and background."""
    return frozenset(
        (link.mention.start, link.mention.end)
        for account in extraction.accounts
        for link in account.links
        if link.role is LinkRole.DATE
    )


def _resolve_times(
    document: Document, publication: Publication, events: frozenset[tuple[int, int]]
) -> dict[tuple[int, int], Resolved[DateValue]]:
    """Resolve the times of the body in order; each dated incident anchors those after it."""
    times = [
        time
        for segment in document.segments
        if segment.kind in BODY_KINDS
        for time in find_times(document.text, segment.start, segment.end)
    ]
    years = tuple(sorted({time.year for time in times if time.year is not None}))
    narrative: DateValue | None = None
    told: tuple[int, DateValue] | None = None
    found: dict[tuple[int, int], Resolved[DateValue]] = {}
    further = list(later_datelines(document, publication))
    for time in times:
        while len(further) > 0 and further[0][0] <= time.start:
            publication = further.pop(0)[1]
        near = _told_near(time, told) if time.kind is TimeKind.RELATIVE_NARRATIVE else None
        anchors = Anchors(publication, near or narrative, years, None)
        resolved = resolve_time(time, anchors)
        found[(time.start, time.end)] = resolved
        value = resolved.value
        dates_one = isinstance(value, DateValue) and value.precision is DatePrecision.DAY
        if dates_one and isinstance(value, DateValue):
            narrative = value if (time.start, time.end) in events else narrative
            told = (time.end, value)
    for time in times:
        if time.kind is TimeKind.TIME_OF_DAY:
            found[(time.start, time.end)] = _with_day_beside(document.text, time, times, found)
    return found


_BESIDE = 40
"""Characters between an hour and its day ("Saturday at about 6 p.m.")."""


def _with_day_beside(
    text: str,
    hour: TimeExpression,
    times: Sequence[TimeExpression],
    found: Mapping[tuple[int, int], Resolved[DateValue]],
) -> Resolved[DateValue]:
    """Return the day that is told beside an hour in its sentence, else what the hour itself is."""
    beside = [
        (max(day.start - hour.end, hour.start - day.end), day)
        for day in times
        if day.kind in _DAYS and _in_one_clause(text, hour, day)
    ]
    own = found[(hour.start, hour.end)]
    if len(beside) == 0:
        return own
    day = min(beside, key=lambda item: (item[0], item[1].start))[1]
    value = found[(day.start, day.end)]
    if not isinstance(value.value, DateValue):
        return own
    return replace(value, reasons=(*value.reasons, f"the day told beside {hour.words}"))


_DAYS = frozenset({TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.RELATIVE_PUBLICATION})


def _in_one_clause(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= _BESIDE and re.search(r"[.;!?]\s", between) is None


_NEAR_TOLD = 160
"""Characters after a day within which "the following day" counts from it: about a sentence."""


def _told_near(time: TimeExpression, told: tuple[int, DateValue] | None) -> DateValue | None:
    """Return the day told just before an expression, whatever happened on it."""
    if told is None or time.start - told[0] > _NEAR_TOLD:
        return None
    return told[1]
