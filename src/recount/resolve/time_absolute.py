"""Days, months and feasts on the calendar, and the year where the words give none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from recount.model import DateValue, Resolved, Unknown
from recount.resolve.time_calendar import (
    DAY,
    ONCE,
    WEEKDAY_NAMES,
    day_value,
    make_date,
    month_value,
    named_values,
    weekday_year,
    weekend_at,
)
from recount.resolve.time_parts import narrow
from recount.resources.grammar import TimeExpression, TimeKind, TimeUnit
from recount.resources.grammar.months import MONTHS

METHOD = "time-words-1"
_SLACK = DAY
"""A dateline may run a day behind the event's own clock."""
_LEAP_SEARCH = 8
"""Years back and forth in which every date of the calendar occurs (29 February included)."""


@dataclass(frozen=True, slots=True)
class DatedAnchors:
    """First and last possible day of publication, its bound, and the text's own dates."""

    start: date | None
    end: date | None
    latest: date | None
    narrative: DateValue | None
    years: tuple[int, ...]
    day_first: bool | None


Dated = Callable[[int], DateValue | None]
"""What an expression without a year means in a year, if it exists there."""


def known(value: DateValue, *reasons: str, confidence: float = 1.0) -> Resolved[DateValue]:
    """Return a resolved date with its reasons."""
    return Resolved(value, METHOD, confidence, reasons)


def unknown(reason: str, candidates: tuple[str, ...] = ()) -> Resolved[DateValue]:
    """Return an unknown date with its reason and the readings that remain."""
    return Resolved(Unknown(reason), METHOD, 1.0, (), candidates)


def resolve_day(expression: TimeExpression, anchors: DatedAnchors) -> Resolved[DateValue]:
    """Return a calendar day; its weekday, when told, helps to find the year."""
    month, number = expression.month or 1, expression.day or 1
    if expression.year is not None:
        day = make_date(expression.year, month, number)
        if day is None:
            return unknown(f"no such day: {expression.words}")
        reasons = ["the words give the whole date"]
        if expression.weekday is not None and day.weekday() != expression.weekday:
            reasons.append(f"it was a {WEEKDAY_NAMES[day.weekday()]}, against the words")
        return known(day_value(day), *reasons)

    def dated(year: int) -> DateValue | None:
        day = make_date(year, month, number)
        if day is not None and expression.unit is TimeUnit.WEEKEND:
            return weekend_at(day)
        return None if day is None else day_value(day)

    if expression.weekday is not None:
        coming = _coming_weekday(dated, expression, anchors)
        if coming is not None:
            return coming
        agreed = _by_weekday(expression, anchors, month, number)
        if agreed is not None:
            return agreed
    return find_year(dated, expression, anchors)


_AHEAD = 60
"""Days after publication within which a weekday and date that agree are taken to lie ahead.

A publication less certain than that says too little of what lies ahead of it."""


def _coming_weekday(
    dated: Dated, expression: TimeExpression, anchors: DatedAnchors
) -> Resolved[DateValue] | None:
    """Return a day to come ("a hearing on Friday, May 16") whose weekday agrees.

    Without words of the future only where the last such day had another weekday.
    """
    if anchors.end is None or anchors.start is None:
        return None
    if (anchors.end - anchors.start).days > _AHEAD:
        return None
    value = _first(dated, anchors.end + DAY)
    if value is None or value.start.weekday() != expression.weekday:
        return None
    last = _latest(dated, anchors.end)
    passed = last is not None and last.start.weekday() == expression.weekday
    near = (value.start - anchors.end).days <= _AHEAD
    if expression.future or (near and not passed):
        return known(value, "weekday and date agree after publication", confidence=0.9)
    return None


