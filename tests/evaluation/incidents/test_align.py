"""Who is aligned with whom: day, place, type, figures and words of hand-made cases."""

from __future__ import annotations

from datetime import date

from recount.evaluation.incidents.align import align, date_points, points_of, same_name


def pairs_of(alignment):
    return {(pair.account.id, pair.gold.id) for pair in alignment.pairs}


def test_same_day_place_and_type_align(made):
    found = align(made.facts([made.gold()]), (made.shown(),))
    assert pairs_of(found) == {("a1", "g1")}


def test_a_wrong_day_still_aligns_when_place_and_figure_agree(made):
    gold = made.gold(counts=[made.gold_count(number=17)])
    account = made.shown(when="2031-05-09", counts=[made.count(number=17)])
    assert pairs_of(align(made.facts([gold]), (account,))) == {("a1", "g1")}


def test_place_and_type_alone_do_not_align(made):
    account = made.shown(when=None, words="an attack")
    found = align(made.facts([made.gold()]), (account,))
    assert found.pairs == ()
    assert [incident.id for incident in found.missed] == ["g1"]
    assert [spurious.id for spurious in found.spurious] == ["a1"]


def test_another_country_keeps_two_apart(made):
    account = made.shown(where=made.place(country="XW"))
    assert align(made.facts([made.gold()]), (account,)).pairs == ()


def test_each_gold_incident_takes_one_account_and_the_copy_is_spurious(made):
    better = made.shown("a1", counts=[made.count(number=9)])
    worse = made.shown("a2")
    gold = made.gold(counts=[made.gold_count(number=9)])
    found = align(made.facts([gold]), (worse, better))
    assert pairs_of(found) == {("a1", "g1")}
    assert [account.id for account in found.spurious] == ["a2"]


def test_accounts_never_align_across_documents(made):
    found = align(made.facts([made.gold(file="b.txt")]), (made.shown(file="a.txt"),))
    assert found.pairs == ()


def test_two_incidents_of_one_town_and_day_are_told_apart_by_figures(made):
    golds = [
        made.gold("g1", counts=[made.gold_count(number=14)]),
        made.gold("g2", counts=[made.gold_count(number=8)]),
    ]
    accounts = (
        made.shown("a1", counts=[made.count(number=8)]),
        made.shown("a2", counts=[made.count(number=14)]),
    )
    assert pairs_of(align(made.facts(golds), accounts)) == {("a1", "g2"), ("a2", "g1")}


def test_unknown_dates_align_by_the_words_of_the_site(made):
    gold = made.gold(when=None, province=None, settlement=None, site="grain store")
    account = made.shown(when=None, where=None, words="gunmen attacked the grain store")
    assert pairs_of(align(made.facts([gold]), (account,))) == {("a1", "g1")}


def test_a_date_as_wide_as_a_year_identifies_nothing(made):
    account = made.shown(when="2031-01-01", end="2031-12-31")
    assert points_of(made.facts([made.gold()]), account, made.gold()) == 0.0


def test_an_optional_entry_in_words_makes_an_account_neutral(made):
    entry = made.aside("shelling of villages along the northern river")
    account = made.shown(when=None, words="soldiers shelled villages on the northern river")
    found = align(made.facts([], optional=[entry]), (account,))
    assert [neutral.id for neutral, _ in found.neutral] == ["a1"]
    assert found.spurious == ()


def test_a_typed_optional_entry_needs_two_signs_and_no_date_far_off(made):
    entry = made.aside("arrests", kind="Arrests", when="2031-03-04", settlement="Orlan")
    near = made.shown("a1", kind="Arrests")
    far = made.shown("a2", kind="Arrests", when="2031-06-01")
    other = made.shown("a3", kind="Attack", when=None, where=None)
    found = align(made.facts([], optional=[entry]), (near, far, other))
    assert [neutral.id for neutral, _ in found.neutral] == ["a1"]
    assert {account.id for account in found.spurious} == {"a2", "a3"}


def test_what_is_set_aside_and_shown_is_counted_as_an_error(made):
    entry = made.aside("a massacre", kind="Attack", when="1994-03-04", settlement="Orlan")
    found = align(made.facts([], set_aside=[entry]), (made.shown(when="1994-03-04"),))
    assert [counted.id for counted, _ in found.counted] == ["a1"]


def test_what_is_shown_of_an_unread_document_is_spurious(made):
    found = align(made.facts([], unread=["fr.txt"]), (made.shown(file="fr.txt"),))
    assert [account.id for account in found.spurious] == ["a1"]


def test_overlapping_dates_give_points_by_the_share_of_days():
    exact = date_points(date(2031, 3, 4), date(2031, 3, 4), date(2031, 3, 4), date(2031, 3, 4))
    month = date_points(date(2031, 3, 1), date(2031, 3, 31), date(2031, 3, 4), date(2031, 3, 4))
    near = date_points(date(2031, 3, 6), date(2031, 3, 6), date(2031, 3, 4), date(2031, 3, 4))
    far = date_points(date(2031, 4, 6), date(2031, 4, 6), date(2031, 3, 4), date(2031, 3, 4))
    assert exact > month > near > 0 > far


def test_names_of_places_ignore_accents_case_and_words_for_levels():
    assert same_name("Orlān-e Vess", "orlan e vess")
    assert same_name("Vess Province", "Vess")
    assert not same_name("Orlan", "Orlando")
