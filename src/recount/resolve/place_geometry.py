"""Distances between places, and which lies in which, by the areas that they are filed under."""

from __future__ import annotations

import math
from collections.abc import Sequence

from recount.resources.gazetteer import Place, PlaceKind


def distance_km(a: Place, b: Place) -> float:
    """Return the distance of two places in km on a flat map around them; infinity if unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    across = abs(a.lon - b.lon)
    across = min(across, 360 - across) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(a.lat - b.lat, across)


def area_of(place: Place) -> tuple[str, str]:
    """Return the country and first-level area of a place (empty where unknown)."""
    return place.country or "", place.admin1 or ""


def same_spot(a: Place, b: Place) -> bool:
    """Return whether two candidates are a town and the area around it, not rivals."""
    reach = max(a.radius_km or 0.0, b.radius_km or 0.0)
    return a.country == b.country and distance_km(a, b) <= max(25.0, reach)


def contained(inner: Sequence[Place], outer: Sequence[Place]) -> tuple[Place, Place] | None:
    """Return the best known place of ``inner`` that lies in one of ``outer``, with that one."""
    for large in outer[:8]:
        for small in inner:
            if small != large and lies_in(small, large):
                return small, large
    return None


def lies_in(small: Place, large: Place) -> bool:
    """Return whether one place lies in another, by the areas it is filed under."""
    if large.country is not None and small.country != large.country:
        return False
    if large.kind is PlaceKind.COUNTRY:
        return small.kind is not PlaceKind.COUNTRY
    if large.kind is PlaceKind.ADMIN1:
        return small.admin1 == large.admin1 and small.kind not in (
            PlaceKind.ADMIN1,
            PlaceKind.COUNTRY,
        )
    if large.kind is PlaceKind.ADMIN2:
        below = small.kind in (PlaceKind.SETTLEMENT, PlaceKind.SITE)
        return below and (small.admin1, small.admin2) == (large.admin1, large.admin2)
    if large.kind is PlaceKind.REGION:
        return distance_km(small, large) <= (large.radius_km or 0.0)
    return small.kind is PlaceKind.SITE and distance_km(small, large) <= (large.radius_km or 0.0)
