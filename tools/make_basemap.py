"""Make ``src/recount/resources/data/outlines.json``: simplified outlines of all countries.

Source: the npm package ``world-atlas`` 2.0.2, ``countries-50m.json`` (TopoJSON of Natural
Earth's 1:50m countries; Natural Earth is in the public domain). Borders are drawn as
Natural Earth draws them (de facto control); Recount takes no position on them.

    npm pack world-atlas && tar xzf world-atlas-*.tgz -C ATLAS
    python tools/make_basemap.py ATLAS/package

The file: ``{"scale": 100, "outlines": [[code or null, name, [ring, …]], …]}``; a ring is a
flat list of integers, longitude and latitude in hundredths of a degree, the first point
absolute and each further one as the difference from the one before.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src/recount/resources/data/outlines.json"
SCALE = 100
"""Steps per degree: 1.1 km at the equator, finer than a screen shows of the world."""
TOLERANCE = 0.04
"""Degrees by which a simplified arc may leave the true one (4 km)."""
SMALLEST = 0.006
"""Square degrees below which an islet is left out, unless it is the whole country."""

Point = tuple[float, float]
Shape = tuple[str | None, str, list[list[list[Point]]]]


def iso_of() -> dict[str, str]:
    """ISO 3166 alpha-2 by numeric code."""
    import pycountry

    return {country.numeric: country.alpha_2 for country in pycountry.countries}


def _arcs(topology: Mapping[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def simplify(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker 1973, with a stack; arcs are simplified once, so borders meet."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        far, at = 0.0, -1
        for i in range(first + 1, last):
            x, y = points[i]
            length = math.hypot(x1 - x0, y1 - y0)
            if length == 0:
                off = math.hypot(x - x0, y - y0)
            else:
                off = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
            if off > far:
                far, at = off, i
        if far > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def decode_topology(
    topology: Mapping[str, Any], iso: Mapping[str, str], tolerance: float = 0.0
) -> Iterator[Shape]:
    """Country code, name and polygons (rings of longitude, latitude) of each geometry."""
    arcs = _arcs(topology)
    if tolerance:
        arcs = [simplify(arc, tolerance) for arc in arcs]

    def ring(parts: list[int]) -> list[Point]:
        points: list[Point] = []
        for part in parts:
            arc = arcs[part] if part >= 0 else arcs[~part][::-1]
            points += arc[1:] if points else arc
        return points

    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["type"] == "Polygon":
            polygons = [[ring(parts) for parts in shape["arcs"]]]
        elif shape["type"] == "MultiPolygon":
            polygons = [[ring(parts) for parts in rings] for rings in shape["arcs"]]
        else:
            continue
        name = shape["properties"]["name"]
        code = "XK" if name == "Kosovo" else iso.get(str(shape.get("id", "")).zfill(3))
        yield code, name, polygons


def unwrapped(ring: list[Point]) -> list[Point]:
    """The ring with longitudes that run on past 180 where it crosses the antimeridian."""
    out: list[Point] = []
    shift, before = 0.0, ring[0][0]
    for x, y in ring:
        shift += 360 if x - before < -180 else -360 if x - before > 180 else 0
        before = x
        out.append((x + shift, y))
    return out


def _half(ring: list[Point], limit: float, side: int) -> list[Point]:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman 1974)."""
    out: list[Point] = []
    for (x0, y0), (x1, y1) in itertools.pairwise(ring):
        if side * x0 <= side * limit:
            out.append((x0, y0))
        if (x0 - limit) * (x1 - limit) < 0:
            out.append((limit, y0 + (y1 - y0) * (limit - x0) / (x1 - x0)))
    return [*out, out[0]] if out else []


def cut(ring: list[Point]) -> list[list[Point]]:
    """The ring in parts that stay between -180 and 180 degrees of longitude."""
    ring = unwrapped(ring)
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    if west >= -180 and east <= 180:
        return [ring]
    if west < -180:
        ring = [(x + 360, y) for x, y in ring]
    near, far = _half(ring, 180, 1), _half(ring, 180, -1)
    return [part for part in (near, [(x - 360, y) for x, y in far]) if len(part) > 3]


def _size(ring: list[Point]) -> float:
    pairs = itertools.pairwise(ring)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _packed(ring: list[Point]) -> list[int]:
    flat: list[int] = []
    px = py = 0
    for i, (x, y) in enumerate(ring):
        qx, qy = round(x * SCALE), round(y * SCALE)
        if i and (qx, qy) == (px, py):
            continue
        flat += [qx - px, qy - py]
        px, py = qx, qy
    return flat


def outlines(topology: Mapping[str, Any]) -> list[list[Any]]:
    """The rows of the file, sorted by code and name."""
    rows: list[list[Any]] = []
    for code, name, polygons in decode_topology(topology, iso_of(), TOLERANCE):
        if code == "AQ":  # its ring runs along the pole, and nobody fights there
            continue
        rings = [part for polygon in polygons for ring in polygon for part in cut(ring)]
        largest = max(_size(ring) for ring in rings)
        kept = [ring for ring in rings if _size(ring) >= min(SMALLEST, largest)]
        packed = [flat for flat in map(_packed, kept) if len(flat) >= 8]
        if packed:
            rows.append([code, name, packed])
    return sorted(rows, key=lambda row: (row[0] or "", row[1]))


def main() -> None:
    """Write the file."""
    source = Path(sys.argv[1]) / "countries-50m.json"
    rows = outlines(json.loads(source.read_text(encoding="utf-8")))
    body = json.dumps({"scale": SCALE, "outlines": rows}, separators=(",", ":"), ensure_ascii=False)
    OUT.write_text(body + "\n", encoding="utf-8")
    print(f"{OUT}: {len(rows)} outlines, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
