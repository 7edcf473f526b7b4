"""The examples, and the mission documents, read at least as well as was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

EXAMPLE_FLOORS = {
    "recall": 0.95,
    "precision": 0.92,
    "day_exact": 0.95,
    "killed_exact": 0.90,
    "groups_found": 0.85,
    "place_exact": 0.85,
    "type_exact": 0.90,
    "tallies_found": 0.75,
    "responsibility_precision": 0.70,
}
"""Somewhat under what `learned` gave on 2026-11-29; the gate holds the measured figures."""

MISSION_FLOORS = {
    "recall": 0.80,
    "precision": 0.70,
    "day_exact": 0.85,
    "killed_exact": 0.85,
    "groups_found": 1.0,
    "tallies_found": 1.0,
}
"""What issue 2 asks for."""

NEVER = ("false_groups", "clutter", "set_aside_counted")


def scores(recount, path: Path, predictions: Path) -> dict[str, float]:
    printed = recount.ok("evaluate", "incidents", path, "--predictions", predictions)
    assert predictions.stat().st_size > 1000
    return json.loads(printed)


def check(found: dict[str, float], floors: dict[str, float]) -> None:
    assert {name: found[name] for name in floors if found[name] < floors[name]} == {}
    assert {name: found[name] for name in NEVER if found[name] > 0} == {}
    assert all(0 <= value <= 1 for value in found.values())


def test_the_examples_are_read_as_well_as_was_measured(recount, tmp_path):
    check(scores(recount, EXAMPLES, tmp_path / "p.jsonl"), EXAMPLE_FLOORS)


@pytest.mark.shared
def test_the_mission_documents_are_read_as_well_as_the_issue_asks(recount, shared, tmp_path):
    found = scores(recount, shared / "mission-documents", tmp_path / "p.jsonl")
    check(found, MISSION_FLOORS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-task", EXAMPLES),
        ("incidents", EXAMPLES / "reports"),
        ("incidents", "no/such/folder"),
        ("incidents", EXAMPLES, "--split", "nonsense"),
    ],
)
def test_an_evaluation_that_cannot_be_is_one_sentence(recount, arguments):
    done = recount("evaluate", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
