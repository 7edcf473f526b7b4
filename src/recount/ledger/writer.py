"""The write side: each method adds whole units in one transaction, with their log rows.

Nothing here changes or deletes a row; withholding, the one exception, is a module of
its own and is reached through the writer, so that all writing has one door.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from recount.ledger import encode, log, schema
from recount.ledger.database import WRITES, translated
from recount.ledger.differences import link_rows
from recount.ledger.entries import DocumentEntry, LinkEntry, Standing, Supplied
from recount.ledger.rows import (
    Rows,
    add_extraction,
    add_resolution,
    content_row,
    document_row,
    no_rows,
)
from recount.ledger.withhold import Withheld, withhold_document, withhold_person
from recount.model import (
    Judgement,
    LedgerError,
    Reason,
    Sighting,
    Skipped,
    UsageError,
    Verdict,
    content_id,
)

PERSON_METHOD = "person"
"""Method of the judgements that people make."""


# Statements are made once: to build one costs more than to run it, and each document runs many.

_LAST_READING = (
    sa.select(schema.readings)
    .where(schema.readings.c.document == sa.bindparam("of"))
    .order_by(schema.readings.c.seq.desc())
    .limit(1)
)


@cache
def _holding(table: sa.Table) -> sa.Select[Any]:
    """Return the query whether a table has a row of an id."""
    return sa.select(sa.literal(1)).where(table.c.id == sa.bindparam("key")).limit(1)


@cache
def _adding_new(table: sa.Table, dialect: str) -> Any:
    """Return the statement that adds rows to a table where it does not have them."""
    made = sqlite if dialect == "sqlite" else postgresql
    return made.insert(table).on_conflict_do_nothing()


class Writer:
    """Adds to a ledger what one run (one command) finds. Close it, or use it in ``with``."""

    def __init__(
        self, engine: sa.Engine, label: str, *, command: str, version: str, started: str
    ) -> None:
        self._label = label
        self._told = (command, version, started)
        with translated(label):
            self._connection = engine.connect().execution_options(**{WRITES: True})
        try:
            self._run = self._begin_run()
        except LedgerError:
            self.close()
            raise

    @property
    def run(self) -> int:
        """The number of this run; a view as of it sees what it has added."""
        return self._run

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back; what was not committed is not in the ledger."""
        self._connection.close()

    def store(self, entry: DocumentEntry) -> None:
        """Add one document's new rendition, sightings, extraction and resolution at once.

        Raises:
            LedgerError: the database cannot be written; nothing of the entry was stored.
        """
        with self._transaction() as rows:
            if entry.rendition is not None:
                self._add_rendition(rows, entry)
            rows[schema.sightings].extend(
                encode.sighting_row(sighting, self._run) for sighting in entry.sightings
            )
            if entry.extraction is not None and not self._has(
                schema.extractions, entry.extraction.key
            ):
                add_extraction(rows, entry.extraction, self._run)
            if entry.resolution is not None and not self._has(
                schema.resolutions, entry.resolution.key
            ):
                add_resolution(rows, entry.resolution, self._run)
            if entry.standing is not None:
                rows[schema.readings].extend(self._reading(entry.standing))

    def skip(self, skipped: Iterable[Skipped]) -> None:
        """Add inputs that were left out; those already told of in the same words are not."""
        with self._transaction() as rows:
            for item in skipped:
                key = content_id("skipped", item.path, item.reason.value, item.message)
                known = self._has(schema.skipped, key)
                if known or any(row["id"] == key for row in rows[schema.skipped]):
                    continue
                rows[schema.skipped].append(
                    {
                        "id": key,
                        "run": self._run,
                        "path": item.path,
                        "reason": item.reason.value,
                        "message": item.message,
                    }
                )

    def supply(self, items: Iterable[Supplied]) -> None:
        """Add places and actors that the user supplied; a later one of the same id wins."""
        table = schema.supplied
        with self._transaction() as rows:
            for item in {(item.kind, item.id): item for item in items}.values():
                current = self._connection.execute(
                    sa.select(table.c.body)
                    .where(table.c.kind == item.kind, table.c.id == item.id)
                    .order_by(table.c.run.desc())
                    .limit(1)
                ).scalar()
                if current != item.body:
                    rows[table].append(
                        {"kind": item.kind, "id": item.id, "run": self._run, "body": item.body}
                    )

    def judge(
        self, left: str, right: str, verdict: Verdict, *, person: str, reason: str
    ) -> Judgement:
        """Add a person's judgement on two accounts; one by anybody before it ends.

        Raises:
            UsageError: an account is not in the ledger, or both are the same.
        """
        first, second = sorted((left, right))
        if first == second:
            raise UsageError("a judgement needs two different accounts")
        judgement = Judgement(
            Judgement.id_of(first, second, verdict, PERSON_METHOD, person),
            first,
            second,
            verdict,
            0.0,
            PERSON_METHOD,
            (Reason(PERSON_METHOD, 0.0, reason),),
            person,
        )
        with self._transaction():
            for account in (first, second):
                if not self._has(schema.accounts, account):
                    raise UsageError(f"there is no account {account} in the ledger")
        if self._judged_in_this_run(judgement.id):
            # A mind changed back within one session: a row's key is judgement and run.
            self._begin_run()
        with self._transaction() as rows:
            self._end_judgements(rows, first, second)
            rows[schema.judgements].append(encode.judgement_row(judgement, self._run))
        return judgement

    def _judged_in_this_run(self, judgement: str) -> bool:
        table = schema.judgements
        with self._transaction():
            query = sa.select(sa.literal(1)).where(
                table.c.id == judgement, table.c.run == self._run
            )
            return self._connection.execute(query).first() is not None

    def unjudge(self, left: str, right: str) -> int:
        """End what people have judged on two accounts; return how many judgements ended."""
        first, second = sorted((left, right))
        with self._transaction() as rows:
            self._end_judgements(rows, first, second)
            return len(rows[schema.judgement_ends])

    def link(self, entry: LinkEntry) -> None:
        """Add what differs from the stored judgements, voices and incidents, all at once."""
        with self._transaction() as rows:
            link_rows(self._connection, rows, entry, self._run)
            self._happened.append(log.Happening(log.LINKED, "all", entry.inputs))

    def withhold_document(self, document: str) -> Withheld:
        """Remove a document's bytes, texts and all that was read from them.

        Raises:
            UsageError: the ledger has no such document.
        """
        return self._withhold(lambda: withhold_document(self._connection, document, self._run))

    def withhold_person(self, name: str) -> Withheld:
        """Mask a person's name wherever the ledger holds it, and drop bytes that hold it.

        Raises:
            UsageError: the name has no letters.
        """
        return self._withhold(lambda: withhold_person(self._connection, name, self._run))

    def finish(self, summary: str) -> None:
        """Say in the log that the run came to its end; ``summary`` is a line of JSON."""
        with self._transaction():
            self._happened.append(
                log.Happening(log.FINISHED, str(self._run), content_id("summary", summary))
            )

    def _withhold(self, work: Callable[[], Withheld]) -> Withheld:
        with self._transaction():
            done = work()
            self._happened.extend(done.happenings)
        self._compact()
        return done

    def _compact(self) -> None:
        """Write the database anew, so that nothing removed is left in free pages or the WAL."""
        with translated(self._label):
            raw: Any = self._connection.connection.driver_connection
            if self._connection.dialect.name == "sqlite":
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return
            self._connection.close()
            bare = {"isolation_level": "AUTOCOMMIT", "recount_bare": True}
            engine = self._connection.engine
            with engine.connect().execution_options(**bare) as connection:
                connection.exec_driver_sql("VACUUM FULL")
            self._connection = engine.connect().execution_options(**{WRITES: True})

    @contextmanager
    def _transaction(self) -> Iterator[Rows]:
        rows = no_rows()
        self._happened: list[log.Happening] = []
        with translated(self._label), self._connection.begin():
            yield rows
            for table in schema.TABLES:
                if rows.get(table):
                    self._insert(table, rows[table])
            happened = [self._whole(item) for item in log.happenings(rows)]
            log.append(self._connection, self._run, [*happened, *self._happened])

    def _whole(self, item: log.Happening) -> log.Happening:
        """Let the digest of a run's links cover those of its earlier transactions too."""
        if item.kind != log.LINKS:
            return item
        digest = log.digest_now(self._connection, item.kind, item.subject)
        return log.Happening(item.kind, item.subject, digest)

    def _insert(self, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
        if table is not schema.statements:
            self._connection.execute(log.adding(table), rows)
            return
        # The same words read in the same way again are the same statement.
        self._connection.execute(_adding_new(table, self._connection.dialect.name), rows)

    def _begin_run(self) -> int:
        command, version, started = self._told
        with self._transaction() as rows:
            last = self._connection.execute(sa.select(sa.func.max(schema.runs.c.id))).scalar()
            self._run = (0 if last is None else int(last)) + 1
            rows[schema.runs].append(
                {
                    "id": self._run,
                    "command": command,
                    "version": version,
                    "started_at": started,
                }
            )
        return self._run

    def _has(self, table: sa.Table, key: str) -> bool:
        return self._connection.execute(_holding(table), {"key": key}).first() is not None

    def _add_rendition(self, rows: Rows, entry: DocumentEntry) -> None:
        given = entry.rendition
        assert given is not None
        document = given.document
        if not self._has(schema.documents, document.id):
            rows[schema.documents].append(document_row(given, self._run))
            if given.content is None:
                self._happened.append(log.Happening("content", document.id, log.REMOVED))
            else:
                rows[schema.contents].append(content_row(document.id, given.content, self._run))
        if not self._has(schema.renditions, document.rendition):
            row = encode.rendition_row(document, given.words)
            rows[schema.renditions].append({**row, "run": self._run})

    def _reading(self, standing: Standing) -> list[dict[str, Any]]:
        last = self._connection.execute(_LAST_READING, {"of": standing.document}).first()
        new = {
            "document": standing.document,
            "seq": 1 if last is None else last.seq + 1,
            "rendition": standing.rendition,
            "extraction": standing.extraction,
            "resolution": standing.resolution,
            "run": self._run,
        }
        if last is not None and all(
            getattr(last, name) == new[name] for name in ("rendition", "extraction", "resolution")
        ):
            return []
        return [new]

    def _end_judgements(self, rows: Rows, left: str, right: str) -> None:
        table, ends = schema.judgements, schema.judgement_ends
        ended = sa.exists().where(ends.c.judgement == table.c.id, ends.c.judged == table.c.run)
        found = self._connection.execute(
            sa.select(table.c.id, table.c.run).where(
                table.c.left == left,
                table.c.right == right,
                table.c.person.is_not(None),
                ~ended,
            )
        )
        rows[schema.judgement_ends].extend(
            {"judgement": row.id, "judged": row.run, "run": self._run} for row in found
        )


def sighted(known: Sequence[Sighting], met: Sighting) -> Sighting | None:
    """Return the sighting to store, ``None`` when it says nothing that is not known.

    Args:
        known: current sightings of the same document, one for each path.
        met: the sighting of now; a field without a value takes nothing back.
    """
    before = next((sighting for sighting in known if sighting.path == met.path), None)
    if before is None:
        return met

    def said(name: str) -> Any:
        value = getattr(met, name)
        return getattr(before, name) if value is None else value

    merged = Sighting(
        met.document,
        met.path,
        said("outlet"),
        said("url"),
        said("title"),
        said("published"),
        said("language"),
        said("reliability"),
    )
    return None if merged == before else merged
