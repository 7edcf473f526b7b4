"""Verify: every change behind the ledger's back is seen."""

from __future__ import annotations

import sqlite3
import zlib

import pytest

from recount.ledger import Ledger
from recount.model import LedgerError, Verdict


def problems(place) -> list[str]:
    with Ledger.open(place) as ledger:
        return [problem.message for problem in ledger.verify().problems]


def change(place, *statements: str, keys: bool = False):
    with sqlite3.connect(place) as raw:
        raw.execute(f"PRAGMA foreign_keys={'ON' if keys else 'OFF'}")
        for statement in statements:
            raw.execute(statement)
    raw.close()


def test_a_ledger_as_built_is_whole(built):
    with Ledger.open(built) as ledger:
        report = ledger.verify()
    assert report.passed
    assert report.documents == 5
    assert report.unfinished == ()
    assert all(check.passed for check in report.checks)
    assert len(report.checks) == 6


TABLES = [
    ("documents", "media_type = 'x'", "document"),
    ("renditions", "title = 'x'", "rendition"),
    ("sightings", "published = '2030'", "sighting"),
    ("extractions", "version = '9'", "extraction"),
    ("accounts", "words = 'x'", "extraction"),
    ("tallies", "body = '{}'", "extraction"),
    ("names", "private = 0", "extraction"),
    ("resolutions", "notes = '[]'", "resolution"),
    ("resolution_statements", "position = position + 50", "resolution"),
    ("actors", "actor = 'x'", "resolution"),
    ("resolved_tallies", "body = '{}'", "resolution"),
    ("readings", "seq = 7", "reading"),
    ("judgements", "score = 1.5", "links"),
    ("voices", "voice = 'x'", "links"),
    ("incident_versions", "rule = 'x'", "links"),
    ("runs", "command = 'x'", "run"),
]


@pytest.mark.parametrize(("table", "to", "kind"), TABLES, ids=[row[0] for row in TABLES])
def test_a_changed_row_is_seen_in_each_table(built, table, to, kind):
    change(built, f"UPDATE {table} SET {to}")
    found = problems(built)
    assert any(kind in message for message in found), found


@pytest.mark.parametrize("table", [row[0] for row in TABLES if row[0] != "resolution_statements"])
def test_a_deleted_row_is_seen_in_each_table(built, table):
    change(built, f"DELETE FROM {table}")
    assert problems(built) != []


def test_a_changed_statement_is_seen(built):
    change(built, """UPDATE statements SET value = '{"low":1}' WHERE property = 'killed'""")
    assert any("statement" in message and "changed" in message for message in problems(built))


def test_a_statement_left_over_is_seen(built):
    change(built, "DELETE FROM resolution_statements")
    assert any("belongs to no resolution" in message for message in problems(built))


def test_a_changed_text_is_seen_with_the_quotes_that_it_no_longer_holds(built):
    blob = zlib.compress(b"another text").hex()
    change(built, f"UPDATE renditions SET text = x'{blob}'")
    found = problems(built)
    assert any("does not match its hash" in message for message in found)
    assert any("are not those of its document" in message for message in found)


@pytest.mark.parametrize("data", [zlib.compress(b"other bytes"), b"no longer packed"])
def test_changed_bytes_are_seen(built, data):
    change(built, f"UPDATE contents SET data = x'{data.hex()}'")
    assert any("the bytes of document" in message for message in problems(built))


def test_missing_bytes_are_seen(built):
    change(built, "DELETE FROM contents")
    assert any("are gone" in message for message in problems(built))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET digest = 'x' WHERE seq = 3",
        "UPDATE log SET subject = 'x' WHERE seq = 3",
        "DELETE FROM log WHERE seq = 3",
        "UPDATE log SET hash = 'x' WHERE seq = (SELECT max(seq) FROM log)",
    ],
)
def test_a_changed_log_is_seen(built, statement):
    change(built, statement)
    assert any("the log is broken" in message for message in problems(built))


def test_a_row_that_the_log_does_not_know_is_seen(built):
    change(built, "INSERT INTO skipped VALUES ('k', 1, 'p', 'damaged', 'm')")
    assert any("the log does not know" in message for message in problems(built))


def test_a_person_judgement_and_its_end_leave_a_whole_ledger(built):
    with Ledger.open(built) as ledger:
        accounts = [record.id for record in ledger.view().records()]
        with ledger.writer(command="judge", started="") as writer:
            for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.SAME):
                writer.judge(accounts[0], accounts[1], verdict, person="p", reason="r")
            writer.unjudge(accounts[0], accounts[1])
    assert problems(built) == []


def test_an_interrupted_run_is_told(built):
    with Ledger.open(built) as ledger:
        ledger.writer(command="x", started="").close()
        assert ledger.verify().unfinished == (2,)


def test_a_damaged_file_is_told(built):
    data = bytearray(built.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xaa" * (4096 * 3)
    built.write_bytes(bytes(data))
    try:
        found = problems(built)
    except LedgerError as error:
        found = [str(error)]
    assert any("damaged" in message for message in found)
