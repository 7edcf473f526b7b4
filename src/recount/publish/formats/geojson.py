"""GeoJSON (RFC 7946) of incidents: points where the place is known, areas where not.

A place known to the site or settlement is a Point with its radius and precision in the
properties. A district, province or country is the Polygon of its circle, never a bare
centroid; without coordinates or radius, and for unknown places, the geometry is null.
A coarsened place is drawn as its circle too. Properties are the flat row of CSV.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from recount.model import PlacePrecision
from recount.publish.flat import FlatIncident, FlatRow
from recount.publish.flatten import flatten
from recount.publish.formats.base import Format
from recount.publish.nouns import PublishedPlace, Row, What, Withheld
from recount.publish.schema import checker
from recount.publish.shape import decode, encode

Ring = list[tuple[float, float]]

EARTH_KM = 6371.0
"""Mean radius of the Earth."""

CORNERS = 48
"""Corners of a circle: at a radius of 500 km the polygon is within 1 km of it."""

DECIMALS = 5
"""Decimals of degrees written: about one metre."""

_POINTS = frozenset({PlacePrecision.SITE, PlacePrecision.SETTLEMENT})


def geometry(place: PublishedPlace | FlatIncident, *, coarse: bool) -> dict[str, Any] | None:
    """Return the GeoJSON geometry of a place, as exact as the place is and no more."""
    lat, lon, radius = place.lat, place.lon, place.radius_km
    precision = place.place_precision if isinstance(place, FlatIncident) else place.precision
    if lat is None or lon is None or precision is PlacePrecision.UNKNOWN:
        return None
    if precision in _POINTS and not coarse:
        return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}
    if radius is None or radius <= 0:
        return None
    rings = [_closed(ring) for ring in _split(circle(lat, lon, radius))]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": [rings[0]]}
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}


def circle(lat: float, lon: float, radius_km: float) -> Ring:
    """Return the corners of a circle on the sphere, as (lon, lat), anticlockwise.

    Longitudes run on over ±180 where the circle crosses it.
    """
    angle = min(radius_km / EARTH_KM, math.pi / 2)
    phi = math.radians(max(-89.0, min(89.0, lat)))
    ring: Ring = []
    for corner in range(CORNERS):
        turn = -2 * math.pi * corner / CORNERS
        sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(turn)
        shift = math.atan2(
            math.sin(turn) * math.sin(angle) * math.cos(phi),
            math.cos(angle) - math.sin(phi) * sine,
        )
        ring.append((lon + math.degrees(shift), math.degrees(math.asin(sine))))
    return ring


def _split(ring: Ring) -> list[Ring]:
    """Return the ring cut at the antimeridian, each part within ±180 degrees."""
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    if west >= -180 and east <= 180:
        return [ring]
    turn = 360.0 if west < -180 else -360.0
    edge = -180.0 if west < -180 else 180.0
    inner = _clip(ring, edge, keep_east=west < -180)
    outer = [(x + turn, y) for x, y in _clip(ring, edge, keep_east=west >= -180)]
    return [part for part in (inner, outer) if len(part) >= 3]


def _clip(ring: Ring, edge: float, *, keep_east: bool) -> Ring:
    """Return the part of a convex ring on one side of a meridian."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        inside1, inside2 = (x1 >= edge) == keep_east, (x2 >= edge) == keep_east
        if inside1:
            kept.append((x1, y1))
        if inside1 != inside2:
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return kept


def _closed(ring: Ring) -> list[list[float]]:
    corners = [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring]
    return [*corners, corners[0]]


def write(rows: Iterable[Row], path: Path, _what: What) -> int:
    """Write one FeatureCollection, a feature per line."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for row in rows:
            flat = flatten(row)
            properties = encode(flat)
            feature = {
                "type": "Feature",
                "id": properties["id"],
                "geometry": _geometry_of(flat),
                "properties": properties,
            }
            file.write("\n" if count == 0 else ",\n")
            file.write(json.dumps(feature, ensure_ascii=False, allow_nan=False))
            count += 1
        file.write("\n]}\n")
    return count


def _geometry_of(flat: FlatRow) -> dict[str, Any] | None:
    if not isinstance(flat, FlatIncident):
        return None
    return geometry(flat, coarse=Withheld.COORDINATES in flat.withheld)


def read(path: Path, what: What) -> Iterator[FlatRow]:
    """Yield the flat rows in the properties of the features."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    check = checker(what, flat=True)
    for feature in collection["features"]:
        check(feature["properties"])
        yield decode(FlatIncident, feature["properties"])


GEOJSON = Format("geojson", flat=True, write=write, read=read, whats=frozenset({What.INCIDENTS}))
