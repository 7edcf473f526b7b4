"""Entries to rows: for each table, the rows that an entry adds."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from recount.ledger import encode, schema
from recount.ledger.entries import ExtractionEntry, RenditionEntry, ResolutionEntry
from recount.model import to_plain

Rows = dict[sa.Table, list[dict[str, Any]]]
"""Rows to add, by table. Stays inside the ledger package."""


def no_rows() -> Rows:
    """Return an empty set of rows."""
    return defaultdict(list)


def document_row(entry: RenditionEntry, run: int) -> dict[str, Any]:
    """Return the row of a document."""
    document = entry.document
    return {
        "id": document.id,
        "sha256": document.sha256,
        "size": document.size,
        "media_type": document.media_type,
        "seen_day": entry.seen_day,
        "run": run,
    }


def content_row(document: str, content: bytes, run: int) -> dict[str, Any]:
    """Return the row of a document's bytes."""
    return {"document": document, "data": encode.press_bytes(content), "run": run}


def add_extraction(rows: Rows, entry: ExtractionEntry, run: int) -> None:
    """Add the rows of an extraction and its parts."""
    found = entry.extraction
    rows[schema.extractions].append(
        {
            "id": entry.key,
            "document": found.document,
            "rendition": found.rendition,
            "extractor": found.extractor,
            "version": found.version,
            "unread": found.unread,
            "cites": encode.dump(list(entry.cites)),
            "mentions": encode.mentions_to_blob(found.mentions),
            "run": run,
        }
    )
    part = {"extraction": entry.key, "run": run}
    for position, (account, words) in enumerate(zip(found.accounts, entry.words, strict=True)):
        rows[schema.accounts].append(
            {
                **part,
                "id": account.id,
                "document": found.document,
                "position": position,
                "body": encode.dump(to_plain(account)),
                "words": words,
            }
        )
    for position, tally in enumerate(found.tallies):
        rows[schema.tallies].append(
            {
                **part,
                "id": tally.id,
                "position": position,
                "body": encode.dump(to_plain(tally)),
            }
        )
    for position, name in enumerate(found.names):
        rows[schema.names].append(
            {
                **part,
                "position": position,
                "start": name.start,
                "end": name.end,
                "private": name.private,
                "reason": name.reason,
            }
        )


def add_resolution(rows: Rows, entry: ResolutionEntry, run: int) -> None:
    """Add the rows of a resolution and its parts."""
    found = entry.resolution
    rows[schema.resolutions].append(
        {
            "id": entry.key,
            "document": found.document,
            "rendition": found.rendition,
            "extraction": entry.extraction,
            "publication": encode.dump(to_plain(found.publication)),
            "notes": encode.dump(list(found.notes)),
            "run": run,
        }
    )
    part = {"resolution": entry.key, "run": run}
    for position, statement in enumerate(found.statements):
        row = encode.statement_row(statement, run)
        rows[schema.statements].append(row)
        rows[schema.resolution_statements].append(
            {**part, "position": position, "statement": row["key"]}
        )
    for position, actor in enumerate(found.actors):
        rows[schema.actors].append(
            {
                **part,
                "position": position,
                "actor": actor.actor,
                "body": encode.dump(to_plain(actor)),
            }
        )
    for position, tally in enumerate(found.tallies):
        rows[schema.resolved_tallies].append(
            {
                **part,
                "position": position,
                "id": tally.id,
                "body": encode.dump(to_plain(tally)),
            }
        )
