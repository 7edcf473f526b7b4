"""The times of a document in the order in which they are told: each may anchor those after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recount.model import (
    BODY_KINDS,
    DatePrecision,
    DateValue,
    Document,
    Publication,
    PublicationBasis,
    Resolved,
    Span,
)
from recount.resolve.other_years import is_of_past
from recount.resolve.period import Placed, last_day, place_by_period, stated_period, years_of
from recount.resolve.posts import Post, day_headings
from recount.resolve.publication import later_datelines
from recount.resolve.time import Anchors, resolve_time
from recount.resolve.time_absolute import known, unknown
from recount.resolve.time_calendar import day_value
from recount.resolve.time_event import (
    day_beside,
    day_of_event,
    is_counted_from_event,
    names_told_event,
    not_after,
    own_day,
)
from recount.resolve.told_beside import (
    LONGEST_LIST,
    NEAR_TOLD,
    Told,
    in_year_beside,
    main_day,
    with_told_year,
    with_year_beside,
)
from recount.resources.grammar import Relation, TimeExpression, TimeKind, TimeUnit
from recount.resources.grammar.time_listed import STAMP
from recount.resources.grammar.times import find_times

Times = dict[tuple[int, int], Resolved[DateValue]]


def resolve_times(
    document: Document, publication: Publication, events: frozenset[tuple[int, int]]
) -> Times:
    """Resolve the times of the body in order; each dated incident anchors those after it.

    Those of captions and clutter are placed too, and anchor nothing.

    Args:
        document: the text and its segments.
        publication: what relative words count from.
        events: ranges of the times that date an incident.
    """
    times = list(_times_of(document, body=True))
    found = _resolve_body(document, times, publication, events)
    only = _only_day_of_incidents(times, events, found)
    for time in times:
        if time.part == STAMP:
            found[(time.start, time.end)] = _day_of_page(time, publication)
        elif time.kind is TimeKind.TIME_OF_DAY:
            days = _days_beside(document.text, time, times) or _day_of_incident(time, times, events)
            found[(time.start, time.end)] = _with_day(time, days or only, found)
    set_aside = list(_times_of(document, body=False))
    period = stated_period(document.text, document.segments, _head_times(document, times))
    for time in set_aside:
        filled = place_by_period(time, period, (), publication)
        resolved = resolve_time(filled.time, Anchors(publication))
        found[(time.start, time.end)] = _by_others(resolved, filled)
    for time in set_aside:
        if time.part == STAMP:
            found[(time.start, time.end)] = _day_of_page(time, publication)
        elif time.kind is TimeKind.TIME_OF_DAY:
            days = _days_beside(document.text, time, set_aside)
            found[(time.start, time.end)] = _with_day(time, days, found)
    return found


def counted_from_events(document: Document) -> dict[tuple[int, int], TimeExpression]:
    """Return the times of the body that count from an event named after them, by their range."""
    times = _times_of(document, body=True)
    return {(time.start, time.end): time for time in times if is_counted_from_event(time)}


def _times_of(document: Document, *, body: bool) -> Iterator[TimeExpression]:
    for segment in document.segments:
        if (segment.kind in BODY_KINDS) == body:
            yield from find_times(document.text, segment.start, segment.end)


def _resolve_body(
    document: Document,
    times: Sequence[TimeExpression],
    publication: Publication,
    events: frozenset[tuple[int, int]],
) -> Times:
    years = years_of([time for time in times if not is_of_past(document.text, time)])
    period = stated_period(document.text, document.segments, _head_times(document, times))
    day_first = _day_first(times)
    narrative: DateValue | None = None
    thread: list[Told] = []
    told: list[Told] = []
    told_times: list[TimeExpression] = []
    found: Times = {}
    further = list(later_datelines(document, publication))
    letters = _letters(document.text, times)
    headings = day_headings(document.text, document.segments, find_times(document.text))
    for index, time in enumerate(times):
        while len(further) > 0 and further[0][0] <= time.start:
            publication = further.pop(0)[1]
        anchor = main_day(document.text, time, thread) or _anchor(
            time, told, narrative, publication
        )
        anchors = Anchors(publication, anchor, years, day_first)
        dated = _day_of_letter(time, letters, anchors) or _day_of_heading(time, headings)
        if dated is not None:
            anchors = replace(anchors, publication=dated)
        filled = Placed(time)
        if dated is None:
            following = times[index + 1 : index + 1 + LONGEST_LIST]
            filled = _filled(document.text, time, told, following, publication, period)
        beside = day_beside(document.text, time, told_times)
        if beside is not None:
            resolved = found[(beside.start, beside.end)]
        elif (
            year := in_year_beside(document.text, time, times[index + 1 : index + 2])
        ) is not None:
            resolved = unknown(f"a {time.words} of {year}, which of them is not told")
        elif is_counted_from_event(time):
            resolved = _from_event(document.text, time, times, anchors)
        else:
            resolved = _by_others(resolve_time(filled.time, anchors), filled)
        if time.kind is TimeKind.RELATIVE_NARRATIVE:
            resolved = not_after(resolved, publication, time)
        posted = _day_of_post(document.text, time, publication)
        resolved = resolved if posted is None else known(posted, "counted from a post's hour")
        told_times.append(time)
        found[(time.start, time.end)] = resolved
        if isinstance(resolved.value, DateValue):
            told.append(Told(time, resolved.value))
            dates_event = (time.start, time.end) in events
            if dates_event and resolved.value.precision is DatePrecision.DAY:
                narrative = resolved.value
                thread.append(told[-1])
    return found


def _filled(
    text: str,
    time: TimeExpression,
    told: Sequence[Told],
    following: Sequence[TimeExpression],
    publication: Publication,
    period: DateValue | None,
) -> Placed:
    """Return an expression with the year that words beside it, or the document, give it."""
    placed = with_told_year(time, told, publication)
    placed = with_year_beside(text, placed, following)
    return Placed(placed) if placed != time else place_by_period(time, period, told, publication)


def _head_times(document: Document, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the times of the body and of the lines set aside above it, in order."""
    first = min((time.start for time in times), default=0)
    above = [time for time in _times_of(document, body=False) if time.start < first]
    return [*above, *times]


