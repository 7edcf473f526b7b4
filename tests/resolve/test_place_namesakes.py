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
AWAY = town("7", "Sorm", "XB", "South", 900)
FAR = town("8", "Lusk", "XB", "South", 900)


def test_a_great_city_is_meant_where_other_areas_are_named_as_much():
    chosen = {"orvel": HAMLET, "tarn": BESIDE, "sorm": AWAY, "lusk": FAR}
    candidates = {"orvel": [CITY, HAMLET], "tarn": [BESIDE], "sorm": [AWAY], "lusk": [FAR]}
    assert better_known(chosen, candidates) == {"orvel": CITY}


def test_a_great_city_is_meant_where_nothing_names_the_area_of_the_hamlet():
    assert better_known({"orvel": HAMLET}, {"orvel": [CITY, HAMLET]}) == {"orvel": CITY}


def test_a_hamlet_is_meant_in_a_report_of_its_area():
    chosen = {"orvel": HAMLET, "tarn": BESIDE, "kell": SECOND}
    candidates = {"orvel": [CITY, HAMLET], "tarn": [BESIDE], "kell": [SECOND]}
    assert better_known(chosen, candidates) == {}


def test_two_doubtful_hamlets_do_not_speak_for_each_other():
    country = Place("5", "Velmar", PlaceKind.COUNTRY, "XC", None, None, 5.0, 5.0, 9, 90.0, "own")
    second = town("6", "Velmar", "XB", "Reach", 500)
    chosen = {"orvel": HAMLET, "velmar": second}
    candidates = {"orvel": [CITY, HAMLET], "velmar": [country, second]}
    assert better_known(chosen, candidates) == {"orvel": CITY, "velmar": country}