def _by_weekday(
    expression: TimeExpression, anchors: DatedAnchors, month: int, number: int
) -> Resolved[DateValue] | None:
    """Return the latest day on which weekday and date agree, not after a known bound."""
    weekday = expression.weekday or 0
    bounds = [day for day in (anchors.end, anchors.latest) if day is not None]
    if len(bounds) == 0:
        return _weekday_in_years(expression, anchors, month, number)
    bound = min(bounds) + _SLACK
    year = weekday_year(weekday, month, number, bound)
    day = None if year is None else make_date(year, month, number)
    if day is None:
        return None
    words = f"{WEEKDAY_NAMES[weekday]}, {MONTHS[month - 1]} {number}"
    if anchors.end is None:
        reason = f"latest year in which {words} agrees, up to {bound - _SLACK}"
        return known(day_value(day), reason)
    latest = _latest(lambda y: _day_in(y, month, number), anchors.end + _SLACK)
    if latest is None or latest.start == day:
        reason = f"latest {words} not after publication; weekday and date agree"
        return known(day_value(day), reason)
    if anchors.start is not None and anchors.start <= day:
        return known(day_value(day), "weekday and date agree", confidence=0.9)
    return Resolved(
        latest,
        METHOD,
        _DISAGREEING,
        (f"latest such date not after publication, though it was no {WEEKDAY_NAMES[weekday]}",),
        (day.isoformat(),),
    )


_DISAGREEING = 0.6
"""Confidence in a date whose weekday disagrees: a slip in the weekday is the likelier."""


def _weekday_in_years(
    expression: TimeExpression, anchors: DatedAnchors, month: int, number: int
) -> Resolved[DateValue] | None:
    years = set(anchors.years)
    if anchors.narrative is not None:
        near = anchors.narrative.start.year
        years |= {near - 1, near, near + 1}
    agreeing = [
        day
        for day in (make_date(year, month, number) for year in sorted(years))
        if day is not None and day.weekday() == expression.weekday
    ]
    if len(agreeing) == 0:
        return None
    return Resolved(
        day_value(agreeing[-1]),
        METHOD,
        0.9,
        ("the year that the text names in which weekday and date agree",),
        tuple(day.isoformat() for day in agreeing[:-1]),
    )


def _day_in(year: int, month: int, number: int) -> DateValue | None:
    day = make_date(year, month, number)
    return None if day is None else day_value(day)


def find_year(
    dated: Dated, expression: TimeExpression, anchors: DatedAnchors
) -> Resolved[DateValue]:
    """Return what an expression without a year means: by publication, narrative, or the text."""
    if anchors.end is not None:
        return _by_publication(dated, expression, anchors, anchors.end)
    if anchors.narrative is not None:
        value = _nearest(dated, anchors.narrative)
        if value is not None:
            reason = f"nearest to the narrative's {anchors.narrative.start}"
            return known(value, reason, confidence=0.8)
    candidates = [value for value in (dated(year) for year in anchors.years) if value is not None]
    if expression.future or expression.open:
        return unknown(f"no year: {expression.words}")
    # A year told anywhere says little of "in September"; a day is more often told beside its year.
    if len(candidates) == 1 and expression.kind is not TimeKind.MONTH:
        reason = f"the only year that the text names: {candidates[0].start.year}"
        return known(candidates[0], reason, confidence=0.8)
    return unknown(
        f"no year: {expression.words}",
        tuple(f"{value.start}/{value.end}" for value in candidates),
    )


def _by_publication(
    dated: Dated, expression: TimeExpression, anchors: DatedAnchors, end: date
) -> Resolved[DateValue]:
    if expression.future or expression.direction > 0:
        value = _first(dated, end)
        if value is not None:
            return known(value, "the first one after publication; the words look ahead")
    value = _latest(dated, end + _SLACK)
    if value is None:
        return unknown(f"no such day before publication: {expression.words}")
    near = _first(dated, end + DAY) if expression.open else None
    if near is not None and _is_nearer_ahead(value, near, end):
        return known(near, "soon after publication; the one before is long past", confidence=0.8)
    confidence = 1.0
    candidates: tuple[str, ...] = ()
    start = anchors.start
    other = None if start is None else _latest(dated, start + _SLACK)
    if other is not None and start is not None and other != value and value.end < start:
        confidence = 0.9
    if other is not None and other.start.year != value.start.year:
        confidence, candidates = 0.8, (f"{other.start}/{other.end}",)
    reason = "the latest one not after publication"
    return Resolved(value, METHOD, confidence, (reason,), candidates)


_TIMES_NEARER = 2
"""How many times nearer a day to come must be than the last such day to be the one meant."""


def _is_nearer_ahead(last: DateValue, coming: DateValue, end: date) -> bool:
    """Whether a day is soon to come, while the last such day is most of a year ago."""
    return (coming.start - end).days * _TIMES_NEARER <= (end - last.start).days


