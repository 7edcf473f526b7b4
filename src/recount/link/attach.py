"""Accounts left alone join the one incident that they can belong to.

An account without a date or a place may tell of no other incident than one that several
accounts confirm, yet no pair of them has enough in common for a match. It joins when its
average score with that incident speaks for it and no other incident comes near. So does an
account that one pair ties to the incident beyond doubt, whatever the others lack or misread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from recount.link import weights as w
from recount.link.columns import UNKNOWN, Ints
from recount.link.judged import MILLI
from recount.link.ties import Ties, average


def attach(clusters: Sequence[list[int]], ties: Ties) -> list[list[int]]:
    """Return the clusters with lone accounts joined to those that they can only belong to.

    Args:
        clusters: disjoint groups of all accounts, by sorted positions; only those of two
            and more take others in.
        ties: what stands between two accounts.
    """
    of = np.full(sum(map(len, clusters)), UNKNOWN, dtype=np.int64)
    for number, group in enumerate(clusters):
        if len(group) > 1:
            of[group] = number
    fitting = {lone: (score, number) for score, lone, number in _choices(clusters, of, ties)}
    for score, lone, number in _linked(of, ties):
        fitting.setdefault(lone, (score, number))
    chosen = sorted(
        ((score, lone, number) for lone, (score, number) in fitting.items()),
        key=lambda row: (-row[0], row[1]),
    )
    barred = _barred(of, ties)
    grown: dict[int, list[int]] = {}
    for _, lone, number in chosen:
        joined = grown.setdefault(number, [])
        if not any((min(lone, other), max(lone, other)) in barred for other in joined):
            joined.append(lone)
    taken = {lone for joined in grown.values() for lone in joined}
    return [
        sorted([*group, *grown.get(number, ())])
        for number, group in enumerate(clusters)
        if len(group) > 1 or group[0] not in taken
    ]


def _barred(of: Ints, ties: Ties) -> set[tuple[int, int]]:
    """Return the pairs of lone accounts that must not be together."""
    alone = ties.barred & (of[ties.left] == UNKNOWN) & (of[ties.right] == UNKNOWN)
    return set(zip(ties.left[alone].tolist(), ties.right[alone].tolist(), strict=True))


def _choices(
    clusters: Sequence[list[int]], of: Ints, ties: Ties
) -> Iterator[tuple[float, int, int]]:
    """Yield average score, lone account and number of the one cluster that it belongs to."""
    near: dict[int, list[tuple[float, int, int]]] = {}
    for lone, number, total, pairs in _sums(of, ties):
        group = clusters[number]
        near.setdefault(lone, []).append((-average(total, pairs, len(group)), group[0], number))
    for lone, found in near.items():
        found.sort()
        if -found[0][0] < w.ATTACH_AT:
            continue
        if len(found) == 1 or found[1][0] - found[0][0] >= w.ATTACH_MARGIN:
            yield -found[0][0], lone, found[0][2]


def _linked(of: Ints, ties: Ties) -> Iterator[tuple[float, int, int]]:
    """Yield score, lone account and cluster where one pair leaves no doubt and no other is near.

    The other accounts of the cluster may lack what the pair has in common, or one has misread it.
    """
    a, b = of[ties.left], of[ties.right]
    outside = (a == UNKNOWN) != (b == UNKNOWN)
    lone = np.where(a == UNKNOWN, ties.left, ties.right)
    number = np.maximum(a, b)
    barred = set(zip(*(c[outside & ties.barred].tolist() for c in (lone, number)), strict=True))
    best: dict[int, dict[int, int]] = {}
    rows = outside & ties.linked
    for one, other, total in zip(
        *(c[rows].tolist() for c in (lone, number, ties.total)), strict=True
    ):
        told = best.setdefault(one, {})
        told[other] = max(total, told.get(other, total))
    for one, told in best.items():
        ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))
        (other, total), rest = ranked[0], ranked[1:]
        if total < w.ATTACH_LINK_AT * MILLI or (one, other) in barred:
            continue
        if len(rest) == 0 or total - rest[0][1] >= w.ATTACH_MARGIN * MILLI:
            yield total / MILLI, one, other


def _sums(of: Ints, ties: Ties) -> Iterator[tuple[int, int, int, int]]:
    """Yield lone account, cluster, summed scores and their number, where nothing bars it."""
    a, b = of[ties.left], of[ties.right]
    rows = np.flatnonzero((a == UNKNOWN) != (b == UNKNOWN))
    lone = np.where(a[rows] == UNKNOWN, ties.left[rows], ties.right[rows]).astype(np.int64)
    keys, where = np.unique(
        lone * (len(of) + 1) + np.maximum(a[rows], b[rows]), return_inverse=True
    )
    number = len(keys)
    totals = np.bincount(where, weights=ties.bare[rows], minlength=number).astype(np.int64)
    pairs = np.bincount(where, minlength=number)
    free = np.bincount(where, weights=ties.barred[rows], minlength=number) == 0
    accounts, groups = np.divmod(keys, len(of) + 1)
    columns = (accounts[free], groups[free], totals[free], pairs[free])
    return zip(*(column.tolist() for column in columns), strict=True)
