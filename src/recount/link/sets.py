"""Groups of ids that grow together (disjoint sets); the smallest id names a group."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from recount.link.columns import Ints


class Groups:
    """Disjoint sets of ids. The result does not depend on the order of joining."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {item: item for item in ids}

    def key(self, item: str) -> str:
        """Return the smallest id of the item's group."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, left: str, right: str) -> None:
        """Make one group of the two items' groups."""
        first, second = sorted((self.key(left), self.key(right)))
        self._parent[second] = first

    def members(self) -> dict[str, tuple[str, ...]]:
        """Return the groups by key, keys and members sorted."""
        found: dict[str, list[str]] = {}
        for item in sorted(self._parent):
            found.setdefault(self.key(item), []).append(item)
        return {key: tuple(found[key]) for key in sorted(found)}


def components(number: int, left: Ints, right: Ints) -> Ints:
    """Return for each of so many positions the smallest one that pairs connect it with.

    >>> components(5, np.array([3, 1]), np.array([1, 4])).tolist()
    [0, 1, 2, 1, 1]
    """
    found = np.arange(number, dtype=np.int64)
    while True:
        a, b = found[left], found[right]
        open_ = a != b
        if not open_.any():
            return found
        left, right, a, b = left[open_], right[open_], a[open_], b[open_]
        np.minimum.at(found, np.maximum(a, b), np.minimum(a, b))
        shorter = found[found]
        while not np.array_equal(shorter, found):
            found, shorter = shorter, shorter[shorter]


def together(labels: Ints) -> Iterable[Ints]:
    """Yield the positions of each label that two or more have, labels and positions in order."""
    order = np.argsort(labels, kind="stable")
    sorted_ = labels[order]
    first = np.flatnonzero(np.append(True, sorted_[1:] != sorted_[:-1]))
    last = np.append(first[1:], len(order))
    for at in np.flatnonzero(last - first > 1).tolist():
        yield order[first[at] : last[at]]
