"""Names misread in scanning, and villages behind the word for one."""

from __future__ import annotations

import pytest

from recount.resolve.place_spelling import is_village, repaired, without_level
from recount.resources.gazetteer import Place, PlaceKind, open_gazetteer

OWN = (
    Place("user:a", "Tamvel", PlaceKind.ADMIN1, "XV", "Tamvel", None, 1.0, 2.0, 9, 60.0, "user"),
    Place("user:b", "Tamvel", PlaceKind.SETTLEMENT, "XV", "Tamvel", None, 1.0, 2.0, 9, 4.0, "user"),
)


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer(OWN)


def test_letters_that_scanning_confuses_are_read_as_they_were_printed(gazetteer):
    found = repaired(gazetteer, "Tarnvel", "XV")
    assert [place.kind for place in found] == [PlaceKind.SETTLEMENT, PlaceKind.ADMIN1]


@pytest.mark.parametrize(
    ("words", "country"), [("Tarnvel", None), ("Tarnvel", "AF"), ("Ord", "XV")]
)
def test_no_other_name_is_repaired(gazetteer, words, country):
    assert repaired(gazetteer, words, country) == ()


def test_the_word_for_a_village_is_no_part_of_its_name():
    assert is_village("Barangay Osset")
    assert not is_village("Osset")
    assert without_level("Barangay Osset") == "Osset"
    assert without_level("Villages of Osset") == "Villages of Osset"
