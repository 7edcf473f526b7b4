"""Two annotators' labels brought to one form, compared and settled (``tools/settle_labels.py``)."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from recount.evaluation.base import Options
from recount.evaluation.mentions.gold import load, number

TOOL = Path(__file__).parents[3] / "tools" / "settle_labels.py"
TEXT = "More than 12 men died."
A = {"counts": "killed", "kind": "people", "low": 13, "value": None, "high": None}
B = {"counts": "killed", "kind": "people", "low": 12, "value": 12, "high": None}


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("settle_labels", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def made(folder, a, b, exam="numbers"):
    item = {"id": "n-1", "text": TEXT, "at": [0, 16]}
    a_line, b_line = json.dumps({**item, **a}), json.dumps({"id": "n-1", **b})
    (folder / f"{exam}_made_a.jsonl").write_text(a_line + "\n", encoding="utf-8")
    (folder / f"{exam}_made_b.jsonl").write_text(b_line + "\n", encoding="utf-8")


def test_more_than_is_written_in_one_way(tool, tmp_path):
    made(tmp_path, {**A, "qualifier": "more_than"}, {**B, "qualifier": "more_than"})
    (both,) = tool.read("numbers", tmp_path, sampled=False)
    assert both.a == both.b
    assert (both.a["low"], both.a["value"], both.a["high"]) == (12, 12, None)


@pytest.mark.parametrize(
    ("exam", "label"),
    [
        ("numbers", {**B, "qualifier": "lots"}),
        ("numbers", {**B, "kind": "sheep", "qualifier": "exact"}),
        ("numbers", {**B, "low": 13, "qualifier": "exact"}),
        ("dates", {"start": "2031-03-05", "end": "2031-03-04", "precision": "day"}),
    ],
)
def test_what_is_no_label_is_refused(tool, exam, label):
    with pytest.raises(ValueError, match=r"no label|not a valid"):
        tool.convention(exam, label)


def test_one_open_end_of_a_date_is_no_date(tool):
    label = {"start": "1968-01-01", "end": None, "precision": "range"}
    assert tool.convention("dates", label)["start"] is None


def test_what_differs_must_be_settled(tool, tmp_path):
    made(tmp_path, {**A, "low": 30, "qualifier": "at_least"}, {**B, "qualifier": "at_least"})
    (both,) = tool.read("numbers", tmp_path, sampled=False)
    with pytest.raises(ValueError, match="n-1 differs and is not settled"):
        tool.settled("numbers", both, None)
    assert tool.settled("numbers", both, {"id": "n-1", "take": "b"})["low"] == 12
    assert tool.settled("numbers", both, {"id": "n-1", "drop": True}) is None


def test_what_is_written_is_what_the_evaluation_reads(tool, tmp_path, monkeypatch):
    made(tmp_path, {**B, "qualifier": "more_than"}, {**B, "qualifier": "more_than"})
    monkeypatch.setattr(tool, "CORPORA", tmp_path)
    (both,) = tool.read("numbers", tmp_path, sampled=False)
    tool.write("numbers", [tool.settled("numbers", both, None)])
    path = tmp_path / "numbers" / "numbers.jsonl"
    ((item, gold),) = load(tmp_path, Options("made"), path, number)
    assert item.mention.of(item.text) == "More than 12 men"
    assert gold.bounds == (12, 12, None)


def test_kappa_is_agreement_beyond_chance(tool):
    assert tool.kappa([(1, 1), (2, 2)]) == 1.0
    assert tool.kappa([(1, 1), (1, 2), (2, 1), (2, 2)]) == 0.0
