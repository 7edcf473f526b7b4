"""Columns of report-level records, as the package eventreport aggregates them."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Reading


def columns(
    readings: Sequence[Reading],
) -> tuple[list[tuple[int, Reading]], list[tuple[int, Reading]], list[tuple[int, Reading]]]:
    """Return the low, best and high of each report that gives a number, with the report.

    A report without an own low or high repeats its number there, as coded records do.
    """
    low: list[tuple[int, Reading]] = []
    best: list[tuple[int, Reading]] = []
    high: list[tuple[int, Reading]] = []
    for reading in readings:
        number = reading.number
        if number is None:
            continue
        low.append((number if reading.value.low is None else reading.value.low, reading))
        best.append((number, reading))
        high.append((number if reading.value.high is None else reading.value.high, reading))
    return low, best, high
