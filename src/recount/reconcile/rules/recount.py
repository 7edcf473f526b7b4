"""The default rule: independent voices weighed by reliability, later totals before earlier."""

from __future__ import annotations

from collections.abc import Sequence

from recount.reconcile.rules.nouns import Estimate, Reading, nothing, ordered, voice_order

NEAR = 0.15
"""How far a figure speaks for one that differs by one person or a tenth: counts of the same
dead differ so. Measured on articles of gun_violence outside the fixed sample, where the
recorded toll is one more than the stated one for an eighth as often as it is equal to it."""
NEAR_SHARE = 0.1
GROWN = 0.3
GROWN_DAYS = 30
GROWN_MOST = 2.0
"""How far a lower figure speaks for a higher one that is no earlier: within a month and up
to twice the number, tolls grow. On the same articles 0.3 gives the most exact totals (72 in a
hundred for incidents of several voices, against 70 for the median)."""
OPEN = 0.5
"""How far "at least two", or two people told one by one, speak for a higher number that another
voice states: they leave room for it."""
TOLD_TWICE = 1
"""Where no voice states a number, but people told one by one were counted, one of them may have
been told twice: by name and by what he was."""
MAY_DIE = 1
MAY_DIE_BELOW = 10
"""Where wounded are stated and voices do not differ, one of them may have died since: of
such tolls below ten, one in eight is one higher in the end, one in twenty more. Of 18
attacks of which nobody counted dead or wounded, five had one dead and one more (four samples of
gun_violence)."""


def recount(readings: Sequence[Reading]) -> Estimate:
    """Return the lowest, the best supported and the highest figure of independent voices.

    Each voice's figure is a distribution: most weight on its number, some on numbers near
    it and on what it may have grown to. Best is the stated number with the most weight over
    all voices, each weighed by its reliability; of equal ones the later, then the lower.
    Low is the fewest that any voice's words allow, high the most that any states. A part
    raises the bounds to at least itself; wounded people raise the highest by one.
    """
    stated = sorted((r for r in readings if r.number is not None), key=voice_order)
    if len(stated) == 0:
        return _deaths_unstated(readings)
    best, reason = _best(stated)
    low = _lowest(stated)
    highs = [r.most for r in stated if r.most is not None]
    # A voice that says "dozens" states no upper bound, but at least its own lower one.
    high = max(*highs, *(r.least or 0 for r in stated)) if len(highs) > 0 else None
    reasons = [reason]
    if all(r.value.value is None for r in stated):
        reasons.append("no source gives a number: the bound of the words stands for it")
    part = max((r.part for r in stated if r.part is not None), default=0)
    if part > low:
        reasons.append(f"raised to a part of {part}, for a whole is not smaller than its part")
        low, best = max(low, part), max(best, part)
    beside = max(((r.number or 0) + r.beside for r in stated if r.beside > 0), default=0)
    if high is not None and beside > high:
        reasons.append("highest with those told beside, who may be the same")
        high = beside
    agreed = high is not None and low == high == best
    counted = [r.singly for r in stated if r.number == low == best]
    if low > 1 and len(counted) > 0 and all(counted):
        reasons.append("lowest with one less: of people told one by one, one may be told twice")
        low -= TOLD_TWICE
    if agreed and high is not None and high < MAY_DIE_BELOW and _hurt(readings) > 0:
        reasons.append("highest with one more: one of the wounded may have died since")
        high += MAY_DIE
    if all(r.doubtful for r in stated):
        reasons.append("lowest is nobody: the figure may be another incident's")
        low = 0
    return ordered(low, best, high, *reasons)


def _lowest(stated: Sequence[Reading]) -> int:
    """Return the fewest that the words of any voice allow; of doubtful ones for want of others."""
    sure = [r for r in stated if not r.doubtful]
    return min((r.least for r in sure or stated if r.least is not None), default=0)


def _deaths_unstated(readings: Sequence[Reading]) -> Estimate:
    """Return what is left where no voice counts the dead, of wounded people or of an attack."""
    if len(readings) == 0:
        return nothing("no source gives a figure")
    if _hurt(readings) == 0:
        return Estimate(0, None, MAY_DIE, ("no source counts dead or wounded; one may be dead",))
    return Estimate(0, None, MAY_DIE, ("no source counts dead; one of the wounded may have died",))


def _hurt(readings: Sequence[Reading]) -> int:
    return max((r.hurt for r in readings), default=0)


def _best(stated: Sequence[Reading]) -> tuple[int, str]:
    """Return the stated number that most weight supports, and why."""
    supported: dict[int, float] = {}
    definite = [r for r in stated if r.value.value is not None]
    # "Several" is no rival of a number: it may well mean it.
    for candidate in definite if len(definite) > 0 else stated:
        number = candidate.number
        if number is not None:
            total = sum(r.weight * support(r, candidate) for r in stated)
            supported[number] = max(supported.get(number, 0.0), total)
    # A billionth is below any reliability given; sums of decimals are inexact.
    most = max(supported.values()) - 1e-9
    tied = [number for number, weight in supported.items() if weight >= most]
    last = max(_day(r) for r in stated if r.number in tied)
    latest = [r.number for r in stated if r.number in tied and _day(r) == last]
    best = min(number for number in latest if number is not None)
    if len(stated) == 1:
        return best, "one voice"
    return best, f"most weight of {len(stated)} independent voices"


def _day(reading: Reading) -> int:
    return -1 if reading.published is None else reading.published.toordinal()


def support(said: Reading, candidate: Reading) -> float:
    """Return how far one voice's figure speaks for another's number, from 0 to 1."""
    x, y = said.number, candidate.number
    if x is None or y is None:
        return 0.0
    if x == y:
        return 1.0
    near = abs(x - y) <= 1 or abs(x - y) <= NEAR_SHARE * max(x, y)
    grown = (NEAR if near else 0.0) + (GROWN if _grown(said, candidate) else 0.0)
    return max(grown, OPEN) if said.is_open and x < y and not candidate.is_open else grown


def _grown(said: Reading, candidate: Reading) -> bool:
    """Whether the candidate is what the figure may have grown to."""
    x, y = said.number, candidate.number
    if x is None or y is None or said.published is None or candidate.published is None:
        return False
    days = (candidate.published - said.published).days
    return x < y <= GROWN_MOST * x and 0 <= days <= GROWN_DAYS
