"""Times told relative to a day: the publication's, or the last one that the narrative dated."""

from __future__ import annotations

from datetime import date

from recount.model import DatePrecision, DateValue
from recount.resolve.time_calendar import (
    DAY,
    add_months,
    day_value,
    month_value,
    season_value,
    week_value,
    year_value,
)
from recount.resolve.time_parts import narrow
from recount.resources.grammar import TimeExpression, TimeUnit

_WEEK_SLACK = 3
"""Days either side of "a week ago", "two weeks later"."""
_MONTH_SLACK = 10
_YEAR_SLACK = 31
_HOURS_OF_DAY = 24


def from_publication(expression: TimeExpression, day: date) -> DateValue | None:
    """Return what "yesterday", "last week", "two days ago" mean on a day of publication."""
    unit = expression.unit or TimeUnit.DAY
    if expression.part == "ago":
        return _ago(expression, unit, day)
    if expression.part == "ahead":
        return _offset(unit, expression.amount or 1, day_value(day))
    if expression.part == "span":
        return _span(expression, unit, day)
    if unit is TimeUnit.DAY:
        return _near_day(expression, day)
    if unit is TimeUnit.WEEKEND:
        return _weekend(expression, day)
    if unit is TimeUnit.WEEK:
        return _week(expression, day)
    if unit is TimeUnit.MONTH:
        return _month(expression, day)
    if unit is TimeUnit.YEAR:
        return _year(expression, day)
    if unit is TimeUnit.QUARTER:
        first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        start = add_months(first, 3 * expression.direction)
        return DateValue(start, add_months(start, 3) - DAY, DatePrecision.RANGE)
    return _span(expression, unit, day)


def _near_day(expression: TimeExpression, day: date) -> DateValue:
    if expression.day_part == "overnight":
        return DateValue(day - DAY, day, DatePrecision.RANGE)
    return day_value(day + expression.direction * (expression.amount or 0) * DAY)


def _weekend(expression: TimeExpression, day: date) -> DateValue:
    saturday = day - (day.weekday() - 5) % 7 * DAY - 7 * ((expression.amount or 1) - 1) * DAY
    if expression.direction > 0 or expression.future:
        saturday += 7 * DAY
        return DateValue(saturday, saturday + DAY, DatePrecision.RANGE)
    return DateValue(saturday, max(saturday, min(saturday + DAY, day)), DatePrecision.RANGE)


def _steps(expression: TimeExpression) -> int:
    """Return how many units away: one for "last week", two for "the week before last"."""
    return expression.direction * (expression.amount or 1)


def _week(expression: TimeExpression, day: date) -> DateValue:
    week = week_value(day + 7 * _steps(expression) * DAY)
    if expression.direction == 0:
        return _running(week, expression, day)
    return narrow(week, expression.part)


def _running(whole: DateValue, expression: TimeExpression, day: date) -> DateValue:
    """Return the part of the present week, month or year that has passed, or is to come."""
    if expression.part == "later" or expression.future:
        return DateValue(day, whole.end, whole.precision)
    part = DateValue(whole.start, day, whole.precision)
    if expression.part in (None, "earlier"):
        return part
    cut = narrow(whole, expression.part)
    return cut if cut.end <= day else part


def _month(expression: TimeExpression, day: date) -> DateValue:
    there = add_months(day.replace(day=1), _steps(expression))
    whole = month_value(there.year, there.month)
    if expression.direction == 0:
        return _running(whole, expression, day)
    return narrow(whole, expression.part)


def _year(expression: TimeExpression, day: date) -> DateValue:
    whole = year_value(day.year + _steps(expression))
    if expression.direction == 0:
        return _running(whole, expression, day)
    return narrow(whole, expression.part)


