"""Reads GeoNames dumps: ``allCountries.txt``, a country's file, and the files of area codes.

Format: https://download.geonames.org/export/dump/readme.txt. Files are told apart by
their columns, plain or zipped, and read line by line.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from recount.model import ReadError
from recount.resources.gazetteer.normalise import plain
from recount.resources.gazetteer.place import Place, PlaceKind
from recount.resources.gazetteer.sources import (
    GEONAMES,
    MAIN,
    Entry,
    Frame,
    frame,
    read_areas,
    script,
    settlement_radius,
    short_name,
)

PLACE_COLUMNS = 19
CODE_COLUMNS = 4
SITES = frozenset({"CMPRF", "CMP", "MILB", "INSM", "AIRB", "AIRP", "AIRF", "HSP", "MSQE", "PRN"})
"""Feature codes of camps, bases, airfields, hospitals, mosques and prisons."""
AREA_RADIUS = {PlaceKind.ADMIN1: 75.0, PlaceKind.ADMIN2: 25.0, PlaceKind.REGION: 100.0}
"""Kilometres, for areas of which the dump gives a point and no size."""
SITE_RADIUS = 1.0


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[str]]:
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                texts = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n]
                if len(texts) != 1:
                    message = f"{path} must hold one GeoNames table"
                    raise ReadError(message)
                with archive.open(texts[0]) as raw:
                    yield iter(io.TextIOWrapper(raw, encoding="utf-8"))
        else:
            with path.open(encoding="utf-8") as file:
                yield iter(file)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror or error}"
        raise ReadError(message) from error
    except (UnicodeDecodeError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        message = f"{path} is damaged or not a GeoNames table"
        raise ReadError(message) from error


def _columns(path: Path) -> int:
    with _lines(path) as lines:
        return next((line.count("\t") + 1 for line in lines if line.strip()), 0)


def load_dump(paths: Iterable[Path]) -> Iterator[Entry]:
    """Yield the settlements, areas, regions and chosen sites of the files.

    Raises:
        ReadError: a file cannot be read or has other columns than GeoNames' files.
    """
    tables, names = [], {}
    for path in paths:
        count = _columns(path)
        if count == PLACE_COLUMNS:
            tables.append(path)
        elif count == CODE_COLUMNS:
            names.update(_codes(path))
        else:
            message = f"{path} has {count} columns; GeoNames' files have 19, those of codes 4"
            raise ReadError(message)
    shipped = frame(read_areas())
    within = replace(shipped, name_of={**shipped.name_of, **names})
    for path in tables:
        yield from _places(path, within)


def _codes(path: Path) -> dict[str, str]:
    names = {}
    with _lines(path) as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == CODE_COLUMNS:
                names[cells[0]] = short_name(plain(cells[1]))
    return names


def _places(path: Path, within: Frame) -> Iterator[Entry]:
    with _lines(path) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != PLACE_COLUMNS:
                message = f"{path}, line {number}: {len(cells)} columns instead of {PLACE_COLUMNS}"
                raise ReadError(message)
            try:
                entry = _entry(cells, within)
            except ValueError as error:
                message = f"{path}, line {number}: {error}"
                raise ReadError(message) from error
            if entry is not None:
                yield entry


def _kind(feature: str, code: str) -> PlaceKind | None:
    if feature == "P" and code not in ("PPLH", "PPLQ", "PPLW"):
        return PlaceKind.SETTLEMENT
    if feature == "A":
        return {"ADM1": PlaceKind.ADMIN1, "ADM2": PlaceKind.ADMIN2}.get(code)
    if feature == "L" and code.startswith("RGN"):
        return PlaceKind.REGION
    return PlaceKind.SITE if feature == "S" and code in SITES else None


def _entry(cells: list[str], within: Frame) -> Entry | None:
    kind = _kind(cells[6], cells[7])
    if kind is None:
        return None
    country, one, two = cells[8], cells[10], cells[11]
    first, second = f"{country}.{one}", f"{country}.{one}.{two}"
    own = plain(cells[1])
    ref = f"gn{int(cells[0])}"
    if kind is PlaceKind.ADMIN1:
        ref, own = first, short_name(own)
    elif kind is PlaceKind.ADMIN2:
        ref, own = second, short_name(own)
    population = int(cells[14] or 0)
    radius = AREA_RADIUS.get(kind, SITE_RADIUS)
    place = Place(
        ref,
        own,
        kind,
        country or None,
        own if kind is PlaceKind.ADMIN1 else within.name_of.get(first),
        own if kind is PlaceKind.ADMIN2 else within.name_of.get(second),
        float(cells[4]),
        float(cells[5]),
        population,
        settlement_radius(population) if kind is PlaceKind.SETTLEMENT else radius,
        GEONAMES,
    )
    names = [(own, MAIN), (cells[1], MAIN), (cells[2], MAIN)]
    for other in cells[3].split(","):
        rank = script(other) if other else -1
        if rank >= 0:
            names.append((other, rank))
    return Entry(place, tuple(names))
