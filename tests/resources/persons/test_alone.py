"""Persons who are named by one word alone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from recount.resources.persons import find_persons


def private(text, known=()):
    return {text[p.start : p.end] for p in find_persons(text, known) if not p.public}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selvit, a 23-year-old nurse, said she was raped.", "Selvit"),
        ("“They burned it,” said Torra, a mother of three.", "Torra"),
        ("A farmer, Odaru, was shot.", "Odaru"),
        ("Resident Okelu said the army shelled the quay.", "Okelu"),
        ("A shopkeeper who gave his name only as Jarl said so.", "Jarl"),
        ("Nadvira, whose name has been changed, was held for a year.", "Nadvira"),
        ("Nadvira (not her real name) was held for a year.", "Nadvira"),
        ("Yorvan, 34, lost his leg.", "Yorvan"),
        ("Nine-year-old Kwaro was hit.", "Kwaro"),
        ("Selva's husband was killed.", "Selva"),
        ("Rahvat, who like many people there uses one name, fled.", "Rahvat"),
        ("Killed was a certain Norvin.", "Norvin"),
        ("The gunman, Tobias R, was held.", "Tobias R"),
        ("The two dead were named as Murvo and Ilbra by the police.", "Ilbra"),
        ("The girls – Osa, Rukva and Talva – were taken.", "Talva"),
        ("Do Thi Hanvo was found at the river.", "Do Thi Hanvo"),
        ("Mr Omar DIVALLO was killed.", "Omar DIVALLO"),
        ("KUVASSI Jean-Marc, a trader, was found dead.", "KUVASSI Jean-Marc"),
        ("Her sons Peter Vell, 23, and Sunday Vell, 19, died.", "Sunday Vell"),
        ("The son of the army chief, Danlo Kurv, was shot.", "Danlo Kurv"),
        ("Two co-defendants, Ishva Silvan and Abdul Carv, were acquitted.", "Ishva Silvan"),
    ],
)
def test_single_and_unusual_names_are_private(text, name):
    assert name in private(text)


def test_a_nickname_is_masked_with_its_bearer():
    assert "Vodka" in private("Killed was Aro Vell alias “Vodka”.")


@pytest.mark.parametrize(
    "text",
    [
        "Ugvoke, a farming community, was attacked.",
        "In Ugvoke, 12 people were killed; in Okvale, 9.",
        "A village named Dinvor was burnt.",
        "Friday's march was calm. Maoists, a banned group, clashed.",
        "Gunmen attacked San Pedro Solova and Barangay Lumavo.",
        "Clashes broke out in Ali Khevl and Mohammad Agva districts.",
        "Human rights group Harki Lorn counted three.",
        "Lakeside Standard, 20 March 2023\n\nPolice came.",
        "Tarn fell\nVell Express / Orvel, 28 September 2022\n\nRebels came.",
        "Mortars fell on Abu Dsharv in the south.",
        "He came to the Church of St. Anba Markov.",
    ],
)
def test_places_groups_and_outlets_are_shown(text):
    assert private(text) == set()


def test_a_village_with_a_persons_word_in_its_name_is_shown():
    text = "Saw Htoo Lay, 70, was killed in Thay Baw Lay village. Thay Baw Lay was empty."
    assert private(text) == {"Saw Htoo Lay"}


def test_an_age_alone_makes_no_person_of_a_known_place():
    text = "Orvel, 34, was the worst."
    assert private(text) == {"Orvel"}
    assert private(text, [SimpleNamespace(start=0, end=5)]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Col. Ernvo Villar of the 401st Brigade said so.",
        "“They came,” said Innvo Dheg, the administrator of Mahvi territory.",
    ],
)
def test_officers_quoted_and_administrators_are_public(text):
    assert private(text) == set()
