"""What a file format is: a way to write rows and to read them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from recount.publish.flat import FlatRow
from recount.publish.nouns import Row, What


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    ``write`` takes the rows of one ``--what`` in order and returns how many there were;
    ``read`` gives them back, each checked against its schema, as flat
    rows where ``flat`` is true. ``whats`` are those that it can hold.
    """

    name: str
    flat: bool
    write: Callable[[Iterable[Row], Path, What], int]
    read: Callable[[Path, What], Iterator[Row | FlatRow]]
    whats: frozenset[What] = frozenset(What)
