from recount.link import cluster
from recount.link import weights as w
from recount.model import Judgement, Reason, Verdict


def judged(left, right, score, *, anchor=0.0):
    """A method's judgement; ``anchor`` is what a rule took from its score."""
    verdict = Verdict.DIFFERENT
    if score + anchor >= w.SAME_AT:
        verdict = Verdict.SAME
    elif score + anchor >= w.UNSURE_AT:
        verdict = Verdict.UNSURE
    reasons = (Reason(w.ANCHOR, anchor, "no common place"),) if anchor != 0.0 else ()
    key = Judgement.id_of(left, right, verdict, "test", None)
    return Judgement(key, left, right, verdict, score + anchor, "test", reasons)


PAIR = [judged("a", "b", 9.0)]
OTHER = [judged("c", "d", 9.0), judged("a", "c", -9.0), judged("b", "d", -9.0)]


def to(lone, *others, score=6.0):
    return [judged(*sorted((lone, other)), score, anchor=-4.5) for other in others]


def test_an_account_without_a_place_joins_the_one_incident_that_it_can_belong_to():
    assert cluster("abz", [*PAIR, *to("z", "a", "b")]) == (("a", "b", "z"),)


def test_it_stays_alone_between_two_incidents_that_it_could_belong_to():
    both = [*PAIR, *OTHER, *to("z", "a", "b"), *to("z", "c", "d")]
    assert cluster("abcdz", both) == (("a", "b"), ("c", "d"), ("z",))


def test_it_joins_no_single_account():
    assert cluster("az", to("z", "a")) == (("a",), ("z",))


def test_it_stays_alone_where_a_member_forbids_it(make):
    told = [*PAIR, *to("z", "a", "b")]
    assert cluster("abz", [*told, make.person("a", "z", Verdict.DIFFERENT)]) == (
        ("a", "b"),
        ("z",),
    )


def test_two_accounts_that_bar_each_other_do_not_both_join():
    told = [*PAIR, *to("y", "a", "b"), *to("z", "a", "b", score=6.5), judged("y", "z", -40.0)]
    assert cluster("abyz", told) == (("a", "b", "z"), ("y",))
    assert cluster("zyba", told[::-1]) == (("a", "b", "z"), ("y",))


SURE_PAIR = [judged("a", "b", 12.0)]
SURE_OTHER = [judged("c", "d", 12.0), judged("a", "c", -9.0), judged("b", "d", -9.0)]


def disagreeing(lone, near, far, score=11.0):
    """One account that agrees in full with one of an incident, and with no other of it."""
    return [judged(near, lone, score), judged(far, lone, -11.5)]


def test_one_pair_that_leaves_no_doubt_joins_an_account_to_its_incident():
    assert cluster("abz", [*SURE_PAIR, *disagreeing("z", "a", "b")]) == (("a", "b", "z"),)


def test_one_pair_of_less_weight_does_not():
    told = [*SURE_PAIR, *disagreeing("z", "a", "b", score=w.ATTACH_LINK_AT - 1)]
    assert cluster("abz", told) == (("a", "b"), ("z",))


def test_it_stays_alone_where_a_pair_ties_it_to_another_incident_too():
    told = [
        *SURE_PAIR,
        *SURE_OTHER,
        *disagreeing("z", "a", "b"),
        *disagreeing("z", "c", "d", score=10.0),
    ]
    assert cluster("abcdz", told) == (("a", "b"), ("c", "d"), ("z",))


def test_it_stays_alone_where_a_person_is_unsure_of_the_pair(make):
    told = [*SURE_PAIR, *disagreeing("z", "a", "b"), make.person("a", "z", Verdict.UNSURE)]
    assert cluster("abz", told) == (("a", "b"), ("z",))
