"""Names of countries: short ones, the user's own first, unknown codes as they are."""

from __future__ import annotations

import pytest

from recount.resources.countries import country_name, country_names


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("AF", "Afghanistan"),
        ("SY", "Syria"),
        ("RU", "Russia"),
        ("CD", "DR Congo"),
        ("XK", "Kosovo"),
    ],
)
def test_a_country_goes_by_its_short_name(code, name):
    assert country_name(code) == name


def test_the_users_own_name_wins():
    assert country_name("XV", {"XV": "Talvora"}) == "Talvora"
    assert country_name("AF", {"AF": "Aland"}) == "Aland"


def test_a_code_without_a_name_stands_for_itself():
    assert country_name("XV") == "XV"


def test_names_are_short_and_of_one_part():
    assert [n for n in country_names().values() if n.endswith(" of") or "(" in n] == [
        "Cocos (Keeling) Islands",
        "Saint Martin (French part)",
        "Sint Maarten (Dutch part)",
    ]
