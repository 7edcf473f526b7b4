"""Expressions of time to dates: the right anchor, the right year, and never false exactness.

A date without a year belongs to the latest such day not after publication; without a
publication date, to the nearest one to the last dated event of the text, or to the only year
that the text names. What no anchor settles is Unknown, with the words kept in the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from recount.model import DatePrecision, DateValue, Publication, Resolved, Unknown
from recount.resolve.time_absolute import (
    METHOD,
    DatedAnchors,
    known,
    resolve_day,
    resolve_month,
    resolve_named,
    resolve_numeric,
    unknown,
)
from recount.resolve.time_calendar import (
    DAY,
    WEEKDAY_NAMES,
    month_value,
    season_value,
    weekday_year,
    weekend_at,
    year_value,
)
from recount.resolve.time_parts import decade_value, narrow, nth_weekday, part_of, stretch_at
from recount.resolve.time_relative import (
    first_weekday,
    from_publication,
    from_value,
    last_season,
    latest_weekday,
)
from recount.resources.grammar import Relation, TimeExpression, TimeKind, TimeUnit

__all__ = ["Anchors", "resolve_time", "weekday_year"]

_WIDEST_WINDOW = 45
"""Days by which a publication date may be uncertain and still anchor "on Friday"."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative expressions count from.

    ``narrative`` is the last dated event told before; ``document_years`` the years that the
    text names; ``day_first`` says whether dates in figures put the day first, where known.
    """

    publication: Publication
    narrative: DateValue | None = None
    document_years: tuple[int, ...] = ()
    day_first: bool | None = None


def resolve_time(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    """Return the date of an expression, as exact as its words and anchors allow.

    Repeated events, durations and times of day are Unknown: they name no date.
    """
    if expression.repeated:
        return unknown(f"a repeated time, no single date: {expression.words}")
    if expression.relation is Relation.BOUND:
        return unknown(f"only one end is known: before or until {expression.words}")
    if _is_sizeless(expression):
        return unknown(f"no number says how long: {expression.words}")
    window = _window(anchors)
    if expression.relation is Relation.WITHIN and window is not None and window[0] != window[1]:
        return _within_window(expression, anchors, window)
    return _HANDLERS[expression.kind](expression, anchors)


def _is_sizeless(expression: TimeExpression) -> bool:
    """Whether the words give a unit and no number of it ("in recent days", "weeks later")."""
    short = expression.unit in (TimeUnit.HOUR, TimeUnit.MINUTE)
    return expression.vague and not short and expression.relation is not Relation.EXPLICIT


def _within_window(
    expression: TimeExpression, anchors: Anchors, window: tuple[date, date]
) -> Resolved[DateValue]:
    """Read "the end of last year" from both ends of an uncertain publication."""
    handler = _HANDLERS[expression.kind]
    days = [replace(anchors.publication, start=day, end=day) for day in window]
    ends = [handler(expression, replace(anchors, publication=day)) for day in days]
    first, last = ends[0].value, ends[1].value
    if isinstance(first, Unknown) or isinstance(last, Unknown) or first == last:
        return ends[0] if isinstance(first, Unknown) else ends[1]
    whole = DateValue(min(first.start, last.start), max(first.end, last.end), DatePrecision.RANGE)
    reasons = (*ends[1].reasons, "publication is not known to the day")
    return known(whole, *reasons, confidence=0.7)


def _dated(anchors: Anchors) -> DatedAnchors:
    publication = anchors.publication
    return DatedAnchors(
        start=publication.start,
        end=publication.end,
        latest=publication.latest,
        narrative=anchors.narrative,
        years=tuple(sorted(set(anchors.document_years))),
        day_first=anchors.day_first,
    )


def _window(anchors: Anchors) -> tuple[date, date] | None:
    publication = anchors.publication
    if publication.start is None or publication.end is None:
        return None
    return publication.start, publication.end


def _basis(anchors: Anchors) -> str:
    publication = anchors.publication
    return f"relative to publication {publication.label} ({publication.basis.value})"


def _over_window(
    anchors: Anchors, words: str, reading: Callable[[date], DateValue | None]
) -> Resolved[DateValue]:
    """Read an expression from the first and last possible day of publication."""
    window = _window(anchors)
    if window is None:
        return unknown(f"relative to an unknown publication date: {words}")
    first, last = reading(window[0]), reading(window[1])
    if first is None or last is None:
        return unknown(f"outside the calendar: {words}")
    if first == last:
        return known(first, _basis(anchors))
    start, end = min(first.start, last.start), max(first.end, last.end)
    whole = DateValue(start, end, DatePrecision.RANGE)
    return known(whole, _basis(anchors), "publication is not known to the day", confidence=0.7)


def _day(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    if expression.relation is Relation.WITHIN and expression.inner is not None:
        return _day_within(expression, expression.inner, anchors)
    if expression.month is None:
        return _bare_day(expression, anchors)
    return resolve_day(expression, _dated(anchors))


def _day_within(
    expression: TimeExpression, inner: TimeExpression, anchors: Anchors
) -> Resolved[DateValue]:
    month = resolve_time(inner, anchors)
    value, number = month.value, expression.day
    if expression.month is not None and isinstance(value, DateValue):
        dated = replace(expression, year=value.start.year, relation=None, inner=None)
        return resolve_day(dated, _dated(anchors))
    if isinstance(value, Unknown) or number is None:
        return month if isinstance(value, Unknown) else unknown(f"no day: {expression.words}")
    day = value.start + (number - 1) * DAY
    if (value.end - value.start).days > 31 or day > value.end:
        return replace(month, reasons=(*month.reasons, f"within which: {expression.words}"))
    return known(DateValue(day, day, DatePrecision.DAY), *month.reasons)


_BARE_DAYS = 400
"""Days within which "Friday the 23rd" is looked for."""


def _bare_day(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    """Read "on the 12th": the latest such day not after publication, or the next to come."""

    def reading(day: date) -> DateValue | None:
        step = DAY if expression.future else -DAY
        for count in range(int(expression.future), _BARE_DAYS):
            found = day + count * step
            agrees = expression.weekday in (None, found.weekday())
            if found.day == (expression.day or 1) and agrees:
                return DateValue(found, found, DatePrecision.DAY)
        return None

    return _over_window(anchors, expression.words, reading)


def _month(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    if expression.relation is Relation.WITHIN and expression.inner is not None:
        year = resolve_time(expression.inner, anchors)
        if isinstance(year.value, Unknown):
            return year
        dated = replace(expression, year=year.value.start.year, relation=None, inner=None)
        return resolve_month(dated, _dated(anchors))
    return resolve_month(expression, _dated(anchors))


def _year(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    del anchors
    if expression.year is None:
        return unknown(f"no year in the words: {expression.words}")
    return known(narrow(year_value(expression.year), expression.part), "the words give the year")


def _decade(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    del anchors
    if expression.unit is TimeUnit.CENTURY:
        first = expression.year or 1
        whole = DateValue(date(first, 1, 1), date(first + 99, 12, 31), DatePrecision.RANGE)
        return known(whole, "a century")
    return known(decade_value(expression.year or 1, expression.part), "a decade")


def _season(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    season = expression.season or "summer"
    if expression.year is not None:
        value = narrow(season_value(season, expression.year), expression.part)
        return known(value, "season of the northern hemisphere", confidence=0.8)
    found = _over_window(
        anchors, expression.words, lambda day: last_season(season, expression.direction, day)
    )
    return replace(found, reasons=(*found.reasons, "season of the northern hemisphere"))


def _range(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    if expression.relation is Relation.SINCE and expression.inner is not None:
        return _since(expression, expression.inner, anchors)
    first, last = _with_shared_year(expression)
    if first is None or last is None:
        return unknown(f"a range without an end: {expression.words}")
    end = resolve_time(last, anchors)
    start = resolve_time(first, anchors)
    if isinstance(start.value, Unknown) or isinstance(end.value, Unknown):
        bad = start.value if isinstance(start.value, Unknown) else end.value
        return Resolved(bad, METHOD, candidates=(*start.candidates, *end.candidates))
    begin, until = start.value.start, end.value.end
    if begin > until and first.kind is TimeKind.WEEKDAY:
        begin -= 7 * DAY
    if begin > until and first.year is None and first.month is not None:
        begin = begin.replace(year=begin.year - 1) if (begin.month, begin.day) != (2, 29) else begin
    if begin > until:
        return unknown(f"a range that ends before it starts: {expression.words}")
    value = DateValue(begin, until, DatePrecision.RANGE)
    return known(value, *dict.fromkeys((*start.reasons, *end.reasons)))


def _with_shared_year(
    expression: TimeExpression,
) -> tuple[TimeExpression | None, TimeExpression | None]:
    """Give an end of a range without a year the year of the other end."""
    first, last = expression.inner, expression.until
    if first is None or last is None or first.month is None or last.month is None:
        return first, last
    later = (first.month, first.day or 1) > (last.month, last.day or 1)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - 1 if later else last.year)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year + 1 if later else first.year)
    return first, last


def _since(
    expression: TimeExpression, inner: TimeExpression, anchors: Anchors
) -> Resolved[DateValue]:
    start = resolve_time(inner, anchors)
    if isinstance(start.value, Unknown):
        return start
    window = _window(anchors)
    end = window[1] if window is not None else None
    if end is None:
        return unknown(f"its end is the publication, which is unknown: {expression.words}")
    if start.value.start > end:
        return unknown(f"it would begin after publication: {expression.words}")
    value = DateValue(start.value.start, end, DatePrecision.RANGE)
    return known(value, *start.reasons, "up to publication")


def _span_of(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    if expression.inner is None:
        return unknown(f"a part of nothing: {expression.words}")
    whole = resolve_time(expression.inner, anchors)
    if isinstance(whole.value, Unknown) or expression.part is None:
        return whole
    if expression.weekday is not None:
        day = nth_weekday(whole.value, expression.part, expression.weekday)
        if day is None:
            return unknown(f"in no month: {expression.words}")
        weekend = expression.unit is TimeUnit.WEEKEND
        return known(weekend_at(day.start) if weekend else day)
    at = stretch_at(whole.value, expression.part, expression.unit)
    if at is not None:
        return replace(whole, value=at)
    running = _part_of_running(expression, expression.inner, whole.value)
    if running is not None:
        return replace(whole, value=running)
    if expression.unit is None and expression.part not in ("first", "second"):
        return replace(whole, value=narrow(whole.value, expression.part))
    part = part_of(whole.value, expression.part, expression.unit, expression.amount)
    if part is None:
        return unknown(f"the part is longer than the whole: {expression.words}")
    return replace(whole, value=part)


def _part_of_running(
    expression: TimeExpression, inner: TimeExpression, passed: DateValue
) -> DateValue | None:
    """Return "early this year" as a part of the whole year, where that has begun and passed."""
    part = expression.part
    if inner.kind is not TimeKind.RELATIVE_PUBLICATION or inner.direction != 0 or part is None:
        return None
    if inner.unit is TimeUnit.YEAR:
        whole = year_value(passed.start.year)
    elif inner.unit is TimeUnit.MONTH:
        whole = month_value(passed.start.year, passed.start.month)
    else:
        return None
    if expression.unit is None:
        cut: DateValue | None = narrow(whole, part)
    else:
        cut = part_of(whole, part, expression.unit, expression.amount)
    return cut if cut is not None and cut.end <= passed.end else None


def _weekday(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    weekday = expression.weekday or 0
    if expression.relation is Relation.WITHIN and expression.inner is not None:
        week = resolve_time(expression.inner, anchors)
        if isinstance(week.value, Unknown) or (week.value.end - week.value.start).days > 7:
            return unknown(f"weekday without a publication date: {expression.words}")
        monday = week.value.start - week.value.start.weekday() * DAY
        day = monday + weekday * DAY
        return known(DateValue(day, day, DatePrecision.DAY), *week.reasons)
    window = _window(anchors)
    if window is None:
        return unknown(f"weekday without a publication date: {WEEKDAY_NAMES[weekday]}")
    if (window[1] - window[0]).days > _WIDEST_WINDOW:
        return unknown(
            f"weekday with a publication date too uncertain "
            f"({anchors.publication.label}): {WEEKDAY_NAMES[weekday]}"
        )

    def reading(day: date) -> DateValue:
        if expression.direction > 0 or expression.future:
            found = first_weekday(weekday, day)
        else:
            found = latest_weekday(weekday, day, strictly=expression.named == "last")
            found -= 7 * ((expression.amount or 1) - 1) * DAY
        start = found
        end = found + DAY if expression.day_part == "overnight" else found
        return DateValue(start, end, DatePrecision.DAY if start == end else DatePrecision.RANGE)

    return _over_window(anchors, expression.words, reading)


def _relative_publication(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    return _over_window(anchors, expression.words, lambda day: from_publication(expression, day))


def _relative_narrative(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    if expression.relation is Relation.EXPLICIT and expression.inner is not None:
        return _explicit(expression.inner, anchors)
    if expression.relation is Relation.OFFSET and expression.inner is not None:
        base = resolve_time(expression.inner, anchors)
        if isinstance(base.value, Unknown):
            return base
        return _shifted(expression, base.value, (*base.reasons, f"counted from {base.value.start}"))
    if anchors.narrative is None:
        return unknown(f"counts from an earlier date that is not known: {expression.words}")
    narrative = anchors.narrative
    return _shifted(expression, narrative, (f"counted from the narrative's {narrative.start}",))


def _explicit(inner: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    """Read the date that stands beside "the same day"; its year is the narrative's first."""
    if anchors.narrative is not None and inner.year is None and inner.month is not None:
        nearest = Publication(None, None, anchors.publication.basis)
        found = resolve_time(inner, replace(anchors, publication=nearest))
        if not isinstance(found.value, Unknown):
            return found
    return resolve_time(inner, anchors)


