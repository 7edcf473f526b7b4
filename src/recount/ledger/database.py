"""Opening a database as a ledger: engines, transactions, migrations, and errors in one sentence."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from recount.ledger.schema import REVISIONS
from recount.model import LedgerError, LedgerVersionError

_BUSY_MS = 30_000
"""How long SQLite waits for another process's lock: one document's commit takes milliseconds,
linking of a large ledger some seconds."""

_LOG_PAGES = 8_000
"""Pages (of 4 KiB) of the write-ahead log that are gathered before they are copied."""
_CACHE_KIB = 32_768
"""Memory for pages of the database."""

_MAGIC = b"SQLite format 3\0"

_OURS = frozenset({"runs", "log", "documents", "readings"})
"""Tables by which a ledger of any version is known."""

_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "database or disk is full",
        "the disk is full: nothing that {label} holds is lost; free some space and build again",
    ),
    ("no space left", "the disk is full: nothing that {label} holds is lost; free some space"),
    ("readonly database", "{label} cannot be written: the file or its folder is read-only"),
    ("read-only transaction", "{label} cannot be written: the database is read-only"),
    ("unable to open database file", "{label} cannot be opened: no such file, or no right to it"),
    ("database is locked", "{label} is in use: another build is writing to it"),
    ("file is not a database", "{label} is not a ledger: the file is something else"),
    ("malformed", "{label} is damaged: run recount doctor, and restore it from a copy"),
    ("disk i/o error", "{label} cannot be read or written: the disk reports an error"),
)


def _sentence(label: str, error: sa.exc.SQLAlchemyError) -> str:
    cause = str(getattr(error, "orig", None) or error)
    lower = cause.lower()
    for needle, sentence in _SENTENCES:
        if needle in lower:
            return sentence.format(label=f"the ledger {label}")
    first_line = cause.strip().splitlines()[0] if cause.strip() else type(error).__name__
    return f"the ledger {label} cannot be used: {first_line}"


@contextmanager
def translated(label: str) -> Iterator[None]:
    """Turn errors of the database into a LedgerError of one clear sentence.

    Raises:
        LedgerError: the database reported an error.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise LedgerError(_sentence(label, error)) from error
    except ModuleNotFoundError as error:
        message = "a ledger in PostgreSQL needs: pip install 'recount-ledger[postgres]'"
        raise LedgerError(message) from error
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ValueError) as error:
        message = f"{label} does not name a database that Recount can use"
        raise LedgerError(message) from error


def is_url(place: str) -> bool:
    """Return whether a ledger is named by a database URL and not by a path."""
    return "://" in place


def _without_password(url: str) -> str:
    return re.sub(r"//[^/]*@", "//", url)


def _sqlite_path(place: str) -> Path:
    if not is_url(place):
        return Path(place)
    database = sa.make_url(place).database
    if database is None:
        message = "a ledger in memory cannot be kept; name a file"
        raise LedgerError(message)
    return Path(database)


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        message = f"the ledger {path} is a folder; name a file"
        raise LedgerError(message)
    if not path.exists():
        if not create:
            message = f"there is no ledger {path}; recount build makes one"
            raise LedgerError(message)
        if not path.absolute().parent.is_dir():
            message = f"the ledger {path} cannot be made: its folder does not exist"
            raise LedgerError(message)
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        message = f"the ledger {path} cannot be read: {error.strerror}"
        raise LedgerError(message) from error
    if head not in (b"", _MAGIC):
        message = f"{path} is not a ledger: the file is something else"
        raise LedgerError(message)


def _frozen(path: Path) -> bool:
    """Whether neither the file nor its folder can be written, so WAL files cannot be made."""
    if not path.exists():
        return False
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    return not writable and not path.with_name(path.name + "-wal").exists()


def engine_of(place: str, *, create: bool) -> sa.Engine:
    """Return the engine of a path or a database URL; nothing is read or written yet.

    Raises:
        LedgerError: there is no such ledger, or it cannot be one.
    """
    if is_url(place) and not place.startswith("sqlite"):
        with translated(_without_password(place)):
            url = sa.make_url(place)
            if url.drivername in ("postgresql", "postgres"):
                url = url.set(drivername="postgresql+psycopg")
            if url.get_backend_name() != "postgresql":
                message = f"a ledger is kept in SQLite or PostgreSQL, not in {url.drivername}"
                raise LedgerError(message)
            engine = sa.create_engine(url)
            sa.event.listen(engine, "begin", _begin_postgresql)
            return engine
    path = _sqlite_path(place)
    _check_file(path, create=create)
    mode = {"mode": "ro", "immutable": "1"} if _frozen(path) else {"mode": "rwc"}
    url = sa.URL.create("sqlite", database=f"file:{_uri_path(path)}", query={**mode, "uri": "true"})
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _uri_path(path: Path) -> str:
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _prepare_sqlite(connection: Any, record: Any) -> None:
    """Set what every connection needs.

    WAL with synchronous=NORMAL survives a killed process without loss; a power cut may
    take back the last documents of a build, which the next build reads again, and never
    leaves a half-written one. Deleted bytes are overwritten (secure_delete), as what is
    withheld must be gone from the file. The log is copied into the file seldom, as each copy
    waits for the disk, and pages of the indexes, whose keys are hashes, are kept in memory.
    """
    del record
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={_BUSY_MS}",
        "foreign_keys=ON",
        "synchronous=NORMAL",
        "secure_delete=ON",
        "temp_store=MEMORY",
        f"wal_autocheckpoint={_LOG_PAGES}",
        f"cache_size=-{_CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def label_of(place: str, engine: sa.Engine) -> str:
    """Return what messages call a ledger: its path, or its URL without the password."""
    if engine.dialect.name == "sqlite":
        return str(_sqlite_path(place))
    return engine.url.render_as_string(hide_password=True)


WRITES = "recount_writes"
"""Execution option of connections that write: they take the write lock at once."""


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    if options.get(WRITES, False) and not options.get("recount_bare", False):
        # The chain of the log has one end: writers take turns, readers go on.
        connection.exec_driver_sql("LOCK TABLE log IN EXCLUSIVE MODE")


def prepare(engine: sa.Engine, label: str, *, create: bool) -> None:
    """Bring a database to this version's tables, or say why that cannot be.

    Raises:
        LedgerVersionError: a newer version of Recount made it.
        LedgerError: it is not a ledger.
    """
    with translated(label):
        options = {WRITES: False, "recount_bare": True}
        with engine.connect().execution_options(**options) as connection:
            tables = set(sa.inspect(connection).get_table_names())
            revision = _revision(connection, tables)
    if tables and not (tables >= _OURS):
        message = f"{label} is not a ledger: it is a database of something else"
        raise LedgerError(message)
    if revision is not None and revision not in REVISIONS:
        message = (
            f"the ledger {label} was written by a newer version of Recount"
            f" (revision {revision}); update Recount to use it"
        )
        raise LedgerVersionError(message)
    if revision == REVISIONS[-1]:
        return
    if not tables and not create:
        message = f"{label} is not a ledger: it is empty"
        raise LedgerError(message)
    _migrate(engine, label)


def _revision(connection: sa.Connection, tables: set[str]) -> str | None:
    if "alembic_version" not in tables:
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _migrate(engine: sa.Engine, label: str) -> None:
    # Alembic is loaded only here: opening a ledger that is up to date must be quick.
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    scripts = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    with translated(label):
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.execute("PRAGMA journal_mode=WAL")
        options = {WRITES: True, "recount_bare": True}
        with engine.connect().execution_options(**options) as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
