"""What a force tells of its own deeds in a statement of its own."""

from __future__ import annotations

import pytest

from recount.extract.learned.own_statement import heading_of


@pytest.mark.parametrize(
    "head",
    [
        "Karovian Armed Forces - Operational update",
        "Briefing of the Ministry of Defence of Karovia",
        "COMMUNIQUÉ NO. 4 OF THE GENERAL STAFF",
        "Military Spokesperson: evening summary",
    ],
)
def test_a_heading_of_a_forces_own_paper_is_known(head):
    text = f"{head}\n3 May 2031\n\nFighter jets struck a depot in Velm."
    assert heading_of(text).of(text) == head


@pytest.mark.parametrize(
    "head",
    [
        "Army kills nine in Velm, statement says",
        "Velm Human Rights Desk - weekly report",
        "Front rejects army statement on Velm",
    ],
)
def test_a_headline_of_news_is_none(head):
    assert heading_of(f"{head}\n\nFighter jets struck a depot in Velm.") is None


TEXT = (
    "Karovian Armed Forces - Operational update\n3 May 2031\n\n"
    "Overnight, fighter jets struck a depot of the Front in the area of Velm, killing three men."
    "\n\n{more}"
)


def claimed(document, extraction):
    return {
        claim.actor.span.of(document.text)
        for account in extraction.accounts
        for claim in account.claims
        if claim.stance.value == "claimed"
    }


def test_a_force_claims_what_it_tells_of(read_learned):
    assert claimed(*read_learned(TEXT.format(more=""))) == {"Karovian Armed Forces"}


def test_it_claims_nothing_of_the_other_side(read_learned):
    more = "Front artillery shelled the town of Ardan on Friday, killing a woman."
    document, extraction = read_learned(TEXT.format(more=more))
    assert "Front artillery" not in claimed(document, extraction)
