"""The representative preset of eventreport: the mode over reports."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing, ordered
from recount.reconcile.rules.presets import columns


def representative(readings: Sequence[Reading]) -> Estimate:
    """Return the mode of the reports' lows, of their numbers and of their highs.

    Ties go to the more reliable report (eventreport breaks them by source class), then to
    the lower number.
    """
    low, best, high = columns(readings)
    if len(best) == 0:
        return nothing("no report gives a figure")
    number, count = mode(best)
    reason = f"given by {count} of {len(best)} reports"
    return ordered(mode(low)[0], number, mode(high)[0], reason)


def mode(column: Sequence[tuple[int, Reading]]) -> tuple[int, int]:
    """Return the most frequent number and how often it stands."""
    counts: dict[int, int] = {}
    trust: dict[int, float] = {}
    for number, reading in column:
        counts[number] = counts.get(number, 0) + 1
        trust[number] = max(trust.get(number, 0.0), reading.weight)
    chosen = min(counts, key=lambda number: (-counts[number], -trust[number], number))
    return chosen, counts[chosen]
