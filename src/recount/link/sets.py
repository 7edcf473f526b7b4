"""Groups of ids that grow together (disjoint sets); the smallest id names a group."""

from __future__ import annotations

from collections.abc import Iterable


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
