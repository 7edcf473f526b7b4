"""Names in texts set in capitals."""

from __future__ import annotations

import pytest

from recount.resources.persons import find_persons


def private(text):
    return {text[p.start : p.end] for p in find_persons(text) if not p.public}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("HIS WIFE RIFVATU AND TWO DAUGHTERS WERE TAKEN.", {"RIFVATU"}),
        ("THEY CALLED HER UNCLE, SALVE MAIGOR, TO DEMAND MONEY.", {"SALVE MAIGOR"}),
        ("A RESIDENT, MRS. ESTVA BULVUS, SAID SO.", {"ESTVA BULVUS"}),
        (
            "THE VICTIMS WERE IDENTIFIED AS TORVOK MELVAN, 34, AND SEBVE OLUN, 9.",
            {"TORVOK MELVAN", "SEBVE OLUN"},
        ),
        ("A PEASANT NAMED EUSVIO TZOCV WAS SHOT BY GUERRILLAS.", {"EUSVIO TZOCV"}),
        ("DETAINED WERE ULVES ZAVAL AND BERVA OCAMP.", {"ULVES ZAVAL", "BERVA OCAMP"}),
        ("THE WIDOW, MARCVINA TUYV, SAID SOLDIERS TOOK HIM.", {"MARCVINA TUYV"}),
        (
            "A WITNESS IDENTIFIED ONE OF THE KILLERS AS FABVO “EL ZURVO” GALVIS.",
            {"FABVO “EL ZURVO” GALVIS"},
        ),
        ("GUNMEN KILLED BLANCA VELMUR DE TARVE AT HOME.", {"BLANCA VELMUR DE TARVE"}),
        ("GUNMEN KILLED LAWYER ARTURO DE LIMA AT HOME.", {"ARTURO DE LIMA"}),
    ],
)
def test_names_that_words_introduce_are_private(text, names):
    assert private(text) == names


def test_places_groups_and_offices_are_shown():
    text = (
        "GUERRILLAS OF THE SIMON BOLIVAR COMMAND ATTACKED SAN VICENTE DEL ORVEL."
        " PRESIDENT ALFREDO NELL SPOKE."
    )
    assert private(text) == set()
