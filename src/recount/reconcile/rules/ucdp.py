"""UCDP GED: low, best and high all kept; best is the most reliable, the lower if unclear."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing, ordered


def ucdp(readings: Sequence[Reading]) -> Estimate:
    """Return the lowest, the most reliable and the highest figure.

    Among voices of the same reliability the lower number is best. Without any figure UCDP
    has no event, for it needs a death that can be deduced. Vague words, which UCDP leaves
    to the coder, count with their lower bound.
    """
    stated = [(r.number, r) for r in readings if r.number is not None]
    if len(stated) == 0:
        return nothing("UCDP has no event without a death in low, best or high")
    trust = max(reading.weight for _, reading in stated)
    best = min(number for number, reading in stated if reading.weight == trust)
    low = min(r.least for _, r in stated if r.least is not None)
    high = max(number if r.most is None else r.most for number, r in stated)
    clear = len({reading.weight for _, reading in stated}) > 1
    reason = "the most reliable voice" if clear else "voices equally reliable: the lower figure"
    return ordered(low, best, high, reason if len(stated) > 1 else "one voice")
