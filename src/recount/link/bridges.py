"""No single account makes one incident of two.

A report that mixes two incidents agrees with the accounts of both. Where the average of two
clusters speaks for joining them only because of one account, it is such a bridge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from recount.link import weights as w
from recount.link.ties import Tie, Ties, average

LEAST_WITH_BRIDGE, LEAST_OTHER = 3, 2
"""Accounts from which two clusters are two incidents with a bridge in one of them: each has
two accounts without it."""


class Bridges:
    """Tells whether one account alone holds two clusters of a component together.

    Args:
        ties: what stands between accounts.
        rows: those of the component.
    """

    def __init__(self, ties: Ties, rows: range) -> None:
        self._ties = ties
        self._rows = rows

    @cached_property
    def _scores(self) -> Mapping[tuple[int, int], int]:
        found = self._ties.between(self._rows.start, self._rows.stop)
        return {(left, right): total for left, right, total, _, _ in found}

    def hold(self, one: Sequence[int], other: Sequence[int], tie: Tie) -> bool:
        """Return whether the average of two clusters speaks for them only with some account."""
        return self._holds(one, other, tie) or self._holds(other, one, tie)

    def _holds(self, side: Sequence[int], other: Sequence[int], tie: Tie) -> bool:
        if len(side) < LEAST_WITH_BRIDGE or len(other) < LEAST_OTHER:
            return False
        possible = (len(side) - 1) * len(other)
        for account in side:
            said = [score for b in other if (score := self._between(account, b)) is not None]
            rest = average(tie.total - sum(said), tie.pairs - len(said), possible)
            if rest < w.MERGE_AT:
                return True
        return False

    def _between(self, a: int, b: int) -> int | None:
        return self._scores.get((a, b) if a < b else (b, a))
