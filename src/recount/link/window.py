"""The window of time and place outside of which two accounts are not compared."""

from __future__ import annotations

import numpy as np

from recount.link import weights as w
from recount.link.columns import UNKNOWN, Columns, Flags, Floats, Ints, Places
from recount.resources.distance import EARTH_RADIUS_KM


def may_match(columns: Columns, a: Ints, b: Ints) -> Flags:
    """Return where time and place leave it open that two accounts tell of one incident."""
    start, end, place = columns.start, columns.end, columns.place.codes
    days = np.maximum(start[b] - end[a], start[a] - end[b])
    date = columns.shared["date"].codes
    undated = (date[a] == UNKNOWN) | (date[b] == UNKNOWN)
    found: Flags = undated | (days <= w.BLOCK_SLACK_DAYS)
    placed = np.flatnonzero(found & (place[a] != UNKNOWN) & (place[b] != UNKNOWN))
    found[placed] = _places_may_match(columns.places, place[a[placed]], place[b[placed]])
    return found


def _places_may_match(places: Places, a: Ints, b: Ints) -> Flags:
    """Return where places are of one country and no two settlements too far apart.

    Beyond that distance no other evidence makes up for it.
    """
    home, away = places.country[a], places.country[b]
    found: Flags = (home == away) | (home == UNKNOWN) | (away == UNKNOWN)
    fine = places.precise[a] & places.precise[b] & (places.name[a] != places.name[b])
    rows = np.flatnonzero(found & fine)
    a, b = a[rows], b[rows]
    edges = _kilometres(places, a, b) - (places.reach[a] + places.reach[b])
    # Without coordinates there is no distance, and nothing that speaks against it.
    found[rows] = ~(edges > w.PLACE_APART_KM)
    return found


def _kilometres(places: Places, a: Ints, b: Ints) -> Floats:
    """Return great-circle distances, as ``resources.distance.distance_km`` does for two."""
    north = np.radians(places.lat[b] - places.lat[a]) / 2
    east = np.radians(places.lon[b] - places.lon[a]) / 2
    level = np.cos(np.radians(places.lat))
    chord = np.sin(north) ** 2 + level[a] * level[b] * np.sin(east) ** 2
    found: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
    return found
