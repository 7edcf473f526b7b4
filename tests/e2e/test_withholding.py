"""Withholding a document or a person: gone from everything, for good; the log keeps a hash."""

from __future__ import annotations

import gzip
import html
import re
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from recount import api
from recount.publish import EVERYTHING, What

REPORTS = Path(__file__).parent.parent.parent / "examples" / "reports"
DOCUMENT = "06-ember-claim.html"
ONLY_THERE = "Brother Heron"
"""Words that stand in this document and in no other."""
PERSON = "Orla Vennick"


def told(recount, ledger, folder) -> str:
    """Every export with names, the report, and what two commands print."""
    parts: list[str] = []
    with api.open_ledger(ledger) as opened:
        for what in What:
            api.export(opened, folder / "x", what=what, filters=EVERYTHING, include_names=True)
            parts.append((folder / "x").read_text(encoding="utf-8"))
        api.report(opened, folder / "r.html", include_names=True)
    parts.append(html.unescape((folder / "r.html").read_text(encoding="utf-8")))
    parts += [
        recount.ok(command, "--ledger", ledger, "--include-names")
        for command in ("documents", "actors")
    ]
    return "\n".join(parts)


def stored(ledger: Path) -> str:
    """Everything in the database file: raw bytes, and each compressed value opened."""
    parts = [path.read_bytes().decode("utf-8", "ignore") for path in ledger.parent.glob("copy.db*")]
    with closing(sqlite3.connect(ledger)) as connection:
        tables = [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        )]  # fmt: skip
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                parts.extend(opened(value) for value in row)
    return "\n".join(parts)


def opened(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    for unpack in (zlib.decompress, gzip.decompress):
        try:
            return unpack(value).decode("utf-8", "ignore")
        except (zlib.error, OSError):
            continue
    return value.decode("utf-8", "ignore")


def document_id(recount, ledger, folder, source: str) -> str:
    rows = recount.rows(ledger, "documents", folder / "ids.jsonl")
    return next(row["id"] for row in rows if row["source"] == source)


def test_a_withheld_document_is_gone_for_good(recount, build, examples_ledger, own_copy, tmp_path):
    ledger = own_copy(examples_ledger)
    document = document_id(recount, ledger, tmp_path, DOCUMENT)
    before = told(recount, ledger, tmp_path)
    assert ONLY_THERE in before
    assert document in before
    said = recount.ok("withhold", document[:12], "--ledger", ledger)
    digest = re.search(r"hash ([0-9a-f]{16})", said)
    assert digest is not None

    def gone() -> None:
        after = told(recount, ledger, tmp_path)
        assert ONLY_THERE not in after
        assert document not in after
        assert DOCUMENT not in after
        assert ONLY_THERE not in stored(ledger)
        with closing(sqlite3.connect(ledger)) as connection:
            kept = connection.execute("SELECT digest FROM log").fetchall()
            left = connection.execute("SELECT digest FROM withheld").fetchall()
        assert any(row[0].startswith(digest.group(1)) for row in (*kept, *left))
        doctor = recount("doctor", "--ledger", ledger)
        assert doctor.returncode == 0, doctor.stdout

    gone()
    again = build(ledger)
    assert again.returncode == 0, again.stderr
    assert "0 new" in again.stderr
    assert "withheld" in again.stderr
    gone()


def test_a_document_can_be_withheld_by_its_path(recount, examples_ledger, own_copy, tmp_path):
    ledger = own_copy(examples_ledger)
    recount.ok("withhold", DOCUMENT, "--ledger", ledger)
    rows = recount.rows(ledger, "documents", tmp_path / "d.jsonl")
    assert DOCUMENT not in {row["source"] for row in rows}
    assert len(rows) == 24


def test_a_withheld_person_is_gone_for_good(recount, build, examples_ledger, own_copy, tmp_path):
    ledger = own_copy(examples_ledger)
    surname = PERSON.rsplit(maxsplit=1)[-1]
    before = told(recount, ledger, tmp_path)
    assert PERSON in before
    said = recount.ok("withhold", PERSON, "--ledger", ledger)
    assert "Masked the name" in said

    def gone() -> None:
        after = told(recount, ledger, tmp_path)
        assert surname not in after
        assert surname.lower() not in stored(ledger).lower()
        doctor = recount("doctor", "--ledger", ledger)
        assert doctor.returncode == 0, doctor.stdout

    gone()
    later = tmp_path / "later"
    later.mkdir()
    (later / "later.txt").write_text(
        f"Two are remembered\n\nGunmen killed {PERSON} and her neighbour in Corvash on"
        f" 1 October 2024, police said. {surname} was a teacher.\n"
    )
    again = build(ledger, REPORTS, later)
    assert again.returncode == 0, again.stderr
    assert "1 new" in again.stderr
    gone()
    assert "Corvash" in told(recount, ledger, tmp_path)


@pytest.mark.parametrize("words", ["1", "", "0123456789ab", "no/such/file.txt", "12345678"])
def test_what_is_no_document_and_no_name_withholds_nothing(
    recount, examples_ledger, own_copy, words
):
    ledger = own_copy(examples_ledger)
    before = ledger.read_bytes()
    done = recount("withhold", words, "--ledger", ledger)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert ledger.read_bytes() == before
