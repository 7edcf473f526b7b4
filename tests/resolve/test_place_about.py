"""The area of a name that no list has: that of its paragraph, or of most of the report."""

from __future__ import annotations

import pytest

from recount.model import PlaceValue, Span
from recount.resolve.place import PlaceResolver
from recount.resources.gazetteer import open_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def value(gazetteer, text: str, words: str) -> PlaceValue:
    start = text.index(words)
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    found = resolver.resolve([Span(start, start + len(words))], None).value
    assert isinstance(found, PlaceValue)
    return found


def test_the_province_named_before_in_the_paragraph(gazetteer):
    text = (
        "Kandahar was quiet.\n\nFew roads of Helmand province are safe. "
        "A mine killed two men in Dorvan on Monday."
    )
    place = value(gazetteer, text, "Dorvan")
    assert (place.name, place.admin1, place.country) == ("Dorvan", "Helmand", "AF")


def test_the_province_of_twice_as_many_places_as_any_other(gazetteer):
    text = (
        "Gunmen raided Sangin and Gereshk, then Lashkar Gah, and went on towards Kandahar. "
        "Officials spoke in Kabul.\n\nA mine killed two men in Dorvan on Monday."
    )
    assert value(gazetteer, text, "Dorvan").admin1 == "Helmand"


def test_no_province_where_the_report_tells_of_two_alike(gazetteer):
    text = "Gunmen raided homes in Gereshk and in Kandahar.\n\nA mine killed two men in Dorvan."
    place = value(gazetteer, text, "Dorvan")
    assert (place.name, place.admin1, place.country) == ("Dorvan", None, "AF")


def test_the_country_of_the_places_and_not_of_the_forces(gazetteer):
    text = "Israeli jets hit Tyre in Lebanon, Israel said.\n\nIsraeli shells fell on Dorvanieh."
    assert value(gazetteer, text, "Dorvanieh").country == "LB"


def test_a_town_keeps_the_name_that_the_text_gives_it(gazetteer):
    place = value(gazetteer, "A shell hit Kharkov in Ukraine on Monday.", "Kharkov")
    assert (place.name, place.admin1, place.precision.value) == ("Kharkov", "Kharkiv", "settlement")


def test_the_area_of_a_town_is_what_lies_around_it(gazetteer):
    place = value(gazetteer, "Jets hit a post in the area of Tyre in Lebanon.", "Tyre")
    assert (place.name, place.country) == ("Tyre", "LB")


def test_a_district_of_a_town_does_not_make_the_town_a_district(gazetteer):
    text = "A bomb went off in the Dorvan district of Mosul in Iraq."
    assert value(gazetteer, text, "Mosul").precision.value == "settlement"


def test_a_town_over_the_border_is_no_chance(gazetteer):
    text = "Rockets from near Nabatieh in Lebanon hit a house in the town of Nahariya."
    assert value(gazetteer, text, "Nahariya").country == "IL"


def test_a_far_town_of_a_like_name_is_not_taken_in_a_report_on_two_countries(gazetteer):
    text = (
        "Soldiers of Uganda and Congo said rebels from Congo had crossed into Uganda near Beni. "
        "Three men were held in Zefta."
    )
    assert value(gazetteer, text, "Zefta").country != "EG"


def test_where_the_wounded_were_taken_says_nothing_of_a_village(gazetteer):
    text = "Jets killed 12 fighters in Dorvan in Mali. The wounded were airlifted to Gao."
    assert value(gazetteer, text, "Dorvan").admin1 is None


def test_an_area_told_with_what_kind_of_place_it_is(gazetteer):
    text = "Both men came from Mpondwe in Uganda. Ten died at Dorvato, a market centre in Ituri."
    place = value(gazetteer, text, "Dorvato")
    assert (place.name, place.admin1, place.country) == ("Dorvato", "Ituri", "CD")


def test_a_town_keeps_its_article_in_small_letters(gazetteer):
    assert value(gazetteer, "In al-Bireh in the West Bank, a man was shot.", "al-Bireh").name == (
        "al-Bireh"
    )


def test_two_namesakes_of_one_other_country_are_chance_in_a_report_full_of_its_own(gazetteer):
    text = (
        "Port-au-Prince, Haiti. Gunmen raided Saint-Marc, Mirebalais and Gonaives in Haiti, and "
        "roads of Artibonite, Haiti.\n\nTwo men died in Liancourt, one in Bel-Air."
    )
    assert value(gazetteer, text, "Liancourt").country == "HT"
