"""The map: outlines and incidents in the units of an SVG, zoomed to the incidents.

A place known to the site or settlement is a dot whose area grows with the people
killed; anything coarser is the circle it lies in, drawn dashed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from recount.model import PlacePrecision
from recount.publish.nouns import PublishedIncident, Withheld
from recount.resources.basemap import Outline

WIDTH, HEIGHT = 960.0, 520.0
"""Units of the drawing; the page scales it."""

KM_PER_DEGREE = 111.32

MARGIN = 0.18
"""Of the extent, added on each side so that outlines give a hint of where this is."""

SMALLEST_SPAN = 1.6
"""Degrees shown at least: one town alone still has its surroundings."""

LARGEST_FOCUS_KM = 800.0
"""Areas larger than this (the largest dozen of countries) do not widen the extent when
finer places are known."""

WIDE = 90.0
"""Units of radius from which a circle is drawn as a line only: fills would pile up."""

SMALLEST_DOT, DOT_PER_ROOT, LARGEST_DOT = 5.0, 1.5, 26.0
"""Radius of a dot without deaths, growth with the square root of deaths, and the limit."""

CLOSEST = 0.5
"""Units between two corners of an outline that are still drawn apart."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An incident on the map; ``area`` when it lies somewhere in the circle."""

    incident: str
    x: float
    y: float
    radius: float
    area: bool
    wide: bool
    status: str
    label: str


@dataclass(frozen=True, slots=True)
class MapView:
    """A drawn map; ``without`` counts the incidents that have no coordinates."""

    width: float
    height: float
    land: str
    dots: tuple[Dot, ...]
    names: tuple[tuple[float, float, str], ...]
    scale_units: float
    scale_words: str
    without: int


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    units: float
    """Drawing units per degree of latitude."""
    squeeze: float
    """Cosine of the middle latitude: degrees of longitude are that much shorter."""

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.units * self.squeeze, (self.north - lat) * self.units


def outlines_of(collection: Any) -> tuple[Outline, ...]:
    """Return the outlines in a GeoJSON object (polygons and lines, features or bare).

    Raises:
        ValueError: it is not GeoJSON.
    """
    if not isinstance(collection, dict) or "type" not in collection:
        raise ValueError("not a GeoJSON object")
    if collection["type"] == "FeatureCollection":
        return tuple(o for feature in collection["features"] for o in outlines_of(feature))
    if collection["type"] == "Feature":
        about = collection.get("properties") or {}
        code = about.get("country") or about.get("ISO_A2") or about.get("iso_a2")
        name = str(about.get("name") or about.get("NAME") or "")
        rings = tuple(_rings(collection.get("geometry") or {}))
        return (Outline(code, name, rings),)
    return (Outline(None, "", tuple(_rings(collection))),)


def _rings(geometry: Any) -> Iterable[tuple[tuple[float, float], ...]]:
    kind, places = geometry.get("type"), geometry.get("coordinates", ())
    depth = {"LineString": 0, "Polygon": 1, "MultiLineString": 1, "MultiPolygon": 2}.get(kind)
    if depth is None:
        return
    rings = [places]
    for _ in range(depth):
        rings = [inner for outer in rings for inner in outer]
    for ring in rings:
        yield tuple((float(corner[0]), float(corner[1])) for corner in ring)


def draw(
    incidents: Sequence[PublishedIncident],
    outlines: Sequence[Outline],
    labels: dict[str, str],
    statuses: dict[str, str],
) -> MapView | None:
    """Return the map of the incidents, or ``None`` when none has coordinates."""
    placed = [i for i in incidents if i.place.lat is not None and i.place.lon is not None]
    if len(placed) == 0:
        return None
    turn = _crosses_date_line(placed)
    spots = [(incident, *_spot(incident, turn=turn)) for incident in placed]
    frame = _frame([(lon, lat, _is_area(i), _radius(i)) for i, lon, lat in spots])
    dots = [_dot(i, lon, lat, frame, labels, statuses) for i, lon, lat in spots]
    # Large circles and large dots first, so that small ones lie on top.
    dots.sort(key=lambda d: (not d.area, -d.radius, d.incident))
    land, names = _land(outlines, frame, turn=turn)
    scale_km = _round_number(0.2 * WIDTH / frame.units * KM_PER_DEGREE)
    return MapView(
        width=WIDTH,
        height=HEIGHT,
        land=land,
        dots=tuple(dots),
        names=names,
        scale_units=round(scale_km / KM_PER_DEGREE * frame.units, 1),
        scale_words=f"{scale_km:,} km",
        without=len(incidents) - len(placed),
    )


def _is_area(incident: PublishedIncident) -> bool:
    fine = incident.place.precision in (PlacePrecision.SITE, PlacePrecision.SETTLEMENT)
    return not fine or Withheld.COORDINATES in incident.withheld


def _radius(incident: PublishedIncident) -> float:
    return incident.place.radius_km or 0.0


def _crosses_date_line(placed: Sequence[PublishedIncident]) -> bool:
    lons = [i.place.lon for i in placed if i.place.lon is not None]
    return max(lons) - min(lons) > 180 and min(abs(lon) for lon in lons) > 90


def _spot(incident: PublishedIncident, *, turn: bool) -> tuple[float, float]:
    lon, lat = incident.place.lon or 0.0, incident.place.lat or 0.0
    return (lon + 360 if turn and lon < 0 else lon), lat


