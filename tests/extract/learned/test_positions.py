"""Positions on responsibility of whoever is told as the doer."""

import pytest

from recount.model import IncidentType, Stance


def stances(document, extraction):
    return {
        (document.text[claim.words.start : claim.words.end], claim.stance)
        for account in extraction.accounts
        for claim in account.claims
    }


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        (
            "Police said soldiers opened fire on a bus in Ostrelle on Monday, killing six people.",
            "soldiers",
            Stance.BLAMED,
        ),
        (
            "Six people were killed when suspected rebels attacked a bus in Ostrelle on Monday.",
            "rebels",
            Stance.SUSPECTED,
        ),
    ],
)
def test_cues_and_speakers_give_the_stance(read_learned, text, words, stance):
    found = stances(*read_learned(text))
    assert any(words in told and one is stance for told, one in found), found


def test_who_is_only_dressed_as_somebody_did_nothing(read_learned):
    document, extraction = read_learned(
        "Gunmen dressed as soldiers attacked a clinic in Ostrelle on Monday, killing six people."
    )
    doers = {
        document.text[link.mention.start : link.mention.end]
        for account in extraction.accounts
        for link in account.links
        if link.role.value == "perpetrator"
    }
    assert "soldiers" not in doers
    assert any("unmen" in told for told in doers)


def test_items_of_a_list_are_told_apart(read_learned):
    _, extraction = read_learned(
        "Incidents of the week\n\n"
        "- 3 May, Ostrelle: a landmine exploded under a bus, killing two people.\n"
        "- 4 May, Vennick: a landmine exploded under a lorry, wounding five people.\n"
        "- 5 May, Tamarou: gunmen abducted three teachers.\n"
    )
    assert len(extraction.accounts) == 3


def test_what_is_said_of_both_attacks_is_said_of_each(read_learned):
    _, extraction = read_learned(
        "A bomb exploded at a market in Ostrelle on Monday, killing four people. Stalls had just "
        "opened. On Tuesday gunmen shot dead two guards at a post near Vennick. Schools stayed "
        "shut. Nobody has claimed either attack."
    )
    unclaimed = [
        account
        for account in extraction.accounts
        if any(claim.stance is Stance.UNCLAIMED for claim in account.claims)
    ]
    assert len(extraction.accounts) == 2
    assert len(unclaimed) == 2


def test_the_outlet_that_tells_of_a_doer_blames_nobody(read_learned):
    found = stances(
        *read_learned("Rebels attacked a bus in Ostrelle on Monday, killing six passengers.")
    )
    assert not any(one in {Stance.BLAMED, Stance.SUSPECTED} for _, one in found), found


def test_a_doer_is_held_responsible_for_its_own_incident_only(read_learned):
    document, extraction = read_learned(
        "The army said that rebels of the Ashen Front attacked a bus in Ostrelle on Monday, "
        "killing six passengers. On Thursday a bomb exploded at a market in Vennick, wounding "
        "nine people."
    )
    by_bomb = [
        document.text[claim.words.start : claim.words.end]
        for account in extraction.accounts
        if any(document.text[t.start : t.end] == "exploded" for t in account.triggers)
        for claim in account.claims
        if claim.stance is Stance.BLAMED
    ]
    assert by_bomb == []


def test_a_force_that_its_own_army_tells_of_claims_the_deed(read_learned):
    found = stances(
        *read_learned(
            "The army said on Monday that its air force bombed a rebel camp near Ostrelle, "
            "killing six fighters."
        )
    )
    assert not any(one is Stance.BLAMED for _, one in found), found


def test_a_foreign_force_is_not_the_armys_own(read_learned):
    found = stances(
        *read_learned(
            "The army said on Monday that Northland warplanes bombed a camp near Ostrelle, "
            "killing six soldiers."
        )
    )
    assert not any(one is Stance.CLAIMED for _, one in found), found


def test_a_name_inside_the_words_of_a_doer_is_the_same_party(read_learned):
    found = stances(
        *read_learned(
            "The army blamed rebels of the Ashen Front for an attack on a bus in Ostrelle on "
            "Monday that killed six passengers."
        )
    )
    assert len([told for told, one in found if one is Stance.BLAMED]) == 1, found


def test_nobody_is_blamed_for_an_accident(read_learned):
    _, extraction = read_learned(
        "A boy was shot in Ostrelle on Monday when his brother's gun accidentally went off, police"
        " said. The owner of the gun was charged with negligence."
    )
    assert len(extraction.accounts) > 0
    for account in extraction.accounts:
        assert account.type is IncidentType.OTHER
        assert account.claims == ()


def test_who_blames_another_claims_nothing(read_learned):
    found = stances(
        *read_learned(
            "An explosion ruptured a pipeline near Ostrelle on Monday. No one was hurt. The army "
            "blamed the Hill Front."
        )
    )
    assert not any(stance is Stance.CLAIMED for _, stance in found), found


def test_men_who_were_killed_did_nothing_by_it(read_learned):
    found = stances(
        *read_learned(
            "The committee said three militants who refused to give up were killed in Ostrelle on "
            "Monday."
        )
    )
    assert not any("militants" in words for words, _ in found), found
