"""Inputs that were begun and wait for their turn: what is stored keeps the order of inputs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable


class Waiting:
    """What is left to do for the inputs begun, oldest first.

    Args:
        most: inputs that may wait; with 0, each is finished before the next is begun.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._queue: deque[tuple[str, Callable[[], None]]] = deque()

    def __len__(self) -> int:
        """Return how many inputs wait."""
        return len(self._queue)

    def add(self, document: str, rest: Callable[[], None]) -> None:
        """Add what is left to do for an input; do what the oldest ones wait for."""
        self._queue.append((document, rest))
        while len(self._queue) > self._most:
            self._next()

    def finish(self, document: str | None = None) -> None:
        """Finish all that wait up to the last input with this document's id; by default all."""
        while self._queue and (document is None or any(d == document for d, _ in self._queue)):
            self._next()

    def _next(self) -> None:
        _, rest = self._queue.popleft()
        rest()