def _by_others(resolved: Resolved[DateValue], filled: Placed) -> Resolved[DateValue]:
    """Return a date whose year or day other words gave, with that for its reason."""
    if not isinstance(resolved.value, DateValue) or filled.reason is None:
        return resolved
    confidence = min(resolved.confidence, filled.confidence)
    return replace(resolved, reasons=(filled.reason,), confidence=confidence)


def _from_event(
    text: str, time: TimeExpression, times: Sequence[TimeExpression], anchors: Anchors
) -> Resolved[DateValue]:
    """Resolve "two days after X": from the day told for X, else from X as told before."""
    day = day_of_event(text, time, times)
    if day is not None:
        base = resolve_time(day, replace(anchors, narrative=None)).value
        if isinstance(base, DateValue):
            return resolve_time(time, replace(anchors, narrative=base))
    if names_told_event(text, time):
        return resolve_time(time, anchors)
    own = own_day(text, time, times)
    if own is not None:
        found = resolve_time(own, replace(anchors, narrative=None))
        return replace(found, reasons=(*found.reasons, "the day told for the same event"))
    return unknown(f"counts from an event whose day is not told: {time.words}")


_UNIT_PRECISIONS = {
    TimeUnit.YEAR: frozenset({DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY}),
    TimeUnit.MONTH: frozenset({DatePrecision.MONTH, DatePrecision.DAY}),
}
_TO_DAY = frozenset({DatePrecision.DAY})


_LONG_TOLD = 500
"""The same where no dated incident stands before: "that same night" of a day sentences before."""


