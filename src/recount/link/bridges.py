"""No single account makes one incident of two.

A report that mixes two incidents agrees with the accounts of both. Where the average of two
clusters speaks for joining them only because of one account, or no other account has a link
to the other side, it is such a bridge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from recount.link import weights as w
from recount.link.ties import Pair, Tie, Ties, average

LEAST_WITH_BRIDGE, LEAST_OTHER = 3, 2
"""Accounts from which two clusters are two incidents with a bridge in one of them: each has
two accounts without it."""
LEAST_LINKING = 2
"""Accounts of a side that have a link to the other one: not one alone."""


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
    def _between(self) -> Mapping[Pair, tuple[int, bool]]:
        """Score and link of two accounts, smaller position first."""
        found = self._ties.between(self._rows.start, self._rows.stop)
        return {(left, right): (total, linked) for left, right, total, linked, _ in found}

    def hold(self, one: Sequence[int], other: Sequence[int], tie: Tie) -> bool:
        """Return whether two clusters are held together by some account alone."""
        return self._holds(one, other, tie) or self._holds(other, one, tie)

    def _holds(self, side: Sequence[int], other: Sequence[int], tie: Tie) -> bool:
        if len(side) < LEAST_WITH_BRIDGE or len(other) < LEAST_OTHER:
            return False
        possible = (len(side) - 1) * len(other)
        linking = 0
        for account in side:
            told = self._told(account, other)
            total = sum(score for score, _ in told)
            if average(tie.total - total, tie.pairs - len(told), possible) < w.MERGE_AT:
                return True
            linking += any(linked for _, linked in told)
        return linking < LEAST_LINKING

    def _told(self, account: int, others: Sequence[int]) -> list[tuple[int, bool]]:
        pairs = ((account, b) if account < b else (b, account) for b in others)
        return [self._between[pair] for pair in pairs if pair in self._between]
