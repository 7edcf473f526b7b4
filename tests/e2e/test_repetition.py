"""The same documents again, in another order or under other names, give the same ledger."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from outcomes import Outcome, outcome  # noqa: E402

from recount.ledger import Ledger  # noqa: E402

REPORTS = HERE.parent.parent / "examples" / "reports"


def same(one: Outcome, other: Outcome) -> None:
    """Same partition, values and statements; where a file lay does not matter."""
    assert one.partition == other.partition
    assert one.findings == other.findings
    assert one.statements == other.statements
    assert one.tallies == other.tallies


def rows_of(ledger: Path) -> dict[str, int]:
    with Ledger.open(ledger) as opened:
        return dict(opened.view().counts())


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != "sources.csv")


@pytest.fixture(scope="module")
def examples(examples_ledger) -> Outcome:
    found = outcome(examples_ledger)
    assert len(found.partition) > 10
    return found


def test_a_second_build_of_the_examples_adds_only_a_run_and_its_log(
    own_copy, build, examples_ledger, examples
):
    ledger = own_copy(examples_ledger)
    before = rows_of(ledger)
    done = build(ledger)
    assert done.returncode == 0, done.stderr
    assert "0 new, 25 known" in done.stderr
    after = rows_of(ledger)
    assert {name for name in after if after[name] != before[name]} == {"runs", "log"}
    same(outcome(ledger), examples)


def test_a_new_ledger_of_the_same_files_is_the_same(build, tmp_path, examples):
    assert build(tmp_path / "again.db").returncode == 0
    assert outcome(tmp_path / "again.db") == examples


def test_files_given_one_by_one_in_reverse_order_give_the_same(build, tmp_path, examples):
    done = build(tmp_path / "reverse.db", *files_of(REPORTS)[::-1])
    assert done.returncode == 0, done.stderr
    same(outcome(tmp_path / "reverse.db"), examples)


def test_folders_and_files_with_other_names_give_the_same(build, tmp_path, examples):
    """Names turned round, so that the order of reading is another one, and in two folders."""
    rows = (REPORTS / "sources.csv").read_text(encoding="utf-8")
    names = files_of(REPORTS)
    for at, path in enumerate(names):
        folder = tmp_path / ("zz" if at % 2 else "aa")
        folder.mkdir(exist_ok=True)
        new = f"{len(names) - at:02d}-renamed{path.suffix}"
        shutil.copy(path, folder / new)
        rows = rows.replace(path.name, new)
    for folder in ("zz", "aa"):
        kept = [
            line
            for at, line in enumerate(rows.splitlines())
            if at == 0 or (tmp_path / folder / line.split(",")[0].split("!")[0]).exists()
        ]
        (tmp_path / folder / "sources.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")
    done = build(tmp_path / "renamed.db", tmp_path / "zz", tmp_path / "aa")
    assert done.returncode == 0, done.stderr
    same(outcome(tmp_path / "renamed.db"), examples)


def test_building_in_two_steps_gives_the_same(build, tmp_path, examples):
    names = files_of(REPORTS)
    assert build(tmp_path / "steps.db", *names[12:]).returncode == 0
    done = build(tmp_path / "steps.db", *names[:12])
    assert done.returncode == 0, done.stderr
    same(outcome(tmp_path / "steps.db"), examples)


@pytest.mark.shared
def test_the_mission_documents_in_reverse_order_and_twice_give_the_same(
    recount, mission_ledger, shared, tmp_path, own_copy
):
    expected = outcome(mission_ledger)
    documents = files_of(shared / "mission-documents" / "documents")
    done = recount("build", *documents[::-1], "--ledger", tmp_path / "reverse.db")
    assert done.returncode == 0, done.stderr
    same(outcome(tmp_path / "reverse.db"), expected)
    twice = own_copy(mission_ledger)
    before = rows_of(twice)
    again = recount("build", shared / "mission-documents" / "documents", "--ledger", twice)
    assert again.returncode == 0
    after = rows_of(twice)
    assert {name for name in after if after[name] != before[name]} == {"runs", "log"}
    same(outcome(twice), expected)


def test_a_build_reads_neither_its_own_ledger_nor_its_own_report(recount, tmp_path):
    """A user who works in the folder of the reports gets no echo of what Recount wrote."""
    shutil.copy(REPORTS / "04-market-wire.html", tmp_path / "a.html")
    shutil.copy(REPORTS / "10-desk-corvash.pdf", tmp_path / "b.pdf")
    ledger = tmp_path / "l.db"
    first = recount("build", tmp_path, "--ledger", ledger)
    assert (first.returncode, first.stderr.count("\n")) == (0, 1), first.stderr
    before = outcome(ledger)
    recount.ok("report", "--ledger", ledger, "-o", tmp_path / "report.html")
    again = recount("build", tmp_path, "--ledger", ledger)
    assert again.returncode == 0
    assert "0 new, 2 known" in again.stderr
    assert again.stderr.splitlines()[1:] == [
        "Left out: report.html: It is a report that Recount wrote, and no source."
    ]
    same(outcome(ledger), before)
