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
