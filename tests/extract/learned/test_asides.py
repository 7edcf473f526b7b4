"""Other incidents told in passing, behind "days after a bomb"."""

from __future__ import annotations

import pytest

from recount.model import LinkRole

RAID = (
    "An air strike on Velm killed nine farmers on Sunday, residents said. "
    "The raid came three days after a bomb in the eastern town of Tarn that the government blames "
    "on rebels although a rival faction, the Ember Column, has claimed it."
)


def words_of(document, spans):
    return [document.words(span) for span in spans]


@pytest.fixture(scope="module")
def raid(read_learned):
    document, extraction = read_learned(RAID)
    return document, extraction.accounts[0]


def test_who_claims_the_other_incident_claims_not_this_one(raid):
    document, account = raid
    assert "Ember Column" not in " ".join(words_of(document, [c.words for c in account.claims]))


def test_the_place_of_the_other_is_not_this_ones(raid):
    document, account = raid
    places = [one.mention.span for one in account.links if one.role is LinkRole.PLACE]
    assert "Velm" in words_of(document, places)
    assert "Tarn" not in words_of(document, places)


def test_its_words_are_no_trigger(raid):
    document, account = raid
    assert "bomb" not in " ".join(words_of(document, [t.span for t in account.triggers]))


def test_the_attack_itself_is_not_told_in_passing(read_learned):
    document, extraction = read_learned(
        "A bomb hit a market in Tarn on Monday, killing two. "
        "The Ember Column claimed responsibility three days after the attack."
    )
    claimed = [document.words(claim.words) for one in extraction.accounts for claim in one.claims]
    assert any("Ember Column" in words for words in claimed)


def test_the_dead_of_an_attack_a_week_before_are_not_this_ones(read_learned):
    document, extraction = read_learned(
        "A suicide bomber blew himself up near a police station in Velm on Tuesday, killing four "
        "officers. The attack came a week after militants killed twelve worshippers in the town."
    )
    dead = {
        document.words(link.mention.span)
        for one in extraction.accounts
        for link in one.links
        if link.role is LinkRole.KILLED
    }
    assert dead == {"four officers"}


CLAIM = (
    "Seven people died on Monday in a suicide attack on a customs house in Velm, and 22 were "
    "wounded, hospital staff said. The Ember Column, a splinter group that also says it bombed a "
    "market in Tarn this month, claimed the attack."
)


@pytest.fixture(scope="module")
def claim(read_learned):
    document, extraction = read_learned(CLAIM)
    return document, extraction.accounts[0]


def test_another_deed_of_the_group_that_claims_this_one_is_not_this_one(claim):
    document, account = claim
    told = " ".join(words_of(document, [t.span for t in account.triggers]))
    assert "attack" in told
    assert "bombed" not in told


def test_the_claim_behind_such_a_clause_is_this_ones(claim):
    document, account = claim
    assert "Ember Column" in " ".join(words_of(document, [c.words for c in account.claims]))
