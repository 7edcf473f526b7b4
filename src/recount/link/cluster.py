"""Clusters of accounts: constrained agglomeration inside each connected component.

People's judgements come first and are absolute. Then the two clusters with the highest
average score between their accounts are made one, again and again, while a link joins
them, nothing forbids it, and the average speaks for it. One wrong link cannot fuse two
incidents, for the other pairs between them speak against it. At last, accounts that stand
alone only because they lack a date or a place join the one cluster that they can belong to.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from recount.link import weights as w
from recount.link.attach import attach
from recount.link.sets import Groups
from recount.link.ties import Tie, average, bounded
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
    known = set(accounts)
    ties = _ties(known, judgements)
    fixed = _joined_by_persons(known, judgements)
    components = Groups(known)
    for (left, right), tie in ties.items():
        if tie.linked:
            components.join(left, right)
    for members in fixed.members().values():
        for member in members[1:]:
            components.join(members[0], member)
    found: list[tuple[str, ...]] = []
    by_component: dict[str, dict[Pair, Tie]] = {}
    for (left, right), tie in ties.items():
        if components.key(left) == components.key(right):
            by_component.setdefault(components.key(left), {})[left, right] = tie
    for key, members in components.members().items():
        found.extend(_agglomerate(members, fixed, by_component.get(key, {})))
    return tuple(sorted(attach(found, ties)))


def _ties(known: set[str], judgements: Iterable[Judgement]) -> dict[Pair, Tie]:
    """Return one tie for each judged pair; a person's judgement replaces a method's."""
    machine: dict[Pair, Tie] = {}
    person: dict[Pair, Tie] = {}
    for item in _distinct(judgements):
        if item.left not in known or item.right not in known or item.left == item.right:
            continue
        pair = (min(item.left, item.right), max(item.left, item.right))
        if item.person is not None:
            _add_person(person, pair, item.verdict)
        else:
            _add_machine(machine, pair, item)
    return dict(sorted({**machine, **person}.items(), key=lambda item: item[0]))


def _distinct(judgements: Iterable[Judgement]) -> list[Judgement]:
    unique = {item.id: item for item in judgements}
    return [unique[key] for key in sorted(unique)]


def _add_person(ties: dict[Pair, Tie], pair: Pair, verdict: Verdict) -> None:
    scores = {Verdict.SAME: w.CLUSTER_MOST, Verdict.DIFFERENT: w.CLUSTER_LEAST}
    score = bounded(scores.get(verdict, 0.0))
    tie = Tie(
        total=score,
        bare=score,
        pairs=1,
        linked=verdict is Verdict.SAME,
        barred=verdict is Verdict.DIFFERENT,
    )
    before = ties.get(pair)
    if before is None or (tie.barred, tie.linked) > (before.barred, before.linked):
        ties[pair] = tie


def _add_machine(ties: dict[Pair, Tie], pair: Pair, item: Judgement) -> None:
    anchor = sum(reason.weight for reason in item.reasons if reason.name == w.ANCHOR)
    tie = Tie(
        total=bounded(item.score),
        bare=bounded(item.score - anchor),
        pairs=1,
        linked=item.verdict is Verdict.SAME,
        barred=item.verdict is Verdict.DIFFERENT and item.score <= w.CANNOT_LINK_AT,
    )
    before = ties.get(pair)
    # Two methods on one pair: the more careful one holds.
    if before is None or (tie.barred, -tie.total) > (before.barred, -before.total):
        ties[pair] = tie


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
    groups = Groups(known)
    for left, right in sorted(same - apart):
        if not _would_contradict(groups, left, right, apart):
            groups.join(left, right)
    return groups


def _would_contradict(groups: Groups, left: str, right: str, apart: set[Pair]) -> bool:
    keys = {groups.key(left), groups.key(right)}
    return len(keys) == 2 and any({groups.key(a), groups.key(b)} == keys for a, b in apart)


def _agglomerate(
    members: Sequence[str], fixed: Groups, ties: Mapping[Pair, Tie]
) -> list[tuple[str, ...]]:
    clusters: dict[str, list[str]] = {}
    for member in members:
        clusters.setdefault(fixed.key(member), []).append(member)
    if len(clusters) == 1:
        return [tuple(sorted(found)) for found in clusters.values()]
    near: dict[str, dict[str, Tie]] = {key: {} for key in clusters}
    for (left, right), tie in ties.items():
        a, b = fixed.key(left), fixed.key(right)
        if a != b:
            joint = near[a].setdefault(b, Tie())
            joint.add(tie)
            near[b][a] = joint
    _merge_all(clusters, near)
    return [tuple(sorted(found)) for found in clusters.values()]


def _merge_all(clusters: dict[str, list[str]], near: dict[str, dict[str, Tie]]) -> None:
    heap: list[tuple[float, str, str, int, int]] = []

    def offer(a: str, b: str) -> None:
        tie = near[a][b]
        mean = average(tie, len(clusters[a]), len(clusters[b]))
        if tie.linked and not tie.barred and mean >= w.MERGE_AT:
            first, second = min(a, b), max(a, b)
            sizes = len(clusters[first]), len(clusters[second])
            heapq.heappush(heap, (-mean, first, second, *sizes))

    for a in sorted(near):
        for b in sorted(near[a]):
            if a < b:
                offer(a, b)
    while len(heap) > 0:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        # A cluster keeps its smallest id and only grows, so its size tells whether it changed.
        if len(clusters.get(a, ())) != size_a or len(clusters.get(b, ())) != size_b:
            continue
        _absorb(clusters, near, a, b)
        for other in sorted(near[a]):
            offer(a, other)


def _absorb(
    clusters: dict[str, list[str]], near: dict[str, dict[str, Tie]], a: str, b: str
) -> None:
    clusters[a].extend(clusters.pop(b))
    del near[a][b]
    for other, tie in near.pop(b).items():
        if other == a:
            continue
        del near[other][b]
        joint = near[a].setdefault(other, Tie())
        joint.add(tie)
        near[other][a] = joint
