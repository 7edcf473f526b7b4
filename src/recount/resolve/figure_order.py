"""Which of two numbers of a date in figures is the day, by the weekday and the days told.

"Tuesday 12/03/2031" of a page that tells of "Saturday the 9th" is of March: in December the 9th
would lie weeks back. Where nothing tells, the date stays unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from recount.resolve.time_calendar import DAY, make_date
from recount.resources.grammar import TimeExpression, TimeKind

_FURTHEST = 60
"""Days by which one told day can speak against an order."""
_CLEAR = 7
"""Days by which one order must fit better."""


def ordered_day(time: TimeExpression, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return a date in figures as a day of a known month, where one order is meant.

    Args:
        time: the date.
        times: the expressions of the text, its days without a year among them.

    >>> from recount.resources.grammar import find_times
    >>> times = find_times("Tuesday 12/03/2024. A mine went off on Saturday the 9th.")
    >>> ordered_day(times[0], times).month
    3
    """
    if time.numeric is None or time.relation is not None:
        return None
    first, second, year = time.numeric
    days = [make_date(year, second, first), make_date(year, first, second)]
    possible = sorted({day for day in days if day is not None})
    agreeing = [day for day in possible if day.weekday() == time.weekday]
    possible = agreeing if len(agreeing) > 0 else possible
    if len(possible) > 1:
        lags = [_lag(day, times) for day in possible]
        if abs(lags[0] - lags[1]) < _CLEAR:
            return None
        possible = [possible[lags.index(min(lags))]]
    if len(possible) == 0:
        return None
    day = possible[0]
    return replace(time, kind=TimeKind.DAY, day=day.day, month=day.month, year=day.year)


def _lag(day: date, times: Sequence[TimeExpression]) -> int:
    """Return the sum of the days by which the days told without a year lie before a day."""
    told = [t for t in times if t.kind is TimeKind.DAY and t.relation is None and not t.future]
    return sum(_back(day, t) for t in told if t.year is None and t.day is not None)


def _back(day: date, time: TimeExpression) -> int:
    for back in range(_FURTHEST):
        there = day - back * DAY
        agrees = time.weekday in (None, there.weekday()) and time.month in (None, there.month)
        if there.day == time.day and agrees:
            return back
    return _FURTHEST
