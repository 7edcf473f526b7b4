"""Circles on the sphere, also over the antimeridian and near the poles."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from recount.model import FindingStatus, PlacePrecision
from recount.publish.formats.geojson import EARTH_KM, circle, geometry
from recount.publish.nouns import PublishedPlace


def place(lat, lon, radius, precision=PlacePrecision.PROVINCE):
    return PublishedPlace(
        "X", None, None, None, "XV", lat, lon, radius, precision, FindingStatus.AGREED
    )


def distance(lat1, lon1, lat2, lon2):
    p1, p2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((p2 - p1) / 2) ** 2
    half += math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


@given(st.floats(-70, 70), st.floats(-180, 180), st.floats(1, 1500))
def test_corners_lie_at_the_radius(lat, lon, radius):
    for x, y in circle(lat, lon, radius):
        assert math.isclose(distance(lat, lon, y, x), radius, rel_tol=1e-3, abs_tol=0.01)


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(1, 800))
def test_geometry_stays_within_the_world(lat, lon, radius):
    made = geometry(place(lat, lon, radius), coarse=False)
    rings = (
        [made["coordinates"][0]]
        if made["type"] == "Polygon"
        else [part[0] for part in made["coordinates"]]
    )
    for ring in rings:
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_circle_over_the_antimeridian_is_cut_in_two():
    made = geometry(place(-17.0, 179.9, 100.0), coarse=False)
    assert made["type"] == "MultiPolygon"
    assert len(made["coordinates"]) == 2


def test_settlement_is_a_point_unless_coarsened():
    town = place(1.0, 2.0, 5.0, PlacePrecision.SETTLEMENT)
    assert geometry(town, coarse=False) == {"type": "Point", "coordinates": [2.0, 1.0]}
    assert geometry(town, coarse=True)["type"] == "Polygon"


def test_area_without_radius_has_no_geometry():
    assert geometry(place(1.0, 2.0, None), coarse=False) is None


def test_unknown_place_has_no_geometry():
    assert geometry(place(1.0, 2.0, 3.0, PlacePrecision.UNKNOWN), coarse=False) is None
