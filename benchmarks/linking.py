"""Chaining and size of linking on the generated world.

    python benchmarks/linking.py            # B³ of components, average linkage and clusters
    python benchmarks/linking.py --size 10000 100000

Prints what was measured; times are of this machine.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from linking_world import World, make_archive, make_world

from recount.evaluation.match import b_cubed
from recount.link import cluster, judge
from recount.link import weights as w
from recount.link.sets import Groups
from recount.model import Judgement, Verdict


def components(accounts: Sequence[str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return connected components of the pairs judged the same, by account."""
    groups = Groups(accounts)
    for found in judgements:
        if found.verdict is Verdict.SAME:
            groups.join(found.left, found.right)
    return {account: groups.key(account) for account in accounts}


def average_linkage(accounts: Sequence[str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return plain average linkage over the same scores, without cannot-links or anchors."""
    ties: dict[str, dict[str, list[float]]] = {account: {} for account in accounts}
    for found in judgements:
        score = max(w.CLUSTER_LEAST, min(w.CLUSTER_MOST, found.score))
        ties[found.left][found.right] = ties[found.right][found.left] = [score, 1]
    size = dict.fromkeys(accounts, 1)
    of = {account: [account] for account in accounts}
    while True:
        best = max(
            ((_mean(tie, size[a] * size[b]), a, b) for a in ties for b, tie in ties[a].items()),
            default=None,
        )
        if best is None or best[0] < w.SAME_AT:
            break
        _, a, b = best
        _absorb(ties, a, b)
        size[a] += size.pop(b)
        of[a] += of.pop(b)
    return {member: key for key, members in of.items() for member in members}


def _mean(tie: Sequence[float], pairs: int) -> float:
    return (tie[0] + (pairs - tie[1]) * w.NOT_COMPARED) / pairs


def _absorb(ties: dict[str, dict[str, list[float]]], a: str, b: str) -> None:
    for other, tie in ties.pop(b).items():
        del ties[other][b]
        if other != a:
            joint = ties[a].setdefault(other, [0.0, 0])
            ties[a][other] = ties[other][a] = [joint[0] + tie[0], joint[1] + tie[1]]


def by_component(
    accounts: Sequence[str], judgements: Sequence[Judgement], whole: Mapping[str, str]
) -> dict[str, str]:
    """Return average linkage inside each component: the same result, sooner."""
    members: dict[str, list[str]] = {}
    for account in accounts:
        members.setdefault(whole[account], []).append(account)
    pairs: dict[str, list[Judgement]] = {}
    for found in judgements:
        if whole[found.left] == whole[found.right]:
            pairs.setdefault(whole[found.left], []).append(found)
    found_of: dict[str, str] = {}
    for key, group in members.items():
        found_of.update(average_linkage(group, pairs.get(key, [])))
    return found_of


def fused(of: Mapping[str, str], world: World) -> int:
    """Return how many clusters hold two accounts or more of two incidents each.

    Reports that mix in a second incident count for neither.
    """
    return sum(len(incidents) > 1 for _, incidents in _held(of, world))


def hanging(of: Mapping[str, str], world: World, judgements: Sequence[Judgement]) -> int:
    """Return in how many of these clusters one account alone links two of the incidents.

    Without it, no chain of links leads from the accounts of one to those of the other.
    """
    linked: dict[str, set[str]] = {account: set() for account in of}
    for found in judgements:
        if found.verdict is Verdict.SAME:
            linked[found.left].add(found.right)
            linked[found.right].add(found.left)
    fusing = [(set(members), told) for members, told in _held(of, world) if len(told) > 1]
    return sum(
        any(_falls_apart(members - {account}, told, linked) for account in members)
        for members, told in fusing
    )


Held = tuple[list[str], list[set[str]]]
"""Accounts of a cluster; those of each incident with two and more, bridges left out."""


def _held(of: Mapping[str, str], world: World) -> list[Held]:
    members: dict[str, list[str]] = {}
    for account, key in of.items():
        members.setdefault(key, []).append(account)
    return [(group, _incidents(group, world)) for group in members.values()]


def _incidents(group: Sequence[str], world: World) -> list[set[str]]:
    told: dict[str, set[str]] = {}
    for account in group:
        if account not in world.bridges:
            told.setdefault(world.gold[account], set()).add(account)
    return [accounts for accounts in told.values() if len(accounts) > 1]


def _falls_apart(rest: set[str], told: Sequence[set[str]], linked: Mapping[str, set[str]]) -> bool:
    """Return whether two incidents, two linked accounts of each, have no chain of links."""
    chains = list(_chains(rest, linked))
    fused_there = [
        {at for at, chain in enumerate(chains) if accounts & chain}
        for accounts in told
        if any(len(accounts & chain) > 1 for chain in chains)
    ]
    return any(one.isdisjoint(other) for one, other in combinations(fused_there, 2))


def _chains(accounts: set[str], linked: Mapping[str, set[str]]) -> Iterator[set[str]]:
    """Yield the accounts that links join, directly or over others of them."""
    left = set(accounts)
    while len(left) > 0:
        chain, fresh = set[str](), {min(left)}
        while len(fresh) > 0:
            chain |= fresh
            fresh = {b for a in fresh for b in linked[a] if b in accounts} - chain
        left -= chain
        yield chain


def chaining(*, incidents: int, days: int, seed: int) -> None:
    """Print B³ of three ways to cluster the same scores."""
    world = make_world(incidents=incidents, days=days, seed=seed)
    accounts = [record.id for record in world.records]
    started = time.perf_counter()
    judgements = judge(world.records, world.documents)
    judged = time.perf_counter() - started
    whole = components(accounts, judgements)
    ours = {a: group[0] for group in cluster(accounts, judgements) for a in group}
    print(f"{len(accounts)} accounts, {len(judgements)} judgements, judged in {judged:.1f} s")
    ways = {
        "components": whole,
        "average linkage": by_component(accounts, judgements, whole),
        "clusters": ours,
    }
    for name, of in ways.items():
        found = b_cubed(of, world.gold)
        told = f"P {found.precision:.3f} R {found.recall:.3f} F1 {found.f1:.4f}"
        alone = hanging(of, world, judgements)
        print(f"{name:16} {told}  fused {fused(of, world)}, by one account alone {alone}")


def size(number: int) -> None:
    """Print time and memory of judging and clustering an archive of this size."""
    started = time.perf_counter()
    world = make_archive(number)
    made, before = time.perf_counter(), _gigabytes()
    clock, used = made, time.process_time()
    judgements = judge(world.records, world.documents)
    judged_used = time.process_time()
    clusters = cluster([record.id for record in world.records], judgements)
    done, done_used, most = time.perf_counter(), time.process_time(), _gigabytes()
    of = {account: group[0] for group in clusters for account in group}
    told = b_cubed(of, world.gold)
    print(
        f"{len(world.records)} accounts: {done - clock:.1f} s by the clock, "
        f"{done_used - used:.1f} s of processor (judge {judged_used - used:.1f}, cluster "
        f"{done_used - judged_used:.1f}); {len(judgements)} judgements, {len(clusters)} "
        f"incidents, B3 {told.f1:.3f}; {most:.2f} GB at most, {before:.2f} of them "
        f"the world, made in {made - started:.1f} s",
        flush=True,
    )


def _gigabytes() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def sizes(numbers: Sequence[int]) -> None:
    """Measure each size in a process of its own, so that none holds another's memory."""
    for number in numbers:
        process = multiprocessing.get_context("spawn").Process(target=size, args=(number,))
        process.start()
        process.join()


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs="*")
    parser.add_argument("--incidents", type=int, default=2000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=5)
    chosen = parser.parse_args()
    if chosen.size:
        sizes(chosen.size)
    else:
        chaining(incidents=chosen.incidents, days=chosen.days, seed=chosen.seed)


if __name__ == "__main__":
    main()
