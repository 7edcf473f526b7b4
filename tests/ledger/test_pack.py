"""Packing: a ledger as JSON Lines and back is the same ledger."""

from __future__ import annotations

import io
import json

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recount.ledger import Ledger, pack, schema, unpack
from recount.model import LedgerError, LedgerVersionError, Skipped, SkipReason, Verdict


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    with ledger.engine.connect() as connection:
        return {
            table.name: sorted(tuple(row) for row in connection.execute(sa.select(table)))
            for table in schema.TABLES
        }


def packed(place) -> str:
    stream = io.StringIO()
    with Ledger.open(place) as ledger:
        pack(ledger, stream)
    return stream.getvalue()


def test_a_ledger_unpacked_has_the_same_rows_and_verifies(built, tmp_path):
    with Ledger.open(built) as ledger:
        one, two = (record.id for record in list(ledger.view().records())[:2])
        with ledger.writer(command="judge", started="") as writer:
            writer.judge(one, two, Verdict.DIFFERENT, person="p", reason="r")
            writer.withhold_person("Orla Vennick")
        before = rows(ledger)
    text = packed(built)
    with Ledger.open(tmp_path / "copy.db", create=True) as copy:
        assert unpack(io.StringIO(text), copy) == sum(len(held) for held in before.values())
        assert rows(copy) == before
        assert copy.verify().passed
    assert packed(tmp_path / "copy.db") == text


paths = st.text(alphabet=st.characters(), min_size=1, max_size=20)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(paths, paths), max_size=5))
def test_any_text_survives_packing(tmp_path_factory, told):
    folder = tmp_path_factory.mktemp("pack")
    with Ledger.open(folder / "l.db", create=True) as ledger:
        with ledger.writer(command="\0", started="") as writer:
            writer.skip(Skipped(path, SkipReason.EMPTY, message) for path, message in told)
        before = rows(ledger)
    with Ledger.open(folder / "c.db", create=True) as copy:
        unpack(io.StringIO(packed(folder / "l.db")), copy)
        assert rows(copy) == before


def damage(lines: list[str], how: str) -> list[str]:
    if how == "cut":
        return lines[:-1]
    if how == "gone":
        return [*lines[:3], *lines[4:]]
    if how == "changed":
        return [*lines[:1], lines[1].replace('"build"', '"other"'), *lines[2:]]
    if how == "no json":
        return [lines[0], "{nonsense\n", *lines[1:]]
    if how == "no row":
        return [lines[0], "[1]\n", *lines[1:]]
    if how == "table":
        return [lines[0], '{"table":"x","row":{}}\n', *lines[1:]]
    if how == "columns":
        return [lines[0], '{"table":"runs","row":{"id":1}}\n', *lines[1:]]
    if how == "empty":
        return []
    return ["<html>\n"]


@pytest.mark.parametrize(
    "how",
    ["cut", "gone", "changed", "no json", "no row", "table", "columns", "empty", "something else"],
)
def test_a_bad_pack_is_one_clear_error_and_stores_nothing(built, tmp_path, how):
    lines = damage(packed(built).splitlines(keepends=True), how)
    with Ledger.open(tmp_path / "copy.db", create=True) as copy:
        with pytest.raises(LedgerError, match="pack"):
            unpack(lines, copy)
        assert set(copy.view().counts().values()) == {0}


def test_a_pack_of_a_newer_version_is_refused(built, tmp_path):
    lines = packed(built).splitlines(keepends=True)
    lines[0] = json.dumps({**json.loads(lines[0]), "revision": "9999"}) + "\n"
    with (
        Ledger.open(tmp_path / "copy.db", create=True) as copy,
        pytest.raises(LedgerVersionError),
    ):
        unpack(lines, copy)


def test_a_ledger_with_rows_is_not_unpacked_into(built):
    text = packed(built)
    with Ledger.open(built) as ledger, pytest.raises(LedgerError, match="not empty"):
        unpack(io.StringIO(text), ledger)
