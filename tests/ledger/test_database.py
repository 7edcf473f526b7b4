"""Opening: what is no ledger is told in one sentence and left as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from recount.ledger import Ledger, database, schema
from recount.model import LedgerError, LedgerVersionError


def test_a_new_ledger_has_all_tables_and_is_in_wal_mode(tmp_path):
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        assert set(ledger.view().counts().values()) == {0}
    with sqlite3.connect(tmp_path / "l.db") as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_migrated_tables_are_those_of_the_schema(tmp_path):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with Ledger.open(tmp_path / "l.db", create=True) as ledger, ledger.engine.connect() as found:
        assert compare_metadata(MigrationContext.configure(found), schema.metadata) == []


def test_the_known_revisions_are_those_of_the_scripts():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(s.revision for s in reversed(list(scripts.walk_revisions()))) == schema.REVISIONS


def test_opening_an_up_to_date_ledger_does_not_load_alembic(tmp_path):
    import subprocess
    import sys

    Ledger.open(tmp_path / "l.db", create=True).close()
    code = (
        "import sys; from recount.ledger import Ledger;"
        f"Ledger.open({str(tmp_path / 'l.db')!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_missing_ledger_is_not_made_unless_asked(tmp_path):
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger.open(tmp_path / "l.db")
    assert not (tmp_path / "l.db").exists()


def test_a_folder_and_a_missing_folder_are_told(tmp_path):
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path, create=True)
    with pytest.raises(LedgerError, match="its folder does not exist"):
        Ledger.open(tmp_path / "none" / "l.db", create=True)


@pytest.mark.parametrize("content", [b"not a ledger at all", b"\x89PNG\r\n" + bytes(5000)])
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path, content):
    place = tmp_path / "l.db"
    place.write_bytes(content)
    with pytest.raises(LedgerError, match="is not a ledger"):
        Ledger.open(place, create=True)
    assert place.read_bytes() == content


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path):
    place = tmp_path / "l.db"
    with sqlite3.connect(place) as raw:
        raw.execute("CREATE TABLE stamps (id)")
    raw.close()
    before = place.read_bytes()
    with pytest.raises(LedgerError, match="database of something else"):
        Ledger.open(place, create=True)
    assert place.read_bytes() == before


def test_a_cut_off_ledger_is_refused(tmp_path):
    place = tmp_path / "l.db"
    Ledger.open(place, create=True).close()
    place.write_bytes(place.read_bytes()[:5000])
    with pytest.raises(LedgerError, match="damaged"):
        Ledger.open(place)


def test_a_ledger_of_a_newer_version_is_refused(tmp_path):
    place = tmp_path / "l.db"
    Ledger.open(place, create=True).close()
    with sqlite3.connect(place) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(LedgerVersionError, match="newer version"):
        Ledger.open(place, create=True)


def test_an_empty_file_becomes_a_ledger_only_when_asked(tmp_path):
    place = tmp_path / "l.db"
    place.touch()
    with pytest.raises(LedgerError, match="it is empty"):
        Ledger.open(place)
    with Ledger.open(place, create=True) as ledger:
        assert ledger.view().counts()["runs"] == 0


@pytest.mark.parametrize("url", ["mysql://h/d", "nonsense://x", "://", "postgresql+nothing://h/d"])
def test_a_url_of_another_database_is_refused(url):
    with pytest.raises(LedgerError):
        Ledger.open(url, create=True)


def test_a_postgresql_server_that_is_not_there_is_told():
    with pytest.raises(LedgerError, match="the ledger postgresql"):
        Ledger.open("postgresql://nobody:secret@127.0.0.1:1/none", create=True)


def test_a_password_is_not_part_of_any_message():
    with pytest.raises(LedgerError) as caught:
        Ledger.open("postgresql://nobody:secret@127.0.0.1:1/none", create=True)
    assert "secret" not in str(caught.value)


def test_paths_with_odd_characters_work(tmp_path):
    place = tmp_path / "a %41?#é b.db"
    with Ledger.open(place, create=True) as ledger:
        assert ledger.view().runs() == ()
    assert place.exists()


def test_a_ledger_that_cannot_be_written_can_be_read(tmp_path, monkeypatch):
    place = tmp_path / "l.db"
    with (
        Ledger.open(place, create=True) as ledger,
        ledger.writer(command="x", started="") as writer,
    ):
        assert writer.run == 1
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with Ledger.open(place) as ledger:
        assert len(ledger.view().runs()) == 1
        with pytest.raises(LedgerError, match="read-only"):
            ledger.writer(command="x", started="")


def test_a_second_writer_waits_and_is_told_who_is_in_the_way(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_BUSY_MS", 50)
    place = tmp_path / "l.db"
    with Ledger.open(place, create=True) as ledger:
        other = ledger.engine.connect().execution_options(**{database.WRITES: True})
        with (
            other,
            other.begin(),
            Ledger.open(place) as second,
            pytest.raises(LedgerError, match="another build is writing"),
        ):
            second.writer(command="x", started="")


def test_texts_that_a_database_cannot_hold_come_back_as_they_were(tmp_path):
    odd = ["a\0b", "\ud800", "\ufeffmark", "plain", "é", ""]
    table = sa.Table("odd", sa.MetaData(), sa.Column("words", schema.SafeText))
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(sa.insert(table), [{"words": text} for text in odd])
        assert [row.words for row in connection.execute(sa.select(table))] == odd
