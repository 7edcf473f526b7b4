"""Turns a chosen place, and what the words around it say, into a place value."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from recount.model import PlacePrecision, PlaceValue
from recount.resolve.place_words import Around, Relation
from recount.resources.gazetteer import Gazetteer, Place, PlaceKind, key_of

NEAR_KM = 10.0
"""Added to the radius for "near X" and "outside X": news says so of the next few villages."""
COARSE_KM = 15.0
"""Distance from a named town beyond which the incident is no longer in that town."""
UNKNOWN_RADIUS = {
    PlaceKind.SITE: 1.0,
    PlaceKind.SETTLEMENT: 3.0,
    PlaceKind.ADMIN2: 25.0,
    PlaceKind.ADMIN1: 75.0,
    PlaceKind.REGION: 150.0,
    PlaceKind.COUNTRY: 400.0,
}
"""Kilometres, for places of which the gazetteer gives no size."""
_PRECISION = {
    PlaceKind.SITE: PlacePrecision.SITE,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.ADMIN2: PlacePrecision.DISTRICT,
    PlaceKind.ADMIN1: PlacePrecision.PROVINCE,
    PlaceKind.REGION: PlacePrecision.PROVINCE,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
}


def value_of(place: Place, site: str | None) -> PlaceValue:
    """Return the value of an incident at a place; areas carry no name of their own.

    A region of several countries has no precision on DESIGN's scale and is ``unknown``.
    """
    named = place.kind in (PlaceKind.SITE, PlaceKind.SETTLEMENT, PlaceKind.REGION)
    wide = place.kind is PlaceKind.REGION and place.country is None
    known = place.lat is not None
    return PlaceValue(
        name=place.name if named else None,
        site=site,
        admin1=place.admin1,
        admin2=place.admin2,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        radius_km=(place.radius_km or UNKNOWN_RADIUS[place.kind]) if known else None,
        precision=PlacePrecision.UNKNOWN if wide else _PRECISION[place.kind],
    )


_CAPITAL = re.compile(r"(?:[a-z]{1,3}[-'’])?[^\W\d_a-zß-ÿ]")
"""How a name begins, with an article in small letters or without one ("al-Osk")."""


def as_written(value: PlaceValue, place: Place, words: str) -> PlaceValue:
    """Return the value of a town under the name that the text gives it.

    Gazetteers list one spelling of many ("Qarun" for "Kharun"), seldom that of the news.
    """
    name = _in_small_letters(words)
    capital = _CAPITAL.match(name) is not None
    told = place.kind is PlaceKind.SETTLEMENT and place.source != "user" and capital
    if not told or value.name != place.name or key_of(name) == key_of(place.name):
        return value
    return replace(value, name=name)


def relate(value: PlaceValue, around: Around) -> tuple[PlaceValue, tuple[str, ...]]:
    """Return the value shifted and widened by the words of relation, with the reasons."""
    radius = value.radius_km
    if radius is None or around.relation in (Relation.AT, Relation.PART):
        part = around.relation is Relation.PART
        return value, (f"the words name a part of it: {around.words}",) if part else ()
    if around.relation is Relation.AWAY and around.distance_km is not None:
        return _away(value, radius, around)
    if around.relation is Relation.NEAR:
        reason = f"near it, not in it ({around.words}): the radius is {NEAR_KM:g} km wider"
        return replace(value, radius_km=round(radius + NEAR_KM, 1)), (reason,)
    if around.relation is Relation.BORDER:
        return value, (f"at the border of {value.name or value.admin1 or value.country}",)
    return value, ()


def _away(value: PlaceValue, radius: float, around: Around) -> tuple[PlaceValue, tuple[str, ...]]:
    distance = around.distance_km or 0.0
    lat, lon = value.lat, value.lon
    if around.bearing is None or lat is None or lon is None:
        wide = round(radius + distance, 1)
        reason = f"{distance:.0f} km away in no stated direction"
    else:
        angle = math.radians(around.bearing)
        lat = round(lat + distance * math.cos(angle) / 111.2, 5)
        across = 111.2 * max(0.1, math.cos(math.radians(lat)))
        lon = round(lon + distance * math.sin(angle) / across, 5)
        # News gives eight directions and round numbers: the spot lies within half of it.
        wide = round(max(radius, distance / 2), 1)
        reason = f"moved {distance:.0f} km by the words: {around.words}"
    precision = value.precision
    if distance > COARSE_KM and precision is PlacePrecision.SETTLEMENT:
        precision = PlacePrecision.DISTRICT
        reason += "; too far to be in the town"
    return replace(value, lat=lat, lon=lon, radius_km=wide, precision=precision), (reason,)


def between(one: PlaceValue, two: PlaceValue) -> PlaceValue | None:
    """Return the stretch between two places, as an area around its middle."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    lat, lon = (one.lat + two.lat) / 2, (one.lon + two.lon) / 2
    across = (one.lon - two.lon) * math.cos(math.radians(lat))
    half = 111.2 * math.hypot(one.lat - two.lat, across) / 2
    names = one.name or one.admin1, two.name or two.admin1
    if None in names:
        return None  # a country alone bounds no stretch
    same1 = one.admin1 if (one.country, one.admin1) == (two.country, two.admin1) else None
    precision = PlacePrecision.PROVINCE
    if same1 is not None and half <= COARSE_KM * 2:
        precision = PlacePrecision.DISTRICT
    elif one.country != two.country:
        precision = PlacePrecision.UNKNOWN
    return PlaceValue(
        name=f"between {names[0]} and {names[1]}",
        site=one.site,
        admin1=same1,
        admin2=None,
        country=one.country if one.country == two.country else None,
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=round(half + 2.0, 1),
        precision=precision,
    )


