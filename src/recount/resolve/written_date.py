"""Dates that a user writes for a document: ISO in full or in part, or any form of news."""

from __future__ import annotations

import re
from datetime import date

from recount.model import DatePrecision, DateValue, Publication, PublicationBasis, Unknown
from recount.resolve.time import Anchors, resolve_time
from recount.resolve.time_calendar import make_date, month_value, year_value
from recount.resources.grammar import find_times

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\s*")
_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})\s*")
_EARLIEST = date(1800, 1, 1)


def read_date(words: str) -> DateValue | None:
    """Return the date that a user wrote: ISO in full or in part, or any form of news.

    A date in figures is read only when its order of day and month is plain.

    >>> read_date("2021-11").end
    datetime.date(2021, 11, 30)
    """
    compact = _COMPACT.fullmatch(words)
    iso = compact or _ISO.fullmatch(words)
    if iso is not None:
        return _from_parts(*(int(part) if part is not None else None for part in iso.groups()))
    nothing = Anchors(Publication(None, None, PublicationBasis.UNKNOWN))
    for expression in find_times(words):
        if expression.year is None:
            continue
        value = resolve_time(expression, nothing).value
        if not isinstance(value, Unknown):
            return value
    return None


def _from_parts(year: int | None, month: int | None, day: int | None) -> DateValue | None:
    if year is None or year < _EARLIEST.year:
        return None
    if month is None:
        return year_value(year)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return month_value(year, month)
    found = make_date(year, month, day)
    return None if found is None else DateValue(found, found, DatePrecision.DAY)
