"""What is no ledger, or one of a newer version, is refused in one sentence."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

COMMANDS = (
    *(("incidents",), ("show", "most-disputed"), ("documents",), ("tallies",), ("actors",)),
    *(("doctor",), ("withhold", "Orla Vennick"), ("judge", "aa", "bb", "same")),
    *(("export", "-o", "x.jsonl"), ("report", "-o", "x.html"), ("pack", "-o", "x.pack")),
    ("build", "good.txt"),
)
KINDS = {
    "absent": "There is no ledger",
    "text": "is not a ledger",
    "folder": "is a folder",
    "other database": "is not a ledger",
    "empty": "is not a ledger",
    "newer": "newer version",
}


@pytest.fixture
def ledger_of(tmp_path, own):
    """Make what is no ledger."""

    def make(kind: str):
        ledger = tmp_path / "l.db"
        if kind == "text":
            ledger.write_text("just words\n")
        elif kind == "folder":
            ledger.mkdir()
        elif kind == "empty":
            ledger.write_bytes(b"")
        elif kind == "other database":
            with closing(sqlite3.connect(ledger)) as connection:
                connection.execute("CREATE TABLE recipes (name TEXT)")
        elif kind == "newer":
            ledger = own
            with closing(sqlite3.connect(ledger)) as connection:
                connection.execute("UPDATE alembic_version SET version_num = '9999'")
                connection.commit()
        return ledger

    return make


@pytest.mark.parametrize("command", COMMANDS, ids=lambda value: value[0])
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_refused_in_one_sentence_and_left_as_it_was(call, ledger_of, tmp_path, command, kind):
    if command[0] == "build" and kind in ("absent", "empty"):
        return  # a build makes the ledger
    (tmp_path / "good.txt").write_text("Gunmen killed two people in Ostrelle on 4 March 2031.")
    ledger = ledger_of(kind)
    before = ledger.read_bytes() if ledger.is_file() else None
    done = call(*command, "--ledger", ledger)
    assert done.code == 1
    assert done.out == ""
    assert done.err.startswith("recount: ")
    assert done.err.endswith(".\n")
    assert done.err.count("\n") == 1
    assert KINDS[kind] in done.err
    assert (ledger.read_bytes() if ledger.is_file() else None) == before
    assert not list(tmp_path.glob("x.*"))