def label(place: Place) -> str:
    """Return a place with its enclosing areas, for a person: ``Kunduz, Kunduz, AF``."""
    parts = [place.name]
    if place.kind in (PlaceKind.SETTLEMENT, PlaceKind.SITE, PlaceKind.ADMIN2) and place.admin1:
        parts.append(place.admin1)
    if place.country and place.kind is not PlaceKind.COUNTRY:
        parts.append(place.country)
    kind = "" if place.kind is PlaceKind.SETTLEMENT else f" ({place.kind.value})"
    return ", ".join(parts) + kind


def unlisted(
    name: str, level: PlaceKind | None, area: Place | None, site: str | None
) -> PlaceValue:
    """Return the value of a name that the gazetteer lacks, inside the area that encloses it.

    It has no position of its own; a reader may draw the enclosing area.
    """
    name = _in_small_letters(name)
    district = level is PlaceKind.ADMIN2
    province = level in (PlaceKind.ADMIN1, PlaceKind.REGION)
    precision = PlacePrecision.SETTLEMENT
    if district or province:
        precision = PlacePrecision.DISTRICT if district else PlacePrecision.PROVINCE
    return PlaceValue(
        name=None if district or province else name,
        site=site,
        admin1=name if province else area.admin1 if area else None,
        admin2=name if district else area.admin2 if area else None,
        country=area.country if area else None,
        lat=None,
        lon=None,
        radius_km=None,
        precision=precision,
    )


_LONGEST_ACRONYM = 5
_SMALL = frozenset({"of", "the", "de", "del", "la", "las", "los", "el", "du", "al", "and", "y"})


def _in_small_letters(name: str) -> str:
    """Return a name of a text in capitals as others write it ("LOS TRES PINOS").

    >>> _in_small_letters("LOS TRES PINOS"), _in_small_letters("PK12"), _in_small_letters("Osk")
    ('Los Tres Pinos', 'PK12', 'Osk')
    """
    if not name.isupper() or (" " not in name and len(name) <= _LONGEST_ACRONYM):
        return name
    words = [word if any(c.isdigit() for c in word) else word.capitalize() for word in name.split()]
    return " ".join(
        word.lower() if at > 0 and word.lower() in _SMALL else word for at, word in enumerate(words)
    )


def country_value(gazetteer: Gazetteer, code: str) -> PlaceValue | None:
    """Return the value "somewhere in this country"; ``None`` for an unknown code."""
    place = gazetteer.country(code)
    return value_of(place, None) if place is not None else None
