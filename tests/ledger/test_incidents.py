"""Ids of incidents stay when clusters grow, merge and split."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.ledger.incidents import Earlier, assign_ids, resolve_id
from recount.model import Incident, UsageError


def first(*accounts: str) -> str:
    return Incident.id_of(accounts)


def test_a_new_incident_is_named_after_its_smallest_account():
    assert assign_ids([("b", "a")], []).ids == (first("a"),)


def test_an_incident_keeps_its_id_when_a_smaller_account_joins():
    earlier = [Earlier(first("b"), ("b",))]
    assert assign_ids([("a", "b")], earlier).ids == (first("b"),)


def test_a_merged_incident_has_the_id_of_the_larger_part_and_the_other_becomes_an_alias():
    earlier = [Earlier(first("a"), ("a",)), Earlier(first("b"), ("b", "c"))]
    made = assign_ids([("a", "b", "c")], earlier)
    assert made.ids == (first("b"),)
    assert made.aliases == {first("a"): first("b")}


def test_equal_parts_give_the_smaller_id_to_the_merged_incident_unless_it_was_made_of_one():
    earlier = [Earlier("00", ("a",)), Earlier("11", ("b",))]
    assert assign_ids([("a", "b")], earlier).ids == ("00",)


def test_the_larger_part_of_a_split_keeps_the_id():
    earlier = [Earlier(first("a"), ("a", "b", "c"))]
    made = assign_ids([("a",), ("b", "c")], earlier)
    assert made.ids[1] == first("a")
    assert made.ids[0] != first("a")
    assert made.aliases == {}


def test_an_incident_split_again_after_a_merge_gets_its_own_id_back():
    earlier = [Earlier(first("a"), ("a", "b"))]
    assert assign_ids([("a",), ("b",)], earlier).ids == (first("a"), first("b"))


accounts = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True)


@st.composite
def partitions(draw):
    left = draw(accounts)
    found: dict[int, list[str]] = {}
    for account in left:
        found.setdefault(draw(st.integers(0, 3)), []).append(account)
    return [tuple(sorted(members)) for members in found.values()]


@given(partitions(), partitions(), partitions())
def test_ids_differ_whatever_merges_and_splits_come(one, two, three):
    earlier: list[Earlier] = []
    for clusters in (one, two, three):
        made = assign_ids(clusters, earlier)
        assert len(set(made.ids)) == len(clusters)
        assert not set(made.aliases) & set(made.ids)
        assert set(made.aliases.values()) <= set(made.ids)
        earlier = [Earlier(i, c) for i, c in zip(made.ids, clusters, strict=True)]


@given(partitions(), partitions(), st.randoms())
def test_the_order_of_clusters_does_not_matter(one, two, random):
    earlier = [Earlier(first(*c), c) for c in one]
    shuffled = list(two)
    random.shuffle(shuffled)
    made = dict(zip(two, assign_ids(two, earlier).ids, strict=True))
    assert made == dict(zip(shuffled, assign_ids(shuffled, earlier).ids, strict=True))


LIVE = frozenset({"aa11", "aa22", "bb33"})


def test_an_id_an_earlier_id_and_a_beginning_are_followed():
    aliases = {"cc44": "dd55", "dd55": "bb33"}
    assert resolve_id("aa11", LIVE, aliases) == "aa11"
    assert resolve_id("bb", LIVE, aliases) == "bb33"
    assert resolve_id("cc44", LIVE, aliases) == "bb33"


@pytest.mark.parametrize(
    ("prefix", "words"), [("aa", "beginning of 2"), ("zz", "no incident"), ("", "name")]
)
def test_a_beginning_that_means_none_or_several_is_an_error(prefix, words):
    with pytest.raises(UsageError, match=words):
        resolve_id(prefix, LIVE, {})


def test_aliases_in_a_circle_end():
    with pytest.raises(UsageError):
        resolve_id("x", LIVE, {"x": "y", "y": "x"})
