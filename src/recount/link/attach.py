"""Accounts left alone join the one incident that they can belong to.

An account without a date or a place may tell of no other incident than one that several
accounts confirm, yet no pair of them has enough in common for a match. It joins when its
average score with that incident speaks for it and no other incident comes near.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recount.link import weights as w
from recount.link.ties import Tie, average

Pair = tuple[str, str]
Cluster = tuple[str, ...]


def attach(clusters: Sequence[Cluster], ties: Mapping[Pair, Tie]) -> list[Cluster]:
    """Return the clusters with lone accounts joined to those that they can only belong to.

    Args:
        clusters: disjoint groups of accounts; only those of two and more take others in.
        ties: what stands between two accounts, the smaller id first.
    """
    of = {member: group for group in clusters if len(group) > 1 for member in group}
    alone = {group[0] for group in clusters if len(group) == 1}
    near: dict[str, dict[Cluster, Tie]] = {}
    for (left, right), tie in ties.items():
        for lone, other in ((left, right), (right, left)):
            if lone in alone and other in of:
                near.setdefault(lone, {}).setdefault(of[other], Tie()).add(tie)
    chosen = sorted(_choices(near), key=lambda row: (-row[0], row[1]))
    grown: dict[Cluster, list[str]] = {}
    for _, lone, group in chosen:
        joined = grown.setdefault(group, [])
        if not any(_barred(lone, other, ties) for other in joined):
            joined.append(lone)
    taken = {lone for joined in grown.values() for lone in joined}
    kept = [group for group in clusters if len(group) > 1 or group[0] not in taken]
    return [tuple(sorted((*group, *grown.get(group, ())))) for group in kept]


def _choices(near: Mapping[str, Mapping[Cluster, Tie]]) -> Iterator[tuple[float, str, Cluster]]:
    for lone, found in near.items():
        ranked = sorted(
            (-average(tie, 1, len(group), bare=True), group)
            for group, tie in found.items()
            if not tie.barred
        )
        if len(ranked) == 0 or -ranked[0][0] < w.ATTACH_AT:
            continue
        if len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= w.ATTACH_MARGIN:
            yield -ranked[0][0], lone, ranked[0][1]


def _barred(left: str, right: str, ties: Mapping[Pair, Tie]) -> bool:
    tie = ties.get((min(left, right), max(left, right)))
    return tie is not None and tie.barred
