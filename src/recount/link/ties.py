"""What stands between two clusters of accounts, as whole numbers that add in any order."""

from __future__ import annotations

from dataclasses import dataclass

from recount.link import weights as w

_MILLI = 1000
"""Scores are added as whole thousandths of a bit, so that sums have no rounding order."""


@dataclass(slots=True)
class Tie:
    """What stands between two clusters: summed scores, their number, links and bars.

    ``bare`` sums the scores as they are without the rules on what a match must stand on.
    """

    total: int = 0
    bare: int = 0
    pairs: int = 0
    linked: bool = False
    barred: bool = False

    def add(self, other: Tie) -> None:
        """Take in what stands between two other parts of the clusters."""
        self.total += other.total
        self.bare += other.bare
        self.pairs += other.pairs
        self.linked = self.linked or other.linked
        self.barred = self.barred or other.barred


def bounded(score: float) -> int:
    """Return one pair's say, in thousandths of a bit."""
    return round(max(w.CLUSTER_LEAST, min(w.CLUSTER_MOST, score)) * _MILLI)


def average(tie: Tie, left: int, right: int, *, bare: bool = False) -> float:
    """Return the average score of the pairs between clusters of these sizes, in bits.

    A pair that was not compared counts ``NOT_COMPARED``. ``bare`` leaves out the rules on
    what a match must stand on.
    """
    total = tie.bare if bare else tie.total
    missing = left * right - tie.pairs
    return (total / _MILLI + missing * w.NOT_COMPARED) / (left * right)
