"""The read side of documents: what was met, and what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import sqlalchemy as sa

from recount.ledger import encode, schema
from recount.ledger.entries import Standing
from recount.ledger.groups import (
    Groups,
    batches,
    info_of,
    latest_by_path,
    record_of,
    statements_by_account,
)
from recount.ledger.reader import Reader
from recount.model import (
    AccountRecord,
    Document,
    DocumentActor,
    DocumentInfo,
    Extraction,
    PersonName,
    Resolution,
    ResolvedTally,
    Sighting,
    Statement,
    UsageError,
)


class DocumentReader(Reader):
    """Reads documents and what was read in them."""

    def standings(self) -> Iterator[Standing]:
        """Iterate over what is current for each document, by document id."""
        current = self._current
        for row in self._rows(sa.select(current).order_by(current.c.document)):
            yield Standing(row.document, row.rendition, row.extraction, row.resolution)

    def standing(self, document: str) -> Standing | None:
        """Return what is current for a document, ``None`` when it is not in the ledger."""
        table = schema.readings
        query = (
            sa.select(table)
            .where(table.c.document == document)
            .order_by(table.c.seq.desc())
            .limit(1)
        )
        row = self._first(self._up_to(query, table.c.run))
        if row is None:
            return None
        return Standing(row.document, row.rendition, row.extraction, row.resolution)

    def seen_day(self, document: str) -> str | None:
        """Return the day (ISO) of the build that first met a document, if it is known."""
        table = schema.documents
        query = sa.select(table.c.seen_day).where(table.c.id == document)
        row = self._first(query)
        return None if row is None else row.seen_day

    def sightings(self, document: str) -> tuple[Sighting, ...]:
        """Return the current sightings of a document, one for each path, by path."""
        table = schema.sightings
        query = self._up_to(sa.select(table).where(table.c.document == document), table.c.run)
        return latest_by_path(list(self._mappings(query)))

    def all_sightings(self) -> Iterator[tuple[str, tuple[Sighting, ...]]]:
        """Iterate over documents and their current sightings, by document."""
        table = schema.sightings
        query = self._up_to(sa.select(table).order_by(table.c.document), table.c.run)
        for document, rows in groupby(self._mappings(query), key=lambda row: row["document"]):
            yield str(document), latest_by_path(rows)

    def seen_days(self) -> Mapping[str, str | None]:
        """Return for each document the day (ISO) of the build that first met it."""
        table = schema.documents
        query = self._up_to(sa.select(table.c.id, table.c.seen_day), table.c.run)
        return {row.id: row.seen_day for row in self._rows(query)}

    def documents_with_bytes(self) -> frozenset[str]:
        """Return the documents whose bytes the ledger keeps."""
        return frozenset(row.document for row in self._rows(sa.select(schema.contents.c.document)))

    def documents(self) -> Iterator[DocumentInfo]:
        """Iterate over the documents that are not withheld, by id."""
        current, rendition = self._current, schema.renditions
        resolution, extraction = schema.resolutions, schema.extractions
        query = (
            sa.select(
                current.c.document,
                rendition.c.id,
                rendition.c.title,
                rendition.c.outlet,
                rendition.c.url,
                rendition.c.language,
                rendition.c.sketch,
                rendition.c.words,
                resolution.c.publication,
                extraction.c.cites,
            )
            .join(rendition, rendition.c.id == current.c.rendition)
            .join(resolution, resolution.c.id == current.c.resolution)
            .join(extraction, extraction.c.id == current.c.extraction)
            .order_by(current.c.document)
        )
        table = schema.sightings
        told = self._mappings(self._up_to(sa.select(table).order_by(table.c.document), table.c.run))
        sightings = Groups(told, "document")
        for row in self._mappings(query):
            yield info_of(row, sightings.of(row["document"]))

    def document(self, document: str) -> Document:
        """Return the current rendition of a document, with its text.

        Raises:
            UsageError: the ledger has no such document, or it is withheld.
        """
        standing = self.standing(document)
        if standing is None:
            raise UsageError(f"there is no document {document} in the ledger")
        return self.rendition(standing.rendition)

    def rendition(self, rendition: str) -> Document:
        """Return a document as one reader reads it.

        Raises:
            UsageError: the ledger has no such rendition.
        """
        table = schema.renditions
        row = self._first_mapping(sa.select(table).where(table.c.id == rendition))
        if row is None:
            raise UsageError(f"there is no rendition {rendition} in the ledger")
        query = sa.select(schema.documents).where(schema.documents.c.id == row["document"])
        return encode.document_from_rows(self._one(query), row)

    def content(self, document: str) -> bytes | None:
        """Return a document's bytes, ``None`` when they were withheld."""
        table = schema.contents
        query = sa.select(table.c.data).where(table.c.document == document)
        row = self._first(query)
        return None if row is None else encode.unpress_bytes(row.data)

    def resolve_document(self, prefix: str) -> str:
        """Return the id of the document meant by an id, the beginning of one, or a path.

        Raises:
            UsageError: no document is meant, or more than one.
        """
        current, table = self._current, schema.sightings
        found = {
            row.document for row in self._rows(sa.select(current.c.document))
            if prefix != "" and row.document.startswith(prefix)
        }  # fmt: skip
        query = sa.select(table.c.document).where(table.c.path == prefix)
        found.update(row.document for row in self._rows(self._up_to(query, table.c.run)))
        if len(found) == 1:
            return str(found.pop())
        if not found:
            raise UsageError(f"there is no document {prefix} in the ledger")
        raise UsageError(f"{prefix} means {len(found)} documents; give more of the id")

    def extraction(self, extraction: str) -> Extraction:
        """Return an extraction by its key.

        Raises:
            UsageError: the ledger has no such extraction.
        """
        table = schema.extractions
        row = self._first_mapping(sa.select(table).where(table.c.id == extraction))
        if row is None:
            raise UsageError(f"there is no extraction {extraction} in the ledger")
        parts = [
            list(self._mappings(sa.select(part).where(part.c.extraction == extraction)))
            for part in (schema.accounts, schema.tallies, schema.names)
        ]
        return encode.extraction_from_rows(row, *parts)

    def resolution(self, resolution: str) -> Resolution:
        """Return a resolution by its key.

        Raises:
            UsageError: the ledger has no such resolution.
        """
        table = schema.resolutions
        row = self._first_mapping(sa.select(table).where(table.c.id == resolution))
        if row is None:
            raise UsageError(f"there is no resolution {resolution} in the ledger")
        link = schema.resolution_statements
        statements = (
            sa.select(schema.statements)
            .join(link, link.c.statement == schema.statements.c.key)
            .where(link.c.resolution == resolution)
            .order_by(link.c.position)
        )
        parts = [
            list(
                self._mappings(
                    sa.select(part).where(part.c.resolution == resolution).order_by(part.c.position)
                )
            )
            for part in (schema.resolved_tallies, schema.actors)
        ]
        return encode.resolution_from_rows(row, list(self._mappings(statements)), *parts)

    def accounts_in(self, document: str) -> tuple[AccountRecord, ...]:
        """Return the current accounts of one document, by id."""
        account, current = schema.accounts, self._current
        query = (
            sa.select(account.c.id)
            .join(current, current.c.extraction == account.c.extraction)
            .where(current.c.document == document)
            .order_by(account.c.id)
        )
        return self.accounts([row.id for row in self._rows(query)])

    def account_count(self) -> int:
        """Return the number of current accounts."""
        account, current = schema.accounts, self._current
        query = sa.select(sa.func.count()).select_from(
            account.join(current, current.c.extraction == account.c.extraction)
        )
        row = self._first(query)
        return 0 if row is None else int(row[0])

    def resolve_account(self, prefix: str) -> str:
        """Return the id of the current account that an id or the beginning of one means.

        Raises:
            UsageError: no account is meant, or more than one.
        """
        account, current = schema.accounts, self._current
        query = (
            sa.select(account.c.id)
            .join(current, current.c.extraction == account.c.extraction)
            .where(account.c.id.startswith(prefix, autoescape=True))
            .distinct()
            .limit(2)
        )
        found = [] if prefix == "" else [str(row.id) for row in self._rows(query)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"there is no account {prefix} in the ledger")
        raise UsageError(f"{prefix} is the beginning of several accounts; give more of the id")

    def names(self, document: str) -> tuple[PersonName, ...]:
        """Return the names of natural persons in a document's text, in their order."""
        table, current = schema.names, self._current
        query = (
            sa.select(table)
            .join(current, current.c.extraction == table.c.extraction)
            .where(current.c.document == document)
            .order_by(table.c.position)
        )
        return tuple(encode.name_from_row(row) for row in self._mappings(query))

    def texts(
        self, documents: Sequence[str] | None = None, *, named: bool = False
    ) -> Iterator[tuple[str, str, tuple[PersonName, ...]]]:
        """Iterate over documents with their current text and the persons named in it, by id.

        Args:
            documents: only these; ``None``: all.
            named: only those in which persons are named.
        """
        current, rendition, name = self._current, schema.renditions, schema.names
        told = (
            sa.select(current.c.document, rendition.c.text)
            .join(rendition, rendition.c.id == current.c.rendition)
            .order_by(current.c.document)
        )
        if named:
            told = told.where(current.c.extraction.in_(sa.select(name.c.extraction)))
        people = (
            sa.select(current.c.document, name)
            .join(name, name.c.extraction == current.c.extraction)
            .order_by(current.c.document, name.c.position)
        )
        asked: Iterable[list[str] | None] = [None]
        if documents is not None:
            asked = batches(sorted(set(documents)))
        for batch in asked:
            texts, names = told, people
            if batch is not None:
                texts = texts.where(current.c.document.in_(batch))
                names = names.where(current.c.document.in_(batch))
            groups = Groups(self._mappings(names), "document")
            for row in self._mappings(texts):
                held = tuple(encode.name_from_row(one) for one in groups.of(row["document"]))
                yield row["document"], encode.unpress_text(row["text"]), held

    def records(self, documents: Sequence[str] | None = None) -> Iterator[AccountRecord]:
        """Iterate over current accounts with their statements, by document and account.

        Args:
            documents: only the accounts of these; ``None``: all.
        """
        if documents is None:
            yield from self._records(None)
            return
        for batch in batches(sorted(set(documents))):
            yield from self._records(batch)

    def _records(self, documents: list[str] | None) -> Iterator[AccountRecord]:
        account, current = schema.accounts, self._current
        told = (
            sa.select(account)
            .join(current, current.c.extraction == account.c.extraction)
            .order_by(account.c.document, account.c.id)
        )
        statement, link = schema.statements, schema.resolution_statements
        said = (
            sa.select(statement, link.c.position)
            .join(link, link.c.statement == statement.c.key)
            .join(current, current.c.resolution == link.c.resolution)
            .order_by(statement.c.document, link.c.position)
        )
        if documents is not None:
            told = told.where(current.c.document.in_(documents))
            said = said.where(current.c.document.in_(documents))
        groups = Groups(self._mappings(said), "document")
        document, by_account = "", dict[str, tuple[Statement, ...]]()
        for row in self._mappings(told):
            if row["document"] != document:
                document = row["document"]
                by_account = statements_by_account(groups.of(document))
            yield record_of(row, by_account)

    def accounts(self, ids: Sequence[str]) -> tuple[AccountRecord, ...]:
        """Return the current accounts with these ids, in the order asked; unknown ids are left out.

        An id is that of an account, not of an extraction: two extractors that find the
        same trigger tell of one account.
        """
        account, current = schema.accounts, self._current
        statement, link = schema.statements, schema.resolution_statements
        found: dict[str, AccountRecord] = {}
        for batch in batches(sorted(set(ids))):
            said = (
                sa.select(statement)
                .join(link, link.c.statement == statement.c.key)
                .join(current, current.c.resolution == link.c.resolution)
                .where(
                    statement.c.account.in_(batch),
                    statement.c.document.in_(
                        sa.select(account.c.document).where(account.c.id.in_(batch))
                    ),
                )
                .order_by(statement.c.document, link.c.position)
            )
            by_account = statements_by_account(self._mappings(said))
            told = (
                sa.select(account)
                .join(current, current.c.extraction == account.c.extraction)
                .where(account.c.id.in_(batch))
            )
            for row in self._mappings(told):
                found[row["id"]] = record_of(row, by_account)
        return tuple(found[key] for key in ids if key in found)

    def tallies(self) -> Iterator[ResolvedTally]:
        """Iterate over the tallies, by document."""
        table, current = schema.resolved_tallies, self._current
        query = (
            sa.select(table)
            .join(current, current.c.resolution == table.c.resolution)
            .order_by(current.c.document, table.c.position)
        )
        for row in self._mappings(query):
            yield encode.resolved_tally_from_row(row)

    def actors(self) -> Iterator[DocumentActor]:
        """Iterate over the actors as each document names them, by document."""
        table, current = schema.actors, self._current
        query = (
            sa.select(table)
            .join(current, current.c.resolution == table.c.resolution)
            .order_by(current.c.document, table.c.position)
        )
        for row in self._mappings(query):
            yield encode.actor_from_row(row)
