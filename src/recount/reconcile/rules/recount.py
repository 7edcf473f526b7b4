"""The default rule: independent voices weighed by reliability."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing, ordered, voice_order


def recount(readings: Sequence[Reading]) -> Estimate:
    """Return the lowest, the median and the highest figure that independent voices support.

    Best is the median of the voices' numbers, each weighed by its reliability; where the
    weight divides evenly, the lower number. Low is the fewest that any voice's words allow,
    high the most that any states. A part raises the bounds to at least itself.
    """
    stated = sorted((r for r in readings if r.number is not None), key=voice_order)
    if len(stated) == 0:
        return nothing("no source gives a figure")
    best = weighted_median([(r.number, r.weight) for r in stated if r.number is not None])
    low = min(r.least for r in stated if r.least is not None)
    highs = [r.most for r in stated if r.most is not None]
    # A voice that says "dozens" states no upper bound, but at least its own lower one.
    high = max(*highs, *(r.least or 0 for r in stated)) if len(highs) > 0 else None
    reasons = [f"median of {len(stated)} independent voices" if len(stated) > 1 else "one voice"]
    if all(r.value.value is None for r in stated):
        reasons.append("no source gives a number: the bound of the words stands for it")
    part = max((r.part for r in stated if r.part is not None), default=0)
    if part > low:
        reasons.append(f"raised to a part of {part}, for a whole is not smaller than its part")
        low, best = max(low, part), max(best, part)
    return ordered(low, best, high, *reasons)


def weighted_median(values: Sequence[tuple[int, float]]) -> int:
    """Return the smallest number at which half of the weight is reached.

    >>> weighted_median([(60, 0.5), (72, 0.5)])
    60
    """
    ranked = sorted(values)
    half = sum(weight for _, weight in ranked) / 2
    reached = 0.0
    for number, weight in ranked:
        reached += weight
        # Half of a sum of decimals is inexact; a billionth is below any reliability given.
        if reached >= half - 1e-9:
            return number
    return ranked[-1][0]
