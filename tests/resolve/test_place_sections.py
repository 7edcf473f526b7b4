"""A line that is a country's name alone holds for the lines below it."""

from __future__ import annotations

import pytest

from recount.resolve.place_sections import Sections
from recount.resources.gazetteer import Place, PlaceKind, open_gazetteer

OWN = (
    Place("user:x", "Xavania", PlaceKind.COUNTRY, "XV", None, None, 1.5, 2.5, 9, 200.0, "user"),
    Place("user:y", "Yorvia", PlaceKind.COUNTRY, "YV", None, None, 9.5, 9.5, 9, 200.0, "user"),
)


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer(OWN)


def area_at(gazetteer, text: str, words: str) -> str | None:
    place = Sections(text, gazetteer.find(text)).area_at(text.index(words))
    return None if place is None else place.name


def test_a_line_of_its_own_holds_until_the_next_one(gazetteer):
    text = "Strikes went on.\nXavania\nNear Tarn, two died.\nYorvia:\nNear Kell, one died.\n"
    assert area_at(gazetteer, text, "Strikes") is None
    assert area_at(gazetteer, text, "Tarn") == "Xavania"
    assert area_at(gazetteer, text, "Kell") == "Yorvia"


def test_a_name_in_a_sentence_is_no_heading(gazetteer):
    text = "Strikes went on.\nIn Xavania they ended.\nNear Tarn, two died.\n"
    assert area_at(gazetteer, text, "Tarn") is None


def test_a_numbered_title_holds_until_the_next_one(gazetteer):
    text = (
        "Strikes went on.\n\nA. Xavania\n\nNear Tarn, two died.\n\n"
        "B. The rest\n\nNear Kell, one died.\n"
    )
    assert area_at(gazetteer, text, "Tarn") == "Xavania"
    assert area_at(gazetteer, text, "Kell") is None