def _ago(expression: TimeExpression, unit: TimeUnit, day: date) -> DateValue | None:
    """Read "two years ago" as that calendar month; "two years ago today" as the day."""
    amount = expression.amount or 1
    if expression.weekday is not None and unit is TimeUnit.WEEK:
        return day_value(latest_weekday(expression.weekday, day) - 7 * amount * DAY)
    if expression.named == "today" and unit not in (TimeUnit.HOUR, TimeUnit.MINUTE):
        there = _shift(day, unit, -amount)
        return None if there is None else day_value(there)
    if unit in _UNIT_MONTHS:
        there = _shift(day.replace(day=1), unit, -amount)
        return None if there is None else month_value(there.year, there.month)
    return _offset(unit, -amount, day_value(day))


def _span(expression: TimeExpression, unit: TimeUnit, day: date) -> DateValue | None:
    amount = expression.amount or 1
    if unit is TimeUnit.HOUR:
        amount, unit = -(-amount // _HOURS_OF_DAY), TimeUnit.DAY
    if unit is TimeUnit.MINUTE:
        amount, unit = 0, TimeUnit.DAY
    edge = _shift(day, unit, amount * (expression.direction or -1))
    if edge is None:
        return None
    return DateValue(min(day, edge), max(day, edge), DatePrecision.RANGE)


_UNIT_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
_UNIT_MONTHS = {
    TimeUnit.MONTH: 1,
    TimeUnit.QUARTER: 3,
    TimeUnit.YEAR: 12,
    TimeUnit.DECADE: 120,
    TimeUnit.CENTURY: 1200,
}
_FIRST_YEAR = 2
_LAST_YEAR = 9000


def _shift(day: date, unit: TimeUnit, amount: int) -> date | None:
    """Return a day some units away, or ``None`` when no calendar year is there."""
    if unit in _UNIT_DAYS:
        days = _UNIT_DAYS[unit] * amount
        if not date.min.toordinal() + 400 < day.toordinal() + days < date.max.toordinal() - 400:
            return None
        return day + days * DAY
    months = _UNIT_MONTHS.get(unit)
    if months is None:
        return None
    year = day.year + months * amount // 12
    return add_months(day, months * amount) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _offset(unit: TimeUnit, amount: int, base: DateValue) -> DateValue | None:
    """Return what lies ``amount`` units after a value, with the slack that such words have."""
    if unit in (TimeUnit.HOUR, TimeUnit.MINUTE):
        return _hours(unit, amount, base)
    start, end = _shift(base.start, unit, amount), _shift(base.end, unit, amount)
    if start is None or end is None:
        return None
    if unit is TimeUnit.DAY:
        return DateValue(start, end, base.precision)
    if unit is TimeUnit.WEEK:
        slack = _WEEK_SLACK * DAY
        one_day = base.precision is DatePrecision.DAY
        precision = DatePrecision.WEEK if one_day else DatePrecision.RANGE
        return DateValue(start - slack, end + slack, precision)
    slack = (_MONTH_SLACK if unit is TimeUnit.MONTH else _YEAR_SLACK) * DAY
    return DateValue(start - slack, end + slack, DatePrecision.RANGE)


def _hours(unit: TimeUnit, amount: int, base: DateValue) -> DateValue:
    if unit is TimeUnit.MINUTE:
        return base
    days = -(-abs(amount) // _HOURS_OF_DAY) * DAY
    if amount < 0:
        return DateValue(base.start - days, base.end, DatePrecision.RANGE)
    return DateValue(base.start, base.end + days, DatePrecision.RANGE)


def from_value(expression: TimeExpression, base: DateValue) -> DateValue | None:
    """Return what "two days earlier", "the same day", "the next week" mean after a dated event."""
    if expression.weekday is not None:
        return _next_weekday(expression.weekday, expression.direction, base)
    unit = expression.unit or TimeUnit.DAY
    if expression.month is not None:
        return _next_month(expression.month, expression.direction, base)
    if expression.direction == 0:
        return _same(unit, base)
    amount = expression.direction * (expression.amount or 1)
    if expression.part == "next" and expression.amount in (None, 1):
        whole = _neighbour(unit, expression.direction, base)
        if whole is not None:
            return whole
    if expression.part == "within":
        return _within(unit, amount, base)
    if expression.part == "exact":
        edges = _shift(base.start, unit, amount), _shift(base.end, unit, amount)
        if edges[0] is not None and edges[1] is not None:
            return DateValue(edges[0], edges[1], base.precision)
    if unit is TimeUnit.HOUR and expression.amount and expression.amount % _HOURS_OF_DAY == 0:
        unit, amount = TimeUnit.DAY, amount // _HOURS_OF_DAY
    return _offset(unit, amount, base)


def _within(unit: TimeUnit, amount: int, base: DateValue) -> DateValue | None:
    """Return what "less than a month after" leaves open: from the day to that long after it."""
    edges = (_shift(base.start, unit, amount), _shift(base.end, unit, amount))
    if edges[0] is None or edges[1] is None:
        return _offset(unit, amount, base)
    return DateValue(min(base.start, edges[0]), max(base.end, edges[1]), DatePrecision.RANGE)


def _same(unit: TimeUnit, base: DateValue) -> DateValue:
    if unit is TimeUnit.WEEK:
        return week_value(base.start)
    if unit is TimeUnit.WEEKEND:
        saturday = week_value(base.start).start + 5 * DAY
        return DateValue(saturday, saturday + DAY, DatePrecision.RANGE)
    if unit is TimeUnit.MONTH:
        return month_value(base.start.year, base.start.month)
    if unit is TimeUnit.YEAR:
        return year_value(base.start.year)
    return base


def _neighbour(unit: TimeUnit, direction: int, base: DateValue) -> DateValue | None:
    """Return the next or previous calendar week, month or year."""
    edge = base.end if direction > 0 else base.start
    if unit is TimeUnit.WEEK:
        return week_value(edge + 7 * direction * DAY)
    if unit is TimeUnit.WEEKEND:
        return _same(unit, day_value(edge + 7 * direction * DAY))
    if unit is TimeUnit.MONTH:
        there = add_months(edge.replace(day=1), direction)
        return month_value(there.year, there.month)
    if unit is TimeUnit.YEAR:
        return year_value(edge.year + direction)
    return None


def _next_weekday(weekday: int, direction: int, base: DateValue) -> DateValue | None:
    if (base.end - base.start).days >= 7:
        return None
    if direction < 0:
        back = (base.start.weekday() - weekday) % 7 or 7
        return day_value(base.start - back * DAY)
    ahead = (weekday - base.end.weekday()) % 7
    if direction > 0:
        ahead = ahead or 7
    return day_value(base.end + ahead * DAY)


def _next_month(month: int, direction: int, base: DateValue) -> DateValue:
    year = base.start.year
    if direction < 0 and month >= base.start.month:
        year -= 1
    if direction > 0 and month <= base.end.month:
        year = base.end.year + 1
    return month_value(year, month)


def latest_weekday(weekday: int, day: date, *, strictly: bool = False) -> date:
    """Return the last such weekday up to a day; ``strictly``: before it.

    News published on a Friday that says "on Friday" means that same day.
    """
    back = (day.weekday() - weekday) % 7
    if strictly and back == 0:
        back = 7
    return day - back * DAY


def first_weekday(weekday: int, day: date) -> date:
    """Return the first such weekday after a day."""
    return day + ((weekday - day.weekday()) % 7 or 7) * DAY


def last_season(season: str, direction: int, day: date) -> DateValue:
    """Return the season meant by "last summer", "this spring" on a day of publication.

    "Last" is the latest one that had ended; otherwise the latest that had begun.
    """
    years = range(day.year + 1, day.year - 3, -1)
    seasons = [season_value(season, year) for year in years]
    if direction > 0:
        return next(value for value in reversed(seasons) if value.start > day)
    if direction < 0:
        return next(value for value in seasons if value.end < day)
    return next(value for value in seasons if value.start <= day)
