"""What a rule reads and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from recount.model import CountValue, Qualifier

EQUAL_RELIABILITY = 0.5
"""Weight of a voice whose reliability nobody gave: all such voices weigh the same."""

DOUBT = 0.5
"""Share of its voice's weight that a figure has which may be another incident's."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One independent voice's whole figure for one count.

    ``part`` is the largest part that the voice names (a whole cannot be smaller).
    ``partisan`` marks a figure that comes from who is held to have done it. ``hurt`` is
    the voice's figure of wounded, beside its count of dead; ``died`` is how many of its
    wounded have died since by later reports, which its value leaves out. ``singly`` marks a
    number that no words state: people told one by one were counted. ``beside`` is how many
    more are told one by one of whom no words say that they are others. ``doubtful`` marks a
    figure that may be another incident's.
    """

    value: CountValue
    voice: str
    published: date | None = None
    reliability: float | None = None
    part: int | None = None
    partisan: bool = False
    hurt: int = 0
    died: int = 0
    singly: bool = False
    beside: int = 0
    doubtful: bool = False

    @property
    def weight(self) -> float:
        """The voice's reliability, or the one that stands for "not given"; less in doubt."""
        given = EQUAL_RELIABILITY if self.reliability is None else self.reliability
        return given * DOUBT if self.doubtful else given

    @property
    def number(self) -> int | None:
        """The best reading of the words: their number, else a bound that they state."""
        for number in (self.value.value, self.value.low, self.value.high):
            if number is not None:
                return number
        return None

    @property
    def is_open(self) -> bool:
        """Whether the words leave room for more: a lower bound, or people told one by one."""
        return self.singly or (self.value.low is not None and self.value.high is None)

    @property
    def least(self) -> int | None:
        """The fewest that the words allow; "up to 30" allows none."""
        if self.value.low is not None:
            return self.value.low
        return 0 if self.value.qualifier is Qualifier.UP_TO else self.number

    @property
    def most(self) -> int | None:
        """The most that the words state, or their number when they set no upper bound."""
        return self.value.high if self.value.high is not None else self.value.value


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high under one rule, with the reasons; ``None``: the rule gives none."""

    low: int | None
    best: int | None
    high: int | None
    reasons: tuple[str, ...] = ()


Rule = Callable[[Sequence[Reading]], Estimate]
"""A rule reads one reading for each independent voice, in any order."""


def ordered(low: int | None, best: int | None, high: int | None, *reasons: str) -> Estimate:
    """Return an estimate with low ≤ best ≤ high, widening the bounds where they do not hold.

    >>> ordered(5, 3, None).low
    3
    """
    if best is not None:
        low = best if low is None else min(low, best)
        high = high if high is None else max(high, best)
    if low is not None and high is not None:
        high = max(low, high)
    return Estimate(low, best, high, reasons)


def nothing(reason: str) -> Estimate:
    """Return the estimate of a rule that gives no figure, with the reason."""
    return Estimate(None, None, None, (reason,))


def voice_order(reading: Reading) -> tuple[str, int]:
    """Return a key that sorts readings in the same way whatever order they come in."""
    return reading.voice, -1 if reading.number is None else reading.number
