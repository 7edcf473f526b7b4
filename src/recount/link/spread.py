"""Looking up many keys at once in a sorted column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recount.link.columns import Ints

MOST_AT_ONCE = 2_000_000
"""Pairs that are worked on together: enough to make arrays worth it, in 200 MB."""


@dataclass(frozen=True, slots=True)
class Index:
    """Accounts filed under keys, sorted by key."""

    keys: Ints
    accounts: Ints
    buckets: Ints

    @staticmethod
    def of(keys: Ints, accounts: Ints, buckets: Ints) -> Index:
        """Return an index of accounts that are filed under these keys."""
        order = np.argsort(keys, kind="stable")
        return Index(keys[order], accounts[order], buckets[order])


def ranges(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return the row and the value of each whole number from ``first`` up to ``last``.

    >>> [found.tolist() for found in ranges(np.array([3, 7]), np.array([5, 8]))]
    [[0, 0, 1], [3, 4, 7]]
    """
    counts = np.maximum(0, last - first)
    rows = np.repeat(np.arange(len(first)), counts)
    before = np.cumsum(counts) - counts
    return rows, np.arange(len(rows)) - before[rows] + first[rows]


def found_in(index: Index, lowest: Ints, highest: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield the rows of the keys sought and the places in the index where they are filed.

    Args:
        index: where to look.
        lowest: the first key of each row.
        highest: the last key of each row, included.
    """
    first = np.searchsorted(index.keys, lowest, side="left")
    last = np.searchsorted(index.keys, highest, side="right")
    summed = np.cumsum(last - first)
    at = 0
    while at < len(summed):
        done = summed[at - 1] if at > 0 else 0
        until = max(at + 1, int(np.searchsorted(summed, done + MOST_AT_ONCE, side="right")))
        rows, places = ranges(first[at:until], last[at:until])
        if len(rows) > 0:
            yield rows + at, places
        at = until
