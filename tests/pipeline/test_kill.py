"""A build killed at any moment leaves a whole ledger, and the next build goes on from it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import Toy

from recount.ledger import Ledger
from recount.pipeline import Step, build

SCRIPT = Path(__file__).parent / "killed.py"
STEPS = [f"step:{step.value}:{n}" for step in Step for n in (1, 2) if (step, n) != (Step.LINK, 2)]
STEPS.remove("step:write:2")
PARTS = 16
"""Statements at which a build is killed, spread evenly over all of them."""


def run(folder, ledger, chosen):
    command = [sys.executable, str(SCRIPT), "toy", str(folder), str(ledger), chosen]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def outcome(place):
    with Ledger.open(place) as ledger:
        view = ledger.view()
        assert ledger.verify().problems == ()
        statements = sorted(repr(s) for record in view.records() for s in record.statements)
        return [repr(i) for i in view.incidents()], statements, list(view.documents())


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder of reports, the result of an uninterrupted build, and its moments."""
    base = tmp_path_factory.mktemp("whole")
    folder = base / "reports"
    folder.mkdir()
    for n in range(6):
        text = (
            f"Report {n}\nOrrin was hit on 2031-05-0{n % 2 + 1}, killing {n}. 3 attacks that year."
        )
        (folder / f"{n}.txt").write_text(text)
    done = run(folder, base / "l.db", "never")
    assert done.returncode == 0, done.stderr
    return folder, outcome(base / "l.db"), json.loads(done.stdout)


@pytest.mark.parametrize("moment", STEPS)
def test_a_build_killed_at_any_step_goes_on(whole, tmp_path, moment):
    folder, expected, _ = whole
    place = tmp_path / "l.db"
    assert run(folder, place, moment).returncode == -signal.SIGKILL
    with Ledger.open(place) as ledger:
        assert ledger.verify().problems == ()
        kept = sum(1 for _ in ledger.view().documents())
    report = build([folder], place, stages=Toy().stages())
    assert report.known == kept
    assert outcome(place) == expected


@pytest.mark.parametrize("part", range(PARTS))
def test_a_build_killed_between_any_two_statements_goes_on(whole, tmp_path, part):
    folder, expected, moments = whole
    place = tmp_path / "l.db"
    at = 1 + part * (moments["statements"] - 1) // (PARTS - 1)
    assert run(folder, place, f"statement:{at}").returncode == -signal.SIGKILL
    # Killed before the tables were made, the file is empty, and opening it makes them.
    with Ledger.open(place, create=True) as ledger:
        assert ledger.verify().problems == ()
    build([folder], place, stages=Toy().stages())
    assert outcome(place) == expected


def test_a_build_killed_again_and_again_comes_to_its_end(whole, tmp_path):
    folder, expected, _ = whole
    place = tmp_path / "l.db"
    for moment in ("step:store:2", "step:extract:1", "step:resolve:2", "step:link:1"):
        assert run(folder, place, moment).returncode == -signal.SIGKILL
    build([folder], place, stages=Toy().stages())
    assert outcome(place) == expected
    with Ledger.open(place) as ledger:
        assert [r.finished for r in ledger.view().runs()] == [False] * 4 + [True]
