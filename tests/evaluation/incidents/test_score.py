"""Scores of hand-made alignments with known answers."""

from __future__ import annotations

import pytest

from recount.evaluation.incidents.align import align
from recount.evaluation.incidents.score import score
from recount.model import Qualifier


def scores_of(facts, shown, tallies=()):
    return {s.name: s.value for s in score(facts, align(facts, shown), shown, tallies)}


def test_recall_and_precision_count_misses_and_spurious_accounts(made):
    golds = [made.gold("g1"), made.gold("g2", when="2031-07-01", settlement="Pell")]
    accounts = (made.shown("a1"), made.shown("a2", when="2031-09-09", where=None))
    found = scores_of(made.facts(golds), accounts)
    assert found["recall"] == 0.5
    assert found["precision"] == 0.5


def test_optional_accounts_are_neutral_and_set_aside_ones_are_errors(made):
    optional = made.aside("arrests", kind="Arrests", when="2031-08-01", settlement="Orlan")
    aside = made.aside("old raid", kind="Attack", when="1990-01-01", settlement="Orlan")
    facts = made.facts([made.gold()], optional=[optional], set_aside=[aside])
    accounts = (
        made.shown("a1"),
        made.shown("a2", kind="Arrests", when="2031-08-01"),
        made.shown("a3", when="1990-01-01"),
    )
    found = scores_of(facts, accounts)
    assert found["precision"] == 0.5
    assert found["set_aside_counted"] == 1.0


@pytest.mark.parametrize(
    ("ours", "theirs", "right"),
    [
        (("2031-03-04", None), ("2031-03-04", None), 1.0),
        (("2031-03-04", "2031-03-05"), ("2031-03-04", None), 0.0),
        (("2031-03-01", "2031-03-31"), ("2031-03-01", "2031-03-31"), 1.0),
        ((None, None), ("2031-03-04", None), 0.0),
        ((None, None), (None, None), 1.0),
        (("2031-03-04", None), (None, None), 0.0),
    ],
)
def test_day_exact_asks_for_first_and_last_day_and_for_known_unknowns(made, ours, theirs, right):
    gold = made.gold(when=theirs[0], end=theirs[1], site="mill", counts=[made.gold_count()])
    account = made.shown(
        when=ours[0], end=ours[1], words="attacked the mill", counts=[made.count()]
    )
    assert scores_of(made.facts([gold]), (account,))["day_exact"] == right


@pytest.mark.parametrize(
    ("ours", "theirs", "right"),
    [
        ((5, Qualifier.EXACT), (5, "exact"), 1.0),
        ((5, Qualifier.EXACT), (5, "at least"), 1.0),
        ((60, Qualifier.ABOUT), (60, "around"), 1.0),
        ((5, Qualifier.EXACT), (6, "exact"), 0.0),
        ((0, Qualifier.DOZENS), (24, "dozens"), 1.0),
        ((0, Qualifier.SCORES), (24, "dozens"), 0.0),
    ],
)
def test_killed_exact_compares_the_number_or_the_low_of_a_vague_word(made, ours, theirs, right):
    gold = made.gold(counts=[made.gold_count(number=theirs[0], qualifier=theirs[1])])
    account = made.shown(counts=[made.count(number=ours[0], qualifier=ours[1])])
    assert scores_of(made.facts([gold]), (account,))["killed_exact"] == right


def test_killed_bounds_asks_for_the_hedge_too(made):
    gold = made.gold(counts=[made.gold_count(number=5, qualifier="at least")])
    exact = made.shown(counts=[made.count(number=5)])
    hedged = made.shown(counts=[made.count(number=5, qualifier=Qualifier.AT_LEAST)])
    assert scores_of(made.facts([gold]), (exact,))["killed_bounds"] == 0.0
    assert scores_of(made.facts([gold]), (hedged,))["killed_bounds"] == 1.0


def test_only_the_primary_figure_counts(made):
    gold = made.gold(counts=[made.gold_count(number=5)])
    account = made.shown(counts=[made.count(number=5, primary=False), made.count(number=7)])
    assert scores_of(made.facts([gold]), (account,))["killed_exact"] == 0.0


def test_a_figure_where_the_gold_has_none_is_wrong_and_rivals_alone_are_neutral(made):
    account = made.shown(counts=[made.count(number=5)])
    none = scores_of(made.facts([made.gold()]), (account,))
    rival = made.gold(counts=[made.gold_count(number=9, rival=True)])
    assert none["killed_exact"] == 0.0
    assert scores_of(made.facts([rival]), (account,))["killed_exact"] == 0.0
    alignment = align(made.facts([rival]), (account,))
    over = {s.name: s.over for s in score(made.facts([rival]), alignment, (account,), ())}
    assert over["killed_exact"] == 0


def test_groups_are_found_when_all_accounts_stand_in_one_incident(made):
    golds = [made.gold("g1", file="a.txt"), made.gold("g2", file="b.txt")]
    facts = made.facts(golds, groups=[(("g1", "g2"), False)])
    one = (
        made.shown("a1", file="a.txt", incident="i"),
        made.shown("a2", file="b.txt", incident="i"),
    )
    two = (made.shown("a1", file="a.txt"), made.shown("a2", file="b.txt"))
    assert scores_of(facts, one)["groups_found"] == 1.0
    assert scores_of(facts, two)["groups_found"] == 0.0
    assert scores_of(facts, one[:1])["groups_found"] == 0.0


def test_two_gold_incidents_in_one_of_ours_are_a_false_group(made):
    golds = [made.gold("g1", file="a.txt"), made.gold("g2", file="b.txt")]
    fused = (
        made.shown("a1", file="a.txt", incident="i"),
        made.shown("a2", file="b.txt", incident="i"),
    )
    assert scores_of(made.facts(golds), fused)["false_groups"] == 1.0
    probable = made.facts(golds, groups=[(("g1", "g2"), True)])
    assert scores_of(probable, fused)["false_groups"] == 0.0


def test_responsibility_is_compared_under_the_aliases_of_the_gold(made):
    gold = made.gold(responsibility=[("Grey Hand", "claimed"), ("Blue Hand", "denied")])
    facts = made.facts([gold], aliases=[("gh", "Grey Hand")])
    account = made.shown(responsibility=[("GH", "claimed")])
    found = scores_of(facts, (account,))
    assert found["responsibility_recall"] == 0.5
    assert found["responsibility_precision"] == 1.0


def test_place_exact_goes_by_the_finest_level_of_the_gold(made):
    province = made.gold(settlement=None)
    assert scores_of(made.facts([province]), (made.shown(),))["place_exact"] == 1.0
    elsewhere = made.shown(where=made.place(name="Pell"))
    assert scores_of(made.facts([made.gold()]), (elsewhere,))["place_exact"] == 0.0
    nowhere = made.gold(country=None, province=None, settlement=None)
    assert scores_of(made.facts([nowhere]), (made.shown(where=None),))["place_exact"] == 1.0


def test_triggers_in_captions_and_clutter_are_counted(made):
    accounts = (made.shown("a1"), made.shown("a2", segment="caption"))
    assert scores_of(made.facts([made.gold()]), accounts)["clutter"] == 1.0