def _told_near(
    time: TimeExpression, told: Sequence[Told], publication: Publication, reach: int = NEAR_TOLD
) -> DateValue | None:
    """Return what was told just before an expression, as exact as its unit needs.

    "The following year" may follow "in 2019", "the following day" a day alone. A day to come
    ("he will be buried tomorrow") has no night yet.
    """
    counted = time if time.relation is not Relation.WITHIN else time.inner
    if counted is None or counted.kind is not TimeKind.RELATIVE_NARRATIVE:
        return None
    wanted = _TO_DAY
    if counted.unit is not None and (counted.direction == 0 or counted.part == "next"):
        wanted = _UNIT_PRECISIONS.get(counted.unit, _TO_DAY)
    for item in reversed(told):
        if time.start - item.time.end > reach:
            return None
        if publication.end is not None and item.value.start > publication.end:
            continue
        if item.value.precision in wanted:
            return item.value
    return None


def _anchor(
    time: TimeExpression,
    told: Sequence[Told],
    narrative: DateValue | None,
    publication: Publication,
) -> DateValue | None:
    """Return the day that an expression counts from: the nearest told, else the last incident's.

    "The third day" counts from what was told just before alone. Where no incident is dated,
    "that same night" may count from a day told sentences before, and a day without a year is
    nearest to the last full date, if the publication is not known either.
    """
    near = _told_near(time, told, publication)
    if time.part == "nth" or near is not None:
        return near
    if narrative is not None:
        return narrative
    if time.kind is TimeKind.DAY and publication.start is None:
        return last_day(told)
    if time.direction == 0 or time.part in ("next", "exact"):
        return _told_near(time, told, publication, reach=_LONG_TOLD)
    return None


def _day_first(times: Sequence[TimeExpression]) -> bool | None:
    """Return whether the text puts the day first in figures, where its dates show one order."""
    orders = set()
    for time in times:
        if time.numeric is not None and max(time.numeric[:2]) > 12:
            orders.add(time.numeric[0] > 12)
    return orders.pop() if len(orders) == 1 else None


_LETTER = re.compile(
    r"\b(?:letter|statement|report|message|diary|entry|dispatch|despatch|cable|memo|communique"
    r"|communiqué|bulletin|telegram|note|log)\b(?:\s+\w+){0,3}?\s+(?:dated|of|from|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LETTER_BEFORE = 60
_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,600}[\"”]")
_QUOTE_NEAR = 120
"""Characters between the day of a letter and the words quoted from it."""
_COUNTED_FROM = frozenset({TimeKind.RELATIVE_PUBLICATION, TimeKind.WEEKDAY})


def _letters(
    text: str, times: Sequence[TimeExpression]
) -> tuple[tuple[Span, tuple[TimeExpression, ...]], ...]:
    """Return the quotations beside which a dated letter or report is named, with its day."""
    days = [
        time
        for time in times
        if time.kind is TimeKind.DAY
        and time.relation is None
        and _LETTER.search(text[max(0, time.start - _LETTER_BEFORE) : time.start]) is not None
    ]
    if len(days) == 0:
        return ()
    found = []
    for match in _QUOTED.finditer(text):
        beside = tuple(day for day in days if _stands_beside(text, day, match.span()))
        if len(beside) > 0:
            found.append((Span(*match.span()), beside[:1]))
    return tuple(found)


def _stands_beside(text: str, day: TimeExpression, quote: tuple[int, int]) -> bool:
    if quote[0] <= day.start < quote[1]:
        return False
    between = text[day.end : quote[0]] if day.end <= quote[0] else text[quote[1] : day.start]
    return len(between) <= _QUOTE_NEAR and re.search(r"[.;!?\n]\s", between) is None


def _day_of_letter(
    time: TimeExpression,
    letters: Sequence[tuple[Span, tuple[TimeExpression, ...]]],
    anchors: Anchors,
) -> Publication | None:
    """Return the day of the letter in which an expression is quoted; it counts from there."""
    if time.kind not in _COUNTED_FROM:
        return None
    for quote, days in letters:
        if not quote.start <= time.start < quote.end:
            continue
        day = days[0]
        value = resolve_time(day, anchors).value
        if isinstance(value, DateValue):
            note = f"the quoted text is dated {day.words}"
            return Publication(value.start, value.end, PublicationBasis.STATED, note)
    return None


