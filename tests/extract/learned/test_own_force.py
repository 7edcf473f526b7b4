"""Whether a speaker tells of a force of its own."""

from __future__ import annotations

import pytest
from tests.extract.learned.test_positions import stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            (
                "The general staff said that troops of the 11th Infantry Battalion raided a "
                "village near Velm on Monday, killing nine people."
            ),
            "claimed",
        ),
        (
            (
                "The Northland army said Southland troops raided a village near Velm on Monday, "
                "killing nine people."
            ),
            "blamed",
        ),
        (
            "Police said soldiers opened fire on a bus in Velm on Monday, killing six people.",
            "blamed",
        ),
    ],
)
def test_a_force_is_its_speakers_own(read_learned, text, stance):
    assert stance in {one.value for _, one in stances(*read_learned(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Special police shot the last of the gunmen in a hotel in Velm on Monday, officials said.",
        "The army said its men were fired on in Velm on Monday and that two farmers were killed.",
        "Policemen fired on marchers in Velm on Monday, killing two, our correspondent observed.",
        "Intelligence agents thwarted a plan to bomb a church in Velm on Monday, officials said.",
    ],
)
def test_a_force_is_held_responsible_for_nothing_by_its_own_side(read_learned, text):
    assert {one.value for _, one in stances(*read_learned(text))} <= {"asserted"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Air force F-21s bombed a farm near Velm on Monday, killing three, the Joint "
            "Operations Command announced."
        ),
        "The army bombed a farm near Velm on Monday, killing six, state television reported.",
        (
            "The Northmen strike from the air: on Monday, their command said, they killed seven "
            "people in Velm."
        ),
    ],
)
def test_whoever_speaks_for_a_force_claims_for_it(read_learned, text):
    found = {one.value for _, one in stances(*read_learned(text))}
    assert "claimed" in found
    assert "blamed" not in found
