"""Names beside an incident that are not where it was: homes, actors' countries, courts."""

from __future__ import annotations

import pytest

from recount.model import Span
from recount.resolve.elsewhere import is_elsewhere, is_home, is_no_place, is_origin, is_other_site


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    "text",
    [
        "Cpl. Ala Torv, 21, of Osset, was killed there.",
        "The victim, a native of Osset, was killed there.",
        "It was the worst shooting in Osset's history.",
        "It was the deadliest attack in Osset history.",
        "He was killed in an Osset drone strike.",
        "An Osset-backed militia shelled the town.",
        "She told Osset 2 TV about the arrests.",
        "Divers searched Osset Lake, two miles from the site of the attack.",
    ],
)
def test_a_home_an_actor_and_an_outlet_are_no_place_of_an_incident(text):
    assert is_elsewhere(text, span(text, "Osset Lake" if "Lake" in text else "Osset"))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two in Osset on Friday.",
        "Two died in an attack on the Osset market.",
        "Soldiers in Osset forces' barracks were shot.",
        "At least 12 people in Osset were wounded.",
    ],
)
def test_a_place_of_an_incident_stays_one(text):
    assert not is_elsewhere(text, span(text, "Osset"))


def test_the_area_behind_a_home_is_no_place_of_an_incident_either():
    text = "Ala Torv, 24, of Osset, Velmar, was shot."
    assert is_elsewhere(text, span(text, "Velmar"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He shot her in a West Side Burgo Grill.", "Burgo Grill"),
        ("The navy ship INS Marwa stopped the boats.", "INS Marwa"),
        ("The navy ship INS Marwa stopped the boats.", "Marwa"),
    ],
)
def test_a_shop_and_a_ship_are_no_places(text, name):
    assert is_no_place(text, span(text, name))


def test_a_village_behind_a_site_stays_a_place():
    text = "They attacked a shrine in Talvek."
    assert not is_no_place(text, span(text, "Talvek"))


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("He pleaded guilty to the murder in court.", "court"),
        ("They were arrested ahead of rallies next month.", "rallies"),
        ("They plan Tarn Street-style protests.", "Street"),
        ("They searched a park about two miles from the site of the attack.", "park"),
    ],
)
def test_a_court_and_a_rally_to_come_are_no_sites(text, site):
    assert is_other_site(text, Span(0, len(text)), span(text, site))


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("A judge died in an attack on the court.", "court"),
        ("A bomb went off at a rally.", "rally"),
        ("Gunmen shot two men in a park.", "park"),
    ],
)
def test_a_court_and_a_rally_that_were_attacked_are_sites(text, site):
    assert not is_other_site(text, Span(0, len(text)), span(text, site))


def test_the_country_that_people_come_from_is_their_home():
    text = "Gunmen abducted two aid workers from Velmar in Osk."
    start = text.index("Velmar")
    assert is_origin(text, Span(start, start + 6))
    shelled = "Rockets fired from Velmar hit Osk."
    start = shelled.index("Velmar")
    assert not is_origin(shelled, Span(start, start + 6))


def test_the_kind_of_a_place_named_behind_it_is_no_site():
    text = "Two died in the village of Osset. A shell hit the village."
    first, last = text.index("village"), text.rindex("village")
    sentence = Span(0, len(text))
    assert is_other_site(text, sentence, Span(first, first + 7))
    assert not is_other_site(text, sentence, Span(last, last + 7))


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The blast killed a shepherd from Osset.", True),
        ("It hit 5 km from Osset.", False),
        ("They abducted two girls from Osset.", False),
        ("Shots were fired from Osset.", False),
        ("A mine went off on the road from Osset.", False),
        ("It hit a bus from Osset to Velm.", False),
    ],
)
def test_a_town_that_somebody_comes_from_may_be_their_home(text, home):
    assert is_home(text, span(text, "Osset")) is home
