"""Years and months that an expression has from the dates told beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from recount.model import DatePrecision, DateValue, Publication
from recount.resolve.time_calendar import make_date
from recount.resources.grammar import TimeExpression, TimeKind

NEAR_TOLD = 160
"""Characters after a day within which "the following day" counts from it: about a sentence."""


@dataclass(frozen=True, slots=True)
class Told:
    """An expression already placed, with its days."""

    time: TimeExpression
    value: DateValue


_LONG_PAST = 7
"""Days by which what is told in passing lies before the day that a text is about."""
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:]\s|\n)[^.!?\n]{0,12}$")


def main_day(text: str, time: TimeExpression, thread: Sequence[Told]) -> DateValue | None:
    """Return the day that a new paragraph's "the same day" takes up, past what is told in passing.

    "On 10 May a commander was killed. He was wanted for a killing on 23 April.", and below it "In
    another encounter the same day": it is the 10th of May. A day that opens its sentence is told
    for itself.
    """
    if time.kind is not TimeKind.RELATIVE_NARRATIVE or time.direction != 0 or len(thread) < 2:
        return None
    last, before = thread[-1], thread[-2]
    aside = (before.value.start - last.value.start).days > _LONG_PAST
    below = re.search(r"\n\s*\n", text[last.time.end : time.start]) is not None
    opens = _OPENS_SENTENCE.search(text[max(0, last.time.start - 30) : last.time.start])
    return before.value if aside and below and opens is None else None


_OWN_YEAR_DAYS = 60
"""Days before publication within which a date without a year is news, whatever was told."""


def with_told_year(
    time: TimeExpression, told: Sequence[Told], publication: Publication
) -> TimeExpression:
    """Give "on 6 June" the year of the date told just before it, where both are long past.

    "He was held on 4 May 2019. On 6 June he was freed." By publication alone it would be the
    latest June. What is recent by publication stays news.
    """
    if time.kind is TimeKind.DAY and time.month is None:
        return _with_told_month(time, told)
    if time.kind not in (TimeKind.DAY, TimeKind.MONTH) or time.month is None:
        return time
    last = told[-1] if len(told) > 0 else None
    if last is None or time.year is not None or time.relation is not None or time.future:
        return time
    plain = time.weekday is None and time.direction == 0 and time.named is None
    if not plain or publication.start is None or time.start - last.time.end > NEAR_TOLD:
        return time
    if last.time.year is None or last.time.kind not in (TimeKind.DAY, TimeKind.MONTH):
        return time
    default = _latest_before(time, publication.start)
    if default is None or (publication.start - default).days <= _OWN_YEAR_DAYS:
        return time
    year = last.value.start.year
    if (time.month, time.day or 31) < (last.value.start.month, last.value.start.day):
        year += 1
    placed = make_date(year, time.month, time.day or 1)
    return replace(time, year=year) if placed is not None and placed < default else time


def _with_told_month(time: TimeExpression, told: Sequence[Told]) -> TimeExpression:
    """Give "on the 9th" the month of the day told just before it, when it follows that day."""
    last = told[-1] if len(told) > 0 else None
    if last is None or time.relation is not None or time.start - last.time.end > NEAR_TOLD:
        return time
    day = last.value.start
    dated = last.time.kind is TimeKind.DAY and last.value.precision is DatePrecision.DAY
    if not dated or time.day is None or time.day <= day.day:
        return time
    placed = make_date(day.year, day.month, time.day)
    return time if placed is None else replace(time, year=day.year, month=day.month)


def _latest_before(time: TimeExpression, day: date) -> date | None:
    for year in (day.year, day.year - 1):
        found = make_date(year, time.month or 1, time.day or 1)
        if found is not None and found <= day:
            return found
    return None


_LISTED = re.compile(r"\s*(?:,|and|or|,\s*and)\s+(?:in\s+|on\s+)?", re.IGNORECASE)
LONGEST_LIST = 4
"""Dates behind one among which the year of their list stands."""


def with_year_beside(
    text: str, time: TimeExpression, following: Sequence[TimeExpression]
) -> TimeExpression:
    """Give "April" of "in April and May 2030" the year that stands at the end of the list."""
    if time.kind not in (TimeKind.DAY, TimeKind.MONTH) or time.month is None:
        return time
    if time.year is not None or time.relation is not None:
        return time
    last = time
    for other in following[:LONGEST_LIST]:
        joined = _LISTED.fullmatch(text, last.end, other.start) is not None
        if not joined or other.kind is not time.kind or other.month is None:
            return time
        if (other.month, other.day or 0) <= (last.month or 0, last.day or 0):
            return time
        if other.year is not None:
            return replace(time, year=other.year)
        last = other
    return time


_IN_YEAR = re.compile(r",?\s+(?:in|of)\s+", re.IGNORECASE)


def in_year_beside(
    text: str, time: TimeExpression, following: Sequence[TimeExpression]
) -> int | None:
    """Return the year told right behind a weekday ("on a Thursday in 1983"): it is no last one."""
    if time.kind is not TimeKind.WEEKDAY or len(following) == 0:
        return None
    after = following[0]
    beside = _IN_YEAR.fullmatch(text, time.end, after.start) is not None
    return after.year if beside and after.kind is TimeKind.YEAR else None
