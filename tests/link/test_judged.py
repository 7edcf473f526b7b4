"""Judgements kept as columns are read as a sequence of judgements."""

from dataclasses import replace

import numpy as np
import pytest

from recount.link import cluster, judge
from recount.link.compare import compare
from recount.link.described import describe
from recount.link.judged import Judged, thousandths
from recount.link.sets import components, together
from recount.link.ties import ties_of
from recount.link.weights import METHOD
from recount.model import Verdict


@pytest.fixture
def found(make):
    infos = {key: make.document(key, "2031-05-03") for key in "abcd"}
    records = [make.account(key, killed=20, site="mosque") for key in "abcd"]
    one, two = sorted((records[0].id, records[3].id))
    said = make.person(one, two, Verdict.DIFFERENT)
    return records, infos, judge(records, infos, [said]), said


def test_a_persons_judgement_stands_in_its_place(found):
    _, _, judgements, said = found
    pairs = [(j.left, j.right) for j in judgements]
    assert len(judgements) == 6
    assert pairs == sorted(pairs)
    assert [j for j in judgements if j.person is not None] == [said]
    assert judgements[-1] == tuple(judgements)[-1]
    assert judgements[1:3] == tuple(judgements)[1:3]
    with pytest.raises(IndexError):
        judgements[6]


def test_columns_and_objects_make_the_same_clusters(found):
    records, _, judgements, _ = found
    ids = [record.id for record in records]
    assert cluster(ids, judgements) == cluster(ids, tuple(judgements))
    assert cluster(ids[:2], judgements) == cluster(ids[:2], tuple(judgements))
    assert sorted(a for group in cluster(ids, judgements) for a in group) == sorted(ids)


def test_pieces_of_the_rows_in_any_order_are_the_same_judgements(found):
    records, infos, judgements, said = found
    rows, features = judgements.rows, describe(records, infos)
    pieces = [rows.chosen(np.array(at, dtype=int)) for at in ([4, 1], [], [3, 0, 2])]
    again = Judged(features, pieces, [said], scorer=compare, method=METHOD)
    assert again == judgements
    assert [c.tolist() for c in again.rows.columns()] == [c.tolist() for c in rows.columns()]


def test_sequences_of_the_same_judgements_are_equal(found):
    records, infos, judgements, said = found
    assert judgements == tuple(judgements)
    assert judgements == judge(records, infos, [said])
    assert judgements != tuple(judgements)[1:]
    assert judgements != [replace(j, score=0.0) for j in judgements]
    assert judgements != 6


def test_another_scorer_gives_scores_and_reasons(found):
    records, infos, _, _ = found
    none = judge(records, infos, scorer=lambda a, b: (), method="none.v1")
    assert len(none) == 0


def test_scores_are_rounded_as_one_rounds_a_number():
    scores = [0.0005, 0.0015, 2.6745, -1.0005, 4.0004999, 1 / 3]
    assert thousandths(np.array(scores)).tolist() == [round(round(s, 3) * 1000) for s in scores]


def test_ties_are_copied_only_where_some_are_left_out(found):
    records, _, judgements, _ = found
    ties = ties_of(sorted(record.id for record in records), judgements)
    assert ties.chosen(ties.left >= 0) is ties
    some = ties.chosen(ties.linked)
    assert len(some.left) == int(ties.linked.sum()) < len(ties.left)


def test_components_are_named_by_their_smallest_member():
    left, right = np.array([8, 5, 2]), np.array([5, 3, 7])
    assert components(9, left, right).tolist() == [0, 1, 2, 3, 4, 3, 6, 2, 3]
    groups = [members.tolist() for members in together(components(9, left, right))]
    assert groups == [[2, 7], [3, 5, 8]]
