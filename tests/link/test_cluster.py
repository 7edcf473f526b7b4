from itertools import pairwise

from recount.link import cluster
from recount.model import Judgement, Verdict


def machine(left, right, score):
    verdict = Verdict.SAME if score >= 4 else (Verdict.UNSURE if score >= -1 else Verdict.DIFFERENT)
    key = Judgement.id_of(left, right, verdict, "test", None)
    return Judgement(key, left, right, verdict, score, "test")


def clique(names, score=8.0):
    return [machine(a, b, score) for i, a in enumerate(names) for b in names[i + 1 :]]


def test_accounts_without_judgements_stand_alone():
    assert cluster(["b", "a"], []) == (("a",), ("b",))


def test_a_link_joins():
    assert cluster(["a", "b", "c"], [machine("a", "b", 6.0)]) == (("a", "b"), ("c",))


def test_one_bad_link_does_not_fuse_two_incidents():
    left, right = ["a1", "a2", "a3", "a4"], ["b1", "b2", "b3", "b4"]
    links = [*clique(left), *clique(right), machine("a4", "b1", 7.0)]
    assert cluster([*left, *right], links) == (tuple(left), tuple(right))


def test_a_chain_does_not_run_through():
    names = [f"n{at}" for at in range(9)]
    found = cluster(names, [machine(a, b, 4.5) for a, b in pairwise(names)])
    assert max(map(len, found)) <= 3


def test_an_unsure_pair_inside_does_not_break_a_cluster():
    links = [machine("a", "b", 8.0), machine("b", "c", 8.0), machine("a", "c", 1.0)]
    assert cluster(["a", "b", "c"], links) == (("a", "b", "c"),)


def test_accounts_of_one_document_stay_apart_however_many_links_there_are():
    links = [machine("a", "c", 9.0), machine("b", "c", 8.0), machine("a", "b", -45.0)]
    assert cluster(["a", "b", "c"], links) == (("a", "c"), ("b",))


def test_a_person_joins_against_every_method(make):
    links = [machine("a", "b", -45.0), make.person("a", "b", Verdict.SAME)]
    assert cluster(["a", "b"], links) == (("a", "b"),)


def test_a_person_separates_against_every_method(make):
    links = [*clique(["a", "b", "c"], 12.0), make.person("a", "b", Verdict.DIFFERENT)]
    found = cluster(["a", "b", "c"], links)
    assert not any({"a", "b"} <= set(group) for group in found)


def test_a_person_who_is_unsure_takes_the_link_away(make):
    links = [machine("a", "b", 9.0), make.person("a", "b", Verdict.UNSURE)]
    assert cluster(["a", "b"], links) == (("a",), ("b",))


def test_where_people_contradict_each_other_different_holds(make):
    said = [
        make.person("a", "b", Verdict.SAME),
        make.person("a", "b", Verdict.DIFFERENT, "second"),
        make.person("b", "c", Verdict.SAME),
    ]
    assert cluster(["a", "b", "c"], said) == (("a",), ("b", "c"))


def test_judgements_on_accounts_that_are_gone_do_nothing():
    assert cluster(["a"], [machine("a", "zz", 9.0)]) == (("a",),)


def test_one_account_that_agrees_with_two_incidents_does_not_fuse_them():
    left, right = ["a1", "a2"], ["b1", "b2", "b3"]
    apart = [machine(a, b, 0.5) for a in left for b in right]
    bridge = [machine("x", other, 12.0) for other in (*left, *right)]
    links = [*clique(left, 12.0), *clique(right, 12.0), *bridge, *apart]
    found = cluster(["x", *left, *right], links)
    assert not any({"a1", "b1"} <= set(group) for group in found)


def test_links_of_one_account_alone_do_not_fuse_what_is_merely_alike():
    left, right = ["a1", "a2", "a3"], ["b1", "b2"]
    alike = [machine(a, b, 2.5) for a in left for b in right]
    bridge = [machine("x", other, 4.9) for other in (*left, *right)]
    links = [*clique(left, 7.0), *clique(right, 6.0), *bridge, *alike]
    found = cluster(["x", *left, *right], links)
    assert not any({"a1", "b1"} <= set(group) for group in found)


def test_several_accounts_that_agree_do_join():
    left, right = ["a1", "a2", "a3"], ["b1", "b2", "b3"]
    between = [machine(a, b, 4.5) for a in left for b in right]
    links = [*clique(left), *clique(right), *between]
    assert cluster([*left, *right], links) == ((*left, *right),)
