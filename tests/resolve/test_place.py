"""The place of an incident: joined mentions, levels, relations, what the gazetteer lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import PlacePrecision, PlaceValue, Span, Unknown
from recount.resolve.place import PlaceResolver
from recount.resources.gazetteer import Place, PlaceKind, open_gazetteer

OWN = (
    Place("user:o", "Orvel", PlaceKind.SETTLEMENT, "XV", "Orvel", None, 1.0, 2.0, 9, 4.0, "user"),
    Place("user:p", "Orvel", PlaceKind.ADMIN1, "XV", "Orvel", None, 1.2, 2.1, 9, 60.0, "user"),
    Place("user:t", "Tarn", PlaceKind.SETTLEMENT, "XV", "Reach", None, 1.0, 2.6, 9, 3.0, "user"),
    Place("user:r", "Reach", PlaceKind.ADMIN1, "XV", "Reach", None, 1.1, 2.7, 9, 50.0, "user"),
    Place("user:x", "Xavania", PlaceKind.COUNTRY, "XV", None, None, 1.5, 2.5, 9, 200.0, "user"),
)


@pytest.fixture(scope="session")
def gazetteer():
    return open_gazetteer(OWN)


def resolve(gazetteer, text, *words, site=None, outlet=None):
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), outlet)
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    return resolver.resolve(spans, site)


def value(gazetteer, text, *words, **more) -> PlaceValue:
    found = resolve(gazetteer, text, *words, **more).value
    assert isinstance(found, PlaceValue)
    return found


def test_a_bare_name_of_a_town_and_its_province_is_the_town(gazetteer):
    place = value(gazetteer, "A blast hit Orvel on Monday in Xavania.", "Orvel")
    assert place.precision is PlacePrecision.SETTLEMENT
    assert (place.name, place.admin1, place.country) == ("Orvel", "Orvel", "XV")


@pytest.mark.parametrize(
    "words", ["in southern Orvel province", "in the eastern province of Orvel", "in Orvel Province"]
)
def test_a_level_word_makes_it_the_province(gazetteer, words):
    place = value(gazetteer, f"A mosque {words} was hit in Xavania.", "Orvel")
    assert place.precision is PlacePrecision.PROVINCE
    assert place.name is None
    assert place.admin1 == "Orvel"
    assert place.radius_km == 60.0


def test_a_part_of_a_town_is_the_town(gazetteer):
    found = resolve(gazetteer, "A blast hit western Orvel on Monday.", "Orvel")
    assert isinstance(found.value, PlaceValue)
    assert found.value.precision is PlacePrecision.SETTLEMENT
    assert any("part of it" in reason for reason in found.reasons)


def test_a_town_called_a_province_by_mistake_stays_a_town(gazetteer):
    text = "Bombs went off in the northern province of Tarn in Xavania."
    found = resolve(gazetteer, text, "Tarn")
    assert isinstance(found.value, PlaceValue)
    assert (found.value.name, found.value.admin1) == ("Tarn", "Reach")
    assert any("no admin1 is called Tarn" in reason for reason in found.reasons)


def test_the_finest_of_several_mentions_names_the_place(gazetteer):
    text = "In Xavania, gunmen struck Tarn in Reach province."
    place = value(gazetteer, text, "Xavania", "Reach", "Tarn", site="market")
    assert (place.name, place.site) == ("Tarn", "market")
    assert place.precision is PlacePrecision.SETTLEMENT


def test_the_words_around_it_choose_among_places_of_one_name(gazetteer):
    texas = value(gazetteer, "The shooting took place in Paris, Texas.", "Paris")
    assert (texas.country, texas.admin1) == ("US", "Texas")
    pakistan = value(
        gazetteer, "A bomb in Hyderabad killed two; Sindh police in Pakistan said so.", "Hyderabad"
    )
    assert (pakistan.country, pakistan.admin1) == ("PK", "Sindh")
    india = value(
        gazetteer, "A bomb in Hyderabad killed two, police in Telangana, India, said.", "Hyderabad"
    )
    assert india.country == "IN"


def test_a_name_keeps_the_sense_of_its_first_full_mention(gazetteer):
    text = "Clashes in Tripoli, Lebanon, killed two. Later the army deployed across Tripoli."
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    at = text.rindex("Tripoli")
    found = resolver.resolve([Span(at, at + 7)], None)
    assert isinstance(found.value, PlaceValue)
    assert found.value.country == "LB"


def test_a_distance_moves_the_point_and_widens_it(gazetteer):
    place = value(gazetteer, "A convoy was hit 20 km north of Tarn in Xavania.", "Tarn")
    assert place.precision is PlacePrecision.DISTRICT
    assert place.lat == pytest.approx(1.0 + 20 / 111.2, abs=1e-3)
    assert place.radius_km is not None
    assert place.radius_km >= 10


def test_near_is_wider_than_in(gazetteer):
    near = resolve(gazetteer, "A convoy was hit near Tarn.", "Tarn")
    assert isinstance(near.value, PlaceValue)
    assert near.value.radius_km == 13.0
    assert any("near it" in reason for reason in near.reasons)


def test_between_two_towns_is_a_stretch(gazetteer):
    found = resolve(gazetteer, "A bus was stopped between Orvel and Tarn.", "Orvel", "Tarn")
    assert isinstance(found.value, PlaceValue)
    assert found.value.lon == pytest.approx(2.3)
    assert found.value.precision is PlacePrecision.PROVINCE
    assert len(found.candidates) == 2


def test_several_towns_are_kept_as_candidates(gazetteer):
    found = resolve(gazetteer, "Blasts shook Orvel and Tarn at noon.", "Orvel", "Tarn")
    assert isinstance(found.value, PlaceValue)
    assert found.value.name == "Orvel"
    assert any(candidate.startswith("Tarn") for candidate in found.candidates)
    assert "also named: Tarn" in found.reasons


def test_what_the_gazetteer_lacks_is_kept_with_its_area(gazetteer):
    text = "Gunmen raided Qarabelluth village in Reach province, Xavania."
    found = resolve(gazetteer, text, "Qarabelluth")
    assert isinstance(found.value, PlaceValue)
    assert found.value.name == "Qarabelluth"
    assert (found.value.admin1, found.value.country, found.value.lat) == ("Reach", "XV", None)
    assert any("gazetteer has no" in reason for reason in found.reasons)


def test_the_capital_of_a_country_is_its_town(gazetteer):
    place = value(gazetteer, "An attack in the Afghan capital killed nine.", "the Afghan capital")
    assert (place.name, place.country) == ("Kabul", "AF")


def test_the_city_is_the_one_named_before(gazetteer):
    text = "Soldiers entered Tarn at dawn. At noon a bomb hit the city."
    place = value(gazetteer, text, "the city")
    assert place.name == "Tarn"


def test_nothing_named_is_unknown_with_a_reason(gazetteer):
    found = resolve(gazetteer, "A bomb went off at noon.")
    assert found.value == Unknown("no place is named")
    vague = resolve(gazetteer, "A bomb went off at home.", "home")
    assert isinstance(vague.value, Unknown)


def test_the_outlets_country_never_fills_a_gap(gazetteer):
    found = resolve(gazetteer, "A bomb went off at noon.", outlet="XV")
    assert isinstance(found.value, Unknown)


def test_the_country_most_named_is_the_documents(gazetteer):
    text = "Afghanistan and Kabul were quiet, Afghan police said. Pakistan did not answer."
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    assert resolver.dominant_country() == "AF"
    enclosing = resolver.enclosing("AF")
    assert enclosing is not None
    assert enclosing.precision is PlacePrecision.COUNTRY
    empty = PlaceResolver(gazetteer, "Nothing.", (), None)
    assert empty.dominant_country() is None
    assert empty.enclosing("QQ") is None


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_spans_give_a_value_or_a_reason(gazetteer, data):
    words = ["Orvel", "Tarn", "Reach", "province", "near", "between", "and", "the", "city", "20 km",
             "north of", ",", ".", "Xavania", "Qarabelluth", "capital", "Afghan"]  # fmt: skip
    text = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=14)))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    found = resolver.resolve([Span(start, end)], None)
    assert isinstance(found.value, PlaceValue | Unknown)
    assert 0.0 <= found.confidence <= 1.0
    if isinstance(found.value, PlaceValue) and found.value.lat is not None:
        assert found.value.radius_km is not None


def test_a_continent_is_too_wide_to_be_the_place_of_an_incident(gazetteer):
    text = "Attacks in Africa rose, and a blast hit Orvel."
    assert isinstance(resolve(gazetteer, text, "Africa").value, Unknown)
    assert value(gazetteer, text, "Africa", "Orvel").name == "Orvel"


def test_states_in_a_list_do_not_gather_around_one_of_them(gazetteer):
    text = "Cases rose in Oregon, California, Texas, Missouri, Nevada, Wyoming and Ohio."
    names = gazetteer.find(text)
    resolver = PlaceResolver(gazetteer, text, names, None)
    assert {resolver.referent(name).place.kind for name in names} == {PlaceKind.ADMIN1}


def test_the_words_know_better_in_which_province_a_district_lies(gazetteer):
    text = "Two men died in Jaghatu district, Ghazni province, in Afghanistan."
    found = resolve(gazetteer, text, "Jaghatu", "Ghazni")
    assert isinstance(found.value, PlaceValue)
    assert (found.value.admin2, found.value.admin1, found.value.country) == (
        "Jaghatu",
        "Ghazni",
        "AF",
    )


def test_an_unlisted_name_of_a_text_in_capitals_is_told_in_small_letters(gazetteer):
    place = value(gazetteer, "A PATROL WAS HIT AT LOS TRES PINOS, XAVANIA.", "LOS TRES PINOS")
    assert place.name == "Los Tres Pinos"


def test_a_side_of_a_city_told_at_length_is_near_it(gazetteer):
    text = "Rebels fought in a camp outside of the southern coastal city of Tarn in Xavania."
    near = value(gazetteer, text, "Tarn")
    assert near.radius_km is not None
    assert near.radius_km > 3.0


def test_a_street_is_the_site_in_the_town_beside_it(gazetteer):
    text = "He was shot on Quell Street in Tarn in Xavania."
    place = value(gazetteer, text, "Quell Street", "Tarn")
    assert (place.name, place.site) == ("Tarn", "Quell Street")


def test_what_stands_under_a_country_alone_in_a_line_lies_in_it(gazetteer):
    text = "Strikes went on. Velm and Osk were hit.\nXavania\nNear Qarvel, two died.\n"
    assert value(gazetteer, text, "Qarvel").country == "XV"


def test_a_region_that_no_list_has_is_no_town(gazetteer):
    text = "He was held in the coastal region of Sorvia in Xavania."
    place = value(gazetteer, text, "Sorvia")
    assert place.precision is PlacePrecision.PROVINCE


def test_a_village_of_no_list_lies_in_the_only_province_named(gazetteer):
    text = "REACH PROVINCE, Xavania - An operation in Qarvel killed two."
    place = value(gazetteer, text, "Qarvel")
    assert (place.name, place.admin1) == ("Qarvel", "Reach")


@pytest.mark.parametrize("name", ["Kabardino-Balkaria", "Ingushetia", "North Ossetia", "Tatarstan"])
def test_republics_are_found_by_their_english_names(gazetteer, name):
    place = value(gazetteer, f"A shootout in {name} left two dead.", name)
    assert (place.country, place.admin1) == ("RU", name)


def test_a_town_of_no_list_told_by_another_town_is_put_there(gazetteer):
    found = resolve(
        gazetteer, "Two died in Qarvel, a suburb of Tarn, in Xavania.", "Qarvel", "Tarn"
    )
    assert isinstance(found.value, PlaceValue)
    assert (found.value.name, found.value.lat, found.value.admin1) == ("Qarvel", 1.0, "Reach")
    assert "the gazetteer has no Qarvel" in found.reasons


def test_a_distance_behind_a_town_of_no_list_moves_its_point(gazetteer):
    text = "Two died at Qarvel, 30 km north of Tarn in Xavania."
    place = value(gazetteer, text, "Qarvel", "Tarn")
    assert place.name == "Qarvel"
    assert place.lat == pytest.approx(1.27, abs=0.01)


@pytest.mark.parametrize("street", ["Quell Street", "2600 block of Quell Place", "Vell Apartments"])
def test_a_street_alone_lies_in_the_town_that_the_report_tells_of(gazetteer, street):
    text = f"TARN, Xavania - A man was shot on {street}."
    place = value(gazetteer, text, street)
    assert (place.name, place.site) == ("Tarn", street)


def test_a_street_is_not_put_into_a_town_named_once_at_the_foot(gazetteer):
    text = f"A man was shot on Quell Street.{' He died.' * 40} Post Box 1, Tarn, Xavania."
    assert value(gazetteer, text, "Quell Street").name == "Quell Street"


def test_a_town_of_another_spelling_is_the_seat_of_its_province():
    kinds = PlaceKind.SETTLEMENT, PlaceKind.ADMIN1
    town = Place("t", "Osketya", kinds[0], "XV", "Osketia", None, 1.0, 2.0, 700_000, 9.0, "user")
    area = Place("a", "Osketia", kinds[1], "XV", "Osketia", None, 1.5, 2.3, 900_000, 90.0, "user")
    gazetteer = open_gazetteer((replace(town, aliases=("Osketia",)), area))
    place = value(gazetteer, "A missile struck a bus in Osketia on Monday.", "Osketia")
    assert (place.precision, place.name) == (PlacePrecision.SETTLEMENT, "Osketya")


def test_a_word_of_a_longer_name_is_part_of_it(gazetteer):
    text = "A drone hit Port Sudan and the port of Tarn."
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    first, last = text.index("Port"), text.index("port")
    assert resolver.is_part_of_name(Span(first, first + 4))
    assert not resolver.is_part_of_name(Span(last, last + 4))


def test_a_village_of_no_list_in_another_area_is_apart(gazetteer):
    text = "Bandits struck in Orvel province and at Qarvel village in Reach, Xavania."
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    one, other = (Span(text.index(w), text.index(w) + len(w)) for w in ("Orvel", "Qarvel"))
    assert resolver.are_apart(one, other)


def test_another_name_of_a_far_town_is_not_taken_in_a_text_on_one_country(gazetteer):
    text = "Gunmen killed five in Tulo on Monday, the Nigerian army said. They fled to Kaduna."
    place = value(gazetteer, text, "Tulo")
    assert (place.name, place.country, place.lat) == ("Tulo", "NG", None)


def test_another_name_of_a_town_is_taken_in_its_own_country(gazetteer):
    text = "A blast in Kharkov killed three, Ukrainian police said."
    place = value(gazetteer, text, "Kharkov")
    assert (place.name, place.admin1, place.country) == ("Kharkov", "Kharkiv", "UA")