def _frame(spots: Sequence[tuple[float, float, bool, float]]) -> _Frame:
    focus = [s for s in spots if not s[2] or s[3] <= LARGEST_FOCUS_KM] or list(spots)
    north = max(lat + (km if area else 0) / KM_PER_DEGREE for _, lat, area, km in focus)
    south = min(lat - (km if area else 0) / KM_PER_DEGREE for _, lat, area, km in focus)
    north, south = min(north, 89.0), max(south, -89.0)
    squeeze = max(0.2, math.cos(math.radians((north + south) / 2)))
    wide = KM_PER_DEGREE * squeeze
    east = max(lon + (km if area else 0) / wide for lon, _, area, km in focus)
    west = min(lon - (km if area else 0) / wide for lon, _, area, km in focus)
    high = max(north - south, SMALLEST_SPAN) * (1 + 2 * MARGIN)
    broad = max(east - west, SMALLEST_SPAN) * (1 + 2 * MARGIN)
    units = min(HEIGHT / high, WIDTH / (broad * squeeze))
    middle_lon, middle_lat = (east + west) / 2, (north + south) / 2
    return _Frame(
        west=middle_lon - WIDTH / units / squeeze / 2,
        north=middle_lat + HEIGHT / units / 2,
        units=units,
        squeeze=squeeze,
    )


def _dot(
    incident: PublishedIncident,
    lon: float,
    lat: float,
    frame: _Frame,
    labels: dict[str, str],
    statuses: dict[str, str],
) -> Dot:
    x, y = frame.at(lon, lat)
    area = _is_area(incident)
    if area:
        radius = max(_radius(incident) / KM_PER_DEGREE * frame.units, SMALLEST_DOT * 2)
    else:
        killed = incident.counts.killed
        deaths = (
            0
            if killed is None
            else next((n for n in (killed.best, killed.low) if n is not None), 0)
        )
        radius = min(SMALLEST_DOT + DOT_PER_ROOT * math.sqrt(deaths), LARGEST_DOT)
    return Dot(
        incident=incident.id,
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        area=area,
        wide=area and radius > WIDE,
        status=statuses[incident.id],
        label=labels[incident.id],
    )


def _land(
    outlines: Sequence[Outline], frame: _Frame, *, turn: bool
) -> tuple[str, tuple[tuple[float, float, str], ...]]:
    paths: list[str] = []
    names: list[tuple[float, float, str]] = []
    for outline in outlines:
        largest = 0.0
        spot: tuple[float, float, str] | None = None
        for ring in outline.rings:
            for shift in (0.0, 360.0) if turn else (0.0,):
                corners = _clipped([frame.at(lon + shift, lat) for lon, lat in ring])
                if len(corners) < 3:
                    continue
                paths.append(_path(corners))
                size, x, y = _middle(corners)
                if size > largest:
                    largest, spot = size, (round(x, 1), round(y, 1), outline.name)
        if spot is not None and largest > WIDTH * HEIGHT * 0.01 and outline.name != "":
            names.append(spot)
    return "".join(paths), tuple(names)


def _clipped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the part of a ring inside the drawing and a little around it."""
    slack = 4.0
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if max(xs) < -slack or min(xs) > WIDTH + slack or max(ys) < -slack or min(ys) > HEIGHT + slack:
        return []
    edges = (
        (0, -slack, 1.0),
        (0, WIDTH + slack, -1.0),
        (1, -slack, 1.0),
        (1, HEIGHT + slack, -1.0),
    )
    for axis, edge, sign in edges:
        ring = _cut(ring, axis, edge, sign)
    return ring


def _cut(
    ring: list[tuple[float, float]], axis: int, edge: float, sign: float
) -> list[tuple[float, float]]:
    """Return the part of a ring on one side of a line (Sutherland and Hodgman 1974)."""
    kept: list[tuple[float, float]] = []
    for first, second in zip(ring, ring[1:] + ring[:1], strict=True):
        a, b = (first[axis] - edge) * sign, (second[axis] - edge) * sign
        if a >= 0:
            kept.append(first)
        if (a >= 0) != (b >= 0):
            share = a / (a - b)
            kept.append(
                (
                    first[0] + (second[0] - first[0]) * share,
                    first[1] + (second[1] - first[1]) * share,
                )
            )
    return kept


def _path(corners: Sequence[tuple[float, float]]) -> str:
    drawn: list[tuple[float, float]] = []
    for x, y in corners:
        if len(drawn) == 0 or abs(x - drawn[-1][0]) + abs(y - drawn[-1][1]) >= CLOSEST:
            drawn.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in drawn) + "Z"


def _middle(corners: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Return the area of a polygon and its centre of gravity."""
    twice = x_sum = y_sum = 0.0
    shifted = [*corners[1:], corners[0]]
    for (x1, y1), (x2, y2) in zip(corners, shifted, strict=True):
        cross = x1 * y2 - x2 * y1
        twice += cross
        x_sum += (x1 + x2) * cross
        y_sum += (y1 + y2) * cross
    if abs(twice) < 1e-9:
        return 0.0, corners[0][0], corners[0][1]
    return abs(twice) / 2, x_sum / (3 * twice), y_sum / (3 * twice)


def _round_number(value: float) -> int:
    """Return 1, 2 or 5 times a power of ten, at most ``value`` (at least 1)."""
    power = 10 ** max(0, math.floor(math.log10(max(value, 1.0))))
    return next((int(power * step) for step in (5, 2, 1) if power * step <= value), 1)
