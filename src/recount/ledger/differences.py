"""What linking and reconciling changed: only rows that differ from the stored ones."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from recount.ledger import encode, schema
from recount.ledger.entries import LinkEntry
from recount.ledger.queries import current_judgements, latest
from recount.ledger.rows import Rows
from recount.model import Judgement

_ENDED = "ended"
"""Digest of a version that says that an incident is no more."""


def link_rows(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    """Add the rows by which an entry differs from what the ledger holds."""
    _judgements(connection, rows, entry, run)
    _voices(connection, rows, entry, run)
    _incidents(connection, rows, entry, run)
    _aliases(connection, rows, entry, run)


def _judgements(connection: sa.Connection, rows: Rows, entry: LinkEntry, run: int) -> None:
    new: dict[str, Judgement] = {item.id: item for item in entry.judgements if item.person is None}
    query = current_judgements(None).where(schema.judgements.c.person.is_(None))
    kept = set()
    for row in connection.execute(query).mappings():
        made = new.get(row["id"])
        if made is not None and encode.judgement_row(made, row["run"]) == dict(row):
            kept.add(row["id"])
            continue
        rows[schema.judgement_ends].append(
            {"judgement": row["id"], "judged": row["run"], "run": run}
        )
    rows[schema.judgements].extend(
        encode.judgement_row(item, run) for key, item in sorted(new.items()) if key not in kept
    )


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
