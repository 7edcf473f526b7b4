"""GTD: the most recent source; then the majority of independent sources; else the lowest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing

DOUBTFUL_BELOW = 0.3
"""Reliability below which a source counts as doubtful and does not decide by being last."""


def gtd(readings: Sequence[Reading]) -> Estimate:
    """Return GTD's one number as low, best and high alike ("at least 11" is 11).

    The most recent source decides, unless it is doubtful or its figure is the
    perpetrator's own claim. Where recency does not decide (no dates, or several figures on
    the last day), the figure that most independent voices give does; without a
    majority, the lowest.
    """
    stated = [(r.number, r) for r in readings if r.number is not None]
    if len(stated) == 0:
        return nothing("GTD leaves the field blank where no figure is given")
    sound = [(n, r) for n, r in stated if not r.partisan and r.weight >= DOUBTFUL_BELOW]
    number, reason = _choose(sound if len(sound) > 0 else stated)
    return Estimate(number, number, number, (reason,))


def _choose(stated: Sequence[tuple[int, Reading]]) -> tuple[int, str]:
    dated = [(r.published, number) for number, r in stated if r.published is not None]
    pool = [number for number, _ in stated]
    if len(set(pool)) == 1:
        return pool[0], "the only figure"
    if len(dated) == len(stated):
        last = max(published for published, _ in dated)
        pool = [number for published, number in dated if published == last]
        if len(set(pool)) == 1:
            return pool[0], f"the most recent source ({last.isoformat()})"
    voices = Counter(pool)
    number, count = min(voices.items(), key=lambda item: (-item[1], item[0]))
    if 2 * count > len(pool):
        return number, f"the majority of sources ({count} of {len(pool)})"
    return min(pool), "neither recency nor a majority decides: the lowest figure"
