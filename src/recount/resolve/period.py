"""The period that a document says it tells of, and the years and months that days have from it.

"Monthly bulletin, May 2031", "Week 20: 12–18 May 2031", "covers the district from 4 to 10 May
2031", "All dates are May 2031". A day without a year belongs to it, whatever the publication.
Without one, the nearest full date told before gives the year; an earlier day of that name gives
a weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from recount.model import (
    DatePrecision,
    DateValue,
    Publication,
    PublicationBasis,
    Segment,
)
from recount.resolve.head_line import head_lines
from recount.resolve.report_head import names_report
from recount.resolve.time import Anchors, resolve_time
from recount.resolve.time_calendar import DAY, make_date
from recount.resolve.told_beside import Told
from recount.resources.grammar import TimeExpression, TimeKind

_HEAD = 1200
"""Characters from the start in which a document says what it covers."""
_COVERS = re.compile(
    r"\b(?:covers|covering|(?:reporting|review|reference|monitoring|this)\s+period|period\s*:"
    r"|(?:all\s+)?dates\s+(?:are|refer|given|below|fall)"
    r"|(?:what|all\s+that)\s+follows\s+is|the\s+following\s+(?:list|events|incidents|cases))"
    r"\b[^.;!?\n]{0,100}$"
    r"|\b(?:files|records|notes|entries|diary|logs?|logbook|chronicle|chronology|register)\s+"
    r"(?:for|of|from)\s+(?:the\s+)?(?:(?:month|months|weeks?|period)\s+(?:of|from)\s+)?$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"\b(?:in|of|during|for|through|throughout|to|from|since|year|,|[–—:(-])\s*(?:the\s+year\s+)?$|^\W*$",
    re.IGNORECASE,
)
"""What may stand before the year of a title; "the 2031 accord" is a name."""
_YEAR_TITLE = re.compile(
    r"\b(?:half|part|quarter|third|months?|weeks|year|spring|summer|autumn|winter|annual|yearbook"
    r"|review|overview|retrospect\w*|round-?up|chronicle|record|list|diary|log|chronology|timeline"
    r"|calendar|register)\b",
    re.IGNORECASE,
)
"""Words of a title that tells of a year or of a part of it."""
_PERIODICAL = re.compile(
    r"\b(?:weekly|monthly|quarterly|fortnightly|week|month|diary|log|chronology|timeline"
    r"|calendar|register|watch|tracker|incidents|casualties)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^\n]{160}|[a-z]\.\s+[A-Z]|\b(?:than|compared with|up from|down from)\b")
"""What no title has: length, a second sentence, a comparison ("up from 41 in the same period")."""
_KINDS = frozenset({TimeKind.MONTH, TimeKind.RANGE, TimeKind.SPAN_OF, TimeKind.YEAR})
_LONGEST = 400
"""Days of a period, at most: a year and its edges."""
_WEEK = 7
_NEAR = 600
"""Characters between a weekday and the day of that name told before."""
_ASSUMED = 0.8
"""Confidence in a year or month that other words give."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression, with what others told of it filled in, and why."""

    time: TimeExpression
    reason: str | None = None
    confidence: float = 1.0


def stated_period(
    text: str, segments: Sequence[Segment], times: Sequence[TimeExpression]
) -> DateValue | None:
    """Return the days that a document says it tells of, if it does.

    Args:
        text: the whole text.
        segments: its segments.
        times: its expressions of time, those of its head among them.
    """
    nothing = Anchors(Publication(None, None, PublicationBasis.UNKNOWN))
    lines = [(line.start, line.end) for line in head_lines(text, segments)]
    for time in times:
        if time.start > _HEAD:
            return None
        if time.kind not in _KINDS or time.relation is not None:
            continue
        value = resolve_time(time, nothing).value
        if not isinstance(value, DateValue) or (value.end - value.start).days > _LONGEST:
            continue
        line = next(((a, b) for a, b in lines if a <= time.start < b), None)
        if time.kind is TimeKind.YEAR:
            if line is not None and _tells_of_year(text, line, time, times):
                return value
            continue
        if _COVERS.search(text[max(0, time.start - 140) : time.start]) is not None:
            return value
        if line is not None and _is_titled(text, line, time):
            return value
    return None


def _is_titled(text: str, line: tuple[int, int], time: TimeExpression) -> bool:
    """Whether a line of the head is a period alone, or a title of what appears by periods."""
    rest = f"{text[line[0] : time.start]} {text[time.end : line[1]]}"
    if not any(character.isalpha() for character in rest):
        return True
    return names_period(rest)


def names_period(title: str) -> bool:
    """Return whether a title is that of a report on a stretch of time ("Monthly bulletin")."""
    return names_report(title) or _PERIODICAL.search(title) is not None


def _tells_of_year(
    text: str, line: tuple[int, int], time: TimeExpression, times: Sequence[TimeExpression]
) -> bool:
    """Whether a title is that of an account of a year ("what the first half of 2031 brought")."""
    before, after = text[line[0] : time.start], text[time.end : line[1]]
    if _SENTENCES.search(text[line[0] : line[1]]) is not None:
        return False
    if _OF_YEAR.search(before) is None or _YEAR_TITLE.search(f"{before} {after}") is None:
        return False
    return time.year == max(years_of(times), default=time.year)


