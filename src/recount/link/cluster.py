"""Clusters of accounts: constrained agglomeration inside each connected component.

People's judgements come first and are absolute. Then the two clusters with the highest
average score between their accounts are made one, again and again, while a link joins
them, nothing forbids it, and the average speaks for it. One wrong link cannot fuse two
incidents, for the other pairs between them speak against it, nor can one account that agrees
with both (``link.bridges``). At last, accounts that stand alone join the one cluster that they
can belong to: they lack a date or a place, or only one pair of them leaves no doubt.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from recount.link import weights as w
from recount.link.attach import attach
from recount.link.bridges import Bridges
from recount.link.columns import Ints
from recount.link.judged import Judged
from recount.link.sets import Groups, components, together
from recount.link.ties import Tie, Ties, average, ties_of
from recount.model import Judgement, Verdict

Pair = tuple[str, str]


def cluster(
    accounts: Sequence[str], judgements: Sequence[Judgement]
) -> tuple[tuple[str, ...], ...]:
    """Return the accounts grouped into incidents; groups and their members are sorted.

    The order of accounts and judgements does not matter. A person's "same" joins, a
    person's "different" keeps apart, and a person's "unsure" lets no method join the
    pair by itself. Where people contradict each other, "different" holds.
    """
    ids = tuple(sorted(set(accounts)))
    ties = ties_of(ids, judgements)
    repeats = _repeats(ties)
    ties = ties.chosen(~(np.isin(ties.left, list(repeats)) | np.isin(ties.right, list(repeats))))
    fixed = _fixed(ids, judgements.persons if isinstance(judgements, Judged) else judgements)
    joined = np.flatnonzero(fixed != np.arange(len(ids)))
    left = np.concatenate([ties.left[ties.linked], joined])
    right = np.concatenate([ties.right[ties.linked], fixed[joined]])
    labels = components(len(ids), left, right)
    found = [[at] for at in np.flatnonzero(np.bincount(labels, minlength=len(ids)) == 1).tolist()]
    found = [members for members in found if labels[members[0]] == members[0]]
    found += _by_component(labels, fixed, ties)
    found = _with_repeats(
        [[at for at in g if at not in repeats] for g in attach(found, ties)], repeats
    )
    return tuple(sorted(tuple(ids[at] for at in members) for members in found))


def _repeats(ties: Ties) -> dict[int, int]:
    """Return the accounts of copied texts with those that they repeat.

    They take no part in clustering: however often a report is copied, what other accounts
    say of one another is the same.
    """
    rows = ties.chosen(ties.copied != 0)
    later = rows.copied > 0
    copy, own = np.where(later, rows.right, rows.left), np.where(later, rows.left, rows.right)
    return dict(zip(copy.tolist(), own.tolist(), strict=True))


def _with_repeats(groups: list[list[int]], repeats: Mapping[int, int]) -> list[list[int]]:
    of = {at: group for group in groups for at in group}
    for copy, own in repeats.items():
        of[own].append(copy)
    return [sorted(group) for group in groups if len(group) > 0]


def _fixed(ids: Sequence[str], judgements: Iterable[Judgement]) -> Ints:
    """Return for each account the smallest position of the group that people put it in."""
    at = {account: position for position, account in enumerate(ids)}
    found = np.arange(len(ids))
    groups = _joined_by_persons(set(ids), judgements)
    for members in groups.members().values():
        for member in members:
            found[at[member]] = at[members[0]]
    return found


def _joined_by_persons(known: set[str], judgements: Iterable[Judgement]) -> Groups:
    """Return the groups that people's "same" makes, none against a person's "different"."""
    same: set[Pair] = set()
    apart: set[Pair] = set()
    for item in judgements:
        if item.person is None or item.left not in known or item.right not in known:
            continue
        pair = (min(item.left, item.right), max(item.left, item.right))
        if item.verdict is Verdict.SAME:
            same.add(pair)
        elif item.verdict is Verdict.DIFFERENT:
            apart.add(pair)
    groups = Groups({account for pair in same | apart for account in pair})
    for left, right in sorted(same - apart):
        if not _would_contradict(groups, left, right, apart):
            groups.join(left, right)
    return groups


def _would_contradict(groups: Groups, left: str, right: str, apart: set[Pair]) -> bool:
    keys = {groups.key(left), groups.key(right)}
    return len(keys) == 2 and any({groups.key(a), groups.key(b)} == keys for a, b in apart)


def _by_component(labels: Ints, fixed: Ints, ties: Ties) -> Iterable[list[int]]:
    """Yield the clusters of every component of two accounts and more."""
    rows = np.flatnonzero(labels[ties.left] == labels[ties.right])
    inside = ties.chosen(rows[np.argsort(labels[ties.left[rows]], kind="stable")])
    of = labels[inside.left]
    for members in together(labels):
        first, last = np.searchsorted(of, labels[members[0]] + np.arange(2))
        yield from _agglomerate(members, fixed, inside, range(int(first), int(last)))


def _agglomerate(members: Ints, fixed: Ints, ties: Ties, rows: range) -> Iterable[list[int]]:
    clusters: dict[int, list[int]] = {}
    for member, key in zip(members.tolist(), fixed[members].tolist(), strict=True):
        clusters.setdefault(key, []).append(member)
    key_of = {member: key for key, group in clusters.items() for member in group}
    near: dict[int, dict[int, Tie]] = {key: {} for key in clusters}
    for left, right, total, linked, barred in ties.between(rows.start, rows.stop):
        a, b = key_of[left], key_of[right]
        if a != b:
            _tie(near, a, b, Tie(total, 1, linked, barred))
    _merge_all(clusters, near, Bridges(ties, rows))
    return [sorted(found) for found in clusters.values()]


def _tie(near: dict[int, dict[int, Tie]], a: int, b: int, tie: Tie) -> None:
    joint = near[a].get(b)
    if joint is None:
        near[a][b] = near[b][a] = tie
    else:
        joint.add(tie)


def _merge_all(
    clusters: dict[int, list[int]], near: dict[int, dict[int, Tie]], bridges: Bridges
) -> None:
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(a: int, b: int, tie: Tie) -> None:
        if not tie.linked or tie.barred:
            return
        first, second = (a, b) if a < b else (b, a)
        sizes = len(clusters[first]), len(clusters[second])
        mean = average(tie.total, tie.pairs, sizes[0] * sizes[1])
        if mean >= w.MERGE_AT:
            heapq.heappush(heap, (-mean, first, second, *sizes))

    for a, others in near.items():
        for b, tie in others.items():
            if a < b:
                offer(a, b, tie)
    while len(heap) > 0:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        # A cluster keeps its smallest id and only grows, so its size tells whether it changed.
        if len(clusters.get(a, ())) != size_a or len(clusters.get(b, ())) != size_b:
            continue
        if bridges.hold(clusters[a], clusters[b], near[a][b]):
            continue
        _absorb(clusters, near, a, b)
        for other, tie in near[a].items():
            offer(a, other, tie)


def _absorb(
    clusters: dict[int, list[int]], near: dict[int, dict[int, Tie]], a: int, b: int
) -> None:
    clusters[a].extend(clusters.pop(b))
    del near[a][b]
    for other, tie in near.pop(b).items():
        if other != a:
            del near[other][b]
            _tie(near, a, other, tie)
