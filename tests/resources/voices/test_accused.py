"""Positions in the words of police and courts."""

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
        ("Dorl Benn was charged with murder.", ("blamed", "Dorl Benn")),
        ("Two brothers face charges of arson.", ("blamed", "Two brothers")),
        ("He has been charged.", ("blamed", "He")),
        ("A court in Velm convicted Dorl Benn of the killing.", ("blamed", "Dorl Benn")),
        ("A jury found Dorl Benn guilty of manslaughter.", ("blamed", "Dorl Benn")),
        ("Dorl Benn went on trial accused of murder.", ("blamed", "Dorl Benn")),
        ("A baker was arrested over the stabbing.", ("suspected", "A baker")),
        ("Police arrested a baker on suspicion of murder.", ("suspected", "a baker")),
        ("Dorl Benn is a person of interest.", ("suspected", "Dorl Benn")),
        ("Police named Dorl Benn as the gunman.", ("blamed", "Dorl Benn")),
        ("The suspect was identified as Dorl Benn.", ("suspected", "Dorl Benn")),
        ("Police suspect a baker of planting the bomb.", ("suspected", "a baker")),
        (
            "Police look for Dorl Benn, a baker, whom they suspect of the murder.",
            ("suspected", "Dorl Benn"),
        ),
        (
            "The man accused of shooting a girl has been charged with murder.",
            ("blamed", "The man"),
        ),
    ],
)
def test_police_and_courts_hold_somebody_responsible(text, position):
    assert position in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Airlines face new charges for security after the attack.",
        "Funerals were held for the victims of the attack.",
        "Dorl Benn was charged with investigating the bombing.",
        "The woman killed by the gunman was identified as Sara Finn.",
        "A suspect, Sergeant Tom Hale Bron told reporters, fled.",
        "In another case, Dorl Benn was jailed for the murder of a student.",
        "A court acquitted Dorl Benn, who had been charged with murder.",
        "Dorl Benn was sought as a witness in the killing.",
        "A reporter was detained for filming the scene of the explosion.",
        "It is not clear whether Dorl Benn was charged with murder.",
        "Dorl Benn could be charged with murder.",
        "Police named Dorl Benn as one of the victims, not as one of the suspects.",
    ],
)
def test_other_charges_hold_nobody_responsible(text):
    assert found(text) == []