def years_of(times: Sequence[TimeExpression]) -> tuple[int, ...]:
    """Return the years that expressions name, the ends of ranges among them."""
    return tuple(sorted({year for time in times for year in _years(time)}))


def _years(time: TimeExpression | None) -> Iterator[int]:
    if time is None:
        return
    if time.year is not None:
        yield time.year
    if time.kind is TimeKind.RANGE:
        yield from _years(time.inner)
        yield from _years(time.until)


def place_by_period(
    time: TimeExpression,
    period: DateValue | None,
    told: Sequence[Told],
    publication: Publication,
) -> Placed:
    """Give an expression the year, month or day that the document tells elsewhere.

    Args:
        time: an expression as read.
        period: the days that the document says it tells of.
        told: what was placed before it, in order.
        publication: where it is known, only days inside the period are touched.
    """
    known = publication.start is not None
    if period is not None and not _runs_on(period, publication):
        found = _filled(time, _Source(period, known, None))
        if found != time:
            reason = f"the document says that it tells of {period.start} to {period.end}"
            return Placed(found, reason, _ASSUMED)
    if known:
        return Placed(time)
    days = [one for one in told if one.value.precision is DatePrecision.DAY]
    near = [one.value.start for one in days if time.start - one.time.end <= _NEAR]
    found = _filled(time, _Source(None, known, tuple(reversed(near))))
    if found == time:
        return Placed(time)
    return Placed(found, "the day of that name told before", _ASSUMED)


def _runs_on(period: DateValue, publication: Publication) -> bool:
    """Whether a year was not over at publication: its last months are those of the year before."""
    whole = period.precision is DatePrecision.YEAR
    return whole and publication.start is not None and publication.start <= period.end


def last_day(told: Sequence[Told]) -> DateValue | None:
    """Return the last full date told, which gives a day without a year the nearest one."""
    for one in reversed(told):
        if one.value.precision is DatePrecision.DAY and one.time.year is not None:
            return one.value
    return None


@dataclass(frozen=True, slots=True)
class _Source:
    """Where years, months and days come from: the period, or days told before, newest first."""

    period: DateValue | None
    published: bool
    days: tuple[date, ...] | None


def _filled(time: TimeExpression, source: _Source) -> TimeExpression:
    """Return an expression with what is missing; each end of a range by itself."""
    if time.inner is not None and time.relation is None:
        inner = _filled(time.inner, source)
        until = time.until
        if until is not None:
            until = _end_of(inner, until, source)
        return replace(time, inner=inner, until=until)
    if time.relation is not None or time.year is not None or time.future:
        return time
    if time.kind is TimeKind.WEEKDAY:
        return _weekday(time, source)
    if source.period is None:
        return time
    if time.kind is TimeKind.DAY and time.day is not None and time.month is None:
        return _bare(time, source.period)
    if time.kind in (TimeKind.DAY, TimeKind.MONTH) and time.month is not None:
        return _with_year(time, source.period, published=source.published)
    return time


def _end_of(first: TimeExpression, until: TimeExpression, source: _Source) -> TimeExpression:
    """Return the end of a range; a weekday is the next one from its placed beginning on."""
    weekday = until.weekday
    begins = None if first.kind is not TimeKind.DAY else _day_of(first)
    if until.kind is not TimeKind.WEEKDAY or begins is None or weekday is None:
        return _filled(until, source)
    return _as_day(until, begins + ((weekday - begins.weekday()) % _WEEK) * DAY)


def _day_of(time: TimeExpression) -> date | None:
    if time.year is None or time.month is None or time.day is None:
        return None
    return make_date(time.year, time.month, time.day)


def _as_day(time: TimeExpression, day: date) -> TimeExpression:
    return replace(time, kind=TimeKind.DAY, year=day.year, month=day.month, day=day.day)


def _weekday(time: TimeExpression, source: _Source) -> TimeExpression:
    """Return the only such day of a period of a week, or the last such day told before."""
    if time.weekday is None or time.named is not None or source.published:
        return time
    days = source.days
    if source.period is not None and days is None:
        length = (source.period.end - source.period.start).days + 1
        days = tuple(source.period.start + step * DAY for step in range(min(length, _WEEK + 1)))
        if length > _WEEK:
            return time
    found = next((day for day in days or () if day.weekday() == time.weekday), None)
    return time if found is None else _as_day(time, found)


def _bare(time: TimeExpression, period: DateValue) -> TimeExpression:
    """Return "Saturday the 8th" as the only such day of the period."""
    days = [
        day
        for day in _days(period)
        if day.day == time.day and time.weekday in (None, day.weekday())
    ]
    return _as_day(time, days[0]) if len(days) == 1 else time


def _days(period: DateValue) -> Iterator[date]:
    for step in range((period.end - period.start).days + 1):
        yield period.start + step * DAY


def _with_year(time: TimeExpression, period: DateValue, *, published: bool) -> TimeExpression:
    """Return a day or month in the period, else the last one before its end."""
    for year in (period.end.year, period.end.year - 1):
        first = make_date(year, time.month or 1, time.day or 1)
        if first is None or first > period.end:
            continue
        inside = first >= period.start or (
            time.day is None and (year, time.month) == (period.start.year, period.start.month)
        )
        agrees = time.weekday in (None, first.weekday()) or time.day is None
        if agrees and (inside or not (published or time.open)):
            return replace(time, year=year)
        return time
    return time
