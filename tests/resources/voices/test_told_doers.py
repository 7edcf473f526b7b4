"""Doers whom somebody names."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_responsibility


def found(text: str) -> list[tuple[str, str | None]]:
    claims = find_responsibility(text, split_sentences(text))
    return [(claim.stance.value, claim.actor.of(text) if claim.actor else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The killings were carried out by soldiers, residents said.", ("blamed", "soldiers")),
        ("A farmer was shot dead in Velm by soldiers, residents said.", ("blamed", "soldiers")),
        ("The chief said that the attackers were deserters.", ("blamed", "deserters")),
        ("The chief said it was bandits who did it.", ("blamed", "bandits")),
        ("The chief said the attackers belonged to the Hawks.", ("blamed", "the Hawks")),
        ("The judge said the massacre was the work of the guard.", ("blamed", "the guard")),
        ("The family put the murder down to the guards.", ("blamed", "the guards")),
        ("The mayor put the blame for the attack on the navy.", ("blamed", "the navy")),
        ("The general said that the Front had planted the mine.", ("blamed", "the Front")),
        ("Police believe the killing was the work of the Hawks.", ("suspected", "the Hawks")),
        ("Two rebels were killed by soldiers, the army said.", ("claimed", "the army")),
        ("They have proof linking Tom Vell to the murder.", ("blamed", "Tom Vell")),
    ],
)
def test_a_doer_is_named(text, position):
    assert position in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The killings were carried out by soldiers.",
        "Six pupils kidnapped last week were rescued by the army, the governor said.",
        "A clerk was shot in a shop owned by the mayor, police said.",
        "A gunman killed two before he was shot dead by police, officials said.",
        "Six people were killed by a bomb, police said.",
        "The raid was ordered by a judge, police said.",
        "The chief said the attackers were probably local.",
        "The mural destroyed in the blast was the work of Tom Ekl, the museum said.",
        "Three of those killed were believed to be members of the Zog clan, residents said.",
    ],
)
def test_others_are_no_doers(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "The shop in Velm was looted. Neighbours recognised members of the Hawks.",
            ("blamed", "the Hawks"),
        ),
        (
            "A clerk was taken from his home by ten men, believed to be Red Hawks.",
            ("suspected", "Red Hawks"),
        ),
        (
            "Three rounds fell on Velm, fired from positions held by the Red Hawks.",
            ("suspected", "the Red Hawks"),
        ),
    ],
)
def test_men_are_known_by_who_saw_them_and_whence_they_fired(text, position):
    assert position in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ten were killed. The family recognised members of the Hawks among the dead.",
        "The dead were believed to be Red Hawks. Two bombs exploded.",
        "It was not clear whether the shells were fired from positions held by the Red Hawks.",
        "Trucks came from areas held by the Red Hawks.",
    ],
)
def test_victims_and_what_is_open_hold_nobody_responsible(text):
    assert found(text) == []
