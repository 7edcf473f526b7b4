"""Place names in raw text: longest names, names inside names, demonyms, ordinary words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.resources.gazetteer import CONTINENT, Inside, Place, PlaceKind, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer():
    return open_gazetteer()


def plain_names(gazetteer, text):
    return [text[n.start : n.end] for n in gazetteer.find(text) if not n.nested and not n.demonym]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police in Kabul said the bomb came from Jalalabad.", ["Kabul", "Jalalabad"]),
        ("Shells fell on Mazar-i-Sharif and Deir ez-Zor.", ["Mazar-i-Sharif", "Deir ez-Zor"]),
        ("POLICE FOUND A BOMB IN SAN SALVADOR ON MONDAY.", ["SAN SALVADOR"]),
        ("They fled Kabul's outskirts for New York.", ["Kabul", "New York"]),
        ("Attacks were reported in Gao, Kidal and Mopti.", ["Gao", "Kidal", "Mopti"]),
        ("The U.S. sent envoys; the US denied it.", ["U.S.", "US"]),
        ("Rebels took Goma in the Democratic Republic of the Congo.",
         ["Goma", "Democratic Republic of the Congo"]),
        ("The convoy left al-Hasakah for Raqqa.", ["al-Hasakah", "Raqqa"]),
    ],
)  # fmt: skip
def test_names_are_found_whole(gazetteer, text, names):
    assert plain_names(gazetteer, text) == names


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He joined the Paris Police Department last year.", Inside.ORGANISATION),
        ("She studied at Kabul University for a year.", Inside.ORGANISATION),
        ("It was printed in the New York Times today.", Inside.ORGANISATION),
        ("A report of the Afghanistan Analysts Network said so.", Inside.ORGANISATION),
        ("The Bank of Ghana kept its rate.", Inside.ORGANISATION),
        ("The Islamic State in Iraq and Syria claimed it.", Inside.ORGANISATION),
        ("The player Michael Jordan was there.", Inside.PERSON),
    ],
)
def test_names_inside_longer_names_are_marked(gazetteer, text, inside):
    found = gazetteer.find(text)
    assert found
    assert all(name.nested and name.inside is inside for name in found)


def test_a_name_inside_a_sites_name_says_where_it_is(gazetteer):
    text = "Smoke rose over Kabul International Airport."
    (name,) = gazetteer.find(text)
    assert not name.nested
    assert name.inside is Inside.SITE


def test_demonyms_carry_their_country(gazetteer):
    found = gazetteer.find("Afghan, Uzbek and Pakistani officials met the Americans.")
    assert [n.demonym for n in found] == [True] * 4
    assert [n.candidates[0].country for n in found] == ["AF", "UZ", "PK", "US"]


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Monday that March had been quiet.",
        "The Taliban and Hamas denied it.",
        "Most of the young men hope for independence.",
        "Mr. Lincoln and Mrs. Houston were not at home.",
        "It cost US$30 on the day.",
        "You'd think so. They're not wrong.",
        "",
        "   \n\n  ",
    ],
)
def test_ordinary_words_and_people_are_no_places(gazetteer, text):
    assert plain_names(gazetteer, text) == []


def test_short_forms_of_states_count_behind_a_place(gazetteer):
    text = "He lives in Athens, Ga., with his brother."
    found = gazetteer.find(text)
    assert [text[n.start : n.end] for n in found] == ["Athens", "Ga"]
    assert found[1].candidates[0].admin1 == "Georgia"


def test_continents_are_names_of_their_own_kind(gazetteer):
    text = "Across Africa and the Middle East, prices rose."
    assert plain_names(gazetteer, text) == ["Africa", "Middle East"]
    first = gazetteer.find(text)[0].candidates[0]
    assert first.id.startswith(CONTINENT)


def test_users_places_are_found_in_texts():
    own = Place(
        "user:1", "Orvel Strand", PlaceKind.SETTLEMENT, "XX", None, None, 1.0, 2.0, 0, 3.0, "user"
    )
    text = "Two fishermen were shot near Orvel Strand at dawn."
    (name,) = open_gazetteer([own]).find(text)
    assert text[name.start : name.end] == "Orvel Strand"
    assert name.candidates[0] == own


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Kabul", "in", "the", "Bank", "of", "Mali", ",", ".", "Mr.", "US", "–", "\n", "’s",
             "Ga.", "'", "St.", "New", "York", "Times", "al-", "İ", "ß", "province", "X"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_names_lie_in_the_text_in_order_without_overlap(gazetteer, words):
    text = " ".join(words)
    found = gazetteer.find(text)
    ends = [0, *(n.end for n in found)]
    for name, before in zip(found, ends, strict=False):
        assert before <= name.start < name.end <= len(text)
        assert 0.0 <= name.score <= 1.0
        assert name.candidates
