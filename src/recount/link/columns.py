"""Accounts as columns of numbers, so that millions of pairs are compared at once.

A value that many accounts share (a day, a town, a kind of site) becomes one code. Two codes
are compared once, by the comparison that also compares two accounts, however many pairs of
accounts have them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from recount.link import weights as w
from recount.link.features import Features
from recount.model import COUNT_PROPERTIES, PlacePrecision, PlaceValue, Property
from recount.resources.distance import POINT_KM, plain_name

Ints = npt.NDArray[np.signedinteger[Any]]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

PRECISE = frozenset({PlacePrecision.SITE, PlacePrecision.SETTLEMENT})
UNKNOWN = -1
"""Code of an account that does not have the value."""
NO_DAY = -(10**6)
"""A day before all days, for accounts without one."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One property of all accounts: a code for each, and an account for each code."""

    codes: Ints
    examples: tuple[Features, ...]
    """The first account of each code: it stands for all others that have it."""


@dataclass(frozen=True, slots=True)
class Places:
    """What blocking needs of each different place, by the codes of ``Columns.place``."""

    country: Ints
    admin1: Ints
    name: Ints
    lat: Floats
    lon: Floats
    reach: Floats
    precise: Flags


@dataclass(frozen=True, slots=True)
class Columns:
    """All accounts, by column; positions are those of the accounts sorted by id."""

    features: tuple[Features, ...]
    start: Ints
    end: Ints
    dated: Flags
    """Whether a date is fine enough to be looked up by day."""
    published: Ints
    document: Ints
    reported: Flags
    named: Flags
    worded: Flags
    place: Coded
    places: Places
    shared: dict[str, Coded]
    """Codes of what else is compared, by the name of the comparison."""
    figures: tuple[Coded, ...]
    """Codes of each count, in the order of ``COUNT_PROPERTIES``."""

    def __len__(self) -> int:
        return len(self.features)


PARTS: dict[str, Callable[[Features], Hashable]] = {
    "date": lambda f: f.date,
    "type": lambda f: f.type,
    "scope": lambda f: f.scope,
    "realis": lambda f: f.realis,
    "site": lambda f: None if f.site is None else (f.site, f.sites, f.site_kinds),
    "perpetrator": lambda f: (f.actors, f.accused) if f.actors or f.accused else None,
    "target": lambda f: (f.targets, f.people) if f.targets else None,
    "victims": lambda f: (f.targets, f.victims) if f.victims else None,
    "weapon": lambda f: f.weapons or None,
}
"""What each comparison reads of an account; ``None`` where it can have nothing to say."""


def columns_of(features: Sequence[Features]) -> Columns:
    """Return the accounts, sorted by id, as columns."""
    place = _coded(features, lambda f: f.place)
    days = [f.days for f in features]
    dated = np.array([n is not None and n <= w.BLOCK_WIDE_DAYS for n in days], dtype=bool)
    return Columns(
        features=tuple(features),
        start=_ints(NO_DAY if f.date is None else f.date.start.toordinal() for f in features),
        end=_ints(NO_DAY if f.date is None else f.date.end.toordinal() for f in features),
        dated=dated,
        published=_ints(
            NO_DAY if f.published is None else f.published.toordinal() for f in features
        ),
        document=_coded(features, lambda f: f.document).codes,
        reported=_flags(f.report is not None for f in features),
        named=_flags(len(f.names) > 0 for f in features),
        worded=_flags(len(f.wording) >= w.WORDING_LEAST_WORDS for f in features),
        place=place,
        places=_places([e.place for e in place.examples]),
        shared={name: _coded(features, part) for name, part in PARTS.items()},
        figures=tuple(_coded(features, _figure(prop)) for prop in COUNT_PROPERTIES),
    )


def _figure(prop: Property) -> Callable[[Features], Hashable]:
    return lambda f: next((figures for found, figures in f.figures if found is prop), None)


def _coded(features: Sequence[Features], part: Callable[[Features], Hashable]) -> Coded:
    known: dict[Hashable, int] = {}
    examples: list[Features] = []
    codes = np.empty(len(features), dtype=np.int32)
    for at, item in enumerate(features):
        value = part(item)
        code = UNKNOWN if value is None else known.setdefault(value, len(known))
        if code == len(examples):
            examples.append(item)
        codes[at] = code
    return Coded(codes, tuple(examples))


def _places(places: Sequence[PlaceValue | None]) -> Places:
    known = [place for place in places if place is not None]
    return Places(
        country=_named(place.country for place in known),
        admin1=_named(plain_name(place.admin1) for place in known),
        name=_named(place.name for place in known),
        lat=_floats(place.lat for place in known),
        lon=_floats(place.lon for place in known),
        reach=_floats(POINT_KM if p.radius_km is None else p.radius_km for p in known),
        precise=_flags(place.precision in PRECISE for place in known),
    )


def _named(names: Iterable[str | None]) -> Ints:
    codes: dict[str, int] = {}
    return _ints(UNKNOWN if n is None else codes.setdefault(n, len(codes)) for n in names)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=bool)


def _floats(values: Iterable[float | None]) -> Floats:
    return np.fromiter((np.nan if v is None else v for v in values), dtype=np.float64)


def same(known: Ints, other: Ints) -> Flags:
    """Return where two columns hold the same known code."""
    found: Flags = (known == other) & (known != UNKNOWN)
    return found
