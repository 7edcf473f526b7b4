"""Every export of the examples fits its shipped schema and reads back as it was."""

from __future__ import annotations

import json

import jsonschema
import pytest

from recount import api
from recount.publish import EVERYTHING, FORMATS, Publisher, What, read_rows
from recount.publish.flatten import flatten
from recount.publish.schema import load_schema


@pytest.fixture(scope="module")
def opened(examples_ledger):
    with api.open_ledger(examples_ledger) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def rows(opened) -> dict[What, list]:
    publisher = Publisher(opened.source, EVERYTHING)
    return {what: list(publisher.rows(what)) for what in What}


def test_the_examples_have_rows_of_every_kind(rows):
    assert [what for what in What if len(rows[what]) < 5] == []


@pytest.mark.parametrize("names", [False, True], ids=["masked", "with names"])
@pytest.mark.parametrize("what", list(What))
def test_every_line_of_every_export_fits_its_schema(opened, tmp_path, what, names):
    target = tmp_path / "x.jsonl"
    written = api.export(opened, target, what=what, filters=EVERYTHING, include_names=names)
    check = jsonschema.Draft202012Validator(load_schema(what))
    lines = target.read_text(encoding="utf-8").splitlines()
    assert len(lines) == written > 0
    for line in lines:
        check.validate(json.loads(line))


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("what", list(What))
def test_every_row_reads_back_as_it_was(opened, rows, tmp_path, what, form):
    if form == "geojson" and what is not What.INCIDENTS:
        return  # a map holds incidents
    target = tmp_path / f"x.{form}"
    api.export(opened, target, format=form, what=what, filters=EVERYTHING)
    back = list(read_rows(target, what, FORMATS[form]))
    flat = FORMATS[form].flat
    assert back == ([flatten(row) for row in rows[what]] if flat else rows[what])


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_ledger_gives_the_same_bytes(opened, tmp_path, form):
    for name in ("one", "two"):
        api.export(opened, tmp_path / name, format=form, filters=EVERYTHING)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_pack_and_unpack_carry_a_ledger_without_loss(recount, examples_ledger, tmp_path):
    recount.ok("pack", "--ledger", examples_ledger, "-o", tmp_path / "p.jsonl")
    recount.ok("unpack", tmp_path / "p.jsonl", "--ledger", tmp_path / "copy.db")
    recount.ok("pack", "--ledger", tmp_path / "copy.db", "-o", tmp_path / "again.jsonl")
    assert (tmp_path / "p.jsonl").read_bytes() == (tmp_path / "again.jsonl").read_bytes()
    for what in What:
        for ledger, target in ((examples_ledger, "one"), (tmp_path / "copy.db", "two")):
            api.export(ledger, tmp_path / target, what=what, filters=EVERYTHING)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
