"""A ledger as JSON Lines, and back, without loss: one row a line, a hash at the end.

The first line names the format and the revision of the tables; the last one holds the
number of rows and the SHA-256 of all lines between. Bytes are base64 under ``$bytes``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

import sqlalchemy as sa

from recount.ledger import schema
from recount.ledger.database import WRITES, translated
from recount.ledger.ledger import Ledger
from recount.model import LedgerError, LedgerVersionError

FORMAT = "recount-pack"
FORMAT_VERSION = 1

_BATCH = 500

_TABLES = {table.name: table for table in schema.TABLES}


def pack(ledger: Ledger, stream: TextIO) -> int:
    """Write all rows of a ledger to a text stream; return their number.

    Rows stand in the order of their keys, so the same ledger gives the same bytes.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    head = {"format": FORMAT, "version": FORMAT_VERSION, "revision": schema.REVISIONS[-1]}
    stream.write(_line(head))
    digest, count = hashlib.sha256(), 0
    with translated(ledger.label), ledger.engine.connect() as connection:
        for table in schema.TABLES:
            query = sa.select(table).order_by(*table.primary_key.columns)
            rows = connection.execution_options(yield_per=_BATCH).execute(query).mappings()
            for row in rows:
                plain = {name: _plain(value) for name, value in row.items()}
                line = _line({"table": table.name, "row": plain})
                digest.update(line.encode("ascii"))
                stream.write(line)
                count += 1
    stream.write(_line({"end": count, "sha256": digest.hexdigest()}))
    return count


def _line(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":")) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"$bytes": base64.b64encode(value).decode("ascii")}
    return value


def unpack(stream: Iterable[str], ledger: Ledger) -> int:
    """Read a pack into an empty ledger, all or nothing; return the number of rows.

    Raises:
        LedgerVersionError: a newer version of Recount wrote the pack.
        LedgerError: it is no pack, it is cut short or changed, or the ledger is not empty.
    """
    lines = iter(stream)
    _check_head(next(lines, ""))
    with translated(ledger.label):
        opened = ledger.engine.connect().execution_options(**{WRITES: True})
        with opened as connection, connection.begin():
            for table in schema.TABLES:
                if connection.execute(sa.select(table).limit(1)).first() is not None:
                    raise LedgerError(f"{ledger.label} is not empty; unpack into a new ledger")
            return _read_rows(connection, lines)


def _check_head(line: str) -> None:
    head = _parsed(line, 1)
    if head.get("format") != FORMAT:
        raise LedgerError("this is not a pack of a ledger: its first line does not say so")
    known = head.get("version") == FORMAT_VERSION and head.get("revision") in schema.REVISIONS
    if not known:
        raise LedgerVersionError("the pack was written by a newer version of Recount; update it")


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        plain = json.loads(line)
    except ValueError as error:
        raise LedgerError(f"line {number} of the pack is not JSON; the pack is damaged") from error
    if not isinstance(plain, dict):
        raise LedgerError(f"line {number} of the pack is not a row; the pack is damaged")
    return plain


def _read_rows(connection: sa.Connection, lines: Iterator[str]) -> int:
    digest = hashlib.sha256()
    table: sa.Table | None = None
    held: list[dict[str, Any]] = []
    for number, line in enumerate(lines, start=2):
        plain = _parsed(line, number)
        if "end" in plain:
            _insert(connection, table, held)
            count = number - 2
            if plain.get("end") != count or plain.get("sha256") != digest.hexdigest():
                raise LedgerError("the pack was changed: its rows do not match its last line")
            return count
        digest.update(line.encode("utf-8", "surrogatepass"))
        name, row = plain.get("table"), plain.get("row")
        if name not in _TABLES or not isinstance(row, dict):
            raise LedgerError(f"line {number} of the pack is not a row; the pack is damaged")
        if table is not _TABLES[name] or len(held) >= _BATCH:
            _insert(connection, table, held)
            table, held = _TABLES[name], []
        held.append(_row(_TABLES[name], row, number))
    raise LedgerError("the pack is cut short: its last line is missing")


def _row(table: sa.Table, row: Mapping[str, Any], number: int) -> dict[str, Any]:
    if set(row) != {column.name for column in table.columns}:
        raise LedgerError(f"line {number} of the pack does not fit the table {table.name}")
    try:
        return {name: _value(value) for name, value in row.items()}
    except (binascii.Error, TypeError) as error:
        raise LedgerError(f"line {number} of the pack holds damaged bytes") from error


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return base64.b64decode(str(value.get("$bytes")), validate=True)
    return value


def _insert(connection: sa.Connection, table: sa.Table | None, rows: list[dict[str, Any]]) -> None:
    if table is not None and rows:
        connection.execute(sa.insert(table), rows)
