"""Builders of days found within a longer stretch: "the first Sunday of March", "last 8 August"."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.resources.grammar.time_absolute import inner_expression
from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.time_reader import DIRECTIONS, PRESENT, Builder, Reader

_ORDINALS = ("first", "second", "third", "fourth")
_NTH = {word: word for word in (*_ORDINALS, "last")}
_NTH |= {"final": "last", **{str(number): word for number, word in enumerate(_ORDINALS, start=1)}}
_SATURDAY = 5


def _nth_weekday(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the first Sunday of March"; that "of the month" or "of each month" is a habit."""
    part = _NTH.get(reader.tokens.lows[match.start("nth")])
    found = reader.gather(*match.span("wd"))
    weekday = _SATURDAY if found.unit is TimeUnit.WEEKEND else found.weekday
    first, after = match.span("inner")
    if reader.tokens.lows[first] in ("the", "every", "each"):
        base = reader.expression(*match.span(), TimeKind.REPEATED)
        unit = reader.gather(first, after).unit
        return replace(base, weekday=weekday, unit=unit, repeated=True)
    inner = inner_expression(reader, match)
    if inner is None or part is None:
        return inner if found.weekday is None else reader.build(*match.span("wd"))
    base = reader.expression(*match.span(), TimeKind.SPAN_OF)
    return replace(
        base,
        part=part,
        weekday=weekday,
        unit=found.unit,
        relation=Relation.WITHIN,
        inner=inner,
        needs_anchor=inner.needs_anchor,
    )


def _of_that_year(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "in June of that year", "on 6 June of the same year": the year was told before."""
    inner, first = reader.build(*match.span("inner")), inner_expression(reader, match, "first")
    if inner is None or first is None:
        return first
    if inner.unit is not TimeUnit.YEAR or inner.direction != PRESENT:
        return first
    words = reader.text(*match.span())
    return replace(
        first,
        end=inner.end,
        words=words,
        relation=Relation.WITHIN,
        inner=inner,
        needs_anchor=Anchor.NARRATIVE,
    )


def _day_last(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "last 8 August", "this May 3", "next 4 June"."""
    day = reader.build(*match.span("inner"))
    if day is None or day.kind is not TimeKind.DAY:
        return day
    base = reader.expression(*match.span(), TimeKind.DAY)
    which = reader.tokens.lows[match.start("which")]
    return replace(
        day,
        start=base.start,
        words=base.words,
        direction=max(PRESENT, DIRECTIONS.get(which, PRESENT)),
        named=which,
        open=which == "this",
    )


def _day_weekend(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the 4 July weekend", as that of a feast."""
    day = reader.build(*match.span("inner"))
    if day is None or day.kind is not TimeKind.DAY:
        return day
    base = reader.expression(*match.span(), TimeKind.DAY)
    return replace(day, end=base.end, words=base.words, unit=TimeUnit.WEEKEND)


def _weekday_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "Friday the 23rd": a day of a month that is not told."""
    found = reader.gather(*match.span())
    base = reader.expression(*match.span(), TimeKind.DAY)
    return replace(base, weekday=found.weekday, day=found.days[0], needs_anchor=Anchor.PUBLICATION)


def _start_of(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "at the start of the year": the beginning of the present one."""
    unit = reader.gather(*match.span("running")).unit
    if unit not in (TimeUnit.YEAR, TimeUnit.MONTH, TimeUnit.WEEK):
        return None
    if reader.tokens.lows[match.end() - 1].endswith("s"):
        return None
    inner = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    inner = replace(inner, unit=unit, amount=1, needs_anchor=Anchor.PUBLICATION)
    base = reader.expression(*match.span(), TimeKind.SPAN_OF)
    return replace(
        base,
        part="early",
        relation=Relation.WITHIN,
        inner=inner,
        needs_anchor=Anchor.PUBLICATION,
    )


WITHIN: dict[str, Builder] = {
    "nth_weekday": _nth_weekday,
    "of_that_year": _of_that_year,
    "day_last": _day_last,
    "day_weekend": _day_weekend,
    "start_of": _start_of,
    "weekday_day": _weekday_day,
}
"""Rules whose expressions lie in a stretch that is named beside them."""
