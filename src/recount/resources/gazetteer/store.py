"""The read side of a gazetteer file: places by key, by sound, by id. Nothing is written."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path
from sys import intern

from recount.model import ReadError
from recount.resources.gazetteer.build import FORMAT
from recount.resources.gazetteer.hashes import HashSet
from recount.resources.gazetteer.place import Place, PlaceKind

_BY_KEY = """
SELECT n.rank, p.ref, p.name, p.kind, p.country, p.admin1, p.admin2, p.lat, p.lon,
    p.population, p.radius_km, p.source
FROM name n JOIN place p ON p.id = n.place
WHERE n.key = ? ORDER BY n.rank, p.population DESC, p.id
"""
_BY_ID = """
SELECT ref, name, kind, country, admin1, admin2, lat, lon, population, radius_km, source
FROM place WHERE ref = ?
"""
_FOLLOWING = "SELECT DISTINCT substr(key, ?) FROM name WHERE key > ? AND key < ?"
_SOUNDING = """
SELECT key FROM (
    SELECT key FROM sound WHERE skeleton >= ? AND skeleton < ?
    ORDER BY abs(length(skeleton) - ?) LIMIT ?
) WHERE length(key) BETWEEN ? AND ?
"""
_MANY = 4096
"""Names kept in memory once looked up: more than a day's news uses."""

Ranked = tuple[tuple[Place, int], ...]


def place_of(row: tuple[object, ...]) -> Place:
    """Return the place of one row of the table ``place``, without its number."""
    ref, name, kind, *rest = row
    return Place(ref, name, PlaceKind(kind), *rest)  # type: ignore[arg-type]


class Store:
    """One open gazetteer file.

    Raises:
        ReadError: the file is not a gazetteer of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self.keys = HashSet(self._blob())
        except sqlite3.Error as error:
            message = f"{path} is not a gazetteer; `recount gazetteer build` makes it anew"
            raise ReadError(message) from error
        self.by_key = lru_cache(maxsize=_MANY)(self._by_key)
        self.by_id = lru_cache(maxsize=_MANY)(self._by_id)
        self.capital = lru_cache(maxsize=512)(self._capital)

    def _blob(self) -> bytes:
        found = self._connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
        if found is None or found[0] != str(FORMAT):
            message = (
                f"{self.path} is a gazetteer of another version; run `recount gazetteer build`"
            )
            raise ReadError(message)
        row = self._connection.execute("SELECT data FROM blob WHERE name = 'hashes'").fetchone()
        return bytes(row[0])

    def _by_key(self, key: str) -> Ranked:
        """All places that bear the key, with the rank of the name, best known first."""
        rows = self._connection.execute(_BY_KEY, (key,)).fetchall()
        return tuple((place_of(row[1:]), row[0]) for row in rows)

    def following(self, word: str) -> set[str]:
        """Return the words that stand second in keys that begin with this word."""
        begins = f"{word} "
        # "!" is the character after the blank.
        rows = self._connection.execute(_FOLLOWING, (len(begins) + 1, begins, f"{word}!"))
        return {intern(rest.partition(" ")[0]) for (rest,) in rows}

    def _by_id(self, ref: str) -> Place | None:
        row = self._connection.execute(_BY_ID, (ref,)).fetchone()
        return place_of(row) if row else None

    def _capital(self, country: str) -> str | None:
        row = self._connection.execute(
            "SELECT capital FROM country WHERE code = ?", (country,)
        ).fetchone()
        return str(row[0]) if row else None

    def sounding(
        self, skeleton: str, prefix: int, limit: int, lengths: tuple[int, int]
    ) -> list[str]:
        """Return keys whose skeleton starts with the first ``prefix`` letters of this one.

        Args:
            skeleton: the skeleton of a name.
            prefix: how many of its letters must be the same.
            limit: keys looked at, those with the likest length of skeleton first.
            lengths: least and greatest length of those of them that are returned.
        """
        head = skeleton[:prefix]
        rows = self._connection.execute(
            _SOUNDING, (head, head + "\U0010ffff", len(skeleton), limit, *lengths)
        )
        return [key for (key,) in rows]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
