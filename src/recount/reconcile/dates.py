"""The finding for the date: the most precise day that most weight supports."""

from __future__ import annotations

from collections.abc import Sequence

from recount.model import DatePrecision, DateValue, Finding, FindingStatus, Property, Unknown, Value
from recount.reconcile.evidence import Evidence, Said, distinct, status_of


def date_finding(evidence: Evidence) -> Finding:
    """Return the finding for the date.

    A year or month does not dispute a day in it. Voices that name different days dispute;
    where they weigh the same, the value is the range that holds them and the days are rivals.
    """
    said = [s for s in evidence.present(Property.DATE, fineness) if isinstance(s.value, DateValue)]
    values = distinct(s.value for s in said if isinstance(s.value, DateValue))
    if len(values) == 0:
        return _unknown(evidence)
    best = _best(values, said)
    chosen = best[0] if len(best) == 1 else _hull(best)
    opposed = [v for v in values if not _overlap(v, chosen)]
    conflict = len(best) > 1 or len(opposed) > 0
    return evidence.finding(
        Property.DATE,
        status_of(len(said), conflict=conflict),
        chosen,
        tuple(best if len(best) > 1 else ()) + tuple(v for v in opposed if v not in best),
        supports=lambda value: isinstance(value, DateValue) and _overlap(value, chosen),
        voices=len(said),
        reasons=_reasons(best, opposed),
    )


def _reasons(best: Sequence[DateValue], opposed: Sequence[DateValue]) -> tuple[str, ...]:
    if len(best) > 1:
        return ("voices of the same weight name different dates",)
    return ("the date that most weight supports",) if len(opposed) > 0 else ()


def _unknown(evidence: Evidence) -> Finding:
    reasons = sorted(
        {s.value.reason for s in evidence.statements(Property.DATE) if isinstance(s.value, Unknown)}
    )
    reason = reasons[0] if len(reasons) > 0 else "no source gives a date"
    return evidence.finding(
        Property.DATE,
        FindingStatus.UNKNOWN,
        Unknown(reason),
        (),
        supports=lambda _: False,
        voices=0,
        reasons=reasons,
    )


def fineness(value: Value) -> float:
    """Return how exact a date is: higher for fewer days."""
    return -float((value.end - value.start).days) if isinstance(value, DateValue) else -1e9


def _best(values: Sequence[DateValue], said: Sequence[Said]) -> list[DateValue]:
    """Return the finest dates that the most weight supports; several when it is even."""
    finest = [v for v in values if not any(_inside(other, v) for other in values)]
    support = {v: round(_weight(v, said), 9) for v in finest}
    most = max(support.values())
    return [v for v in finest if support[v] == most]


def _weight(value: DateValue, said: Sequence[Said]) -> float:
    return sum(
        s.weight for s in said if isinstance(s.value, DateValue) and _overlap(s.value, value)
    )


def _inside(inner: DateValue, outer: DateValue) -> bool:
    within = outer.start <= inner.start and inner.end <= outer.end
    return within and (inner.start, inner.end) != (outer.start, outer.end)


def _overlap(a: DateValue, b: DateValue) -> bool:
    return a.start <= b.end and b.start <= a.end


def _hull(values: Sequence[DateValue]) -> DateValue:
    start, end = min(v.start for v in values), max(v.end for v in values)
    if start == end:
        return DateValue(start, end, DatePrecision.DAY)
    return DateValue(start, end, DatePrecision.RANGE)
