"""Great-circle distance and the plain form of place names."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from recount.model import PlaceValue

EARTH_RADIUS_KM = 6371.0
"""Mean radius (IUGG)."""
POINT_KM = 5.0
"""Radius of a settlement that comes without one."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance of two points in kilometres (haversine formula).

    >>> round(distance_km(0.0, 0.0, 0.0, 1.0))
    111
    """
    north, east = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    chord = sin(north) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


def centres_apart(a: PlaceValue, b: PlaceValue) -> float | None:
    """Return the kilometres between two places' points, or ``None`` without coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def edges_apart(a: PlaceValue, b: PlaceValue) -> float | None:
    """Return the kilometres between the edges of two places, 0 when they meet."""
    apart = centres_apart(a, b)
    if apart is None:
        return None
    reach = sum(POINT_KM if p.radius_km is None else p.radius_km for p in (a, b))
    return max(0.0, apart - reach)


@lru_cache(maxsize=16_384)
def plain_name(name: str | None) -> str | None:
    """Return a place name without case, accents, hyphens and apostrophes.

    >>> plain_name("Mazar-e Sharíf")
    'mazaresharif'
    """
    if name is None:
        return None
    split = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in split if char.isalnum())
