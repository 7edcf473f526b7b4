"""What linking and reconciling changed: only rows that differ from the stored ones."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from recount.ledger import encode, schema
from recount.ledger.entries import LinkEntry
from recount.ledger.log import Row, row_digest
from recount.ledger.queries import current_judgements, latest
from recount.ledger.rows import Rows

AT_ONCE = 10_000
"""Judgements that are rows at once: those of a million accounts do not fit into memory."""
_ENDED = "ended"
"""Digest of a version that says that an incident is no more."""


def link_rows(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    """Add the rows by which an entry differs from what the ledger holds."""
    _judgements(connection, rows, entry, run)
    _voices(connection, rows, entry, run)
    _incidents(connection, rows, entry, run)
    _aliases(connection, rows, entry, run)


def _judgements(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    table = schema.judgements
    query = current_judgements(None).where(table.c.person.is_(None))
    stored = {row["id"]: (row["run"], _digest(row)) for row in connection.execute(query).mappings()}
    new = rows[table]
    for item in entry.judgements:
        if item.person is not None:
            continue
        row = encode.judgement_row(item, run)
        if item.id in stored and stored[item.id][1] == _digest(row):
            del stored[item.id]
            continue
        if len(new) == AT_ONCE:  # the last ones stay, for the log tells of what is in ``rows``
            connection.execute(sa.insert(table), new)
            new.clear()
        new.append(row)
    rows[schema.judgement_ends].extend(
        {"judgement": key, "judged": judged, "run": run} for key, (judged, _) in stored.items()
    )


def _digest(row: Row) -> str:
    return row_digest(schema.judgements.name, row, without="run")


def _voices(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    table = schema.voices
    query = latest(table, (table.c.document,), None)
    stored = {row.document: row.voice for row in connection.execute(query)}
    rows[table].extend(
        {"document": document, "run": run, "voice": voice}
        for document, voice in sorted(entry.voices.items())
        if stored.get(document) != voice
    )


def _incidents(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    table = schema.incident_versions
    columns = (table.c.id, table.c.digest, table.c.rule, table.c.ended)
    stored = {
        row.id: row
        for row in connection.execute(latest(table, (table.c.id,), None, columns=columns))
    }
    for incident in sorted(entry.incidents, key=lambda item: item.id):
        row = encode.incident_row(incident, entry.rule, run)
        before = stored.pop(incident.id, None)
        same = before is not None and not before.ended and before.rule == entry.rule
        if not (same and before is not None and before.digest == row["digest"]):
            rows[table].append(row)
    rows[table].extend(
        _end(key, entry.rule, run) for key, row in sorted(stored.items()) if not row.ended
    )


def _end(incident: str, rule: str, run: int) -> dict[str, Any]:
    return {
        "id": incident,
        "run": run,
        "rule": rule,
        "ended": True,
        "accounts": "[]",
        "digest": _ENDED,
        "body": b"",
    }


def _aliases(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    table = schema.incident_aliases
    query = latest(table, (table.c.alias,), None)
    stored = {row.alias: row.incident for row in connection.execute(query)}
    rows[table].extend(
        {"alias": alias, "run": run, "incident": incident}
        for alias, incident in sorted(entry.aliases.items())
        if stored.get(alias) != incident
    )
