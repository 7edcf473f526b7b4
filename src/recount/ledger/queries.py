"""Selections that say what is current, or was as of a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from recount.ledger import schema


def latest(
    table: sa.Table,
    keys: Sequence[sa.Column[Any]],
    as_of: int | None,
    *,
    order: sa.Column[Any] | None = None,
    columns: Sequence[sa.ColumnElement[Any]] | None = None,
) -> sa.Select[Any]:
    """Return the selection of each key's last row, by ``order`` (default: the run)."""
    rank = table.c.run if order is None else order
    inner = sa.select(*keys, sa.func.max(rank).label("last")).group_by(*keys)
    if as_of is not None:
        inner = inner.where(table.c.run <= as_of)
    last = inner.subquery()
    same = [key == last.c[key.name] for key in keys]
    chosen = sa.select(table) if columns is None else sa.select(*columns)
    return chosen.join(last, sa.and_(*same, rank == last.c.last))


def current_readings(as_of: int | None) -> sa.Subquery:
    """Return the current reading of each document that is not withheld."""
    table = schema.readings
    return latest(table, (table.c.document,), as_of, order=table.c.seq).subquery("current")


def current_judgements(as_of: int | None) -> sa.Select[Any]:
    """Return the selection of judgements that have not been ended."""
    table, ends = schema.judgements, schema.judgement_ends
    ended = sa.exists().where(ends.c.judgement == table.c.id, ends.c.judged == table.c.run)
    if as_of is None:
        return sa.select(table).where(~ended)
    return sa.select(table).where(table.c.run <= as_of, ~ended.where(ends.c.run <= as_of))
