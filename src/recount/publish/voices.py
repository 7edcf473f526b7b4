"""Independent voices among documents, as they are counted wherever a number is shown.

Copies of one text are one voice, and so are several reports of one outlet: its later
report continues the earlier one and confirms nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Told(Protocol):
    """A document with its outlet and the group of its copies."""

    @property
    def id(self) -> str:
        """The document's id."""
        ...

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        ...

    @property
    def voice(self) -> str:
        """The group of copies that it belongs to."""
        ...


def voice_numbers(documents: Iterable[Told]) -> dict[str, int]:
    """Return for each document id the number of its independent voice, from 1 in order."""
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    told = list(documents)
    for document in told:
        group = find(f"copies:{document.voice}")
        if document.outlet is not None:
            leader[find(f"outlet:{document.outlet.casefold()}")] = group
    numbers: dict[str, int] = {}
    found: dict[str, int] = {}
    for document in told:
        group = find(f"copies:{document.voice}")
        found[document.id] = numbers.setdefault(group, len(numbers) + 1)
    return found


def count_voices(documents: Iterable[Told]) -> int:
    """Return the number of independent voices among the documents."""
    return len(set(voice_numbers(documents).values()))
