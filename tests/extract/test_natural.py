"""Deaths by disease and weather are nobody's deed."""

from __future__ import annotations

import pytest

from recount.extract.rules.natural import has_natural_cause


@pytest.mark.parametrize(
    "text",
    [
        "An outbreak of cholera killed 60 people in Osset.",
        "The hurricane left 12 dead in Marwa.",
        "Two were electrocuted in a shower.",
    ],
)
def test_deaths_by_disease_and_weather_are_natural(text):
    assert has_natural_cause(text)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers shot two people who waited for aid after the flood.",
        "Gunmen killed three near the Osset market.",
    ],
)
def test_a_deed_beside_a_disaster_is_none(text):
    assert not has_natural_cause(text)
