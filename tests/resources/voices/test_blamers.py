"""Words of blame: who is held responsible, and by whom."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_responsibility


def blamed(text: str) -> list[str]:
    claims = find_responsibility(text, split_sentences(text))
    return [one.actor.of(text) for one in claims if one.actor and one.stance.value == "blamed"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("THE ARMY ACCUSED THE FRONT OF MURDERING PARTY LEADER ORR.", ["THE FRONT"]),
        ("MILITARY SOURCES BLAMED THE RAID ON THE REBELS OF VELM.", ["THE REBELS OF VELM"]),
        ("One man accused an official of the Karn embassy of involvement in the crime.",
         ["an official of the Karn embassy"]),
        ("The union blamed the council, its guards and the army for the raid.",
         ["the council", "its guards", "the army"]),
        ("A bomb hit the mill. The cabinet attributed these actions to the Hawks.", ["the Hawks"]),
        ("In a new action attributed to the Hawks, a bomb hit the mill.", ["the Hawks"]),
        ("We hold Colonel Vell -- who led the brigade -- responsible for this attack.",
         ["Colonel Vell"]),
    ],
)  # fmt: skip
def test_parties_are_blamed(text, parties):
    assert blamed(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "He blamed himself, and the army was ready.",
        "The prize was attributed to the Hawks.",
        "They accused the authors of the crime.",
    ],
)
def test_nobody_is_blamed(text):
    assert "the army" not in blamed(text)
    assert "the Hawks" not in blamed(text)
