"""Names that no gazetteer has, told right before the area that an account has."""

from __future__ import annotations

import pytest

from recount.model import LinkRole


def places(read_learned, text: str) -> list[list[str]]:
    _, found = read_learned(text)
    return [
        [
            text[link.mention.start : link.mention.end]
            for link in account.links
            if link.role is LinkRole.PLACE
        ]
        for account in found.accounts
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("in the village of Orvand in Helmand province", "Orvand"),
        ("in the town of Tevil, Ituri province,", "Tevil"),
        ("at Pelgam, 30 km south of Jagdalpur,", "Pelgam"),
        ("at Kanzor, a suburb of Gitega,", "Kanzor"),
    ],
)
def test_a_name_of_no_list_comes_before_the_place_around_it(read_learned, words, name):
    found = places(read_learned, f"Gunmen killed three farmers {words} on Tuesday, police said.")
    assert [one[:1] for one in found] == [[name]]


def test_a_quarter_is_no_town_of_its_own(read_learned):
    text = "Gunmen killed three farmers in the Tevil quarter of Kandahar on Tuesday."
    assert places(read_learned, text) == [["Kandahar"]]


@pytest.mark.parametrize("name", ["Aita al-Tevil", "Dorvan Velho", "Goma-Pelgar"])
def test_a_longer_name_is_told_whole(read_learned, name):
    found = places(read_learned, f"Gunmen killed three farmers in {name} on Tuesday, police said.")
    assert [one[:1] for one in found] == [[name]]


def test_a_name_that_no_list_has_is_told_though_another_place_stands_in_the_sentence(read_learned):
    text = "In Orvand, dozens of people were shot dead by gunmen near Kandahar airport on Tuesday."
    assert places(read_learned, text)[0][0] == "Orvand"


def test_a_captured_village_is_the_place_of_the_fight(read_learned):
    text = "Rebels took Orvand on Monday after heavy fighting in which three soldiers were killed."
    assert places(read_learned, text)[0][:1] == ["Orvand"]
