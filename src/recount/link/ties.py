"""What stands between accounts and between clusters, as whole numbers that add in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from recount.link import weights as w
from recount.link.columns import UNKNOWN, Flags, Ints
from recount.link.judged import MILLI, Judged, Mark
from recount.model import Judgement, Verdict

Pair = tuple[int, int]
LEAST, MOST = round(w.CLUSTER_LEAST * MILLI), round(w.CLUSTER_MOST * MILLI)


@dataclass(slots=True)
class Tie:
    """What stands between two clusters: summed scores in thousandths, their number, links, bars.

    Whole thousandths of a bit, so that sums have no rounding order.
    """

    total: int = 0
    pairs: int = 0
    linked: bool = False
    barred: bool = False

    def add(self, other: Tie) -> None:
        """Take in what stands between two other parts of the clusters."""
        self.total += other.total
        self.pairs += other.pairs
        self.linked = self.linked or other.linked
        self.barred = self.barred or other.barred


@dataclass(frozen=True, slots=True)
class Ties:
    """What stands between judged pairs of accounts, by positions (smaller first).

    ``bare`` are the scores without the rules on what a match must stand on.
    """

    left: Ints
    right: Ints
    total: Ints
    bare: Ints
    linked: Flags
    barred: Flags
    copied: Ints
    """1 where the second account repeats the first in a copied text, -1 for the reverse."""

    def columns(self) -> tuple[npt.NDArray[Any], ...]:
        """Return all columns, in their order."""
        return self.left, self.right, self.total, self.bare, self.linked, self.barred, self.copied

    def chosen(self, which: Ints | Flags) -> Ties:
        """Return some of them, without a copy when they are all."""
        if which.dtype == np.bool_ and which.all():
            return self
        return Ties(*(column[which] for column in self.columns()))

    def between(self, first: int, last: int) -> Iterable[tuple[int, int, int, bool, bool]]:
        """Yield positions, score, link and bar of the rows from ``first`` up to ``last``."""
        columns = (self.left, self.right, self.total, self.linked, self.barred)
        return zip(*(column[first:last].tolist() for column in columns), strict=True)


def average(total: int, pairs: int, possible: int) -> float:
    """Return the average score of the pairs between two clusters, in bits.

    Args:
        total: the sum of the scores, in thousandths.
        pairs: how many pairs it is of; a pair that was not compared counts ``NOT_COMPARED``.
        possible: how many pairs there are.
    """
    return (total / MILLI + (possible - pairs) * w.NOT_COMPARED) / possible


def ties_of(accounts: Sequence[str], judgements: Sequence[Judgement]) -> Ties:
    """Return one tie for each judged pair; a person's judgement replaces a method's.

    Args:
        accounts: ids, sorted; judgements on others are left out.
        judgements: in any order.
    """
    at = {account: position for position, account in enumerate(accounts)}
    if not isinstance(judgements, Judged):
        return _stated(at, judgements)
    theirs = judgements.accounts
    known = np.array([at.get(account, UNKNOWN) for account in theirs], dtype=np.int32)
    rows = judgements.rows
    left, right = known[rows.left], known[rows.right]
    found = Ties(
        left=left,
        right=right,
        total=np.clip(rows.score, LEAST, MOST),
        bare=np.clip(rows.bare, LEAST, MOST),
        linked=rows.marked(Mark.SAME),
        barred=rows.score <= w.CANNOT_LINK_AT * MILLI,
        copied=rows.marked(Mark.COPY_LATER).astype(np.int8) - rows.marked(Mark.COPY_EARLIER),
    )
    return _joined(
        found.chosen((left != UNKNOWN) & (right != UNKNOWN)), _stated(at, judgements.persons)
    )


def _joined(one: Ties, other: Ties) -> Ties:
    if len(other.left) == 0:
        return one
    pairs = zip(one.columns(), other.columns(), strict=True)
    return Ties(*(np.concatenate(pair) for pair in pairs))


def _stated(at: Mapping[str, int], judgements: Iterable[Judgement]) -> Ties:
    """Return the ties of judgements one by one."""
    persons: dict[Pair, Say] = {}
    methods: dict[Pair, Say] = {}
    for item in _distinct(judgements):
        if item.left in at and item.right in at and item.left != item.right:
            left, right = sorted((at[item.left], at[item.right]))
            if item.person is not None:
                _add(persons, (left, right), _persons_say(item.verdict))
            else:
                _add(methods, (left, right), _methods_say(item))
    found = {**methods, **persons}
    pairs = np.array(list(found), dtype=np.int64).reshape(-1, 2)
    said = np.array([say[:5] for say in found.values()], dtype=np.int64).reshape(-1, 5)
    return Ties(
        pairs[:, 0], pairs[:, 1], said[:, 0], said[:, 1], said[:, 2] > 0, said[:, 3] > 0, said[:, 4]
    )


def _distinct(judgements: Iterable[Judgement]) -> list[Judgement]:
    unique = {item.id: item for item in judgements}
    return [unique[key] for key in sorted(unique)]


class Say(NamedTuple):
    """What one judgement says of a pair."""

    total: int
    bare: int
    linked: bool
    barred: bool
    copied: int
    rank: tuple[bool, int]
    """Of several on one pair, the highest holds."""


def _persons_say(verdict: Verdict) -> Say:
    score = {Verdict.SAME: MOST, Verdict.DIFFERENT: LEAST}.get(verdict, 0)
    linked, barred = verdict is Verdict.SAME, verdict is Verdict.DIFFERENT
    return Say(score, score, linked, barred, 0, (barred, linked))


_COPIES = {w.COPY_LATER: 1, w.COPY_EARLIER: -1}


def _methods_say(item: Judgement) -> Say:
    anchor = sum(reason.weight for reason in item.reasons if reason.name == w.ANCHOR)
    total = _bounded(item.score)
    barred = item.verdict is Verdict.DIFFERENT and item.score <= w.CANNOT_LINK_AT
    return Say(
        total=total,
        bare=_bounded(item.score - anchor),
        linked=item.verdict is Verdict.SAME,
        barred=barred,
        copied=sum(_COPIES.get(reason.name, 0) for reason in item.reasons),
        rank=(barred, -total),
    )


def _add(said: dict[Pair, Say], pair: Pair, say: Say) -> None:
    """Keep one of several judgements on a pair: the one that keeps apart.

    Else the person's who joins, and of two methods the more careful one.
    """
    before = said.get(pair)
    if before is None or say.rank > before.rank:
        said[pair] = say


def _bounded(score: float) -> int:
    """Return one pair's say, in thousandths of a bit."""
    return round(max(w.CLUSTER_LEAST, min(w.CLUSTER_MOST, score)) * MILLI)
