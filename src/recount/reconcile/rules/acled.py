"""ACLED: the lowest figure, until a more reliable or corroborated one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading
from recount.reconcile.rules.vague import ACLED_LARGE_FROM, acled_number

MORE_RELIABLE = 0.2
"""Difference of reliability (0 to 1) from which one source counts as the more reliable."""


def acled(readings: Sequence[Reading]) -> Estimate:
    """Return ACLED's one number as low, best and high alike.

    The lowest figure stands, until a higher one is corroborated by a second independent
    voice while the lowest is not, or comes from a clearly more reliable voice. No mention
    of deaths, or only "casualties", is coded 0 (codebook).
    """
    large = any((r.value.low or r.value.value or 0) >= ACLED_LARGE_FROM for r in readings)
    stated = [
        (number, reading.weight)
        for reading in readings
        if (number := acled_number(reading, large=large)) is not None
    ]
    if len(stated) == 0:
        return Estimate(0, 0, 0, ("ACLED codes 0 where no figure is given",))
    number, reason = _choose(stated)
    return Estimate(number, number, number, (reason,))


def _choose(stated: Sequence[tuple[int, float]]) -> tuple[int, str]:
    lowest = min(number for number, _ in stated)
    if len({number for number, _ in stated}) == 1:
        return lowest, "the only figure" if len(stated) == 1 else "all voices agree"
    voices = Counter(number for number, _ in stated)
    most = max(voices.values())
    corroborated = [number for number, count in voices.items() if count == most > 1]
    if len(corroborated) > 0:
        chosen = min(corroborated)
        return chosen, f"corroborated by {most} independent voices"
    trust = max(weight for number, weight in stated if number == lowest)
    better = [(weight, -number) for number, weight in stated if weight >= trust + MORE_RELIABLE]
    if len(better) > 0:
        return -max(better)[1], "the most reliable voice"
    return lowest, "the lowest figure: none higher is corroborated or more reliable"
