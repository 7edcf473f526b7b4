"""Building: each thing is read once, whatever the order, whatever comes later."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

import pytest
from fakes import Toy

from recount.ledger import Ledger
from recount.model import LedgerError, UsageError
from recount.pipeline import BuildOptions, NothingDoneError, RuledView, Step, build


def counts(place):
    with Ledger.open(place) as ledger:
        return dict(ledger.view().counts())


def changed(before, after):
    return {name for name in after if after[name] != before[name]}


def outcome(place):
    """Partition, statements and findings: what must not depend on order or interruption."""
    with Ledger.open(place) as ledger:
        view = ledger.view()
        assert ledger.verify().problems == ()
        statements = sorted(repr(s) for record in view.records() for s in record.statements)
        incidents = sorted(
            (i.accounts, i.title, repr(i.findings).replace(i.id, "")) for i in view.incidents()
        )
        documents = sorted(repr(info) for info in view.documents())
        return incidents, statements, documents, sorted(view.voices().items())


def test_a_first_build_reports_what_it_did(tmp_path, reports, toy):
    (reports / "empty.txt").touch()
    (reports / "bad.txt").write_text("DAMAGED")
    report = build([reports], tmp_path / "l.db", stages=toy.stages())
    assert (report.new, report.known, report.read) == (5, 0, 5)
    assert (report.extracted, report.resolved) == (5, 5)
    assert (report.documents, report.accounts, report.incidents) == (5, 3, 2)
    assert [item.path for item in report.skipped] == ["bad.txt", "empty.txt"]
    assert report.unread == (("xx", 1),)
    assert report.exit_code == 3


def test_inputs_that_are_only_empty_or_unread_do_not_change_the_exit_code(tmp_path, reports, toy):
    (reports / "empty.txt").touch()
    assert build([reports], tmp_path / "l.db", stages=toy.stages()).exit_code == 0


def test_a_second_build_of_the_same_input_adds_only_runs_and_log(built, reports, toy):
    (reports / "empty.txt").touch()
    build([reports], built, stages=toy.stages())
    before, calls = counts(built), vars(toy.calls).copy()
    report = build([reports], built, stages=toy.stages())
    assert changed(before, counts(built)) == {"runs", "log"}
    assert vars(toy.calls) == calls
    assert (report.new, report.known, report.read, report.incidents) == (0, 5, 0, 2)


def test_only_what_is_new_is_read(built, reports, toy):
    (reports / "f.txt").write_text("x\nOrrin was hit on 2031-05-02, killing 30.")
    before = vars(toy.calls).copy()
    report = build([reports], built, stages=toy.stages())
    after = vars(toy.calls)
    assert {name: after[name] - before[name] for name in after} == {
        "read": 1,
        "extract": 1,
        "resolve": 1,
        "link": 1,
    }
    assert (report.new, report.known) == (1, 5)


def test_a_publication_date_supplied_later_resolves_only_that_document_again(built, reports, toy):
    (reports / "sources.json").write_text(json.dumps({"a.txt": {"published": "2031-05-03"}}))
    before, calls = counts(built), vars(toy.calls).copy()
    report = build([reports], built, stages=toy.stages())
    assert (report.read, report.extracted, report.resolved) == (0, 0, 1)
    assert toy.calls.resolve == calls["resolve"] + 1
    after = counts(built)
    assert after["sightings"] == before["sightings"] + 1
    assert after["resolutions"] == before["resolutions"] + 1
    assert after["extractions"] == before["extractions"]
    with Ledger.open(built) as ledger:
        labels = {i.source: i.published.label for i in ledger.view().documents()}
    assert labels["a.txt"] == "2031-05-03"


def test_a_copy_under_another_path_is_one_document_with_two_sightings(tmp_path, reports, toy):
    (reports / "copy.txt").write_bytes((reports / "a.txt").read_bytes())
    report = build([reports], tmp_path / "l.db", stages=toy.stages())
    assert (report.new, report.known, report.documents) == (5, 0, 5)
    with Ledger.open(tmp_path / "l.db") as ledger:
        view = ledger.view()
        info = next(i for i in view.documents() if i.source == "a.txt")
        assert [s.path for s in view.sightings(info.id)] == ["a.txt", "copy.txt"]


def test_the_order_of_inputs_does_not_matter(tmp_path, reports):
    (reports / "copy.txt").write_bytes((reports / "a.txt").read_bytes())
    (reports / "sources.json").write_text(json.dumps({"copy.txt": {"published": "2031-05-03"}}))
    files = sorted(reports.glob("*.txt"))
    build(files, tmp_path / "1.db", stages=Toy().stages())
    build(files[::-1], tmp_path / "2.db", stages=Toy().stages())
    assert outcome(tmp_path / "1.db") == outcome(tmp_path / "2.db")


def test_building_in_steps_gives_the_same_result(tmp_path, reports):
    files = sorted(reports.glob("*.txt"))
    build(files, tmp_path / "1.db", stages=Toy().stages())
    for file in files[::-1]:
        build([file], tmp_path / "2.db", stages=Toy().stages())
    assert outcome(tmp_path / "1.db") == outcome(tmp_path / "2.db")


@pytest.mark.parametrize(
    ("version", "work"),
    [
        ("reader_version", (5, 5, 5)),
        ("extractor_version", (0, 5, 5)),
        ("resolve_version", (0, 0, 5)),
    ],
)
def test_a_new_version_of_a_stage_redoes_it_and_what_follows(built, reports, toy, version, work):
    setattr(toy, version, "2")
    report = build([reports], built, stages=toy.stages())
    assert (report.read, report.extracted, report.resolved) == work
    with Ledger.open(built) as ledger:
        assert ledger.verify().problems == ()


@pytest.mark.parametrize("version", ["extractor_version", "resolve_version"])
def test_documents_that_are_not_given_again_are_brought_up_to_date_too(
    built, reports, toy, version
):
    setattr(toy, version, "2")
    report = build([reports / "a.txt"], built, stages=toy.stages())
    assert report.resolved == 5
    assert report.known == 1
    assert toy.calls.read == 5


def test_going_back_to_an_earlier_extractor_takes_up_its_stored_result(built, reports, toy):
    toy.extractor_version = "2"
    build([reports], built, stages=toy.stages())
    toy.extractor_version = "1"
    before = counts(built)
    build([reports], built, stages=toy.stages())
    after = counts(built)
    assert after["readings"] == before["readings"] + 5
    assert after["extractions"] == before["extractions"]
    assert after["statements"] == before["statements"]


def test_a_fault_in_a_stage_costs_one_document_and_no_traceback(tmp_path, reports, toy, capfd):
    logging.disable(logging.NOTSET)
    (reports / "bug.txt").write_text("BUG")
    report = build([reports], tmp_path / "l.db", stages=toy.stages())
    assert [item.path for item in report.skipped] == ["bug.txt"]
    assert "KeyError" in report.skipped[0].message
    assert report.exit_code == 3
    assert report.new == 5
    assert capfd.readouterr().err == ""


def test_nothing_to_read_is_an_error_that_names_the_place(tmp_path, toy):
    (tmp_path / "none").mkdir()
    with pytest.raises(NothingDoneError, match=r"nothing to read in .*none"):
        build([tmp_path / "none"], tmp_path / "l.db", stages=toy.stages())


def test_only_bad_inputs_are_an_error_with_the_first_reason(tmp_path, toy):
    folder = tmp_path / "bad"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("DAMAGED")
    with pytest.raises(NothingDoneError, match=r"a.txt: It is damaged. \(and 1 more\)") as caught:
        build([folder], tmp_path / "l.db", stages=toy.stages())
    assert len(caught.value.skipped) == 2


def test_an_unknown_extractor_is_a_usage_error_before_anything_is_made(tmp_path, reports, toy):
    options = BuildOptions(extractor="oracle")
    with pytest.raises(UsageError, match="there are learned"):
        build([reports], tmp_path / "l.db", options=options, stages=toy.stages())
    assert not (tmp_path / "l.db").exists()


def test_a_full_disk_is_one_clear_error_and_nothing_stored_is_lost(
    tmp_path, reports, toy, monkeypatch
):
    place = tmp_path / "l.db"
    build([reports], place, stages=toy.stages())
    with Ledger.open(place) as ledger, ledger.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    before = outcome(place)
    for n in range(40):
        text = "\n".join(
            f"Orrin was hit on 2031-05-{d:02d}, killing {n}{d}." for d in range(10, 30)
        )
        (reports / f"more{n}.txt").write_text(text)
    from recount.ledger import database

    prepare = database._prepare_sqlite

    def small(connection, record):
        prepare(connection, record)
        connection.execute(f"PRAGMA max_page_count={pages + 20}")

    monkeypatch.setattr(database, "_prepare_sqlite", small)
    with pytest.raises(LedgerError, match=r"the disk is full.*build again"):
        build([reports], place, stages=toy.stages())
    monkeypatch.setattr(database, "_prepare_sqlite", prepare)
    with Ledger.open(place) as ledger:
        assert ledger.verify().problems == ()
        titles = sorted(incident.title for incident in ledger.view(as_of=1).incidents())
    assert titles == sorted(title for _, title, _ in before[0])
    build([reports], place, stages=toy.stages())
    build([reports], tmp_path / "whole.db", stages=Toy().stages())
    assert outcome(place) == outcome(tmp_path / "whole.db")


def test_progress_is_told_before_each_step(tmp_path, reports, toy):
    told = []
    build([reports], tmp_path / "l.db", progress=told.append, stages=toy.stages())
    steps = [event.step for event in told]
    assert set(steps) == set(Step)
    assert steps[:4] == [Step.READ, Step.EXTRACT, Step.RESOLVE, Step.STORE]
    assert [event.done for event in told if event.step is Step.READ] == [0, 1, 2, 3, 4]


def test_the_clock_is_the_callers(tmp_path, reports, toy):
    now = datetime(2031, 7, 1, 12, 30, tzinfo=UTC)
    build([reports], tmp_path / "l.db", options=BuildOptions(now=now), stages=toy.stages())
    with Ledger.open(tmp_path / "l.db") as ledger:
        view = ledger.view()
        assert view.runs()[0].started_at == "2031-07-01T12:30:00+00:00"
        assert {info.published.latest.isoformat() for info in view.documents()} == {"2031-07-01"}


def test_a_later_build_does_not_move_the_day_a_document_was_first_read(tmp_path, reports, toy):
    place = tmp_path / "l.db"
    for day in (1, 9):
        options = BuildOptions(now=datetime(2031, 7, day, tzinfo=UTC))
        report = build([reports], place, options=options, stages=toy.stages())
    assert report.resolved == 0


def test_findings_by_another_rule_are_made_on_demand(built, toy):
    with Ledger.open(built) as ledger:
        view = RuledView(ledger, stages=toy.stages())
        stored = {i.id: i.findings[0].best for i in view.incidents("recount")}
        careful = {i.id: i.findings[0].best for i in view.incidents("conservative")}
    assert set(stored) == set(careful)
    assert sorted(stored.values()) == [2, 9]
    assert sorted(careful.values()) == [2, 7]


def test_another_rule_for_the_build_changes_findings_and_no_statement(built, reports, toy):
    before = counts(built)
    options = BuildOptions(rule="conservative")
    build([reports], built, options=options, stages=toy.stages())
    assert changed(before, counts(built)) == {"runs", "log", "incident_versions"}


def test_an_interrupt_by_the_user_keeps_what_was_read(tmp_path, reports, toy):
    def stop(event):
        if event.step is Step.EXTRACT and event.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([reports], tmp_path / "l.db", progress=stop, stages=toy.stages())
    report = build([reports], tmp_path / "l.db", stages=toy.stages())
    assert (report.new, report.known) == (2, 3)


def test_pipeline_is_light_to_import():
    import subprocess
    import sys

    code = (
        "import sys, recount.pipeline;"
        "print([m for m in ('alembic', 'lxml', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
