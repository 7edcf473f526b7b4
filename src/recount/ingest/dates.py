"""Dates as pages write them: ISO, words, numbers. Which of day and month comes first is evidence.

A date of numbers alone whose order nothing settles stays open: both readings are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier enero januar gennaio janeiro",
            "feb february fevrier février febrero februar febbraio fevereiro",
            "mar march mars marzo märz março",
            "apr april avril abril aprile",
            "may mai mayo maggio maio",
            "jun june juin junio juni giugno junho",
            "jul july juillet julio juli luglio julho",
            "aug august aout août agosto",
            "sep sept september septembre septiembre settembre setembro",
            "oct october octobre octubre oktober ottobre outubro",
            "nov november novembre noviembre novembro",
            "dec december decembre décembre diciembre dezember dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))

_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)(?:[T ]\d{2}:\d{2})?")
_COMPACT = re.compile(
    r"(?<!\d)D?:?((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\d{6}|\D|$)"
)
_DAY_MONTH = re.compile(
    rf"(?<![\d.])(\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?(?:\s+of"
    rf"|\s+de)?[\s-]+({_NAME})\.?,?(?:\s+de)?[\s-]+((?:19|20)\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b({_NAME})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE
)
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-])")
_YEAR_FIRST = re.compile(r"(?<![\d./])((?:19|20)\d{2})([./])(\d{1,2})\2(\d{1,2})(?![\d/])")
_SHORT_YEAR = re.compile(rf"(\d{{1,2}})\s+({_NAME})\.?\s+(\d{{2}})(?=\s*\()", re.IGNORECASE)
_CENTURY_TURNS = 40
"""Two-digit years from here on are of the twentieth century."""
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BEFORE_YEAR = 40
_AFTER_YEAR = 16
_MONTH_YEAR = re.compile(rf"\b({_NAME})\.?,?\s+((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)


class Order(StrEnum):
    """Which of day and month stands first in a date of numbers."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date in a text. ``day_first`` and ``month_first`` are its two readings.

    They are equal when the writing leaves no doubt; one is ``None`` when it names no day.
    ``mark`` is the sign between the numbers, "" for dates with words or ISO dates.
    """

    start: int
    end: int
    day_first: date | None
    month_first: date | None
    mark: str = ""

    @property
    def certain(self) -> date | None:
        """The day, if there is only one reading."""
        if self.day_first == self.month_first:
            return self.day_first
        if self.day_first is None or self.month_first is None:
            return self.day_first if self.day_first is not None else self.month_first
        return None

    def read(self, order: Order | None) -> date | None:
        """Return the day under an order of day and month, or ``None`` when that is not known."""
        if self.certain is not None:
            return self.certain
        if order is None:
            return None
        return self.day_first if order is Order.DAY_FIRST else self.month_first


def written_dates(text: str, start: int = 0, end: int | None = None) -> tuple[WrittenDate, ...]:
    """Return the full dates (day, month and year) of ``text[start:end]``, in order, apart."""
    stop = len(text) if end is None else end
    near = (
        date for begin, end in _windows(text, start, stop) for date in _all_dates(text, begin, end)
    )
    found = sorted(near, key=lambda written: (written.start, -written.end))
    apart: list[WrittenDate] = []
    for written in found:
        if not apart or written.start >= apart[-1].end:
            apart.append(written)
    return tuple(apart)


def _windows(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches around years: looking for months everywhere would take ten times as long."""
    begin = end = -1
    for match in _YEAR.finditer(text, start, stop):
        if match.start() - _BEFORE_YEAR > end:
            if end >= 0:
                yield begin, end
            begin = max(start, match.start() - _BEFORE_YEAR)
        end = min(stop, match.end() + _AFTER_YEAR)
    if end >= 0:
        yield begin, end


def _all_dates(text: str, start: int, stop: int) -> Iterator[WrittenDate]:
    for pattern, order in (
        (_ISO, "ymd"),
        (_YEAR_FIRST, "y.md"),
        (_DAY_MONTH, "dmy"),
        (_MONTH_DAY, "mdy"),
    ):
        for match in pattern.finditer(text, start, stop):
            day = _day(match, order)
            if day is not None:
                yield WrittenDate(match.start(), match.end(), day, day)
    for match in _NUMBERS.finditer(text, start, stop):
        a, b, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
        day_first, month_first = _date(year, b, a), _date(year, a, b)
        if day_first is not None or month_first is not None:
            yield WrittenDate(match.start(), match.end(), day_first, month_first, match.group(2))


def _day(match: re.Match[str], order: str) -> date | None:
    groups = match.groups()
    if order == "ymd":
        return _date(int(groups[0]), int(groups[1]), int(groups[2]))
    if order == "y.md":
        return _date(int(groups[0]), int(groups[2]), int(groups[3]))
    if order == "dmy":
        return _date(int(groups[2]), _MONTHS[groups[1].lower()], int(groups[0]))
    return _date(int(groups[2]), _MONTHS[groups[0].lower()], int(groups[1]))


def _date(year: int, month: int, day: int) -> date | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def short_date(text: str, start: int, end: int) -> WrittenDate | None:
    """Return a date with a two-digit year, as old wire reports open ("3 JUN 90 (...)")."""
    match = _SHORT_YEAR.search(text, start, end)
    if match is None:
        return None
    year = int(match.group(3))
    year += 1900 if year >= _CENTURY_TURNS else 2000
    day = _date(year, _MONTHS[match.group(2).lower()], int(match.group(1)))
    return WrittenDate(match.start(), match.end(), day, day) if day is not None else None


def order_of(dates: tuple[WrittenDate, ...]) -> Order | None:
    """Return the order that a page's unambiguous dates of numbers show, if they agree."""
    numeric = [written for written in dates if written.mark]
    day = sum(1 for written in numeric if written.month_first is None)
    month = sum(1 for written in numeric if written.day_first is None)
    if day and not month:
        return Order.DAY_FIRST
    if month and not day:
        return Order.MONTH_FIRST
    return None


def parse_value(value: str, order: Order | None = None) -> tuple[date, date] | None:
    """Return the first and last day that a date in metadata means, or ``None``.

    Reads ISO 8601 with or without time (the day as written, whatever the zone), RFC 822,
    PDF dates, dates in words, a month or a year alone.

    >>> parse_value("2022-03")
    (datetime.date(2022, 3, 1), datetime.date(2022, 3, 31))
    """
    bare = value.strip()[:200]
    compact = _COMPACT.match(bare)
    if compact is not None:
        day = _date(*(int(group) for group in compact.groups()))
        return (day, day) if day is not None else None
    for written in written_dates(bare):
        found = written.read(order)
        return (found, found) if found is not None else None
    return _month_or_year(bare)


def _month_or_year(value: str) -> tuple[date, date] | None:
    match = re.fullmatch(r"((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?", value)
    if match is not None:
        year = int(match.group(1))
        if match.group(2) is None:
            return date(year, 1, 1), date(year, 12, 31)
        return month_range(year, int(match.group(2)))
    words = _MONTH_YEAR.fullmatch(value)
    if words is not None:
        return month_range(int(words.group(2)), _MONTHS[words.group(1).lower()])
    return None


def month_range(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(following.toordinal() - 1)
