"""Calendar arithmetic: months, weekdays, seasons, and the days of feasts by their rules.

Movable feasts follow the Gregorian computus (Meeus, Astronomical Algorithms, 1991, ch. 8);
days of the Islamic calendar its tabular (civil) form, which observation of the moon moves by
a day either way, so they come as ranges.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from recount.model import DatePrecision, DateValue

DAY = timedelta(days=1)
WEEKDAY_NAMES = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_YEARS_BACK = 40
"""Years looked through for a weekday and date that agree (29 February needs up to 40)."""
_EPOCH_ISLAMIC = 1948440
"""Julian day of 1 Muharram 1 (civil epoch), as the tabular formula counts it."""
_JULIAN_DAY_OF_ORDINAL_ZERO = 1721425
_MOON_SLACK = 1
"""Days by which a month seen differs from the tabular one."""


def day_value(day: date) -> DateValue:
    """Return the value of one known day."""
    return DateValue(day, day, DatePrecision.DAY)


def month_value(year: int, month: int) -> DateValue:
    """Return the value of one calendar month."""
    last = monthrange(year, month)[1]
    return DateValue(date(year, month, 1), date(year, month, last), DatePrecision.MONTH)


def year_value(year: int) -> DateValue:
    """Return the value of one calendar year."""
    return DateValue(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def week_value(day: date) -> DateValue:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = day - day.weekday() * DAY
    return DateValue(monday, monday + 6 * DAY, DatePrecision.WEEK)


def weekend_at(day: date) -> DateValue:
    """Return the weekend of a feast: the nearest, with a feast's Monday or Friday beside it."""
    back = (day.weekday() - 5) % 7
    saturday = day - back * DAY if back <= 3 else day + (7 - back) * DAY
    first, last = min(saturday, day), max(saturday + DAY, day)
    long = day.weekday() in (0, 4)
    start, end = (first, last) if long else (saturday, saturday + DAY)
    return DateValue(start, end, DatePrecision.RANGE)


def add_months(day: date, months: int) -> date:
    """Return the same day some months on, or the month's last day when it is shorter.

    >>> add_months(date(2020, 1, 31), 1)
    datetime.date(2020, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or ``None`` when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def weekday_year(weekday: int, month: int, day: int, latest: date) -> int | None:
    """Return the latest year in which a date falls on a weekday, not after ``latest``.

    Args:
        weekday: 0 for Monday.
        month: 1 for January.
        day: day of the month.
        latest: the last day that the date can be.

    >>> weekday_year(1, 6, 2, date(2024, 11, 8))
    2020
    """
    for year in range(latest.year, latest.year - _YEARS_BACK, -1):
        found = make_date(year, month, day)
        if found is not None and found <= latest and found.weekday() == weekday:
            return year
    return None


def season_value(season: str, year: int) -> DateValue:
    """Return a season of the northern hemisphere; a winter begins in the December of its year."""
    first_month = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
    start = date(year, first_month, 1)
    return DateValue(start, add_months(start, 3) - DAY, DatePrecision.SEASON)


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches (Meeus, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Eastern churches in the Gregorian calendar (1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + 13 * DAY


def islamic_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a date in the tabular Islamic calendar."""
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day
    return date.fromordinal(julian + _EPOCH_ISLAMIC - 385 - _JULIAN_DAY_OF_ORDINAL_ZERO)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * DAY


def _last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year, month, monthrange(year, month)[1])
    return last - ((last.weekday() - weekday) % 7) * DAY


