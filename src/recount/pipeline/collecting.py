"""Garbage collection while a build runs: as seldom as memory allows."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 20_000
"""New objects until the youngest are looked through (Python's own number is 700).

A document makes some hundred thousand small ones, nearly all of which go without the
collector, and what is loaded (places, lexicons, patterns) is looked through again and again.
"""


@contextmanager
def few_collections() -> Iterator[None]:
    """Collect less often within the block, and as before after it."""
    before = gc.get_threshold()
    if before[0] > 0:  # at 0 the caller collects never
        gc.set_threshold(max(before[0], YOUNG), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
