"""What one name of a mention stands for, and how names told together lie to one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.model import PlaceValue, Span
from recount.resolve.place_geometry import lies_in
from recount.resolve.place_referent import Choice
from recount.resolve.place_value import value_of
from recount.resolve.place_words import Around
from recount.resources.gazetteer import CONTINENT, Place, PlaceKind

FINENESS = {
    PlaceKind.SITE: 0,
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.ADMIN2: 2,
    PlaceKind.ADMIN1: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 5,
}
_STREET = re.compile(
    r"(?:.*\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|lane|drive|highway|terrace|"
    r"parkway|expressway|freeway|apartments?|nightclub|hotel|mall|plaza|playground|park|square)"
    r"(?:\s+[NSEW]{1,2}\.?)?|\d+(?:st|nd|rd|th)?\s+.*|(?:highway|hwy\.?|interstate|route)\s+\d+)$",
    re.IGNORECASE,
)
"""Names of streets, addresses and buildings; the town around them is the place."""
_BY = re.compile(
    r",?\s+(?:in|near|inside|outside|of)\b|,\s*(?:(?:an?|the|about|some|around|just|near)\s+)?"
    r"(?:\d|[\w-]+\s+(?:\w+\s+)?(?:of|in|near|outside|from)\b)|,\s*$|\s+(?:village|town|district)\b",
    re.IGNORECASE,
)
"""How words go on behind a name that they place by a town."""
_BY_TOWN = 80


@dataclass(frozen=True, slots=True)
class Reading:
    """One name of a mention: the place it stands for, and what the words around it say."""

    span: Span
    place: Place | None
    """``None``: the gazetteer lacks it."""
    text: str
    around: Around
    choice: Choice | None
    note: str = ""

    @property
    def fineness(self) -> int:
        """0 for a site, up to 5 for a country; unlisted names by their level word."""
        if self.place is not None:
            return FINENESS[self.place.kind]
        return FINENESS[self.around.level or PlaceKind.SETTLEMENT]


def encloses(reading: Reading, place: Place) -> bool:
    """Whether a name stands for a place or for what lies around it."""
    other = reading.place
    return other is not None and (other == place or lies_in(place, other))


def is_continent(reading: Reading) -> bool:
    """Whether it is a continent or an ocean, too wide to be the place of an incident."""
    return reading.place is not None and reading.place.id.startswith(CONTINENT)


def is_street(reading: Reading) -> bool:
    """Whether a name that no list has is that of a street, an address or a building."""
    return reading.place is None and _STREET.match(reading.text) is not None


def without_streets(readings: list[Reading]) -> tuple[list[Reading], Reading | None]:
    """Return the readings without streets, and the first street."""
    towns = [reading for reading in readings if not is_street(reading)]
    return towns, next((reading for reading in readings if is_street(reading)), None)


def told_beside(text: str, finest: Reading, others: Sequence[Reading]) -> Reading | None:
    """Return the town told right behind an unlisted name ("X, a suburb of Y", "X near Y")."""
    if finest.around.level not in (None, PlaceKind.SETTLEMENT):
        return None
    for reading in others:
        gap = text[finest.span.end : reading.span.start]
        town = reading.place is not None and reading.place.kind is PlaceKind.SETTLEMENT
        if town and 0 < len(gap) <= _BY_TOWN and _BY.match(gap) is not None:
            return reading
    return None


_QUARTER_OF = re.compile(
    r"(?:\s+(?:neighbou?rhood|quarter|district|area|suburb|section)|"
    r",\s+(?:one of\s+)?(?:an?|the)\s+(?:\w+\s+){0,3}(?:neighbou?rhoods?|quarters?|slums?))\s+"
    r"(?:of|in)\s+(?:the\s+)?"
    r"(?:(?:\w+\s+)?(?:city|town|capital)(?:\s+of|,)?\s+)?",
    re.IGNORECASE,
)
"""What stands between a quarter and its town."""


def town_of_quarter(text: str, told: Sequence[Reading]) -> Reading | None:
    """Return the town of which another name told is a quarter ("the Tarn district of Osk")."""
    towns = [r for r in told if r.place is not None and r.place.kind is PlaceKind.SETTLEMENT]
    return next(
        (
            town
            for town in towns
            for part in told
            if _QUARTER_OF.fullmatch(text, part.span.end, town.span.start)
        ),
        None,
    )


def valued(place: Place, coarser: Sequence[Reading], site: str | None) -> PlaceValue:
    """Return the value of a place; one of the user's sites is named with its settlement."""
    value = value_of(place, site)
    if place.kind is not PlaceKind.SITE:
        return value
    around = (reading.place for reading in coarser if reading.place is not None)
    settlements = [
        outer
        for outer in around
        if outer.kind is PlaceKind.SETTLEMENT and outer.country == place.country
    ]
    name = settlements[0].name if len(settlements) > 0 else value.name
    return replace(value, name=name, site=place.name)
