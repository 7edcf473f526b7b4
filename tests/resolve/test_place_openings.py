"""What opens a paragraph in a list ("3 May, Osset. Gunmen ...") says where it was."""

from __future__ import annotations

import pytest

from recount.resolve.place_openings import Openings
from recount.resolve.place_sections import Sections
from recount.resources.gazetteer import Place, PlaceKind, open_gazetteer


def place(name: str, kind: PlaceKind, admin1: str | None = None) -> Place:
    return Place(f"user:{name}{kind}", name, kind, "XV", admin1, None, 1.5, 2.5, 9, 20.0, "user")


OWN = (
    place("Xavania", PlaceKind.COUNTRY),
    place("Oskmar", PlaceKind.ADMIN1, "Oskmar"),
    place("Oskmar", PlaceKind.SETTLEMENT, "Oskmar"),
    place("Tarnik", PlaceKind.SETTLEMENT, "Oskmar"),
    place("Vellan", PlaceKind.SETTLEMENT, "Oskmar"),
)
OTHER = "\n\n12 May, Vellan. Two farmers were shot dead in their field."


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer(OWN)


def opened(gazetteer, text: str, words: str) -> list[str]:
    opening = Openings(text, gazetteer.find(text)).at(text.index(words))
    return [] if opening is None else [span.of(text) for span in opening.names]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("3 May, Tarnik. Gunmen shot a guard.", ["Tarnik"]),
        ("- 3 May: Tarnik, Oskmar province: Gunmen shot a guard.", ["Tarnik", "Oskmar"]),
        ("Tuesday the 4th. Tarnik, bus station. Gunmen shot a guard.", ["Tarnik"]),
        ("TUE 4 MAY – Xavania, Oskmar, near Delvo. Gunmen shot a guard.",
         ["Xavania", "Oskmar", "Delvo"]),
        ("4 May, Vellan–Oskmar highway near Tarnik. Gunmen shot a guard.", ["Tarnik"]),
        ("2. Tarnik (Oskmar). Gunmen shot a guard.", ["Tarnik", "Oskmar"]),
        ("TARNIK. Gunmen shot a guard in the night.", ["TARNIK"]),
        ("Tarnik, in Oskmar, a week later: gunmen shot a guard.", ["Tarnik", "Oskmar"]),
        ("Tarnik, 3 May, Founders Day. Gunmen shot a guard.", ["Tarnik"]),
        ("OSKMAR, AGAIN. Gunmen shot a guard in the night.", ["OSKMAR"]),
        ("3 May, Şelvo. Gunmen shot a guard in the night.", ["Şelvo"]),
    ],
)  # fmt: skip
def test_dates_bullets_and_areas_open_an_item(gazetteer, line, names):
    assert opened(gazetteer, line + OTHER, "guard") == names


@pytest.mark.parametrize(
    "line",
    [
        "Gunmen shot a guard in Tarnik. Nobody was held.",
        "Plot. The ministry said a guard had talked.",
        "TARNIK – Gunmen shot a guard on Monday.",
        "Tarnik",
    ],
)
def test_sentences_headings_and_datelines_open_none(gazetteer, line):
    assert opened(gazetteer, line + OTHER, line[-6:]) == []


def test_one_alone_is_where_a_report_was_filed(gazetteer):
    assert opened(gazetteer, "3 May, Tarnik. Gunmen shot a guard.", "guard") == []


def test_the_middle_of_a_chain_is_the_province_and_a_town_alone_the_town(gazetteer):
    text = "4 May – Xavania, Oskmar, Delvo. Gunmen shot a guard.\n\nOskmar. A mine killed two men."
    sections = Sections(text, gazetteer.find(text))
    told = sections.told_at(text.index("Oskmar"))
    assert told is not None
    assert told.kind is PlaceKind.ADMIN1
    assert sections.told_at(text.rindex("Oskmar")) is None
    area = sections.area_at(text.index("guard"))
    assert area is not None
    assert area.name == "Oskmar"
