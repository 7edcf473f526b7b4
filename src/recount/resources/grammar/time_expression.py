"""The noun of the grammar of times: an expression read, but not yet placed on a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TimeKind(StrEnum):
    """What an expression of time is."""

    DAY = "day"
    """A calendar day, with or without its year."""
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    SEASON = "season"
    NAMED_DAY = "named_day"
    NUMERIC = "numeric"
    """A date in figures whose order of day and month is open."""
    RANGE = "range"
    """From one expression to another."""
    SPAN_OF = "span_of"
    """A part of a longer stretch: "the last four months of 2021", "the first half of 2022"."""
    WEEKDAY = "weekday"
    RELATIVE_PUBLICATION = "relative_publication"
    RELATIVE_NARRATIVE = "relative_narrative"
    DURATION = "duration"
    TIME_OF_DAY = "time_of_day"
    REPEATED = "repeated"


CALENDAR_KINDS = frozenset(
    {
        TimeKind.DAY,
        TimeKind.MONTH,
        TimeKind.YEAR,
        TimeKind.DECADE,
        TimeKind.SEASON,
        TimeKind.NAMED_DAY,
        TimeKind.NUMERIC,
        TimeKind.RANGE,
        TimeKind.SPAN_OF,
        TimeKind.WEEKDAY,
    }
)
"""Kinds whose numbers are parts of dates and count nothing."""


class TimeUnit(StrEnum):
    """A unit of the calendar or the clock."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What must be known from elsewhere to place an expression."""

    PUBLICATION = "publication"
    NARRATIVE = "narrative"


class Relation(StrEnum):
    """How an expression uses its ``inner`` expression."""

    EXPLICIT = "explicit"
    """The inner one says the date: "the same day (25 May 2022)"."""
    OFFSET = "offset"
    """Counted from the inner one: "one day before May 12"."""
    WITHIN = "within"
    """A part of the inner one: "May last year", "the 28th of last month"."""
    SINCE = "since"
    """From the inner one to the publication."""
    EVENT = "event"
    """Counted from an event named after it, which no ``inner`` holds: "a day after the raid"."""
    BOUND = "bound"
    """Only one end is known: "before 2021", "by the end of May"."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time at ``text[start:end]``, with all that is needed to resolve it.

    ``month`` counts from 1, ``weekday`` from 0 (Monday). ``direction`` is -1 for the past,
    0 for the present one ("this week", "the same day"), 1 for the future. ``amount`` counts
    ``unit``; ``vague`` says that it is only an order of size ("a few weeks").
    """

    start: int
    end: int
    kind: TimeKind
    words: str
    needs_anchor: Anchor | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    numeric: tuple[int, int, int] | None = None
    """First number, second number and year of a date in figures."""
    dotted: bool = False
    """Whether full stops part a date in figures (then the day comes first)."""
    part: str | None = None
    """Part of a month, year or other stretch: early, mid, late, end, first, last, second."""
    day_part: str | None = None
    clock: str | None = None
    zone: str | None = None
    unit: TimeUnit | None = None
    amount: int | None = None
    vague: bool = False
    direction: int = 0
    season: str | None = None
    named: str | None = None
    relation: Relation | None = None
    inner: TimeExpression | None = None
    until: TimeExpression | None = None
    """The other end of a range."""
    repeated: bool = False
    future: bool = False
    """Whether words before it speak of what is to come ("will", "planned for")."""
    open: bool = False
    """Whether no verb of the past governs it: with its year unknown, it may be to come."""