def _day_of_heading(time: TimeExpression, headings: Sequence[Post]) -> Publication | None:
    """Return the day over the entry of a log in which "yesterday" or "on Sunday" stands."""
    above = [post for post in headings if post.stamp.end <= time.start]
    if time.kind not in _COUNTED_FROM or len(above) == 0:
        return None
    day = above[-1].day
    note = f"the day over the entry: {above[-1].stamp.words}"
    return Publication(day, day, PublicationBasis.STATED, note)


_HOUR_NEAR = 300
"""Characters between an hour and the day of the incident it belongs to: two sentences."""
_BESIDE = 40
"""Characters between an hour and its day ("Saturday at about 6 p.m.")."""
_DAYS = frozenset({TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.RELATIVE_PUBLICATION})


def _days_beside(
    text: str, hour: TimeExpression, times: Sequence[TimeExpression]
) -> tuple[TimeExpression, ...]:
    """Return the days told beside an hour in its clause, the nearest first."""
    beside = [
        (max(day.start - hour.end, hour.start - day.end), day)
        for day in times
        if day.kind in _DAYS and day.relation is not Relation.BOUND
        if _in_one_clause(text, hour, day)
    ]
    return tuple(day for _, day in sorted(beside, key=lambda item: (item[0], item[1].start)))


def _day_of_incident(
    hour: TimeExpression, times: Sequence[TimeExpression], events: frozenset[tuple[int, int]]
) -> tuple[TimeExpression, ...]:
    """Return the day of the incident told just before an hour; a saying's day gives it none."""
    before = [
        day
        for day in times
        if day.kind in _DAYS and (day.start, day.end) in events
        if 0 <= hour.start - day.end <= _HOUR_NEAR
    ]
    return tuple(before[-1:])


def _only_day_of_incidents(
    times: Sequence[TimeExpression], events: frozenset[tuple[int, int]], found: Times
) -> tuple[TimeExpression, ...]:
    """Return the day of the text's incidents where it tells of one day alone, else nothing."""
    dated = [
        (time, value)
        for time in times
        if (time.start, time.end) in events
        if isinstance(value := found[(time.start, time.end)].value, DateValue)
    ]
    days = {(value.start, value.end) for _, value in dated}
    one = len(days) == 1 and dated[0][1].precision is DatePrecision.DAY
    return (dated[0][0],) if one else ()


_POSTED_AT = re.compile(r"[\s,|·•–-]*(?:at\s+)?(?P<hour>\d{1,2})[:.]\d{2}")
"""The hour behind the day of a stamp."""


def _day_of_post(text: str, time: TimeExpression, publication: Publication) -> DateValue | None:
    """Return the day of a post from whose hour few hours lead back to the same day."""
    if time.kind is not TimeKind.RELATIVE_PUBLICATION or time.direction >= 0 or time.vague:
        return None
    if time.unit not in (TimeUnit.HOUR, TimeUnit.MINUTE) or publication.start is None:
        return None
    stamp = publication.span
    posted = None if stamp is None else _POSTED_AT.match(text, stamp.end)
    hours = (time.amount or 1) if time.unit is TimeUnit.HOUR else 1
    if posted is None or int(posted["hour"]) <= hours:
        return None
    return day_value(publication.start)


def _day_of_page(stamp: TimeExpression, publication: Publication) -> Resolved[DateValue]:
    """Return the day of a live page as that of an entry, which its hour stamps."""
    if publication.start is None or publication.start != publication.end:
        return unknown(f"an hour of a page whose day is not known: {stamp.words}")
    day = day_value(publication.start)
    return known(day, f"an entry of the page of {publication.label}, at {stamp.words}")


def _with_day(
    hour: TimeExpression,
    days: Sequence[TimeExpression],
    found: Mapping[tuple[int, int], Resolved[DateValue]],
) -> Resolved[DateValue]:
    """Return the first of the days as that of an hour, else what the hour itself is."""
    own = found[(hour.start, hour.end)]
    if len(days) == 0:
        return own
    value = found[(days[0].start, days[0].end)]
    if not isinstance(value.value, DateValue):
        return own
    return replace(value, reasons=(*value.reasons, f"the day told for {hour.words}"))


def _in_one_clause(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= _BESIDE and re.search(r"[.;!?]\s", between) is None
