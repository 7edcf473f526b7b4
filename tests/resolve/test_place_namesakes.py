"""A hamlet is not meant where everybody thinks of a country or a great city."""

from __future__ import annotations

from recount.resolve.place_namesakes import better_known
from recount.resources.gazetteer import Place, PlaceKind


def town(ref: str, name: str, country: str, area: str, people: int) -> Place:
    return Place(
        ref, name, PlaceKind.SETTLEMENT, country, area, None, 1.0, 2.0, people, 3.0, "geonames"
    )


CITY = town("1", "Orvel", "XA", "North", 2_000_000)
HAMLET = town("2", "Orvel", "XB", "Reach", 900)
BESIDE = town("3", "Tarn", "XB", "Reach", 900)
SECOND = town("4", "Kell", "XB", "Reach", 900)


def test_a_great_city_is_meant_rather_than_a_hamlet_of_its_name():
    chosen = {"orvel": HAMLET, "tarn": BESIDE}
    assert better_known(chosen, {"orvel": [CITY, HAMLET], "tarn": [BESIDE]}) == {"orvel": CITY}


def test_a_hamlet_is_meant_where_two_towns_of_its_area_are_named():
    chosen = {"orvel": HAMLET, "tarn": BESIDE, "kell": SECOND}
    candidates = {"orvel": [CITY, HAMLET], "tarn": [BESIDE], "kell": [SECOND]}
    assert better_known(chosen, candidates) == {}


def test_two_doubtful_hamlets_do_not_speak_for_each_other():
    country = Place("5", "Velmar", PlaceKind.COUNTRY, "XC", None, None, 5.0, 5.0, 9, 90.0, "own")
    second = town("6", "Velmar", "XB", "Reach", 500)
    chosen = {"orvel": HAMLET, "velmar": second, "tarn": BESIDE}
    candidates = {"orvel": [CITY, HAMLET], "velmar": [country, second], "tarn": [BESIDE]}
    assert better_known(chosen, candidates) == {"orvel": CITY, "velmar": country}
