"""Namesakes: when a little-known place of a name is not what a report means by it.

Nearly every well-known name is also that of some hamlet. One other town of the same area
is no reason to think of the hamlet in a report that names as much of other areas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from recount.resolve.place_geometry import area_of
from recount.resources.gazetteer import Place, PlaceKind

FAMOUS = 1_000_000
"""People from which a town is known the world over."""
LITTLE = 100_000
"""People below which a town is known in its own country at most."""
BESIDE = 3
"""Other names of its area that make a report one of that area, whatever else it names."""

_WITHIN = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN2, PlaceKind.ADMIN1})
_TOWNS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN2})


def better_known(
    chosen: Mapping[str, Place],
    candidates: Mapping[str, Sequence[Place]],
) -> dict[str, Place]:
    """Return, for each name taken for a namesake without good reason, the known place of it.

    Args:
        chosen: the place taken for each name.
        candidates: the places of each name, best known first.
    """
    doubted = {
        key: known
        for key, place in chosen.items()
        if (known := _known(candidates[key])) is not None and _is_namesake(place, known)
    }
    told = [
        place
        for key, place in chosen.items()
        if key not in doubted and place.kind in _WITHIN and place.admin1 is not None
    ]
    areas = Counter(area_of(place) for place in told)
    countries = Counter(place.country for place in told)
    return {
        key: known
        for key, known in doubted.items()
        if not _is_of_area(areas[area_of(chosen[key])], countries[chosen[key].country])
    }


def _is_of_area(here: int, country: int) -> bool:
    """Whether a report is one of an area, by the names of it and of all its country."""
    return here >= BESIDE or (here > 0 and 2 * here >= country)


def _known(places: Sequence[Place]) -> Place | None:
    """The place that anybody thinks of first at a name: a country or a great city, if any."""
    first = places[0]
    if first.kind is PlaceKind.COUNTRY:
        return first
    return first if first.kind is PlaceKind.SETTLEMENT and first.population >= FAMOUS else None


def _is_namesake(place: Place, known: Place) -> bool:
    little = place.kind in _TOWNS and place.population < LITTLE and place.source != "user"
    return little and place.country != known.country
