"""Comparing the figures of two accounts: equal, within bounds, growing, or incompatible."""

from __future__ import annotations

import datetime as dt
from math import log2

from recount.link import weights as w
from recount.link.features import Features, Figures
from recount.model import CountValue, Reason


def compare_figures(a: Features, b: Features) -> Reason | None:
    """Weigh all counts that both accounts state."""
    right = dict(b.figures)
    later = later_of(a.published, b.published)
    total = 0.0
    details: list[str] = []
    for prop, left in a.figures:
        if prop not in right:
            continue
        weight = figure_weight(left, right[prop], later)
        if weight is not None:
            total += weight
            details.append(f"{prop.value} {_show(left)} / {_show(right[prop])}")
    if len(details) == 0:
        return None
    bounded = max(w.FIGURE_LEAST, min(w.FIGURE_MOST, total))
    return Reason("figures", bounded, "; ".join(details))


def _show(figures: Figures) -> str:
    whole = figures.whole
    if whole is None:
        return "parts " + ", ".join(map(str, sorted(figures.numbers)))
    number = whole.value if whole.value is not None else whole.low
    return f"{whole.qualifier.value.replace('_', ' ')} {number}"


def later_of(first: dt.date | None, second: dt.date | None) -> int:
    """Return 1 when the second report appeared within a few days after the first.

    -1 when it appeared before it, 0 when neither is near or the days are unknown.
    """
    if first is None or second is None:
        return 0
    days = (second - first).days
    return 0 if abs(days) > w.FIGURE_GROWTH_DAYS else (days > 0) - (days < 0)


def figure_weight(left: Figures, right: Figures, later: int) -> float | None:
    """Return the weight of two accounts' figures of one count, ``None`` for no weight.

    Args:
        left: one account's figures.
        right: the other's.
        later: whose report appeared later (``later_of``).
    """
    weight = None
    if left.whole is not None and right.whole is not None:
        weight = compare_counts(left.whole, right.whole)
        if weight is not None and weight < 0 and _grows(left.whole, right.whole, later):
            weight *= w.FIGURE_GROWTH
    shared = [n for n in left.numbers & right.numbers if n >= w.FIGURE_SHARED_LEAST]
    if len(shared) > 0:
        # "170 Afghans and 13 soldiers" and "170": the whole of one is a part of the other.
        return max(weight or 0.0, equal_weight(max(shared)))
    return weight


def equal_weight(number: int) -> float:
    """Return the weight of the same number on both sides; small tolls are common.

    >>> equal_weight(16)
    2.5
    """
    bits = w.FIGURE_EQUAL_BASE + w.FIGURE_EQUAL_BIT * log2(max(1, number))
    return min(w.FIGURE_EQUAL_MOST, bits)


def compare_counts(a: CountValue, b: CountValue) -> float | None:
    """Return the weight of two whole figures, or ``None`` when one bounds nothing."""
    x, y = _number(a), _number(b)
    if x is None or y is None:
        return None
    if x == y:
        vague = a.value is None or b.value is None
        return w.FIGURE_COMPATIBLE if vague else equal_weight(x)
    if _holds(a, y) or _holds(b, x):
        return w.FIGURE_COMPATIBLE
    ratio = max(x, y) / max(1, min(x, y))
    if min(x, y) >= w.FIGURE_NEAR_LEAST and ratio <= w.FIGURE_NEAR:
        return equal_weight(min(x, y)) * w.FIGURE_NEAR_SHARE
    if abs(x - y) <= w.FIGURE_SMALL_GAP:
        return w.FIGURE_SMALL_GAP_WEIGHT
    for most, weight in w.FIGURE_RATIOS:
        if ratio <= most:
            return weight
    return w.FIGURE_FAR


def _number(count: CountValue) -> int | None:
    for number in (count.value, count.low, count.high):
        if number is not None:
            return number
    return None


def _holds(count: CountValue, number: int) -> bool:
    """Whether a figure of bounds only ("dozens", "20 to 30") admits the number."""
    if count.value is not None:
        return False
    most = count.high
    if most is None and count.low is not None:
        # "Dozens" is 24 and more, but nobody calls 500 dozens.
        most = count.low * 5
    return (count.low is None or number >= count.low) and (most is None or number <= most)


def _grows(left: CountValue, right: CountValue, later: int) -> bool:
    """Whether the report published later has the larger toll, within a few days."""
    x, y = _number(left), _number(right)
    return later != 0 and x is not None and y is not None and (y > x) == (later > 0)
