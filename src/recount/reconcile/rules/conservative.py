"""The conservative preset of eventreport: the minimum over reports."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing, ordered
from recount.reconcile.rules.presets import columns


def conservative(readings: Sequence[Reading]) -> Estimate:
    """Return the minimum of the reports' lows, of their numbers and of their highs."""
    low, best, high = columns(readings)
    if len(best) == 0:
        return nothing("no report gives a figure")
    lows, bests, highs = (min(n for n, _ in column) for column in (low, best, high))
    return ordered(lows, bests, highs, f"the lowest of {len(best)} reports")
