"""Running tasks by name: predictions that another scorer can check, and one-sentence errors."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from recount.evaluation import TASKS, evaluate, explain
from recount.model import UsageError

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
CONTRACT = [
    "incidents",
    "muc4",
    "gun-violence",
    "isaf",
    "gvc",
    "ecbplus",
    "maverick",
    "polnear",
    "event-location",
    "geoparsing",
    "re3d",
    "wikievents",
    "exam",
    "numbers",
    "dates",
    "aliases",
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    path = tmp_path_factory.mktemp("out") / "predictions.jsonl"
    scores = evaluate("incidents", EXAMPLES, predictions=path)
    return scores, [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_task_of_the_contract_is_registered():
    assert set(TASKS) == set(CONTRACT)
    assert all(name == task.name and len(task.splits) > 0 for name, task in TASKS.items())


def test_scores_can_be_computed_again_from_the_predictions(run):
    scores, rows = run
    verdicts = [row["verdict"] for row in rows]
    aligned, missed = verdicts.count("aligned"), verdicts.count("missed")
    wrong = verdicts.count("spurious") + verdicts.count("set_aside")
    assert scores["recall"] == pytest.approx(aligned / (aligned + missed), abs=1e-4)
    assert scores["precision"] == pytest.approx(aligned / (aligned + wrong), abs=1e-4)


def test_each_gold_incident_and_each_account_stands_once_in_the_predictions(run):
    _, rows = run
    golds = [row["gold"] for row in rows if row["gold"] is not None]
    accounts = [row["account"] for row in rows if "account" in row]
    assert len(golds) == len(set(golds))
    assert len(accounts) == len(set(accounts))


def test_scores_print_as_numbers_under_the_names_of_the_contract(run):
    scores, _ = run
    plain = scores.plain()
    wanted = ["recall", "precision", "day_exact", "killed_exact", "groups_found", "false_groups"]
    assert list(plain)[: len(wanted)] == wanted
    assert all(isinstance(value, float) for value in plain.values())


def test_two_runs_give_the_same_predictions(run, tmp_path):
    _, rows = run
    again = tmp_path / "again.jsonl"
    evaluate("incidents", EXAMPLES, predictions=again)
    assert [json.loads(line) for line in again.read_text(encoding="utf-8").splitlines()] == rows


def test_explain_names_every_file_and_ends_with_the_scores():
    told = explain("incidents", EXAMPLES, link=False)
    assert all(f"== {path.name}" in told for path in (EXAMPLES / "reports").glob("*.html"))
    assert "recall" in told.splitlines()[-17]


def test_an_unknown_task_split_or_folder_gives_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="There is no task nothing"):
        evaluate("nothing", EXAMPLES)
    with pytest.raises(UsageError, match="no split"):
        evaluate("isaf", EXAMPLES, split="test")
    with pytest.raises(UsageError, match=r"no data for this task"):
        evaluate("incidents", tmp_path)
    with pytest.raises(UsageError, match=r"no data for this task"):
        evaluate("isaf", tmp_path)


def test_the_makefile_runs_the_gate():
    assert "recount.evaluation.gate" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
