"""The exam of numbers on invented sentences: what the product reads, and when it is right."""

from __future__ import annotations

import pytest

from recount.evaluation.base import Options
from recount.evaluation.mentions import numbers
from recount.evaluation.mentions.gold import Number
from recount.evaluation.mentions.numbers import NumberRow, is_right, score
from recount.model import Property, Span

NOTHING = (None, None, None)
TEXT = "At least 12 soldiers were killed in Osset. A boy, 9, was near mile 40; no one was wounded."


def killed(low, value, high):
    return Number(Property.KILLED, "people", low, value, high)


def test_people_harmed_need_all_three_bounds():
    gold = killed(12, 12, None)
    assert is_right(gold, NumberRow("n", people=True, kind="people", figure=(12, 12, None)))
    assert not is_right(gold, NumberRow("n", people=True, kind="people", figure=(12, 12, 12)))
    assert not is_right(gold, NumberRow("n", people=False, kind="age", figure=(12, 12, None)))


def test_people_not_harmed_and_things_need_the_group_alone():
    there = Number(None, "people", None, None, None)
    age = Number(None, "age", None, None, None)
    assert is_right(there, NumberRow("n", people=True, kind="fighters", figure=(5, 5, 5)))
    assert is_right(age, NumberRow("n", people=False, kind="money", figure=(5, 5, 5)))
    assert not is_right(age, NumberRow("n", people=True, kind="people", figure=(5, 5, 5)))


def test_scores_are_shares_of_their_own_items():
    golds = [killed(3, 3, 3), killed(0, 0, 0), Number(None, "age", *NOTHING)]
    rows = [
        NumberRow("a", people=True, kind="people", figure=(3, 3, 3)),
        NumberRow("b", people=False, kind="none", figure=(0, 0, 0)),
        NumberRow("c", people=False, kind="money", figure=NOTHING),
    ]
    found = {one.name: (one.value, one.over) for one in score(golds, rows)}
    assert found["numbers_exact"] == (0.6667, 3)
    assert found["counts_exact"] == (0.5, 2)
    assert found["counts_figure_exact"] == (1.0, 2)
    assert found["others_exact"] == (1.0, 1)
    assert found["kind"] == (0.0, 1)


def test_the_quantity_is_that_of_the_mention_and_its_noun():
    start = TEXT.index("12")
    quantity = numbers.quantity_at(TEXT, Span(start, start + 2))
    assert quantity is not None
    assert TEXT[quantity.start : quantity.end] == "At least 12 soldiers"
    assert numbers.quantity_at(TEXT, Span(0, 3)) is None


@pytest.mark.parametrize(
    ("mention", "people", "figure"),
    [("12", True, (12, 12, None)), ("no one", True, (0, 0, 0)), ("9", False, None)],
)
def test_the_task_reads_a_made_file(mention, people, figure, pinned, at, tmp_path, monkeypatch):
    label = {"counts": "killed", "kind": "people", "low": 12, "value": 12, "high": None}
    row = {"id": "n-1", "text": TEXT, "at": at(TEXT, mention), **label, "qualifier": "at_least"}
    monkeypatch.setattr(numbers, "LABELS", pinned(row))
    outcome = numbers.run(tmp_path, Options("made"))
    assert outcome.rows[0].people is people
    assert figure is None or outcome.rows[0].figure == figure
    assert TEXT not in "".join(outcome.errors)


def test_nobody_else_is_no_count_of_nobody(pinned, at, tmp_path, monkeypatch):
    text = "A boy, 9, was hit in Osset, and no one else."
    label = {"counts": "killed", "kind": "people", "low": None, "value": None, "high": None}
    row = {"id": "n-1", "text": text, "at": at(text, "no one"), **label, "qualifier": "exact"}
    monkeypatch.setattr(numbers, "LABELS", pinned(row))
    assert numbers.run(tmp_path, Options("made")).rows[0].figure == NOTHING
