"""Chaining on a small generated world (``benchmarks/linking.py`` measures the whole one)."""

import sys
from pathlib import Path

import pytest

from recount.evaluation.match import b_cubed
from recount.link import cluster, judge

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def benchmark_modules():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import linking
        import linking_world
    finally:
        sys.path.remove(str(BENCHMARKS))
    return linking, linking_world


@pytest.fixture(scope="module")
def measured(benchmark_modules):
    linking, worlds = benchmark_modules
    world = worlds.make_world(incidents=120, days=22)
    accounts = [record.id for record in world.records]
    judgements = judge(world.records, world.documents)
    whole = linking.components(accounts, judgements)
    ways = {
        "components": whole,
        "average": linking.by_component(accounts, judgements, whole),
        "ours": {a: g[0] for g in cluster(accounts, judgements) for a in g},
    }
    return {name: b_cubed(of, world.gold) for name, of in ways.items()}, world


def test_the_world_is_the_same_for_the_same_seed(measured):
    _, world = measured
    from linking_world import make_world

    assert make_world(incidents=120, days=22) == world
    assert make_world(incidents=120, days=22, seed=6).gold != world.gold


def test_clusters_beat_components_and_average_linkage(measured):
    found, _ = measured
    assert found["components"].f1 >= 0.7
    assert found["ours"].f1 >= found["components"].f1
    assert found["ours"].f1 >= found["average"].f1
    assert found["ours"].precision >= found["components"].precision


@pytest.mark.parametrize("seed", [5, 7, 8])
def test_no_account_alone_links_two_incidents_of_a_cluster(seed, benchmark_modules):
    linking, worlds = benchmark_modules
    world = worlds.make_world(incidents=700, days=128, seed=seed)
    judgements = judge(world.records, world.documents)
    accounts = [record.id for record in world.records]
    of = {a: group[0] for group in cluster(accounts, judgements) for a in group}
    whole = linking.components(accounts, judgements)
    assert linking.hanging(whole, world, judgements) > 0
    assert linking.hanging(of, world, judgements) == 0
