"""Names beside a place told that lie in it, and that are told instead of it."""

from __future__ import annotations

import pytest

from recount.model import Span
from recount.resolve.place import PlaceResolver
from recount.resolve.place_chains import is_headed
from recount.resources.gazetteer import Place, PlaceKind, open_gazetteer


def place(name: str, kind: PlaceKind, admin1: str | None, lat: float = 1.5) -> Place:
    return Place(f"user:{name}{kind}", name, kind, "XV", admin1, None, lat, 2.5, 9, 20.0, "user")


OWN = (
    place("Xavania", PlaceKind.COUNTRY, None),
    place("Oskmar", PlaceKind.ADMIN1, "Oskmar"),
    place("Oskmar", PlaceKind.SETTLEMENT, "Oskmar"),
    place("Tarnik", PlaceKind.SETTLEMENT, "Oskmar", 1.8),
    place("Belvik", PlaceKind.SETTLEMENT, "Oskmar", 1.51),
)


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer(OWN)


def inner(gazetteer, text: str, told: str) -> tuple[str, bool] | None:
    resolver = PlaceResolver(gazetteer, text, gazetteer.find(text), None)
    start = text.index(told)
    found = resolver.chains.inner(Span(start, start + len(told)))
    return None if found is None else (found.span.of(text), found.instead)


@pytest.mark.parametrize(
    "text",
    [
        "A guard was shot in Oskmar's Tarnik district in Xavania.",
        "A guard was shot in Oskmar's northern Tarnik town in Xavania.",
    ],
)
def test_a_district_is_told_instead_of_the_area_that_possesses_it(gazetteer, text):
    assert inner(gazetteer, text, "Oskmar") == ("Tarnik", True)


def test_a_quarter_is_none(gazetteer):
    assert inner(gazetteer, "A guard was shot in Oskmar's Belvik district.", "Oskmar") is None
    assert inner(gazetteer, "A guard was shot in Oskmar's Delvo district.", "Oskmar") is None


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("A guard was shot in Tarnik, in Oskmar province.", "Oskmar", "Tarnik"),
        ("The headman of Delvo, also in Oskmar, was led away.", "Oskmar", "Delvo"),
        ("A lorry hit a mine near Delvo (Oskmar province).", "Oskmar", "Delvo"),
        ("Shots were fired at Delvo's Camp 8 West in Tarnik.", "Tarnik", "Delvo"),
    ],
)
def test_the_smaller_name_beside_it_is_the_place(gazetteer, text, told, name):
    assert inner(gazetteer, text, told) == (name, False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A guard was shot at Karol's house in Tarnik.", "Tarnik"),
        ("The army fought in Tarnik and in Oskmar province.", "Oskmar"),
        ("A guard was shot on Monday in Tarnik.", "Tarnik"),
    ],
)
def test_other_names_before_it_are_not(gazetteer, text, told):
    assert inner(gazetteer, text, told) is None


def test_the_head_of_a_village_names_it():
    text = "They shot the headman of Delvo."
    assert is_headed(text, Span(25, 30))
    assert not is_headed("They shot Karol Delvo.", Span(16, 21))
