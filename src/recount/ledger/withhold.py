"""Withholding, the only change of stored rows: a document's or a person's removal.

What is removed leaves its hash in the log; each thing whose rows change is entered in
the log again with its new digest, so that the ledger still verifies.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from recount.ledger import encode, log, schema
from recount.ledger.guard import DOCUMENT, hashed_forms, name_hash
from recount.ledger.masking import name_keys
from recount.ledger.sweep import Sweep
from recount.model import UsageError


@dataclass(frozen=True, slots=True)
class Withheld:
    """What withholding did: documents touched, their bytes dropped, and what the log says."""

    documents: tuple[str, ...]
    rows: int
    digest: str
    happenings: tuple[log.Happening, ...] = field(repr=False)


def withhold_document(connection: sa.Connection, document: str, run: int) -> Withheld:
    """Remove a document's bytes, texts and all that was read from them.

    Incidents that it took part in lose every version, as those hold its values; the next
    link makes them anew from the other documents.

    Raises:
        UsageError: the ledger has no such document, or it is withheld already.
    """
    table = schema.documents
    row = connection.execute(sa.select(table).where(table.c.id == document)).first()
    if row is None or _is_withheld(connection, row.sha256):
        raise UsageError(f"there is no document {document} in the ledger")
    removal = _Removal(connection)
    accounts = _ids(connection, schema.accounts.c.id, schema.accounts.c.document == document)
    removal.of_document(document)
    removal.of_accounts(set(accounts))
    digest = log.combined(removal.digests)
    key = {"kind": DOCUMENT, "key": row.sha256, "salt": "", "tokens": 0, "digest": digest}
    connection.execute(sa.insert(schema.withheld), [{**key, "run": run}])
    done = [log.Happening("withheld", f"{DOCUMENT}:{row.sha256}", _withheld_digest(key, run))]
    done += removal.happenings()
    return Withheld((document,), len(removal.digests), digest, tuple(done))


def _withheld_digest(key: Mapping[str, Any], run: int) -> str:
    return log.combined([log.row_digest(schema.withheld.name, {**key, "run": run})])


def _is_withheld(connection: sa.Connection, sha256: str) -> bool:
    table = schema.withheld
    query = sa.select(table.c.key).where(table.c.kind == DOCUMENT, table.c.key == sha256)
    return connection.execute(query).first() is not None


def _ids(connection: sa.Connection, column: sa.Column[Any], *where: Any) -> list[str]:
    return [str(row[0]) for row in connection.execute(sa.select(column).where(*where))]


class _Removal:
    """Deletes rows and keeps their digests and the things they belonged to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.digests: list[str] = []
        self._things: dict[tuple[str, str], None] = {}

    def of_document(self, document: str) -> None:
        """Delete all rows of a document but its own, which says that it was met."""
        resolutions = sa.select(schema.resolutions.c.id).where(
            schema.resolutions.c.document == document
        )
        extractions = sa.select(schema.extractions.c.id).where(
            schema.extractions.c.document == document
        )
        for table in reversed(schema.TABLES):
            columns = table.c
            if table is schema.documents or table is schema.withheld:
                continue
            if "document" in columns:
                self._delete(table, columns.document == document)
            elif "resolution" in columns:
                self._delete(table, columns.resolution.in_(resolutions))
            elif "extraction" in columns:
                self._delete(table, columns.extraction.in_(extractions))

    def of_accounts(self, accounts: set[str]) -> None:
        """Delete judgements on these accounts and versions of incidents that hold them."""
        table = schema.judgements
        judged = [
            row
            for row in self._connection.execute(sa.select(table.c.id, table.c.left, table.c.right))
            if row.left in accounts or row.right in accounts
        ]
        for key in sorted({row.id for row in judged}):
            self._delete(schema.judgement_ends, schema.judgement_ends.c.judgement == key)
            self._delete(table, table.c.id == key)
        versions = schema.incident_versions
        held = {
            row.id
            for row in self._connection.execute(sa.select(versions.c.id, versions.c.accounts))
            if not accounts.isdisjoint(encode.loaded(row.accounts))
        }
        for key in sorted(held):
            self._delete(versions, versions.c.id == key)

    def _delete(self, table: sa.Table, where: sa.ColumnElement[bool]) -> None:
        kind = log.kind_of(table)
        for row in self._connection.execute(sa.select(table).where(where)).mappings():
            self.digests.append(log.row_digest(table.name, row))
            if kind is not None:
                self._things[kind.name, kind.key_of(table, row)] = None
        self._connection.execute(sa.delete(table).where(where))

    def happenings(self) -> Iterator[log.Happening]:
        """Iterate over the new digests of all things that lost rows."""
        for kind, subject in sorted(self._things):
            yield log.Happening(kind, subject, log.digest_now(self._connection, kind, subject))


def withhold_person(connection: sa.Connection, name: str, run: int) -> Withheld:
    """Mask a person's name wherever the ledger holds it, and drop bytes that hold it.

    The name itself is not kept: ``withheld`` gets salted hashes of its forms, by which
    later documents are masked before they are stored.

    Raises:
        UsageError: the name has no letters.
    """
    keys = name_keys(name)
    table = schema.withheld
    salt = connection.execute(sa.select(table.c.salt).where(table.c.salt != "").limit(1)).scalar()
    if salt is None:
        salt = secrets.token_hex(16)
    sweep = Sweep(connection, keys)
    sweep.run()
    digest = log.combined(sweep.digests)
    happened = []
    for form in hashed_forms(salt, keys):
        known = sa.select(table.c.key).where(table.c.kind == form.kind, table.c.key == form.key)
        if connection.execute(known).first() is not None:
            continue
        row = {
            "kind": form.kind,
            "key": form.key,
            "salt": salt,
            "tokens": form.tokens,
            "digest": digest,
        }
        connection.execute(sa.insert(table), [{**row, "run": run}])
        subject = f"{form.kind}:{form.key}"
        happened.append(log.Happening("withheld", subject, _withheld_digest(row, run)))
    happened.append(log.Happening("masked", name_hash(salt, keys), digest))
    happened += sweep.happenings()
    return Withheld(tuple(sorted(sweep.documents)), len(sweep.digests), digest, tuple(happened))
