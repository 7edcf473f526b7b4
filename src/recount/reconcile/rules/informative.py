"""The informative preset of eventreport: the maximum over reports."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing, ordered
from recount.reconcile.rules.presets import columns


def informative(readings: Sequence[Reading]) -> Estimate:
    """Return the maximum of the reports' lows, of their numbers and of their highs."""
    low, best, high = columns(readings)
    if len(best) == 0:
        return nothing("no report gives a figure")
    lows, bests, highs = (max(n for n, _ in column) for column in (low, best, high))
    return ordered(lows, bests, highs, f"the highest of {len(best)} reports")
