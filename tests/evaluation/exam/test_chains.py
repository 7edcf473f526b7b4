"""B-cubed over gold triggers, and where a trigger belongs that no account of ours has."""

from __future__ import annotations

from recount.evaluation.exam.chains import score_chains
from recount.model import IncidentType

TEXT = "A bomb went off there. The blast was loud. Two men fell. They ran."
BOMB, BLAST, FELL = (2, 6), (27, 32), (51, 55)


def values(*documents):
    return {score.name: score.value for score in score_chains(documents)}


def test_triggers_grouped_as_in_the_gold_are_all_right(account, paired):
    gold = [account(BOMB, BLAST), account(FELL)]
    ours = [account(BOMB, BLAST, name="x"), account(FELL, name="y")]
    assert values(paired(gold, ours, TEXT))["triggers_b3_f1"] == 1.0


def test_a_missed_trigger_stands_alone(account, paired):
    found = values(paired([account(BOMB, BLAST)], [account(BOMB)], TEXT))
    assert found["triggers_b3_precision"] == 1.0
    assert found["triggers_b3_recall"] == 0.5


def test_a_missed_trigger_goes_with_the_only_account_of_its_sentence(account, paired):
    near = (31, 40)
    ours = [account(BOMB, (33, 36))]
    assert values(paired([account(BOMB, (27, 31))], ours, TEXT))["triggers_b3_f1"] == 1.0
    two = [account(BOMB, near, name="x"), account((38, 41), name="y")]
    assert values(paired([account(BOMB, (23, 26))], two, TEXT))["triggers_b3_recall"] == 0.5


def test_a_trigger_of_several_accounts_counts_once_for_each(account, paired):
    gold = [account(BOMB, name="g"), account(BOMB, BLAST, name="h")]
    ours = [account(BOMB, name="x"), account(BOMB, BLAST, name="y")]
    found = values(paired(gold, ours, TEXT))
    assert found["triggers_b3_f1"] == 1.0
    fused = values(paired(gold, [account(BOMB, BLAST)], TEXT))
    assert fused["triggers_b3_precision"] == 0.5556


def test_the_baseline_puts_all_triggers_of_one_type_together(account, paired):
    gold = [account(BOMB), account(BLAST), account(FELL, type=IncidentType.ABDUCTION)]
    found = values(paired(gold, [], TEXT))
    assert found["baseline_one_per_type_b3_f1"] == 0.8
    assert found["triggers_b3_f1"] == 1.0


def test_the_baseline_never_groups_over_documents(account, paired):
    documents = [paired([account(BOMB)], [], TEXT, name=name) for name in "de"]
    assert values(*documents)["baseline_one_per_type_b3_f1"] == 1.0