def _latest(dated: Dated, bound: date) -> DateValue | None:
    values = (dated(year) for year in range(bound.year + 1, bound.year - _LEAP_SEARCH - 1, -1))
    return next((v for v in values if v is not None and v.start <= bound), None)


def _first(dated: Dated, bound: date) -> DateValue | None:
    values = (dated(year) for year in range(bound.year - 1, bound.year + _LEAP_SEARCH + 1))
    return next((v for v in values if v is not None and v.end >= bound), None)


def _nearest(dated: Dated, base: DateValue) -> DateValue | None:
    years = range(base.start.year - 1, base.end.year + 2)
    values = [value for value in (dated(year) for year in years) if value is not None]
    if len(values) == 0:
        return None
    return min(values, key=lambda value: _gap(value, base))


def _gap(one: DateValue, other: DateValue) -> int:
    if one.start > other.end:
        return (one.start - other.end).days
    return max(0, (other.start - one.end).days)


def resolve_month(expression: TimeExpression, anchors: DatedAnchors) -> Resolved[DateValue]:
    """Return a month, or its early, middle or late part."""
    month = expression.month or 1
    if expression.year is not None:
        value = narrow(month_value(expression.year, month), expression.part)
        return known(value, "the words give month and year")

    def dated(year: int) -> DateValue:
        return narrow(month_value(year, month), expression.part)

    if expression.named == "last" and anchors.end is not None:
        # "last November" said in November is that of the year before.
        bound = anchors.end.replace(day=1) - DAY
        ended = _latest(dated, bound)
        if ended is not None:
            return known(ended, "the last one that had ended at publication")
    return find_year(dated, expression, anchors)


def _named_in(expression: TimeExpression, name: str, year: int) -> tuple[DateValue, ...]:
    values = named_values(name, year)
    if expression.unit is not TimeUnit.WEEKEND:
        return values
    return tuple(weekend_at(value.start) for value in values)


def resolve_named(expression: TimeExpression, anchors: DatedAnchors) -> Resolved[DateValue]:
    """Return a feast or other named day, by its rule."""
    name = expression.named or ""
    if name in ONCE:
        return known(day_value(ONCE[name]), "a day in history")
    if len(named_values(name, 2000)) == 0 and len(named_values(name, 2001)) == 0:
        return unknown(f"a day whose rule is not kept: {expression.words}")

    def dated(year: int) -> DateValue | None:
        values = _named_in(expression, name, year)
        return values[0] if len(values) > 0 else None

    if expression.year is not None:
        values = _named_in(expression, name, expression.year)
        if len(values) == 0:
            return unknown(f"no such day in {expression.year}: {expression.words}")
        return Resolved(
            values[-1],
            METHOD,
            1.0 if len(values) == 1 else _DISAGREEING,
            ("computed by the rule of the day",),
            tuple(f"{value.start}/{value.end}" for value in values[:-1]),
        )
    return find_year(dated, expression, anchors)


def resolve_numeric(expression: TimeExpression, anchors: DatedAnchors) -> Resolved[DateValue]:
    """Return a date in figures, when its order of day and month is settled."""
    if expression.numeric is None:
        return unknown(f"no figures: {expression.words}")
    first, second, year = expression.numeric
    day_first, month_first = make_date(year, second, first), make_date(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        day = day_first if day_first is not None else month_first
        if day is None:
            return unknown(f"no such day: {expression.words}")
        return known(day_value(day), "only one order fits")
    agreeing = [day for day in (day_first, month_first) if day.weekday() == expression.weekday]
    if len(agreeing) == 1:
        return known(day_value(agreeing[0]), "the weekday fits one order")
    if anchors.day_first is not None:
        chosen = day_first if anchors.day_first else month_first
        return known(day_value(chosen), "the document's order of day and month")
    if expression.dotted:
        return known(day_value(day_first), "full stops: the day comes first", confidence=0.95)
    bound = anchors.end
    if bound is not None:
        possible = [day for day in (day_first, month_first) if day <= bound + _SLACK]
        if len(possible) == 1:
            return known(day_value(possible[0]), "the other order is after publication")
    return unknown(
        f"day or month first: {expression.words}",
        tuple(sorted((day_first.isoformat(), month_first.isoformat()))),
    )
