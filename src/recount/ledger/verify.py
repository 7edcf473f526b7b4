"""Checking a ledger against its own log: nothing changed, missing or left over."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa

from recount.ledger import encode, log, schema
from recount.ledger.database import translated
from recount.model import bytes_hash, text_hash

_BATCH = 500

_DAMAGE_SHOWN = 20
"""Lines of SQLite's own report that are passed on; one bad page can give thousands."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written, in a sentence."""

    kind: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of check: whether it passed, and what was checked or found, in a few words."""

    name: str
    passed: bool
    detail: str


_CHECKS = (
    ("database", ("database",)),
    ("log", ("log",)),
    ("bytes", ("content", "document")),
    ("texts", ("rendition",)),
    ("statements", ("statement",)),
)
"""Names of the checks and the kinds of problems that belong to them; the rest is "rows"."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked, and what was found wrong (nothing: the ledger is whole)."""

    problems: tuple[Problem, ...]
    documents: int
    statements: int
    log_rows: int
    withheld_documents: int
    withheld_persons: int
    without_bytes: int
    """Documents whose bytes were dropped because they held a withheld name."""
    unfinished: tuple[int, ...]
    """Runs that were interrupted; the next build went on from them."""

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return len(self.problems) == 0

    @property
    def checks(self) -> tuple[Check, ...]:
        """The result of each kind of check, for a person."""
        named = {kind for _, kinds in _CHECKS for kind in kinds}
        rest = tuple(sorted({problem.kind for problem in self.problems} - named))
        right = {
            "database": "the file is sound",
            "log": f"{self.log_rows} rows, the chain is unbroken",
            "bytes": f"{self.documents} documents match their hashes{self._without()}",
            "texts": "every text matches its hash",
            "statements": f"{self.statements} statements quote their documents",
            "rows": "nothing was changed, nothing is left over",
        }
        return tuple(
            self._check(name, kinds, right[name]) for name, kinds in (*_CHECKS, ("rows", rest))
        )

    def _without(self) -> str:
        parts = []
        if self.withheld_documents:
            parts.append(f"{self.withheld_documents} withheld")
        if self.without_bytes:
            parts.append(f"{self.without_bytes} kept without bytes, for a withheld name")
        return f" ({', '.join(parts)})" if parts else ""

    def _check(self, name: str, kinds: tuple[str, ...], right: str) -> Check:
        found = [problem.message for problem in self.problems if problem.kind in kinds]
        if not found:
            return Check(name, passed=True, detail=right)
        more = "" if len(found) == 1 else f" (and {len(found) - 1} more)"
        return Check(name, passed=False, detail=f"{found[0]}{more}")


class Opened(Protocol):
    """An open ledger, as far as checking it needs one."""

    @property
    def engine(self) -> sa.Engine:
        """Where its rows are."""
        ...

    @property
    def label(self) -> str:
        """Its path or URL."""
        ...


def verify(ledger: Opened) -> VerifyReport:
    """Check the database, the chain of the log, bytes, texts, quotes and leftover rows.

    Raises:
        LedgerError: the database cannot be read at all.
    """
    with translated(ledger.label), ledger.engine.connect() as connection:
        problems = list(_database(connection))
        if not problems:
            check = _Check(connection)
            problems += check.run()
        return _report(connection, tuple(problems))


def _report(connection: sa.Connection, problems: tuple[Problem, ...]) -> VerifyReport:
    def count(table: sa.Table, *where: Any) -> int:
        query = sa.select(sa.func.count()).select_from(table).where(*where)
        return int(connection.execute(query).scalar_one())

    table = schema.log
    done = {
        row.run
        for row in connection.execute(sa.select(table.c.run).where(table.c.kind == log.FINISHED))
    }
    runs = [row.id for row in connection.execute(sa.select(schema.runs.c.id))]
    persons = count(schema.log, table.c.kind == "masked")
    return VerifyReport(
        problems,
        documents=count(schema.documents),
        statements=count(schema.statements),
        log_rows=count(table),
        withheld_documents=count(schema.withheld, schema.withheld.c.kind == "document"),
        withheld_persons=persons,
        without_bytes=count(schema.documents)
        - count(schema.contents)
        - count(schema.withheld, schema.withheld.c.kind == "document"),
        unfinished=tuple(run for run in sorted(runs) if run not in done),
    )


