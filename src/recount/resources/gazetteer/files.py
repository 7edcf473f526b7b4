"""Where gazetteer files lie, and the functions behind ``recount gazetteer``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from recount.model import UsageError
from recount.resources.gazetteer.build import shipped_entries, write_gazetteer
from recount.resources.gazetteer.dump import load_dump
from recount.resources.gazetteer.place import Place
from recount.resources.gazetteer.places_csv import load_places_csv, save_places_csv
from recount.resources.gazetteer.sources import RESOURCES, Entry

NAME = "gazetteer.sqlite"
OWN_PLACES = "places.csv"
DUMP = "geonames.sqlite"


def data_file(folder: Path | None) -> Path:
    """Return where the built gazetteer lies, or where it would be built.

    In a checkout, and wherever the package carries a built file, that is beside the
    shipped data; else it is in the user's data folder ``folder``.
    """
    beside = RESOURCES / "data" / NAME
    in_checkout = (RESOURCES.parents[2] / "pyproject.toml").exists()
    return beside if folder is None or in_checkout or beside.exists() else folder / NAME


def build_gazetteer(path: Path) -> int:
    """Build the shipped gazetteer at ``path`` and return its number of places.

    Raises:
        UsageError: the build dependency is missing or the folder cannot be written.
    """
    return write_gazetteer(path, shipped_entries())


def add_places(source: Path, folder: Path) -> int:
    """Add the places of a CSV to the user's own in ``folder``; return how many there are now.

    A place of the same name, kind and areas as before takes its place.

    Raises:
        ReadError: the file cannot be read.
        UsageError: a row is wrong, or the folder cannot be written.
    """
    added = load_places_csv(source)
    fresh = {place.id for place in added}
    places = [*(place for place in own_places(folder) if place.id not in fresh), *added]
    save_places_csv(folder / OWN_PLACES, places)
    return len(places)


def add_dump(sources: Sequence[Path], folder: Path) -> int:
    """Read a GeoNames dump (tab files) into ``folder``; return its number of places.

    Raises:
        ReadError: a file cannot be read or is not a GeoNames table.
        UsageError: no file holds places, or the folder cannot be written.
    """
    entries: Iterator[Entry] = load_dump(sources)
    first = next(entries, None)
    if first is None:
        message = "no place in the files given; a GeoNames dump has 19 columns, tabs between"
        raise UsageError(message)
    return write_gazetteer(folder / DUMP, chain([first], entries))


def own_places(folder: Path) -> tuple[Place, ...]:
    """Return the places that the user has added to ``folder``.

    Raises:
        ReadError, UsageError: their file is damaged.
    """
    own = folder / OWN_PLACES
    return load_places_csv(own) if own.exists() else ()
