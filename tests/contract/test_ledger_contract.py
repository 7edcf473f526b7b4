"""What a ledger promises, on SQLite always, and on PostgreSQL when a server is given.

Set RECOUNT_TEST_POSTGRES to the URL of a server on which databases may be made, as in
postgresql://postgres@127.0.0.1:5432/postgres.
"""

from __future__ import annotations

import io
import os
import sys
import uuid
from pathlib import Path

import pytest
import sqlalchemy as sa

FAKES = str(Path(__file__).parent.parent / "pipeline")
if FAKES not in sys.path:
    sys.path.insert(0, FAKES)

from fakes import Toy  # noqa: E402

from recount.ledger import Ledger, database, pack, schema, unpack  # noqa: E402
from recount.model import LedgerError, LedgerVersionError, Verdict  # noqa: E402
from recount.pipeline import Step, build, judge, withhold  # noqa: E402

SERVER = os.environ.get("RECOUNT_TEST_POSTGRES")
needs_server = pytest.mark.skipif(
    SERVER is None, reason="NOT RUN: RECOUNT_TEST_POSTGRES names no PostgreSQL server"
)


def on_server(command: str) -> None:
    url = sa.make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(command)
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_server)])
def places(request, tmp_path):
    """A function that names new, empty places for ledgers."""
    made: list[str] = []

    def new() -> str:
        name = f"recount_{uuid.uuid4().hex}"
        if request.param == "sqlite":
            return str(tmp_path / f"{name}.db")
        on_server(f"CREATE DATABASE {name}")
        made.append(name)
        return sa.make_url(SERVER).set(database=name).render_as_string(hide_password=False)

    yield new
    for name in made:
        on_server(f"DROP DATABASE {name} WITH (FORCE)")


REPORTS = {
    "a.txt": "Blast\nOrrin was hit on 2031-05-02, killing 7, said Mira Tolland.",
    "b.txt": "Toll rises\nOrrin was hit on 2031-05-02, killing 9. Victim: Orla Vennick.",
    "c.txt": "Elsewhere\nTarnby was hit on 2031-06-01, killing 2, said Orla Vennick.",
    "d.txt": "Anders\nLANG xx",
    "odd \udcff name.txt": "Odd\nNothing \0 here.",
}


@pytest.fixture
def folder(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text)
    return reports


def rows(place):
    with Ledger.open(place) as ledger, ledger.engine.connect() as connection:
        return {
            table.name: sorted(tuple(row) for row in connection.execute(sa.select(table)))
            for table in schema.TABLES
        }


def test_the_migrated_tables_are_those_of_the_schema(places):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with Ledger.open(places(), create=True) as ledger, ledger.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_a_build_verifies_and_a_second_one_adds_only_runs_and_log(places, folder):
    place = places()
    build([folder], place, stages=Toy().stages())
    before = rows(place)
    build([folder], place, stages=Toy().stages())
    after = rows(place)
    assert {name for name in after if after[name] != before[name]} == {"runs", "log"}
    with Ledger.open(place) as ledger:
        assert ledger.verify().problems == ()
        assert len(list(ledger.view().documents())) == 5


def test_both_databases_hold_the_same_rows(places, folder, tmp_path):
    place = places()
    build([folder], place, stages=Toy().stages())
    build([folder], tmp_path / "other.db", stages=Toy().stages())
    assert rows(place) == rows(tmp_path / "other.db")


def test_a_pack_carries_a_ledger_from_one_database_to_another(places, folder, tmp_path):
    place = places()
    build([folder], place, stages=Toy().stages())
    stream = io.StringIO()
    with Ledger.open(place) as ledger:
        pack(ledger, stream)
    for target in (places(), str(tmp_path / "copy.db")):
        with Ledger.open(target, create=True) as copy:
            unpack(io.StringIO(stream.getvalue()), copy)
            assert copy.verify().problems == ()
        assert rows(target) == rows(place)


def test_views_as_of_a_run_do_not_move(places, folder):
    place = places()
    build([folder], place, stages=Toy().stages())
    with Ledger.open(place) as ledger:
        one, two, *_ = (incident.accounts[0] for incident in ledger.view().incidents())
    judge(place, one, two, Verdict.SAME, person="p", stages=Toy().stages())
    with Ledger.open(place) as ledger:
        assert len(list(ledger.view().incidents())) == 1
        assert len(list(ledger.view(as_of=1).incidents())) == 2
        assert ledger.view().resolve_id(one_of(ledger)) != ""
        assert ledger.verify().problems == ()


def one_of(ledger) -> str:
    return max(incident.id for incident in ledger.view(as_of=1).incidents())


def test_withholding_leaves_no_word_in_any_row(places, folder):
    place = places()
    build([folder], place, stages=Toy().stages())
    withhold(place, "Orla Vennick", stages=Toy().stages())
    withhold(place, "c.txt", stages=Toy().stages())
    stream = io.StringIO()
    with Ledger.open(place) as ledger:
        pack(ledger, stream)
        assert ledger.verify().problems == ()
        texts = [ledger.view().document(i.id).text for i in ledger.view().documents()]
    assert "Vennick" not in stream.getvalue() + "".join(texts)
    assert "Tarnby" not in stream.getvalue() + "".join(texts)


def test_a_build_that_stops_goes_on(places, folder):
    place, whole = places(), places()

    def stop(event):
        if event.step is Step.STORE and event.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], place, progress=stop, stages=Toy().stages())
    build([folder], place, stages=Toy().stages())
    build([folder], whole, stages=Toy().stages())
    with Ledger.open(place) as one, Ledger.open(whole) as other:
        assert list(one.view().incidents()) == list(other.view().incidents())
        assert list(one.view().records()) == list(other.view().records())


def test_a_ledger_of_a_newer_version_is_refused(places):
    place = places()
    with Ledger.open(place, create=True) as ledger, ledger.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerVersionError):
        Ledger.open(place)


def test_an_empty_database_is_no_ledger_unless_one_is_to_be_made(places):
    with pytest.raises(LedgerError):
        Ledger.open(places())


def test_writers_take_turns_and_the_chain_has_one_end(places):
    place = places()
    with Ledger.open(place, create=True) as ledger:
        with (
            ledger.writer(command="one", started="") as one,
            ledger.writer(command="two", started="") as two,
        ):
            for n in range(5):
                one.finish(f"{n}")
                two.finish(f"{n}")
        assert ledger.verify().problems == ()
        assert ledger.view().counts()["log"] == 12


def test_a_table_that_is_not_ours_makes_a_database_no_ledger(places):
    place = places()
    if "://" in place:
        engine = database.engine_of(place, create=True)
    else:
        engine = sa.create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE stamps (id integer)")
    engine.dispose()
    with pytest.raises(LedgerError, match="something else"):
        Ledger.open(place, create=True)
