"""Gold accounts and ours are paired by triggers first, by other words where none is shared."""

from __future__ import annotations


def test_accounts_that_share_a_trigger_are_paired(account, paired):
    found = paired([account((0, 8)), account((20, 28))], [account((22, 25)), account((90, 95))])
    assert found.by_trigger == ((1, 0),)
    assert found.by_evidence == ()


def test_the_pairs_are_those_that_share_most_together(account, paired):
    gold = [account((0, 5), (10, 15)), account((0, 5))]
    ours = [account((0, 5)), account((0, 5), (10, 15))]
    assert set(paired(gold, ours).pairs) == {(0, 1), (1, 0)}


def test_figures_decide_between_accounts_that_share_their_triggers(account, paired):
    gold = [account((0, 5), evidence=[("killed", (30, 35))]), account((0, 5))]
    ours = [account((0, 5)), account((0, 5), evidence=[("killed", (30, 35))])]
    assert set(paired(gold, ours).pairs) == {(0, 1), (1, 0)}


def test_a_shared_figure_pairs_accounts_without_a_shared_trigger(account, paired):
    gold = [account((0, 5), evidence=[("killed", (30, 45))])]
    ours = [account((50, 55), evidence=[("killed", (30, 32))])]
    assert paired(gold, ours).by_evidence == ((0, 0),)


def test_a_date_alone_pairs_nothing_but_a_date_and_a_participant_do(account, paired):
    words = [("date", (30, 40)), ("participant", (60, 70))]
    gold = [account((0, 5), evidence=words)]
    assert paired(gold, [account((50, 55), evidence=words[:1])]).pairs == ()
    assert paired(gold, [account((50, 55), evidence=words)]).by_evidence == ((0, 0),)


def test_figures_of_different_properties_are_not_the_same_words(account, paired):
    gold = [account((0, 5), evidence=[("killed", (30, 45))])]
    ours = [account((50, 55), evidence=[("wounded", (30, 45))])]
    assert paired(gold, ours).pairs == ()


def test_an_account_paired_by_its_trigger_is_not_paired_again(account, paired):
    words = [("killed", (30, 45))]
    gold = [account((0, 5), evidence=words)]
    ours = [account((0, 5)), account((50, 55), evidence=words)]
    assert paired(gold, ours).pairs == ((0, 0),)


def test_documents_without_accounts_have_no_pairs(account, paired):
    assert paired([], [account((0, 5))]).pairs == ()
    assert paired([account((0, 5))], []).pairs == ()
