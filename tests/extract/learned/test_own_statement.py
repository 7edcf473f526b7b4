"""What a party tells of its own deeds in a statement of its own."""

from __future__ import annotations

import pytest

ARMY = "Karovian Armed Forces - Operational update\n3 May 2031\n\n"
GROUP = "AL-SHABAAB\nStatement of 3 May 2031\n\nWe tell the truth. "


def positions(document, extraction):
    return {
        (claim.stance.value, claim.actor.span.of(document.text))
        for account in extraction.accounts
        for claim in account.claims
        if claim.actor is not None
    }


def claimed(document, extraction):
    return {party for stance, party in positions(document, extraction) if stance == "claimed"}


JETS = "Overnight, fighter jets struck a depot of the Front in the area of Velm, killing three men."


def test_a_force_claims_what_it_tells_of(read_learned):
    assert claimed(*read_learned(ARMY + JETS)) == {"Karovian Armed Forces"}


def test_it_claims_nothing_of_the_other_side(read_learned):
    more = "\n\nFront artillery shelled the town of Ardan on Friday, killing a woman."
    document, extraction = read_learned(ARMY + JETS + more)
    assert "Front artillery" not in claimed(document, extraction)


@pytest.mark.parametrize(
    "told",
    [
        "On 2 May our brothers burned the toll house at Velm.",
        "On 2 May a mine destroyed an army truck near Velm, killing four soldiers.",
        "On 2 May a patrol of the police was shot at from a garden in Velm. Two were wounded.",
    ],
)
def test_a_group_claims_what_its_men_did_and_what_befell_its_enemy(read_learned, told):
    assert claimed(*read_learned(GROUP + told)) == {"AL-SHABAAB"}


@pytest.mark.parametrize(
    "told",
    [
        "On 2 May a shell fell on our clinic in Velm, killing two nurses.",
        "On 2 May an army truck was blown up by bandits near Velm, killing four soldiers.",
        "On 2 May a bus was burned in Velm. Two passengers were killed.",
    ],
)
def test_it_claims_neither_its_own_losses_nor_others_deeds(read_learned, told):
    assert claimed(*read_learned(GROUP + told)) == set()


def test_whom_it_tells_as_the_doer_it_blames(read_learned):
    text = ARMY + "On 2 May fighters of Al-Shabaab shot dead a teacher in Velm."
    assert ("blamed", "Al-Shabaab") in positions(*read_learned(text))


def test_a_report_asserts_what_a_statement_blames(read_learned):
    text = "VELM, 3 May 2031 - On 2 May fighters of Al-Shabaab shot dead a teacher in Velm."
    assert ("asserted", "Al-Shabaab") in positions(*read_learned(text))


LABEL = "VELM, 3 May 2031 (Hill Radio) -- [Communique] [Al-Shabaab] [Text] "


def test_a_group_claims_what_it_tells_of_by_its_own_name(read_learned):
    told = (
        LABEL + "On Friday Al-Shabaab fighters attacked a police post in Velm and killed two men."
    )
    parties = claimed(*read_learned(told))
    assert any("Al-Shabaab" in party for party in parties)


def test_whom_a_statement_names_as_the_doer_it_blames(read_learned):
    told = LABEL + "The massacre of six teachers in Velm on Friday was perpetrated by the army."
    assert ("blamed", "the army") in positions(*read_learned(told))
