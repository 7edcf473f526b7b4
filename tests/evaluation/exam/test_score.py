"""The exam's scores on invented accounts."""

from __future__ import annotations

from recount.evaluation.exam.score import score
from recount.model import IncidentType, Realis, Scope

AT = (0, 5)
THREE = (3, 3, 3)


def values(*documents):
    return {one.name: one.value for one in score(documents)}


def over(*documents):
    return {one.name: one.over for one in score(documents)}


def test_a_perfect_reading_has_ones_and_no_clutter(account, paired):
    said = [("claimed", [(40, 45)])]
    gold = [account(AT, killed=THREE, wounded=(1, 1, None), said=said)]
    found = values(paired(gold, gold))
    less = {name: found.pop(name) for name in ("ece", "clutter_per_100")}
    assert less == {"ece": 0.0, "clutter_per_100": 0.0}
    assert found.pop("auroc") == 0.0
    assert set(found.values()) == {1.0}


def test_accounts_of_documents_without_incidents_cost_precision(account, paired):
    found = values(paired([account(AT)], [account(AT)]), paired([], [account(AT)], name="e"))
    assert found["account_precision"] == 0.5
    assert found["account_recall"] == 1.0
    assert found["account_f1"] == 0.6667


def test_an_exact_figure_has_the_same_low_value_and_high(account, paired):
    at_least = paired([account(AT, killed=(3, 3, None))], [account(AT, killed=THREE)])
    found = values(at_least)
    assert found["killed_exact"] == 0.0
    assert found["killed_value_exact"] == 1.0


def test_a_vague_figure_counts_by_its_bound_as_a_value(account, paired):
    vague = paired([account(AT, killed=(24, None, None))], [account(AT, killed=(24, None, 30))])
    assert values(vague)["killed_value_exact"] == 1.0


def test_figures_of_missed_accounts_are_wrong_and_invented_ones_too(account, paired):
    missed = paired([account(AT, killed=THREE)], [])
    extra = paired([account(AT)], [account(AT, killed=THREE)], name="e")
    right = paired([account(AT, killed=THREE)], [account(AT, killed=THREE)], name="f")
    assert values(missed, extra, right)["killed_exact"] == 0.3333


def test_accounts_where_nobody_states_a_figure_count_for_nothing(account, paired):
    assert over(paired([account(AT)], [account(AT)]))["killed_exact"] == 0


def test_every_class_of_the_gold_counts_alike(account, paired):
    gold = [account((at, at + 5)) for at in (0, 10, 20)]
    gold.append(account((30, 35), realis=Realis.PLANNED))
    ours = [account((at, at + 5)) for at in (0, 10, 20, 30)]
    assert values(paired(gold, ours))["realis_macro_f1"] == 0.4286


def test_a_class_whose_accounts_are_all_missed_counts_as_none_right(account, paired):
    gold = [account(AT), account((30, 35), scope=Scope.ACCIDENT)]
    assert values(paired(gold, [account(AT)]))["scope_macro_f1"] == 0.5


def test_types_are_compared_on_paired_accounts(account, paired):
    gold = [account(AT), account((30, 35)), account((60, 65))]
    ours = [account(AT), account((30, 35), type=IncidentType.ABDUCTION)]
    assert values(paired(gold, ours))["type_accuracy"] == 0.5


def test_a_stance_needs_the_actors_words(account, paired):
    gold = [account(AT, said=[("blamed", [(40, 50)])])]
    same = [account(AT, said=[("blamed", [(45, 48)])])]
    other = [account(AT, said=[("blamed", [(60, 65)])])]
    assert values(paired(gold, same))["stance_macro_f1"] == 1.0
    assert values(paired(gold, other))["stance_macro_f1"] == 0.0


def test_missed_and_spurious_positions_count_against_their_stance(account, paired):
    gold = [account(AT, said=[("claimed", [(40, 50)]), ("denied", [(60, 70)])])]
    ours = [account(AT, said=[("claimed", [(40, 50)]), ("claimed", [(90, 95)])])]
    assert values(paired(gold, ours))["stance_macro_f1"] == 0.3333


def test_positions_of_accounts_without_a_partner_count_too(account, paired):
    gold = [account(AT, said=[("claimed", [(40, 50)])])]
    ours = [account((90, 95), said=[("claimed", [(40, 50)])])]
    assert values(paired(gold, ours))["stance_macro_f1"] == 0.0


def test_stances_that_the_gold_has_nowhere_are_left_out(account, paired):
    gold = [account(AT, said=[("claimed", [(40, 50)])])]
    ours = [account(AT, said=[("claimed", [(40, 50)]), ("asserted", [(40, 50)])])]
    assert values(paired(gold, ours))["stance_macro_f1"] == 1.0


def test_unclaimed_names_no_actor_to_compare(account, paired):
    gold = [account(AT, said=[("unclaimed", [])])]
    ours = [account(AT, said=[("unclaimed", [(40, 50)])])]
    assert values(paired(gold, ours))["stance_macro_f1"] == 1.0


def test_clutter_is_the_whole_line_of_the_marked_words(account, paired):
    text = "A bomb went off.\nRelated: a bomb fell elsewhere\nThe end."
    document = paired([], [account((30, 34)), account((2, 6))], text, clutter=[(17, 24)])
    assert values(document)["clutter_per_100"] == 100.0


def test_what_lists_do_not_show_is_no_clutter(account, paired):
    document = paired([], [account((0, 5), shown=False)], clutter=[(0, 5)])
    assert values(document)["clutter_per_100"] == 0.0


def test_a_line_that_tells_of_an_incident_is_clutter_only_where_marked(account, paired):
    gold, ours = [account((20, 25))], [account((20, 25))]
    assert values(paired(gold, ours, clutter=[(0, 10)]))["clutter_per_100"] == 0.0