def _shifted(
    expression: TimeExpression, base: DateValue, reasons: tuple[str, ...]
) -> Resolved[DateValue]:
    value = from_value(expression, base)
    if value is None:
        return unknown(f"the earlier date is too vague to count from: {expression.words}")
    return known(value, *reasons, confidence=0.85)


def _named(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    return resolve_named(expression, _dated(anchors))


def _numeric(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    return resolve_numeric(expression, _dated(anchors))


def _no_date(expression: TimeExpression, anchors: Anchors) -> Resolved[DateValue]:
    del anchors
    return unknown(f"{expression.kind.value.replace('_', ' ')}, not a date: {expression.words}")


_HANDLERS: dict[TimeKind, Callable[[TimeExpression, Anchors], Resolved[DateValue]]] = {
    TimeKind.DAY: _day,
    TimeKind.MONTH: _month,
    TimeKind.YEAR: _year,
    TimeKind.DECADE: _decade,
    TimeKind.SEASON: _season,
    TimeKind.NAMED_DAY: _named,
    TimeKind.NUMERIC: _numeric,
    TimeKind.RANGE: _range,
    TimeKind.SPAN_OF: _span_of,
    TimeKind.WEEKDAY: _weekday,
    TimeKind.RELATIVE_PUBLICATION: _relative_publication,
    TimeKind.RELATIVE_NARRATIVE: _relative_narrative,
    TimeKind.DURATION: _no_date,
    TimeKind.TIME_OF_DAY: _no_date,
    TimeKind.REPEATED: _no_date,
}
