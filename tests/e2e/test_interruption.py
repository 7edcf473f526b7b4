"""A build of 300 documents, killed at sixteen moments, gives what an uninterrupted one gives."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent / "pipeline"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from invented import write  # noqa: E402
from outcomes import outcome  # noqa: E402

from recount.ledger import Ledger  # noqa: E402
from recount.pipeline import BuildOptions, build  # noqa: E402

DOCUMENTS = 300
KILLED = HERE.parent / "pipeline" / "killed.py"

MOMENTS = (
    "statement:40",  # while the tables are made
    "statement:90",  # while the places are stored
    "step:read:1",
    "step:read:120",
    "step:extract:61",
    "step:extract:299",
    "step:resolve:200",
    "step:store:20",
    "step:store:250",
    "statement:0.4",  # inside the transaction of some document
    "statement:0.8",
    "step:link:1",
    "step:reconcile:1",
    "step:reconcile:20",
    "step:write:1",
    "statement:0.997",  # inside the transaction that stores the incidents
)
"""A moment given as a share of all statements is worked out from an uninterrupted build."""

pytestmark = pytest.mark.slow


def run(reports: Path, ledger: Path, moment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(KILLED), "real", str(reports), str(ledger), moment]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The reports, what an uninterrupted build makes of them, and how many statements it ran."""
    base = tmp_path_factory.mktemp("interruption")
    write(base / "reports", documents=DOCUMENTS)
    done = run(base / "reports", base / "whole.db", "never")
    assert done.returncode == 0, done.stderr
    result = outcome(base / "whole.db")
    assert len(result.statements) > 5 * DOCUMENTS
    assert 10 < len(result.partition) < DOCUMENTS
    return base / "reports", result, json.loads(done.stdout)["statements"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_goes_on_to_the_same_result(whole, tmp_path, moment):
    reports, expected, statements = whole
    place = tmp_path / "l.db"
    name, _, number = moment.rpartition(":")
    if "." in number:
        number = str(int(float(number) * statements))
    killed = run(reports, place, f"{name}:{number}")
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with Ledger.open(place, create=True) as ledger:
        assert ledger.verify().problems == ()
        kept = sum(1 for _ in ledger.view().documents())
    options = BuildOptions(places=(reports.parent / "places.csv",))
    report = build([reports], place, options=options)
    assert (report.known, report.new, report.skipped) == (kept, DOCUMENTS - kept, ())
    assert outcome(place) == expected
