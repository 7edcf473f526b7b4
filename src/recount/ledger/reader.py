"""What every part of the read side needs: rows of a selection, up to a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from recount.ledger.database import translated
from recount.ledger.log import Row
from recount.ledger.queries import current_readings

_BATCH = 500
"""Rows held in memory at once while iterating."""


class Reader:
    """Reads rows; ``as_of`` is the last run seen, ``None``: all, also those still to come."""

    def __init__(self, engine: sa.Engine, label: str, as_of: int | None = None) -> None:
        self._engine = engine
        self._label = label
        self._as_of = as_of
        self._current = current_readings(as_of)

    @property
    def as_of(self) -> int | None:
        """The last run seen; ``None``: all of them, also those still to come."""
        return self._as_of

    def _up_to(self, query: sa.Select[Any], run: sa.ColumnElement[Any]) -> sa.Select[Any]:
        return query if self._as_of is None else query.where(run <= self._as_of)

    @contextmanager
    def _connection(self) -> Iterator[sa.Connection]:
        with translated(self._label), self._engine.connect() as connection:
            yield connection

    def _rows(self, query: sa.Select[Any]) -> Iterator[sa.Row[Any]]:
        with self._connection() as connection:
            yield from connection.execution_options(yield_per=_BATCH).execute(query)

    def _mappings(self, query: sa.Select[Any]) -> Iterator[Row]:
        with self._connection() as connection:
            result = connection.execution_options(yield_per=_BATCH).execute(query)
            yield from result.mappings()

    def _first(self, query: sa.Select[Any]) -> sa.Row[Any] | None:
        with self._connection() as connection:
            return connection.execute(query).first()

    def _first_mapping(self, query: sa.Select[Any]) -> Row | None:
        with self._connection() as connection:
            return connection.execute(query).mappings().first()

    def _one(self, query: sa.Select[Any]) -> Row:
        with self._connection() as connection:
            return connection.execute(query).mappings().one()
