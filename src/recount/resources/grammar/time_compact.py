"""Dates written without blanks or in codes: "031945ZSEP33", "4-May-2031", "Q3 2032".

Their parts are no words of their own, so they are found in the text before the words are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.time_words import full_year, time_words

_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)"
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_DAY_CODES = (
    # A military date-time group: day, hour and minute, zone, month, year.
    re.compile(rf"\b(?P<day>\d\d)[0-2]\d[0-5]\d[A-Z]?[ ]?{_MONTH}[ ]?{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d\d?){_MONTH}{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d\d?)-{_MONTH}[a-z]*-{_YEAR}\b", re.IGNORECASE),
    # A year of two figures that ends a line of a head ("IN SPANISH 1130 GMT 14 AUG 84").
    re.compile(
        rf"\b(?P<day>\d\d?) {_MONTH}[a-z]{{0,6}}\.? ['’]?(?P<year>\d\d)"
        r"(?=[ \t]*(?:\n[ \t]*(?:\n|\[)|[|\])]|\Z))",
        re.IGNORECASE,
    ),
)
_SLASHED = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)([/.])(?P<month>\d\d?)\2(?P<day>\d\d?)\b(?![/.]\d)"
)
_FRACTION = re.compile(
    r"\b(?:(?P<kind>[QH])(?P<number>[1-4])[ ,]{0,2}(?:of )?(?P<year>(?:19|20)\d\d)"
    r"|(?P<year2>(?:19|20)\d\d)[ -]?(?P<kind2>[QH])(?P<number2>[1-4]))\b"
)
_GLUED = re.compile(
    r"\b(?:on|On|ON|since|by)(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
)
_GATES = (
    re.compile(
        r"\d(?:[a-z]?-?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{5}[a-z]? [a-z]{3}"
        r"|\d{3}[/.]\d| [a-z]{3,9}\.? ['’]?\d\d[ \t]*(?:[\n|\])]|\Z))",
        re.IGNORECASE,
    ),
    re.compile(r"[QqHh][1-4]\b"),
    _GLUED,
)
"""One quick look for each of them; most texts have none."""
_ORDER = ("first", "second", "third", "fourth")


def compact_times(text: str, start: int, end: int) -> tuple[TimeExpression, ...]:
    """Return the dates in codes within ``text[start:end]``, in order.

    >>> [found.day for found in compact_times("Hit at 031945ZSEP33.", 0, 20)]
    [3]
    """
    if all(gate.search(text, start, end) is None for gate in _GATES):
        return ()
    found = sorted(_found(text, start, end), key=lambda item: (item.start, -item.end))
    kept: list[TimeExpression] = []
    for item in found:
        if len(kept) == 0 or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _found(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    for code in _DAY_CODES:
        for match in code.finditer(text, start, end):
            month = time_words().months[match["month"].lower()]
            yield from _day(match, month)
    for match in _SLASHED.finditer(text, start, end):
        yield from _day(match, int(match["month"]))
    for match in _FRACTION.finditer(text, start, end):
        yield from _fraction(match)
    for match in _GLUED.finditer(text, start, end):
        at = TimeExpression(match.start("name"), match.end("name"), TimeKind.WEEKDAY, match["name"])
        weekday = time_words().weekdays[match["name"].lower()]
        yield replace(at, weekday=weekday, needs_anchor=Anchor.PUBLICATION)


def _day(match: re.Match[str], month: int) -> Iterator[TimeExpression]:
    day = int(match["day"])
    if 1 <= day <= _longest(month):
        base = TimeExpression(match.start(), match.end(), TimeKind.DAY, match.group())
        yield replace(base, year=full_year(int(match["year"])), month=month, day=day)


def _longest(month: int) -> int:
    """Return the most days that a month can have, or nothing for no month."""
    if not 1 <= month <= 12:
        return 0
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _fraction(match: re.Match[str]) -> Iterator[TimeExpression]:
    """Yield a quarter or half of a year ("Q3 2032", "H1 2031")."""
    kind = match["kind"] or match["kind2"]
    number = int(match["number"] or match["number2"])
    year = int(match["year"] or match["year2"])
    if kind == "H" and number > 2:
        return
    whole = TimeExpression(match.start(), match.end(), TimeKind.YEAR, match.group(), year=year)
    yield replace(
        whole,
        kind=TimeKind.SPAN_OF,
        year=None,
        part=_ORDER[number - 1],
        unit=TimeUnit.QUARTER if kind == "Q" else None,
        relation=Relation.WITHIN,
        inner=whole,
    )
