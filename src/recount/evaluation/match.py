"""Measures that several tasks share: spans that overlap by half, clusters, matched one to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recount.evaluation.assign import assign
from recount.evaluation.base import DECIMALS, f_measure, share

HALF = 0.5
"""DESIGN: a span is right when it overlaps the gold span by half of both."""

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tally3:
    """Numbers of right, found and gold things, to be summed over documents."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally3) -> Tally3:
        return Tally3(self.right + other.right, self.found + other.found, self.gold + other.gold)


def overlap(left: Pieces, right: Pieces) -> float:
    """Return the shared length of two (perhaps broken) spans over the longer of both.

    >>> overlap(((0, 10),), ((5, 10),))
    0.5
    """
    shared = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in left
        for other_start, other_end in right
    )
    longer = max(_length(left), _length(right))
    return shared / longer if longer > 0 else 0.0


def _length(pieces: Pieces) -> int:
    return sum(end - start for start, end in pieces)


def match_spans(found: Sequence[Pieces], gold: Sequence[Pieces], least: float = HALF) -> Tally3:
    """Count spans matched one to one that overlap by at least ``least`` of both.

    Spans are taken in order of place; where spans of one side do not overlap each other,
    at most one other span can share more than half, so greedy matching is optimal.
    """
    taken: set[int] = set()
    right = 0
    order = sorted(range(len(gold)), key=lambda at: gold[at])
    for span in sorted(found):
        best = max(
            (at for at in order if at not in taken and overlap(span, gold[at]) >= least),
            key=lambda at: overlap(span, gold[at]),
            default=None,
        )
        if best is not None:
            taken.add(best)
            right += 1
    return Tally3(right, len(found), len(gold))


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and F1."""

    precision: float
    recall: float
    f1: float

    @staticmethod
    def of(right_found: float, found: float, right_gold: float, gold: float) -> Prf:
        """Return the three from credited and total numbers on both sides."""
        precision, recall = share(right_found, found), share(right_gold, gold)
        return Prf(precision, recall, f_measure(precision, recall))


Clusters = Mapping[Any, Hashable]
"""From item to the key of its cluster."""


def b_cubed(ours: Clusters, gold: Clusters, *, strict: bool = False) -> Prf:
    """Return B-cubed (Bagga and Baldwin 1998).

    By default over the items of the gold: one that we do not have stands alone, and ours
    that the gold does not have are left out (documents are given, not found). ``strict``
    is the way of CoNLL-2012 for found mentions: both of these count as wrong.
    """
    told = dict(ours) if strict else {item: ours.get(item, ("alone", item)) for item in gold}
    ours_size, gold_size = Counter(told.values()), Counter(gold.values())
    both = Counter((told[item], gold[item]) for item in gold if item in told)
    precision = sum(n * n / ours_size[mine] for (mine, _), n in both.items())
    recall = sum(n * n / gold_size[theirs] for (_, theirs), n in both.items())
    return Prf.of(precision, len(told), recall, len(gold))


def muc(ours: Clusters, gold: Clusters) -> Prf:
    """Return the link-based MUC score (Vilain and others 1995)."""
    found, found_of = _links(ours, gold)
    kept, kept_of = _links(gold, ours)
    return Prf.of(found, found_of, kept, kept_of)


def _links(first: Clusters, second: Clusters) -> tuple[int, int]:
    """Return links of ``first`` that ``second`` keeps, and all links of ``first``."""
    clusters: dict[Hashable, list[Hashable]] = {}
    for item, key in first.items():
        clusters.setdefault(key, []).append(item)
    kept = total = 0
    for items in clusters.values():
        parts = {second.get(item, ("alone", item)) for item in items}
        kept += len(items) - len(parts)
        total += len(items) - 1
    return kept, total


def ceaf_e(ours: Clusters, gold: Clusters) -> Prf:
    """Return entity-based CEAF with similarity phi 4 (Luo 2005)."""
    mine, theirs = _sets(ours), _sets(gold)
    # Clusters that share nothing can only be paired for 0, so components are solved apart.
    total = 0.0
    for left, right in _components(mine, theirs):
        scores = [[2 * len(a & b) / (len(a) + len(b)) for b in right] for a in left]
        total += sum(scores[i][j] for i, j in assign(scores, 1e-9))
    return Prf.of(total, len(mine), total, len(theirs))


def _sets(clusters: Clusters) -> list[frozenset[Hashable]]:
    made: dict[Hashable, set[Hashable]] = {}
    for item, key in clusters.items():
        made.setdefault(key, set()).add(item)
    return [frozenset(items) for items in made.values()]


def _components(
    left: list[frozenset[Hashable]], right: list[frozenset[Hashable]]
) -> list[tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]]:
    """Split two clusterings into groups of clusters that are linked by shared items."""
    of_item: dict[Hashable, list[tuple[int, int]]] = {}
    nodes = [(0, at) for at in range(len(left))] + [(1, at) for at in range(len(right))]
    for side, at in nodes:
        for item in (left, right)[side][at]:
            of_item.setdefault(item, []).append((side, at))
    seen: set[tuple[int, int]] = set()
    groups = []
    for start in nodes:
        if start in seen:
            continue
        group, open_nodes = [], [start]
        seen.add(start)
        while open_nodes:
            side, at = open_nodes.pop()
            group.append((side, at))
            for item in (left, right)[side][at]:
                for other in of_item[item]:
                    if other not in seen:
                        seen.add(other)
                        open_nodes.append(other)
        groups.append(
            (
                [left[at] for side, at in group if side == 0],
                [right[at] for side, at in group if side == 1],
            )
        )
    return groups


def conll(ours: Clusters, gold: Clusters) -> float:
    """Return the CoNLL score: the mean of the F1 of MUC, B-cubed and CEAF-e (CoNLL-2012)."""
    cubed = b_cubed(ours, gold, strict=True).f1
    return round((muc(ours, gold).f1 + cubed + ceaf_e(ours, gold).f1) / 3, DECIMALS)
