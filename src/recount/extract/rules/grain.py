"""How fine an expression of time is, and whether two of them can mean one day."""

from __future__ import annotations

from enum import IntEnum

from recount.resources.grammar.time_expression import (
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)


class Grain(IntEnum):
    """Fineness of a time expression, finest first."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    COARSE = 3
    NONE = 4
    """It dates nothing: a duration, a time of day, a repetition."""


_BY_KIND: dict[TimeKind, Grain] = {
    TimeKind.DAY: Grain.DAY,
    TimeKind.NUMERIC: Grain.DAY,
    TimeKind.WEEKDAY: Grain.DAY,
    TimeKind.NAMED_DAY: Grain.DAY,
    TimeKind.MONTH: Grain.MONTH,
    TimeKind.YEAR: Grain.COARSE,
    TimeKind.DECADE: Grain.COARSE,
    TimeKind.SEASON: Grain.COARSE,
    TimeKind.SPAN_OF: Grain.COARSE,
    TimeKind.DURATION: Grain.NONE,
    TimeKind.TIME_OF_DAY: Grain.NONE,
    TimeKind.REPEATED: Grain.NONE,
}
_BY_UNIT: dict[TimeUnit, Grain] = {
    TimeUnit.MINUTE: Grain.DAY,
    TimeUnit.HOUR: Grain.DAY,
    TimeUnit.DAY: Grain.DAY,
    TimeUnit.WEEKEND: Grain.WEEK,
    TimeUnit.WEEK: Grain.WEEK,
    TimeUnit.MONTH: Grain.MONTH,
}


def grain_of(time: TimeExpression) -> Grain:
    """Return how fine the expression is."""
    if time.repeated:
        return Grain.NONE
    if time.relation in {Relation.SINCE, Relation.BOUND}:
        return Grain.COARSE
    if time.relation is Relation.EXPLICIT and time.inner is not None:
        return grain_of(time.inner)
    if time.kind is TimeKind.RANGE:
        until = time.until
        return Grain.WEEK if until is not None and until.day is not None else Grain.COARSE
    if time.kind in {TimeKind.RELATIVE_PUBLICATION, TimeKind.RELATIVE_NARRATIVE}:
        if time.unit is None:
            return Grain.DAY
        return _BY_UNIT.get(time.unit, Grain.COARSE)
    return _BY_KIND.get(time.kind, Grain.COARSE)


def explicit(time: TimeExpression) -> TimeExpression:
    """Return the part that says the date ("the same day (25 May 2022)" → "25 May 2022")."""
    if time.relation is Relation.EXPLICIT and time.inner is not None:
        return time.inner
    return time


def compare(left: TimeExpression, right: TimeExpression) -> int:
    """Return 1 when both name one day, -1 when they cannot, 0 when it stays open."""
    a, b = explicit(left), explicit(right)
    if a.day is not None and b.day is not None and a.month is not None and b.month is not None:
        same = (a.day, a.month) == (b.day, b.month)
        years = {year for year in (a.year, b.year) if year is not None}
        return 1 if same and len(years) <= 1 else -1
    if a.weekday is not None and b.weekday is not None:
        return 1 if a.weekday == b.weekday else -1
    for first, second in ((a.month, b.month), (a.year, b.year)):
        if first is not None and second is not None and first != second:
            return -1
    same_words = a.words.casefold() == b.words.casefold()
    return 1 if same_words and grain_of(a) is Grain.DAY else 0
