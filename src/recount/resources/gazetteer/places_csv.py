"""Users' own places as a CSV file: camps, villages, bases. They win over shipped ones.

Columns: ``name``, ``aliases`` (separated by ``|``), ``kind``, ``country``, ``admin1``,
``admin2``, ``lat``, ``lon``, ``radius_km``. Only ``name`` and ``kind`` must be filled.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from recount.model import UsageError, content_id
from recount.resources.gazetteer.place import Place, PlaceKind
from recount.resources.user_table import Cells, country_code, kind_of, parts, read_table

COLUMNS = ("name", "aliases", "kind", "country", "admin1", "admin2", "lat", "lon", "radius_km")
REQUIRED = ("name", "kind")
DEFAULT_RADIUS = {
    PlaceKind.SITE: 0.5,
    PlaceKind.SETTLEMENT: 3.0,
    PlaceKind.ADMIN2: 25.0,
    PlaceKind.ADMIN1: 75.0,
    PlaceKind.REGION: 150.0,
    PlaceKind.COUNTRY: 400.0,
}
"""Kilometres, used where a row with a position gives no radius."""
SOURCE = "user"


def load_places_csv(path: Path) -> tuple[Place, ...]:
    """Return the places of a CSV file in UTF-8, in the file's order.

    Raises:
        ReadError: the file cannot be read as text.
        UsageError: a column is missing or a row is wrong; the message names the line.
    """
    return read_table(path, COLUMNS, REQUIRED, _place)


def _place(cell: Cells, where: str) -> Place:
    kind = kind_of(PlaceKind, cell["kind"], where)
    code = cell.get("country", "")
    country = country_code(code, where) if code else None
    lat = _number(cell, "lat", 90.0, where)
    lon = _number(cell, "lon", 180.0, where)
    if (lat is None) != (lon is None):
        message = f"{where}: lat and lon must both be given or both be empty"
        raise UsageError(message)
    radius = _number(cell, "radius_km", 20_000.0, where)
    if radius is not None and radius < 0:
        message = f"{where}: radius_km must not be negative"
        raise UsageError(message)
    if radius is None and lat is not None:
        radius = DEFAULT_RADIUS[kind]
    admin1 = cell.get("admin1") or (cell["name"] if kind is PlaceKind.ADMIN1 else None)
    admin2 = cell.get("admin2") or (cell["name"] if kind is PlaceKind.ADMIN2 else None)
    aliases = parts(cell.get("aliases", ""))
    ref = content_id("place", cell["name"], kind.value, country, admin1, admin2)
    return Place(
        f"user:{ref}",
        cell["name"],
        kind,
        country,
        admin1,
        admin2,
        lat,
        lon,
        0,
        radius,
        SOURCE,
        aliases,
    )


def _number(cell: Cells, name: str, limit: float, where: str) -> float | None:
    text = cell.get(name, "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError as error:
        message = f"{where}: {name} must be a number, not {text!r}"
        raise UsageError(message) from error
    if not -limit <= value <= limit:
        message = f"{where}: {name} must lie between {-limit:g} and {limit:g}, not {text}"
        raise UsageError(message)
    return value


def save_places_csv(path: Path, places: Iterable[Place]) -> None:
    """Write places in the form that ``load_places_csv`` reads, by way of a rename.

    Raises:
        UsageError: the folder cannot be written.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for p in places:
        names = (p.name, "|".join(p.aliases), p.kind.value, p.country or "")
        areas = (p.admin1 or "", p.admin2 or "")
        where = ("" if v is None else repr(v) for v in (p.lat, p.lon, p.radius_km))
        writer.writerow((*names, *areas, *where))
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(buffer.getvalue(), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise UsageError(message) from error
