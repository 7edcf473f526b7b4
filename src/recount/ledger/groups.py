"""Rows of several tables put together into the nouns that link and publish see."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from recount.ledger import encode
from recount.ledger.log import Row
from recount.model import AccountRecord, DocumentInfo, Sighting, Statement

_ASKED_AT_ONCE = 400
"""Ids asked for in one query, which may name them twice; SQLite takes 999 at least."""


def batches(ids: Sequence[str]) -> Iterator[list[str]]:
    """Iterate over slices of ids that one query can ask for."""
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        yield list(ids[start : start + _ASKED_AT_ONCE])


class Groups:
    """A stream of rows sorted by a key, handed out by key in the same order."""

    def __init__(self, rows: Iterable[Row], key: str) -> None:
        self._groups = groupby(rows, key=lambda row: str(row[key]))
        self._held: tuple[str, list[Row]] | None = None
        self._advance()

    def _advance(self) -> None:
        found = next(self._groups, None)
        self._held = None if found is None else (found[0], list(found[1]))

    def of(self, key: str) -> list[Row]:
        """Return the rows of a key; keys must be asked for in rising order."""
        while self._held is not None and self._held[0] < key:
            self._advance()
        if self._held is None or self._held[0] != key:
            return []
        return self._held[1]


def latest_by_path(rows: Iterable[Row]) -> tuple[Sighting, ...]:
    """Return the last sighting of each path, by path."""
    last: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row["run"], row["id"])):
        last[row["path"]] = row
    return tuple(encode.sighting_from_row(last[path]) for path in sorted(last))


def info_of(row: Row, told: Sequence[Row]) -> DocumentInfo:
    """Return what link and publish see of a document; what the user said goes first.

    ``source`` is the path where it was first met: the smallest of those of the first run.
    """
    sightings = latest_by_path(told)
    source = min(((item["run"], item["path"]) for item in told), default=(0, ""))[1]
    return DocumentInfo(
        id=row["document"],
        rendition=row["id"],
        source=source,
        outlet=_said((s.outlet for s in sightings), row["outlet"]),
        url=_said((s.url for s in sightings), row["url"]),
        title=_said((s.title for s in sightings), row["title"]),
        language=_said((s.language for s in sightings), None) or row["language"],
        published=encode.publication_from_row(row),
        sketch=tuple(json.loads(row["sketch"])),
        words=row["words"],
        reliability=next((s.reliability for s in sightings if s.reliability is not None), None),
        cites=tuple(json.loads(row["cites"])),
    )


def _said(values: Iterable[str | None], otherwise: str | None) -> str | None:
    return next((value for value in values if value), otherwise)


def statements_by_account(rows: Iterable[Row]) -> dict[str, tuple[Statement, ...]]:
    """Return statements by the id of their account, in their order."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for row in rows:
        found[row["account"]].append(encode.statement_from_row(row))
    return {account: tuple(said) for account, said in found.items()}


def record_of(row: Row, statements: dict[str, tuple[Statement, ...]]) -> AccountRecord:
    """Return the record of an account's row."""
    return AccountRecord(encode.account_from_row(row), statements.get(row["id"], ()), row["words"])
