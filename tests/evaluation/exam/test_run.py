"""The exam through the whole chain: offsets hold, and nothing of a text is told."""

from __future__ import annotations

import json

import pytest

from recount.evaluation.base import Options
from recount.evaluation.exam.nouns import ExamText, Labels
from recount.evaluation.exam.run import ExamRow, compare, counts, run
from recount.evaluation.exam.score import score
from recount.evaluation.product import Report, read_reports
from recount.model import Property, UsageError

TEXT = "At least nine people were killed on 4 March 2024 when a bomb exploded in Kabul."


@pytest.fixture(scope="module")
def reading():
    return read_reports([Report("made/d", TEXT)], link=False)


@pytest.fixture
def documents(reading, account):
    start = TEXT.index("exploded")
    figure = TEXT.index("nine")
    gold = account(
        (start, start + 8), evidence=[("killed", (figure, figure + 4))], killed=(9, 9, None)
    )
    labels = Labels("made", "d", "", (gold,), ())
    return compare([labels], [ExamText("made", "d", TEXT)], reading)


def test_the_product_reads_an_invented_report_as_it_is_labelled(documents):
    found = {one.name: one.value for one in score(documents)}
    assert found["account_recall"] == found["account_precision"] == 1.0
    assert found["killed_exact"] == 1.0


def test_counts_and_predictions_hold_no_words_of_the_text(documents):
    told = "\n".join(counts(documents))
    assert "made: 1 documents, 1 accounts in the gold, 1 of ours" in told
    assert "killed: 1 right, 0 missed, 0 for nothing, 0 wrong" in told
    (row,) = (ExamRow("made", "d", d.ours).plain() for d in documents)
    plain = json.dumps(row)
    assert row["accounts"][0]["figures"][Property.KILLED.value]["low"] == 9
    for word in ("bomb", "people", "exploded"):
        assert word not in told
        assert word not in plain


def test_an_unread_document_has_no_accounts_of_ours(account, reading):
    labels = Labels("made", "other", "", (account((0, 5)),), ())
    (document,) = compare([labels], [ExamText("made", "other", TEXT)], reading)
    assert document.ours == ()


def test_a_text_that_reading_changed_is_refused(reading):
    labels = Labels("made", "d", "", (), ())
    with pytest.raises(UsageError, match="was changed when it was read"):
        compare([labels], [ExamText("made", "d", f" {TEXT}")], reading)


def test_the_task_says_where_texts_are_missing(tmp_path):
    with pytest.raises(UsageError, match="There is no data for this task"):
        run(tmp_path, Options())
