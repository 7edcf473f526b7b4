"""Places as linking compares them: one spot under two spellings is one place."""

from __future__ import annotations

import pytest

from recount.link.compare import is_one_spot
from recount.model import PlacePrecision, PlaceValue


def town(name: str, lat: float = 1.5, radius: float = 3.0) -> PlaceValue:
    precision = PlacePrecision.SETTLEMENT
    return PlaceValue(name, None, "Osk", None, "XV", lat, 2.5, radius, precision)


@pytest.mark.parametrize(("one", "other"), [("Kostyanik", "Konstantinik"), ("Kharun", "Qarun")])
def test_two_spellings_at_one_point_are_one_place(one, other):
    assert is_one_spot(town(one), town(other))
    assert is_one_spot(town(other), town(one))


def test_other_names_and_other_points_are_two_places():
    assert not is_one_spot(town("Kharun"), town("Belvet"))
    assert not is_one_spot(town("Kharun"), town("Qarun", lat=1.6))
    assert not is_one_spot(town("Kharun"), town("Qarun", radius=13.0))
