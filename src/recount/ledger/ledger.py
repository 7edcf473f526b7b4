"""A ledger: a database file (SQLite) or a database by URL (PostgreSQL), opened by one path."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from recount.ledger.database import engine_of, label_of, prepare, translated
from recount.ledger.verify import VerifyReport, verify
from recount.ledger.view import View
from recount.ledger.writer import Writer
from recount.version import __version__


class Ledger:
    """An open ledger; ``view`` reads, ``writer`` writes. Close it, or use it in ``with``."""

    def __init__(self, engine: sa.Engine, label: str) -> None:
        self._engine = engine
        self._label = label

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False) -> Ledger:
        """Open a ledger by path or database URL, bringing it to this version's tables.

        Args:
            place: a file, or ``postgresql://user@host/database``.
            create: make it when there is none.

        Raises:
            LedgerVersionError: a newer version of Recount made it.
            LedgerError: there is none, it is something else, or it cannot be used.
        """
        name = str(place)
        engine = engine_of(name, create=create)
        label = label_of(name, engine)
        try:
            prepare(engine, label, create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, label)

    @property
    def label(self) -> str:
        """The path or URL, without a password."""
        return self._label

    @property
    def engine(self) -> sa.Engine:
        """The engine, for the parts of the ledger package."""
        return self._engine

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def verify(self) -> VerifyReport:
        """Check the ledger against its own log (``recount doctor``).

        Raises:
            LedgerError: the database cannot be read at all.
        """
        return verify(self)

    def close(self) -> None:
        """Close all connections."""
        with translated(self._label):
            self._engine.dispose()

    def view(self, *, as_of: int | None = None) -> View:
        """Return the read side; with ``as_of`` a run, the ledger as it was after that run."""
        return View(self._engine, self._label, as_of)

    def writer(self, *, command: str, started: str, version: str = __version__) -> Writer:
        """Return the write side and begin a run.

        Args:
            command: what the user asked for, for people to read.
            started: time of the start, ISO 8601; the caller's clock.
            version: the version of Recount.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        return Writer(self._engine, self._label, command=command, version=version, started=started)
