"""The read side: what the ledger says now, or said after a run. It cannot write."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from recount.ledger import encode, log, schema
from recount.ledger import incidents as ids
from recount.ledger.documents import DocumentReader
from recount.ledger.entries import Supplied
from recount.ledger.guard import Guard, guard_of
from recount.ledger.queries import current_judgements, latest
from recount.model import Incident, Judgement, Skipped, SkipReason, UsageError


@dataclass(frozen=True, slots=True)
class Run:
    """One command that wrote to the ledger; ``finished`` is false when it was interrupted."""

    id: int
    command: str
    version: str
    started_at: str
    finished: bool


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log."""

    seq: int
    run: int
    kind: str
    subject: str
    digest: str
    hash: str


class View(DocumentReader):
    """What the rows up to a run say; the same rows always give the same view."""

    def runs(self) -> tuple[Run, ...]:
        """Return every run, oldest first."""
        table = schema.runs
        done = {
            row.run
            for row in self._rows(
                sa.select(schema.log.c.run).where(schema.log.c.kind == log.FINISHED)
            )
        }
        query = self._up_to(sa.select(table).order_by(table.c.id), table.c.id)
        return tuple(
            Run(row.id, row.command, row.version, row.started_at, row.id in done)
            for row in self._rows(query)
        )

    def log(self) -> Iterator[LogRow]:
        """Iterate over the log, oldest row first."""
        table = schema.log
        for row in self._rows(self._up_to(sa.select(table).order_by(table.c.seq), table.c.run)):
            yield LogRow(row.seq, row.run, row.kind, row.subject, row.digest, row.hash)

    def linked(self) -> str | None:
        """Return the digest of what was linked last, ``None`` before the first time."""
        table = schema.log
        query = (
            sa.select(table.c.digest)
            .where(table.c.kind == log.LINKED)
            .order_by(table.c.seq.desc())
            .limit(1)
        )
        found = self._first(self._up_to(query, table.c.run))
        return None if found is None else str(found.digest)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements that have not been ended, by accounts and id."""
        table = schema.judgements
        query = current_judgements(self._as_of).order_by(table.c.left, table.c.right, table.c.id)
        return tuple(encode.judgement_from_row(row) for row in self._mappings(query))

    def person_judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements that people made and nobody has ended."""
        query = current_judgements(self._as_of).where(schema.judgements.c.person.is_not(None))
        found = [encode.judgement_from_row(row) for row in self._mappings(query)]
        return tuple(sorted(found, key=lambda item: (item.left, item.right, item.id)))

    def voices(self) -> Mapping[str, str]:
        """Return the voice of each document; copies of one text share one."""
        table, current = schema.voices, self._current
        query = latest(table, (table.c.document,), self._as_of).join(
            current, current.c.document == table.c.document
        )
        return {row.document: row.voice for row in self._rows(query)}

    def rule(self) -> str | None:
        """Return the rule by which the stored findings were made, ``None`` without incidents."""
        table = schema.incident_versions
        query = (
            sa.select(table.c.rule)
            .where(table.c.ended.is_(False))
            .order_by(table.c.run.desc(), table.c.id)
            .limit(1)
        )
        row = self._first(self._up_to(query, table.c.run))
        return None if row is None else str(row.rule)

    def incidents(self, rule: str | None = None) -> Iterator[Incident]:
        """Iterate over the incidents, by id.

        Args:
            rule: the rule that the findings must be made by; ``None``: as stored.

        Raises:
            UsageError: the findings were made by another rule (``pipeline.by_rule`` remakes them).
        """
        stored = self.rule()
        if rule is not None and stored is not None and rule != stored:
            raise UsageError(f"the findings were made by the rule {stored}, not by {rule}")
        table = schema.incident_versions
        query = latest(table, (table.c.id,), self._as_of).where(table.c.ended.is_(False))
        for row in self._mappings(query.order_by(table.c.id)):
            yield encode.incident_from_row(row)

    def incident(self, id_or_prefix: str) -> Incident:
        """Return the incident that an id, an earlier id or the beginning of one means.

        Raises:
            UsageError: no incident is meant, or more than one.
        """
        key = self.resolve_id(id_or_prefix)
        table = schema.incident_versions
        query = self._up_to(sa.select(table).where(table.c.id == key), table.c.run)
        row = self._one(query.order_by(table.c.run.desc()).limit(1))
        return encode.incident_from_row(row)

    def resolve_id(self, id_or_prefix: str) -> str:
        """Return the id of the incident meant, following aliases.

        Raises:
            UsageError: no incident is meant, or more than one.
        """
        live = frozenset(incident.id for incident in self.formed())
        table = schema.incident_aliases
        query = latest(table, (table.c.alias,), self._as_of)
        aliases = {row.alias: row.incident for row in self._rows(query)}
        return ids.resolve_id(id_or_prefix, live, aliases)

    def formed(self) -> tuple[ids.Earlier, ...]:
        """Return the incidents with their accounts only, by id."""
        table = schema.incident_versions
        columns = (table.c.id, table.c.accounts)
        query = latest(table, (table.c.id,), self._as_of, columns=columns)
        rows = self._rows(query.where(table.c.ended.is_(False)).order_by(table.c.id))
        return tuple(ids.Earlier(row.id, tuple(json.loads(row.accounts))) for row in rows)

    def skipped(self) -> tuple[Skipped, ...]:
        """Return inputs that gave no document and documents that nobody could read, by path."""
        table, sighting = schema.skipped, schema.sightings
        met: dict[str, int] = defaultdict(int)
        query = self._up_to(sa.select(sighting.c.path, sighting.c.run), sighting.c.run)
        for row in self._rows(query):
            met[row.path] = max(met[row.path], row.run)
        found = {
            Skipped(row.path, SkipReason(row.reason), row.message)
            for row in self._rows(self._up_to(sa.select(table), table.c.run))
            if met.get(row.path, 0) <= row.run
        }
        found.update(self._unread())
        return tuple(sorted(found, key=lambda item: (item.path, item.reason, item.message)))

    def unread_languages(self) -> tuple[tuple[str, int], ...]:
        """Return the languages that no extractor reads, with the number of documents in each."""
        extraction, rendition, current = schema.extractions, schema.renditions, self._current
        query = (
            sa.select(rendition.c.language, sa.func.count().label("number"))
            .join(current, current.c.rendition == rendition.c.id)
            .join(extraction, extraction.c.id == current.c.extraction)
            .where(extraction.c.unread.is_not(None))
            .group_by(rendition.c.language)
        )
        return tuple(sorted((row.language, row.number) for row in self._rows(query)))

    def _unread(self) -> Iterator[Skipped]:
        extraction, current = schema.extractions, self._current
        query = (
            sa.select(extraction.c.document, extraction.c.unread)
            .join(current, current.c.extraction == extraction.c.id)
            .where(extraction.c.unread.is_not(None))
        )
        for row in list(self._rows(query)):
            paths = [sighting.path for sighting in self.sightings(row.document)]
            path = min(paths, default=row.document)
            yield Skipped(path, SkipReason.LANGUAGE, row.unread)

    def supplied(self, kind: str) -> tuple[Supplied, ...]:
        """Return the places or actors (``kind``) that the user supplied, by id."""
        table = schema.supplied
        query = latest(table, (table.c.kind, table.c.id), self._as_of).where(table.c.kind == kind)
        return tuple(
            Supplied(row.kind, row.id, row.body) for row in self._rows(query.order_by(table.c.id))
        )

    def guard(self) -> Guard:
        """Return what keeps withheld documents and persons out of a later build."""
        return guard_of(list(self._mappings(sa.select(schema.withheld))))

    def counts(self) -> Mapping[str, int]:
        """Return the number of rows of each table."""
        with self._connection() as connection:
            return {
                table.name: int(
                    connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
                )
                for table in schema.TABLES
            }