def _database(connection: sa.Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.exec_driver_sql(f"PRAGMA integrity_check({_DAMAGE_SHOWN})"):
        if row[0] != "ok":
            yield Problem("database", "file", f"the file is damaged: {row[0]}")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(str(row[0]), str(row[1]), f"a row of {row[0]} points at no row of {row[2]}")


class _Check:
    """The checks of one ledger; all read, none writes."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._told: dict[tuple[str, str], str] = {}
        self._texts: dict[str, str] = {}

    def run(self) -> list[Problem]:
        """Return the problems found, in the order of the checks."""
        return [
            *self._chain(),
            *self._things(),
            *self._contents(),
            *self._texts_and_quotes(),
            *self._leftovers(),
        ]

    def _rows(self, query: sa.Select[Any]) -> Iterator[log.Row]:
        options = self._connection.execution_options(yield_per=_BATCH)
        yield from options.execute(query).mappings()

    def _chain(self) -> Iterator[Problem]:
        table = schema.log
        previous, expected = log.FIRST, 1
        for row in self._rows(sa.select(table).order_by(table.c.seq)):
            seq = row["seq"]
            made = log.chain_hash(
                previous, seq, row["run"], row["kind"], row["subject"], row["digest"]
            )
            if seq != expected or row["previous"] != previous or row["hash"] != made:
                yield Problem("log", str(seq), f"the log is broken at row {seq}")
            previous, expected = row["hash"], seq + 1
            self._told[row["kind"], row["subject"]] = row["digest"]

    def _things(self) -> Iterator[Problem]:
        for kind in log.KINDS:
            found: dict[str, list[str]] = defaultdict(list)
            for table, _ in kind.tables:
                for row in self._rows(sa.select(table)):
                    found[kind.key_of(table, row)].append(log.row_digest(table.name, row))
            for subject, digests in sorted(found.items()):
                told = self._told.get((kind.name, subject))
                if told is None:
                    yield Problem(kind.name, subject, f"the log does not know {_of(kind, subject)}")
                elif told != log.combined(digests):
                    yield Problem(kind.name, subject, f"{_of(kind, subject)} was changed")
            for (name, subject), digest in sorted(self._told.items()):
                if name == kind.name and digest != log.REMOVED and subject not in found:
                    yield Problem(kind.name, subject, f"{_of(kind, subject)} is missing")

    def _contents(self) -> Iterator[Problem]:
        table, documents = schema.contents, schema.documents
        query = sa.select(table.c.document, table.c.data, documents.c.sha256, documents.c.size)
        for row in self._rows(query.join(documents, documents.c.id == table.c.document)):
            try:
                data = encode.unpress_bytes(row["data"])
            except zlib.error:
                yield Problem("content", row["document"], f"{_bytes(row)} cannot be unpacked")
                continue
            if bytes_hash(data) != row["sha256"] or len(data) != row["size"]:
                yield Problem("content", row["document"], f"{_bytes(row)} do not match their hash")
        held = sa.select(table.c.document)
        missing = sa.select(documents.c.id).where(documents.c.id.not_in(held))
        for row in self._rows(missing.order_by(documents.c.id)):
            if self._told.get(("content", row["id"])) != log.REMOVED:
                yield Problem("content", row["id"], f"the bytes of document {row['id']} are gone")

    def _texts_and_quotes(self) -> Iterator[Problem]:
        table, statement = schema.renditions, schema.statements
        link, resolution = schema.resolution_statements, schema.resolutions
        columns = (table.c.id, table.c.text, table.c.text_sha256)
        for row in self._rows(sa.select(*columns).order_by(table.c.id)):
            try:
                text = encode.unpress_text(row["text"])
            except (zlib.error, UnicodeDecodeError):
                yield Problem("rendition", row["id"], f"the text of {row['id']} cannot be unpacked")
                continue
            if text_hash(text) != row["text_sha256"]:
                message = f"the text of {row['id']} does not match its hash"
                yield Problem("rendition", row["id"], message)
            said = (
                sa.select(statement)
                .distinct()
                .join(link, link.c.statement == statement.c.key)
                .join(resolution, resolution.c.id == link.c.resolution)
                .where(resolution.c.rendition == row["id"])
            )
            for item in self._connection.execute(said).mappings():
                yield from _statement(item, text)

    def _leftovers(self) -> Iterator[Problem]:
        statement, link = schema.statements, schema.resolution_statements
        query = sa.select(statement.c.key, statement.c.id).where(
            statement.c.key.not_in(sa.select(link.c.statement))
        )
        for row in self._rows(query.order_by(statement.c.key)):
            yield Problem("statement", row["id"], f"statement {row['id']} belongs to no resolution")
        for table, parent, column in _PARENTS:
            query = sa.select(table.c[column]).where(table.c[column].not_in(sa.select(parent.c.id)))
            for row in self._rows(query.distinct()):
                message = f"rows of {table.name} belong to no row of {parent.name}"
                yield Problem(table.name, str(row[column]), message)


_PARENTS = (
    (schema.judgements, schema.accounts, "left"),
    (schema.judgements, schema.accounts, "right"),
)
"""What points at a row without a foreign key, as account ids repeat across extractions."""


def _of(kind: log.Kind, subject: str) -> str:
    return f"the {kind.name} {subject}"


def _bytes(row: log.Row) -> str:
    return f"the bytes of document {row['document']}"


def _statement(row: log.Row, text: str) -> Iterator[Problem]:
    if encode.statement_key(row) != row["key"]:
        yield Problem("statement", row["id"], f"the statement {row['id']} was changed")
    if text[row["start"] : row["end"]] != row["original"]:
        message = f"the words of statement {row['id']} are not those of its document"
        yield Problem("statement", row["id"], message)