_DAYS: dict[str, Callable[[int], date]] = {
    "christmas": lambda year: date(year, 12, 25),
    "christmas_eve": lambda year: date(year, 12, 24),
    "boxing_day": lambda year: date(year, 12, 26),
    "new_years_eve": lambda year: date(year, 12, 31),
    "new_years_day": lambda year: date(year, 1, 1),
    "valentines_day": lambda year: date(year, 2, 14),
    "halloween": lambda year: date(year, 10, 31),
    "may_day": lambda year: date(year, 5, 1),
    "fourth_of_july": lambda year: date(year, 7, 4),
    "bastille_day": lambda year: date(year, 7, 14),
    "easter": easter,
    "easter_monday": lambda year: easter(year) + DAY,
    "good_friday": lambda year: easter(year) - 2 * DAY,
    "palm_sunday": lambda year: easter(year) - 7 * DAY,
    "ash_wednesday": lambda year: easter(year) - 46 * DAY,
    "pentecost": lambda year: easter(year) + 49 * DAY,
    "orthodox_easter": orthodox_easter,
    "thanksgiving": lambda year: _nth_weekday(year, 11, 3, 4),
    "us_labor_day": lambda year: _nth_weekday(year, 9, 0, 1),
    "us_memorial_day": lambda year: _last_weekday(year, 5, 0),
    "us_king_day": lambda year: _nth_weekday(year, 1, 0, 3),
    "us_columbus_day": lambda year: _nth_weekday(year, 10, 0, 2),
    "us_presidents_day": lambda year: _nth_weekday(year, 2, 0, 3),
    "us_mothers_day": lambda year: _nth_weekday(year, 5, 6, 2),
    "fathers_day": lambda year: _nth_weekday(year, 6, 6, 3),
    "us_patriots_day": lambda year: _nth_weekday(year, 4, 0, 3),
    "cinco_de_mayo": lambda year: date(year, 5, 5),
    "earth_day": lambda year: date(year, 4, 22),
    "canada_day": lambda year: date(year, 7, 1),
    "australia_day": lambda year: date(year, 1, 26),
    "bonfire_night": lambda year: date(year, 11, 5),
    "black_friday": lambda year: _nth_weekday(year, 11, 3, 4) + DAY,
    "shrove_tuesday": lambda year: easter(year) - 47 * DAY,
    "maundy_thursday": lambda year: easter(year) - 3 * DAY,
    "holy_saturday": lambda year: easter(year) - DAY,
    "ascension": lambda year: easter(year) + 39 * DAY,
    "whit_monday": lambda year: easter(year) + 50 * DAY,
    "orthodox_christmas": lambda year: date(year, 1, 7),
    "epiphany": lambda year: date(year, 1, 6),
    "womens_day": lambda year: date(year, 3, 8),
    "st_patricks_day": lambda year: date(year, 3, 17),
    "anzac_day": lambda year: date(year, 4, 25),
    "juneteenth": lambda year: date(year, 6, 19),
    "all_saints": lambda year: date(year, 11, 1),
    "all_souls": lambda year: date(year, 11, 2),
    "armistice_day": lambda year: date(year, 11, 11),
}
_ISLAMIC: dict[str, tuple[int, int]] = {
    "eid_al_fitr": (10, 1),
    "eid_al_adha": (12, 10),
    "ashura": (1, 10),
    "arbaeen": (2, 20),
    "mawlid": (3, 12),
}
_ISLAMIC_MONTHS: dict[str, int] = {"muharram": 1, "ramadan": 9}
ONCE: dict[str, date] = {"september_11": date(2001, 9, 11)}
"""Names of single days in history."""


def named_values(name: str, year: int) -> tuple[DateValue, ...]:
    """Return when a named day or month fell in a Gregorian year; nothing if no rule is kept."""
    if name in _DAYS:
        return (day_value(_DAYS[name](year)),)
    if name == "easter_weekend":
        return (DateValue(easter(year) - DAY, easter(year), DatePrecision.RANGE),)
    if name == "holy_week":
        return (DateValue(easter(year) - 7 * DAY, easter(year) - DAY, DatePrecision.WEEK),)
    if name == "nowruz":
        # The equinox falls on 20 or 21 March, by the place's own clock.
        return (DateValue(date(year, 3, 20), date(year, 3, 21), DatePrecision.RANGE),)
    if name in ONCE and ONCE[name].year == year:
        return (day_value(ONCE[name]),)
    if name not in _ISLAMIC and name not in _ISLAMIC_MONTHS:
        return ()
    found: list[DateValue] = []
    about = (year - 622) * 33 // 32
    for islamic in range(about - 1, about + 3):
        value = _islamic_value(name, islamic)
        if value.start.year == year or value.end.year == year:
            found.append(value)
    return tuple(found)


def _islamic_value(name: str, year: int) -> DateValue:
    slack = _MOON_SLACK * DAY
    if name in _ISLAMIC_MONTHS:
        month = _ISLAMIC_MONTHS[name]
        first = islamic_day(year, month, 1)
        return DateValue(first - slack, first + 29 * DAY, DatePrecision.RANGE)
    month, day = _ISLAMIC[name]
    middle = islamic_day(year, month, day)
    return DateValue(middle - slack, middle + slack, DatePrecision.RANGE)
