"""The same input in any order, at once or in steps, gives the same incidents."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from invented import write  # noqa: E402
from outcomes import outcome  # noqa: E402

from recount.ledger import Ledger  # noqa: E402
from recount.pipeline import BuildOptions, build  # noqa: E402


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Sixty invented reports, two of them copies of others, and the options to read them with."""
    base = tmp_path_factory.mktemp("order")
    write(base / "reports", documents=60, seed=11)
    reports = base / "reports"
    for name in ("003", "014"):
        (reports / f"{name}-copy.txt").write_bytes((reports / f"{name}.txt").read_bytes())
    found = sorted(path for path in reports.iterdir() if path.suffix in (".txt", ".html"))
    return found, BuildOptions(places=(base / "places.csv",))


@pytest.fixture(scope="module")
def forward(files, tmp_path_factory):
    """What a build in the order of names gives."""
    paths, options = files
    place = tmp_path_factory.mktemp("forward") / "l.db"
    build(paths, place, options=options)
    return outcome(place)


def test_the_reverse_order_gives_the_same(files, forward, tmp_path):
    paths, options = files
    build(paths[::-1], tmp_path / "l.db", options=options)
    assert outcome(tmp_path / "l.db") == forward


def test_any_order_gives_the_same(files, forward, tmp_path):
    paths, options = files
    shuffled = list(paths)
    random.Random(5).shuffle(shuffled)
    build(shuffled, tmp_path / "l.db", options=options)
    assert outcome(tmp_path / "l.db") == forward


def test_building_in_steps_gives_the_same(files, forward, tmp_path):
    paths, options = files
    for start in (40, 0, 20):
        build(paths[start : start + 20], tmp_path / "l.db", options=options)
    build(paths[60:], tmp_path / "l.db", options=options)
    found = outcome(tmp_path / "l.db")
    assert (found.partition, found.statements) == (forward.partition, forward.statements)
    assert (found.findings, found.tallies) == (forward.findings, forward.tallies)


def test_a_second_build_adds_only_runs_and_log(files, tmp_path):
    paths, options = files
    counts = []
    for _ in range(2):
        build(paths, tmp_path / "l.db", options=options)
        with Ledger.open(tmp_path / "l.db") as ledger:
            counts.append(ledger.view().counts())
    changed = {name for name in counts[0] if counts[0][name] != counts[1][name]}
    assert changed == {"runs", "log"}


def test_every_statement_quotes_the_text_of_its_document(files, tmp_path):
    paths, options = files
    build(paths, tmp_path / "l.db", options=options)
    with Ledger.open(tmp_path / "l.db") as ledger:
        view = ledger.view()
        texts = {info.id: view.document(info.id).text for info in view.documents()}
        statements = [s for record in view.records() for s in record.statements]
    assert len(statements) > 100
    assert [s for s in statements if texts[s.document][s.start : s.end] != s.original] == []
