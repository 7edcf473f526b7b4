"""Parts of a stretch of time: early, middle, late, halves, quarters, first and last months."""

from __future__ import annotations

from datetime import date

from recount.model import DatePrecision, DateValue
from recount.resolve.time_calendar import DAY, add_months, day_value
from recount.resources.grammar import TimeUnit

_MONTH_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (25, 31)}
"""Days of a month that "early", "mid", "late" and "the end of" cover."""
_YEAR_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}
"""Months of a year that they cover; wide on purpose, since news is."""
_MONTH_DAYS = 31
_YEAR_DAYS = 300
"""A stretch at least this long in days is read as a year."""
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_MONTHS_OF = {TimeUnit.MONTH: 1, TimeUnit.QUARTER: 3, TimeUnit.YEAR: 12}
_DAYS_OF = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}


def narrow(value: DateValue, part: str | None) -> DateValue:
    """Return the part of a month, year or shorter stretch that "early" or "late" names.

    A part of a month keeps the precision of a month; of anything longer it is a range.
    """
    if part is None or part not in _MONTH_THIRDS:
        return value
    length = (value.end - value.start).days + 1
    if length >= _YEAR_DAYS:
        first, last = _YEAR_MONTHS[part]
        start = value.start.replace(month=first, day=1)
        return DateValue(start, add_months(start, last - first + 1) - DAY, DatePrecision.RANGE)
    if length <= _MONTH_DAYS and value.start.day == 1 and length > _SHORT:
        first, last = _MONTH_THIRDS[part]
        start = value.start.replace(day=first)
        end = min(value.start.replace(day=1) + (last - 1) * DAY, value.end)
        return DateValue(start, max(start, end), DatePrecision.MONTH)
    third = max(1, length // 3)
    if part == "early":
        return DateValue(value.start, value.start + third * DAY, value.precision)
    if part in ("late", "end"):
        return DateValue(value.end - third * DAY, value.end, value.precision)
    return value


_SHORT = 8
"""Stretches up to a week and a day are cut in thirds of days."""


_DECADE_YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""Years of a decade that "the early 1990s" and its like cover, counted from its first."""


def decade_value(year: int, part: str | None) -> DateValue:
    """Return the decade that begins with a year, or the part of it that is named."""
    first, last = _DECADE_YEARS.get(part or "", (0, 9))
    return DateValue(date(year + first, 1, 1), date(year + last, 12, 31), DatePrecision.RANGE)


def stretch_at(day: DateValue, how: str, unit: TimeUnit | None) -> DateValue | None:
    """Return "the week ending", "beginning" or of a day; ``None`` for any other part.

    >>> stretch_at(day_value(date(2031, 5, 11)), "ending", TimeUnit.WEEK).start
    datetime.date(2031, 5, 5)
    """
    if how not in ("ending", "beginning", "holding") or unit is None:
        return None
    precision = _PRECISIONS.get(unit, DatePrecision.RANGE)
    if unit is TimeUnit.WEEKEND or how == "holding":
        return _stretch_around(day.start, unit, precision)
    if how == "ending":
        start = _step(day.end + DAY, unit, -1)
        return None if start is None else DateValue(start, day.end, precision)
    after = _step(day.start, unit, 1)
    return None if after is None else DateValue(day.start, after - DAY, precision)


def _stretch_around(day: date, unit: TimeUnit, precision: DatePrecision) -> DateValue | None:
    monday = day - day.weekday() * DAY
    if unit is TimeUnit.WEEKEND:
        return DateValue(monday + 5 * DAY, monday + 6 * DAY, precision)
    return DateValue(monday, monday + 6 * DAY, precision) if unit is TimeUnit.WEEK else None


def nth_weekday(month: DateValue, nth: str, weekday: int) -> DateValue | None:
    """Return "the first Sunday", "the last Friday" of a month; ``None`` in any other stretch.

    >>> nth_weekday(DateValue(date(2031, 3, 1), date(2031, 3, 31), DatePrecision.MONTH), "last", 6)
    ... # doctest: +ELLIPSIS
    DateValue(start=datetime.date(2031, 3, 30), ...
    """
    if (month.end - month.start).days + 1 > _MONTH_DAYS or month.precision is DatePrecision.WEEK:
        return None
    if nth == "last":
        return day_value(month.end - (month.end.weekday() - weekday) % 7 * DAY)
    first = month.start + (weekday - month.start.weekday()) % 7 * DAY
    return day_value(first + 7 * _ORDER[nth] * DAY)


_PRECISIONS = {
    TimeUnit.WEEK: DatePrecision.WEEK,
    TimeUnit.MONTH: DatePrecision.MONTH,
    TimeUnit.YEAR: DatePrecision.YEAR,
}


def part_of(
    value: DateValue, part: str, unit: TimeUnit | None, amount: int | None
) -> DateValue | None:
    """Return "the last four months", "the first half", "the second quarter" of a stretch.

    ``None`` when the part is longer than the stretch.
    """
    if unit is None:
        return _half(value, part)
    count = amount if amount is not None else 1
    if unit is TimeUnit.QUARTER and amount is None:
        return _nth_quarter(value, part)
    if part in ("last", "past"):
        start = _step(value.end + DAY, unit, -count)
        found = None if start is None else (start, value.end)
    else:
        first = _step(value.start, unit, _ORDER.get(part, 0) * count)
        end = None if first is None else _step(first, unit, count)
        found = None if first is None or end is None else (first, end - DAY)
    if found is None or found[0] < value.start or found[1] > value.end:
        return None
    return _with_precision(found[0], found[1], unit, count)


def _with_precision(start: date, end: date, unit: TimeUnit, count: int) -> DateValue:
    if count == 1 and unit is TimeUnit.DAY:
        return day_value(start)
    names = {TimeUnit.WEEK: DatePrecision.WEEK, TimeUnit.MONTH: DatePrecision.MONTH}
    precision = names.get(unit, DatePrecision.RANGE) if count == 1 else DatePrecision.RANGE
    return DateValue(start, end, precision)


def _step(day: date, unit: TimeUnit, count: int) -> date | None:
    if unit in _MONTHS_OF:
        return add_months(day, _MONTHS_OF[unit] * count)
    if unit in _DAYS_OF:
        return day + _DAYS_OF[unit] * count * DAY
    return None


def _half(value: DateValue, part: str) -> DateValue | None:
    if part not in ("first", "second"):
        return None
    length = (value.end - value.start).days + 1
    middle = add_months(value.start, 6) if length >= _YEAR_DAYS else value.start + length // 2 * DAY
    if part == "first":
        return DateValue(value.start, middle - DAY, DatePrecision.RANGE)
    return DateValue(middle, value.end, DatePrecision.RANGE)


def _nth_quarter(value: DateValue, part: str) -> DateValue | None:
    order = 3 if part == "last" else _ORDER.get(part)
    if order is None or (value.end - value.start).days < _YEAR_DAYS:
        return None
    start = add_months(value.start, 3 * order)
    return DateValue(start, add_months(start, 3) - DAY, DatePrecision.RANGE)
