"""The log: one row for each thing added, chained by hashes, so that no change goes unseen.

A thing (a document, an extraction with its accounts, what one run linked …) is a set of
rows of one or more tables that share a key; its digest covers every value of those rows.
The hash of a log row covers its own parts and the hash before it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from recount.ledger import schema

Row = Mapping[Any, Any]
"""One row of a table: column name to value. Stays inside the ledger package."""

FIRST = "0" * 64
"""The hash before the first row."""

REMOVED = "-"
"""Digest of a thing that withholding has removed."""


LINKS = "links"
"""Kind of what one run linked, judged and reconciled."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing in the log: its tables, each with the column that holds its key."""

    name: str
    tables: tuple[tuple[sa.Table, str], ...]

    def key_of(self, table: sa.Table, row: Row) -> str:
        """Return the key of the thing that a row belongs to."""
        column = next(column for held, column in self.tables if held is table)
        if self.name == "reading":
            return f"{row[column]}:{row['seq']}"
        if self.name == "skipped":
            return f"{row[column]}:{row['run']}"
        if self.name == "supplied":
            return f"{row['kind']}:{row[column]}:{row['run']}"
        if self.name == "withheld":
            return f"{row['kind']}:{row[column]}"
        return str(row[column])


KINDS: tuple[Kind, ...] = (
    Kind("run", ((schema.runs, "id"),)),
    Kind("document", ((schema.documents, "id"),)),
    Kind("content", ((schema.contents, "document"),)),
    Kind("rendition", ((schema.renditions, "id"),)),
    Kind("sighting", ((schema.sightings, "id"),)),
    Kind(
        "extraction",
        (
            (schema.extractions, "id"),
            (schema.accounts, "extraction"),
            (schema.tallies, "extraction"),
            (schema.names, "extraction"),
        ),
    ),
    Kind(
        "resolution",
        (
            (schema.resolutions, "id"),
            (schema.resolution_statements, "resolution"),
            (schema.actors, "resolution"),
            (schema.resolved_tallies, "resolution"),
        ),
    ),
    Kind("reading", ((schema.readings, "document"),)),
    Kind(
        LINKS,
        (
            (schema.judgements, "run"),
            (schema.judgement_ends, "run"),
            (schema.voices, "run"),
            (schema.incident_versions, "run"),
            (schema.incident_aliases, "run"),
        ),
    ),
    Kind("skipped", ((schema.skipped, "id"),)),
    Kind("supplied", ((schema.supplied, "id"),)),
    Kind("withheld", ((schema.withheld, "key"),)),
)
"""Statements are not listed: each row's key is the hash of its own values."""

_KIND_OF_TABLE = {table: kind for kind in KINDS for table, _ in kind.tables}

LINKED = "linked"
"""Kind of the log row that says which inputs were linked and reconciled last."""
FINISHED = "finished"
"""Kind of the log row that says that a run came to its end."""


def kind_of(table: sa.Table) -> Kind | None:
    """Return the kind whose digest covers a table's rows, ``None`` for self-verifying ones."""
    return _KIND_OF_TABLE.get(table)


def _part(value: Any) -> bytes:
    if type(value) is str:  # most values are
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, bool):
        return b"%d" % value
    if isinstance(value, float):
        return value.hex().encode("ascii")
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return str(value).encode("utf-8", "surrogatepass")


@cache
def _headed(column: str) -> bytes:
    return f"{len(column)}:{column}".encode("ascii")


def row_digest(table: str, row: Row, *, without: str | None = None) -> str:
    """Return the SHA-256 of a row over length-prefixed parts.

    Columns without a value are left out, so a column added later changes no digest.
    """
    parts = [f"{len(table)}:{table}".encode("ascii")]
    for column in sorted(row):
        value = row[column]
        if value is None or column == without:
            continue
        data = _part(value)
        parts.append(b"%b%d:" % (_headed(column), len(data)))
        parts.append(data)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def combined(digests: Iterable[str]) -> str:
    """Return one digest of a set of digests, the same in any order."""
    return hashlib.sha256("".join(sorted(digests)).encode("ascii")).hexdigest()


def chain_hash(previous: str, seq: int, run: int, kind: str, subject: str, digest: str) -> str:
    """Return the hash of a log row from its parts and the hash before it."""
    running = hashlib.sha256()
    for part in (previous, str(seq), str(run), kind, subject, digest):
        data = part.encode("utf-8", "surrogatepass")
        running.update(f"{len(data)}:".encode("ascii"))
        running.update(data)
    return running.hexdigest()


@dataclass(frozen=True, slots=True)
class Happening:
    """What a log row says: a kind, the key of the thing, and its digest."""

    kind: str
    subject: str
    digest: str


def happenings(rows: Mapping[sa.Table, Sequence[Row]]) -> list[Happening]:
    """Return one happening for each thing that these whole sets of rows make up."""
    digests: dict[tuple[int, str], list[str]] = defaultdict(list)
    for table, members in rows.items():
        kind = kind_of(table)
        if kind is None:
            continue
        rank = KINDS.index(kind)
        for row in members:
            digests[rank, kind.key_of(table, row)].append(row_digest(table.name, row))
    return [
        Happening(KINDS[rank].name, subject, combined(found))
        for (rank, subject), found in sorted(digests.items())
    ]


_LAST = sa.select(schema.log.c.seq, schema.log.c.hash).order_by(schema.log.c.seq.desc()).limit(1)


@cache
def adding(table: sa.Table) -> sa.Insert:
    """Return the statement that adds rows to a table; to build one costs more than to run it."""
    return sa.insert(table)


def append(connection: sa.Connection, run: int, happened: Sequence[Happening]) -> None:
    """Add rows at the end of the chain; the caller's transaction must hold the write lock."""
    if not happened:
        return
    last = connection.execute(_LAST).first()
    seq, previous = (0, FIRST) if last is None else (int(last[0]), str(last[1]))
    rows = []
    for item in happened:
        seq += 1
        made = chain_hash(previous, seq, run, item.kind, item.subject, item.digest)
        rows.append(
            {
                "seq": seq,
                "run": run,
                "kind": item.kind,
                "subject": item.subject,
                "digest": item.digest,
                "previous": previous,
                "hash": made,
            }
        )
        previous = made
    connection.execute(adding(schema.log), rows)


def digest_now(connection: sa.Connection, kind: str, subject: str) -> str:
    """Return the digest of a thing as it is stored, ``REMOVED`` when it has no rows."""
    found = next(item for item in KINDS if item.name == kind)
    digests = []
    for table, column in found.tables:
        key: Any = subject
        if kind in ("reading", "skipped"):
            key = subject.split(":", maxsplit=1)[0]
        elif kind in ("supplied", "withheld"):
            key = subject.split(":")[1]
        if isinstance(table.c[column].type, sa.Integer):
            key = int(key)
        query = sa.select(table).where(table.c[column] == key)
        digests += [
            row_digest(table.name, row)
            for row in connection.execute(query).mappings()
            if found.key_of(table, row) == subject
        ]
    return combined(digests) if digests else REMOVED
