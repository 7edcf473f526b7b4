"""Judgements as columns: scores are kept for each pair, reasons are made when they are read.

A million accounts have millions of judgements. Clustering needs their scores only; as
objects with their reasons they would not fit into memory.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntFlag
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from recount.link import weights as w
from recount.link.columns import Flags, Floats, Ints
from recount.link.compare import Scorer
from recount.link.features import Features
from recount.link.weighed import Weighed, barred, copy_of, judgement, weigh
from recount.model import Judgement

Small = npt.NDArray[np.int32]
MILLI = 1000
"""Scores are kept as whole thousandths of a bit, as judgements state them."""


class Mark(IntFlag):
    """What is known of a pair beside its score."""

    SAME = 1
    """The verdict."""
    LINK = 2
    """The pair adds up to the same, whatever a match must stand on."""
    WRITTEN = 4
    """The pair is worth a judgement by itself."""
    BAR = 8
    """Two accounts of one document that were never compared."""
    COPY_LATER = 16
    """The second account repeats the first in a copy of its text."""
    COPY_EARLIER = 32
    """The first account repeats the second."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Judged pairs: positions of the two accounts (smaller first) and the pair's scores.

    ``bare`` is the score without the rules on what a match must stand on.
    """

    left: Small
    right: Small
    score: Small
    bare: Small
    marks: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.left)

    def marked(self, mark: Mark) -> Flags:
        """Return which rows bear a mark."""
        found: Flags = (self.marks & mark.value) > 0
        return found

    def chosen(self, which: Ints | Flags) -> Rows:
        """Return some of the rows."""
        return Rows(*(column[which] for column in self.columns()))

    @staticmethod
    def joined(parts: Sequence[Rows], order: Ints | slice = slice(None)) -> Rows:
        """Return the rows of all parts, one after the other or in another order."""
        # Column by column, so that no second copy of all is held for the order.
        columns = zip(*(part.columns() for part in parts), strict=True)
        return Rows(*(np.concatenate(column)[order] for column in columns))

    def columns(self) -> tuple[npt.NDArray[Any], ...]:
        """Return all columns, in their order."""
        return self.left, self.right, self.score, self.bare, self.marks


def rows_of(left: Ints, right: Ints, score: Floats, anchor: Floats) -> Rows:
    """Return rows of scored pairs, the scores rounded to thousandths of a bit."""
    whole = thousandths(score)
    marks = np.where(score >= w.SAME_AT, Mark.SAME.value, 0)
    marks |= np.where(score - anchor >= w.SAME_AT, Mark.LINK.value, 0)
    marks |= np.where(score >= w.WRITTEN_AT, Mark.WRITTEN.value, 0)
    return Rows(
        left.astype(np.int32),
        right.astype(np.int32),
        whole,
        whole - thousandths(anchor),
        marks.astype(np.uint8),
    )


def bars(left: Sequence[int], right: Sequence[int]) -> Rows:
    """Return rows that keep accounts of one document apart."""
    score = np.full(len(left), barred().score)
    rows = rows_of(np.array(left, int), np.array(right, int), score, np.zeros(len(left)))
    return replace(rows, marks=rows.marks | np.uint8(Mark.BAR.value))


def copies(repeats: Mapping[int, int]) -> Rows:
    """Return rows that put accounts of copied texts with those that they repeat."""
    pairs = np.array(list(repeats.items()), dtype=np.int64).reshape(-1, 2)
    left, right = pairs.min(axis=1), pairs.max(axis=1)
    scores = np.full(len(pairs), copy_of(later=True).score)
    rows = rows_of(left, right, scores, np.zeros(len(pairs)))
    later = np.where(pairs[:, 0] == right, Mark.COPY_LATER.value, Mark.COPY_EARLIER.value)
    return replace(rows, marks=rows.marks | later.astype(np.uint8))


def thousandths(bits: Floats) -> Small:
    """Return whole thousandths, rounded as ``round(bits, 3)`` does it."""
    scaled = bits * MILLI
    found = np.rint(scaled)
    halves = np.flatnonzero(np.abs(np.abs(scaled - found) - 0.5) < 1e-6)
    for at in halves.tolist():
        found[at] = round(round(float(bits[at]), 3) * MILLI)
    return found.astype(np.int32)


class Judged(Sequence[Judgement]):
    """The judgements on pairs of accounts, sorted by the accounts.

    Args:
        features: all accounts, sorted by id.
        rows: pairs judged by a method, in pieces and in any order.
        persons: judgements by people on other pairs.
        scorer: gives the reasons, and gave the scores.
        method: name and version of the scorer.
    """

    def __init__(
        self,
        features: Sequence[Features],
        rows: Sequence[Rows],
        persons: Sequence[Judgement],
        *,
        scorer: Scorer,
        method: str,
    ) -> None:
        self._features = features
        self._scorer = scorer
        self._method = method
        self.persons = tuple(sorted(persons, key=lambda j: (j.left, j.right, j.person or "", j.id)))
        keys = np.concatenate([self._keys(part) for part in rows])
        self.rows = Rows.joined(rows, np.argsort(keys, kind="stable"))
        self._persons_at = self._places()

    @property
    def accounts(self) -> tuple[str, ...]:
        """The ids of the accounts, by their positions in the rows."""
        return tuple(item.id for item in self._features)

    def _keys(self, rows: Rows) -> Ints:
        """Return each pair as one number; they sort as the accounts do."""
        keys: Ints = rows.left.astype(np.int64) * len(self._features) + rows.right
        return keys

    def _places(self) -> list[int]:
        """Return where the judgements by people stand among all."""
        if len(self.persons) == 0:
            return []
        at = {item.id: position for position, item in enumerate(self._features)}
        theirs = [at[p.left] * len(self._features) + at[p.right] for p in self.persons]
        before = np.searchsorted(self._keys(self.rows), np.array(theirs))
        return [int(number) + own for own, number in enumerate(before)]

    def __len__(self) -> int:
        return len(self.rows) + len(self.persons)

    @overload
    def __getitem__(self, at: int) -> Judgement: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Judgement, ...]: ...

    def __getitem__(self, at: int | slice) -> Judgement | tuple[Judgement, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        before = bisect_left(self._persons_at, place)
        if before < len(self.persons) and self._persons_at[before] == place:
            return self.persons[before]
        return self._made(place - before)

    def __iter__(self) -> Iterator[Judgement]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _made(self, row: int) -> Judgement:
        a = self._features[self.rows.left[row]]
        b = self._features[self.rows.right[row]]
        return judgement(a.id, b.id, self._weighed(a, b, int(self.rows.marks[row])), self._method)

    def _weighed(self, a: Features, b: Features, marks: int) -> Weighed:
        if marks & Mark.BAR:
            return barred()
        if marks & (Mark.COPY_LATER | Mark.COPY_EARLIER):
            return copy_of(later=bool(marks & Mark.COPY_LATER))
        return weigh(a, b, self._scorer)
